"""A gradebook as one JSON document, and a gradebook of what `grade … --json` printed. docs/classroom.md explains every key."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from grader.classroom.records import Entry, Gradebook, Student
from grader.errors import UsageError
from grader.language import _
from grader.results import Report

FORMAT = "neuralings-gradebook/1"


def as_document(gradebook: Gradebook) -> str:
    """The whole class. ASCII only, as `--json` is; times in ISO 8601 with their offset."""
    document = {
        "format": FORMAT,
        "title": gradebook.title,
        "course": gradebook.course,
        "seed": gradebook.seed,
        "exercises": list(gradebook.exercises),
        "students": [_student(student) for student in gradebook.students],
        "entries": [_entry(entry) for entry in gradebook.entries],
    }
    return json.dumps(document, indent=2, allow_nan=False) + "\n"


def _student(student: Student) -> dict[str, Any]:
    return {"id": student.key, "name": student.name, "email": student.email, "columns": dict(student.columns)}


def _entry(entry: Entry) -> dict[str, Any]:
    override = entry.override
    return {
        "student": entry.student.key,
        "exercise": entry.exercise,
        "title": entry.title,
        "mark": entry.mark,
        "earned": entry.earned,
        "max_points": entry.max_points,
        "note": entry.note,
        "remark": entry.remark,
        "file": entry.file,
        "sha256": entry.sha256,
        "submitted": entry.submitted.isoformat() if entry.submitted else None,
        "days_late": entry.days_late,
        "late_percent": entry.late_percent,
        "attempts": entry.attempts,
        "best": entry.best,
        "override": override and {"mark": override.mark, "reason": override.reason, "at": override.at.isoformat()},
        "graded_at": entry.graded_at.isoformat() if entry.graded_at else None,
        "host": entry.host,
        "report": entry.report and entry.report.to_dict(),
    }


def read_reports(text: str, source: str) -> list[Report]:
    """One report or an array of them. Raises `UsageError` for anything else."""
    try:
        document = json.loads(text)
        return [Report.from_dict(item) for item in (document if isinstance(document, list) else [document])]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        sentence = _("{source} is not what `grade … --json` prints.").format(source=source)
        raise UsageError(sentence, next_command="grade exercise1 --json > report.json") from error


def of_one_person(reports: Sequence[Report]) -> Gradebook:
    """The gradebook of somebody without a name; of two reports of one exercise the last counts."""
    student = Student("", "")
    last = {report.exercise: report for report in reports}
    entries = tuple(_entry_of(student, report) for report in last.values())
    return Gradebook("", "", reports[0].seed if reports else 0, (student,), tuple(last), entries)


def _entry_of(student: Student, report: Report) -> Entry:
    return Entry(
        student=student,
        exercise=report.exercise,
        title=report.title,
        max_points=report.max_points,
        note="",
        file=None,
        sha256=None,
        submitted=None,
        days_late=0.0,
        attempts=1,
        report=report,
        earned=report.points,
        mark=report.points,
        override=None,
        graded_at=None,
        host="",
    )
