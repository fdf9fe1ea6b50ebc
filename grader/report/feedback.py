"""What a student gets back: one Markdown file with every exercise, what was right, and what to look at next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from grader.classroom.records import Entry, Gradebook, Student
from grader.language import _, of_course
from grader.report.look import LOOK, QUIET
from grader.report.markdown import block, cell, inline
from grader.report.marks import called, entries_of, file_names, has_mark, total
from grader.report.words import detail_of, sentence_of
from grader.results import CheckResult, Report


def feedback(gradebook: Gradebook, student: Student) -> str:
    """The student's file. Nothing that a learner wrote can break out of its place in it."""
    return _text(gradebook, student, gradebook.of(student))


def as_folder(gradebook: Gradebook) -> dict[str, str]:
    """A file for each student, by a name that any system can hold."""
    names, entries = file_names(gradebook.students), entries_of(gradebook)
    return {f"{names[one.key]}.md": _text(gradebook, one, entries[one.key]) for one in gradebook.students}


def _text(gradebook: Gradebook, student: Student, entries: Sequence[Entry]) -> str:
    return "\n".join(_lines(gradebook, student, entries)) + "\n"


def _lines(gradebook: Gradebook, student: Student, entries: Sequence[Entry]) -> Iterator[str]:
    title = " · ".join(filter(None, (of_course(gradebook.title), called(student))))
    yield "# " + inline(title or _("Feedback"))
    yield ""
    yield "**" + _("{points:g} of {most:g} points").format(points=total(entries)[0], most=total(entries)[1]) + "**"
    yield ""
    yield "| " + _("Exercise") + " | " + _("Points") + " |"
    yield "| --- | ---: |"
    for entry in entries:
        yield f"| {cell(_heading(entry))} | {_points(entry)} |"
    for entry in entries:
        yield ""
        yield f"## {inline(_heading(entry))}"
        yield ""
        yield from _entry(entry)


def _heading(entry: Entry) -> str:
    return f"{entry.exercise} · {of_course(entry.title)}"


def _points(entry: Entry) -> str:
    return f"{entry.mark:g} / {entry.max_points:g}" if has_mark(entry) else "–"


def _entry(entry: Entry) -> Iterator[str]:
    for sentence in _about(entry):
        yield sentence
        yield ""
    if entry.report:
        yield from _report(entry.report)


def _about(entry: Entry) -> Iterator[str]:
    if has_mark(entry):
        yield "**" + _("{points:g} of {most:g} points").format(points=entry.mark, most=entry.max_points) + "**"
    if entry.report and entry.file:
        # Of several that were handed in, the student must see which; of a notebook, the cells that are counted below.
        yield _("The file that was graded: {file}").format(file=inline(f"`{PurePosixPath(entry.file).name}`"))
    if entry.note:
        yield inline(of_course(entry.note))
    elif not has_mark(entry):
        yield _("Nothing was handed in.")
    if entry.days_late > 0:
        said = _("Handed in {days:.1f} days late: {earned:g} points were earned, {mark:g} count.")
        yield said.format(days=entry.days_late, earned=entry.earned, mark=entry.mark)
    if entry.override:
        yield _("The mark was set by hand:") + " " + inline(entry.override.reason)


def _report(report: Report) -> Iterator[str]:
    if report.reason is not None:
        yield _("This file cannot be graded.")
        yield ""
        yield block(report.reason)
    for check in report.checks:
        glyph, word, _colour = LOOK[check.outcome]
        said = f" — {_(word)}" if word else ""
        yield f"- {glyph} {inline(f'`{check.function}`')} {inline(sentence_of(check))}{said}"
    for function in dict.fromkeys(check.function for check in report.checks):
        yield from _function(function, [check for check in report.checks if check.function == function])


def _function(function: str, checks: list[CheckResult]) -> Iterator[str]:
    wrong = [check for check in checks if check.outcome not in QUIET]
    named = dict.fromkeys(of_course(check.diagnosis.text) for check in checks if check.diagnosis)
    if not wrong and not named:
        return
    yield ""
    yield f"### {inline(f'`{function}`')}"
    for text in named:
        yield ""
        yield f"> → {inline(text)}"
    for check in wrong:
        yield ""
        yield f"✗ {inline(sentence_of(check))}"
        yield ""
        yield block(detail_of(check) or _(LOOK[check.outcome][1]))
