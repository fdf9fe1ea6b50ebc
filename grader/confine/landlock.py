"""The wall around files: a Landlock ruleset allows what it names and refuses every other open, listing and change."""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable

from . import kernel

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same numbers on every machine
RULE_PATH_BENEATH = 1
LOG_SAME_EXEC_OFF = 1

WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
TRUNCATE, IOCTL_DEV = 1 << 14, 1 << 15
READ = READ_FILE | READ_DIR
FILE_RIGHTS = 1 | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
"""The rights that a rule for a single file may hold."""

NEWEST_ABI = 7

Rule = tuple[str, int]
"""A path, and the rights beneath it."""


class _RulesetAttr(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("rights", ctypes.c_uint64), ("folder", ctypes.c_int32))


def abi() -> int:
    """The newest Landlock version this kernel and this module share, 0 if there is none."""
    try:
        return min(NEWEST_ABI, kernel.syscall(CREATE_RULESET, 0, 0, 1))
    except OSError:
        return 0


def handled(version: int) -> tuple[int, int, int]:
    """The rights on files, on TCP ports, and on what lies outside that `version` knows how to refuse."""
    rights = 13 + sum(version >= since for since in (2, 3, 5))
    return (1 << rights) - 1, 3 if version >= 4 else 0, 3 if version >= 6 else 0


def ruleset(version: int, rules: Iterable[Rule]) -> int:
    """A new ruleset's descriptor (close-on-exec): everything `version` knows is refused, but for `rules`."""
    attributes = _RulesetAttr(*handled(version))
    # The kernel knows a shorter structure before ABI 6, and accepts a longer one whose tail is zero.
    descriptor = kernel.syscall(CREATE_RULESET, ctypes.byref(attributes), ctypes.sizeof(attributes), 0)
    _add(descriptor, rules, attributes.files)
    return descriptor


def reading(rules: Iterable[Rule]) -> int:
    """A ruleset that refuses nothing but reading elsewhere."""
    attributes = _RulesetAttr(READ, 0, 0)
    descriptor = kernel.syscall(CREATE_RULESET, ctypes.byref(attributes), ctypes.sizeof(attributes), 0)
    _add(descriptor, rules, READ)
    return descriptor


def _add(descriptor: int, rules: Iterable[Rule], known: int) -> None:
    for path, rights in rules:
        try:
            folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue  # what is not there, or out of our own reach, needs no rule
        try:
            allowed = rights & known
            if not stat.S_ISDIR(os.fstat(folder).st_mode):
                allowed &= FILE_RIGHTS
            if allowed:
                rule = _PathBeneath(allowed, folder)
                kernel.syscall(ADD_RULE, descriptor, RULE_PATH_BENEATH, ctypes.byref(rule), 0)
        finally:
            os.close(folder)


def restrict(descriptor: int, version: int) -> None:
    """Bind this thread, for good, by a ruleset; asks for no_new_privs first. Refusals are not logged."""
    kernel.syscall(RESTRICT_SELF, descriptor, LOG_SAME_EXEC_OFF if version >= 7 else 0)
