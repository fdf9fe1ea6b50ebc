"""Words that fit no single mistake but are true on every recorded call: said only where no variant fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader.compare import difference, number
from grader.diagnose.answers import Answer, same_answer
from grader.language import _
from grader.learner import Call
from grader.results import Diagnosis

LARGE = 20.0
_LARGEST = 1_000_000


class Point:
    """One recorded call: the first argument, the learner's answer, the right one."""

    def __init__(self, call: Call, got: Answer, want: Answer) -> None:
        self.call = call
        self.got = got
        self.want = want
        self.same = same_answer(got, want)
        self.right = self.same if got.exception else not _differs(got, want)  # to raise what is asked for is right
        args = call.arguments()[0]
        self.x: Any = _array(args[0]) if args else None
        self.numbers: Any = _array(got.value) if got.exception is None else None
        self.wanted: Any = _array(want.value) if want.exception is None else None

    @property
    def alike(self) -> bool:
        """Both answers are numbers of one shape."""
        return self.numbers is not None and self.wanted is not None and self.numbers.shape == self.wanted.shape


def _differs(got: Answer, want: Answer) -> bool:
    if want.exception or (got.changed is None) != (want.changed is None):
        return not same_answer(got, want)
    return difference(got.value, want.value, rtol=1e-4, atol=1e-6) is not None


def _array(value: Any) -> Any:
    if isinstance(value, (np.ndarray, np.number, int, float)) and not isinstance(value, bool):
        array = np.asarray(value)
        # One byte a number may have come, eight would be kept: what is that large is not looked at twice.
        return array.astype(float) if array.dtype.kind in "iuf" and array.size <= _LARGEST else None
    return None


def generic_words(function: str, record: Sequence[tuple[Call, Answer, Answer]]) -> Diagnosis | None:
    """The first sentence that is true on every recorded call of the function, or None."""
    points = [Point(*entry) for entry in record]
    wrong = [point for point in points if not point.right]
    if not wrong:
        return None
    for name, rule in _RULES:
        text = rule(points, wrong)
        if text:
            return Diagnosis(f"generic:{name}", f"{function}: {text}")
    return None


