"""The command line: which words there are and what they mean. argparse, because `grade --help` must not cost more than Python."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from grader import __version__
from grader.cli.say import say
from grader.errors import UsageError
from grader.language import N_, _, language, system_language
from grader.report.text import folded

DEFAULT_SEED = 20261121
_EPILOG = N_(
    """\
commands:
  grade                          the exercises in order, and the next step
  grade exercise3 [exercise4 …]  grade your files (ids, numbers and topics work)
  grade init [DIR]               a working copy of the exercises
  grade watch [exercise3]        grade again whenever you save
  grade hint exercise3           one hint more each time
  grade show exercise3           pictures of what your functions do
  grade solution exercise3       the reference beside yours, once all passed
  grade reset exercise3          the stub anew; a backup of yours is kept
  grade class SUBMISSIONS        for teachers: a whole class
  grade mark STUDENT EXERCISE N  for teachers: a mark of your own
  grade export FORMAT            for teachers: marks for other systems
  grade verify [exercise3 …]     for authors: is the course sound?

exit codes: 0 all passed · 1 something not passed · 2 wrong usage ·
3 course or grader broken · 130 interrupted
"""
)


class _Formatter(argparse.HelpFormatter):
    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """A paragraph is wrapped; what has lines of its own, such as the table of commands, keeps them."""
        lines = text.splitlines() if "\n" in text else self._split_lines(text, width)
        return "\n".join(f"{indent}{line}" for line in lines)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """argparse's own counts letters; Hangul is two columns wide."""
        return folded(text, width)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", next_command=f"{self.prog} --help")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Help and version. argparse's own would hide a full disk, and stumble over … where only ASCII is known."""
        say(message.removesuffix("\n"))


def language_of(argv: list[str]) -> str | None:
    """What `--lang` says, read before all else, so that complaints about the other words are in that language too.

    Without it `--json` is in English, for programs; None stands for the language of the system.
    """
    words = argv[: argv.index("--")] if "--" in argv else argv
    asked = "en" if "--json" in words else None
    for number, word in enumerate(words):
        if word == "--lang" and number + 1 < len(words):
            asked = words[number + 1]
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked


def parse(argv: list[str]) -> argparse.Namespace:
    """The options of this command line. `command` is `list`, `grade`, or one of `_COMMANDS`."""
    if argv and argv[0] in _COMMANDS:
        options = _COMMANDS[argv[0]]().parse_args(argv[1:])
        options.command = argv[0]
        return options
    options = _grade_parser().parse_args(argv)
    options.command = "watch" if options.watch else "grade" if options.exercises else "list"
    return options


# What other tools call `grade` alone.
_OVERVIEW = ("list", "ls", "next", "progress", "status")


def near_command(word: str, others: Iterable[str]) -> str | None:
    """The command line that somebody meant who typed this word; None where one of the other words is nearer."""
    import difflib  # not for `grade --help`

    word, commands = word.lower(), [*_COMMANDS, "help"]
    if word in _OVERVIEW:
        return "grade"
    swapped = [name for name in commands if sorted(name) == sorted(word)]  # hnit is hint, though init looks nearer
    near = swapped or difflib.get_close_matches(word, [*commands, *others], n=1, cutoff=0.6)
    if not near or near[0] in others:
        return None
    return "grade --help" if near[0] == "help" else f"grade {near[0]} --help"


def typed(command: str, options: argparse.Namespace) -> str:
    """A command to type next; of `grade`, for the same course as these options, and in the language spoken now."""
    if not command.startswith("grade"):
        return command
    if options.course is not None and not command.endswith(" --help"):
        command += f" --course {shlex.quote(str(options.course))}"
    if language() != system_language() and "--lang" not in command:
        command += f" --lang {language()}"
    return command


def _parser(name: str, description: str, epilog: str | None = None) -> _Parser:
    parser = _Parser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--course", type=Path, metavar="DIR", help=_("another course than the one that comes with grade")
    )
    parser.add_argument("--lang", metavar="LANG", help=_("en or ko (default: the language of your system)"))
    return parser


