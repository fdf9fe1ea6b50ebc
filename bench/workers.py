"""What a worker costs: behind walls and without, forked from the warm forkserver and started cold; and what a diagnosis adds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from grader.confine import WALLS
from grader.course import find_course, load_course
from grader.diagnose import diagnose
from grader.judge import Judge, convene
from grader.learner import Forkservers, Learner
from grader.results import Isolation
from grader.submission import Submission, read_submission

COURSE = load_course(find_course())
EXERCISE = COURSE.exercise("exercise1")
SUBMISSION = read_submission(COURSE.solutions / EXERCISE.file, EXERCISE.file)
QUESTION = np.array([-1.0, 0.0, 2.0])
Measured = tuple[str, float, list[float], str]


def _one_worker(forkservers: Forkservers) -> float:
    begun = time.perf_counter()
    learner = Learner(forkservers.of(EXERCISE), EXERCISE, SUBMISSION).start()
    learner.relu(QUESTION)
    learner.close()
    return time.perf_counter() - begun


def _cold_worker() -> float:
    begun = time.perf_counter()
    with Forkservers(COURSE) as forkservers:
        learner = Learner(forkservers.of(EXERCISE), EXERCISE, SUBMISSION).start()
        learner.relu(QUESTION)
        learner.close()
    return time.perf_counter() - begun


def walls() -> Measured:
    """What the walls add to one worker, in units of 5 ms."""
    with Forkservers(COURSE) as confined, Forkservers(COURSE, without=WALLS) as bare:
        pairs = [(_one_worker(confined), _one_worker(bare)) for _ in range(60)][10:]
    added = [a - b for a, b in pairs]
    detail = f"median {statistics.median(added) * 1000:.2f} ms a worker, 50 pairs"
    return "milliseconds that the walls add to a worker ÷ 5 ms", 1.0, sorted(x / 0.005 for x in added), detail


def warm() -> Measured:
    """A worker from the warm forkserver, one call answered, against a cold one."""
    with Forkservers(COURSE) as forkservers:
        _one_worker(forkservers)
        pairs = [(_one_worker(forkservers), _cold_worker()) for _ in range(15)]
    detail = "{:.1f} ms ÷ {:.1f} ms, 15 pairs".format(*(statistics.median(p[i] for p in pairs) * 1000 for i in (0, 1)))
    return "warm worker with a call answered ÷ cold one", 0.25, sorted(a / b for a, b in pairs), detail


_BOOK = '''
import numpy as np
def step_function(x): return np.array(x > 0, dtype=int)
def sigmoid(x): return 1 / (1 + np.exp(-x))
def relu(x): return np.maximum(0, x)
def softmax(a):
    e = np.exp(a - np.max(a))
    return e / np.sum(e)
'''


def diagnosis() -> Measured:
    """What naming the mistake adds to grading a file that fails, as the command does it: bank loaded, nothing kept."""
    from grader.diagnose import flow

    submission = Submission(EXERCISE.file, _BOOK, "")

    def seconds(judge: Judge, forkservers: Forkservers, name: Callable[..., object] | None) -> float:
        flow._bank.cache_clear()
        flow._replay.cache_clear()
        learner = Learner(forkservers.of(EXERCISE), EXERCISE, submission).start()
        begun = time.perf_counter()
        judge.grade(EXERCISE, learner, 1, Isolation.FULL, name)  # type: ignore[arg-type]
        taken = time.perf_counter() - begun
        learner.close()
        return taken

    def body(judge: Judge) -> list[tuple[float, float]]:
        with Forkservers(COURSE) as forkservers:
            return [(seconds(judge, forkservers, diagnose), seconds(judge, forkservers, None)) for _ in range(20)]

    pairs = convene(COURSE, [EXERCISE], body)[2:]
    whole = _whole_command()
    added = sorted((a - b) / whole for a, b in pairs)
    detail = f"{statistics.median(a - b for a, b in pairs) * 1000:.0f} ms of {whole * 1000:.0f} ms"
    return "time that the diagnosis adds ÷ time of grading a failing exercise1", 0.5, added, detail


def _whole_command() -> float:
    import subprocess
    import sys
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / EXERCISE.file
        path.write_text(_BOOK)
        taken = []
        for _ in range(5):
            begun = time.perf_counter()
            subprocess.run([sys.executable, "-m", "grader", "1", "--file", str(path)], capture_output=True, check=False)
            taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


INSIDE: dict[str, Callable[[], Measured]] = {"walls": walls, "warm": warm, "diagnosis": diagnosis}
