"""`grade mark STUDENT EXERCISE POINTS --reason WHY`: a teacher's own mark, which no run of `grade class` changes."""

from __future__ import annotations

import argparse
import difflib
import math
import shlex
import unicodedata
from datetime import UTC, datetime

from grader.classroom.records import Entry, Gradebook, Student
from grader.classroom.store import Store
from grader.cli.formats import exercise_id
from grader.cli.say import tell
from grader.course import find_course, load_course
from grader.errors import UsageError
from grader.language import _, language
from grader.report.text import one_line


def mark(options: argparse.Namespace) -> int:
    """Set a mark by hand, or take it back; exit code 0."""
    with Store.open(options.store) as store:
        gradebook = store.gradebook()
        student = _student(gradebook, options.student, options)
        entry = _entry(gradebook, student, exercise_id(options.exercise, gradebook, options))
        points = None if options.clear else _points(options, entry)
        if not options.clear and not (options.reason or "").strip():
            raise UsageError(
                _("Say why, for everybody who reads the mark later."),
                next_command=f'grade mark {shlex.quote(student.key)} {entry.exercise} {options.points} --reason "…"',
            )
        store.set_mark(student.key, entry.exercise, points, options.reason or "", datetime.now(UTC))
        marked = store.gradebook()
        (after,) = [e for e in marked.of(student) if e.exercise == entry.exercise]
        _renew_pages(marked, store, options)
    words = _("{student}, {exercise}: {before:g} → {after:g} of {most:g} points. Runs of `grade class` leave it alone.")
    if options.clear:
        words = _("{student}, {exercise}: {before:g} → {after:g} of {most:g} points, as graded.")
    tell(
        words.format(
            student=one_line(student.name),
            exercise=entry.exercise,
            before=entry.mark,
            after=after.mark,
            most=entry.max_points,
        )
    )
    return 0


def _renew_pages(gradebook: Gradebook, store: Store, options: argparse.Namespace) -> None:
    """The report and the feedback are handed on without another run: they must show this mark."""
    from grader.cli.pages import write_pages

    if language() != "en":
        load_course(options.course or find_course())  # what the course says is translated by its own catalogue
    write_pages(gradebook, store)


def _student(gradebook: Gradebook, asked: str, options: argparse.Namespace) -> Student:
    name = unicodedata.normalize("NFC", asked).strip()
    for found in (
        [student for student in gradebook.students if student.key == name],
        [student for student in gradebook.students if student.email and student.email.casefold() == name.casefold()],
        [student for student in gradebook.students if student.name == name],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            keys = ", ".join(student.key for student in found)
            raise UsageError(
                _("{number} students are called “{name}”: name one by {keys}.").format(
                    number=len(found), name=name, keys=keys
                ),
                next_command=f"grade mark {shlex.quote(found[0].key)} {options.exercise} …",
            )
    known = {word: student for student in gradebook.students for word in (student.key, student.name)}
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        raise UsageError(
            _("There is no student “{name}”. Did you mean {near}?").format(name=name, near=near[0]),
            next_command=f"grade mark {shlex.quote(known[near[0]].key)} {options.exercise} …",
        )
    raise UsageError(
        _("There is no student “{name}” in {folder}.").format(name=name, folder=options.store),
        next_command=f"grade export csv --store {shlex.quote(str(options.store))}",
    )


def _entry(gradebook: Gradebook, student: Student, asked: str) -> Entry:
    entries = gradebook.of(student)
    for entry in entries:
        if asked == entry.exercise:
            return entry
    known = ", ".join(entry.exercise for entry in entries)
    raise UsageError(
        _("“{student}” has no exercise “{exercise}”; there are {known}.").format(
            student=student.name, exercise=asked, known=known
        ),
        next_command=f"grade mark {shlex.quote(student.key)} {entries[0].exercise if entries else 'exercise1'} …",
    )


def _points(options: argparse.Namespace, entry: Entry) -> float:
    points: float | None = options.points
    if points is None or not math.isfinite(points) or points < 0:
        raise UsageError(
            _("A mark is a number from 0 on; {exercise} has {most:g} points.").format(
                exercise=entry.exercise, most=entry.max_points
            ),
            next_command=f'grade mark {shlex.quote(options.student)} {entry.exercise} {entry.max_points:g} --reason "…"',
        )
    return points
