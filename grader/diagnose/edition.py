"""What the answers of a bank depend on, beside the question: its text, the engine, the libraries and the processor, as a hash."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from grader.course import Course, Exercise

_PACKAGE = Path(__file__).resolve().parent.parent
# Of the engine: how a question is asked of a worker, what it says of objects, and how its answers are kept.
_ENGINE = ("wire.py", "worker", "diagnose", "learner")


def edition_of(course: Course, exercise: Exercise, source: str) -> bytes:
    """The hash for one exercise, whose bank and reference solution are `source`. Where it is another, nothing is known."""
    told = [source, exercise.file, exercise.needs, *exercise.preload, repr(exercise.limits), *_machine(), *_libraries()]
    parts = [*(text.encode() for text in told), *_contents(_files([_PACKAGE / name for name in _ENGINE]))]
    parts += _contents(_files(course.shared_paths()))
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).digest()


def _machine() -> Iterator[str]:
    """Floats come out a little differently on another kind of processor, and a home folder may be that of many machines."""
    yield from (sys.version, platform.system(), platform.machine())
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as stream:
            lines = [line for line in stream.read(1 << 14).splitlines() if line.startswith(("model name", "flags"))]
    except OSError:
        lines = [platform.processor()]
    yield from lines[:2]


def _libraries() -> list[str]:
    """Each installed distribution with its version, as the names of its folder of metadata tell."""
    found: set[str] = set()
    for entry in sys.path:
        try:
            found.update(name for name in os.listdir(entry or ".") if name.endswith((".dist-info", ".egg-info")))
        except OSError:  # an archive, or a folder that is not there
            continue
    return sorted(found)


def _files(paths: list[Path] | tuple[Path, ...]) -> Iterator[Path]:
    for top in paths:
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)


def _contents(paths: Iterator[Path]) -> Iterator[bytes]:
    for path in paths:
        yield path.name.encode()
        yield path.read_bytes()
