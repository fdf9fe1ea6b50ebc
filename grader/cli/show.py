"""`grade show exercise3`: pictures of what the learner's functions do, as a page, as a PNG, and in the terminal."""

from __future__ import annotations

import argparse
import os
import shlex
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.style import Style
from rich.text import Text

from grader.cli.asked import asked_exercise
from grader.cli.console import make_console
from grader.cli.grade import desk_of, path_of, short, tell_walls
from grader.cli.marking import Desk
from grader.cli.options import typed
from grader.course import Course, Exercise, find_course, load_course
from grader.errors import UsageError
from grader.files import prepared
from grader.language import _, ngettext, of_course
from grader.learner.faults import Unloadable
from grader.learner.launch import Forkservers
from grader.pictures import SIGNATURE
from grader.pictures.own import OwnPicture, own_picture
from grader.report.lines import show_lines
from grader.report.text import lines, one_line
from grader.submission import find_exercises

if TYPE_CHECKING:
    from grader.pictures.panels import Panel

_FOLDER = "pictures"
# Our name stands near the beginning of a file of ours.
_BEGINNING = 2000


def show(options: argparse.Namespace) -> int:
    """Draw what the exercise's functions answer; exit code 0, or 1 with the reason where the file cannot be run."""
    course = load_course(options.course or find_course())
    exercise = asked_exercise(course, options, "grade show")
    if not course.pictures_of(exercise).is_file():
        sentence = _("There is no picture of {exercise}: what its functions answer is best read in the report.")
        raise UsageError(sentence.format(exercise=exercise.id), next_command=f"grade {exercise.id}")
    path = path_of(course, exercise, options)
    files = _files(exercise, options)
    console = make_console()
    with ExitStack() as stack:
        own = None
        if options.picture is not None:
            again = _again(exercise, options, picture="PICTURE")
            own = stack.enter_context(own_picture(options.picture, again))
        forkservers = stack.enter_context(Forkservers(course, readable=[own.path] if own else []))
        desk = desk_of(forkservers, exercise, path, options)
        try:
            panels = _panels(course, forkservers, desk, options.seed, own)
        except Unloadable as error:
            return _unloadable(console, desk, error.sentence, options)
    title = Text(one_line(f"{exercise.id} · {of_course(exercise.title)}"), style="bold")
    show_lines(console, [(title, 0), (Text(""), 0)])
    if not drawn(panels):
        _say_words(console, panels)
        nothing = Text(_("So there is no picture yet. Edit {file}, save it, and run:").format(file=one_line(short(path))))
        show_lines(console, [(nothing, 0), _command(_again(exercise, options), options)])
        return 1
    _show(console, panels)
    _write(files, desk, panels, options)
    _tell(console, panels, files)
    return 0


def _panels(
    course: Course, forkservers: Forkservers, desk: Desk, seed: int, own: OwnPicture | None
) -> tuple[Panel, ...]:
    """What is to be drawn. Raises `Unloadable` with the reason where the file cannot be run."""
    if desk.learner is None:
        raise Unloadable(desk.reason or "")
    from grader.pictures.album import panels_of  # while the worker starts

    try:
        desk.learner.ready()
        tell_walls(forkservers.walls(desk.exercise))
        return panels_of(course, desk.exercise, desk.learner, seed, own)
    finally:
        desk.learner.close()


def _unloadable(console: Console, desk: Desk, reason: str, options: argparse.Namespace) -> int:
    told = [(Text(line), 2) for line in lines(reason)]
    sentence = Text(_("✗ This file cannot be drawn."), style="red")
    edit = Text(_("Edit {file}, save it, and run:").format(file=one_line(short(desk.path))))
    again = _again(desk.exercise, options)
    show_lines(console, [(sentence, 0), *told, (edit, 0), _command(again, options)])
    return 1


def _command(command: str, options: argparse.Namespace) -> tuple[Text, int]:
    return Text(f"  {one_line(typed(command, options))}", style="bold cyan", no_wrap=True), 0


# Where the pictures go


