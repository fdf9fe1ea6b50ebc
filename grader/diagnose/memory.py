"""What the functions of the bank have answered, step by step: in this process, and on the shelf for the next one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader import wire
from grader.diagnose.answers import Answer, Sample
from grader.diagnose.shelf import Shelf
from grader.learner import Remote

# A training returns megabytes; hundreds of plays of them would fill the machine.
_MAX_KEPT_BYTES = 256 << 20
_SAMPLE = "grader.diagnose.Sample"
# A busy machine's answer, and not the function's.
_OF_THE_MOMENT = ("MemoryError", "ResourceExhaustedError")


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back at one step of a play, and what was in it: of a History the dict, of a tensor its `value`.

    What comes from the shelf has samples of large arrays: then it is not whole.
    """

    answer: Answer | None
    inside: dict[str, Any] | None = None
    is_whole: bool = True


class Memory:
    """Answers by the way to them. Several threads may ask: each entry is put in one step, and is the same whoever puts it."""

    def __init__(self, shelf: Shelf | None) -> None:
        self._shelf = shelf
        self._heard: dict[bytes, Heard] = {}
        self._kept_bytes = 0

    def recall(self, way: bytes, *, whole: bool = False) -> Heard | None:
        """What was heard there, if anything; with `whole`, only what has no sample in it."""
        heard = self._heard.get(way)
        if heard is None and self._shelf is not None:
            data = self._shelf.get(way)
            heard = None if data is None else unpacked(data)
            if heard is not None:
                self._heard[way] = heard
        return None if heard is None or (whole and not heard.is_whole) else heard

    def keep(self, way: bytes, heard: Heard) -> None:
        """Keep it here; on the shelf as well, if it would be the same another time."""
        if self._kept_bytes > _MAX_KEPT_BYTES:
            self._heard.clear()
            self._kept_bytes = 0
        answer, is_new = heard.answer, way not in self._heard
        self._heard[way] = heard
        if answer is None:
            return  # a worker that was lost
        self._kept_bytes += sum(sys.getsizeof(part) for part in _arrays([answer.value, answer.changed]))
        is_of_the_moment = answer.exception is not None and answer.exception[0] in _OF_THE_MOMENT
        if self._shelf is not None and is_new and not is_of_the_moment:
            with suppress(wire.WireError):  # too many parts for one message
                self._shelf.put(way, packed(heard))

    def settle(self) -> None:
        """See that all that was kept is on the shelf."""
        if self._shelf is not None:
            self._shelf.flush()


def packed(heard: Heard) -> bytes:
    """As bytes. Objects in a worker go by their type, and large arrays by a sample."""
    samples: list[Any] = []

    def plain(value: Any) -> Any:
        if Sample.does_for(value):
            sample = Sample.of(value)
            samples.append([list(sample.shape), sample.numbers])
            return wire.Handle(len(samples) - 1, _SAMPLE)
        return value._handle if isinstance(value, Remote) else value

    assert heard.answer is not None
    answer = heard.answer
    told = [
        _mapped(part, plain) for part in (answer.value, answer.exception, answer.changed, answer.seen, heard.inside)
    ]
    return wire.encode([told, samples])


def unpacked(data: bytes) -> Heard | None:
    """What `packed` wrote, or None for anything else."""
    try:
        message: Any = wire.decode(data)
        if [type(part) for part in (message, *message)] != [list, list, list]:
            return None  # a text or a dict could be taken apart as well
        told, samples = message
        numbers = [Sample(tuple(shape), values) for shape, values in samples]

        def whole(value: Any) -> Any:
            return numbers[value.number] if isinstance(value, wire.Handle) and value.type == _SAMPLE else value

        value, exception, changed, seen, inside = (_mapped(part, whole) for part in told)
    except (ValueError, TypeError, IndexError):  # a `WireError` is a ValueError
        return None
    return Heard(Answer(value, exception, changed, seen), inside, is_whole=not numbers)


def _mapped(value: Any, change: Callable[[Any], Any]) -> Any:
    """The value with each of its parts changed."""
    kind = type(value)
    if kind is list or kind is tuple:
        return kind(_mapped(item, change) for item in value)
    if kind is dict:
        return {key: _mapped(item, change) for key, item in value.items()}
    return change(value)


def _arrays(value: Any) -> Iterator[Any]:
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _arrays(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _arrays(item)
