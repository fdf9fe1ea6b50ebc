"""What a learner's code can do instead of answering. None of these is our fault, and none is ever a pass.

LearnerFault
├── LearnerRaised     an exception, told by its type, its text and the learner's own lines
├── FunctionMissing   the module has no such function
├── LearnerLost       the worker is gone: timed out, crashed, out of memory, flooded, out of turn
├── Unsendable        an answer that cannot cross: nested without end, too large
└── Unloadable        the file could not be run at all: syntax, import, loop
"""

from __future__ import annotations

from dataclasses import dataclass

from grader.results import Outcome


class LearnerFault(Exception):
    """Base of all; `outcome` is the check's, `sentence` the learner's."""

    outcome = Outcome.FAILED

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of the learner's own code in a traceback; `place` is what its author calls this line."""

    line: int
    function: str
    source: str
    place: str


class LearnerRaised(LearnerFault):
    """The learner's function raised an exception."""

    outcome = Outcome.RAISED

    def __init__(self, kind: str, bases: tuple[str, ...], text: str, frames: tuple[Frame, ...]) -> None:
        super().__init__(f"{kind}: {text}" if text else kind)
        self.kind = kind
        self.bases = bases
        self.text = text
        self.frames = frames
        if kind == "NotImplementedError":
            self.outcome = Outcome.NOT_IMPLEMENTED


class FunctionMissing(LearnerFault):
    """The learner's module has no function of this name."""

    outcome = Outcome.NOT_IMPLEMENTED


class LearnerLost(LearnerFault):
    """The worker had to be killed, or died. `reason`: time, crash, memory, output or protocol."""

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.outcome = Outcome.TIMED_OUT if reason == "time" else Outcome.CRASHED


class Unsendable(LearnerFault):
    """The answer cannot be read as plain data."""


class Unloadable(LearnerFault):
    """The submission as a whole cannot be graded; the sentence is the report's reason, `error` what its own code raised."""

    def __init__(self, sentence: str, error: LearnerRaised | None = None) -> None:
        super().__init__(sentence)
        self.error = error
