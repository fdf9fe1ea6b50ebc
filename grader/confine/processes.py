"""Processes and descriptors: who may look at whom, who dies with whom, what a child must not inherit."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import time
from collections.abc import Iterable

from . import kernel

_PIDFD_SEND_SIGNAL, _PIDFD_OPEN = 424, 434  # the same numbers on every machine
_SWEEP_SECONDS = 1.0


def protect_process() -> None:
    """Close /proc/PID of this process to others of the same user: memory, environment, open files."""
    if kernel.LINUX:
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)


def die_with_parent() -> None:
    """Be killed when the parent ends. The caller checks that the parent had not ended before."""
    if kernel.LINUX:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)


def set_subreaper() -> None:
    """Become the parent of every orphan among the descendants, so that none escapes `sweep_children`."""
    if kernel.LINUX:
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)


def children() -> set[int]:
    """The processes whose parent this one is, zombies among them; empty where nobody tells."""
    found: set[int] = set()
    with contextlib.suppress(OSError):
        for task in os.listdir("/proc/self/task"):
            with open(f"/proc/self/task/{task}/children", "rb") as stream:
                found.update(map(int, stream.read().split()))
    return found


def sweep_children(keep: Iterable[int] = ()) -> int:
    """Kill and reap every child but those to `keep`, and what they leave behind; returns how many."""
    kept, swept = set(keep), 0
    deadline = time.monotonic() + _SWEEP_SECONDS
    while (strays := children() - kept) and time.monotonic() < deadline:
        for pid in strays:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        reaped = sum(map(_reap, strays))
        swept += reaped
        if not reaped:
            time.sleep(0.001)
    return swept


def _reap(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return False


def close_other_fds(keep: Iterable[int]) -> None:
    """Close every descriptor but these."""
    kept = sorted(set(keep))
    start = 0
    for descriptor in kept:
        if start < descriptor:  # CPython hands an empty range to close_range(2) as "everything from here on"
            os.closerange(start, descriptor)
        start = max(start, descriptor + 1)
    os.closerange(start, max(start, _highest_fd() + 1))


def _highest_fd() -> int:
    for folder in ("/proc/self/fd", "/dev/fd"):
        with contextlib.suppress(OSError):
            return max(map(int, os.listdir(folder)))
    return 4096


def pidfd_open(pid: int) -> int:
    """A descriptor that means this very process, even after its number was given to another."""
    if hasattr(os, "pidfd_open"):
        return os.pidfd_open(pid)
    return kernel.syscall(_PIDFD_OPEN, pid, 0)


def pidfd_kill(pidfd: int) -> None:
    """Kill the process behind the descriptor; nothing happens if it has ended."""
    try:
        if hasattr(signal, "pidfd_send_signal"):
            signal.pidfd_send_signal(pidfd, signal.SIGKILL)
        else:
            kernel.syscall(_PIDFD_SEND_SIGNAL, pidfd, signal.SIGKILL, None, 0)
    except OSError as error:
        if error.errno != errno.ESRCH:
            raise
