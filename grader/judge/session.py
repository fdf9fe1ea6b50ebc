"""Pytest as a library: started once, collected once; then `Judge.grade` runs the collected checks for each submission."""

from __future__ import annotations

import contextlib
import os
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

import pytest

from grader.course import Course, Exercise
from grader.errors import CourseError, EngineError
from grader.judge.bench import Bench
from grader.judge.grading import Judge
from grader.language import _
from grader.worker.loading import share

T = TypeVar("T")
_INI = Path(__file__).with_name("pytest.ini")
# Of no use to a check, and four fifths of what pytest does between its import and the first check.
_PLUGINS_OFF = (
    *("cacheprovider", "terminal", "junitxml", "pastebin", "setuponly", "setupplan", "stepwise", "doctest"),
    *("unittest", "faulthandler", "logging", "debugging", "capture", "warnings", "skipping", "tmpdir"),
    *("monkeypatch", "recwarn", "legacypath", "threadexception", "unraisableexception", "subtests"),
)


def convene(course: Course, exercises: Iterable[Exercise], body: Callable[[Judge], T]) -> T:
    """Collect the checks of these exercises and run `body` with the judge; its value is the value.

    Raises `CourseError` where a check file cannot be collected.
    """
    wanted = tuple(exercises)
    share(course.shared_paths())
    session = _Session(course, wanted, body)
    with _closed_environment():
        status = pytest.main([*_arguments(course), *map(str, _check_files(course, wanted))], plugins=[session])
    return session.outcome(status)


def _check_files(course: Course, exercises: Iterable[Exercise]) -> list[Path]:
    files = [course.checks_of(exercise) for exercise in exercises]
    for path in files:
        if not path.is_file():
            raise CourseError(_("The hidden checks are missing: {path}.").format(path=path))
    return files


def _arguments(course: Course) -> list[str]:
    off = [word for name in _PLUGINS_OFF for word in ("-p", f"no:{name}")]
    rootdir = course.solutions / "checks"
    return ["--noconftest", "--assert=plain", "--import-mode=importlib", f"-c{_INI}", f"--rootdir={rootdir}", *off]


@contextlib.contextmanager
def _closed_environment() -> Iterator[None]:
    """No plugin and no option comes in from outside."""
    ours = {"PYTEST_ADDOPTS": None, "PYTEST_PLUGINS": None, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    saved = {name: os.environ.get(name) for name in ours}
    _set_environment(ours)
    try:
        yield
    finally:
        _set_environment(saved)


def _set_environment(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


class _Session(Bench, Generic[T]):
    """Our plugin: it takes over the loop that would run every collected check once."""

    def __init__(self, course: Course, exercises: tuple[Exercise, ...], body: Callable[[Judge], T]) -> None:
        super().__init__()
        self._course = course
        self._exercises = exercises
        self._body = body
        self._broken: list[str] = []
        self._faults: dict[str, str] = {}
        self._value: list[T] = []
        self._error: BaseException | None = None

    def outcome(self, status: int | pytest.ExitCode) -> T:
        """The body's value, or what stopped it."""
        if self._error is not None:
            raise self._error
        if self._broken:
            again = " ".join(["grade verify", *(exercise.id for exercise in self._exercises)])
            told = _("The hidden checks cannot be loaded:") + "\n" + "\n".join(self._broken)
            raise CourseError(told, next_command=again)
        if status == pytest.ExitCode.INTERRUPTED:
            raise KeyboardInterrupt
        if not self._value:
            raise EngineError(
                _("The checks could not be run: pytest ended with status {status}.").format(status=int(status))
            )
        return self._value[0]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A check file that cannot be imported is the author's to mend."""
        if report.failed:
            self._broken.append(self._faults.get(report.nodeid) or str(report.longrepr))

    def pytest_exception_interact(
        self, node: pytest.Item | pytest.Collector, call: pytest.CallInfo[Any], report: object
    ) -> None:
        """Where in the check file collecting failed, and why; pytest's own words are a traceback."""
        if call.excinfo is not None and isinstance(node, pytest.Collector):
            self._faults[node.nodeid] = _fault(node.path, call.excinfo.value)

    def pytest_runtestloop(self, session: pytest.Session) -> object:
        """Hand the judge to the body; what it raises is raised again outside of pytest."""
        if self._broken:
            return True
        try:
            judge = Judge(self, self._course, self._exercises, _checks_by_file(session.items))
            self._value.append(self._body(judge))
        except BaseException as error:  # noqa: BLE001 - raised again by `outcome`
            self._error = error
        return True


def _fault(path: Path, error: BaseException) -> str:
    cause = error.__cause__ if isinstance(error, pytest.Collector.CollectError) and error.__cause__ else error
    if isinstance(cause, SyntaxError):
        return f"{cause.filename}:{cause.lineno}: {cause.msg}."
    lines = [line.lineno for line in traceback.extract_tb(cause.__traceback__) if line.filename == str(path)]
    return f"{path}{f':{lines[-1]}' if lines else ''}: {type(cause).__name__}: {cause}."


def _checks_by_file(items: Iterable[pytest.Item]) -> dict[str, list[Any]]:
    checks: dict[str, list[Any]] = {}
    for item in items:
        checks.setdefault(item.path.stem, []).append(item)
    return checks
