"""What really is refused: try one forbidden thing of each kind from inside, and undo it where it worked."""

from __future__ import annotations

import errno
import mmap
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Mapping

REFUSED = (errno.EPERM, errno.EACCES, errno.EROFS, errno.ENOMEM)
LIMITS = ("memory", "rights", "watch")
FOLDERS = ("/tmp", "/var/tmp", "/dev/shm")
_FILES_TRIED = 20
_MORE_MEMORY = 64 << 20

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

Attempt = Callable[[], object]


def observe(secret: str | None = None) -> dict[str, bool]:
    """Try to read `secret` (a file, or any file in a folder) and /etc/passwd, to write, to reach the network, to fork.

    True means refused. What cannot be tried here (a folder that does not exist) is no evidence either way; a kind
    without any evidence counts as not refused.
    """
    return {
        "read": _refused(_reads(secret)),
        "write": _refused(_writes()),
        "socket": _refused(_sockets()),
        "fork": _refused([_fork if hasattr(os, "fork") else _start_program]),
    }


def observe_limits(memory_bytes: int) -> dict[str, bool]:
    """Try to take more memory than `memory_bytes`, and what only rights of root allow: more of a limit, other groups."""
    return {"memory": _refused([lambda: _take(memory_bytes)]), "rights": _refused([_raise_own_limit, _set_own_groups])}


def label(observed: Mapping[str, bool]) -> str:
    """`full` if everything was refused, `partial` if something was, else `process-only`.

    Limits alone hold nothing back: where nothing else was refused, there is no wall.
    """
    if observed and all(observed.values()):
        return "full"
    walls = [refused for what, refused in observed.items() if what not in LIMITS]
    return "partial" if any(walls) else "process-only"


def _refused(attempts: Iterable[Attempt]) -> bool:
    """Every attempt that says anything was refused, and one did say something."""
    answers = [answer for attempt in attempts if (answer := _try(attempt)) is not None]
    return bool(answers) and all(answers)


def _try(attempt: Attempt) -> bool | None:
    try:
        attempt()
    except OSError as error:
        return True if error.errno in REFUSED else None
    return False


def _reads(secret: str | None) -> Iterable[Attempt]:
    yield lambda: _read("/etc/passwd")
    if secret is not None and os.path.isdir(secret):
        yield from _reads_below(secret)
    elif secret is not None:
        yield lambda: _read(secret)


def _reads_below(folder: str) -> Iterable[Attempt]:
    """The folder's files if it can be listed (names are no secret inside site-packages), else the listing itself."""
    files: list[str] = []
    for parent, _, names in os.walk(folder):
        files += [os.path.join(parent, name) for name in names]
        if len(files) >= _FILES_TRIED:
            break
    if not files:
        yield lambda: os.listdir(folder)
    for path in files[:_FILES_TRIED]:
        yield lambda path=path: _read(path)  # type: ignore[misc]


def _read(path: str) -> None:
    with open(path, "rb") as stream:
        stream.read(1)


def _writes() -> Iterable[Attempt]:
    for folder in dict.fromkeys((*FOLDERS, *_temporary_folder(), os.getcwd())):
        yield lambda folder=folder: _write(folder)  # type: ignore[misc]


def _temporary_folder() -> Iterable[str]:
    try:
        yield tempfile.gettempdir()
    except FileNotFoundError:  # none can be written to
        return


def _write(folder: str) -> None:
    path = os.path.join(folder, f"neuralings-probe-{secrets.token_hex(8)}")
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    os.unlink(path)


def _sockets() -> Iterable[Attempt]:
    yield lambda: _bind(socket.SOCK_STREAM)
    yield lambda: _bind(socket.SOCK_DGRAM)
    if hasattr(socket, "AF_UNIX"):
        yield lambda: socket.socket(socket.AF_UNIX).close()


def _bind(kind: socket.SocketKind) -> None:
    """Some systems refuse the socket itself, some only its use."""
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))


def _fork() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python 3.12 warns if there are threads, after the fork
        pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def _take(size: int) -> None:
    """Private memory, as a program would allocate it; nothing is written to it, so nothing is used up."""
    if not hasattr(mmap, "MAP_PRIVATE"):
        raise OSError(errno.ENOSYS, "no private mappings here")
    mmap.mmap(-1, size + _MORE_MEMORY, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()


def _raise_own_limit() -> None:
    if resource is None:
        raise OSError(errno.ENOSYS, "no limits here")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard + 1))
    except ValueError as error:  # what Python makes of EPERM here
        raise OSError(errno.EPERM, str(error)) from error
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def _set_own_groups() -> None:
    """To what they are: only rights of root may say even that."""
    if not hasattr(os, "setgroups"):
        raise OSError(errno.ENOSYS, "no groups here")
    os.setgroups(os.getgroups())


def _start_program() -> None:
    subprocess.run([sys.executable, "-I", "-S", "-c", ""], check=False, timeout=10)
