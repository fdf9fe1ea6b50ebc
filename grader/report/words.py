"""The sentences of a report that the terminal and a notebook share."""

from __future__ import annotations

from collections.abc import Iterable

from grader.language import N_, _
from grader.results import NOT_WRITTEN, CheckResult, Isolation, Outcome, Report, Verdict

_ISOLATION = {
    Isolation.FULL: N_("isolation: full"),
    Isolation.PARTIAL: N_(
        "isolation: partial (some walls around the learner's code are missing here; see docs/security.md)"
    ),
    Isolation.PROCESS_ONLY: N_("isolation: process-only (the learner's code could read and write files here)"),
}


def points_words(report: Report) -> str:
    """The points, and that it is done, or what is left."""
    points = {"points": report.points, "all": report.max_points}
    if report.outcome is Verdict.PASSED:
        return _("{points:g} of {all:g} points: {exercise} is done.").format(exercise=report.exercise, **points)
    words = [_("{points:g} of {all:g} points.").format(**points)]
    if report.checks:
        number = sum(check.outcome is not Outcome.PASSED for check in report.checks)
        words.append(_("{number} of {all} checks to go.").format(number=number, all=len(report.checks)))
    return " ".join(words)


def isolation_words(isolation: Isolation) -> str:
    """Which walls stood."""
    return _(_ISOLATION[isolation])


def missing_words(checks: Iterable[CheckResult]) -> list[str]:
    """A function that is not there at all was deleted or misspelled: that must be said, once."""
    known = (NOT_WRITTEN, _(NOT_WRITTEN))  # a stored report may be in another language than the one spoken now
    unwritten = [c.message for c in checks if c.outcome is Outcome.NOT_IMPLEMENTED and c.message not in known]
    return list(dict.fromkeys(unwritten))
