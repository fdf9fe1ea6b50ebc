"""What the manifest's `preload` imports before the walls are up, and the generators that checks make in the worker."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from grader.checks import make
from grader.course import load_course
from grader.errors import EngineError
from grader.learner import Forkservers, Learner, LearnerLost, LearnerRaised
from grader.submission import Submission

ROOT = Path(__file__).resolve().parents[1]
SOURCE = """
import sys

def diagnose(history):
    return [name in sys.modules for name in history["modules"]]

def plot_history(history):
    import matplotlib.pyplot as plt
    figure, axes = plt.subplots()
    axes.plot([1, 2], label="a")
    axes.legend()
    figure.tight_layout()
    return figure

def dropout(x, rate, rng):
    return rng.random(x.shape)
"""


@pytest.fixture(scope="module")
def course():
    return load_course(ROOT)


@pytest.fixture(scope="module")
def forkservers(course):
    with Forkservers(course) as forkservers:
        yield forkservers


@pytest.fixture
def learner(course, forkservers):
    exercise = course.exercise("exercise9")
    submission = Submission(exercise.file, SOURCE, "")
    with closing(Learner(forkservers.of(exercise), exercise, submission).start()) as learner:
        yield learner


def test_preloaded_modules_are_there_before_the_learner_asks(learner):
    assert learner.diagnose({"modules": ["matplotlib.pyplot", "PIL.Image", "tensorflow", "pytest"]})[::2] == [
        True,
        False,
    ]


def test_matplotlib_draws_behind_the_walls(learner):
    assert repr(learner.plot_history({})) == "<matplotlib.figure.Figure>"


def test_exercises_with_the_same_imports_share_a_forkserver(course, forkservers):
    nine = course.exercise("exercise9")
    assert forkservers.of(nine) is forkservers.of(replace(nine, id="another"))
    assert forkservers.of(nine) is not forkservers.of(replace(nine, preload=()))


def test_module_that_is_not_installed_is_named_with_its_package(course):
    exercise = replace(course.exercise("exercise9"), preload=("PIL.NoSuchModule",))
    with Forkservers(course) as forkservers:
        worker = forkservers.of(exercise).spawn(exercise.limits)
        with closing(worker.line), pytest.raises(EngineError, match=r"PIL\.NoSuchModule cannot be imported") as error:
            worker.attach()
    assert error.value.next_command == "pip install pillow"


def test_generator_of_a_check_has_its_seed(learner):
    x = np.zeros((2, 3))
    for seed in (0, 7):
        drawn = learner.dropout(x, 0.5, make(learner, "np.random.Generator", seed))
        assert (drawn == np.random.default_rng(seed).random(x.shape)).all()


def test_generator_goes_on_from_call_to_call(learner):
    generator = make(learner, "np.random.Generator", 3)
    one, other = (learner.dropout(np.zeros(4), 0.5, generator) for _ in range(2))
    assert (np.concatenate([one, other]) == np.random.default_rng(3).random(8)).all()


def test_an_object_lasts_as_long_as_its_check(learner):
    x = np.zeros(4)
    learner.begin("check_one", 1)
    old = make(learner, "np.random.Generator", 3)
    learner.dropout(x, 0.5, old)
    learner.begin("check_two", 2)
    new = make(learner, "np.random.Generator", 3)
    assert (learner.dropout(x, 0.5, new) == np.random.default_rng(3).random(4)).all()
    with pytest.raises(LearnerRaised, match="KeyError"):  # and it never stands for another object
        learner.dropout(x, 0.5, old)


def test_what_is_counted_towards_the_limits_can_begin_anew(course, forkservers):
    nine = course.exercise("exercise9")
    exercise = replace(nine, limits=replace(nine.limits, memory_mb=64))
    submission = Submission(exercise.file, SOURCE, "")
    x = np.zeros((1000, 1000))  # 8 MB an answer, of which 32 MiB are allowed
    with closing(Learner(forkservers.of(exercise), exercise, submission).start()) as learner:
        generator = make(learner, "np.random.Generator", 0)
        for _ in range(8):
            learner.forget()
            learner.dropout(x, 0.5, generator)
        for _ in range(3):
            learner.dropout(x, 0.5, generator)
        with pytest.raises(LearnerLost, match="its answers together were larger than"):
            learner.dropout(x, 0.5, generator)
