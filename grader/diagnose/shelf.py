"""What the bank has answered, on disk in the user's cache folder: it saves time, and nothing depends on it.

Only the judge's process opens it, behind the walls no submission can, and what it holds are answers of the author's code to
questions. A file that is damaged, locked, full or of somebody else costs the time of asking again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_FILE = "answers.sqlite"
_MAX_BYTES = 64 << 20
_PATIENCE = 2.0
_CHECKSUM = 16


def shelf_path() -> Path | None:
    """Where the answers lie: in the folder that `NEURALINGS_CACHE` names, or the user's cache folder; None where there is none."""
    told = os.environ.get("NEURALINGS_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = os.path.join(base, "neuralings") if told is None else told
    return Path(folder, _FILE) if os.path.isabs(folder) else None


class Shelf:
    """Texts of bytes by their keys, shared by all judges of a user. After a failure it is empty and takes nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._has_failed = False

    def get(self, key: bytes) -> bytes | None:
        """What was put under this key, if it is still whole."""
        row = self._ask("SELECT data FROM answers WHERE key = ?", key)
        if row is None or type(row[0]) is not bytes:
            return None
        told, data = row[0][:_CHECKSUM], row[0][_CHECKSUM:]
        return data if told == _checksum(key, data) else None

    def put(self, key: bytes, data: bytes) -> None:
        """Keep this; it is there for every judge at once."""
        self._ask("INSERT OR REPLACE INTO answers VALUES (?, ?)", key, _checksum(key, data) + data)

    def _ask(self, question: str, *values: bytes) -> tuple[object, ...] | None:
        if self._has_failed:
            return None
        import sqlite3  # of no use to `grade exercise1`

        with self._lock:
            try:
                if self._connection is None:
                    self._connection = self._open()
                return self._connection.execute(question, values).fetchone()  # type: ignore[no-any-return]
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
        # Statements are transactions each. Without fsync, a power failure may damage the file, and the checksums would tell.
        connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
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


def _checksum(key: bytes, data: bytes) -> bytes:
    return hashlib.sha256(key + data).digest()[:_CHECKSUM]
