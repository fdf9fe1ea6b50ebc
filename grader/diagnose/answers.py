"""Answers of two pieces of code to the same question, and whether they are the same answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from grader import wire
from grader.compare import kind_of
from grader.learner import Call, LearnerRaised, Remote, Unsendable

# NumPy words one mistake, sizes that do not fit, differently for every operation that meets it.
_SHAPE_TROUBLE = re.compile(
    r"could not be broadcast|not aligned|mismatch in its core dimension|broadcastable shape|size of .* does not match"
    r"|cannot reshape|shape mismatch|dimensions? .* (must|do not) match|did not match the loop dimension|not broadcast"
)
_MAX_PARTS = 2000
# A mistake is named only if it differs from the reference on so many calls.
MIN_DIFFERENT = 2
# What differs from run to run: addresses, and the numbers that Keras puts behind its names.
_PASSING = re.compile(r"0x[0-9a-f]{6,}|(?<=[a-z])_\d+\b")
# Sequential and functional models are built in two ways, and do the same.
_KERAS_MODEL = re.compile(r"keras\.src\.models\.(sequential\.Sequential|functional\.Functional)")
# What a Keras model without an Input learns from its first data.
_KNOWN_ONCE_BUILT = {"built", "weights", "input_shape", "output_shape", "parameters"}

# What a learner words freely in a figure.
_NAMES = ("title", "xlabel", "ylabel")
# An array with more numbers than this is kept on disk as a sample of so many.
_SAMPLED = 256


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Some numbers of a large array, and its shape. They can show that it is another array, never that it is the same."""

    shape: tuple[int, ...]
    numbers: Any

    @classmethod
    def of(cls, array: Any) -> Sample:
        """The sample of an array; of two arrays of one shape, the same places are taken."""
        places = np.linspace(0, array.size - 1, _SAMPLED).astype(np.intp)
        return cls(array.shape, array.reshape(-1)[places])

    @staticmethod
    def does_for(value: Any) -> bool:
        """Whether this is an array that is large enough for a sample."""
        return type(value) is np.ndarray and value.size > _SAMPLED


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: a value, or an exception by type and text; what became of the arguments; which calls were seen."""

    value: Any = None
    exception: tuple[str, str] | None = None
    changed: Any = None
    seen: list[list[Any]] = field(default_factory=list)


def answer_of(call: Call) -> Answer | None:
    """What the learner answered, or None where the answer says nothing: lost worker, missing function."""
    if call.fault is None:
        if _has_many_parts(call.value) or _has_many_parts(call.changed):
            return None  # looking at it dozens of times would take the judge minutes
        return Answer(call.value, None, call.changed, call.seen)
    if isinstance(call.fault, LearnerRaised):
        return Answer(None, (call.fault.kind, call.fault.text), None, [])
    if isinstance(call.fault, Unsendable):
        return Answer(None, ("Unsendable", ""), None, [])
    return None


def _has_many_parts(value: Any) -> bool:
    """Whether a list or a dict holds more than any function of an exercise has reason to give back."""
    parts, seen = [value], 0
    while parts:
        part = parts.pop()
        inside = list(part.values()) if isinstance(part, dict) else part if isinstance(part, (list, tuple)) else ()
        seen += len(inside)
        if seen > _MAX_PARTS:
            return True
        parts += inside
    return False


def same_answer(one: Answer, other: Answer, rtol: float = 1e-6, exact: bool = False) -> bool:
    """Whether a learner's answer and a variant's are the same, up to rounding; with `exact`, in an exception's words too."""
    if one.exception or other.exception:
        return _same_exception(one.exception, other.exception, exact)
    if not _same_value(one.value, other.value, rtol):
        return False
    if (one.changed is None) != (other.changed is None):
        return False
    if one.changed is not None and not _same_value(one.changed, other.changed, rtol):
        return False
    # Code that does its work without going through the watched function shows no calls: the values must do.
    return not one.seen or not other.seen or _lists(one.seen) == _lists(other.seen)


