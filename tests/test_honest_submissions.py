"""Right submissions that look like nobody's reference: full marks and not a word, whatever the seed."""

import os
from pathlib import Path

import pytest
from helpers.grading import diagnoses, reports_of

FOLDER = Path(__file__).with_name("honest")
NUMPY = ("exercise1", "exercise2", "exercise3", "exercise4", "exercise8", "exercise9", "exercise10")
SEEDS = (0, 1, 2)
# TensorFlow takes seconds for each; `ALL_SUBMISSIONS=1 pytest` grades the others too.
KERAS = ("exercise5", "exercise6", "exercise7")
KERAS_QUICK = (
    *("book_era_names", "functional_api", "input_shape_on_the_layer", "subclass", "train_on_batch"),
    *("korean_and_persistent", "class_of_a_line", "tensorflow_names"),
)


def _paths(exercise):
    paths = sorted((FOLDER / exercise).glob("*.py"))
    if exercise in NUMPY or os.environ.get("ALL_SUBMISSIONS"):
        return tuple(paths)
    return tuple(path for path in paths if path.stem in KERAS_QUICK)


def _parameters(*exercises):
    paths = [path for name in exercises for path in _paths(name)]
    return [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in paths]


@pytest.mark.parametrize("path", _parameters(*NUMPY))
def test_an_honest_numpy_submission_gets_full_marks(path):
    exercise = path.parent.name
    reports = reports_of(exercise, _paths(exercise), SEEDS)
    for seed in SEEDS:
        _assert_full_marks(reports[path, seed])


@pytest.mark.parametrize("path", _parameters(*KERAS))
def test_an_honest_keras_submission_gets_full_marks(path):
    exercise = path.parent.name
    _assert_full_marks(reports_of(exercise, _paths(exercise))[path, 0])


def _assert_full_marks(report):
    lost = [f"{check.title}: {check.message}" for check in report.checks if check.points < check.max_points]
    assert lost == []
    assert report.reason is None
    assert report.points == report.max_points
    assert diagnoses(report) == {}
