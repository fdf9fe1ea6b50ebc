"""`grade` alone: the exercises in order, where the learner stands in each, and the next step."""

from __future__ import annotations

import argparse
import os
import shlex
from pathlib import Path

from rich.text import Text

from grader.cli.console import make_console
from grader.cli.options import typed
from grader.cli.say import say, tell
from grader.course import Course, find_course, load_course
from grader.errors import UsageError
from grader.language import _, ngettext, of_course
from grader.report.lines import show_lines
from grader.report.progress import Lines, next_step, progress_bar, rows
from grader.report.text import one_line
from grader.standing import Place, next_place, places
from grader.state import State, read_state
from grader.submission import find_exercises


def overview(options: argparse.Namespace) -> int:
    """List the exercises; exit code 0, or 2 where there are none to work on."""
    if options.json or options.file or options.solutions:
        raise UsageError(_("Name an exercise for that."), next_command="grade exercise1 --json")
    course = load_course(options.course or find_course())
    try:
        folder = find_exercises(Path.cwd())
    except UsageError as error:
        return _welcome(course, options, error)
    console = make_console()
    state = read_state(folder)
    show_lines(console, overview_lines(course, folder, state, console.width, options))
    return 0


def overview_lines(
    course: Course, folder: Path, state: State, width: int, options: argparse.Namespace, *, titles: bool = True
) -> Lines:
    """The whole overview of a working copy."""
    found = places(course, folder, state)
    here = next_place(found, state.current)
    file = "" if here is None else one_line(os.path.relpath(here.file))
    return [
        (Text(of_course(course.title), style="bold"), 0),
        (Text(""), 0),
        *rows(found, width, here, titles=titles),
        (Text(""), 0),
        (progress_bar(found, width), 0),
        (Text(""), 0),
        *next_step(here, file, _commands(course, folder, here, options), sum(place.points for place in found)),
    ]


def _commands(course: Course, folder: Path, here: Place | None, options: argparse.Namespace) -> dict[str, str]:
    name = (course.exercises[0] if here is None else here.exercise).id
    where = "" if folder.parent == Path.cwd() else f" {shlex.quote(os.path.relpath(folder.parent))}"
    words = {"grade": f"grade {name}", "watch": "grade watch", "init": f"grade init{where}"}
    words |= {word: f"grade {word} {name}" for word in ("hint", "solution")}
    return {word: one_line(typed(command, options)) for word, command in words.items()}


def _welcome(course: Course, options: argparse.Namespace, error: UsageError) -> int:
    """What this is, for somebody who has typed `grade` for the first time."""
    number = len(course.exercises)
    count = ngettext("{number} exercise to solve in your own editor.", "{number} exercises to solve in your own editor.", number)
    total = sum(exercise.points for exercise in course.exercises)
    console = make_console()
    lines: Lines = [(Text(of_course(course.title), style="bold"), 0), (Text(""), 0)]
    does = _("grade runs what you write, says which checks pass, and names the mistake where it can.")
    lines += [(Text(f"{count.format(number=number)} {does}"), 0), (Text(""), 0)]
    for exercise in course.exercises:
        lines.append((Text(f"{exercise.id}  {of_course(exercise.title)}"), 2))
    lines += [(Text(""), 0), (Text(_("{points:g} points in all.").format(points=total)), 0), (Text(""), 0)]
    show_lines(console, lines)
    tell(error.sentence)
    tell(_("To begin:"))
    say(f"  {typed(error.next_command or 'grade init', options)}")
    return error.exit_code