def _files(exercise: Exercise, options: argparse.Namespace) -> tuple[Path, Path]:
    """The page and the PNG. Raises `UsageError` where one of them is somebody else's."""
    folder = Path(options.out) if options.out else _default_folder(options)
    page, picture = folder / f"{exercise.id}.html", folder / f"{exercise.id}.png"
    for path in (page, picture):
        if os.path.lexists(path) and not _is_ours(path):
            sentence = _("{path} was not written by `grade show`, so it stays as it is. Name another folder.")
            raise UsageError(sentence.format(path=path), next_command=_again(exercise, options, out="ANOTHER_FOLDER"))
    return page, picture


def _default_folder(options: argparse.Namespace) -> Path:
    if options.file or options.solutions:
        return Path(_FOLDER)
    return find_exercises(Path.cwd()).parent / _FOLDER


def _is_ours(path: Path) -> bool:
    """Whether `grade show` has written this file."""
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as stream:
            return SIGNATURE.encode() in stream.read(_BEGINNING)
    except OSError:
        return False


def _write(files: tuple[Path, Path], desk: Desk, panels: tuple[Panel, ...], options: argparse.Namespace) -> None:
    from grader.pictures.draw import png_of
    from grader.pictures.page import Heading, page_of
    from grader.pictures.words import names_of

    page, picture = files
    exercise = desk.exercise
    command = typed(_again(exercise, options), options)
    heading = Heading(exercise.id, of_course(exercise.title), short(desk.path), command)
    html = page_of(heading, panels).encode("utf-8", "backslashreplace")
    png = png_of(panels, [next(filter(None, names_of(panel)), "") for panel in panels])
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        # Both are whole before one is replaced: a full disk costs no older picture.
        with prepared(page, html) as new_page, prepared(picture, png) as new_picture:
            os.replace(new_page, page)
            os.replace(new_picture, picture)
    except OSError as error:
        why = error.strerror or type(error).__name__
        sentence = _("The pictures cannot be written to {folder}: {why}.").format(folder=page.parent, why=why)
        raise UsageError(sentence, next_command=_again(exercise, options, out="ANOTHER_FOLDER")) from error


def _again(exercise: Exercise, options: argparse.Namespace, *, out: str = "", picture: str = "") -> str:
    """The same command, with another folder or another picture where one is named."""
    words = ["grade", "show", exercise.id]
    if options.file:
        words += ["--file", str(options.file)]
    if options.solutions:
        words.append("--solutions")
    if picture or options.picture:
        words += ["--picture", picture or str(options.picture)]
    if out or options.out:
        words += ["--out", out or str(options.out)]
    return shlex.join(words)


# What is said of them


def drawn(panels: tuple[Panel, ...]) -> int:
    """How many panels are pictures; the others are sentences why there is none."""
    from grader.pictures.panels import Words

    return sum(not isinstance(panel, Words) for panel in panels)


def _show(console: Console, panels: tuple[Panel, ...]) -> None:
    from grader.pictures.terminal import can_show, show_panels

    if can_show(console):
        show_panels(console, panels)
    else:
        _say_words(console, panels)


def _tell(console: Console, panels: tuple[Panel, ...], files: tuple[Path, Path]) -> None:
    number = drawn(panels)
    count = ngettext("{number} picture.", "{number} pictures.", number).format(number=number)
    page, picture = files
    show_lines(console, [(Text(f"{count} " + _("Open the page in a browser:")), 0), (_link(page), 2)])
    show_lines(console, [(Text(_("The same as one image:")), 0), (_link(picture), 2)])


def _say_words(console: Console, panels: tuple[Panel, ...]) -> None:
    """What stands below the pictures, where the pictures themselves do not read well."""
    from grader.pictures.words import captions_of, names_of, sentences_of

    for panel in panels:
        name = ": ".join(part for part in names_of(panel) if part)
        said = [(Text(sentence), 2) for sentence in (*captions_of(panel), *sentences_of(panel))]
        show_lines(console, [(Text(one_line(name), style="bold"), 0), *said])
    show_lines(console, [(Text(""), 0)])


def _link(path: Path) -> Text:
    """The path; in a terminal that knows links, one that can be clicked."""
    style = Style(color="cyan", bold=True, link=path.resolve().as_uri())
    return Text(one_line(short(path)), style=style, no_wrap=True)
