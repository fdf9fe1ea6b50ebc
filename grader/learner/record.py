"""The record of what a submission was asked and what it answered: what a diagnosis is made from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from grader import wire
from grader.learner.faults import LearnerFault


@dataclass(slots=True)
class Call:
    """One question to a learner's function. `sent` are the arguments as they crossed, so nobody can have changed them."""

    function: str
    sent: bytes
    check: str
    value: Any = None
    fault: LearnerFault | None = None
    changed: Any = None
    seen: list[list[Any]] = field(default_factory=list)
    watched: tuple[str, ...] = ()
    op: str = "call"
    seconds: float = 0.0
    _key: bytes = b""

    @property
    def key(self) -> bytes:
        """What tells this question from every other: function, arguments, and what was watched."""
        if not self._key:
            self._key = hashlib.sha256(repr((self.function, self.watched)).encode() + self.sent).digest()
        return self._key

    def arguments(self) -> tuple[list[Any], dict[str, Any]]:
        """A fresh copy of the arguments; what lives in the worker is a `wire.Handle`."""
        arguments: Any = wire.decode(self.sent)
        return arguments[0], arguments[1]
