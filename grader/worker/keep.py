"""Objects that stay in the worker (models, variables, figures): the judge only ever holds their numbers."""

from __future__ import annotations

from grader.wire import Handle


class Keep:
    """Objects by number, for one check; the same object always gets the same number, and no number is given twice."""

    def __init__(self) -> None:
        self._objects: dict[int, object] = {}
        self._numbers: dict[int, int] = {}
        self._next = 0

    def handle(self, value: object) -> Handle:
        """The handle of an object, which lives from now on until the next check begins."""
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = self._next
            self._objects[number] = value
            self._next += 1
        kind = type(value)
        return Handle(number, f"{kind.__module__}.{kind.__qualname__}"[:200])

    def resolve(self, value: object) -> object:
        """A received value, with every handle in it replaced by its object."""
        kind = type(value)
        if kind is Handle:
            return self._objects[value.number]  # type: ignore[attr-defined]
        if kind is list or kind is tuple:
            return kind(self.resolve(item) for item in value)  # type: ignore[attr-defined]
        if kind is dict:
            return {key: self.resolve(item) for key, item in value.items()}  # type: ignore[attr-defined]
        return value

    def clear(self) -> None:
        """Let go of all objects: no check asks for those of another, and models take megabytes each."""
        self._objects.clear()
        self._numbers.clear()
