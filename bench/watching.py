"""What `grade watch` adds to a grading: from a save in a real terminal to the answer on its screen."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pexpect

from grader.cli.watching.warm import Warm
from grader.course import Exercise, find_course, load_course
from grader.judge import Judge, convene
from grader.learner import Forkservers

COURSE = load_course(find_course())
ROOT = Path(__file__).resolve().parent.parent
Measured = tuple[str, float, list[float], str]
_AT_REST = b"quit ?"


def _watching(exercise: Exercise, folder: Path) -> pexpect.spawn:
    """`grade watch` in a terminal, done with its first answer."""
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = ["-m", "grader", "watch", exercise.id]
    child = pexpect.spawn(sys.executable, command, cwd=folder, env=environment, dimensions=(24, 80), timeout=300)
    child.expect_exact(_AT_REST)
    return child


def _pairs(exercise: Exercise, file: Path, texts: tuple[str, str], times: int) -> list[tuple[float, float]]:
    """Seconds from a save to the frame with its answer, then of the same grading alone, everything as warm; in turn."""

    def body(judge: Judge) -> list[tuple[float, float]]:
        warm, taken = Warm(judge, forkservers, 1), []
        for number in range(times):
            time.sleep(0.3)
            begun = time.perf_counter()
            file.write_text(texts[number % 2])
            child.expect_exact(_AT_REST)
            answered = time.perf_counter()
            warm.begin(exercise, file, file)
            warm.finish()
            taken.append((answered - begun, time.perf_counter() - answered))
        return taken

    child = _watching(exercise, file.parent.parent)
    with Forkservers(COURSE) as forkservers:
        forkservers.walls(exercise)
        pairs = convene(COURSE, COURSE.exercises, body)
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    return pairs[1:]


def _measured(name: str, times: int) -> Measured:
    exercise = COURSE.exercise(name)
    right = (COURSE.solutions / exercise.file).read_text(encoding="utf-8")
    texts = (right + "\n# one line more\n", right)  # in turn, so that every save is news
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(COURSE.stubs, Path(folder) / "exercises")
        pairs = _pairs(exercise, Path(folder) / "exercises" / exercise.file, texts, times)
    detail = "{:.0f} ms ÷ {:.0f} ms, {} pairs".format(*(statistics.median(p[i] for p in pairs) * 1000 for i in (0, 1)), len(pairs))
    return f"save → answer in grade watch {name} ÷ the warm grading alone", 1.5, sorted(a / b for a, b in pairs), detail


def watch_numpy() -> Measured:
    """A NumPy exercise."""
    return _measured("exercise1", 41)


def watch_keras() -> Measured:
    """A Keras exercise; TensorFlow is imported once, before the first save."""
    return _measured("exercise5", 7)


INSIDE: dict[str, Callable[[], Measured]] = {"watch": watch_numpy, "watch-keras": watch_keras}
