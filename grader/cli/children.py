"""Verify several exercises at once, each in a `grade verify` of its own: as many as there are processors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

from grader.course import Course, Exercise
from grader.errors import CourseError
from grader.language import _, language
from grader.verify.findings import Verification

_ROOT = Path(__file__).resolve().parent.parent.parent
# The engine that runs now, wherever it was started from, and no library beside the learner's files before the real one.
_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from grader.__main__ import main; main()"


def own_command(*words: str) -> list[str]:
    """The command line of another `grade` like this one."""
    return [sys.executable, "-P", "-c", _START, str(_ROOT), *words]


def verify_in_children(
    course: Course, exercises: list[Exercise], seed: int, sample: int | None, advance: Callable[[str], None]
) -> list[Verification]:
    """What the children found, in the order of the exercises. Raises `CourseError` with the words of one that failed."""
    children = Children(course, seed, sample, advance)
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        try:
            begun = _longest_first(course, exercises)
            found = dict(zip(begun, pool.map(children.verify, begun), strict=True))
        except BaseException:
            children.stop()
            raise
    return [found[exercise] for exercise in exercises]


def _longest_first(course: Course, exercises: list[Exercise]) -> list[Exercise]:
    """What trains takes longest, then what has many mistakes: begun last, it would be the one that all wait for."""

    def effort(exercise: Exercise) -> tuple[bool, int]:
        bank = course.mistakes_of(exercise)
        return exercise.needs == "tensorflow", bank.stat().st_size if bank.is_file() else 0

    return sorted(exercises, key=effort, reverse=True)


class Children:
    """The running children of one command."""

    def __init__(self, course: Course, seed: int, sample: int | None, advance: Callable[[str], None]) -> None:
        self._words = ["--json", "--lang", language(), "--seed", str(seed), "--course", str(course.folder)]
        self._words += [] if sample is None else ["--sample", str(sample)]
        self._advance = advance
        self._running: list[subprocess.Popen[bytes]] = []
        self._stopped = False
        self._lock = threading.Lock()

    def verify(self, exercise: Exercise) -> Verification:
        """Run one child to its end; every byte on its pipe is a submission graded."""
        reader, writer = os.pipe()
        with os.fdopen(reader, "rb", buffering=0) as ticks:
            try:
                child = self._start(exercise, writer)
            finally:
                os.close(writer)
            listener = threading.Thread(target=self._listen, args=(ticks, exercise.id))
            listener.start()
            out, err = child.communicate()
            listener.join()
        if child.returncode not in (0, 1):
            raise CourseError(
                err.decode("utf-8", "replace").strip()
                or _("Verifying {exercise} was stopped.").format(exercise=exercise.id)
            )
        (found,) = json.loads(out)
        return Verification.from_dict(found)

    def _listen(self, ticks: BinaryIO, exercise: str) -> None:
        while ticks.read(1):
            self._advance(exercise)

    def stop(self) -> None:
        """End them, and start no more."""
        with self._lock:
            self._stopped = True
            for child in self._running:
                child.terminate()

    def _start(self, exercise: Exercise, writer: int) -> subprocess.Popen[bytes]:
        words = ["verify", exercise.id, *self._words, "--ticks", str(writer)]
        with self._lock:  # or one that starts at this moment would be missed by `stop`, and waited for
            if self._stopped:
                raise CourseError(_("Interrupted."))
            child = subprocess.Popen(
                own_command(*words),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[writer],
            )
            self._running.append(child)
        return child
