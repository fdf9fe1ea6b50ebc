"""What a store remembers of earlier runs: their roster, students whom they knew by another name, the pages they have written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from grader.classroom.store import STALE, Store, note

_ROSTER, _FEEDBACK = "roster", "feedback"


def roster_of(store: Store) -> str:
    """The roster of the runs before; empty where they had none."""
    return store.said(_ROSTER)


def remember_roster(store: Store, path: Path) -> None:
    """Keep its name, so that a run without it can be told."""
    if roster_of(store) != str(path):
        _say(store, _ROSTER, str(path))


def feedback_of(store: Store) -> set[str]:
    """The names of the feedback files that a run before has written; no name in it leads out of their folder."""
    return {name for name in json.loads(store.said(_FEEDBACK) or "[]") if PurePath(name).name == name}


def remember_feedback(store: Store, names: Iterable[str]) -> None:
    """Keep the names of the feedback files."""
    _say(store, _FEEDBACK, json.dumps(sorted(names), ensure_ascii=False))


def take_over(store: Store, people: Mapping[str, str]) -> None:
    """Give the student of a roster what runs without it have stored under the name that the layout knows: old key → new one.

    Where both have something, that of the roster's student stays; marks by hand go over all the same.
    """
    with store.transaction() as connection:
        known = {key for (key,) in connection.execute("SELECT key FROM students")}
        moved = {old: new for old, new in people.items() if old in known}
        for old, new in moved.items():
            _move(connection, old, new)
        if moved:
            note(connection, STALE)


def _move(connection: sqlite3.Connection, old: str, new: str) -> None:
    for table in ("entries", "attempts"):
        connection.execute(f"UPDATE OR IGNORE {table} SET student = ? WHERE student = ?", (new, old))
        connection.execute(f"DELETE FROM {table} WHERE student = ?", (old,))
    connection.execute("UPDATE overrides SET student = ? WHERE student = ?", (new, old))
    connection.execute("DELETE FROM students WHERE key = ?", (old,))


def _say(store: Store, name: str, value: str) -> None:
    with store.transaction() as connection:
        note(connection, (name, value))
