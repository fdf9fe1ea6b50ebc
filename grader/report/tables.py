"""A gradebook as CSV: a row a student, as a teacher reads it, or a row an entry, with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from grader.classroom.records import Entry, Gradebook
from grader.report.cells import Cell, as_csv
from grader.report.marks import advice, entries_of, has_mark, obstacle, total

# Programs read these names: they are the same in every language.
_ENTRY_COLUMNS = (
    *("id", "name", "email", "exercise", "title", "mark", "earned", "max_points", "outcome", "days_late", "attempts"),
    *(
        "submitted",
        "graded_at",
        "isolation",
        "seconds",
        "override_reason",
        "note",
        "remark",
        "advice",
        "file",
        "sha256",
    ),
    *("late_percent", "best"),
)


def by_student(gradebook: Gradebook, *, bom: bool = False) -> bytes:
    """One row a student: the mark of each exercise, empty where nothing was handed in, and their sum."""
    return as_csv(_student_rows(gradebook), bom=bom)


def for_excel(gradebook: Gradebook) -> bytes:
    """The same with a byte order mark, without which Excel misreads every letter beyond ASCII."""
    return by_student(gradebook, bom=True)


def by_entry(gradebook: Gradebook) -> bytes:
    """One row for each student and exercise."""
    return as_csv(_entry_rows(gradebook))


def _student_rows(gradebook: Gradebook) -> Iterator[list[Cell]]:
    yield ["id", "name", "email", *gradebook.exercises, "total", "max_points", "late", "notes"]
    found = entries_of(gradebook)
    for student in gradebook.students:
        entries = found[student.key]
        marks = {entry.exercise: float(entry.mark) for entry in entries if has_mark(entry)}
        reached, most = total(entries)
        late = sum(entry.days_late > 0 for entry in entries)
        notes = "; ".join(f"{entry.exercise}: {obstacle(entry)}" for entry in entries if obstacle(entry))
        columns = [marks.get(exercise) for exercise in gradebook.exercises]
        yield [student.key, student.name, student.email, *columns, float(reached), float(most), late, notes]


def _entry_rows(gradebook: Gradebook) -> Iterator[list[Cell]]:
    yield list(_ENTRY_COLUMNS)
    for entry in gradebook.entries:
        yield _entry_row(entry)


def _entry_row(entry: Entry) -> list[Cell]:
    student, report = entry.student, entry.report
    said = "\n".join(f"{function}: {text}" if function else text for function, text in advice(report)) if report else ""
    return [
        *(student.key, student.name, student.email, entry.exercise, entry.title),
        float(entry.mark) if has_mark(entry) else None,
        float(entry.earned) if has_mark(entry) else None,
        float(entry.max_points),
        report.outcome.value if report else "",
        float(entry.days_late),
        entry.attempts,
        entry.submitted.isoformat() if entry.submitted else "",
        entry.graded_at.isoformat() if entry.graded_at else "",
        report.isolation.value if report else "",
        float(report.seconds) if report else None,
        entry.override.reason if entry.override else "",
        *(entry.note, entry.remark, said, entry.file or "", entry.sha256 or ""),
        *(float(entry.late_percent), None if entry.best is None else float(entry.best)),
    ]
