"""`grade` alone: the exercises in order, which of them have been begun, and the next step."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from enum import Enum
from pathlib import Path

from grader.cli.options import typed
from grader.cli.say import say
from grader.course import Course, Exercise, find_course, load_course
from grader.errors import SubmissionError, UsageError
from grader.submission import find_exercises, read_regular


class State(Enum):
    """What can be said of a learner's file without grading it."""

    MISSING = "no file"
    UNTOUCHED = "not begun"
    BEGUN = "begun"


def overview(options: argparse.Namespace) -> int:
    """List the exercises; exit code 0, or 2 where there are none to work on."""
    if options.json or options.file or options.solutions:
        raise UsageError("Name an exercise for that.", next_command="grade exercise1 --json")
    course = load_course(options.course or find_course())
    try:
        folder = find_exercises(Path.cwd())
    except UsageError as error:
        say(f"{course.title}\n\n{_table(course, None)}\n\n{error.sentence}")
        say(f"To begin:  {typed('grade init', options)}")
        return error.exit_code
    states = {exercise.id: _state(course, exercise, folder) for exercise in course.exercises}
    next_one = next((e for e in course.exercises if states[e.id] is not State.MISSING), course.exercises[0])
    say(f"{course.title}\n\n{_table(course, states)}\n\nGrade one:  {typed(f'grade {next_one.id}', options)}")
    return 0


def _table(course: Course, states: dict[str, State] | None) -> str:
    rows, width = [], shutil.get_terminal_size().columns
    for exercise in course.exercises:
        state = f"{states[exercise.id].value:<10}" if states else ""
        row = f"  {exercise.id:<11} {state}{exercise.title} ({exercise.points:g} points)"
        rows.append(textwrap.fill(row, max(width, 20), subsequent_indent=" " * 6))
    return "\n".join(rows)


def _state(course: Course, exercise: Exercise, folder: Path) -> State:
    try:
        mine = read_regular(folder / exercise.file)
    except SubmissionError:
        return State.MISSING
    return State.UNTOUCHED if mine == (course.stubs / exercise.file).read_bytes() else State.BEGUN
