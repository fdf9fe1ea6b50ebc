"""Which exercise a command is about: the one that was named, else the one that the learner is at."""

from __future__ import annotations

import argparse
from pathlib import Path

from grader.course import Course, Exercise
from grader.standing import next_place, places
from grader.state import State, read_state
from grader.submission import find_exercises


def asked_exercise(course: Course, options: argparse.Namespace, command: str) -> Exercise:
    """The exercise named in the options of this command. Raises `UsageError` for one that there is not."""
    if options.exercise is not None:
        return course.exercise(options.exercise, command)
    folder = find_exercises(Path.cwd())
    return current_exercise(course, folder, read_state(folder))


def current_exercise(course: Course, folder: Path, state: State) -> Exercise:
    """The exercise to go on at; the first where all are done."""
    here = next_place(places(course, folder, state), state.current)
    return course.exercises[0] if here is None else here.exercise
