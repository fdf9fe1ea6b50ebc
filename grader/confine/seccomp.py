"""The wall of refused system calls: what is refused, and how a worker takes it upon itself."""

from __future__ import annotations

import ctypes
import os

from . import bpf, kernel
from .bpf import Verdict, argument, none_of, only
from .syscalls import ASKED, DENIED, LAST_KNOWN, MISSING, OPENING, WRITING, numbers

AUDIT_MACHINE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

CLONE_THREAD = 0x00010000
CLONE_NEW_ANYTHING = 0x7E020000
AF_UNIX, SOCK_STREAM, SOCK_TYPE = 1, 1, 0xF
SIGNAL_FCNTLS = (8, 10, 15, 1024)  # F_SETOWN, F_SETSIG, F_SETOWN_EX: signals by way of a file; F_SETLEASE
DEATH_PRCTLS = (kernel.PR_SET_PDEATHSIG, kernel.PR_SET_DUMPABLE)
HARMLESS_IOCTLS = (
    0x5401,  # TCGETS: isatty()
    0x802C542A,  # TCGETS2: isatty() of newer C libraries
    0x5413,  # TIOCGWINSZ
    0x541B,  # FIONREAD
    0x5421,  # FIONBIO
    0x5450,  # FIONCLEX
    0x5451,  # FIOCLEX
)
WRITE_FLAGS = 0o3 | 0o100 | 0o1000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC

SECCOMP_SET_MODE_FILTER = 1
FILTER_FLAG_TSYNC = 1


def build(machine: str, deny_writes: bool) -> bytes:
    """The filter for `machine`; `deny_writes` where no Landlock guards the files."""
    verdicts = _by_number(DENIED, machine, [bpf.REFUSE]) | _by_number(MISSING, machine, [bpf.MISSING])
    verdicts |= _asked(numbers(ASKED, machine))
    if deny_writes:
        verdicts |= _no_writes(machine)
    # x32 calls have bit 30 set: they lie beyond what is known as well.
    return bpf.program(AUDIT_MACHINE[machine], verdicts, LAST_KNOWN + 1)


def _by_number(table: str, machine: str, verdict: Verdict) -> dict[int, Verdict]:
    return dict.fromkeys(numbers(table, machine).values(), verdict)


def _asked(call: dict[str, int]) -> dict[int, Verdict]:
    """The calls whose arguments decide."""
    about_me = only(0, (0, bpf.OWN_PID))
    verdicts = {
        "clone": _clone(),
        "kill": only(0, [bpf.OWN_PID]),
        "tgkill": only(0, [bpf.OWN_PID]),
        "socketpair": _socketpair(),
        "fcntl": none_of(1, SIGNAL_FCNTLS),
        "ioctl": only(1, HARMLESS_IOCTLS),
        "prctl": none_of(0, DEATH_PRCTLS),
        "prlimit64": about_me,
        "sched_setaffinity": about_me,
        "sched_setscheduler": about_me,
        "sched_setparam": about_me,
        "sched_setattr": about_me,
    }
    return {call[name]: verdict for name, verdict in verdicts.items()}


def _clone() -> Verdict:
    """A thread, in the same namespaces."""
    return [
        argument(0),
        (bpf.JUMP_ANY_BIT, 1, 0, CLONE_NEW_ANYTHING),
        (bpf.JUMP_ANY_BIT, 1, 0, CLONE_THREAD),
        bpf.REFUSE,
        bpf.ALLOW,
    ]


def _socketpair() -> Verdict:
    """Streams between own ends only: a datagram pair could send to any socket that has a path."""
    return [
        argument(0),
        (bpf.JUMP_EQUAL, 0, 3, AF_UNIX),
        argument(1),
        (bpf.AND, 0, 0, SOCK_TYPE),
        (bpf.JUMP_EQUAL, 1, 0, SOCK_STREAM),
        bpf.REFUSE,
        bpf.ALLOW,
    ]


def _no_writes(machine: str) -> dict[int, Verdict]:
    opening = numbers(OPENING, machine)
    verdicts = _by_number(WRITING, machine, [bpf.REFUSE])
    verdicts[opening["openat2"]] = [bpf.MISSING]  # its flags lie in memory
    verdicts[opening["openat"]] = bpf.no_bits(2, WRITE_FLAGS)
    if "open" in opening:
        verdicts[opening["open"]] = bpf.no_bits(1, WRITE_FLAGS)
    return verdicts


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def install(program: bytes) -> None:
    """Bind this process, all its threads, by `program`; OSError if the kernel refuses."""
    finished = bpf.with_own_pid(program, os.getpid())
    filter_ = _Program(len(finished) // 8, finished)
    number = numbers(ASKED, kernel.machine())["seccomp"]
    result = kernel.syscall(number, SECCOMP_SET_MODE_FILTER, FILTER_FLAG_TSYNC, ctypes.byref(filter_))
    if result:
        raise OSError(1, f"thread {result} has a filter of its own")