def _another_answer(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    first: dict[bytes, Point] = {}
    for point in points:
        before = first.setdefault(point.call.sent, point)
        if not same_answer(before.got, point.got):
            return _(
                "the same question got another answer when it was asked again. Is something random, or kept between calls?"
            )
    return None


def _changes_argument(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    changing = [p for p in wrong if p.got.changed is not None]
    if len(changing) == len(wrong) and all(difference(p.got.value, p.want.value) is None for p in wrong):
        return _("the answer is right, but the argument is changed. Work on a copy: `x = x.copy()`.")
    return None


def _wrong_container(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    for point in wrong:
        got, want = point.got.value, point.want.value
        try:
            same = np.allclose(_as_floats(got), _as_floats(want), rtol=1e-6, equal_nan=True)
        except (TypeError, ValueError):
            return None
        if not same or np.shape(got) != np.shape(want) or difference(got, want) is None:
            return None
    got = wrong[0].got.value
    word = f"dtype {got.dtype}" if isinstance(got, np.ndarray) else f"type {type(got).__name__}"
    sentence = _("the values are right, but they come as {what}. Compare it with what the task text asks for.")
    return sentence.format(what=word)


def _as_floats(value: Any) -> Any:
    """The numbers in any container. Raises `TypeError` or `ValueError` where there are others: None would become NaN."""
    array = np.asarray(value)
    if array.dtype.kind == "O" or (array.dtype.kind == "c" and array.imag.any()):
        raise TypeError("not plain numbers")
    return array.real.astype(float)


def _input_unchanged(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    def is_input(p: Point) -> bool:
        return p.x is not None and p.numbers is not None and np.array_equal(p.x, p.numbers, equal_nan=True)

    return _("it gives back its input as it came.") if all(map(is_input, points)) else None


def _transposed(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    def is_transpose(p: Point) -> bool:
        return (
            p.numbers is not None
            and p.wanted is not None
            and p.wanted.ndim == 2
            and p.numbers.shape == p.wanted.T.shape
            and np.allclose(p.numbers, p.wanted.T, rtol=1e-6)
        )

    if not all(map(is_transpose, wrong)):
        return None
    if all(p.alike for p in wrong):
        return _("the shape is right, but rows and columns are swapped.")
    return _("the answer is the transpose of what was expected: rows and columns are swapped.")


def _scaled(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    if len(wrong) < 2 or not all(p.alike and p.numbers.size for p in points):
        return None
    got, want = (np.concatenate([a.ravel() for a in arrays]) for arrays in _columns(points))
    if not np.isfinite(got).all() or not np.isfinite(want).all() or not want.any():
        return None
    # The largest value tells the factor best; the smallest may have been lost to rounding.
    largest = np.argmax(np.abs(want))
    factor = got[largest] / want[largest]
    if np.isclose(factor, 1) or factor == 0 or not np.allclose(got, factor * want, rtol=1e-6, atol=1e-9):
        return None
    return _("every answer is {factor} times what was expected.").format(factor=number(_tidy(factor)))


def _shifted(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    if len(wrong) < 2 or not all(p.alike and p.numbers.size for p in points):
        return None
    got, want = (np.concatenate([a.ravel() for a in arrays]) for arrays in _columns(points))
    if not np.isfinite(got).all() or not np.isfinite(want).all():
        return None
    offsets = got - want
    if offsets[0] == 0 or not np.allclose(offsets, offsets[0], rtol=1e-6, atol=1e-9):
        return None
    more, less = _("every answer is {number} more than expected."), _("every answer is {number} less than expected.")
    return (more if offsets[0] > 0 else less).format(number=number(_tidy(abs(offsets[0]))))


def _columns(points: Sequence[Point]) -> tuple[list[Any], list[Any]]:
    return [p.numbers for p in points], [p.wanted for p in points]


def _tidy(value: float) -> float:
    return float(f"{value:.6g}")


def _wrong_places(point: Point) -> Any:
    assert point.numbers is not None
    assert point.wanted is not None
    with np.errstate(invalid="ignore", over="ignore"):
        close = np.isclose(point.numbers, point.wanted, rtol=1e-4, atol=1e-6, equal_nan=True)
    return ~close


def _not_finite(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    if not all(p.alike for p in wrong):
        return None
    for p in wrong:
        if np.isfinite(p.numbers[_wrong_places(p)]).any():
            return None
    kind = "NaN" if any(np.isnan(p.numbers).any() for p in wrong) else _("infinity")
    by_element = [p for p in wrong if p.x is not None and p.x.shape == p.numbers.shape]
    if len(by_element) == len(wrong) and all((np.abs(p.x[_wrong_places(p)]) > LARGE).all() for p in wrong):
        sentence = _("{kind} comes out where the input is large: e to the power of a large number overflows.")
        return sentence.format(kind=kind)
    if len(by_element) == len(wrong) and all((np.abs(p.x) > LARGE).any() for p in wrong):
        sentence = _("{kind} comes out as soon as an input is large: e to the power of a large number overflows.")
        return sentence.format(kind=kind)
    if not any((~_wrong_places(p)).any() for p in points if p.alike):
        return None  # there are no others
    sentence = _("some answers are {kind}, all others are right. Is something divided by zero, or too large for exp?")
    return sentence.format(kind=kind)


def _except_where(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    if not all(p.alike and p.x is not None and p.x.shape == p.numbers.shape for p in points):
        return None
    conditions: list[tuple[str, Callable[[Any], Any]]] = [
        (_("right, except where the input is exactly 0."), lambda x: x == 0),
        (
            _("right, except where the input is large (beyond ±{large:g}).").format(large=LARGE),
            lambda x: np.abs(x) > LARGE,
        ),
        (_("right, except where the input is negative."), lambda x: x < 0),
        (_("right, except where the input is positive."), lambda x: x > 0),
    ]
    for words, condition in conditions:
        # Where every input was positive, nothing is known to be right for the others.
        seen_elsewhere = any(not condition(p.x).all() for p in points)
        if seen_elsewhere and all(condition(p.x)[_wrong_places(p)].all() for p in wrong):
            return words
    return None


def _by_batch(points: Sequence[Point], wrong: Sequence[Point]) -> str | None:
    if not all(p.x is not None for p in points):
        return None
    single = [p for p in points if p.x.ndim <= 1]
    batch = [p for p in points if p.x.ndim >= 2]
    if len(single) < 2 or len(batch) < 2:
        return None
    if all(p.right for p in single) and not any(p.right for p in batch):
        return _("right for one sample, wrong for a batch. In a batch each row is a sample of its own.")
    if all(p.right for p in batch) and not any(p.right for p in single):
        return _("right for a batch, wrong for one sample alone, whose shape has no batch axis.")
    return None


_RULES: tuple[tuple[str, Callable[[Sequence[Point], Sequence[Point]], str | None]], ...] = (
    ("another_answer", _another_answer),
    ("changes_argument", _changes_argument),
    ("wrong_container", _wrong_container),
    ("input_unchanged", _input_unchanged),
    ("transposed", _transposed),
    ("scaled", _scaled),
    ("shifted", _shifted),
    ("not_finite", _not_finite),
    ("except_where", _except_where),
    ("by_batch", _by_batch),
)
