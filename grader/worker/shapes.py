"""Follow arrays through products and sums: the way of the shapes through a forward pass, step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

Step = dict[str, Any]
_PRODUCTS = {"dot": "·", "matmul": "·", "multiply": "*"}
_MAX_STEPS = 40
_MAX_KNOWN = 60


class ShapeTrace:
    """One traced call. `steps` are plain dicts: `sign`, `left`, `right`, `result` as [name, shape], `error` where it broke.

    Code that leaves the way (loops over elements, copies, sums of its own) may be right all the same: it has no steps at all.
    """

    def __init__(self, parameters: Sequence[str]) -> None:
        self.parameters = parameters
        self.steps: list[Step] = []
        self.layers = 0
        self.lost = False
        self._last: Any = None
        self._known: list[tuple[str, Any]] = []

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
        if name and len(self._known) < _MAX_KNOWN:
            self._known.append((name, array))
        return traced

    def lose(self) -> None:
        """From here on the way cannot be followed: say nothing rather than something wrong."""
        self.lost = True
        self.steps.clear()

    def told(self, value: Any, sign: str) -> list[Any]:
        """Name and shape of an operand; a copy of a known array goes by that array's name."""
        name = value.name if isinstance(value, Traced) else ""
        if not name and np.ndim(value) >= 1:
            name = next((known for known, array in reversed(self._known) if np.array_equal(array, _plain(value))), "")
            if not name and sign != "+" and np.shape(value) == self._last:
                name = f"z{self.layers}"  # an activation that turned the layer's sum into an array of its own
            if not name:
                self.lose()
        return [name, list(np.shape(value))]

    def combine(self, operands: Sequence[Any], compute: Callable[[], Any]) -> Any:
        """Another function of several arrays: the product by another name, or the end of what can be followed."""
        result = compute()
        if len(operands) == 2:
            left, right = operands
            if _is_product(_plain(left), _plain(right), result):
                return self.note("·", left, right, lambda: result)
        self.lose()
        return self.wrap(result, "")

    def note(self, sign: str, left: Any, right: Any, compute: Callable[[], Any]) -> Any:
        """Carry out one product or sum of two arrays, and note it, whether it works or not."""
        if sign == "+" and _is_given(left) and not _is_given(right):
            left, right = right, left  # b + a is a + b
        told = self.told(left, sign), self.told(right, sign)
        step: Step = {"sign": sign, "left": told[0], "right": told[1], "result": None, "error": None}
        if len(self.steps) < _MAX_STEPS and not self.lost:
            self.steps.append(step)
        try:
            result = compute()
        except Exception as error:
            step["error"] = str(error)[:300]
            raise
        if sign != "+":
            self.layers += 1
        name, self._last = f"a{self.layers}", np.shape(result)
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
        operands = _arrays(args)
        if not _is_element_wise(operands):
            return trace.combine(operands, compute)
        return trace.wrap(compute(), _activated(args))

    def __getitem__(self, key: Any) -> Any:
        item = super().__getitem__(key)
        if self.followed_by is not None and np.ndim(item) != self.ndim:
            self.followed_by.lose()
        return item

    def dot(self, other: Any, out: Any = None) -> Any:
        """The method is the function: it must be seen too."""
        return np.dot(self, other)


def _sign(name: str, inputs: Sequence[Any]) -> str | None:
    """Products and sums of two arrays that both come from the arguments; scaling by a number is no step."""
    if len(inputs) != 2 or not all(np.ndim(value) >= 1 for value in inputs):
        return None
    if name == "add":
        return "+" if any(_is_given(value) or not isinstance(value, Traced) for value in inputs) else None
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


def _is_element_wise(operands: Sequence[Any]) -> bool:
    """Whether arrays of one origin, or of one shape and all computed, go in: such a function is an activation's, not a layer's."""
    names = {getattr(operand, "name", "") for operand in operands}
    if len(names) <= 1:
        return True
    return len({operand.shape for operand in operands}) == 1 and all(name and _computed(name) for name in names)


def _is_product(left: Any, right: Any, result: Any) -> bool:
    try:
        product = np.dot(left, right)
    except ValueError:
        return False
    return np.shape(product) == np.shape(result) and bool(np.allclose(product, result))


def _arrays(values: Any) -> list[Any]:
    """The arrays among arguments, and in lists of them."""
    found: list[Any] = []
    for value in values:
        if isinstance(value, (list, tuple)):
            found += _arrays(value)
        elif isinstance(value, np.ndarray) and value.ndim >= 1:
            found.append(value)
    return found


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