def _grade_parser() -> _Parser:
    parser = _parser("grade", _("Grade neural-network exercises, and name the mistake."), _(_EPILOG))
    version = _("show program's version number and exit")
    parser.add_argument("--version", action="version", version=f"grade {__version__}", help=version)
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help=_("exercise3, 3 or forward"))
    parser.add_argument(
        "--file", type=Path, metavar="PATH", help=_("the file to grade, instead of the one in exercises/")
    )
    parser.add_argument("--solutions", action="store_true", help=_("grade the reference solutions"))
    parser.add_argument("--watch", action="store_true", help=_("grade again whenever you save"))
    _common(parser)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help=_("print one JSON document, in English unless --lang says otherwise")
    )
    _seed_option(parser, _("other random inputs"))


def _exercise(parser: argparse.ArgumentParser, meaning: str) -> None:
    parser.add_argument("exercise", nargs="?", metavar="EXERCISE", help=meaning)


def _store_option(parser: argparse.ArgumentParser) -> None:
    meaning = _("--out of grade class (class/)")
    parser.add_argument("--store", type=Path, default=Path("class"), metavar="DIR", help=meaning)


def _seed_option(parser: argparse.ArgumentParser, meaning: str) -> None:
    parser.add_argument("--seed", type=_seed, default=DEFAULT_SEED, metavar="N", help=meaning)


def _seed(text: str) -> int:
    try:
        seed = int(text)
    except ValueError:
        seed = -1
    if not 0 <= seed < 1 << 64:
        raise argparse.ArgumentTypeError(_("a seed is a whole number from 0 to 18446744073709551615"))
    return seed


def _init_parser() -> _Parser:
    parser = _parser("grade init", _("Make a working copy of the exercises. Nothing that is there is overwritten."))
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="DIR", help=_("where (default: here)"))
    return parser


def _verify_parser() -> _Parser:
    parser = _parser(
        "grade verify",
        _("For authors: stubs score nothing, solutions everything, every known mistake is caught and named."),
    )
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help=_("default: all"))
    sample = _("only N mistakes of each function, one spelling each; idle checks are not looked for")
    parser.add_argument("--sample", type=int, metavar="N", help=sample)
    # A descriptor for a parent that verifies several exercises at once: one byte a graded submission.
    parser.add_argument("--ticks", type=int, help=argparse.SUPPRESS)
    _common(parser)
    return parser


def _watch_parser() -> _Parser:
    parser = _parser("grade watch", _("Grade again whenever you save. Keys at the bottom of the screen lead on."))
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help=_("default: the first that is not done"))
    poll = _("look at the file again and again, where saves go unnoticed")
    parser.add_argument("--poll", action="store_true", help=poll)
    _seed_option(parser, _("other random inputs"))
    return parser


def _hint_parser() -> _Parser:
    parser = _parser("grade hint", _("One hint more each time, from gentle to nearly the answer."))
    _exercise(parser, _("exercise3, 3 or forward (default: the one you are at)"))
    parser.add_argument("function", nargs="?", metavar="FUNCTION", help=_("default: the first that does not pass yet"))
    return parser


def _reset_parser() -> _Parser:
    parser = _parser("grade reset", _("Put the stub back. Your own file is kept beside it, under a number."))
    _exercise(parser, _("exercise3, 3 or forward"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))
    return parser


def _solution_parser() -> _Parser:
    parser = _parser("grade solution", _("The reference solution beside your own, once yours has full marks."))
    _exercise(parser, _("exercise3, 3 or forward (default: the one you are at)"))
    return parser


def _show_parser() -> _Parser:
    parser = _parser("grade show", _("Pictures of what your functions do, in the terminal and as a page."))
    _exercise(parser, _("exercise3, 3 or forward (default: the one you are at)"))
    parser.add_argument(
        "--file", type=Path, metavar="PATH", help=_("the file to draw, instead of the one in exercises/")
    )
    parser.add_argument("--solutions", action="store_true", help=_("draw the reference solution"))
    own = _("a picture of your own, where an exercise reads pictures")
    parser.add_argument("--picture", type=Path, metavar="PICTURE", help=own)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help=_("where the page and the pictures go (default: pictures/)")
    )
    _seed_option(parser, _("other random inputs"))
    return parser


