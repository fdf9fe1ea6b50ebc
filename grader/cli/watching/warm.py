"""Grade again and again with everything warm: one judge, and forkservers that have imported what the exercises need."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from grader.cli.marking import Desk, mark, seat
from grader.course import Exercise
from grader.errors import EngineError
from grader.judge import Judge
from grader.language import _
from grader.learner.launch import Forkservers
from grader.results import Outcome, Report

# Seconds that a killed process may take to be gone after it has hung up.
_DYING = 0.5


@dataclass(frozen=True, slots=True)
class Answer:
    """A report, of which bytes it is, and when these were read, by `time.monotonic()`."""

    report: Report
    sha256: str
    read_at: float


class Warm:
    """Grades one submission after another. A forkserver that has died is started again, and the grading with it."""

    def __init__(self, judge: Judge, forkservers: Forkservers, seed: int) -> None:
        self._judge = judge
        self._forkservers = forkservers
        self._seed = seed
        self._desk: Desk | None = None

    def begin(self, exercise: Exercise, path: Path, shown: Path) -> None:
        """Read the file and start its worker; `finish` waits for the answers."""
        self._asked = (exercise, path, shown)
        try:
            self._take_seat()
        except EngineError:
            self._desk = None  # `finish` tries once more

    def finish(self) -> Answer:
        """The answer to what was begun. Raises `EngineError` where no worker can be started at all."""
        answer = self._answer()
        if answer is None:
            self._take_seat()
            answer = self._answer()
        if answer is None:
            raise EngineError(_("The process that starts workers has ended unexpectedly, twice."))
        return answer

    def _take_seat(self) -> None:
        self._read_at = time.monotonic()
        self._desk = seat(self._forkservers, *self._asked)

    def _answer(self) -> Answer | None:
        """None where the forkserver died meanwhile: what the checks have seen of that says nothing about the learner."""
        desk, self._desk = self._desk, None
        if desk is None:
            return None
        try:
            report = mark(self._judge, self._forkservers, desk, self._seed)
        except EngineError:
            if desk.learner is not None and desk.learner.forkserver.ends_within(_DYING):
                return None
            raise
        broken = any(check.outcome is Outcome.BROKEN for check in report.checks)
        if broken and desk.learner is not None and desk.learner.forkserver.ends_within(_DYING):
            return None
        return Answer(report, desk.sha256, self._read_at)

    def prepare(self, *exercises: Exercise) -> None:
        """Have what these need imported in the background; what only others need is let go."""
        self._forkservers.keep_only(exercises)
        for exercise in exercises:
            self._forkservers.of(exercise)
