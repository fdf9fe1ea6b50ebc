"""What a teacher opens and hands back after a run: `report.html`, and a file for each student."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grader.classroom.faults import sentences
from grader.classroom.memory import feedback_of, remember_feedback
from grader.classroom.records import Gradebook
from grader.classroom.store import Store
from grader.files import write_whole

if TYPE_CHECKING:
    from grader.classroom.similar import Pair


def write_pages(gradebook: Gradebook, store: Store, similar: Sequence[Pair] | None = None) -> None:
    """Write both; each file appears whole or not at all. `similar` is None where nobody has looked for such submissions.

    Feedback of a run before that is nobody's any more goes, lest it be handed back.
    """
    from grader.report.classpage import class_page
    from grader.report.feedback import as_folder

    feedback, files = store.folder / "feedback", as_folder(gradebook)
    with sentences(store.folder):
        feedback.mkdir(exist_ok=True)
        for name, text in files.items():
            write_whole(feedback / name, _bytes(text))
        for name in feedback_of(store) - files.keys():
            (feedback / name).unlink(missing_ok=True)
        # Last: where a full disk ends this, its absence says that not all is there.
        write_whole(store.folder / "report.html", _bytes(class_page(gradebook, similar)))
    remember_feedback(store, files)
    store.pages_are_written()


def _bytes(text: str) -> bytes:
    """A lone surrogate, as in the name of a file that is no UTF-8, must not stop the page."""
    return text.encode("utf-8", "backslashreplace")