def _class_parser() -> _Parser:
    parser = _parser(
        "grade class", _("Grade the submissions of a whole class. Interrupt it, run it again: it goes on.")
    )
    parser.add_argument("submissions", type=Path, metavar="SUBMISSIONS", help=_("a folder or a ZIP of submissions"))
    parser.add_argument(
        "--exercise", action="append", default=[], metavar="EXERCISE", help=_("only this one; repeatable")
    )
    parser.add_argument("--out", type=Path, default=Path("class"), metavar="DIR", help=_("where the marks go (class/)"))
    parser.add_argument("--jobs", type=int, metavar="N", help=_("how many at once (default: the processors)"))
    parser.add_argument("--scheduler", metavar="ADDRESS", help=_("a Dask scheduler (needs neuralings[cluster])"))
    parser.add_argument("--roster", type=Path, metavar="CSV", help=_("who is in the class"))
    parser.add_argument("--regrade", action="store_true", help=_("grade again what is graded already"))
    parser.add_argument("--similar", action="store_true", help=_("look for similar submissions as well"))
    _seed_option(parser, _("other random inputs"))
    return parser


def _mark_parser() -> _Parser:
    parser = _parser("grade mark", _("A mark of your own for one student. Runs of `grade class` leave it alone."))
    parser.add_argument("student", metavar="STUDENT", help=_("id, e-mail address or name"))
    parser.add_argument("exercise", metavar="EXERCISE", help="exercise3")
    parser.add_argument("points", nargs="?", type=float, metavar="POINTS", help=_("what counts from now on"))
    parser.add_argument("--reason", metavar="WHY", help=_("what everybody reads beside the mark"))
    parser.add_argument("--clear", action="store_true", help=_("take your mark back"))
    _store_option(parser)
    return parser


def _export_parser() -> _Parser:
    parser = _parser("grade export", _("Marks for other systems, from what `grade class` has stored."))
    parser.add_argument(
        "format", metavar="FORMAT", help=_("csv, json, junit, canvas, moodle, gradescope, markdown, html, …")
    )
    parser.add_argument("target", nargs="?", type=Path, metavar="TARGET", help=_("the file or folder to write"))
    _store_option(parser)
    parser.add_argument(
        "--from",
        action="append",
        default=[],
        type=Path,
        dest="sources",
        metavar="JSON",
        help=_("what `grade … --json` printed, instead of a store; repeatable"),
    )
    parser.add_argument("--exercise", action="append", default=[], metavar="ID", help=_("only this one; repeatable"))
    parser.add_argument("--student", metavar="ID", help=_("only this one, by id, name or email address"))
    parser.add_argument("--template", type=Path, metavar="CSV", help=_("the gradebook exported from Canvas or Moodle"))
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="ID=COLUMN",
        help=_("the column of an exercise there, by title or number"),
    )
    parser.add_argument("--allow-lower", action="store_true", help=_("lower marks there as well"))
    parser.add_argument("--metadata", type=Path, metavar="JSON", help=_("Gradescope's submission_metadata.json"))
    parser.add_argument("--similar", action="store_true", help=_("html: look for similar submissions as well"))
    _seed_option(parser, _("for gradescope-autograder"))
    parser.add_argument("--dry-run", action="store_true", help=_("say what would change, write nothing"))
    parser.add_argument("--force", action="store_true", help=_("overwrite what is there"))
    return parser


_COMMANDS = {
    "init": _init_parser,
    "verify": _verify_parser,
    "watch": _watch_parser,
    "hint": _hint_parser,
    "reset": _reset_parser,
    "solution": _solution_parser,
    "show": _show_parser,
    "class": _class_parser,
    "mark": _mark_parser,
    "export": _export_parser,
}
