"""What a report says, wherever it is shown: in a terminal, in a notebook, on a page, in a document for another system."""

from __future__ import annotations

from collections.abc import Iterable

from grader.language import N_, _, of_course
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


def sentence_of(check: CheckResult) -> str:
    """What the check asks for, without the name of its function."""
    title = of_course(check.title)
    return title.partition(":")[2].strip() or title


def values_of(check: CheckResult) -> list[tuple[str, str]]:
    """Call, answer and expectation, each with its word; what the check does not tell is left out."""
    values = ((_("call"), check.call), (_("got"), check.got), (_("expected"), check.expected))
    return [(word, value) for word, value in values if value is not None]


def detail_of(check: CheckResult) -> str:
    """The values a line each, then the message; empty where the check has none of them."""
    told = [f"{word}: {value}" for word, value in values_of(check)]
    return "\n".join([*told, *([of_course(check.message)] if check.message else [])])


def missing_words(checks: Iterable[CheckResult]) -> list[str]:
    """A function that is not there at all was deleted or misspelled: that must be said, once."""
    known = (NOT_WRITTEN, _(NOT_WRITTEN))  # a stored report may be in another language than the one spoken now
    unwritten = [c.message for c in checks if c.outcome is Outcome.NOT_IMPLEMENTED and c.message not in known]
    return list(dict.fromkeys(unwritten))
