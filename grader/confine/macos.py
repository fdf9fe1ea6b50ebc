"""macOS: the text of a `sandbox-exec` profile. Written from Apple's and others' profiles, not yet run on a Mac.

`sandbox-exec` is deprecated and still enforced. It binds a process from its start, so a worker is spawned through it.
Reading is allowed outside the home folder: a pure read allow-list makes Python abort at its start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from .policy import Policy

SANDBOX_EXEC = "/usr/bin/sandbox-exec"

_BASE = """\
(version 1)
(deny default)
(allow sysctl-read)
(allow process-info* (target self))
(allow signal (target self))
(allow file-read*)
(allow file-write-data (literal "/dev/null") (literal "/dev/zero"))
(allow file-ioctl (literal "/dev/null"))"""


def argv_prefix(policy: Policy, home: str, python: str) -> tuple[str, ...]:
    """What to put before the worker's command line. The label still comes from what `observe` sees."""
    return (SANDBOX_EXEC, "-p", profile(policy, home, python))


def profile(policy: Policy, home: str, python: str) -> str:
    """No network, no fork, no program but Python, no writing, and of the home folder only what is needed.

    Of two rules that fit, the later one counts.
    """
    return "\n".join(
        [
            _BASE,
            # A framework build of Python starts itself anew as Python.app, which lies below the base prefix.
            f"(allow process-exec {_paths('literal', [python])} {_paths('subpath', [sys.base_prefix])})",
            f"(deny file-read-data {_paths('subpath', [home])})",
            *_more_specific_later(policy),
            "",
        ]
    )


def _more_specific_later(policy: Policy) -> Iterator[str]:
    """Nested folders may be readable in hidden ones and the reverse: the deeper one has to come later."""
    words = dict.fromkeys(map(_real, _needed(policy)), "allow") | dict.fromkeys(map(_real, policy.hidden), "deny")
    for path in sorted(words, key=lambda path: (path.count("/"), path)):
        yield f"({words[path]} file-read-data {_paths('subpath', [path])})"


def _needed(policy: Policy) -> Iterable[str]:
    return (sys.prefix, sys.base_prefix, *policy.readable)


def _paths(kind: str, paths: Iterable[str]) -> str:
    return " ".join(f"({kind} {_quoted(_real(path))})" for path in paths)


def _real(path: str) -> str:
    """Profiles compare resolved paths: /tmp is /private/tmp."""
    return os.path.realpath(path)


def _quoted(path: str) -> str:
    if any(ord(character) < 32 for character in path):
        raise ValueError(f"a path with control characters cannot be put into a profile: {path!r}")
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"') + '"'
