"""`grade verify [exercise3 …]`: is the course sound? Exit code 0, or 1 with a sentence for everything that is not."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import AbstractContextManager, nullcontext

from rich.console import Console
from rich.progress import Progress, TaskID

from grader.cli.console import make_console
from grader.course import Course, Exercise, find_course, load_course
from grader.judge import Judge, convene
from grader.learner import Forkservers
from grader.report.matrix import show_verification
from grader.verify import Verification, verify_exercise
from grader.verify.proof import steps


def verify(options: argparse.Namespace) -> int:
    """Verify the exercises named on the command line, or all of them."""
    course = load_course(options.course or find_course())
    exercises = list(dict.fromkeys(course.exercise(name) for name in options.exercises)) or list(course.exercises)
    with Forkservers(course) as forkservers:
        found = convene(course, exercises, lambda judge: _verify_all(judge, course, forkservers, exercises, options))
    if options.json:
        print(json.dumps([verification.to_dict() for verification in found], indent=2))
    return 1 if any(verification.faults for verification in found) else 0


def _verify_all(
    judge: Judge, course: Course, forkservers: Forkservers, exercises: list[Exercise], options: argparse.Namespace
) -> list[Verification]:
    for exercise in exercises:
        forkservers.of(exercise)  # TensorFlow is imported while the first exercises are verified
    found = []
    with _progress() as progress:
        for exercise in exercises:
            task = progress.add_task(exercise.id, total=steps(course, exercise)) if progress else None

            def advance(task: TaskID | None = task) -> None:
                if progress and task is not None:
                    progress.advance(task)

            found.append(verify_exercise(judge, course, forkservers, exercise, options.seed, advance))
    if not options.json:
        console = make_console()
        for verification in found:
            show_verification(console, verification)
    return found


def _progress() -> AbstractContextManager[Progress | None]:
    if not sys.stderr.isatty():
        return nullcontext()
    return Progress(console=Console(stderr=True), transient=True)
