"""The tables of a store, and the file that they are in: made where there is none yet, refused where it is not ours."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from grader.errors import UsageError
from grader.language import _

VERSION = 1
_APPLICATION = 0x6E6C6731  # "nlg1": other programs' files are not taken for ours
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE exercises (id TEXT PRIMARY KEY, number INTEGER NOT NULL, title TEXT NOT NULL, points REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE students (key TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, columns TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (sha256 TEXT PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE reports (
    key TEXT PRIMARY KEY, exercise TEXT NOT NULL, sha256 TEXT NOT NULL, points REAL NOT NULL, document TEXT NOT NULL,
    host TEXT NOT NULL, graded_at TEXT NOT NULL
);
CREATE TABLE entries (
    student TEXT NOT NULL REFERENCES students, exercise TEXT NOT NULL, file TEXT, sha256 TEXT, submitted TEXT,
    days_late REAL NOT NULL, late_percent REAL NOT NULL, note TEXT NOT NULL, remark TEXT NOT NULL, report TEXT,
    PRIMARY KEY (student, exercise)
) WITHOUT ROWID;
CREATE TABLE attempts (
    student TEXT NOT NULL, exercise TEXT NOT NULL, sha256 TEXT NOT NULL, file TEXT NOT NULL, submitted TEXT, report TEXT,
    PRIMARY KEY (student, exercise, sha256)
) WITHOUT ROWID;
CREATE TABLE overrides (
    number INTEGER PRIMARY KEY, student TEXT NOT NULL, exercise TEXT NOT NULL, mark REAL, reason TEXT NOT NULL, at TEXT NOT NULL
);
"""


def prepare(connection: sqlite3.Connection, path: Path, reads_only: bool) -> None:
    """Make the tables where there are none. Raises `UsageError` for a newer store, `sqlite3.DatabaseError` for another's."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if version > VERSION and application == _APPLICATION:
        raise UsageError(
            _("{path} was written by a newer grade than this one.").format(path=path),
            next_command="pip install --upgrade neuralings",
        )
    if application != _APPLICATION:
        _refuse_others(connection)
    if reads_only:
        return
    # With a log of its own, a reader never waits for the run; what a power cut takes is graded again.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if application != _APPLICATION:
        _make_tables(connection)


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it is stored, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # a full disk has rolled it back already
            connection.execute("ROLLBACK")
        raise


def _refuse_others(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'reports'").fetchone() == (1,):
        return  # another run has been quicker: its application id comes in the same transaction
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
        raise sqlite3.DatabaseError("file is not a database of grade")


def _make_tables(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        if connection.execute("PRAGMA application_id").fetchone() == (_APPLICATION,):
            return  # another run has been quicker
        _refuse_others(connection)
        for statement in filter(str.strip, _SCHEMA.split(";\n")):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
