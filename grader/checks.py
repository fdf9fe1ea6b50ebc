"""What a file of hidden checks imports: how many points a check earns, what it depends on, and how it compares.

A check is a function `check_*(learner, reference, rng, settings)`, of which it names what it uses; the first line of its docstring,
`"function: sentence"`, is what the learner reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

from grader.compare import ATOL, RTOL, Difference, difference
from grader.language import N_, _, of_course
from grader.learner import Learner, LearnerRaised, Remote

__all__ = [
    "N_",
    "CheckFailed",
    "Mismatch",
    "after",
    "agrees",
    "claim",
    "facts",
    "make",
    "points",
    "raises",
    "set_weights",
    "stays",
    "unchanged",
    "watching",
]

F = TypeVar("F", bound=Callable[..., None])


class CheckFailed(Exception):
    """The learner's code is wrong; the sentence says how, in the learner's language. Values stand in it as `{name}`."""

    def __init__(self, sentence: str, /, **values: object) -> None:
        translated = of_course(sentence)
        # Without values, a brace is a brace.
        self.sentence = translated.format(**values) if values else translated
        super().__init__(self.sentence)


class Mismatch(CheckFailed):
    """An answer that is not the expected one."""

    def __init__(self, found: Difference, got: Any, expected: Any) -> None:
        super().__init__(found.sentence)
        self.difference = found
        self.got = got
        self.expected = expected


def points(value: float) -> Callable[[F], F]:
    """How many points the check earns; without this, one."""

    def mark(check: F) -> F:
        check.__dict__["points"] = value
        return check

    return mark


def after(*names: str) -> Callable[[F], F]:
    """The check is skipped unless these checks of the same file have passed."""

    def mark(check: F) -> F:
        check.__dict__["after"] = (*check.__dict__.get("after", ()), *names)
        return check

    return mark


def stays(reason: str) -> Callable[[F], F]:
    """Why a check stays although every mistake it catches is caught by another too; for `grade verify`."""

    def mark(check: F) -> F:
        check.__dict__["stays"] = reason
        return check

    return mark


def agrees(got: Any, expected: Any, *, rtol: float = RTOL, atol: float = ATOL, integer: bool = False) -> None:
    """Fail with a `Mismatch` unless kind, shape, finiteness and values agree within `atol + rtol * |expected|`."""
    found = difference(got, expected, rtol=rtol, atol=atol, integer=integer)
    if found:
        raise Mismatch(found, got, expected)


def claim(condition: object, sentence: str, /, **values: object) -> None:
    """Fail with the sentence unless the condition holds; `{name}` in it stands for the value of that name."""
    if not condition:
        raise CheckFailed(sentence, **values)


def unchanged(learner: Learner) -> None:
    """Fail if the last call changed one of its arguments."""
    last = learner.calls[-1]
    if last.changed is not None:
        sentence = _("{function} changed its argument. Work on a new array: the caller still needs the old one.")
        raise CheckFailed(sentence, function=last.function)


@contextmanager
def raises(learner: Learner, name: str) -> Iterator[None]:
    """Pass if the call inside raises an exception of this class or of one that is derived from it."""
    try:
        yield
    except LearnerRaised as error:
        if error.kind == "NotImplementedError" or name not in error.bases:
            raise
        return
    last = learner.calls[-1]
    sentence = _("{function} should raise {error} for these arguments, but it returned an answer")
    raise CheckFailed(sentence, function=last.function, error=name)


def watching(learner: Learner, *names: str) -> AbstractContextManager[list[tuple[tuple[int, ...] | None, ...]]]:
    """Note the argument shapes of the calls that the learner's code makes to these functions of its own."""
    return learner.watching(*names)


def facts(remote: Remote) -> dict[str, Any]:
    """The plain facts of an object that lives in the worker; `kind` says what it is."""
    if not isinstance(remote, Remote):
        raise CheckFailed(_("an object was expected, not {what:.80}"), what=repr(remote))
    return remote._learner.facts(remote)


def set_weights(model: Remote, weights: list[Any]) -> None:
    """Give a Keras model in the worker these weights."""
    model._learner.set_weights(model, weights)


def make(learner: Learner, kind: str, value: Any, dtype: str | None = None) -> Remote:
    """A new `tf.Variable`, `tf.constant` or `np.random.Generator` (its value is the seed) in the worker."""
    return learner.make(kind, value, dtype)
