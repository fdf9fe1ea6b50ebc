"""What every export asks of a gradebook: who has a mark, what it adds up to, what to call a student and a student's file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from grader.classroom.records import Entry, Gradebook, Student
from grader.language import of_course
from grader.report.look import QUIET
from grader.report.words import sentence_of
from grader.results import Outcome, Report

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 50  # of four bytes each; a number, a suffix and what `write_whole` adds fit into 255 bytes with it


def entries_of(gradebook: Gradebook) -> dict[str, tuple[Entry, ...]]:
    """Of each student's key the entries, all in one pass: `Gradebook.of` looks at the whole class for one of them."""
    found: dict[str, list[Entry]] = {student.key: [] for student in gradebook.students}
    for entry in gradebook.entries:
        found[entry.student.key].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def is_handed_in(entry: Entry) -> bool:
    """Whether there was anything to grade, or a teacher has given a mark without it."""
    return has_mark(entry) or entry.file is not None


def has_mark(entry: Entry) -> bool:
    """Whether something was graded, or the teacher has set a mark. Where nothing was handed in there is none, not even 0."""
    return entry.report is not None or entry.override is not None


def obstacle(entry: Entry) -> str:
    """Why the submission could not be graded at all, on one line; empty where it was."""
    why = entry.report.reason if entry.report else entry.note
    return " ".join((why or "").split())


def total(entries: Iterable[Entry]) -> tuple[float, float]:
    """The sum of the marks, and of what could be reached."""
    entries = tuple(entries)
    return sum(entry.mark for entry in entries if has_mark(entry)), sum(entry.max_points for entry in entries)


def called(student: Student) -> str:
    """The student's name, or the key where the layout told no name."""
    return student.name or student.key


def in_roster(student: Student, *names: str) -> str:
    """The first of these columns of the roster that says something; `SIS User ID` and `sis_user_id` are one name."""
    known = {_plain(name): value.strip() for name, value in student.columns.items()}
    return next((known[_plain(name)] for name in names if known.get(_plain(name))), "")


def _plain(name: str) -> str:
    return _NOT_IN_NAMES.sub("", name.casefold().replace("_", ""))


def only(gradebook: Gradebook, exercises: Iterable[str]) -> Gradebook:
    """The gradebook with these exercises only."""
    wanted = set(exercises)
    return replace(
        gradebook,
        exercises=tuple(exercise for exercise in gradebook.exercises if exercise in wanted),
        entries=tuple(entry for entry in gradebook.entries if entry.exercise in wanted),
    )


def file_names(students: Iterable[Student]) -> dict[str, str]:
    """Of each student's key a name for a file: readable, safe on every system, and no two alike, whatever the case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for student in students:
        words = [word for word in (student.name, student.key) if word]
        stem = _NOT_IN_NAMES.sub("_", unicodedata.normalize("NFC", "_".join(dict.fromkeys(words))))
        stem = stem.strip("._-")[:_LONGEST_NAME] or "student"
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        names[student.key] = name
    return names


def advice(report: Report) -> tuple[tuple[str, str], ...]:
    """The shortest help: of each function that is not right yet its named mistakes, else what its first loud check says."""
    if report.reason is not None:
        return (("", report.reason),)
    said: list[tuple[str, str]] = []
    for function in dict.fromkeys(check.function for check in report.checks):
        checks = [
            check for check in report.checks if check.function == function and check.outcome is not Outcome.PASSED
        ]
        named = dict.fromkeys(of_course(check.diagnosis.text) for check in checks if check.diagnosis)
        loud = [check for check in checks if check.outcome not in QUIET]
        if named:
            said += [(function, text) for text in named]
        elif loud:
            said.append((function, f"{sentence_of(loud[0])}: {of_course(loud[0].message)}"))
        elif checks:
            said.append((function, of_course(checks[0].message)))
    return tuple(said)
