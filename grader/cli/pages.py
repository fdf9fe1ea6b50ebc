"""What a teacher opens and hands back after a run: `report.html`, and a file for each student."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from grader.classroom.records import Gradebook, Student
from grader.classroom.store import sentences

_MAX_NAME = 80


def write_pages(gradebook: Gradebook, folder: Path) -> None:
    """Write both; each file appears whole or not at all."""
    from grader.report.classpage import class_page
    from grader.report.feedback import feedback

    with sentences(folder):
        _write(folder / "report.html", class_page(gradebook))
        (folder / "feedback").mkdir(exist_ok=True)
        for student in gradebook.students:
            _write(folder / "feedback" / f"{file_name(student)}.md", feedback(gradebook, student))


def file_name(student: Student) -> str:
    """A file's name for a student: no path, no hidden file, and never that of another student."""
    name = re.sub(r"[^\w.@+-]+", "_", student.key).strip("._")
    plain = name and name == student.key and len(name) <= _MAX_NAME
    return name if plain else f"{name[:_MAX_NAME]}_{hashlib.sha256(student.key.encode()).hexdigest()[:8]}"


def _write(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)
