"""`grade init [DIR]`: a working copy of the stubs. What is already there stays as it is."""

from __future__ import annotations

import argparse
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.cli.options import typed
from grader.cli.say import say
from grader.course import Course, find_course, load_course
from grader.errors import UsageError
from grader.language import _, ngettext


def init(options: argparse.Namespace) -> int:
    """Copy what is missing of `exercises/` into the folder; exit code 0."""
    course = load_course(options.course or find_course())
    target = Path(options.folder) / "exercises"
    if target.exists() and target.resolve() == course.stubs.resolve():
        raise UsageError(_("This is the course's own folder: its exercises/ are here already."), next_command="grade")
    copied, kept = _copy(course, target)
    done = ngettext("{number} file copied", "{number} files copied", copied).format(number=copied)
    if kept:
        left = ngettext("{number} file kept as it was", "{number} files kept as they were", kept)
        done = f"{done}, {left.format(number=kept)}"
    say(f"{target}: {done}")
    first = course.exercises[0]
    where = "" if Path(options.folder) == Path() else f"cd {shlex.quote(str(options.folder))} && "
    if where and options.course:
        options.course = options.course.resolve()
    text = course.text_in()
    if text is not None:
        say(_("What the exercises are about, with formulas and pictures: {file}").format(file=target / text.name))
    say(_("Open {file}, write the first function, save, and run:").format(file=target / first.file))
    say(f"  {where}{typed(f'grade {first.id}', options)}")
    return 0


def _copy(course: Course, target: Path) -> tuple[int, int]:
    copied = kept = 0
    for name in _names(course):
        place = target / name
        if place.exists() or place.is_symlink():
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
