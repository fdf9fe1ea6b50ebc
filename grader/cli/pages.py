"""What a teacher opens and hands back after a run: `report.html`, and a file for each student."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.classroom.faults import sentences
from grader.classroom.records import Gradebook
from grader.files import write_whole

if TYPE_CHECKING:
    from grader.classroom.similar import Pair


def write_pages(gradebook: Gradebook, folder: Path, similar: Sequence[Pair] | None = None) -> None:
    """Write both; each file appears whole or not at all. `similar` is None where nobody has looked for such submissions."""
    from grader.report.classpage import class_page
    from grader.report.feedback import as_folder

    with sentences(folder):
        write_whole(folder / "report.html", _bytes(class_page(gradebook, similar)))
        (folder / "feedback").mkdir(exist_ok=True)
        for name, text in as_folder(gradebook).items():
            write_whole(folder / "feedback" / name, _bytes(text))


def _bytes(text: str) -> bytes:
    """A lone surrogate, as in the name of a file that is no UTF-8, must not stop the page."""
    return text.encode("utf-8", "backslashreplace")
