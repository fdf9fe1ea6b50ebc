"""What a worker that was started by root gives away, and the promise never to gain rights again."""

from __future__ import annotations

import contextlib
import ctypes
import os

from . import kernel

NOBODY = 65534
_VERSION_3 = 0x20080522
_SYSCALLS = {"x86_64": (125, 126), "aarch64": (90, 91)}  # capget, capset
_SETPCAP = 8
_MOST_CAPABILITIES = 64

_Sets = ctypes.c_uint32 * 6
"""effective, permitted, inheritable of capabilities 0-31, then of 32-63."""


def capabilities() -> tuple[int, int, int]:
    """(effective, permitted, inheritable) of this thread."""
    sets = _Sets()
    _call(0, sets)
    return (sets[0] | sets[3] << 32, sets[1] | sets[4] << 32, sets[2] | sets[5] << 32)


def drop_capabilities(become_nobody: bool) -> None:
    """Drop them all, for good: root without them may do what the owner of root's files may. A nobody not even that."""
    if capabilities()[0] >> _SETPCAP & 1:
        with contextlib.suppress(OSError):  # EINVAL ends the list: this kernel has no more
            for number in range(_MOST_CAPABILITIES):
                kernel.prctl(kernel.PR_CAPBSET_DROP, number)
    if become_nobody:
        _become_nobody()
    _call(1, _Sets())
    if any(capabilities()):
        raise OSError("some capabilities stayed")


def _become_nobody() -> None:
    with contextlib.suppress(OSError):  # a user namespace may have no such user: then root without capabilities
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)


def promise_no_new_rights() -> None:
    """No program this process might start could gain rights; Landlock and seccomp demand it."""
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)


def _call(which: int, sets: ctypes.Array[ctypes.c_uint32]) -> None:
    numbers = _SYSCALLS.get(kernel.machine())
    if numbers is None:
        raise OSError("system call numbers of this machine are not known")
    header = (ctypes.c_uint32 * 2)(_VERSION_3, 0)
    kernel.syscall(numbers[which], header, sets)
