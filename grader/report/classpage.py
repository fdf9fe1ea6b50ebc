"""`report.html`: the whole class on one page that needs nothing else, neither a network nor this program."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import fmean, median
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from grader.classroom.records import Entry, Gradebook, Student
from grader.classroom.similar import Pair
from grader.language import _, language, ngettext, of_course
from grader.report.classfacts import Rate, bins, mistakes, notices, rates, shares, summaries
from grader.report.look import LOOK, QUIET
from grader.report.marks import called, entries_of, has_mark, is_handed_in, total
from grader.report.text import lines, one_line, plain
from grader.report.words import detail_of, sentence_of
from grader.results import CheckResult, Isolation, Outcome

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).with_name("templates")
_CODE = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class _Person:
    """A student as the page shows them: `anchor` is what links lead to, `flags` what the search finds beside the name."""

    student: Student
    anchor: str
    entries: tuple[Entry, ...]
    mark: float
    most: float
    flags: tuple[str, ...]

    def cell(self, exercise: str) -> Entry | None:
        """The entry of one exercise; None where nothing has a mark."""
        return next((entry for entry in self.entries if entry.exercise == exercise and has_mark(entry)), None)


def class_page(gradebook: Gradebook, similar: Sequence[Pair] | None = None) -> str:
    """The page. `similar` are pairs of similar submissions; None where nobody has looked for any."""
    from grader.pictures.page import style_of_colours

    people = _people(gradebook)
    environment, script = _environment(), (_FOLDER / "classpage.js").read_text(encoding="utf-8")
    page = environment.get_template("classpage.html").render(
        book=gradebook,
        language=language(),
        policy=_policy(script),
        style=Markup(style_of_colours() + (_FOLDER / "classpage.css").read_text(encoding="utf-8")),
        script=Markup(script),
        people=people,
        people_by={person.student.key: person.student for person in people},
        anchors={person.student.key: person.anchor for person in people},
        cards=_cards(gradebook, people),
        summaries=summaries(gradebook),
        chart=_chart(gradebook, None, 0),
        charts=_charts(gradebook),
        rates=_rates_by_exercise(gradebook),
        mistakes=mistakes(gradebook),
        notices=notices(gradebook),
        similar=similar,
        graded_at=max((entry.graded_at for entry in gradebook.entries if entry.graded_at), default=None),
    )
    # What no document can hold was escaped by the filters; a lone surrogate in a path must not stop the page either.
    return page.encode("utf-8", "backslashreplace").decode("utf-8")


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"_": _, "ngettext": ngettext, "of_course": of_course, "has_mark": has_mark}
    environment.globals |= {"quiet": QUIET, "look": LOOK, "outcomes": Outcome}
    filters: dict[str, Callable[..., object]] = {
        "line": one_line,
        "prose": _prose,
        "shown": lambda text: plain("\n".join(lines(text))),
        "called": lambda student: one_line(called(student)) or "–",
        "sentence": sentence_of,
        "detail": detail_of,
        "named": _named,
    }
    environment.filters |= filters
    return environment


def _cards(gradebook: Gradebook, people: Sequence[_Person]) -> list[tuple[str, str]]:
    """The class in a few numbers."""
    reached = shares(gradebook)
    return [
        (_("students"), str(len(people))),
        (_("handed in everything"), str(sum(all(map(is_handed_in, person.entries)) for person in people))),
        (_("handed in nothing"), str(sum(not any(map(is_handed_in, person.entries)) for person in people))),
        (_("late at least once"), str(sum(any(entry.days_late > 0 for entry in person.entries) for person in people))),
        (_("mean of the points"), f"{100 * fmean(reached):.0f} %" if reached else "–"),
        (_("median of the points"), f"{100 * median(reached):.0f} %" if reached else "–"),
    ]


def _people(gradebook: Gradebook) -> list[_Person]:
    found = entries_of(gradebook)
    return [
        _Person(student, f"s{number}", found[student.key], *total(found[student.key]), _flags(found[student.key]))
        for number, student in enumerate(gradebook.students)
    ]


def _flags(entries: Sequence[Entry]) -> tuple[str, ...]:
    flags = []
    if any(entry.days_late > 0 for entry in entries):
        flags.append(_("late"))
    if not all(map(has_mark, entries)):
        flags.append(_("incomplete"))
    if any(entry.override for entry in entries):
        flags.append(_("by hand"))
    if any(entry.report and entry.report.isolation is not Isolation.FULL for entry in entries):
        flags.append(_("not isolated"))
    return tuple(flags)


def _prose(text: str) -> Markup:
    """A sentence in which what stands between backticks is code."""
    parts = _CODE.split(plain(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )


def _named(checks: Sequence[CheckResult]) -> tuple[tuple[str, str], ...]:
    """Of each function the sentences that were said of it."""
    pairs = [(check.function, of_course(check.diagnosis.text)) for check in checks if check.diagnosis]
    return tuple(dict.fromkeys(pairs))


def _rates_by_exercise(gradebook: Gradebook) -> list[tuple[str, list[Rate]]]:
    # Not by Jinja2's `groupby`, which would put exercise10 before exercise2.
    return [(exercise, list(group)) for exercise, group in groupby(rates(gradebook), key=lambda rate: rate.exercise)]


def _charts(gradebook: Gradebook) -> list[tuple[str, Markup]]:
    if len(gradebook.exercises) < 2:
        return []
    pairs = [(exercise, _chart(gradebook, exercise, number)) for number, exercise in enumerate(gradebook.exercises, 1)]
    return [(exercise, chart) for exercise, chart in pairs if chart]


def _chart(gradebook: Gradebook, exercise: str | None, number: int) -> Markup:
    """How the points lie, in tenths of what could be reached; empty where nothing was handed in."""
    from grader.report.histogram import histogram

    counts = bins(shares(gradebook, exercise))
    if not any(counts):
        return Markup("")
    said = ", ".join(f"{10 * tenth}–{10 * tenth + 10} %: {count}" for tenth, count in enumerate(counts) if count)
    label = _("How many students reached which part of the points: {said}.").format(said=said)
    return Markup(histogram(counts, number, label))  # numbers and a sentence of ours, which is escaped there


def _policy(script: str) -> str:
    """Nothing is fetched, and no script runs but the page's own, whatever a name may contain."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
