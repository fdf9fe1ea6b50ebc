"""A folder for a while: it goes with its process, or, where that was killed, when the next one needs such a folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_PREFIX = "neuralings-scratch-"
_LOCK = ".in-use"
# Between making a folder and locking it; whatever has no lock and is older was left by a process that was killed then.
_SETTLING = 60.0


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """A folder of this process. What processes that were killed have left of theirs goes first."""
    if sys.platform == "win32":
        with tempfile.TemporaryDirectory(prefix=_PREFIX) as name:
            yield Path(name).resolve()
        return
    _clear_away(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as name, _locked(Path(name) / _LOCK):
        yield Path(name).resolve()


def _clear_away(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):  # somebody else clears it away at this moment, or we may not
            if _is_left_behind(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_left_behind(folder: Path) -> bool:
    status = folder.lstat()
    if folder.is_symlink() or status.st_uid != os.getuid():
        return False
    if not (folder / _LOCK).exists():
        return time.time() - status.st_mtime > _SETTLING
    try:
        with _locked(folder / _LOCK):
            return True
    except BlockingIOError:
        return False


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """The lock of a file; the kernel takes it away from whoever ends. Raises `BlockingIOError` where somebody holds it."""
    if sys.platform == "win32":
        raise BlockingIOError
    import fcntl

    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)
