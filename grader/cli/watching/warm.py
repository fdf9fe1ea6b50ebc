"""Grade again and again with everything warm: one judge, and forkservers that have imported what the exercises need."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from grader.cli.marking import Desk, mark, seat
from grader.course import Exercise
from grader.errors import EngineError
from grader.judge import Judge
from grader.learner.launch import Forkservers
from grader.results import Report


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
        self._read_at = time.monotonic()
        self._desk = seat(self._forkservers, exercise, path, shown)
        self._again = (exercise, path, shown)

    def finish(self) -> Answer:
        """The answer to what was begun. Raises `EngineError` where no worker can be started at all."""
        assert self._desk is not None
        desk, self._desk = self._desk, None
        forkserver = None if desk.learner is None else desk.learner.forkserver
        try:
            report = mark(self._judge, self._forkservers, desk, self._seed)
        except EngineError:
            if forkserver is None or forkserver.alive():
                raise
        else:
            if forkserver is None or forkserver.alive():
                return Answer(report, desk.sha256, self._read_at)
        # It was killed meanwhile, with its workers: whatever the checks have seen of that says nothing about the learner.
        self.begin(*self._again)
        assert self._desk is not None
        return Answer(mark(self._judge, self._forkservers, self._desk, self._seed), self._desk.sha256, self._read_at)

    def prepare(self, *exercises: Exercise) -> None:
        """Have what these need imported in the background; what only others need is let go."""
        self._forkservers.keep_only(exercises)
        for exercise in exercises:
            self._forkservers.of(exercise)
