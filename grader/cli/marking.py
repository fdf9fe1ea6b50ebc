"""From a learner's file to its report: the worker is started with the text, then the judge asks it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course import Exercise
from grader.errors import SubmissionError
from grader.learner.launch import Forkservers
from grader.results import Isolation, Report
from grader.submission import submission_of

if TYPE_CHECKING:
    from grader.judge import Judge
    from grader.learner.handle import Learner


@dataclass
class Desk:
    """One exercise to grade: the file it comes from, and its worker with the SHA-256 of the text, or why there is none.

    `notes` say what of a notebook is not graded.
    """

    exercise: Exercise
    path: Path
    learner: Learner | None
    reason: str | None
    sha256: str = ""
    notes: tuple[str, ...] = ()


def seat(forkservers: Forkservers, exercise: Exercise, path: Path, shown: Path) -> Desk:
    """Read the file and start its worker, without waiting for it; `shown` is the path as sentences name it."""
    try:
        submission = submission_of(shown, exercise)
    except SubmissionError as error:
        return Desk(exercise, path, None, error.sentence)
    forkserver = forkservers.of(exercise)
    from grader.learner.handle import Learner  # and NumPy, while the forkserver imports it too

    learner = Learner(forkserver, exercise, submission).start()
    return Desk(exercise, path, learner, None, submission.sha256, submission.notes)


def mark(judge: Judge | None, forkservers: Forkservers, desk: Desk, seed: int) -> Report:
    """Grade what lies on the desk, and end its worker."""
    from grader.diagnose import diagnose
    from grader.judge.grading import ungradable

    if desk.learner is None or judge is None:
        # No learner code has run, so nothing was, or had to be, held back.
        return ungradable(desk.exercise, desk.reason or "", seed, Isolation.FULL)
    try:
        report = judge.grade(desk.exercise, desk.learner, seed, forkservers.walls(desk.exercise).label, diagnose)
    except Exception:
        desk.learner.close()
        raise
    # Not after an interrupt: an answer of the forkserver that has just arrived may be lost, and whoever clears up would wait
    # for it. The forkserver ends with the command, and its workers with it.
    desk.learner.close()
    return report
