"""A run: what is stored already stays, the rest is graded, and every result is stored as it comes in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any, Protocol

from grader.classroom.executor import Crew, grade_all
from grader.classroom.identity import course_digest, report_key
from grader.classroom.placing import Place
from grader.classroom.plan import Plan
from grader.classroom.store import Filed, Row, Store
from grader.classroom.tasks import Graded, Task
from grader.course import Course
from grader.errors import SubmissionError
from grader.language import _, of_course


class Watcher(Protocol):
    """Who is told what comes in."""

    def __call__(self, done: int, report: dict[str, Any] | None) -> None:
        """So many submissions are done; this is the report of all of them, if there is one."""


@dataclass(slots=True)
class Job:
    """One content to grade: where it lies, and the rows that wait for its report."""

    place: Place
    sha256: str
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """What is to do, and what was found to be done."""

    jobs: dict[str, Job]
    settled: list[Row]  # rows that have changed and need no grading
    waiting: int  # submissions that wait for a job
    kept: int  # rows of earlier runs that stay, since nothing is there for them now
    already: int  # submissions whose report is stored
    unread: list[Row]  # of files that cannot be read
    walls: str = ""
    notes: int = 0


def prepare(plan: Plan, store: Store, course: Course, seed: int, regrade: bool) -> Run:
    """Read every file once, and see which contents have a report already."""
    digest = course_digest(course)
    stored = store.rows()
    known = {exercise.id: set() if regrade else store.graded(exercise.id) for exercise in plan.exercises}
    jobs: dict[str, Job] = {}
    settled: list[Row] = []
    unread: list[Row] = []
    kept = waiting = already = 0
    for row in plan.absent_rows():
        kept += _settle(row, stored, settled, stays=True)
    for one in sorted(plan.placed.places, key=lambda one: one.exercise.number):
        row, sha256 = _row_of(plan, one)
        if row.note:
            kept += _settle(row, stored, settled, stays=one.piece is None)
            unread += [row] if one.piece is not None else []
            continue
        key = report_key(sha256, _form(one), digest, seed)
        row = replace(row, sha256=sha256, report=key)
        if key in known[one.exercise.id]:
            _settle(row, stored, settled)
            already += 1
            continue
        jobs.setdefault(key, Job(one, sha256)).rows.append(row)
        waiting += 1
    return Run(jobs, settled, waiting, kept, already, unread)


def _settle(row: Row, stored: dict[tuple[str, str], Row], settled: list[Row], stays: bool = False) -> bool:
    """Note a row that needs no grading, if it is news. True where the mark of an earlier run, if there is one, stays instead."""
    before = stored.get((row.student, row.exercise))
    if stays and before is not None and before.report is not None:
        return True  # this folder has no file any more that could be meant, which is no reason to take a mark away
    if before != row:
        settled.append(row)
    return False


def _form(one: Place) -> str:
    """The exercise and the form of the file: the same bytes are another submission as a notebook."""
    assert one.piece is not None
    return f"{one.exercise.id}{PurePath(one.piece.member.parts[-1]).suffix.lower()}"


def _row_of(plan: Plan, one: Place) -> tuple[Row, str]:
    row = plan.row(one)
    if one.piece is None:
        return row, ""
    try:
        return row, hashlib.sha256(plan.tree.read(one.piece.member)).hexdigest()
    except SubmissionError as error:
        return replace(row, note=error.sentence), ""


def grade_run(run: Run, plan: Plan, store: Store, crew: Crew, watch: Watcher) -> None:
    """Grade what is missing. Each result is stored in a transaction of its own, so whatever interrupts loses little."""
    if run.settled:
        store.file(run.settled)
    if not run.jobs:
        return
    with closing(crew):
        for graded in grade_all(crew, _tasks(run, plan), len(run.jobs)):
            job = run.jobs[graded.key]
            run.walls = run.walls or graded.walls
            report = _file(run, plan, store, job, graded)
            watch(len(job.rows), report)


def _tasks(run: Run, plan: Plan) -> Iterator[Task]:
    for key, job in run.jobs.items():
        assert job.place.piece is not None
        member = job.place.piece.member
        exercise = job.place.exercise
        name = str(PurePath(exercise.file).with_suffix(PurePath(member.parts[-1]).suffix.lower()))
        try:
            data = plan.tree.read(member)
        except SubmissionError:
            data = b""  # it was there a moment ago; its row says what happened
        yield Task(key, exercise.id, name, data)


def _file(run: Run, plan: Plan, store: Store, job: Job, graded: Graded) -> dict[str, Any] | None:
    assert job.place.piece is not None
    if not graded.document:
        run.notes += len(job.rows)
        store.file([replace(row, report=None, note=graded.note) for row in job.rows])
        return None
    try:
        source = plan.tree.read(job.place.piece.member)
    except SubmissionError:
        source = b""
    if hashlib.sha256(source).hexdigest() != job.sha256:
        note = _("The file has changed while it was graded. Run it again.")
        store.file([replace(row, report=None, note=note) for row in job.rows])
        return None
    report: dict[str, Any] = json.loads(graded.document)
    filed = Filed(graded.key, job.place.exercise.id, job.sha256, report["points"], graded.document, graded.host)
    store.file(job.rows, filed, source)
    return report


def describe(store: Store, plan: Plan, course: Course, seed: int) -> None:
    """Tell the store what the run is about and who is in the class."""
    exercises = [(e.id, e.number, of_course(e.title), e.points) for e in plan.exercises]
    meta = {"title": of_course(course.title), "course": str(course.folder), "seed": str(seed)}
    store.begin_run(meta, exercises, plan.students)


def mistakes_in(report: dict[str, Any]) -> set[tuple[str, str, str]]:
    """The named mistakes of one report: exercise, function, and the sentence."""
    return {
        (report["exercise"], check["function"], check["diagnosis"]["text"])
        for check in report["checks"]
        if check["diagnosis"]
    }
