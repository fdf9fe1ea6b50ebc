"""A `Report` as lines for a terminal: one line a check, then what is wrong and where, and the status at the bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.language import _
from grader.report.lines import show_lines
from grader.report.look import LOOK, QUIET
from grader.report.text import lines, one_line, printable
from grader.report.words import isolation_words, missing_words, points_words, sentence_of, values_of
from grader.results import CheckResult, Outcome, Report, Verdict


@dataclass(frozen=True, slots=True)
class Help:
    """Commands for a learner whose answers are not right yet: a hint, a picture. Empty where there is none."""

    hint: str = ""
    picture: str = ""


def show_report(
    console: Console, report: Report, file: str, next_command: str, note: str = "", offer: Help | None = None
) -> None:
    """Print one report; the note says more of its isolation."""
    show_lines(console, _lines(report, file, next_command, note, offer or Help()))


def _lines(report: Report, file: str, next_command: str, note: str, offer: Help) -> Iterator[tuple[Text, int]]:
    yield title_line(report), 0
    yield Text(""), 0
    yield from check_lines(report)
    yield from detail_lines(report)
    yield Text(""), 0
    yield from _status(report, file, next_command, note, offer)


def title_line(report: Report) -> Text:
    """Which exercise this is."""
    return Text(f"{report.exercise} · {report.title}", style="bold")


def check_lines(report: Report) -> Iterator[tuple[Text, int]]:
    """Why the file cannot be graded, or a line for each check below its function."""
    if report.reason is not None:
        yield from _reason(report)
    for function, checks in groupby(report.checks, key=lambda check: check.function):
        yield Text(function, style="bold"), 2
        for check in checks:
            yield _check_line(check), 4


def _reason(report: Report) -> Iterator[tuple[Text, int]]:
    yield Text.assemble("✗ ", _("This file cannot be graded."), style="red"), 2
    for line in lines(report.reason or ""):
        yield Text(line), 4


def _check_line(check: CheckResult) -> Text:
    glyph, word, style = LOOK[check.outcome]
    line = Text.assemble((glyph, style), " ", sentence_of(check))
    if word:
        line.append(f" — {_(word)}", style=style)
    return line


def detail_lines(report: Report) -> Iterator[tuple[Text, int]]:
    """What is wrong, function by function: the named mistake, then the calls that show it. A blank line goes before each."""
    loud = [check for check in report.checks if check.outcome not in QUIET]
    yield from _missing(report.checks)
    for function, group in groupby(loud, key=lambda check: check.function):
        checks = list(group)
        yield Text(""), 0
        yield Text(_("What is wrong in {function}").format(function=function), style="bold red"), 0
        yield from _diagnoses(checks)
        for check in checks:
            yield from _detail(check)


def _missing(checks: Iterable[CheckResult]) -> Iterator[tuple[Text, int]]:
    for number, message in enumerate(missing_words(checks)):
        if number == 0:
            yield Text(""), 0
        yield Text.assemble(("· ", "yellow"), printable(message)), 0


def _diagnoses(checks: Iterable[CheckResult]) -> Iterator[tuple[Text, int]]:
    texts = dict.fromkeys(check.diagnosis.text for check in checks if check.diagnosis)
    for text in texts:
        first, *more = lines(text)
        yield Text.assemble(("→ ", "bold yellow"), first), 2
        for line in more:
            yield Text(line), 4


def _detail(check: CheckResult) -> Iterator[tuple[Text, int]]:
    glyph, _word, style = LOOK[check.outcome]
    yield Text.assemble((glyph, style), " ", sentence_of(check)), 2
    column = max(cell_len(name) for name in (_("call"), _("got"), _("expected"))) + 1
    for name, value in values_of(check):
        yield from _field(name, value, column)
    for line in lines(check.message):
        yield Text(line), 6


def _field(name: str, value: str, column: int) -> Iterator[tuple[Text, int]]:
    first, *more = lines(value)
    yield Text.assemble((name + " " * (column - cell_len(name)), "dim"), first), 6
    for line in more:
        yield Text(" " * column + line), 6


def _status(report: Report, file: str, next_command: str, note: str, offer: Help) -> Iterator[tuple[Text, int]]:
    yield isolation_line(report, note), 0
    yield result_line(report), 0
    if report.outcome is not Verdict.PASSED:
        if offer.picture and any(check.outcome is Outcome.FAILED for check in report.checks):
            yield Text(_("See it drawn:"), style="dim"), 0
            yield Text(f"  {one_line(offer.picture)}", style="dim", no_wrap=True), 0
        if offer.hint:
            yield Text(_("Stuck? A hint:")), 0
            yield Text(f"  {one_line(offer.hint)}", style="cyan", no_wrap=True), 0
        yield Text(_("Edit {file}, save it, and run:").format(file=one_line(file))), 0
    else:
        yield Text(_("Where you stand, and what comes next:")), 0
    yield Text(f"  {one_line(next_command)}", style="bold cyan", no_wrap=True), 0


def isolation_line(report: Report, note: str = "") -> Text:
    """Which walls stood around the learner's code."""
    return Text(isolation_words(report.isolation) + (f" · {note}" if note else ""), style="dim")


def result_line(report: Report) -> Text:
    """The points, and what is left to do."""
    glyph, style = ("✓ ", "bold green") if report.outcome is Verdict.PASSED else ("✗ ", "bold red")
    return Text.assemble((glyph, style), (points_words(report), "bold"))
