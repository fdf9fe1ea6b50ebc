"""Who is in the class: a CSV with ids, names, e-mail addresses and extensions, and which submissions are whose."""

from __future__ import annotations

import codecs
import csv
import io
import re
import shlex
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.classroom.layouts import Who, composed
from grader.classroom.records import Student
from grader.course import Course
from grader.errors import UsageError
from grader.language import _

_ID = ("id", "student id", "student number", "idnumber", "id number", "sis user id", "user id", "number", "학번")
_NAME = ("name", "full name", "student", "student name", "이름", "성명")
_FIRST, _LAST = ("first name", "given name", "이름만"), ("last name", "surname", "family name", "성")
_EMAIL = ("email", "e-mail", "email address", "mail", "이메일")
_USER = ("username", "user name", "login", "login id", "sis login id", "sis_login_id", "github", "github username")
_EXTENSION = ("extension", "연장")
_MAX_BYTES = 16 << 20
_SEPARATOR = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)


@dataclass(slots=True)
class Roster:
    """The class: students, their extensions (of an exercise's id, or of the empty text for all), and what was odd."""

    students: list[Student] = field(default_factory=list)
    extensions: dict[str, dict[str, str]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def read_roster(path: Path, course: Course) -> Roster:
    """The roster in a file. Raises `UsageError` where it is no table, or has no column that names anybody."""
    rows = _table(path)
    header = [composed(name) for name in rows[0]] if rows else []
    columns = _Columns(header, course)
    if columns.id is None and columns.name is None and columns.email is None:
        raise UsageError(
            _("The first line of {path} names no column `id`, `name` or `email`.").format(path=path),
            next_command=f"head -3 {shlex.quote(str(path))}",
        )
    roster = Roster()
    seen: dict[str, tuple[int, list[str]]] = {}
    for number, row in enumerate(rows[1:], start=2):
        cells = [composed(cell) for cell in row] + [""] * (len(header) - len(row))
        if not any(cells):
            continue
        student = columns.student(cells)
        if not student.key:
            roster.remarks.append(_("{path}, row {row}: nobody is named there.").format(path=path.name, row=number))
        elif student.key in seen:
            words = _("{path}, row {row}: “{key}” stands in row {first} already, which counts.")
            roster.remarks.append(
                words.format(path=path.name, row=number, key=student.key, first=seen[student.key][0])
            )
        else:
            seen[student.key] = (number, cells)
            roster.students.append(student)
            roster.extensions[student.key] = columns.extensions(cells)
    return roster


class _Columns:
    """Which column is what; all that we do not read ourselves is kept for the exports."""

    def __init__(self, header: Sequence[str], course: Course) -> None:
        self._header = header
        plain = [re.sub(r"[\s_]+", " ", name).strip().lower() for name in header]

        def find(names: Iterable[str]) -> int | None:
            return next((plain.index(name) for name in names if name in plain), None)

        self.id, self.name, self.email = find(_ID), find(_NAME), find(_EMAIL)
        self._first, self._last = find(_FIRST), find(_LAST)
        if self.name is None and self._first is not None:
            self.name = self._first
        self._extensions = {}
        for number, name in enumerate(plain):
            if name in _EXTENSION:
                self._extensions[""] = number
            elif name.startswith("extension "):
                exercise = name.removeprefix("extension ")
                known = {word: e.id for e in course.exercises for word in e.names}
                self._extensions[known.get(exercise.replace(" ", "_"), exercise)] = number

    def student(self, cells: Sequence[str]) -> Student:
        """The person of a row; the id is the key, else the address, else the name."""
        name = self._cell(cells, self.name)
        if self.name == self._first and self._last is not None:
            name = f"{name} {self._cell(cells, self._last)}".strip()
        email = self._cell(cells, self.email)
        key = self._cell(cells, self.id) or email or name
        own = {self.id, self.email, *([self.name] if self.name != self._first else []), *self._extensions.values()}
        columns = {self._header[i]: cells[i] for i in range(len(self._header)) if i not in own and self._header[i]}
        return Student(key, name or email or key, email, columns)

    def extensions(self, cells: Sequence[str]) -> dict[str, str]:
        """The extensions of a row that are not empty."""
        return {exercise: cells[at] for exercise, at in self._extensions.items() if cells[at]}

    @staticmethod
    def _cell(cells: Sequence[str], at: int | None) -> str:
        return "" if at is None else cells[at]


def _table(path: Path) -> list[list[str]]:
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(
            _("The roster {path} cannot be read: {why}.").format(path=path, why=error.strerror),
            next_command="grade class --help",
        ) from error
    text = _decoded(data, path)
    said = _SEPARATOR.match(text)  # what Excel writes so that other Excels know
    text = text[said.end() :] if said else text
    first = text.partition("\n")[0]
    delimiter = said[1] if said else max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UsageError(
            _("The roster {path} is no CSV that can be read: {why}.").format(path=path, why=error),
            next_command=f"head -3 {shlex.quote(str(path))}",
        ) from error


def _decoded(data: bytes, path: Path) -> str:
    if len(data) <= _MAX_BYTES:
        # Excel writes “Unicode text” so, and says it with a mark; a null byte in what it read so is still no text.
        wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp949"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return text
    raise UsageError(
        _("The roster {path} is no text in UTF-8 or CP949. Save it as “CSV UTF-8”.").format(path=path),
        next_command="grade class --help",
    )


# Whose submission is it? -----------------------------------------------------------------------------------------


def match(roster: Roster, people: Iterable[Who]) -> tuple[dict[str, Student], list[str]]:
    """Of each key of a layout the student of the roster, and a sentence where two look like one. Strangers are in neither."""
    people = list(people)
    indexes = [_index(roster.students, words) for words in (_numbers, _addresses, _names, _loose_names)]
    found: dict[str, Student] = {}
    remarks: list[str] = []
    for who in people:
        student = _find(who, indexes)
        if student is not None:
            found[who.key] = student
    return _without_twins(people, found, remarks), remarks


def _without_twins(people: Sequence[Who], found: dict[str, Student], remarks: list[str]) -> dict[str, Student]:
    """Two people cannot be one student: where two claim a row, nobody gets it by name alone."""
    claims: dict[str, list[Who]] = defaultdict(list)
    for who in people:
        if who.key in found:
            claims[found[who.key].key].append(who)
    for key, twins in claims.items():
        if len(twins) > 1:
            names = ", ".join(f"“{who.key}”" for who in twins)
            remarks.append(_("{names} all look like “{key}” of the roster; none is taken for it.").format(names=names, key=key))
            for who in twins:
                del found[who.key]
    return found


def _find(who: Who, indexes: Sequence[Mapping[str, Student | None]]) -> Student | None:
    words = [who.key, who.name, *who.ids]
    for index in indexes:
        for word in words:
            for spelling in (word, word.casefold(), _loose(word)):
                student = index.get(spelling)
                if student is not None:
                    return student
    # `homework1-ada`, as GitHub Classroom names a checkout.
    tail = re.split(r"[-_]", who.key, maxsplit=1)[-1].casefold() if re.search(r"[-_]", who.key) else ""
    return (indexes[0].get(tail) or indexes[1].get(tail)) if tail else None


def _index(students: Sequence[Student], words: object) -> dict[str, Student | None]:
    """Of each word its student; None where it is several people's."""
    index: dict[str, Student | None] = {}
    for student in students:
        for word in set(words(student)):  # type: ignore[operator]
            if word:
                index[word] = None if word in index else student
    return index


def _numbers(student: Student) -> list[str]:
    users = [value for name, value in student.columns.items() if re.sub(r"[\s_]+", " ", name).lower() in (*_USER, *_ID)]
    return [student.key, *users, *(user.casefold() for user in users)]


def _addresses(student: Student) -> list[str]:
    email = student.email.casefold()
    return [email, email.partition("@")[0]]


def _names(student: Student) -> list[str]:
    return [student.name]


def _loose_names(student: Student) -> list[str]:
    """The name without case, spaces and marks, in both orders: Canvas writes `lovelaceada`."""
    words = re.split(r"[\s,]+", student.name)
    orders = [words, words[::-1], words[1:] + words[:1], words[-1:] + words[:-1]]
    return [_loose("".join(order)) for order in orders]


def _loose(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c for c in flat if c.isalnum())
    return unicodedata.normalize("NFC", letters)
