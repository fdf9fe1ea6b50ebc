"""What the bank has answered, on disk in the user's cache folder: it saves time, and nothing depends on it.

Only the judge's process opens it, behind the walls no submission can, and what it holds are answers of the author's code to
questions. A file that is damaged, locked, full or of somebody else costs the time of asking again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")
_FILE = "answers.sqlite"
_MAX_BYTES = 64 << 20
_PATIENCE = 2.0
_TICK = 0.25
_CHECKSUM = 16


def shelf_path() -> Path | None:
    """Where the answers lie: in the folder that `NEURALINGS_CACHE` names, or the user's cache folder; None where there is none."""
    told = os.environ.get("NEURALINGS_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = os.path.join(base, "neuralings") if told is None else told
    return Path(folder, _FILE) if os.path.isabs(folder) else None


class Shelf:
    """Bytes by their keys, shared by all judges of a user. After a failure it is empty and takes nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._pending: list[tuple[bytes, bytes]] = []
        self._next_flush = 0.0
        self._has_failed = False

    def get(self, key: bytes) -> bytes | None:
        """What was put under this key, if it is still whole."""
        question = "SELECT data FROM answers WHERE key = ?"
        row = self._ask(lambda connection: connection.execute(question, (key,)).fetchone())
        if row is None or type(row[0]) is not bytes:
            return None
        told, data = row[0][:_CHECKSUM], row[0][_CHECKSUM:]
        return data if told == _checksum(key, data) else None

    def put(self, key: bytes, data: bytes) -> None:
        """Keep this; within a moment it is there for every judge, and after `flush` for certain."""
        with self._lock:
            self._pending.append((key, _checksum(key, data) + data))
            if time.monotonic() >= self._next_flush:
                self.flush()

    def flush(self) -> None:
        """Write what was put, in one transaction: on a network drive each of them is several journeys."""
        with self._lock:
            rows, self._pending = self._pending, []
            self._next_flush = time.monotonic() + _TICK
            if rows:
                self._ask(lambda connection: _insert(connection, rows))

    def _ask(self, question: Callable[[sqlite3.Connection], T]) -> T | None:
        if self._has_failed:
            return None
        import sqlite3  # of no use to `grade exercise1`

        with self._lock:
            try:
                if self._connection is None:
                    self._connection = self._open()
                return question(self._connection)
            except (sqlite3.Error, OSError) as error:
                self._has_failed = True
                is_damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(
                    error, sqlite3.OperationalError
                )
                self._let_go(remove=is_damaged)
                return None

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            if self._path.stat().st_size > _MAX_BYTES:  # what is needed of it comes again
                self._path.unlink()
        connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        # A power failure may damage the file; the checksums would tell.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID")
        return connection

    def _let_go(self, *, remove: bool) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if remove:
            with contextlib.suppress(OSError):
                self._path.unlink()  # the next process begins a new one


def _insert(connection: sqlite3.Connection, rows: list[tuple[bytes, bytes]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)
    connection.execute("COMMIT")


def _checksum(key: bytes, data: bytes) -> bytes:
    return hashlib.sha256(key + data).digest()[:_CHECKSUM]
