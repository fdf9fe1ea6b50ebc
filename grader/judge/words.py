"""Values and calls as text: short, and where it fits, to be pasted into a REPL."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader import wire
from grader.compare import number
from grader.language import _
from grader.learner import Call, Remote

MAX_VALUES = 24
_MAX_TEXT = 160
_MAX_DIMENSIONS = 4  # NumPy shortens each dimension by itself: of twenty, a million values would be left
_MAX_ANSWER = 2000


def call_text(call: Call) -> str | None:
    """`softmax(np.array([0.3, 2.9]))`, or None for a question that is not a call of the learner's function."""
    if call.op != "call":
        return None
    args, kwargs = call.arguments()
    words = [argument_text(arg) for arg in args]
    words += [f"{name}={argument_text(value)}" for name, value in kwargs.items()]
    return f"{call.function}({', '.join(words)})"


def argument_text(value: Any) -> str:
    """A value as Python would take it back; what is too long for a line is told by its shape, in angle brackets."""
    if isinstance(value, np.ndarray):
        if value.size > MAX_VALUES:
            return _too_large(value)
        dtype = "" if value.dtype in (np.float64, np.int64, np.bool) and value.size else f", dtype=np.{value.dtype}"
        return f"np.array({_nested(value.tolist())}{dtype})"
    if isinstance(value, np.generic):
        return f"np.{value.dtype}({number(value)})"
    if isinstance(value, (wire.Handle, Remote)):
        return f"<{value.type.rpartition('.')[2]}>" if isinstance(value, wire.Handle) else repr(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {argument_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        inner = ", ".join(argument_text(item) for item in value[:MAX_VALUES])
        inner += ", …" if len(value) > MAX_VALUES else ""
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' if len(value) == 1 else ''})"
    if isinstance(value, float):
        return _float(value)
    text = repr(value)
    return text if len(text) <= _MAX_TEXT else text[: _MAX_TEXT - 1] + "…"


def value_text(value: Any) -> str:
    """A value as a learner compares it by eye: few digits, and the shape and dtype that its text does not tell."""
    text = _value_text(value)
    return text if len(text) <= _MAX_ANSWER else text[: _MAX_ANSWER - 1] + "…"


def _value_text(value: Any) -> str:
    if isinstance(value, np.ndarray):
        if value.ndim > _MAX_DIMENSIONS:
            return argument_text(value) if value.size <= MAX_VALUES else _too_large(value)
        text = np.array2string(
            value, precision=8, threshold=MAX_VALUES, edgeitems=3, separator=", ", max_line_width=72, prefix="array("
        )
        kind = _("shape {shape}, {dtype}").format(shape=value.shape, dtype=value.dtype)
        return f"array({text})  {kind}"
    if isinstance(value, (np.integer, np.floating)):
        return f"{number(value)}  ({value.dtype})"
    if type(value) is float:
        return number(value)
    return argument_text(value)


def _too_large(array: Any) -> str:
    return _("<array of shape {shape}, {dtype}>").format(shape=array.shape, dtype=array.dtype)


def _nested(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_nested(item) for item in value) + "]"
    return _float(value) if isinstance(value, float) else repr(value)


def _float(value: float) -> str:
    if value != value:
        return "np.nan"
    if value in (float("inf"), float("-inf")):
        return "np.inf" if value > 0 else "-np.inf"
    return repr(value)
