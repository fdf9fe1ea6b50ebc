"""The diagnosis of whole submissions, through the real judge and a real worker: a name, true words, or silence."""

from contextlib import closing
from dataclasses import replace

import pytest

from grader.course import find_course, load_course
from grader.diagnose import diagnose
from grader.judge import convene
from grader.learner import Forkservers, Learner
from grader.results import Isolation, Outcome
from grader.submission import Submission

COURSE = load_course(find_course())
RIGHT = {
    "exercise1": """
import numpy as np
def step_function(x): return np.array(np.asarray(x) > 0, dtype=int)
def sigmoid(x): return 0.5 * (1 + np.tanh(0.5 * np.asarray(x, dtype=float)))
def relu(x): return np.maximum(0, x)
def softmax(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
""",
    "exercise3": """
import numpy as np
def identity_function(x): return x
def init_network():
    n = {}
    n["W1"] = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]); n["b1"] = np.array([0.1, 0.2, 0.3])
    n["W2"] = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]); n["b2"] = np.array([0.1, 0.2])
    n["W3"] = np.array([[0.1, 0.3], [0.2, 0.4]]); n["b3"] = np.array([0.1, 0.2])
    return n
def sigmoid(x): return 1 / (1 + np.exp(-x))
def forward(network, x):
    z1 = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    z2 = sigmoid(np.dot(z1, network["W2"]) + network["b2"])
    return identity_function(np.dot(z2, network["W3"]) + network["b3"])
""",
}


@pytest.fixture(scope="module")
def grade():
    """`grade(exercise, code)`: the report of the right solution with this code behind it."""
    exercises = [COURSE.exercise(name) for name in RIGHT]
    # A judge lives inside `convene`; every submission of this module passes through one loop of it.
    with Forkservers(COURSE) as forkservers:

        def report(name, code):
            exercise = COURSE.exercise(name)
            exercise = replace(exercise, limits=replace(exercise.limits, call_seconds=0.5))

            def body(judge):
                submission = Submission(exercise.file, RIGHT[name] + code, "")
                with closing(Learner(forkservers.of(exercise), exercise, submission)) as learner:
                    return judge.grade(exercise, learner, 3, Isolation.FULL, diagnose)

            return convene(COURSE, [e for e in exercises if e.id == name], body)

        yield report


def diagnoses(report):
    return {check.diagnosis.id for check in report.checks if check.diagnosis}


def test_right_solutions_get_full_marks_and_no_diagnosis(grade):
    for name in RIGHT:
        report = grade(name, "")
        assert report.points == report.max_points == 20
        assert diagnoses(report) == set()


def test_the_softmax_of_the_book_is_told_its_axis(grade):
    report = grade(
        "exercise1", "\ndef softmax(a):\n    c = np.max(a)\n    exp_a = np.exp(a - c)\n    return exp_a / np.sum(exp_a)\n"
    )
    wrong = [check for check in report.checks if check.outcome is Outcome.FAILED]
    assert [check.id for check in wrong] == ["check_softmax_batch"]
    assert wrong[0].diagnosis.id == "softmax_sums_whole_batch"
    assert "axis=-1, keepdims=True" in wrong[0].diagnosis.text
    assert wrong[0].call.startswith("softmax(np.array([[")
    assert "shape (" in wrong[0].got


def test_two_wrong_functions_get_a_name_each(grade):
    report = grade("exercise1", "\nrelu = np.abs\ndef step_function(x): return np.array(np.asarray(x) >= 0, dtype=int)\n")
    by_function = {check.function: check.diagnosis.id for check in report.checks if check.diagnosis}
    assert set(by_function) == {"relu", "step_function"}
    assert all(not name.startswith("generic:") for name in by_function.values())


def test_an_unknown_mistake_gets_words_that_are_true(grade):
    report = grade("exercise1", "\ndef sigmoid(x): return 3.5 * 0.5 * (1 + np.tanh(0.5 * np.asarray(x, dtype=float)))\n")
    (diagnosis,) = {check.diagnosis for check in report.checks if check.diagnosis}
    assert diagnosis.id == "generic:scaled"
    assert "3.5 times what was expected" in diagnosis.text


@pytest.mark.parametrize(
    "code",
    [
        "def relu(x): return np.random.rand(*np.shape(x))",  # the same only because it is reseeded
        "import itertools\nturn = itertools.count()\ndef relu(x): return np.abs(x) if next(turn) % 2 else np.minimum(0, x)",
        "import itertools\nturn = itertools.count()\ndef relu(x):\n    if next(turn) % 2: raise ValueError('now and then')\n"
        "    return np.abs(x)",
        "import time\ndef relu(x): time.sleep(2); return np.abs(x)",
        "import os\ndef relu(x): os._exit(0)",
    ],
    ids=["random", "alternating", "raising now and then", "slow", "exiting"],
)
def test_a_function_that_has_no_single_mistake_is_not_named(grade, code):
    report = grade("exercise1", f"\n{code}\n")
    assert report.points < 20
    assert all(name.startswith("generic:") for name in diagnoses(report))


def test_an_exception_brings_the_way_of_the_shapes(grade):
    code = '\n_right = forward\ndef forward(network, x):\n    return sigmoid(x @ network["W1"] + network["b1"]) @ network["W3"]\n'
    report = grade("exercise3", code)
    (check,) = [check for check in report.checks if check.outcome is Outcome.RAISED]
    assert "x (2,) · W1 (2, 3) + b1 (3,) → a1 (3,)" in check.message
    assert "z1 (3,) · W3 (2, 2)" in check.message
    assert "✗ the inner sizes must be equal, but they are 3 and 2" in check.message


def test_a_wrong_way_without_an_exception_is_marked_where_it_leaves_the_right_one(grade):
    code = (
        "\ndef forward(network, x):\n"
        '    a1 = np.dot(x, network["W1"]) + network["b1"]\n'
        '    z2 = sigmoid(np.dot(a1, network["W2"]) + network["b2"])\n'
        '    return np.dot(z2, network["W3"]) + network["b3"]\n'
    )
    report = grade("exercise3", code)
    (check,) = [check for check in report.checks if check.outcome is Outcome.FAILED]
    assert "a1 (3,) · W2 (3, 2)" in check.message
    assert "✗ expected here: z1 (3,) · W2 (3, 2)" in check.message
