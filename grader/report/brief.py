"""A `Report` for a screen that does not scroll: what matters most at the top, and as much of the rest as fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from rich.console import Console
from rich.text import Text

from grader.language import ngettext
from grader.report.lines import wrapped
from grader.report.look import LOOK, QUIET
from grader.report.terminal import check_lines, detail_lines, isolation_line, result_line, title_line
from grader.results import CheckResult, Isolation, Outcome, Report, Verdict

Lines = list[tuple[Text, int]]
_BLANK = (Text(""), 0)
# Fewer rows than this are for the named mistake.
_ROOMY = 13


def brief(console: Console, report: Report, extra: Sequence[tuple[Text, int]], height: int, whole: str) -> list[Text]:
    """The rows of a report that fit this height, `extra` lines of ours among them; `whole` is the command for all of it.

    Name and points stand at the top and are never cut off, then what was asked for, then the named mistake. Where all checks
    leave no room for that, each function gets a word instead, and where nothing is wrong yet, the first open one its checks.
    """
    head: Lines = [(title_line(report), 0), (result_line(report), 0)]
    if report.isolation is not Isolation.FULL:
        head.append((isolation_line(report), 0))
    asked: Lines = [_BLANK, *extra] if extra else []
    details: Lines = [] if report.outcome is Verdict.PASSED else list(detail_lines(report))
    rows = wrapped(console, [*head, *asked, _BLANK, *check_lines(report), *details])
    if len(rows) <= height:
        return rows
    if report.checks:
        here = _first_open(report)
        rest: Lines = [] if details else [_BLANK, *check_lines(replace(report, checks=here))]
        each: Lines = [(_functions(report), 0)] if height >= _ROOMY or not (details or asked) else []
        rows = wrapped(console, [*head, *each, *asked, *details, *rest])
    if height < _ROOMY:
        rows = [row for row in rows if row.plain]  # on a small screen no row stays empty
    return cut(console, rows, height, whole)


def cut(console: Console, rows: list[Text], height: int, whole: str) -> list[Text]:
    """No more rows than fit; the last then says how many are missing and what shows them."""
    if len(rows) <= height:
        return rows

    def more(left: int) -> list[Text]:
        words = ngettext("… {left} line more: {command}", "… {left} lines more: {command}", left)
        rows = wrapped(console, [(Text(words.format(left=left, command=whole), style="dim"), 0)])
        return rows if len(rows) <= max(1, height // 8) else [Text("…", style="dim")]

    kept = max(height - len(more(len(rows))), 1)
    return [*rows[:kept], *more(len(rows) - kept)][: max(height, 1)]


def _first_open(report: Report) -> tuple[CheckResult, ...]:
    """The checks of the first function that does not pass yet."""
    function = next((check.function for check in report.checks if check.outcome is not Outcome.PASSED), None)
    return tuple(check for check in report.checks if check.function == function)


def _functions(report: Report) -> Text:
    """`✓ step_function  ✗ sigmoid  · relu`: the functions in a row, each with the glyph of its worst check."""
    row = Text()
    for function, group in groupby(report.checks, key=lambda check: check.function):
        glyph, _word, style = LOOK[_worst([check.outcome for check in group])]
        row.append("  " if row else "").append(glyph, style).append(f" {function}")
    return row


def _worst(outcomes: Sequence[Outcome]) -> Outcome:
    loud = [outcome for outcome in outcomes if outcome not in QUIET]
    unwritten = [outcome for outcome in outcomes if outcome is not Outcome.PASSED]
    return next(iter([*loud, *unwritten]), Outcome.PASSED)
