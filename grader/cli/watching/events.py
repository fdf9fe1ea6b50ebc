"""What a watching session waits for."""

from __future__ import annotations

from dataclasses import dataclass
from queue import SimpleQueue


@dataclass(frozen=True, slots=True)
class Key:
    """One key was pressed."""

    name: str


@dataclass(frozen=True, slots=True)
class Saved:
    """Something has happened to the file, at this `time.monotonic()`."""

    at: float


@dataclass(frozen=True, slots=True)
class Polling:
    """From now on the file is looked at again and again, since the system does not tell of changes."""


@dataclass(frozen=True, slots=True)
class Redraw:
    """The screen is not what it was: another size, or somebody else has written on it."""


Event = Key | Saved | Polling | Redraw
Events = SimpleQueue[Event]
