"""The marks of a class in one SQLite file: every submission a transaction of its own, so that no interruption loses more."""

from __future__ import annotations

import contextlib
import json
import shlex
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from grader.classroom.faults import FILE, is_at_rest, sentences
from grader.classroom.records import Gradebook, Student
from grader.classroom.schema import prepare, transaction
from grader.errors import UsageError
from grader.language import _

_PATIENCE = 5.0
# Whether report.html and the feedback show what is stored: whoever stores says no, whoever has written them says yes.
STALE, _FRESH = ("pages", "stale"), ("pages", "fresh")


@dataclass(frozen=True, slots=True)
class Row:
    """One student's one exercise as a run has found it; its report is kept under its own key."""

    student: str
    exercise: str
    file: str | None = None
    sha256: str | None = None
    submitted: datetime | None = None
    days_late: float = 0.0
    late_percent: float = 0.0
    note: str = ""
    remark: str = ""
    report: str | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """A report with what it was made from, ready to be stored."""

    key: str
    exercise: str
    sha256: str
    points: float
    document: str
    host: str
    graded_at: datetime = field(default_factory=lambda: datetime.now(UTC))


def note(connection: sqlite3.Connection, fact: tuple[str, str]) -> None:
    """Keep a fact about the whole class, a name and a text; `Store.said` gives it back."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", fact)


class Store:
    """The marks of one class, in one folder."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection

    @classmethod
    def open(cls, folder: Path) -> Store:
        """The store in this folder. Raises `UsageError` where there is none."""
        if not (folder / FILE).is_file():
            raise UsageError(
                _("There are no marks in {folder}: no {file} is there.").format(folder=folder, file=FILE),
                next_command=f"grade class SUBMISSIONS --out {shlex.quote(str(folder))}",
            )
        with sentences(folder):
            try:
                return cls._opened(folder)
            except sqlite3.OperationalError as error:
                if "locked" in str(error) or not is_at_rest(folder / FILE):
                    raise
                # Who may only read, or has a full disk, still gets the marks out; to write is refused later.
                connection = sqlite3.connect(f"{(folder / FILE).absolute().as_uri()}?immutable=1", uri=True)
                return cls._checked(folder, connection, reads_only=True)

    @classmethod
    def create(cls, folder: Path) -> Store:
        """The store in this folder, made where there is none yet."""
        with sentences(folder):
            folder.mkdir(parents=True, exist_ok=True)
            return cls._opened(folder)

    @classmethod
    def _opened(cls, folder: Path) -> Store:
        return cls._checked(folder, sqlite3.connect(folder / FILE, timeout=_PATIENCE, isolation_level=None))

    @classmethod
    def _checked(cls, folder: Path, connection: sqlite3.Connection, *, reads_only: bool = False) -> Store:
        try:
            store = cls(folder, connection)
            prepare(connection, folder / FILE, reads_only)
        except BaseException:
            connection.close()
            raise
        return store

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of it is stored, or nothing."""
        with sentences(self.folder), transaction(self._connection):
            yield self._connection

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    # What a run writes ---------------------------------------------------------------------------------------------

    def begin_run(
        self, meta: dict[str, str], exercises: Sequence[tuple[str, int, str, float]], students: Sequence[Student]
    ) -> bool:
        """Say what the run is about and who is in the class. True if any of it is news."""
        people = [(s.key, s.name, s.email, json.dumps(dict(s.columns), ensure_ascii=False)) for s in students]
        news = False
        with self.transaction() as connection:
            for table, rows in (("meta", list(meta.items())), ("exercises", list(exercises)), ("students", people)):
                known = set(connection.execute(f"SELECT * FROM {table}"))
                new = [row for row in rows if row not in known]
                news = news or bool(new)
                if new:
                    marks = ", ".join("?" * len(new[0]))
                    connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", new)
            if news:
                note(connection, STALE)
        return news

    def pages_are_written(self) -> None:
        """The report and the feedback show what is stored now."""
        with self.transaction() as connection:
            note(connection, _FRESH)

    def has_fresh_pages(self) -> bool:
        """Whether nothing has been stored since the pages were written."""
        return self.said(_FRESH[0]) == _FRESH[1]

    def said(self, name: str) -> str:
        """What was stored under this name about the whole class; empty where nothing was."""
        with sentences(self.folder):
            found = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return "" if found is None else str(found[0])

    def graded(self, exercise: str) -> set[str]:
        """The keys of the reports that are there for an exercise."""
        with sentences(self.folder):
            return {key for (key,) in self._connection.execute("SELECT key FROM reports WHERE exercise = ?", (exercise,))}

    def rows(self) -> dict[tuple[str, str], Row]:
        """Of each student and exercise what the last run has found."""
        with sentences(self.folder):
            return {(row[0], row[1]): _row(row) for row in self._connection.execute("SELECT * FROM entries")}

    def file(self, rows: Sequence[Row], filed: Filed | None = None, source: bytes = b"") -> None:
        """Keep these students' rows, and the report that they share, in one transaction."""
        with self.transaction() as connection:
            note(connection, STALE)
            if filed is not None:
                at = filed.graded_at.isoformat(timespec="milliseconds")
                report = (filed.key, filed.exercise, filed.sha256, filed.points, filed.document, filed.host, at)
                connection.execute("INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?, ?, ?, ?)", report)
                connection.execute("INSERT OR IGNORE INTO sources VALUES (?, ?)", (filed.sha256, zlib.compress(source)))
            for row in rows:
                values = _values(row)
                connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
                if row.sha256 and row.report:
                    attempt = (row.student, row.exercise, row.sha256, row.file, values[4], row.report)
                    connection.execute("INSERT OR REPLACE INTO attempts VALUES (?, ?, ?, ?, ?, ?)", attempt)

    def set_mark(self, student: str, exercise: str, mark: float | None, reason: str, at: datetime) -> None:
        """A teacher's own mark, which no run changes; None takes the last one back. All of them are kept."""
        with self.transaction() as connection:
            note(connection, STALE)
            values = (student, exercise, mark, reason, at.isoformat(timespec="seconds"))
            connection.execute("INSERT INTO overrides (student, exercise, mark, reason, at) VALUES (?, ?, ?, ?, ?)", values)

    # What others read ----------------------------------------------------------------------------------------------

    def gradebook(self) -> Gradebook:
        """All that is stored, as a gradebook."""
        from grader.classroom.book import read_gradebook

        with sentences(self.folder):
            return read_gradebook(self._connection)

    def source(self, sha256: str) -> bytes | None:
        """The file that was graded, byte for byte."""
        with sentences(self.folder):
            found = self._connection.execute("SELECT packed FROM sources WHERE sha256 = ?", (sha256,)).fetchone()
        return None if found is None else zlib.decompress(found[0])


def _values(row: Row) -> tuple[object, ...]:
    submitted = row.submitted and row.submitted.isoformat()
    late = (row.days_late, row.late_percent)
    return (row.student, row.exercise, row.file, row.sha256, submitted, *late, row.note, row.remark, row.report)


def _row(values: tuple[str, ...]) -> Row:
    student, exercise, file, sha256, submitted, days, percent, note, remark, report = values
    when = datetime.fromisoformat(submitted) if submitted else None
    return Row(student, exercise, file, sha256, when, float(days), float(percent), note, remark, report)
