"""`grade init [DIR]`: a working copy of the stubs. What is already there stays as it is."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.cli.options import typed
from grader.cli.say import say, tell
from grader.course import Course, find_course, load_course
from grader.errors import UsageError
from grader.language import _, ngettext
from grader.report.text import one_line

_INTERRUPTED = 130


def init(options: argparse.Namespace) -> int:
    """Copy what is missing of `exercises/` into the folder; exit code 0."""
    course = load_course(options.course or find_course())
    target = Path(options.folder) / "exercises"
    _refuse(course, target)
    try:
        copied, kept = _copy(course, target)
    except KeyboardInterrupt:
        tell(_("\nInterrupted. What has been copied stays; the same command copies the rest."), sys.stderr)
        return _INTERRUPTED
    done = ngettext("{number} file copied", "{number} files copied", copied).format(number=copied)
    if kept:
        left = ngettext("{number} file kept as it was", "{number} files kept as they were", kept)
        done = f"{done}, {left.format(number=kept)}"
    tell(f"{one_line(str(target))}: {done}")
    first = course.exercises[0]
    where = "" if Path(options.folder) == Path() else f"cd {shlex.quote(str(options.folder))} && "
    if where and options.course:
        options.course = options.course.resolve()
    text = course.text_in()
    if text is not None:
        about = _("What the exercises are about, with formulas and pictures: {file}")
        tell(about.format(file=one_line(str(target / text.name))))
    tell(_("Open {file}, write the first function, save, and run:").format(file=one_line(str(target / first.file))))
    say("  " + one_line(where + typed(f"grade {first.id}", options)))
    return 0


def _refuse(course: Course, target: Path) -> None:
    """Wherever a working copy could not be worked in."""
    elsewhere = "grade init ANOTHER_FOLDER"
    if os.path.isdir(target) and target.resolve() == course.stubs.resolve():
        sentence = _("This is the course's own folder: its exercises/ are here already. Work in a copy, in a folder of your own.")
        raise UsageError(sentence, next_command=elsewhere)
    if os.path.islink(target):  # every other command would say so, once all the files are there
        sentence = _("{folder} is a link to another folder, which is not followed. Choose another place.")
        raise UsageError(sentence.format(folder=target), next_command=elsewhere)


def _copy(course: Course, target: Path) -> tuple[int, int]:
    copied = kept = 0
    for name in _names(course):
        place = target / name
        if os.path.lexists(place):
            kept += 1
            continue
        with _told(_("The folder {folder} cannot be made").format(folder=place.parent)):
            place.parent.mkdir(parents=True, exist_ok=True)
        with _told(_("{place} cannot be written").format(place=place)):
            _copy_whole(course.handed_out(name), place)
        copied += 1
    return copied, kept


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageError(f"{what}: {why}.", next_command="grade init ANOTHER_FOLDER") from error


def _copy_whole(source: Path, place: Path) -> None:
    """The file under its name only when it is all there: a full disk must not leave half a stub behind."""
    partial = place.with_name(f".{place.name}.part")
    partial.unlink(missing_ok=True)  # were it a link, it would be written through
    try:
        shutil.copyfile(source, partial)
        partial.rename(place)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _names(course: Course) -> list[str]:
    """What a working copy has, each under its name in `exercises/`."""
    files = [course.stubs / exercise.file for exercise in course.exercises]
    for shared in (*course.shared_paths(), *course.text_paths()):
        files += sorted(path for path in shared.rglob("*") if path.is_file()) if shared.is_dir() else [shared]
    return [path.relative_to(course.stubs).as_posix() for path in files if "__pycache__" not in path.parts]
