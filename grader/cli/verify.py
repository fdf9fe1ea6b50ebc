"""`grade verify [exercise3 …]`: is the course sound? Exit code 0, or 1 with a sentence for everything that is not."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from grader.cli.console import make_console
from grader.cli.say import say
from grader.confine import die_with_parent
from grader.course import Course, Exercise, find_course, load_course
from grader.errors import CourseError
from grader.imports import importing
from grader.language import _
from grader.verify.findings import Verification

Advance = Callable[[str], None]


def verify(options: argparse.Namespace) -> int:
    """Verify the exercises named on the command line, or all of them."""
    course = load_course(options.course or find_course())
    exercises = list(dict.fromkeys(course.exercise(name) for name in options.exercises)) or list(course.exercises)
    if options.ticks is not None:
        die_with_parent()
        found = [_verify_here(course, exercises[0], options, lambda _: _tick(options.ticks))]
    else:
        with _progress(course, exercises, options) as advance:
            found = _verify_all(course, exercises, options, advance)
    if options.json:
        say(json.dumps([verification.to_dict() for verification in found], indent=2))
    else:
        _show(found)
    return 1 if any(verification.faults for verification in found) else 0


def _show(found: list[Verification]) -> None:
    from grader.report.matrix import show_verification

    console = make_console()
    for verification in found:
        show_verification(console, verification)


def _verify_all(
    course: Course, exercises: list[Exercise], options: argparse.Namespace, advance: Advance
) -> list[Verification]:
    if len(exercises) == 1:
        return [_verify_here(course, exercises[0], options, advance)]
    from grader.cli.children import verify_in_children

    return verify_in_children(course, exercises, options.seed, options.sample, advance)


def _verify_here(course: Course, exercise: Exercise, options: argparse.Namespace, advance: Advance) -> Verification:
    from grader.learner.launch import Forkservers

    with Forkservers(course) as forkservers:
        forkservers.of(exercise)  # its libraries are imported while ours are
        with importing():
            from grader.judge import Judge, convene
            from grader.verify.proof import verify_exercise

        def body(judge: Judge) -> Verification:
            def ticked() -> None:
                advance(exercise.id)

            return verify_exercise(judge, course, forkservers, exercise, options.seed, ticked, sample=options.sample)

        return convene(course, [exercise], body)


def _tick(descriptor: int) -> None:
    try:
        os.write(descriptor, b".")
    except OSError as error:
        raise CourseError(_("The command that asked for this verification has ended.")) from error


def _progress(
    course: Course, exercises: list[Exercise], options: argparse.Namespace
) -> AbstractContextManager[Advance]:
    if not sys.stderr.isatty():
        return nullcontext(lambda _: None)
    from grader.cli.progress import Bars

    return Bars(course, exercises, sample=options.sample)
