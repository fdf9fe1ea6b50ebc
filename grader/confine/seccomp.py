"""The wall of refused system calls: what is refused, and how a worker takes it upon itself."""

from __future__ import annotations

import ctypes
import os

from . import bpf, kernel
from .bpf import EPERM, Instruction, argument, none_of, only, when
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
    call = numbers(ASKED, machine)
    program: list[Instruction] = [
        bpf.load(bpf.MACHINE_AT),
        (bpf.JUMP_EQUAL, 1, 0, AUDIT_MACHINE[machine]),
        bpf.answer(bpf.KILL),
        bpf.load(bpf.NUMBER_AT),
        (bpf.JUMP_GREATER, 0, 1, LAST_KNOWN),  # x32 numbers too: they have bit 30 set
        bpf.answer(bpf.ERRNO | bpf.ENOSYS),
        *bpf.refuse_all(list(numbers(DENIED, machine).values()), EPERM),
        *bpf.refuse_all(list(numbers(MISSING, machine).values()), bpf.ENOSYS),
        *_asked(call),
    ]
    if deny_writes:
        program += _no_writes(machine)
    return bpf.assemble([*program, bpf.answer(bpf.ALLOW)])


def _asked(call: dict[str, int]) -> list[Instruction]:
    """The calls whose arguments decide. Every branch answers, so the number stays loaded for the next one."""
    about_me = (0, bpf.OWN_PID)
    program = [
        *when(call["clone"], _clone()),
        *when(call["kill"], only(0, [bpf.OWN_PID])),
        *when(call["tgkill"], only(0, [bpf.OWN_PID])),
        *when(call["socketpair"], _socketpair()),
        *when(call["fcntl"], none_of(1, SIGNAL_FCNTLS)),
        *when(call["ioctl"], only(1, HARMLESS_IOCTLS)),
        *when(call["prctl"], none_of(0, DEATH_PRCTLS)),
    ]
    for name in ("prlimit64", "sched_setaffinity", "sched_setscheduler", "sched_setparam", "sched_setattr"):
        program += when(call[name], only(0, about_me))
    return program


def _clone() -> list[Instruction]:
    """A thread, in the same namespaces."""
    return [
        argument(0),
        (bpf.JUMP_ANY_BIT, 1, 0, CLONE_NEW_ANYTHING),
        (bpf.JUMP_ANY_BIT, 1, 0, CLONE_THREAD),
        bpf.answer(bpf.ERRNO | EPERM),
        bpf.answer(bpf.ALLOW),
    ]


def _socketpair() -> list[Instruction]:
    """Streams between own ends only: a datagram pair could send to any socket that has a path."""
    return [
        argument(0),
        (bpf.JUMP_EQUAL, 0, 3, AF_UNIX),
        argument(1),
        (0x54, 0, 0, SOCK_TYPE),  # BPF_ALU | BPF_AND
        (bpf.JUMP_EQUAL, 1, 0, SOCK_STREAM),
        bpf.answer(bpf.ERRNO | EPERM),
        bpf.answer(bpf.ALLOW),
    ]


def _no_writes(machine: str) -> list[Instruction]:
    opening = numbers(OPENING, machine)
    program = bpf.refuse_all(list(numbers(WRITING, machine).values()), EPERM)
    program += bpf.refuse_all([opening["openat2"]], bpf.ENOSYS)  # its flags lie in memory
    if "open" in opening:
        program += when(opening["open"], bpf.no_bits(1, WRITE_FLAGS))
    return program + when(opening["openat"], bpf.no_bits(2, WRITE_FLAGS))


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
