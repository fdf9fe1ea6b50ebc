"""Objects that stay in the worker (models, variables, figures): the judge only ever holds their numbers."""

from __future__ import annotations

from grader.wire import Handle


class Keep:
    """Objects by number; the same object always gets the same number."""

    def __init__(self) -> None:
        self._objects: list[object] = []
        self._numbers: dict[int, int] = {}

    def handle(self, value: object) -> Handle:
        """The handle of an object, which lives from now on as long as the worker."""
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
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
