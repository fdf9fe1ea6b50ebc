"""`grade reset exercise3`: the stub anew. The learner's own file is kept beside it, under a number."""

from __future__ import annotations

import argparse
import itertools
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from grader.cli.asked import asked_exercise
from grader.cli.options import typed
from grader.cli.remember import remember
from grader.cli.say import for_terminal, say, tell
from grader.course import Course, Exercise, find_course, load_course
from grader.errors import UsageError
from grader.files import prepared
from grader.language import _
from grader.report.text import one_line
from grader.submission import find_exercises

# What the keys y and n give with a Korean keyboard switched on.
YES, NO = ("y", "yes", "예", "네", "ㅛ"), ("n", "no", "아니요", "아니오", "ㅜ")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a reset has done: the file, and where the learner's own is now; None where there was nothing to keep."""

    file: Path
    backup: Path | None


def reset(options: argparse.Namespace) -> int:
    """Ask, then put the stub back; exit code 0, or 1 where the answer was no."""
    course = load_course(options.course or find_course())
    exercise = asked_exercise(course, options, "grade reset")
    if options.exercise is None:  # a file is put away: not without a word on which
        raise UsageError(_("Name the exercise to reset."), next_command=f"grade reset {exercise.id}")
    folder = find_exercises(Path.cwd())
    file = folder / exercise.file
    shown = one_line(os.path.relpath(file))
    refuse_own_folder(course, folder)
    if is_stub(course, exercise, file):
        tell(_("{file} is the stub as it came: there is nothing to put back.").format(file=shown))
        return 0
    if has_work(course, exercise, file) and not options.yes and not _agreed(exercise, shown):
        tell(_("Nothing was changed."))
        return 1
    restored = restore(course, exercise, folder)
    remember(folder, lambda state: state.without(exercise.id))
    tell(told(restored))
    tell(_("Write the first function, save, and run:"))
    say(f"  {typed(f'grade {exercise.id}', options)}")
    return 0


def told(restored: Restored) -> str:
    """A sentence on what a reset has done."""
    file = one_line(os.path.relpath(restored.file))
    if restored.backup is None:
        return _("{file} is there again: the stub.").format(file=file)
    backup = one_line(os.path.relpath(restored.backup))
    return _("{file} is the stub again. What you had is kept in {backup}.").format(file=file, backup=backup)


def refuse_own_folder(course: Course, folder: Path) -> None:
    """In the course's own folder the stubs are the exercises themselves: there is nothing to restore them from."""
    if folder.resolve() == course.stubs.resolve():
        raise UsageError(
            _("This is the course's own folder: its stubs are these files themselves. Work in a copy."),
            next_command="grade init ANOTHER_FOLDER",
        )


def is_stub(course: Course, exercise: Exercise, file: Path) -> bool:
    """Whether a regular file is what a reset would put there, byte by byte: the stub in the language spoken now."""
    return _is_one_of((course.handed_out(exercise.file),), file)


def restore(course: Course, exercise: Exercise, folder: Path) -> Restored:
    """Put the stub back and keep what was there. Raises `UsageError`, with nothing changed, where that cannot be done."""
    file = folder / exercise.file
    try:
        with prepared(file, course.handed_out(exercise.file).read_bytes()) as stub:
            backup = _set_aside(file) if has_work(course, exercise, file) else None
            try:
                os.replace(stub, file)
            except OSError:
                if backup is not None:
                    os.replace(backup, file)
                raise
    except OSError as error:
        why = error.strerror or type(error).__name__
        sentence = _("The stub cannot be put back: {why}. {file} is as it was.")
        again = "grade init ANOTHER_FOLDER" if os.path.isdir(folder) else "grade init"
        raise UsageError(sentence.format(why=why, file=one_line(os.path.relpath(file))), next_command=again) from error
    return Restored(file, backup)


def has_work(course: Course, exercise: Exercise, file: Path) -> bool:
    """Whether there is something to lose: anything but the stub, in whichever language."""
    return os.path.lexists(file) and not _is_one_of(course.stubs_of(exercise), file)


def _is_one_of(stubs: Iterable[Path], file: Path) -> bool:
    try:
        regular = file.is_file() and not file.is_symlink()
        return regular and file.read_bytes() in (stub.read_bytes() for stub in stubs)
    except OSError:
        return False


def _set_aside(file: Path) -> Path:
    """Rename the file to the first free number. The name is claimed before, so that no backup is ever overwritten."""
    folder = file.is_dir() and not file.is_symlink()  # of that name, by mistake; only a folder can be claimed for a folder
    for number in itertools.count(1):
        backup = file.with_name(f"{file.name}.{number}.bak")
        try:
            if folder:
                backup.mkdir()
            else:
                backup.touch(exist_ok=False)
        except FileExistsError:
            continue
        try:
            os.replace(file, backup)
        except OSError:
            (Path.rmdir if folder else Path.unlink)(backup)
            raise
        return backup
    raise AssertionError("there is always a larger number")


def _agreed(exercise: Exercise, shown: str) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            _("Before the stub replaces {file} you are asked, and there is no terminal to ask in.").format(file=shown),
            next_command=f"grade reset {exercise.id} --yes",
        )
    question = _("Put the stub back in place of {file}? Yours is kept beside it. [y/n] ").format(file=shown)
    while True:
        try:
            answer = input(f"{for_terminal(question)} ").strip().lower()
        except EOFError:
            say("")
            return False
        if answer in (*YES, *NO):
            return answer in YES
        question = _("Type y for yes or n for no: ")
