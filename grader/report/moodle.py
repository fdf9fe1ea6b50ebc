"""Marks and feedback as Moodle imports them: a file an exercise, checked first, because one bad row aborts a whole import.

An empty cell would wipe a grade in Moodle, and feedback without its grade wipes the grade: so every exercise has a file of its own,
in which only those stand who have a mark, each with mark and feedback.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from grader.classroom.records import Entry, Gradebook, Student
from grader.errors import UsageError
from grader.language import _
from grader.report.cells import as_csv, defused, mark_text
from grader.report.filling import Filling
from grader.report.marks import advice, called, has_mark, in_roster
from grader.report.matching import column_of
from grader.report.sheet import Sheet
from grader.report.text import plain

_MOST = 100.0  # the limit of Moodle's importer, unless its administrator has raised it
_LONGEST_FEEDBACK = 4000
# Our columns, and what the column is called in the file; the teacher maps it to the field of that name.
_FIELDS = {"email": "Email address", "username": "Username", "idnumber": "ID number"}


@dataclass(frozen=True, slots=True)
class _People:
    """What tells people apart: the column's title, and of each student's key the value in it, and the row there."""

    title: str
    values: dict[str, str]
    rows: dict[str, int]


def for_moodle(
    gradebook: Gradebook, sheet: Sheet | None = None, asked: dict[str, str] | None = None, *, allow_lower: bool = False
) -> tuple[dict[str, bytes], Filling]:
    """The files by name, and what they change. Without a sheet exported from Moodle nobody can say which marks are there."""
    filling = Filling(allow_lower)
    people = _from_sheet(sheet, gradebook.students) if sheet else _from_roster(gradebook.students)
    for student in gradebook.students:
        if student.key not in people.values:
            sentence = _("{name} is left out: no {column} is known that Moodle would know.")
            filling.notes.append(sentence.format(name=called(student), column=people.title))
    files = {}
    for exercise in gradebook.exercises:
        entries = [entry for entry in gradebook.entries if entry.exercise == exercise and has_mark(entry)]
        column = _column(sheet, entries, asked or {}, people, filling) if sheet and entries else None
        rows = list(_rows(entries, people, sheet, column, filling))
        if rows:
            title = sheet.header[column].strip() if sheet and column is not None else f"{exercise}: {entries[0].title}"
            head = [people.title, title, f"{title} feedback"]
            files[f"{exercise}.csv"] = as_csv([head, *rows])
    return files, filling


def _rows(
    entries: Sequence[Entry], people: _People, sheet: Sheet | None, column: int | None, filling: Filling
) -> list[list[str | float]]:
    rows: list[list[str | float]] = []
    for entry in entries:
        key = entry.student.key
        if key not in people.values:
            continue
        if not 0 <= entry.mark <= _MOST:
            raise UsageError(
                _(
                    "{name} has {mark} for {exercise}. Moodle takes marks from 0 to 100 and would refuse the whole file."
                ).format(name=called(entry.student), mark=mark_text(entry.mark), exercise=entry.exercise)
            )
        old = sheet.cell(people.rows[key], column) if sheet and column is not None else ""
        new = filling.decide(called(entry.student), entry.exercise, old, entry.mark)
        if new is not None:
            rows.append([people.values[key], float(new), _feedback(entry)])
    return rows


def _feedback(entry: Entry) -> str:
    """What Moodle shows as HTML, so that `x < 0` stays what it is."""
    lines = [
        f"{function}: {text}" if function else text for function, text in (advice(entry.report) if entry.report else ())
    ]
    if entry.override:
        lines.append(entry.override.reason)
    if entry.days_late:
        lines.append(_("Handed in {days:.1f} days late.").format(days=entry.days_late))
    return escape(plain("\n".join(lines))[:_LONGEST_FEEDBACK] or _("Everything is right."), quote=False)


def _column(
    sheet: Sheet, entries: Sequence[Entry], asked: dict[str, str], people: _People, filling: Filling
) -> int | None:
    exercise = entries[0].exercise
    among = [number for number, title in enumerate(sheet.header) if title.strip() != people.title]
    column = column_of(sheet.header, exercise, entries[0].title, asked, among=among)
    if column is None:
        sentence = _(
            "{exercise} has no column there, so nobody can say which marks are there (--column {exercise}=TITLE)."
        )
        filling.notes.append(sentence.format(exercise=exercise))
    return column


def _from_roster(students: Sequence[Student]) -> _People:
    """The field that most students have; on equal terms the email address."""
    known = {name: {s.key: _value(s, name) for s in students if _value(s, name)} for name in _FIELDS}
    best = max(_FIELDS, key=lambda name: len(known[name]))
    if not known[best]:
        raise UsageError(
            _(
                "Moodle wants an email address, a username or an idnumber of every student. The roster has none of these columns."
            ),
            next_command="grade class SUBMISSIONS --roster roster.csv",
        )
    return _People(_FIELDS[best], _safe(known[best]), {})


def _from_sheet(sheet: Sheet, students: Sequence[Student]) -> _People:
    """The column whose cells are our students' addresses, usernames or ids; its title may be in any language."""
    best: dict[str, int] = {}
    column_of_best, values = 0, {}
    for column in range(len(sheet.header)):
        cells = Counter(sheet.cell(row, column) for row in range(1, len(sheet.rows)))
        rows = {sheet.cell(row, column): row for row in range(1, len(sheet.rows))}
        for name in (*_FIELDS, ""):
            found = {s.key: _value(s, name) for s in students if cells[_value(s, name)] == 1 and _value(s, name)}
            if len(found) > len(best):
                best, column_of_best, values = {key: rows[value] for key, value in found.items()}, column, found
    if not best:
        raise UsageError(
            _("No column there holds the email addresses, usernames or ids of the students here."),
            next_command="grade export moodle FOLDER --template EXPORTED.csv",
        )
    safe = _safe(values)
    return _People(sheet.header[column_of_best].strip(), safe, {key: best[key] for key in safe})


def _value(student: Student, name: str) -> str:
    """The student's value of a field of ours; `""` stands for the key."""
    if name == "email":
        return student.email or in_roster(student, "email", "email address")
    return in_roster(student, name) if name else student.key.strip()


def _safe(values: dict[str, str]) -> dict[str, str]:
    """Moodle takes identities letter by letter: one that would have to be defused, or is not unique, cannot be sent."""
    times = Counter(values.values())
    return {key: value for key, value in values.items() if defused(value) == value and times[value] == 1}
