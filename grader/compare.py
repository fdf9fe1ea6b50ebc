"""Compare two plain values as a check means it: kind, shape, finiteness, then values. Never a bare `np.allclose`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

RTOL = 1e-6
ATOL = 1e-8
_MAX_TEXT = 160


@dataclass(frozen=True, slots=True)
class Difference:
    """How two values differ: `aspect` is kind, dtype, shape, finite or values; `where` is the first differing index."""

    aspect: str
    sentence: str
    where: tuple[Any, ...] | None = None


def kind_of(value: object) -> str:
    """What a value is, in a learner's words: number, array, truth value, text, list, …"""
    if isinstance(value, (bool, np.bool)):
        return "truth value"
    if isinstance(value, (int, float, np.integer, np.floating)):
        return "number"
    if isinstance(value, np.ndarray):
        return "number" if value.ndim == 0 and value.dtype.kind in "iuf" else "array"
    if value is None:
        return "None"
    names = {str: "text", list: "list", tuple: "tuple", dict: "dict", complex: "complex number"}
    return names.get(type(value), "complex number" if isinstance(value, np.complexfloating) else "object")


def difference(
    got: Any, expected: Any, *, rtol: float = RTOL, atol: float = ATOL, integer: bool = False
) -> Difference | None:
    """How `got` differs from `expected`, or None where it agrees."""
    kind, wanted = kind_of(got), kind_of(expected)
    if kind != wanted:
        return Difference("kind", f"the answer is {_a(kind, got)}, but {_a(wanted, expected)} was expected")
    if wanted in ("list", "tuple"):
        return _sequences(got, expected, rtol=rtol, atol=atol, integer=integer)
    if wanted == "dict":
        return _dicts(got, expected, rtol=rtol, atol=atol, integer=integer)
    if wanted == "number" and (_is_beyond_64_bits(got) or _is_beyond_64_bits(expected)):
        return _large_integers(got, expected, rtol=rtol, atol=atol, integer=integer)
    if wanted in ("number", "array"):
        return _arrays(np.asarray(got), np.asarray(expected), rtol=rtol, atol=atol, integer=integer)
    if wanted == "object":
        return Difference("kind", "the answer is an object that holds no plain value")
    return None if got == expected else _unequal(_short(repr(got)), _short(repr(expected)))


def _unequal(got: str, expected: str) -> Difference:
    return Difference("values", f"the answer is {got}, but {expected} was expected")


def _short(text: str) -> str:
    return text if len(text) <= _MAX_TEXT else text[: _MAX_TEXT - 1] + "…"


def _is_beyond_64_bits(value: object) -> bool:
    """A Python integer that no NumPy dtype holds."""
    return type(value) is int and not -(1 << 63) <= value < 1 << 64


def _large_integers(got: Any, expected: Any, *, rtol: float, atol: float, integer: bool) -> Difference | None:
    """Numbers of which one is too large for an array."""
    if integer and not isinstance(got, int) and np.asarray(got).dtype.kind == "f":
        return Difference("dtype", f"the answer is {number(got)}, a float, but an integer was expected")
    try:
        near = math.isfinite(expected) and abs(float(got) - float(expected)) <= atol + rtol * abs(float(expected))
    except OverflowError:  # beyond the floats too: only the same integer will do
        near = type(got) is type(expected) and got == expected
    return None if near else _unequal(number(got), number(expected))


def _a(kind: str, value: Any) -> str:
    if kind == "None":
        return "None (is a `return` missing?)"
    if kind == "object":
        name = getattr(getattr(value, "_handle", value), "type", type(value).__name__)
        if name == "numpy.ndarray":  # one that cannot cross: its elements are texts, lists, …
            return "an array of something else than numbers"
        return f"an object of type {name}"
    return f"an {kind}" if kind == "array" else f"a {kind}"


