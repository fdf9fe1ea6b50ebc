"""Run one command line; every error ends as a sentence, the next command to type, and an exit code."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable

from grader.cli.options import parse
from grader.errors import GraderError

INTERRUPTED = 130


def run(argv: list[str]) -> int:
    """The exit code of `grade` with these words."""
    _exit_on_terminate()
    try:
        return _command(options := parse(argv))(options)
    except GraderError as error:
        _complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        print("\nInterrupted. Nothing was changed.", file=sys.stderr)
        return INTERRUPTED
    except SystemExit as leave:  # argparse has printed its help or its version
        return int(leave.code or 0)
    except BrokenPipeError:
        return 1  # `grade … | head` has seen enough


def _exit_on_terminate() -> None:
    def leave(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, leave)


def _command(options: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    # Imported only where used: `grade --help` needs none of them.
    if options.command == "list":
        from grader.cli.overview import overview

        return overview
    if options.command == "init":
        from grader.cli.init import init

        return init
    if options.command == "verify":
        from grader.cli.verify import verify

        return verify
    from grader.cli.grade import grade

    return grade


def _complain(error: GraderError) -> None:
    from grader.report.text import in_ascii, printable

    text = printable(error.sentence)
    if error.next_command:
        text += f"\nTry:  {error.next_command}"
    encoding = (sys.stderr.encoding or "ascii").lower()
    print(text if encoding.startswith("utf") else in_ascii(text), file=sys.stderr)
