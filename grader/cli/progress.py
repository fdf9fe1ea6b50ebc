"""A progress bar for each exercise that is verified."""

from __future__ import annotations

from rich.console import Console
from rich.progress import Progress

from grader.course import Course, Exercise
from grader.verify.proof import steps


class Bars:
    """A context; entered, it is a function that advances the bar of an exercise by one submission."""

    def __init__(self, course: Course, exercises: list[Exercise], *, sample: int | None) -> None:
        self._progress = Progress(console=Console(stderr=True), transient=True)
        self._tasks = {e.id: self._progress.add_task(e.id, total=steps(course, e, sample=sample)) for e in exercises}

    def __enter__(self) -> Bars:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def __call__(self, exercise: str) -> None:
        self._progress.advance(self._tasks[exercise])
