"""A judge process: it convenes once, and then grades one submission after another, each in a worker of its own."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import socket
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from grader.classroom.scratch import scratch
from grader.classroom.tasks import Brief, Graded, Task
from grader.course import Course, load_course
from grader.errors import EngineError, GraderError, SubmissionError
from grader.language import _, speak, speak_of
from grader.learner.handle import Learner
from grader.learner.launch import Forkservers
from grader.results import Isolation, Report
from grader.submission import submission_from

if TYPE_CHECKING:
    from grader.judge import Judge

_Chunk = tuple[Sequence[Task], "Future[list[Graded]]"]


class Desk:
    """A thread that holds pytest's one session open; it is asked through a queue."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._has_failed = False
        self._chunks: queue.SimpleQueue[_Chunk | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._sit, daemon=True, name="judge")
        self._thread.start()

    def is_open(self) -> bool:
        """Whether it can still grade."""
        return self._thread.is_alive() and not self._has_failed

    def grade(self, tasks: Sequence[Task]) -> list[Graded]:
        """Grade these submissions. Raises what keeps all of them from being graded."""
        future: Future[list[Graded]] = Future()
        self._chunks.put((tasks, future))
        return future.result()

    def close(self) -> None:
        """End the judge and its workers."""
        self._chunks.put(None)
        self._thread.join()

    def _sit(self) -> None:
        # A course, a library or a session that cannot be had is the same for every submission: whoever asks is told.
        try:
            with _course_of(self._brief) as course:
                self._grade_until_closed(course)
        except BaseException as error:  # noqa: BLE001 - it goes to the process that waits
            self._has_failed = True
            while chunk := self._chunks.get():
                chunk[1].set_exception(error)

    def _grade_until_closed(self, course: Course) -> None:
        speak(self._brief.language)
        speak_of(course.folder)
        exercises = [course.exercise(name) for name in self._brief.exercises]
        with Forkservers(course, at_once=1) as forkservers:  # the other processors are for the other judges
            for exercise in exercises:
                forkservers.of(exercise)  # they import their libraries while we import ours
            from grader.judge import convene

            convene(course, exercises, lambda judge: self._take_chunks(_Bench(course, judge, forkservers, self._brief.seed)))

    def _take_chunks(self, bench: _Bench) -> None:
        while chunk := self._chunks.get():
            tasks, future = chunk
            try:
                future.set_result(list(bench.grade(tasks)))
            except Exception as error:  # noqa: BLE001 - it goes to the process that waits
                future.set_exception(error)


class _Bench:
    """Workers and the judge, one submission at a time; the worker of the next one starts meanwhile."""

    def __init__(self, course: Course, judge: Judge, forkservers: Forkservers, seed: int) -> None:
        self._course = course
        self._judge = judge
        self._forkservers = forkservers
        self._seed = seed
        self._host = socket.gethostname()

    def grade(self, tasks: Sequence[Task]) -> Iterator[Graded]:
        """Grade them in order."""
        following = self._start(tasks[0]) if tasks else None
        for number, task in enumerate(tasks):
            learner = following
            try:
                following = self._start(tasks[number + 1]) if number + 1 < len(tasks) else None
                yield self._grade_one(task, learner)
            finally:
                if isinstance(learner, Learner):
                    learner.close()

    def _start(self, task: Task) -> Learner | str:
        """The submission in its worker, or why it cannot be graded."""
        exercise = self._course.exercise(task.exercise)
        try:
            submission = submission_from(task.data, task.file, exercise)
        except SubmissionError as error:
            return error.sentence
        return Learner(self._forkservers.of(exercise), exercise, submission).start()

    def _grade_one(self, task: Task, learner: Learner | str | None) -> Graded:
        from grader.diagnose import diagnose
        from grader.judge.grading import ungradable

        exercise = self._course.exercise(task.exercise)
        if not isinstance(learner, Learner):
            return self._graded(task, ungradable(exercise, learner or "", self._seed, Isolation.FULL))
        walls = self._forkservers.walls(exercise)
        missing = ""
        if walls.label is not Isolation.FULL:
            from grader.report.walls import missing_walls

            missing = missing_walls(walls.label, walls.observed, walls.refusals) or ""
        try:
            return self._graded(task, self._judge.grade(exercise, learner, self._seed, walls.label, diagnose), missing)
        except GraderError:
            raise
        except Exception as error:  # noqa: BLE001 - a slip of ours with one submission must not stop the others
            note = _("grade itself has failed with this file: {error}").format(error=f"{type(error).__name__}: {error}")
            return Graded(task.key, "", note, self._host, missing)

    def _graded(self, task: Task, report: Report, missing: str = "") -> Graded:
        return Graded(task.key, json.dumps(report.to_dict(), ensure_ascii=False), "", self._host, missing)


@contextlib.contextmanager
def _course_of(brief: Brief) -> Iterator[Course]:
    if not brief.files:
        yield load_course(Path(brief.folder))
        return
    with scratch() as folder:
        for path, data in brief.files:
            target = folder / path
            if not target.resolve().is_relative_to(folder):
                raise EngineError(_("{path} leads out of the course.").format(path=path))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        # A worker that has given up its user must still reach the shared files; the solutions are nobody else's to read.
        os.chmod(folder, 0o711)
        os.chmod(folder / "solutions", 0o700)
        yield load_course(folder)
