"""What SQLite and the disk say, as sentences with the next command."""

from __future__ import annotations

import contextlib
import errno
import shlex
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from grader.errors import EngineError, GraderError, UsageError
from grader.language import _

FILE = "class.sqlite"


@contextlib.contextmanager
def sentences(folder: Path) -> Iterator[None]:
    """Whatever SQLite or the disk says, as a sentence with the next command."""
    try:
        yield
    except sqlite3.Error as error:
        raise _sentence(folder / FILE, error) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _full(folder / FILE) from error
        raise UsageError(
            _("{folder} cannot be written: {why}. Name another folder with --out.").format(folder=folder, why=error.strerror),
            next_command="grade class SUBMISSIONS --out ~/class",
        ) from error


def is_at_rest(path: Path) -> bool:
    """Whether the store is one whole file, with nothing in a log beside it that has still to be written to it."""
    log = path.with_name(f"{path.name}-wal")
    return not log.exists() or log.stat().st_size == 0


def _full(path: Path) -> GraderError:
    return EngineError(
        _("The disk of {path} is full. What was graded before is kept: make room, and run it again.").format(path=path),
        next_command=f"df -h {shlex.quote(str(path.parent))}",
    )


def _sentence(path: Path, error: sqlite3.Error) -> GraderError:
    words = str(error)
    if "locked" in words or "busy" in words:
        return UsageError(
            _("{path} is in use by another grade. Wait until it has ended, and try again.").format(path=path),
            next_command="grade class --help",
        )
    if "full" in words or "disk I/O" in words:
        return _full(path)
    if "unable to open" in words or "readonly" in words or "permission" in words.lower():
        return UsageError(
            _("{path} cannot be written. Name another folder with --out.").format(path=path),
            next_command="grade class SUBMISSIONS --out ~/class",
        )
    aside = path.with_name("class.damaged.sqlite")
    return EngineError(
        _("{path} is damaged ({why}). Put it aside; the submissions are then graded anew.").format(path=path, why=words),
        next_command=f"mv {shlex.quote(str(path))} {shlex.quote(str(aside))}",
    )
