"""`grade exercise3 [exercise4 …]`: start the workers, then import what the judge needs, while they start."""

from __future__ import annotations

import argparse
import importlib
import os
import shlex
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli.marking import Desk, mark, seat
from grader.cli.options import near_command, typed
from grader.cli.remember import remember
from grader.cli.say import say, tell
from grader.course import Course, Exercise, find_course, load_course
from grader.errors import UsageError
from grader.imports import importing
from grader.language import _
from grader.learner.launch import Forkservers, Walls
from grader.report.text import one_line
from grader.results import Isolation, Outcome, Report, Verdict
from grader.submission import find_exercises

if TYPE_CHECKING:
    from grader.judge import Judge


# What other tools call what `grade exercise1` does.
_VERBS = ("check", "grade", "run", "test")


def grade(options: argparse.Namespace) -> int:
    """Grade the exercises named on the command line; exit code 0, 1, or 3 for a broken check."""
    course = load_course(options.course or find_course())
    names = options.exercises
    exercises = list(
        dict.fromkeys(_exercise(course, name, next_) for name, next_ in zip(names, [*names[1:], ""], strict=True))
    )
    _refuse_many(exercises, options)
    paths = [path_of(course, exercise, options) for exercise in exercises]
    with ExitStack() as stack:
        forkservers = stack.enter_context(Forkservers(course))
        with importing():
            named = zip(exercises, paths, strict=True)
            desks = [desk_of(forkservers, exercise, path, options) for exercise, path in named]
            _import_judge(options)
        reports = _reports(course, forkservers, desks, options)
    if options.json:
        from grader.report.document import as_json

        say(as_json(reports))
    return _exit_code(reports)


def _exercise(course: Course, name: str, following: str) -> Exercise:
    """The exercise of this name. Raises `UsageError` for any other, which may be a command that was typed wrong."""
    try:
        return course.exercise(name)
    except UsageError as error:
        meant = course.find(name + following) or (course.find(following) if name in _VERBS else None)
        if following and meant:
            sentence = _("There is no exercise called “{name}”. Did you mean {best}?")
            raise UsageError(sentence.format(name=name, best=meant.id), next_command=f"grade {meant.id}") from error
        command = near_command(name, [word for one in course.exercises for word in (one.id, one.topic, *one.functions)])
        if command is None:
            raise
        raise UsageError(
            _("There is no command and no exercise called “{name}”.").format(name=name), next_command=command
        ) from error


def _refuse_many(exercises: list[Exercise], options: argparse.Namespace) -> None:
    if options.file is not None and len(exercises) > 1:
        again = f"grade {exercises[0].id} --file {shlex.quote(str(options.file))}"
        raise UsageError(_("--file is one file, so name one exercise."), next_command=again)


def path_of(course: Course, exercise: Exercise, options: argparse.Namespace) -> Path:
    """The file that these options mean: `--file`, the reference solution, or the learner's in `exercises/`."""
    if options.file is not None:
        return Path(options.file)
    if options.solutions:
        return course.solutions / exercise.file
    return find_exercises(Path.cwd()) / exercise.file


def desk_of(forkservers: Forkservers, exercise: Exercise, path: Path, options: argparse.Namespace) -> Desk:
    """The file with its started worker, or the reason why it has none, with what may help."""
    desk = seat(forkservers, exercise, path, Path(short(path)))
    if desk.reason is not None:
        desk.reason += _where_from(path, options)
    for note in desk.notes:
        tell(one_line(note), sys.stderr)
    return desk


def _where_from(path: Path, options: argparse.Namespace) -> str:
    if options.file or options.solutions or os.path.lexists(path):
        return ""
    folder = path.parent.parent
    command = "grade init" if folder == Path.cwd() else f"grade init {shlex.quote(short(folder))}"
    sentence = _("Has it another name now? `{command}` gives you the exercise anew.")
    return " " + sentence.format(command=typed(command, options))


def _import_judge(options: argparse.Namespace) -> None:
    """The judge and what shows a report, imported while the forkserver imports its libraries."""
    names = ["grader.judge", "grader.diagnose"]
    if not options.json:
        names += ["grader.cli.console", "grader.report.terminal"]
    for name in names:
        importlib.import_module(name)


def _reports(course: Course, forkservers: Forkservers, desks: list[Desk], options: argparse.Namespace) -> list[Report]:
    from grader.judge import convene

    gradable = [desk.exercise for desk in desks if desk.learner is not None]

    def body(judge: Judge) -> list[Report]:
        return [_grade_one(judge, course, forkservers, desk, options) for desk in desks]

    if gradable:
        return convene(course, gradable, body)
    return [_grade_one(None, course, forkservers, desk, options) for desk in desks]


def _grade_one(
    judge: Judge | None, course: Course, forkservers: Forkservers, desk: Desk, options: argparse.Namespace
) -> Report:
    note = "" if desk.learner is None else tell_walls(forkservers.walls(desk.exercise))
    report = mark(judge, forkservers, desk, options.seed)
    if not options.json:
        _show(report, course, desk, options, note)
    if desk.sha256 and not options.file and not options.solutions:
        remember(desk.path.parent, lambda state: state.with_report(report, desk.sha256))
    return report


def tell_walls(walls: Walls) -> str:
    """Say on stderr which walls are missing; what becomes of root's rights is for the report."""
    if walls.label is not Isolation.FULL:
        from grader.report.walls import missing_walls

        tell(missing_walls(walls.label, walls.observed, walls.refusals) or "", sys.stderr)
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return ""
    from grader.report.walls import rights_note

    return rights_note(0, walls.uid)


def _show(report: Report, course: Course, desk: Desk, options: argparse.Namespace, note: str) -> None:
    from grader.cli.console import make_console
    from grader.report.terminal import Help, show_report

    command = typed("grade" if report.outcome is Verdict.PASSED else _again(desk, options), options)
    own = not options.file and not options.solutions
    stuck = own and report.outcome is Verdict.FAILED and any(desk.exercise.hints.values())
    hint = typed(f"grade hint {desk.exercise.id}", options) if stuck else ""
    picture = typed(_again(desk, options, "grade show"), options) if course.pictures_of(desk.exercise).is_file() else ""
    console = make_console()
    show_report(console, report, short(desk.path), command, note, Help(hint, picture))
    console.print()


def _again(desk: Desk, options: argparse.Namespace, command: str = "grade") -> str:
    if options.solutions:
        return f"{command} {desk.exercise.id} --solutions"
    return f"{command} {desk.exercise.id}" + (f" --file {shlex.quote(short(desk.path))}" if options.file else "")


def short(path: Path) -> str:
    """The path as a sentence names it: from here, where it lies below."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _exit_code(reports: list[Report]) -> int:
    if any(check.outcome is Outcome.BROKEN for report in reports for check in report.checks):
        return 3
    return 0 if all(report.outcome is Verdict.PASSED for report in reports) else 1
