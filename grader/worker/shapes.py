"""Follow arrays through products and sums: the way of the shapes through a forward pass, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Step = dict[str, Any]
_PRODUCTS = {"dot": "·", "matmul": "·", "multiply": "*"}
_MAX_STEPS = 40


class ShapeTrace:
    """One traced call. `steps` are plain dicts: `sign`, `left`, `right`, `result` as [name, shape], `error` where it broke."""

    def __init__(self, parameters: Sequence[str]) -> None:
        self.parameters = parameters
        self.steps: list[Step] = []
        self.layers = 0

    def run(self, function: Callable[..., Any], args: Sequence[Any]) -> None:
        """Call the function on traced copies of the arguments; what it raises, it raises."""
        function(*(self.named(name, arg) for name, arg in zip(self.parameters, args, strict=False)))

    def named(self, name: str, value: Any) -> Any:
        """The argument with every array in it traced under its name; entries of a dict go by their keys."""
        if isinstance(value, dict):
            return {key: self.named(str(key), item) for key, item in value.items()}
        if isinstance(value, (np.ndarray, list)):
            return self.wrap(np.asarray(value), name)
        return value

    def wrap(self, array: Any, name: str) -> Any:
        """The array as one that reports to this trace."""
        if not isinstance(array, np.ndarray):
            return array
        traced = array.view(Traced)
        traced.followed_by, traced.name = self, name
        return traced

    def note(self, sign: str, left: Any, right: Any, compute: Callable[[], Any]) -> Any:
        """Carry out one product or sum of two arrays, and note it, whether it works or not."""
        step: Step = {"sign": sign, "left": _told(left), "right": _told(right), "result": None, "error": None}
        if len(self.steps) < _MAX_STEPS:
            self.steps.append(step)
        try:
            result = compute()
        except Exception as error:
            step["error"] = str(error)[:300]
            raise
        if sign != "+":
            self.layers += 1
        name = f"a{self.layers}"
        step["result"] = [name, list(np.shape(result))]
        return self.wrap(np.asarray(result), name)


class Traced(np.ndarray[Any, Any]):
    """An ndarray that tells its trace of every product and sum it goes into."""

    # `trace` would hide the ndarray method of that name.
    followed_by: ShapeTrace | None = None
    name: str = ""

    def __array_finalize__(self, source: Any) -> None:
        self.followed_by = getattr(source, "followed_by", None)
        self.name = getattr(source, "name", "")

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **kwargs: Any) -> Any:
        plain = [_plain(value) for value in inputs]
        kwargs = {key: _plain(value) if key != "out" else tuple(map(_plain, value)) for key, value in kwargs.items()}
        trace = _trace_of(inputs)

        def compute() -> Any:
            return getattr(ufunc, method)(*plain, **kwargs)

        sign = _sign(ufunc.__name__, inputs) if method == "__call__" else None
        if trace is None:
            return compute()
        if sign:
            return trace.note(sign, inputs[0], inputs[1], compute)
        return trace.wrap(compute(), _activated(inputs))

    def __array_function__(self, func: Any, types: Any, args: Any, kwargs: Any) -> Any:
        plain = _plain_all(args), {key: _plain_all(value) for key, value in kwargs.items()}
        trace = _trace_of(args)

        def compute() -> Any:
            return func(*plain[0], **plain[1])

        if trace is None:
            return compute()
        if func is np.dot and len(args) >= 2:
            return trace.note("·", args[0], args[1], compute)
        return trace.wrap(compute(), _activated(args))

    def dot(self, other: Any, out: Any = None) -> Any:
        """The method is the function: it must be seen too."""
        return np.dot(self, other)


def _sign(name: str, inputs: Sequence[Any]) -> str | None:
    """Products and sums of two arrays that both come from the arguments; scaling by a number is no step."""
    if len(inputs) != 2 or not all(np.ndim(value) >= 1 for value in inputs):
        return None
    if name == "add":
        return "+" if _is_given(inputs[0]) or _is_given(inputs[1]) else None
    if name == "multiply":
        return "*" if any(_is_given(value) for value in inputs) else None
    return _PRODUCTS.get(name)


def _is_given(value: Any) -> bool:
    """Whether this is an argument itself, not something computed."""
    return isinstance(value, Traced) and bool(value.name) and not _computed(value.name)


def _computed(name: str) -> bool:
    return name[0] in "az" and name[1:].isdigit()


def _activated(inputs: Any) -> str:
    """The name after an element-wise step: a1 becomes z1."""
    for value in inputs if isinstance(inputs, (list, tuple)) else [inputs]:
        if isinstance(value, Traced) and value.name:
            return "z" + value.name[1:] if _computed(value.name) else value.name
    return ""


def _told(value: Any) -> list[Any]:
    name = value.name if isinstance(value, Traced) else ""
    return [name, list(np.shape(value))]


def _trace_of(values: Any) -> ShapeTrace | None:
    for value in values:
        if isinstance(value, Traced):
            return value.followed_by
        if isinstance(value, (list, tuple)):
            found = _trace_of(value)
            if found is not None:
                return found
    return None


def _plain(value: Any) -> Any:
    return value.view(np.ndarray) if isinstance(value, Traced) else value


def _plain_all(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return type(value)(_plain_all(item) for item in value)
    return _plain(value)
