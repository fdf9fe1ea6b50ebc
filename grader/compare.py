"""Compare two plain values as a check means it: kind, shape, finiteness, then values. Never a bare `np.allclose`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from grader.language import N_, _

RTOL = 1e-6
ATOL = 1e-8
_MAX_TEXT = 160
_PHRASES = {
    "None": N_("None (is a `return` missing?)"),
    "number": N_("a number"),
    "complex number": N_("a complex number"),
    "truth value": N_("a truth value"),
    "array": N_("an array"),
    "text": N_("a text"),
    "list": N_("a list"),
    "tuple": N_("a tuple"),
    "dict": N_("a dict"),
}
_CONTENTS = {
    "b": N_("truth values"),
    "i": N_("integers"),
    "u": N_("integers"),
    "f": N_("floats"),
    "c": N_("complex numbers"),
}


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
        return _unequal("kind", _a(kind, got), _a(wanted, expected))
    if wanted in ("list", "tuple"):
        return _sequences(got, expected, rtol=rtol, atol=atol, integer=integer)
    if wanted == "dict":
        return _dicts(got, expected, rtol=rtol, atol=atol, integer=integer)
    if wanted == "number" and (_is_beyond_64_bits(got) or _is_beyond_64_bits(expected)):
        return _large_integers(got, expected, rtol=rtol, atol=atol, integer=integer)
    if wanted in ("number", "array"):
        return _arrays(np.asarray(got), np.asarray(expected), rtol=rtol, atol=atol, integer=integer)
    if wanted == "object":
        return Difference("kind", _("the answer is an object that holds no plain value"))
    return None if got == expected else _unequal("values", _short(repr(got)), _short(repr(expected)))


def _unequal(aspect: str, got: str, expected: str) -> Difference:
    sentence = _("the answer is {got}, but {expected} was expected")
    return Difference(aspect, sentence.format(got=got, expected=expected))


def _short(text: str) -> str:
    return text if len(text) <= _MAX_TEXT else text[: _MAX_TEXT - 1] + "…"


def _is_beyond_64_bits(value: object) -> bool:
    """A Python integer that no NumPy dtype holds."""
    return type(value) is int and not -(1 << 63) <= value < 1 << 64


def _large_integers(got: Any, expected: Any, *, rtol: float, atol: float, integer: bool) -> Difference | None:
    """Numbers of which one is too large for an array."""
    if integer and not isinstance(got, int) and np.asarray(got).dtype.kind == "f":
        return Difference(
            "dtype", _("the answer is {number}, a float, but an integer was expected").format(number=number(got))
        )
    if type(got) is int and isinstance(expected, (int, np.integer)):
        return None if got == int(expected) else _unequal("values", number(got), number(expected))
    try:
        near = math.isfinite(expected) and abs(float(got) - float(expected)) <= atol + rtol * abs(float(expected))
    except OverflowError:  # beyond the floats too: only the same integer will do
        near = type(got) is type(expected) and got == expected
    return None if near else _unequal("values", number(got), number(expected))


def _a(kind: str, value: Any) -> str:
    if kind != "object":
        return _(_PHRASES[kind])
    name = getattr(getattr(value, "_handle", value), "type", type(value).__name__)
    if name == "numpy.ndarray":  # one that cannot cross: its elements are texts, lists, …
        return _("an array of something else than numbers")
    return _("an object of type {name}").format(name=name)


def _arrays(got: Any, expected: Any, *, rtol: float, atol: float, integer: bool) -> Difference | None:
    problem = _dtype_problem(got, expected, integer)
    if problem:
        return Difference("dtype", problem)
    if got.shape != expected.shape:
        return Difference(
            "shape",
            _("the answer has shape {got}, but shape {expected} was expected").format(
                got=got.shape, expected=expected.shape
            ),
        )
    if got.dtype.kind == "b" or (got.dtype.kind in "iu" and expected.dtype.kind in "iu"):
        wrong = np.asarray(got != expected)  # whole numbers are exact: as floats, 2**53 and 2**53 + 1 would be the same
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
    kind, wanted = _CONTENTS[got.dtype.kind], _CONTENTS[expected.dtype.kind]
    if integer and kind != "integers":
        wanted = "integers"
    elif kind == wanted or {kind, wanted} == {"integers", "floats"}:
        return None
    sentence = _("the answer holds {kind} ({dtype}), but {wanted} were expected")
    return sentence.format(kind=_(kind), dtype=got.dtype, wanted=_(wanted))


def _first(wrong: Any, got: Any, expected: Any, aspect: str) -> Difference:
    index = tuple(int(i) for i in np.argwhere(wrong)[0]) if wrong.ndim else ()
    there = {"got": number(got[index]), "expected": number(expected[index])}
    sentence = _("the answer is {got}, but {expected} was expected").format(**there)
    if index:
        sentence = _("at index {index} the answer is {got}, but {expected} was expected")
        sentence = sentence.format(index=_index(index), **there)
    count = {"count": int(wrong.sum()), "size": wrong.size}
    if count["count"] == 1:
        return Difference(aspect, sentence, index)
    if aspect == "values" and got.dtype.kind != "b":
        with np.errstate(invalid="ignore", over="ignore"):
            largest = number(float(np.max(_errors(got[wrong], expected[wrong]))))
        more = _("{count} of {size} values differ, by {largest} at most").format(largest=largest, **count)
    else:
        more = _("{count} of {size} values differ").format(**count)
    return Difference(aspect, f"{sentence}; {more}", index)


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
        return Difference(
            "shape",
            _("the answer has {got} items, but {expected} were expected").format(got=len(got), expected=len(expected)),
        )
    if all(type(item) is str for item in (*got, *expected)) and list(got) == list(expected):
        return None  # hundreds of words, one by one, would take longer than all else of a check
    for index, (ours, theirs) in enumerate(zip(got, expected, strict=True)):
        found = difference(ours, theirs, **how)
        if found:
            return Difference(
                found.aspect,
                _("item {index}: {sentence}").format(index=index, sentence=found.sentence),
                (index, *(found.where or ())),
            )
    return None


def _dicts(got: Any, expected: Any, **how: Any) -> Difference | None:
    if set(got) != set(expected):
        lacking, extra = sorted(set(expected) - set(got), key=str), sorted(set(got) - set(expected), key=str)
        keys = {"lacking": _short(str(lacking)), "extra": _short(str(extra))}
        if not extra:
            return Difference("shape", _("the answer lacks {lacking}").format(**keys))
        if not lacking:
            return Difference("shape", _("the answer has {extra} too").format(**keys))
        return Difference("shape", _("the answer lacks {lacking} and has {extra} too").format(**keys))
    for key in expected:
        found = difference(got[key], expected[key], **how)
        if found:
            return Difference(found.aspect, f"{key!r}: {found.sentence}", (key, *(found.where or ())))
    return None
