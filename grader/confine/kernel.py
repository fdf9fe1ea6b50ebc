"""The few C library calls that Python has no name for. Every failure is an OSError."""

from __future__ import annotations

import ctypes
import errno
import os
import sys

LINUX = sys.platform.startswith("linux")

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

_libc = ctypes.CDLL(None, use_errno=True) if LINUX else None
if _libc is not None:
    _libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)
    _libc.syscall.restype = ctypes.c_long


def machine() -> str:
    """The machine whose system call numbers this process uses; a 32-bit Python on a 64-bit kernel is neither."""
    name = os.uname().machine if LINUX and sys.maxsize > 2**32 else ""
    return name if name in ("x86_64", "aarch64") else ""


def syscall(number: int, *arguments: object) -> int:
    """Make one raw system call; integers are passed as C longs, everything else as ctypes passes it."""
    if _libc is None:
        raise OSError(errno.ENOSYS, "not Linux")
    passed = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return _checked(int(_libc.syscall(ctypes.c_long(number), *passed)), "system call")


def prctl(option: int, value: int = 0) -> int:
    """prctl(2) with one argument, the other three zero as newer options demand."""
    if _libc is None:
        raise OSError(errno.ENOSYS, "not Linux")
    return _checked(_libc.prctl(option, value, 0, 0, 0), "prctl")


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result
