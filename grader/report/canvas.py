"""A gradebook exported from Canvas, one column an exercise filled in, by the rules of Canvas' own importer."""

from __future__ import annotations

import re

from grader.classroom.records import Gradebook
from grader.errors import UsageError
from grader.language import _
from grader.report.filling import Filling, scale
from grader.report.marks import called, entries_of, has_mark
from grader.report.matching import Identity, Rows, column_of, whose
from grader.report.sheet import Sheet

_PLACES = {
    "ID": ("canvas_id", "canvas_user_id"),
    "SIS User ID": ("sis_user_id", "sis_id"),
    "SIS Login ID": ("sis_login_id", "login_id", "username"),
}
_OF_STUDENTS = {"Student", "LastName", "FirstName", "Section", "Integration ID", "Root Account", *_PLACES}
_READ_ONLY = re.compile(r"read\s+only")
_NO_ASSIGNMENT = re.compile(r"(Current|Final|Override) (Score|Points|Grade|Status)")
_MUTED = re.compile(r"\s*(Muted|Manual Posting.*)?\s*", re.IGNORECASE)


def fill_canvas(
    sheet: Sheet, gradebook: Gradebook, asked: dict[str, str] | None = None, *, allow_lower: bool = False
) -> tuple[bytes, Filling]:
    """The sheet with the marks in it, and what changed. Raises `UsageError` for what Canvas did not export."""
    _refuse_others(sheet)
    filling, columns = Filling(allow_lower), _columns(sheet, gradebook, asked or {})
    possible, found = _points_possible(sheet), _whose(sheet, gradebook)
    factors = {
        exercise: scale(possible.get(column, ""), _most(gradebook, exercise), exercise, filling)
        for exercise, column in columns.items()
    }
    cells: dict[tuple[int, int], str] = {}
    entries = entries_of(gradebook)
    for row, student in found.students.items():
        for entry in entries[student.key]:
            column = columns.get(entry.exercise)
            if column is None or not has_mark(entry):
                continue
            mark = entry.mark * factors[entry.exercise]
            new = filling.decide(_name(sheet, row), entry.exercise, sheet.cell(row, column), mark)
            if new is not None:
                cells[row, column] = new.replace(".", ",") if sheet.delimiter == ";" else new
    _tell_missing(sheet, gradebook, columns, found, filling)
    return sheet.filled(cells), filling


def _refuse_others(sheet: Sheet) -> None:
    header = [cell.strip() for cell in sheet.header]
    if not ("Student" in header[0] or header[:2] == ["LastName", "FirstName"]) or "ID" not in header:
        raise UsageError(
            _("This is not a gradebook of Canvas: its first columns are {columns}.").format(
                columns=", ".join(header[:4])
            ),
            next_command="grade export canvas OUT.csv --template EXPORTED.csv",
        )


def _columns(sheet: Sheet, gradebook: Gradebook, asked: dict[str, str]) -> dict[str, int]:
    titles = {entry.exercise: entry.title for entry in gradebook.entries}
    possible = _points_possible(sheet)
    among = [
        number
        for number, cell in enumerate(sheet.header)
        if _is_assignment(cell) and not _READ_ONLY.search(possible.get(number, ""))
    ]
    found = {
        exercise: column_of(sheet.header, exercise, titles.get(exercise, exercise), asked, among=among)
        for exercise in gradebook.exercises
    }
    columns = {exercise: column for exercise, column in found.items() if column is not None}
    if not columns:
        listed = ", ".join(sheet.header[column].strip() for column in among) or _("none")
        raise UsageError(
            _("No column there is called like an exercise here. The assignments are: {columns}.").format(
                columns=listed
            ),
            next_command=f"grade export canvas OUT.csv --template EXPORTED.csv --column {next(iter(gradebook.exercises), '')}=ID",
        )
    return columns


def _is_assignment(header: str) -> bool:
    title = header.strip()
    return title not in _OF_STUDENTS and not _NO_ASSIGNMENT.search(title)


def _people(sheet: Sheet) -> list[int]:
    return [number for number in range(1, len(sheet.rows)) if not _is_about_columns(sheet.rows[number])]


def _is_about_columns(row: tuple[str, ...]) -> bool:
    return "Points Possible" in (row[0] if row else "") or all(_MUTED.fullmatch(cell) for cell in row)


def _points_possible(sheet: Sheet) -> dict[int, str]:
    rows = (row for row in sheet.rows if row and "Points Possible" in row[0])
    return {column: cell.strip() for column, cell in enumerate(next(rows, ()))}


def _most(gradebook: Gradebook, exercise: str) -> float:
    return next((entry.max_points for entry in gradebook.entries if entry.exercise == exercise), 0.0)


def _whose(sheet: Sheet, gradebook: Gradebook) -> Rows:
    header = [cell.strip() for cell in sheet.header]
    identities = [
        Identity(header.index(name), ours, name == "SIS Login ID") for name, ours in _PLACES.items() if name in header
    ]
    rows = _people(sheet)
    cells = {row: sheet.rows[row] for row in rows}
    return whose(cells, {row: _name(sheet, row) for row in rows}, identities, gradebook.students)


def _name(sheet: Sheet, row: int) -> str:
    if sheet.header[0].strip() == "LastName":
        return f"{sheet.cell(row, 1)} {sheet.cell(row, 0)}".strip()
    return sheet.cell(row, 0)


def _tell_missing(sheet: Sheet, gradebook: Gradebook, columns: dict[str, int], found: Rows, filling: Filling) -> None:
    filling.notes += dict.fromkeys(found.doubts.values())
    there = {student.key for student in found.students.values()}
    for student in gradebook.students:
        if student.key not in there:
            filling.notes.append(_("{name} is not in the gradebook there.").format(name=called(student)))
    for row in _people(sheet):
        if row not in found.students and row not in found.doubts:
            filling.notes.append(
                _("“{name}” there is nobody here: nothing is filled in.").format(name=_name(sheet, row))
            )
    for exercise in gradebook.exercises:
        if exercise not in columns:
            filling.notes.append(
                _("{exercise} has no column there (--column {exercise}=ID).").format(exercise=exercise)
            )
