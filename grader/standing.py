"""Where a learner stands: of each exercise its standing and points, and which to take next. Nothing is graded for it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from grader.course import Course, Exercise
from grader.errors import SubmissionError
from grader.state import State
from grader.submission import read_regular


class Standing(Enum):
    """What is known of one exercise without grading it."""

    MISSING = "there is no file"
    UNREADABLE = "there is something that cannot be read as a file"
    UNTOUCHED = "the stub as it came"
    BEGUN = "edited, never graded"
    STARTED = "graded as it is, not all passed"
    CHANGED = "graded, and edited since"
    DONE = "graded as it is, all passed"


# Nothing in these files to grade, or to lose.
UNWRITTEN = (Standing.MISSING, Standing.UNREADABLE, Standing.UNTOUCHED)


@dataclass(frozen=True, slots=True)
class Place:
    """One exercise of a working copy. Points are those of the last grading."""

    exercise: Exercise
    file: Path
    standing: Standing
    points: float = 0.0
    open: tuple[str, ...] = ()
    """The functions that did not pass; all of them where it was never graded."""


def places(course: Course, exercises: Path, state: State) -> list[Place]:
    """Where the learner stands, exercise by exercise in the order of the course."""
    return [place(course, exercises, state, exercise) for exercise in course.exercises]


def place(course: Course, exercises: Path, state: State, exercise: Exercise) -> Place:
    """Where the learner stands in one exercise."""
    file = exercises / exercise.file
    try:
        mine = read_regular(file)
    except SubmissionError:
        standing = Standing.UNREADABLE if os.path.lexists(file) else Standing.MISSING
        return Place(exercise, file, standing, open=exercise.functions)
    # One that the course has lost is its author's to mend, and nobody's file.
    if mine in (stub.read_bytes() for stub in course.stubs_of(exercise) if stub.is_file()):
        return Place(exercise, file, Standing.UNTOUCHED, open=exercise.functions)
    graded = state.graded.get(exercise.id)
    if graded is None:
        return Place(exercise, file, Standing.BEGUN, open=exercise.functions)
    points = min(graded.points, exercise.points)
    left = tuple(name for name in exercise.functions if name in graded.open)
    # The exercise itself may be another since: a new version of the course.
    if graded.sha256 != hashlib.sha256(mine).hexdigest() or graded.max_points != exercise.points:
        return Place(exercise, file, Standing.CHANGED, points, left)
    return Place(exercise, file, Standing.DONE if graded.done else Standing.STARTED, points, left)


def next_place(found: Iterable[Place], current: str | None) -> Place | None:
    """The place to go on at: the current exercise once it is written at, else the first not done; None when all are."""
    left = [one for one in found if one.standing is not Standing.DONE]
    here = (one for one in left if one.exercise.id == current and one.standing not in UNWRITTEN)
    return next(here, left[0] if left else None)
