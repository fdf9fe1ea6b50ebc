"""What a gradebook holds: students, and for each exercise one entry with its mark. Frozen and plain; `report/` renders it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from grader.results import Report


@dataclass(frozen=True, slots=True)
class Student:
    """One person of the class. `key` is unique in it: the roster's id, else what the layout tells them apart by."""

    key: str
    name: str
    email: str = ""
    # Columns of the roster that we do not read ourselves, for the exports: `sis_user_id`, `username`, `section` …
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Override:
    """A mark that the teacher has set by hand; no re-run changes it."""

    mark: float
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One student's one exercise. `mark` is what counts: the override, else `earned` less the lateness' percentage."""

    student: Student
    exercise: str
    title: str
    max_points: float
    # What happened where there is no report: no file, two candidates, unreadable archive member … Else "".
    note: str
    file: str | None  # the name that the submission had in the folder or archive
    sha256: str | None
    submitted: datetime | None  # the recorded time, aware; None where none is known
    days_late: float  # after due date, extension and grace; 0.0 in time
    attempts: int
    report: Report | None
    earned: float
    mark: float
    override: Override | None
    graded_at: datetime | None
    host: str
    late_percent: float = 0.0  # what lateness takes off `earned`
    best: float | None = None  # the most points of all attempts, before lateness; None where nothing was graded
    remark: str = ""  # what the teacher should know of a mark: how its lateness was found, for example


@dataclass(frozen=True, slots=True)
class Gradebook:
    """The whole class, students in order of name then key, entries by student then exercise of the course."""

    title: str
    course: str
    seed: int
    students: tuple[Student, ...]
    exercises: tuple[str, ...]
    entries: tuple[Entry, ...]

    def of(self, student: Student) -> tuple[Entry, ...]:
        """This student's entries, in the order of the course."""
        return tuple(entry for entry in self.entries if entry.student.key == student.key)
