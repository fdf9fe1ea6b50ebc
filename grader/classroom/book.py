"""From the tables of a store to a `Gradebook`."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime

from grader.classroom.records import Entry, Gradebook, Override, Student
from grader.results import Report


def read_gradebook(connection: sqlite3.Connection) -> Gradebook:
    """The whole class: students by name, entries by student and exercise."""
    meta = dict(connection.execute("SELECT name, value FROM meta"))
    exercises = {
        id_: (title, points)
        for id_, title, points in connection.execute("SELECT id, title, points FROM exercises ORDER BY number")
    }
    students = [
        Student(key, name, email, json.loads(columns))
        for key, name, email, columns in connection.execute("SELECT key, name, email, columns FROM students")
    ]
    students.sort(key=lambda student: (student.name, student.key))
    entries = _Entries(connection, exercises)
    return Gradebook(
        title=meta.get("title", ""),
        course=meta.get("course", ""),
        seed=int(meta.get("seed", 0)),
        students=tuple(students),
        exercises=tuple(exercises),
        entries=tuple(entry for student in students for entry in entries.of(student)),
    )


class _Entries:
    """All rows by student, each with its report; equal submissions share one."""

    def __init__(self, connection: sqlite3.Connection, exercises: dict[str, tuple[str, float]]) -> None:
        self._exercises = exercises
        self._reports = {
            key: (Report.from_dict(json.loads(document)), datetime.fromisoformat(at), host)
            for key, document, at, host in connection.execute(
                "SELECT key, document, graded_at, host FROM reports WHERE key IN (SELECT report FROM entries)"
            )
        }
        self._rows = {
            (row[0], row[1]): row[2:]
            for row in connection.execute(
                "SELECT student, exercise, file, sha256, submitted, days_late, late_percent, note, remark, report FROM entries"
            )
        }
        self._attempts = {
            (student, exercise): (number, best)
            for student, exercise, number, best in connection.execute(
                "SELECT student, a.exercise, count(*), max(points) FROM attempts a LEFT JOIN reports r ON r.key = a.report"
                " GROUP BY student, a.exercise"
            )
        }
        self._overrides: dict[tuple[str, str], Override | None] = {}
        for student, exercise, mark, reason, at in connection.execute(
            "SELECT student, exercise, mark, reason, at FROM overrides ORDER BY number"
        ):
            override = None if mark is None else Override(mark, reason, datetime.fromisoformat(at))
            self._overrides[student, exercise] = override

    def of(self, student: Student) -> list[Entry]:
        """The entries of one student, in the order of the course."""
        known = [exercise for exercise in self._exercises if (student.key, exercise) in self._rows]
        return [self._entry(student, exercise) for exercise in known]

    def _entry(self, student: Student, exercise: str) -> Entry:
        file, sha256, submitted, days_late, late_percent, note, remark, key = self._rows[student.key, exercise]
        title, points = self._exercises[exercise]
        report, graded_at, host = self._reports.get(key, (None, None, ""))
        earned = report.points if report else 0.0
        override = self._overrides.get((student.key, exercise))
        attempts, best = self._attempts.get((student.key, exercise), (0, None))
        return Entry(
            student=student,
            exercise=exercise,
            title=title,
            max_points=points,
            note=note,
            file=file,
            sha256=sha256,
            submitted=datetime.fromisoformat(submitted) if submitted else None,
            days_late=days_late,
            attempts=attempts,
            report=report,
            earned=earned,
            mark=override.mark if override else reduced(earned, late_percent),
            override=override,
            graded_at=graded_at,
            host=host,
            late_percent=late_percent,
            best=best,
            remark=remark,
        )


def reduced(earned: float, percent: float) -> float:
    """The points that lateness leaves, to two decimals; what is in time is not touched."""
    return round(earned * (1 - percent / 100), 2) if percent else earned
