"""What goes to a judge process and what comes back: plain data, whether it is next door or on another machine."""

from __future__ import annotations

from dataclasses import dataclass


class JudgeLost(Exception):
    """A judge can go no further, for a reason that another one need not meet."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What all submissions of a run have in common. The course is a folder here, or its files for another machine."""

    folder: str
    files: tuple[tuple[str, bytes], ...]
    digest: str
    exercises: tuple[str, ...]
    seed: int
    language: str
    version: str


@dataclass(frozen=True, slots=True)
class Task:
    """One submission to grade: the key of its report, the exercise's id, the file's name and its bytes.

    The name is the one that the course gives to it: several students may share this report.
    """

    key: str
    exercise: str
    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Graded:
    """What became of a task: the report as JSON, or a note that says why there is none. `walls` names missing ones."""

    key: str
    document: str
    note: str
    host: str
    walls: str = ""
