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


def _saves(exercise: Exercise, file: Path, texts: tuple[str, str], times: int) -> list[float]:
    """Seconds from each save to the frame with its answer; the two texts in turn, so that every save is news."""
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = ["-m", "grader", "watch", exercise.id]
    size = (24, 80)
    child = pexpect.spawn(sys.executable, command, cwd=file.parent.parent, env=environment, dimensions=size, timeout=300)
    child.expect_exact(_AT_REST)
    taken = []
    for number in range(times):
        time.sleep(0.5)  # nobody saves more often; and the frame that comes is that of this save
        begun = time.perf_counter()
        file.write_text(texts[number % 2])
        child.expect_exact(_AT_REST)
        taken.append(time.perf_counter() - begun)
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    return taken


def _gradings(exercise: Exercise, file: Path, texts: tuple[str, str], times: int) -> list[float]:
    """Seconds for the same gradings alone, everything as warm."""

    def body(judge: Judge) -> list[float]:
        warm, taken = Warm(judge, forkservers, 1), []
        for number in range(times):
            file.write_text(texts[number % 2])
            begun = time.perf_counter()
            warm.begin(exercise, file, file)
            warm.finish()
            taken.append(time.perf_counter() - begun)
        return taken

    with Forkservers(COURSE) as forkservers:
        forkservers.walls(exercise)
        return convene(COURSE, COURSE.exercises, body)


def _measured(name: str, times: int) -> Measured:
    exercise = COURSE.exercise(name)
    right = (COURSE.solutions / exercise.file).read_text(encoding="utf-8")
    texts = (right, right + "\n# and a line more\n")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(COURSE.stubs, Path(folder) / "exercises")
        file = Path(folder) / "exercises" / exercise.file
        pairs = list(zip(_saves(exercise, file, texts, times), _gradings(exercise, file, texts, times), strict=True))[1:]
    detail = "{:.0f} ms ÷ {:.0f} ms, {} pairs".format(*(statistics.median(p[i] for p in pairs) * 1000 for i in (0, 1)), len(pairs))
    return f"save → answer in grade watch {name} ÷ the warm grading alone", 1.5, sorted(a / b for a, b in pairs), detail


def watch_numpy() -> Measured:
    """A NumPy exercise."""
    return _measured("exercise1", 16)


def watch_keras() -> Measured:
    """A Keras exercise; TensorFlow is imported once, before the first save."""
    return _measured("exercise5", 7)


INSIDE: dict[str, Callable[[], Measured]] = {"watch": watch_numpy, "watch-keras": watch_keras}
