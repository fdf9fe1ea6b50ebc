"""Made classes: folders of submissions, and what a store holds without the times and places that differ from run to run."""

import json
import os
import sqlite3

from helpers.command import ROOT, TINY_COURSE

RIGHT = (TINY_COURSE / "solutions" / "telegram.py").read_text(encoding="utf-8")
# Of each text of the reference what a learner could have written instead.
_WRONG = [
    ('text.upper() + "!"', "text.upper()"),
    ('text.upper() + "!"', "text.lower() + '!'"),
    ("word[0]", "word[-1]"),
    ("text.split()", 'text.split(" ")'),
    ("return text.upper", "text.upper"),
]
# What differs between two runs that have found the same.
PASSING = {"seconds", "graded_at", "host", "isolation"}


def tiny_class(folder, number=24):
    """So many telegrams, each a folder: every second is right, no two have the same bytes, and each has its own date."""
    for index in range(number):
        text = RIGHT if index % 2 == 0 else RIGHT.replace(*_WRONG[index // 2 % len(_WRONG)])
        path = folder / f"student{index:03d}" / "telegram.py"
        path.parent.mkdir(parents=True)
        path.write_text(f"{text}\n# {index}\n", encoding="utf-8")
        os.utime(path, (1_790_000_000 + 3600 * index,) * 2)
    return folder


def wrong_class(folder, exercise="exercise1", number=10):
    """Right and wrong submissions of our own course, in turn."""
    from helpers.grading import COURSE

    file = COURSE.exercise(exercise).file
    wrong = sorted((ROOT / "tests" / "wrong" / exercise).glob("*.py"))
    for index in range(number):
        source = COURSE.solutions / file if index % 2 == 0 else wrong[index // 2 % len(wrong)]
        path = folder / f"student{index:03d}" / file
        path.parent.mkdir(parents=True)
        path.write_bytes(source.read_bytes() + f"\n# handed in by {index}\n".encode())
    return folder


def contents(out):
    """All that a store holds, table by table, in an order of its own and without what passes."""
    with sqlite3.connect(out / "class.sqlite") as connection:
        connection.row_factory = sqlite3.Row
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: sorted(
                json.dumps({key: _lasting(key, row[key]) for key in row.keys() if key not in PASSING}, sort_keys=True)  # noqa: SIM118
                for row in connection.execute(f"SELECT * FROM {table}")
            )
            for table in tables
        }


def reports_in(out):
    """How many reports a store holds by now."""
    try:
        with sqlite3.connect(f"file:{out / 'class.sqlite'}?mode=ro", uri=True) as connection:
            return connection.execute("SELECT count(*) FROM reports").fetchone()[0]
    except sqlite3.Error:
        return 0


def _lasting(key, value):
    if key == "document":
        return lasting(json.loads(value))
    return value.hex() if isinstance(value, bytes) else value


def lasting(value):
    """A report or a gradebook without what passes."""
    if isinstance(value, dict):
        return {key: lasting(item) for key, item in value.items() if key not in PASSING}
    return [lasting(item) for item in value] if isinstance(value, list) else value