def _arrays(got: Any, expected: Any, *, rtol: float, atol: float, integer: bool) -> Difference | None:
    problem = _dtype_problem(got, expected, integer)
    if problem:
        return Difference("dtype", problem)
    if got.shape != expected.shape:
        return Difference("shape", f"the answer has shape {got.shape}, but shape {expected.shape} was expected")
    if got.dtype.kind == "b":
        wrong = got != expected
        return _first(wrong, got, expected, "values") if wrong.any() else None
    finite, wanted = np.isfinite(got), np.isfinite(expected)
    same_odd = (np.isnan(got) & np.isnan(expected)) | (got == expected)
    odd = ~(finite & wanted) & ~same_odd
    if odd.any():
        return _first(odd, got, expected, "finite")
    with np.errstate(invalid="ignore", over="ignore"):
        wrong = finite & wanted & ~same_odd & ~(_errors(got, expected) <= atol + rtol * np.abs(_wide(expected)))
    return _first(wrong, got, expected, "values") if wrong.any() else None


def _wide(values: Any) -> Any:
    return values.astype(complex if values.dtype.kind == "c" else float)


def _errors(got: Any, expected: Any) -> Any:
    return np.abs(_wide(got) - _wide(expected))


def _dtype_problem(got: Any, expected: Any, integer: bool) -> str | None:
    kinds = {"b": "truth values", "i": "integers", "u": "integers", "f": "floats", "c": "complex numbers"}
    kind, wanted = kinds[got.dtype.kind], kinds[expected.dtype.kind]
    if integer and kind != "integers":
        return f"the answer holds {kind} ({got.dtype}), but integers were expected"
    if kind == wanted or {kind, wanted} == {"integers", "floats"}:
        return None
    return f"the answer holds {kind} ({got.dtype}), but {wanted} were expected"


def _first(wrong: Any, got: Any, expected: Any, aspect: str) -> Difference:
    index = tuple(int(i) for i in np.argwhere(wrong)[0]) if wrong.ndim else ()
    count = int(wrong.sum())
    place = f"at index {_index(index)} " if index else ""
    sentence = f"{place}the answer is {number(got[index])}, but {number(expected[index])} was expected"
    if count > 1:
        sentence += f"; {count} of {wrong.size} values differ"
        if aspect == "values" and got.dtype.kind != "b":
            with np.errstate(invalid="ignore", over="ignore"):
                largest = float(np.max(_errors(got[wrong], expected[wrong])))
            sentence += f", by {number(largest)} at most"
    return Difference(aspect, sentence, index)


def _index(index: tuple[int, ...]) -> str:
    return f"[{', '.join(map(str, index))}]"


def number(value: Any) -> str:
    """A number as a learner reads it: nine digits at most."""
    if isinstance(value, (bool, np.bool)):
        return str(bool(value))
    if isinstance(value, (complex, np.complexfloating)):
        return f"{complex(value):.9g}"
    if _is_beyond_64_bits(value):
        return f"{Decimal(value):.9g}"
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    return f"{float(value):.9g}"


def _sequences(got: Any, expected: Any, **how: Any) -> Difference | None:
    if len(got) != len(expected):
        return Difference("shape", f"the answer has {len(got)} items, but {len(expected)} were expected")
    for index, (ours, theirs) in enumerate(zip(got, expected, strict=True)):
        found = difference(ours, theirs, **how)
        if found:
            return Difference(found.aspect, f"item {index}: {found.sentence}", (index, *(found.where or ())))
    return None


def _dicts(got: Any, expected: Any, **how: Any) -> Difference | None:
    if set(got) != set(expected):
        lacking, extra = sorted(set(expected) - set(got), key=str), sorted(set(got) - set(expected), key=str)
        words = [f"lacks {_short(str(lacking))}" if lacking else "", f"has {_short(str(extra))} too" if extra else ""]
        return Difference("shape", f"the answer {' and '.join(word for word in words if word)}")
    for key in expected:
        found = difference(got[key], expected[key], **how)
        if found:
            return Difference(found.aspect, f"{key!r}: {found.sentence}", (key, *(found.where or ())))
    return None
