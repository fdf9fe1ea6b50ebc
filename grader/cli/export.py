"""`grade export FORMAT [TARGET]`: marks for other systems, from the store of `grade class` or from what `--json` printed."""

from __future__ import annotations

import argparse
import difflib
import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

from grader.classroom.records import Gradebook
from grader.cli.formats import DOCUMENT, FORMATS, Built, narrowed
from grader.cli.options import typed
from grader.cli.say import tell
from grader.course import find_course, load_course
from grader.errors import UsageError
from grader.files import write_whole
from grader.language import _, language, ngettext
from grader.report.text import one_line

AUTOGRADER = "gradescope-autograder"
_MOST_LINES = 8


def export(options: argparse.Namespace) -> int:
    """Write the export, or with --dry-run only say what it would change; exit code 0."""
    built = _autograder(options) if options.format == AUTOGRADER else _of_gradebook(options)
    out = sys.stderr if options.target is None and not options.dry_run else sys.stdout
    for sentence in built.said:
        tell(one_line(sentence), out)  # with names that somebody has given themselves
    if options.dry_run:
        _tell(built, options)
    elif options.target is None:
        _print(built, options)
    else:
        _write(built.files, options)
    return 0


def _of_gradebook(options: argparse.Namespace) -> Built:
    if options.format not in FORMATS:
        raise _unknown(options.format)
    if language() != "en":
        load_course(options.course or find_course())  # what the course says is translated by its own catalogue
    _words, build = FORMATS[options.format]
    return build(narrowed(_gradebook(options), options), options)


def _unknown(name: str) -> UsageError:
    width = max(map(len, (*FORMATS, AUTOGRADER)))
    known = {
        **{key: words for key, (words, _build) in FORMATS.items()},
        AUTOGRADER: _("setup.sh and run_autograder, as a ZIP"),
    }
    lines = "\n".join(f"  {key:<{width}}  {_(words)}" for key, words in known.items())
    near = difflib.get_close_matches(name, known, n=1)
    sentence = _("There is no format called “{name}”. These are the formats:").format(name=name)
    return UsageError(f"{sentence}\n{lines}", next_command=f"grade export {near[0] if near else 'csv'}")


def _gradebook(options: argparse.Namespace) -> Gradebook:
    if options.sources:
        from grader.report.book import of_one_person, read_reports

        return of_one_person([report for path in options.sources for report in read_reports(_source(path), str(path))])
    from grader.classroom.store import Store

    with Store.open(options.store) as store:
        return store.gradebook()


def _source(path: Path) -> str:
    try:
        return sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        sentence = _("{path} cannot be read: {why}.").format(path=path, why=error.strerror)
        raise UsageError(sentence, next_command="grade exercise1 --json > report.json") from error


def _autograder(options: argparse.Namespace) -> Built:
    from grader.report.autograder import as_archive

    course = load_course(options.course or find_course())
    exercises = [course.exercise(name) for name in options.exercise] or list(course.exercises)
    if options.target is None and not options.dry_run:
        raise UsageError(_("Name the ZIP file to write."), next_command=f"grade export {AUTOGRADER} autograder.zip")
    return Built({DOCUMENT: as_archive(course, exercises, options.seed)})


def _tell(built: Built, options: argparse.Namespace) -> None:
    if options.target is not None:
        _tell_overwriting(_paths(built.files, options), options)
    number = len(built.files)
    size = sum(map(len, built.files.values()))
    sentence = ngettext(
        "Nothing was written: {number} file, {size} bytes.",
        "Nothing was written: {number} files, {size} bytes.",
        number,
    )
    tell(sentence.format(number=number, size=size))


def _tell_overwriting(paths: Mapping[Path, bytes], options: argparse.Namespace) -> None:
    """What is there already under these names, and would be another file afterwards."""
    changed = [path for path, data in paths.items() if path.is_file() and _differs(path, data, options)]
    words = _("{path} is there with other content, and would be overwritten.")
    if not options.force:
        words = _("{path} is there with other content: only --force would overwrite it.")
    for path in changed[:_MOST_LINES]:
        tell(one_line(words.format(path=path)))
    if len(changed) > _MOST_LINES:
        more = len(changed) - _MOST_LINES
        tell(ngettext("… and {number} more", "… and {number} more", more).format(number=more))


def _differs(path: Path, data: bytes, options: argparse.Namespace) -> bool:
    try:
        return path.read_bytes() != data
    except OSError as error:
        raise _unwritable(path, error, options) from error


def _paths(files: Mapping[str, bytes], options: argparse.Namespace) -> dict[Path, bytes]:
    return {options.target / name if name else options.target: data for name, data in files.items()}


def _print(built: Built, options: argparse.Namespace) -> None:
    if DOCUMENT not in built.files:
        raise UsageError(
            _("{format} makes several files: name a folder for them.").format(format=options.format),
            next_command=typed(f"grade export {options.format} {options.format}/", options),
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(built.files[DOCUMENT])
    sys.stdout.buffer.flush()


def _write(files: Mapping[str, bytes], options: argparse.Namespace) -> None:
    paths = _paths(files, options)
    _refuse_overwriting(paths, options)
    for path, data in paths.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
        except OSError as error:
            raise _unwritable(path, error, options) from error
    number = len(paths)
    sentence = ngettext("{target}: {number} file written.", "{target}: {number} files written.", number)
    tell(one_line(sentence.format(target=options.target, number=number)))


def _refuse_overwriting(paths: Mapping[Path, bytes], options: argparse.Namespace) -> None:
    """What is there may have been worked on by hand: only the very same bytes, or --force, go over it."""
    for path, data in paths.items():
        try:
            _refuse_devices(path, options)
            goes_over = os.path.lexists(path) and not options.force and path.read_bytes() != data
        except OSError as error:
            raise _unwritable(path, error, options) from error
        if goes_over:
            command = f"grade export {options.format} {shlex.quote(str(options.target))} --force"
            sentence = _("{path} is there already, with other content; it was not overwritten.").format(path=path)
            raise UsageError(sentence, next_command=typed(command, options))


def _refuse_devices(path: Path, options: argparse.Namespace) -> None:
    """A pipe would be waited for, and root would put a file in the place of /dev/null."""
    if path.exists() and not path.is_dir() and not path.is_file():
        sentence = _("{path} is no regular file; it stays as it is. Without a name, the export is printed.")
        raise UsageError(sentence.format(path=path), next_command=typed(f"grade export {options.format}", options))


def _unwritable(path: Path, error: OSError, options: argparse.Namespace) -> UsageError:
    why = error.strerror or type(error).__name__
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        why = _("{folder} is no folder").format(folder=path.parent)
    sentence = _("{path} cannot be written: {why}.").format(path=path, why=why)
    return UsageError(sentence, next_command=typed(f"grade export {options.format} ANOTHER_PLACE", options))