def _same_exception(one: tuple[str, str] | None, other: tuple[str, str] | None, exact: bool) -> bool:
    if one is None or other is None or one[0] != other[0]:
        return False
    if _PASSING.sub("", one[1]) == _PASSING.sub("", other[1]):
        return True
    if not other[1]:
        return not exact  # a variant that raises without a text stands for a learner's own words
    return bool(_SHAPE_TROUBLE.search(one[1]) and _SHAPE_TROUBLE.search(other[1]))


def _same_value(one: Any, other: Any, rtol: float) -> bool:
    if isinstance(one, Sample) or isinstance(other, Sample):
        return _same_samples(one, other, rtol)
    kind = kind_of(one)
    if kind != kind_of(other):
        return False
    if kind == "object":
        return type_name(one) == type_name(other)
    if kind in ("list", "tuple"):
        return len(one) == len(other) and all(_same_value(a, b, rtol) for a, b in zip(one, other, strict=True))
    if kind == "dict":
        if one.get("built") is False or other.get("built") is False:
            one, other = ({k: v for k, v in facts.items() if k not in _KNOWN_ONCE_BUILT} for facts in (one, other))
        return one.keys() == other.keys() and all(_same_value(one[key], other[key], rtol) for key in one)
    if kind in ("number", "array"):
        return _same_numbers(np.asarray(one), np.asarray(other), rtol)
    return bool(one == other)


def _same_samples(one: Any, other: Any, rtol: float) -> bool:
    one, other = (Sample.of(value) if Sample.does_for(value) else value for value in (one, other))
    if not isinstance(one, Sample) or not isinstance(other, Sample) or one.shape != other.shape:
        return False
    return _same_numbers(one.numbers, other.numbers, rtol)


def _same_numbers(one: Any, other: Any, rtol: float) -> bool:
    if one.dtype.kind != other.dtype.kind and {one.dtype.kind, other.dtype.kind} != {"i", "u"}:
        return False
    if one.dtype.kind == "O":  # integers beyond 64 bits
        return bool(one == other)
    if one.shape != other.shape:
        return False
    same = one == other
    if np.all(same) or one.dtype.kind in "biu":
        return bool(np.all(same))
    # Thousands of comparisons a diagnosis: no sentence is made here, as `compare.difference` would.
    single = "float32" in (one.dtype.name, other.dtype.name)
    return _close(one, other, same, max(rtol, 1e-4) if single else rtol, 1e-6 if single else 1e-9)


def _close(one: Any, other: Any, same: Any, rtol: float, atol: float) -> bool:
    wide = np.result_type(one, other, np.float64)
    one, other = one.astype(wide), other.astype(wide)
    with np.errstate(invalid="ignore", over="ignore"):
        near = np.isfinite(other) & (np.abs(one - other) <= atol + rtol * np.abs(other))
    return bool(np.all(same | near | (np.isnan(one) & np.isnan(other))))


def in_own_words(told: Answer, answer: Answer, right: Answer) -> Answer:
    """A variant's figure with the learner's title and names of axes, where the variant has the right ones.

    There its mistake is another, and learners may call a thing as they like.
    """
    if not all(is_figure(one.value) for one in (told, answer, right)):
        return answer
    axes = [dict(own) for own in answer.value["axes"]]
    for theirs, own, best in zip(told.value["axes"], axes, right.value["axes"], strict=False):
        own.update({name: theirs.get(name) for name in _NAMES if own[name] == best[name]})
    return replace(answer, value={**answer.value, "axes": axes})


def is_figure(value: Any) -> bool:
    """Whether this is the facts of a figure."""
    return type(value) is dict and value.get("kind") == "matplotlib.Figure"


def type_name(value: Any) -> str:
    """The type of an object that stayed in a worker."""
    handle = value._handle if isinstance(value, Remote) else value
    return _KERAS_MODEL.sub("keras.Model", handle.type) if isinstance(handle, wire.Handle) else type(value).__name__


def _lists(value: Any) -> Any:
    return [_lists(item) for item in value] if isinstance(value, (list, tuple)) else value
