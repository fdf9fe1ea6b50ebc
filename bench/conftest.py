"""Fixtures for the bare `pytest -q` that `ratios.py` compares with: the learner's module in the same process."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from bench.in_process import COURSE, InProcess, load

_EXERCISE = COURSE.exercise(os.environ.get("BENCH_EXERCISE", "exercise1"))


@pytest.fixture
def learner() -> InProcess:
    return InProcess(_EXERCISE, Path(os.environ.get("BENCH_FILE", COURSE.solutions / _EXERCISE.file)))


@pytest.fixture
def reference() -> object:
    return load(COURSE.solutions / _EXERCISE.file, "reference")


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


@pytest.fixture
def settings() -> object:
    return _EXERCISE.settings
