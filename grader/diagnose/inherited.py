"""A function that only passes on the mistake of another one that it calls: it has no mistake of its own to be named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from grader.diagnose.answers import Answer, answer_of, same_answer
from grader.diagnose.replay import Replay
from grader.language import _
from grader.learner import Call, Learner, LearnerRaised
from grader.results import Diagnosis

# Each recorded call asks the learner's other functions again; so many are evidence enough.
_MAX_CALLS = 12


class _Unanswered(Exception):
    """The learner's other function gave no answer: an answer that none of the learner's functions has."""


def inherited(
    learner: Learner, replay: Replay, function: str, record: Sequence[tuple[Call, Answer]], broken: Collection[str]
) -> Diagnosis | None:
    """Where the reference's function, with the learner's broken ones below it, answers as the learner's does."""
    wrong = [(call, answer) for call, answer in record if not same_answer(answer, replay.answer(function, call))]
    called = _called(learner, function, [call for call, _answer in wrong], broken)
    if not called:
        return None
    theirs = {name: _asking(learner, name) for name in called}
    right = [pair for pair in record if pair not in wrong]
    for call, answer in [*wrong, *right][:_MAX_CALLS]:
        if not same_answer(answer, replay.answer_with(theirs, function, call)):
            return None
    return _words(function, called[0])


def raised_below(function: str, calls: Sequence[Call], broken: Collection[str]) -> Diagnosis | None:
    """Where the exception that ended the record was raised inside another of the learner's broken functions."""
    for call in calls:
        if isinstance(call.fault, LearnerRaised) and call.fault.frames:
            inner = call.fault.frames[-1].function
            if inner != function and inner in broken:
                return _words(function, inner)
    return None


def _words(function: str, other: str) -> Diagnosis:
    sentence = _("{function} calls your {other}, and {other} is not right yet. Mend {other} first, then grade again.")
    return Diagnosis("generic:inherited", sentence.format(function=function, other=other))


def _called(learner: Learner, function: str, calls: Sequence[Call], broken: Collection[str]) -> list[str]:
    """Which of the broken functions the learner's function calls where it is wrong."""
    others = tuple(name for name in broken if name != function)
    if not others or not calls:
        return []
    args, kwargs = calls[0].arguments()
    if kwargs:
        return []
    again = learner.ask_again(function, args, others)
    names = {name for name, _shapes in again.seen}
    if isinstance(again.fault, LearnerRaised):
        names.update(frame.function for frame in again.fault.frames)
    return [name for name in others if name in names]


def _asking(learner: Learner, name: str) -> Callable[..., Any]:
    """The learner's function, to be called from the reference's code here."""

    def ask(*args: Any, **kwargs: Any) -> Any:
        answer = answer_of(learner.ask_again(name, list(args))) if not kwargs else None
        if answer is None:
            raise _Unanswered
        if answer.exception:
            kind, text = answer.exception
            raise type(kind, (Exception,), {})(text)
        return answer.value

    return ask
