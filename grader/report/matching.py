"""Whose row is this, which column is this exercise's: a mark goes to nobody rather than to the wrong person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.classroom.records import Student
from grader.errors import UsageError
from grader.language import _
from grader.report.marks import in_roster

_NO_LETTER = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Identity:
    """A column that tells people apart, and the columns of our roster that mean the same."""

    column: int
    names: tuple[str, ...]
    is_email: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Whose rows were found, and of others why they could be several people's."""

    students: Mapping[int, Student]
    doubts: Mapping[int, str]


def whose(
    cells: Mapping[int, Sequence[str]],
    names: Mapping[int, str],
    identities: Sequence[Identity],
    students: Sequence[Student],
) -> Rows:
    """Of each row (its cells, and the name in it) the student: by the first identity that knows one, at last by name."""
    trusted = _column_of_keys(cells.values(), identities, students)
    found: dict[int, Student] = {}
    doubts: dict[int, str] = {}
    for identity in identities:
        known = _index((value, student) for student in students for value in _values(student, identity, trusted))
        for row in cells.keys() - found.keys() - doubts.keys():
            candidates = known.get(_at(cells[row], identity.column), [])
            if len(candidates) == 1 and _alike(names[row], candidates[0]):
                found[row] = candidates[0]
            elif candidates:
                doubts[row] = _doubt(names[row], candidates)
    _by_name(cells.keys() - found.keys() - doubts.keys(), names, students, found, doubts)
    times = Counter(student.key for student in found.values())
    doubts |= {row: _twice(student.key) for row, student in found.items() if times[student.key] > 1}
    return Rows({row: found[row] for row in sorted(found) if row not in doubts}, dict(sorted(doubts.items())))


def _by_name(
    rows: Iterable[int],
    names: Mapping[int, str],
    students: Sequence[Student],
    found: dict[int, Student],
    doubts: dict[int, str],
) -> None:
    taken = {student.key for student in found.values()}
    known = _index((_squashed(student.name), student) for student in students if student.key not in taken)
    for row in sorted(rows):
        candidates = known.get(_squashed(names[row]), [])
        if len(candidates) == 1:
            found[row] = candidates[0]
        elif candidates:
            doubts[row] = _doubt(names[row], candidates)


def _doubt(name: str, candidates: Sequence[Student]) -> str:
    if len(candidates) > 1:
        return _("“{name}” could be any of {count} students here.").format(name=name, count=len(candidates))
    return _("“{name}” there has the id of “{other}” here.").format(name=name, other=candidates[0].name)


def _twice(key: str) -> str:
    return _("Several rows there belong to “{key}”.").format(key=key)


def _column_of_keys(
    rows: Iterable[Sequence[str]], identities: Sequence[Identity], students: Sequence[Student]
) -> int | None:
    """The one column that our keys come from. Numbers of two kinds may overlap, so they are never looked up in both."""
    keys = {student.key for student in students if student.key}
    hits: Counter[int] = Counter()
    for row in rows:
        hits.update(identity.column for identity in identities if _at(row, identity.column) in keys)
    return max(hits, key=lambda place: hits[place]) if hits else None


def _values(student: Student, identity: Identity, trusted: int | None) -> set[str]:
    values = {in_roster(student, name) for name in identity.names}
    if identity.is_email:
        values.add(student.email)
    if identity.column == trusted:
        values.add(student.key)
    return values - {""}


def _index(pairs: Iterable[tuple[str, Student]]) -> dict[str, list[Student]]:
    index: dict[str, list[Student]] = {}
    for value, student in pairs:
        if value and student not in index.setdefault(value, []):
            index[value].append(student)
    return index


def _at(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _words(name: str) -> set[str]:
    return {word for word in _NO_LETTER.split(name.casefold()) if word}


def _squashed(name: str) -> str:
    """`Lovelace, Ada` and `Ada Lovelace` are one name."""
    return " ".join(sorted(_words(name)))


def _alike(name: str, student: Student) -> bool:
    """Whether the two could be names of one person; a layout may have run the words together."""
    if student.name in ("", student.key) or not name:
        return True
    mine, theirs = _words(student.name), _words(name)
    joined, other = "".join(sorted(mine)), "".join(sorted(theirs))
    longer = {word for word in mine | theirs if len(word) > 2 or not word.isascii()}
    same_letters = sorted(joined) == sorted(other)
    return same_letters or bool(mine & theirs) or any(word in joined and word in other for word in longer)


def column_of(
    header: Sequence[str], exercise: str, title: str, asked: Mapping[str, str], *, among: Iterable[int]
) -> int | None:
    """The column of an exercise: the one asked for by title or id, else the one whose title is the exercise's own."""
    columns = [column for column in among if column < len(header)]
    if exercise in asked:
        wanted = asked[exercise].strip()
        found = [column for column in columns if wanted in (header[column].strip(), _id_of(header[column]))]
        if len(found) != 1:
            raise UsageError(_no_column(exercise, wanted, [header[column] for column in columns]))
        return found[0]
    ours = {_letters(exercise), _letters(title), _letters(exercise + title)}
    found = [column for column in columns if ours & _names(header[column])]
    if len(found) > 1:
        raise UsageError(
            _("{exercise} could be any of these columns: {columns}.").format(
                exercise=exercise, columns=", ".join(header[column].strip() for column in found)
            ),
            next_command=f"grade export … --column {exercise}='{header[found[0]].strip()}'",
        )
    return found[0] if found else None


def _no_column(exercise: str, wanted: str, columns: Sequence[str]) -> str:
    sentence = _("“{wanted}” for {exercise} is no single column there. The columns are: {columns}.")
    return sentence.format(wanted=wanted, exercise=exercise, columns=", ".join(column.strip() for column in columns))


def _id_of(header: str) -> str:
    match = re.search(r"\((\d+)\)\s*$", header)
    return match[1] if match else ""


def _names(header: str) -> set[str]:
    """`Assignment: Exercise 3 (Real)` may be called `Exercise 3`."""
    bare = _IN_BRACKETS.sub("", header)
    return {_letters(header), _letters(bare), _letters(bare.rpartition(": ")[2])} - {""}


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text.casefold())
