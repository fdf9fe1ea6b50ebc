"""The checks with the learner's module imported in the same process: no worker, no walls. What the benchmarks compare with.

Never used to grade: code in this process could do anything to its verdict.
"""

from __future__ import annotations

import copy
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from grader.course import Exercise, find_course, load_course
from grader.worker import facts as facts_of
from grader.worker.loading import share

COURSE = load_course(find_course())
share(COURSE.shared_paths())


class Done:
    """One call, as far as the checks ask about it."""

    def __init__(self, function: str, changed: Any, value: Any) -> None:
        self.function = function
        self.changed = changed
        self.value = value
        self.op = "call"


class InProcess:
    """Stands where the checks expect a learner."""

    def __init__(self, exercise: Exercise, path: Path) -> None:
        self._exercise = exercise
        self._module = load(path, "submission")
        self.calls: list[Done] = []

    def __getattr__(self, name: str) -> Any:
        function = getattr(self._module, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            before = copy.deepcopy([a for a in args if isinstance(a, np.ndarray)])
            value = function(*args, **kwargs)
            after = [a for a in args if isinstance(a, np.ndarray)]
            changed = any(not np.array_equal(a, b) for a, b in zip(before, after, strict=True))
            self.calls.append(Done(name, True if changed else None, value))
            return value

        return call

    @contextmanager
    def watching(self, *names: str) -> Iterator[list[Any]]:
        """The shapes of the calls to these functions of the module."""
        seen: list[Any] = []
        originals = {name: getattr(self._module, name) for name in names}
        for name, function in originals.items():
            setattr(self._module, name, _noting(function, seen))
        try:
            yield seen
        finally:
            for name, function in originals.items():
                setattr(self._module, name, function)

    def facts(self, value: Any) -> Any:
        """As `grader.learner.Learner.facts`, of the object itself."""
        return facts_of.describe(value)

    def set_weights(self, model: Any, weights: list[Any]) -> None:
        """As `grader.learner.Learner.set_weights`."""
        model.set_weights(weights)


def _noting(function: Any, seen: list[Any]) -> Any:
    def noted(*args: Any) -> Any:
        seen.append(tuple(a.shape if isinstance(a, np.ndarray) else None for a in args))
        return function(*args)

    return noted


def load(path: Path, name: str) -> ModuleType:
    """The module in a file."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def run_checks(exercise: Exercise) -> None:
    """Every check of an exercise on the reference solution, without pytest: its imports and the work that the checks ask for."""
    import inspect

    import grader.checks

    learner = InProcess(exercise, COURSE.solutions / exercise.file)
    grader.checks.__dict__["Remote"] = object  # facts() asks for a handle; here the object itself goes in
    checks = load(COURSE.checks_of(exercise), "checks")
    for name, value in list(vars(grader.checks).items()):
        if name in ("facts", "set_weights") and hasattr(checks, name):
            setattr(checks, name, getattr(learner, name))
            assert callable(value)
    given = {
        "learner": learner,
        "reference": learner._module,
        "settings": exercise.settings,
        "rng": np.random.default_rng(0),
    }
    for name, check in list(vars(checks).items()):
        if name.startswith("check_"):
            check(**{word: given[word] for word in inspect.signature(check).parameters})


if __name__ == "__main__":
    run_checks(COURSE.exercise(sys.argv[1]))
