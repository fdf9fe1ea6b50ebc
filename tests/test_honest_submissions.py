"""Right submissions that look like nobody's reference: full marks and not a word, whatever the seed."""

from pathlib import Path

import pytest
from helpers.grading import diagnoses, reports_of

FOLDER = Path(__file__).with_name("honest")
NUMPY = ("exercise1", "exercise2", "exercise3", "exercise4", "exercise9", "exercise10")
SEEDS = (0, 1, 2)
KERAS_QUICK = ("book_era_names", "functional_api", "input_shape_on_the_layer", "subclass", "train_on_batch")


def _paths(exercise):
    return tuple(sorted((FOLDER / exercise).glob("*.py")))


def _parameters(*exercises, only=None):
    paths = [path for name in exercises for path in _paths(name) if only is None or path.stem in only]
    return [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in paths]


@pytest.mark.parametrize("path", _parameters(*NUMPY))
def test_an_honest_numpy_submission_gets_full_marks(path):
    exercise = path.parent.name
    reports = reports_of(exercise, _paths(exercise), SEEDS)
    for seed in SEEDS:
        _assert_full_marks(reports[path, seed])


@pytest.mark.parametrize("path", _parameters("exercise5", only=KERAS_QUICK))
def test_an_honest_keras_submission_gets_full_marks(path):
    paths = tuple(path for path in _paths("exercise5") if path.stem in KERAS_QUICK)
    _assert_full_marks(reports_of("exercise5", paths)[path, 0])


def _assert_full_marks(report):
    lost = [f"{check.title}: {check.message}" for check in report.checks if check.points < check.max_points]
    assert lost == []
    assert report.reason is None
    assert report.points == report.max_points
    assert diagnoses(report) == {}
