"""What a report was made from, as a hash: the submission, everything in the course that can change a mark, seed, version."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from grader import __version__
from grader.classroom.tasks import Brief
from grader.course import MANIFEST, Course, Exercise
from grader.language import language

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def brief_of(course: Course, exercises: tuple[Exercise, ...], seed: int, travels: bool) -> Brief:
    """What the judges need to know. Where it travels, the course's files go with it."""
    files = tuple((str(path.relative_to(course.folder)), path.read_bytes()) for path in _files(course)) if travels else ()
    names = tuple(exercise.id for exercise in exercises)
    told = [course_digest(course), names, seed, language(), __version__, str(course.folder) if not travels else ""]
    digest = _hash(json.dumps(told).encode())
    return Brief(str(course.folder), files, digest, names, seed, language(), __version__)


def course_digest(course: Course) -> str:
    """The content of the course. A later due date changes lateness, and no report: `late` stays out of it."""
    manifest = yaml.load((course.folder / MANIFEST).read_bytes(), Loader=_Loader)
    manifest.pop("late", None)
    for exercise in manifest["exercises"]:
        exercise.pop("late", None)
    parts = [json.dumps(manifest, sort_keys=True, default=str)]
    for path in _files(course):
        if path.name != MANIFEST:
            parts += [str(path.relative_to(course.folder)), _hash(path.read_bytes())]
    return _hash(json.dumps(parts).encode())


def report_key(sha256: str, exercise: str, course: str, seed: int) -> str:
    """The key under which a submission's report is stored. The sentences in it are of one language."""
    return _hash(json.dumps([sha256, exercise, course, seed, language(), __version__]).encode())


def _files(course: Course) -> Iterator[Path]:
    """The manifest, the solutions with checks and banks, the shared files, the catalogues: in a fixed order."""
    yield course.folder / MANIFEST
    stubs = [course.stubs / exercise.file for exercise in course.exercises]
    for top in (course.solutions, *course.shared_paths(), *stubs, course.folder / "locale"):
        found = sorted(top.rglob("*")) if top.is_dir() else [top]
        yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
