"""Classic BPF programs for seccomp: lists of instructions, and the argument tests that the filter is made of."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

Instruction = tuple[int, int, int, int]
"""(code, jump if true, jump if false, operand)"""

LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
JUMP_EQUAL = 0x15
JUMP_GREATER = 0x25
JUMP_ANY_BIT = 0x45
RETURN = 0x06

NUMBER_AT, MACHINE_AT = 0, 4  # offsets in struct seccomp_data
ALLOW, KILL, ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
EPERM, ENOSYS = 1, 38

OWN_PID = 0x50494421
"""Stands for the worker's process id, which only the worker knows."""


def load(offset: int) -> Instruction:
    return (LOAD, 0, 0, offset)


def answer(value: int) -> Instruction:
    return (RETURN, 0, 0, value)


def argument(index: int) -> Instruction:
    """Load the low half of an argument (both machines are little-endian; the kernel reads only this half)."""
    return load(16 + 8 * index)


def refuse_all(numbers: Sequence[int], code: int) -> list[Instruction]:
    """With the call's number loaded: answer errno `code` to each of `numbers`."""
    program: list[Instruction] = []
    for start in range(0, len(numbers), 200):  # a conditional jump reaches 255 instructions
        part = numbers[start : start + 200]
        program += [(JUMP_EQUAL, len(part) - at, 0, number) for at, number in enumerate(part)]
        program += [(0x05, 0, 0, 1), answer(ERRNO | code)]  # BPF_JA over the refusal
    return program


def when(number: int, body: list[Instruction]) -> list[Instruction]:
    """With the call's number loaded: run `body`, which must answer on every way, for this call only."""
    return [(JUMP_EQUAL, 0, len(body), number), *body]


def only(index: int, values: Iterable[int]) -> list[Instruction]:
    """Allow the call if the argument is one of `values`, else EPERM."""
    wanted = list(values)
    tests = [(JUMP_EQUAL, len(wanted) - at, 0, value) for at, value in enumerate(wanted)]
    return [argument(index), *tests, answer(ERRNO | EPERM), answer(ALLOW)]


def none_of(index: int, values: Iterable[int]) -> list[Instruction]:
    """Refuse the call with EPERM if the argument is one of `values`, else allow it."""
    unwanted = list(values)
    tests = [(JUMP_EQUAL, len(unwanted) - at, 0, value) for at, value in enumerate(unwanted)]
    return [argument(index), *tests, answer(ALLOW), answer(ERRNO | EPERM)]


def no_bits(index: int, bits: int) -> list[Instruction]:
    """Refuse the call with EPERM if the argument has any of `bits`."""
    return [argument(index), (JUMP_ANY_BIT, 0, 1, bits), answer(ERRNO | EPERM), answer(ALLOW)]


def assemble(program: Iterable[Instruction]) -> bytes:
    """The bytes the kernel takes: struct sock_filter, eight bytes each."""
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in program)


def with_own_pid(program: bytes, pid: int) -> bytes:
    """Put the worker's process id where `OWN_PID` stands."""
    return program.replace(struct.pack("=I", OWN_PID), struct.pack("=I", pid))
