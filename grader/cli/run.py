"""Run one command line; every error ends as a sentence, the next command to type, and an exit code."""

from __future__ import annotations

import argparse
import contextlib
import errno
import importlib
import os
import signal
import sys
from collections.abc import Callable

from grader.cli.options import language_of, parse, typed
from grader.cli.say import for_terminal, say
from grader.errors import GraderError, UsageError
from grader.language import _, can_be_read, language, ngettext, speak

BROKEN = 3
INTERRUPTED = 130
# What writing to a full disk, a quota or a terminal that has gone away ends with.
_UNDELIVERED = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)

_COMMANDS = {
    "list": "grader.cli.overview:overview",
    "grade": "grader.cli.grade:grade",
    "init": "grader.cli.init:init",
    "verify": "grader.cli.verify:verify",
    "watch": "grader.cli.watch:watch",
    "hint": "grader.cli.hint:hint",
    "reset": "grader.cli.reset:reset",
    "solution": "grader.cli.solution:solution",
    "show": "grader.cli.show:show",
    "class": "grader.cli.classroom:classroom",
    "mark": "grader.cli.mark:mark",
    "export": "grader.cli.export:export",
}


def run(argv: list[str]) -> int:
    """The exit code of `grade` with these words."""
    _exit_on_terminate()
    options = argparse.Namespace(course=None)
    try:
        _speak(argv)
        options = parse(argv)
        return _command(options)(options)
    except Exception as error:  # noqa: BLE001 - nobody who learns should have to read a traceback of ours
        return _failed(error, options)
    except KeyboardInterrupt:
        return _interrupted()
    except SystemExit as leave:  # argparse has printed its help or its version; rich has met a closed pipe
        return int(leave.code or 0)


def _failed(error: Exception, options: argparse.Namespace) -> int:
    if _came_of_interrupt(error):
        return _interrupted()
    if isinstance(error, GraderError):
        _complain(error.sentence, error.next_command and typed(error.next_command, options))
        return error.exit_code
    if isinstance(error, BrokenPipeError):
        return 1  # `grade … | head` has seen enough
    return _unforeseen(error)


def _came_of_interrupt(error: BaseException | None) -> bool:
    """Whether it was raised while an interrupt was on its way out: Ctrl-C ends our child processes too, which is no news."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


def interrupted(argv: list[str]) -> int:
    """The exit code after a Ctrl-C so early that `run` has not begun, with the word that it says itself."""
    with contextlib.suppress(GraderError):  # of a language that we do not know
        _speak(argv)
    return _interrupted()


def _interrupted() -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough: no traceback while we leave
    _complain(_("\nInterrupted. Nothing was changed."))
    return INTERRUPTED


def _speak(argv: list[str]) -> None:
    """From the first sentence on, the language asked for; English, and why, where the terminal has no letters for it."""
    speak(None)
    speak(language_of(argv))
    # argparse looks its own words up in its module, by these two names.
    vars(argparse).update(_=_, ngettext=ngettext)
    if not can_be_read(sys.stdout.encoding) and "--json" not in argv:  # JSON is ASCII in every language
        asked = language()
        speak("en")
        _complain(
            _("This terminal knows {encoding} only, which cannot show “{asked}”: English, therefore.").format(
                encoding=sys.stdout.encoding, asked=asked
            )
        )


def _unforeseen(error: Exception) -> int:
    if sys.flags.dev_mode:
        raise error
    if isinstance(error, OSError) and error.errno in _UNDELIVERED:
        _complain(_("What was asked for could not be written: {why}.").format(why=error.strerror))
        return 1
    if isinstance(error, FileNotFoundError) and _folder_is_gone():
        _complain(_("The folder that you are in has been deleted. Go to another one."), "cd ..")
        return UsageError.exit_code
    _complain(
        _(
            "grade itself has failed, not your code: {kind}: {error}\n"
            "This is a bug in grade. Tell its maintainers what this prints:"
        ).format(kind=type(error).__name__, error=error),
        " ".join(["python -X dev -m grader", *sys.argv[1:]]),
    )
    return BROKEN


def _folder_is_gone() -> bool:
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _exit_on_terminate() -> None:
    def leave(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, leave)


def _command(options: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    # Imported only where used: `grade --help` needs none of them.
    module, _, function = _COMMANDS[options.command].partition(":")
    command: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(module), function)
    return command


def _complain(sentence: str, next_command: str | None = None) -> None:
    from grader.report.text import printable

    text = for_terminal(printable(sentence)) if sys.stderr.isatty() else printable(sentence)
    if next_command:
        text += "\n" + _("Try:  {command}").format(command=printable(next_command))
    with contextlib.suppress(OSError):  # stderr on a full disk: the exit code still tells
        say(text, sys.stderr)
