"""From the exception that a check ended with to its `CheckResult`: decided by type, so our bug never reads as a wrong answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.checks import CheckFailed, Mismatch
from grader.judge.words import call_text, value_text
from grader.language import _, of_course
from grader.learner import Call, LearnerFault, LearnerRaised
from grader.results import NOT_WRITTEN, CheckResult, Outcome

if TYPE_CHECKING:
    from grader.judge.grading import Check


def result_of(check: Check, error: BaseException | None, calls: list[Call]) -> CheckResult:
    """The result of a check that ran."""
    if error is None:
        return _result(check, Outcome.PASSED, "")
    if isinstance(error, Mismatch):
        call = _call_of(error.got, calls)
        return _result(check, Outcome.FAILED, error.sentence, call, value_text(error.got), value_text(error.expected))
    if isinstance(error, CheckFailed):
        return _result(check, Outcome.FAILED, error.sentence, calls[-1] if calls else None)
    if isinstance(error, LearnerFault):
        return _result(check, error.outcome, fault_words(error), calls[-1] if calls else None)
    if isinstance(error, AssertionError):
        return _result(
            check, Outcome.FAILED, of_course(str(error)) or _("this does not hold yet"), calls[-1] if calls else None
        )
    sentence = _("the check itself is broken: {kind}: {error}")
    return _result(check, Outcome.BROKEN, sentence.format(kind=type(error).__name__, error=error))


def after_failed(check: Check, title: str) -> CheckResult:
    """The result of a check that waits for another."""
    return _result(check, Outcome.SKIPPED, _("waits for “{title}”").format(title=of_course(title)))


def _result(
    check: Check,
    outcome: Outcome,
    message: str,
    call: Call | None = None,
    got: str | None = None,
    expected: str | None = None,
) -> CheckResult:
    return CheckResult(
        id=check.id,
        title=of_course(check.title),
        function=check.function,
        outcome=outcome,
        points=check.points if outcome is Outcome.PASSED else 0,
        max_points=check.points,
        message=message,
        call=None if call is None else call_text(call),
        got=got,
        expected=expected,
    )


def _call_of(got: Any, calls: list[Call]) -> Call | None:
    """The call that returned this very value, else the last one."""
    for call in reversed(calls):
        if call.value is got and got is not None:
            return call
    return calls[-1] if calls else None


def fault_words(fault: LearnerFault) -> str:
    """What the learner's code did instead of answering, with its own last line of a traceback below."""
    if fault.outcome is Outcome.NOT_IMPLEMENTED:
        if isinstance(fault, LearnerRaised):
            return _(NOT_WRITTEN)
        return fault.sentence
    if isinstance(fault, LearnerRaised) and fault.frames:
        last = fault.frames[-1]
        where = _("{place}, in {function}: {source}")
        where = where.format(place=last.place, function=last.function, source=last.source)
        return f"{fault.sentence}\n{where}"
    return fault.sentence
