"""What a run is about to do: students, files, times, and everything that the teacher should know before it starts."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader.classroom.gathered import classes_in
from grader.classroom.late import Lateness, due_for, late_for, lateness
from grader.classroom.layouts import Layout, Who, read_layout
from grader.classroom.nested import open_submissions
from grader.classroom.placing import Place, Placed, place
from grader.classroom.records import Student
from grader.classroom.roster import Roster, match
from grader.classroom.store import Row
from grader.classroom.times import Moment, recorded_times, sources_of
from grader.classroom.titles import Titles
from grader.classroom.trees import Tree
from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.language import _


@dataclass(slots=True)
class Plan:
    """Everything found, and whose it is."""

    tree: Tree
    layout: Layout
    placed: Placed
    people: dict[str, Student]  # by the key that the layout knows them by
    students: list[Student]
    absent: list[Student]
    strangers: list[Student] = field(default_factory=list)  # whom the roster does not know, and who stay in the class
    remarks: list[str] = field(default_factory=list)
    times: dict[str, Moment] = field(default_factory=dict)
    extensions: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of this run, in the order of the course."""
        return self.placed.exercises

    def row(self, one: Place) -> Row:
        """The row of a place, with its lateness; what its grading adds is still missing."""
        key = self.people[one.who.key].key
        if one.piece is None:
            return Row(key, one.exercise.id, file=one.found or None, note=one.note)
        path = one.piece.member.path
        late = self._lateness(one, key)
        moment = self.times.get(path)
        return Row(
            key,
            one.exercise.id,
            file=path,
            submitted=moment.when if moment else None,
            days_late=late.days,
            late_percent=late.percent,
            remark=late.remark or (moment.remark if moment and late.days else ""),
        )

    def former_keys(self) -> dict[str, str]:
        """Of each student who is called otherwise in the layout, that name and the key: runs without the roster knew no other."""
        keys = {student.key for student in self.students}
        return {key: student.key for key, student in self.people.items() if key not in keys}

    def absent_rows(self) -> Iterator[Row]:
        """Rows for those of the roster who have handed in nothing."""
        for student in self.absent:
            for exercise in self.exercises:
                yield Row(student.key, exercise.id, note=_("Nothing was handed in."))

    def _lateness(self, one: Place, student: str) -> Lateness:
        assert one.piece is not None
        extension = late_for(one.exercise, self.extensions.get(student, {}))
        moment = self.times.get(one.piece.member.path)
        return lateness(one.exercise.late, moment.when if moment else None, one.piece.late, extension)


def make_plan(path: Path, course: Course, wanted: Sequence[Exercise], roster: Roster | None) -> Plan:
    """Look through a folder or ZIP. Nothing is graded and nothing is written."""
    dues = [exercise.late.due for exercise in course.exercises if exercise.late]
    tree = open_submissions(path, dues[0].tzinfo if dues else None)
    titles = Titles(course)
    members = list(tree.members())
    layout = read_layout(members, titles)
    placed = place(layout, course, wanted, titles, tree)
    people, remarks = match(roster, layout.students.values()) if roster else ({}, [])
    everybody = {key: people.get(key) or _stranger(who, people) for key, who in layout.students.items()}
    seen = {student.key for student in everybody.values()}
    known = roster.students if roster else []
    classes, is_sure = classes_in(members, layout.depth, titles)
    several = [_several(path, classes)] if classes else []
    if is_sure:
        raise several[0]
    plan = Plan(
        tree=tree,
        layout=layout,
        placed=placed,
        people=everybody,
        students=list({student.key: student for student in [*known, *everybody.values()]}.values()),
        strangers=[everybody[key] for key in layout.students if roster and key not in people],
        absent=[student for student in known if student.key not in seen],
        remarks=[
            *(error.sentence for error in several),
            *(roster.remarks if roster else []),
            *_twins(everybody),
            *remarks,
        ],
        extensions=roster.extensions if roster else {},
    )
    if any(exercise.late for exercise in placed.exercises):
        plan.times = recorded_times(tree, placed.places, layout.checkouts)
        plan.remarks += sources_of(plan.times, placed.places, layout.checkouts)
        plan.remarks += _refuse_extensions(plan)
    return plan


def _several(path: Path, classes: Sequence[str]) -> UsageError:
    shown = ", ".join(classes[:4]) + (" …" if len(classes) > 4 else "")
    words = _("The folders in {path} look like several assignments, not like students: {folders}. Grade each of them by itself.")
    return UsageError(
        words.format(path=path, folders=shown),
        next_command=f"grade class {shlex.quote(str(path / classes[0]))}" if path.is_dir() else f"unzip {shlex.quote(str(path))}",
    )


def _stranger(who: Who, people: dict[str, Student]) -> Student:
    """A student whom no roster knows; where somebody of the roster has the same key, this one is told apart."""
    taken = any(student.key == who.key for student in people.values())
    return Student(f"{who.key} (2)" if taken else who.key, who.name)


def _twins(people: dict[str, Student]) -> Iterator[str]:
    names = Counter(student.name for student in people.values())
    for name, number in names.items():
        if number > 1:
            keys = ", ".join(sorted(student.key for student in people.values() if student.name == name))
            yield _("{number} students are called “{name}”; they are told apart as {keys}.").format(
                number=number, name=name, keys=keys
            )


def _refuse_extensions(plan: Plan) -> Iterator[str]:
    """Extensions that nobody can read are said, and count as none."""
    for key, own in plan.extensions.items():
        for exercise in plan.exercises:
            text = late_for(exercise, own)
            try:
                if exercise.late and text:
                    due_for(exercise.late, text)
            except ValueError:
                own.clear()
                words = _("The extension of “{key}”, “{text}”, is neither a number of days nor a date; it counts as none.")
                yield words.format(key=key, text=text)
                break
