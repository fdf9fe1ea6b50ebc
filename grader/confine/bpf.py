"""Classic BPF programs for seccomp: a verdict for every system call number, found by bisection.

A verdict is a short list of instructions that ends in an answer on every way. Bisection keeps the kernel's work low:
it tries each filter on each number when it is installed.
"""

from __future__ import annotations

import errno
import struct
from collections.abc import Iterable, Mapping

Instruction = tuple[int, int, int, int]
"""(code, jump if true, jump if false, operand)"""
Verdict = list[Instruction]

LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
AND = 0x54
JUMP = 0x05
JUMP_EQUAL = 0x15
JUMP_AT_LEAST = 0x35
JUMP_ANY_BIT = 0x45
RETURN = 0x06
_LONGEST_JUMP = 255  # of a conditional one

NUMBER_AT, MACHINE_AT, ARGUMENTS_AT = 0, 4, 16  # offsets in struct seccomp_data

OWN_PID = 0x50494421
"""Stands for the worker's process id, which only the worker knows."""


def answer(value: int) -> Instruction:
    return (RETURN, 0, 0, value)


ALLOW = answer(0x7FFF0000)
KILL = answer(0x80000000)
REFUSE = answer(0x00050000 | errno.EPERM)
MISSING = answer(0x00050000 | errno.ENOSYS)


def argument(index: int) -> Instruction:
    """Load the low half of an argument (both machines are little-endian; of an int the kernel reads no more)."""
    return (LOAD, 0, 0, ARGUMENTS_AT + 8 * index)


def only(index: int, values: Iterable[int]) -> Verdict:
    """Allow the call if the argument is one of `values`."""
    return [argument(index), *_if_any(list(values)), REFUSE, ALLOW]


def none_of(index: int, values: Iterable[int]) -> Verdict:
    """Refuse the call if the argument is one of `values`."""
    return [argument(index), *_if_any(list(values)), ALLOW, REFUSE]


def _if_any(values: list[int]) -> list[Instruction]:
    """Skip the next instruction but one if the loaded word is one of `values`."""
    return [(JUMP_EQUAL, len(values) - at, 0, value) for at, value in enumerate(values)]


def no_bits(index: int, bits: int) -> Verdict:
    """Refuse the call if the argument has any of `bits`."""
    return [argument(index), (JUMP_ANY_BIT, 0, 1, bits), REFUSE, ALLOW]


def program(machine: int, verdicts: Mapping[int, Verdict], beyond: int) -> bytes:
    """The filter's bytes: other machines are killed, numbers from `beyond` on are missing, the rest is allowed."""
    spans: list[tuple[int, Verdict]] = []
    for number in range(beyond):
        verdict = verdicts.get(number, [ALLOW])
        if not spans or spans[-1][1] != verdict:
            spans.append((number, verdict))
    start = [(LOAD, 0, 0, MACHINE_AT), (JUMP_EQUAL, 1, 0, machine), KILL, (LOAD, 0, 0, NUMBER_AT)]
    return _assemble([*start, *_bisect([*spans, (beyond, [MISSING])])])


def _bisect(spans: list[tuple[int, Verdict]]) -> list[Instruction]:
    if len(spans) == 1:
        return spans[0][1]
    middle = len(spans) // 2
    below, above = _bisect(spans[:middle]), _bisect(spans[middle:])
    if len(below) <= _LONGEST_JUMP:
        return [(JUMP_AT_LEAST, len(below), 0, spans[middle][0]), *below, *above]
    return [(JUMP_AT_LEAST, 0, 1, spans[middle][0]), (JUMP, 0, 0, len(below)), *below, *above]


def _assemble(instructions: Iterable[Instruction]) -> bytes:
    """struct sock_filter, eight bytes each."""
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)


def with_own_pid(filter_: bytes, pid: int) -> bytes:
    """Put the worker's process id where `OWN_PID` stands."""
    return filter_.replace(struct.pack("=I", OWN_PID), struct.pack("=I", pid))
