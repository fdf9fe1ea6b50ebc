"""Run one collected check: the fixtures that it names, and the exception, if any, that it ended with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from _pytest.runner import runtestprotocol

from grader.learner import Learner


@dataclass
class Case:
    """What the fixtures hand out while one check runs."""

    learner: Learner
    reference: Any
    numbers: Sequence[int]  # the seed of this check's generator, which half of the checks never ask for
    settings: Mapping[str, object]


class Bench:
    """The pytest plugin's fixtures and hooks that concern a single check."""

    def __init__(self) -> None:
        self._case: Case | None = None
        self._raised: BaseException | None = None

    def run(self, check: pytest.Item, case: Case) -> BaseException | None:
        """Run one check; what it raised, or None."""
        self._case, self._raised = case, None
        try:
            runtestprotocol(check, log=False, nextitem=None)
        finally:
            self._case = None
        return self._raised

    @pytest.fixture
    def learner(self) -> Learner:
        """The submission in its worker."""
        return self._present().learner

    @pytest.fixture
    def reference(self) -> ModuleType:
        """The reference solution, imported when the first check asks for it."""
        return self._present().reference()  # type: ignore[no-any-return]

    @pytest.fixture
    def rng(self) -> np.random.Generator:
        """The generator of this check, from the seed and the check's id."""
        return np.random.default_rng(self._present().numbers)

    @pytest.fixture
    def settings(self) -> Mapping[str, object]:
        """The exercise's `settings` in assignments.yaml."""
        return self._present().settings

    def _present(self) -> Case:
        assert self._case is not None, "a fixture was asked for outside of a check"
        return self._case

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Keep the exception itself; pytest's own report of it, with its traceback, costs 5 ms and is never shown."""
        if call.excinfo is not None and self._raised is None:
            self._raised = call.excinfo.value
        outcome = "passed" if call.excinfo is None else "failed"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when)  # type: ignore[arg-type]
