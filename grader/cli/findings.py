"""What `grade class` has found, said before anything is graded: submissions, what could not be placed, who is missing."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

from grader.classroom.layouts import CANVAS, CHECKOUTS, FLAT, FOLDERS, MOODLE
from grader.classroom.plan import Plan
from grader.classroom.records import Student
from grader.cli.say import tell
from grader.errors import UsageError
from grader.language import N_, _, ngettext
from grader.report.text import one_line

_MOST_LINES = 8
_KINDS = {
    FOLDERS: N_("folders of students"),
    FLAT: N_("files named after students"),
    CANVAS: N_("a download from Canvas"),
    MOODLE: N_("a download from Moodle"),
    CHECKOUTS: N_("git checkouts"),
}


def tell_plan(plan: Plan, path: Path) -> None:
    """What was found, what was not placed, who is missing: before anything is graded."""
    _refuse_nothing(plan, path)
    files = sum(one.piece is not None for one in plan.placed.places)
    kinds = ", ".join(_(_KINDS[kind]) for kind, _number in plan.layout.kinds.most_common())
    students = len(plan.layout.students)
    tell(
        ngettext(
            "{path}: {files} submissions of {students} student ({kinds})",
            "{path}: {files} submissions of {students} students ({kinds})",
            students,
        ).format(path=one_line(str(path)), files=files, students=students, kinds=kinds)
    )
    for exercise in plan.exercises:
        number = sum(one.piece is not None and one.exercise is exercise for one in plan.placed.places)
        tell(f"  {exercise.id}  {number}")
    unclear = [(one.who.name, one.note) for one in plan.placed.places if one.is_unclear]
    tell_list(_("Not graded, because it is not clear what:"), [f"{name}: {note}" for name, note in unclear])
    unplaced = [f"{member.path}: {why}" for member, why in plan.placed.unplaced]
    tell_list(_("Not placed:"), unplaced)
    tell_list(_("In the roster, but nothing was handed in:"), map(_known_as, plan.absent))
    tell_list(_("Not in the roster, but they stay in the class:"), map(_known_as, plan.strangers))
    tell_list(_("Please note:"), plan.remarks)


def _refuse_nothing(plan: Plan, path: Path) -> None:
    """Raises `UsageError` where there is no class, or no exercise, to be graded."""
    if not plan.layout.students and not plan.layout.nobodys:
        raise UsageError(
            _("There are no submissions in {path}: neither folders of students nor files that could be theirs.").format(
                path=path
            ),
            next_command=f"ls {shlex.quote(str(path))}",
        )
    if not plan.exercises and plan.layout.nobodys:
        above = path.resolve().parent
        raise UsageError(
            _("{path} looks like the folder of a single student. Name the folder above it.").format(path=path),
            next_command=f"grade class {shlex.quote(str(above))}",
        )
    if not plan.exercises:
        raise UsageError(
            _("No file in {path} is called after an exercise of the course. Say which one they are.").format(
                path=path
            ),
            next_command=f"grade class {shlex.quote(str(path))} --exercise exercise1",
        )


def _known_as(student: Student) -> str:
    """The name, and the id beside it: two of one name are two people."""
    return student.name if student.key == student.name else f"{student.name} ({student.key})"


def tell_list(title: str, found: Iterable[str]) -> None:
    """A title with the number of its lines, and the lines; a terminal sees the first of many."""
    lines = list(found)
    if not lines:
        return
    tell(f"{title} ({len(lines)})")
    most = _MOST_LINES if sys.stdout.isatty() else len(lines)
    for line in lines[:most]:
        tell(f"  {one_line(line)}")
    if (more := len(lines) - most) > 0:
        words = ngettext("… and {number} more; `| less` shows all", "… and {number} more; `| less` shows all", more)
        tell("  " + words.format(number=more))
