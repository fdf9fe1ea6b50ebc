"""`grade hint exercise3 [function]`: one hint more each time, from gentle to nearly the answer."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from grader.cli.asked import asked_exercise
from grader.cli.console import make_console
from grader.cli.options import typed
from grader.cli.remember import remember
from grader.course import Exercise, find_course, load_course
from grader.errors import UsageError
from grader.language import _, ngettext, of_course
from grader.report.lines import show_lines
from grader.report.text import lines as text_lines
from grader.standing import Place, Standing, place
from grader.state import State, read_state
from grader.submission import find_exercises


@dataclass(frozen=True, slots=True)
class Hints:
    """The hints on one function that a learner may see now."""

    exercise: Exercise
    function: str
    shown: tuple[str, ...]
    left: int
    again: bool = False
    """Whether all of them had been shown before."""


def hint(options: argparse.Namespace) -> int:
    """Show the hints so far and one more; exit code 0."""
    course = load_course(options.course or find_course())
    exercise = asked_exercise(course, options, "grade hint")
    folder = find_exercises(Path.cwd())
    state = read_state(folder)
    here = place(course, folder, state, exercise)
    if options.function is None and here.standing is Standing.DONE:
        raise UsageError(
            _("{exercise} is done: nothing is left to hint at. Name a function to read its hints all the same.").format(
                exercise=exercise.id
            ),
            next_command=f"grade hint {exercise.id} {exercise.functions[0]}",
        )
    hints = one_more(here, state, _function(exercise, options.function))
    console = make_console()
    show_lines(console, [*hint_lines(hints), (Text(""), 0), *_next(hints, options)])
    remember(folder, lambda old: old.with_hint(exercise.id, hints.function, len(hints.shown)))
    return 0


def one_more(here: Place, state: State, function: str | None = None) -> Hints:
    """The hints shown so far on this function, and the next one; the first open function where none is named."""
    exercise = here.exercise
    name = function or _first_open(here)
    known = exercise.hints.get(name, ())
    before = state.hints.get(exercise.id, {}).get(name, 0)
    shown = known[: before + 1]
    return Hints(exercise, name, shown, len(known) - len(shown), again=before >= len(known))


def hint_lines(hints: Hints, *, newest_only: bool = False) -> Sequence[tuple[Text, int]]:
    """The hints, the newest at the end, and how many are left."""
    if not hints.shown:
        nothing = _("There is no hint on {function}. Its docstring says what it should do.")
        return [(Text(nothing.format(function=hints.function)), 0)]
    found: list[tuple[Text, int]] = []
    for number, text in enumerate(hints.shown, start=1):
        newest = number == len(hints.shown)
        if newest_only and not newest:
            continue
        title = _("Hint {number} on {function}").format(number=number, function=hints.function)
        found.append((Text(title, style="bold cyan" if newest else "dim"), 0))
        found += [(Text(line, style="" if newest else "dim"), 2) for line in text_lines(of_course(text))]
    if hints.left:
        left = ngettext("{left} hint is left.", "{left} hints are left.", hints.left).format(left=hints.left)
    elif hints.again:
        left = _("You have seen them all: these are all the hints there are.")
    else:
        left = _("This was the last one.")
    return [*found, (Text(left), 0)]


def _next(hints: Hints, options: argparse.Namespace) -> list[tuple[Text, int]]:
    exercise = hints.exercise.id
    lines = [(_("When you have tried it:"), f"grade {exercise}")]
    if hints.left:
        lines.append((_("One hint more:"), f"grade hint {exercise} {hints.function}"))
    found: list[tuple[Text, int]] = []
    for words, command in lines:
        found.append((Text(words), 0))
        found.append((Text(f"  {typed(command, options)}", style="bold cyan", no_wrap=True), 0))
    return found


def _first_open(here: Place) -> str:
    """The first function that did not pass when last graded; the first of all where all did, or nobody knows."""
    return here.open[0] if here.open else here.exercise.functions[0]


def _function(exercise: Exercise, name: str | None) -> str | None:
    if name is None or name in exercise.functions:
        return name
    near = difflib.get_close_matches(name.lower(), exercise.functions, n=1, cutoff=0.5)
    best = near[0] if near else exercise.functions[0]
    sentence = _("{exercise} has no function called “{name}”. It has: {functions}.")
    raise UsageError(
        sentence.format(exercise=exercise.id, name=name, functions=", ".join(exercise.functions)),
        next_command=f"grade hint {exercise.id} {best}",
    )
