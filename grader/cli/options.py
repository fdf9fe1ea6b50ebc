"""The command line: which words there are and what they mean. argparse, because `grade --help` must not cost more than Python."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import Any, NoReturn

from grader import __version__
from grader.cli.say import say
from grader.errors import UsageError

DEFAULT_SEED = 20261121
_EPILOG = """\
commands:
  grade                          the exercises in order, and the next step
  grade exercise3 [exercise4 …]  grade your files (ids, numbers and topics work)
  grade init [DIR]               a working copy of the exercises
  grade verify [exercise3 …]     for authors: is the course sound?

exit codes: 0 all passed · 1 something not passed · 2 wrong usage ·
3 course or grader broken · 130 interrupted
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", next_command="grade --help")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Help and version. argparse's own would hide a full disk, and stumble over … where only ASCII is known."""
        say(message.removesuffix("\n"))


def parse(argv: list[str]) -> argparse.Namespace:
    """The options of this command line. `command` is `list`, `grade`, `init` or `verify`."""
    commands = {"init": _init_parser, "verify": _verify_parser}
    if argv and argv[0] in commands:
        options = commands[argv[0]]().parse_args(argv[1:])
        options.command = argv[0]
        return options
    options = _grade_parser().parse_args(argv)
    options.command = "grade" if options.exercises else "list"
    return options


def typed(command: str, options: argparse.Namespace) -> str:
    """A command to type next; of `grade`, for the same course as these options."""
    if options.course is None or not command.startswith("grade") or command == "grade --help":
        return command
    return f"{command} --course {shlex.quote(str(options.course))}"


def _parser(name: str, description: str, epilog: str | None = None) -> _Parser:
    parser = _Parser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--course", type=Path, metavar="DIR", help="another course than the one that comes with grade")
    return parser


def _grade_parser() -> _Parser:
    parser = _parser("grade", "Grade neural-network exercises, and name the mistake.", _EPILOG)
    parser.add_argument("--version", action="version", version=f"grade {__version__}")
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="exercise3, 3 or forward")
    parser.add_argument("--file", type=Path, metavar="PATH", help="the file to grade, instead of the one in exercises/")
    parser.add_argument("--solutions", action="store_true", help="grade the reference solutions")
    _common(parser)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document and nothing else")
    parser.add_argument("--seed", type=_seed, default=DEFAULT_SEED, metavar="N", help="other random inputs")


def _seed(text: str) -> int:
    try:
        seed = int(text)
    except ValueError:
        seed = -1
    if not 0 <= seed < 1 << 64:
        raise argparse.ArgumentTypeError("a seed is a whole number from 0 to 18446744073709551615")
    return seed


def _init_parser() -> _Parser:
    parser = _parser("grade init", "Make a working copy of the exercises. Nothing that is there is overwritten.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="DIR", help="where (default: here)")
    return parser


def _verify_parser() -> _Parser:
    parser = _parser(
        "grade verify",
        "For authors: stubs score nothing, solutions everything, every known mistake is caught and named.",
    )
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="default: all")
    sample = "only N mistakes of each function, one spelling each; idle checks are not looked for"
    parser.add_argument("--sample", type=int, metavar="N", help=sample)
    # A descriptor for a parent that verifies several exercises at once: one byte a graded submission.
    parser.add_argument("--ticks", type=int, help=argparse.SUPPRESS)
    _common(parser)
    return parser
