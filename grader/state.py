"""What a working copy remembers: the last grading of each exercise, the hints shown, the current exercise.

One small JSON file beside `exercises/`. Marks never come from it: each is graded anew. So a file that is damaged, huge, a link or
missing is simply no state, and costs a re-run. A file from a newer version is left alone.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from grader.errors import GraderError, SubmissionError
from grader.files import write_whole
from grader.language import _
from grader.results import Outcome, Report, Verdict
from grader.submission import read_regular

FILE = ".neuralings.json"
VERSION = 1


class StateError(GraderError):
    """What was to be remembered could not be written down. Nothing else has failed."""


@dataclass(frozen=True, slots=True)
class Graded:
    """The last grading of one exercise: of which bytes, the points, and the functions that did not pass all their checks."""

    sha256: str
    points: float
    max_points: float
    done: bool
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """All that is remembered. `hints` counts those shown, by exercise and function."""

    current: str | None = None
    graded: Mapping[str, Graded] = field(default_factory=dict)
    hints: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def with_report(self, report: Report, sha256: str) -> State:
        """The same, knowing of a grading of these bytes; its exercise is the current one."""
        unsolved = (check.function for check in report.checks if check.outcome is not Outcome.PASSED)
        done = report.outcome is Verdict.PASSED
        graded = Graded(sha256, float(report.points), float(report.max_points), done, tuple(dict.fromkeys(unsolved)))
        return replace(self, current=report.exercise, graded={**self.graded, report.exercise: graded})

    def with_hint(self, exercise: str, function: str, shown: int) -> State:
        """The same, with so many hints shown."""
        return replace(self, hints={**self.hints, exercise: {**self.hints.get(exercise, {}), function: shown}})

    def with_current(self, exercise: str) -> State:
        """The same, with another current exercise."""
        return replace(self, current=exercise)

    def without(self, exercise: str) -> State:
        """The same, with nothing known of one exercise."""
        graded = {key: value for key, value in self.graded.items() if key != exercise}
        hints = {key: value for key, value in self.hints.items() if key != exercise}
        return replace(self, graded=graded, hints=hints)


def state_file(exercises: Path) -> Path:
    """Where the state of the working copy with this `exercises/` folder lies."""
    return exercises.parent / FILE


def read_state(exercises: Path) -> State:
    """What is remembered; nothing where there is no readable state of our version."""
    try:
        data = read_regular(state_file(exercises))
    except SubmissionError:
        return State()
    return decode(data) or State()


def change_state(exercises: Path, change: Callable[[State], State]) -> None:
    """Remember something more. Raises `StateError` where that cannot be written."""
    path = state_file(exercises)
    try:
        data = read_regular(path)
    except SubmissionError:
        data = b""
    if is_newer(data):
        sentence = _("{path} was written by a newer version of grade. It is left as it is, and nothing new is noted there.")
        raise StateError(sentence.format(path=path))
    old = decode(data) or State()
    new = change(old)
    if new == old and data:
        return
    try:
        write_whole(path, encode(new))
    except OSError as error:
        why = error.strerror or type(error).__name__
        sentence = _("Your progress cannot be noted in {path}: {why}. All else works.")
        raise StateError(sentence.format(path=path, why=why)) from error


def encode(state: State) -> bytes:
    """The file's content."""
    graded = {
        key: {"sha256": one.sha256, "points": one.points, "max_points": one.max_points, "done": one.done, "open": one.open}
        for key, one in state.graded.items()
    }
    document = {
        "about": "What grade remembers of this folder. Your marks do not come from here; delete it, and all is graded anew.",
        "version": VERSION,
        "current": state.current,
        "graded": graded,
        "hints": {key: dict(shown) for key, shown in state.hints.items()},
    }
    return json.dumps(document, indent=1).encode("ascii") + b"\n"


def decode(data: bytes) -> State | None:
    """The state in these bytes; None where they are no state of our version."""
    document = _document(data)
    if document is None or document.get("version") != VERSION or type(document["version"]) is not int:
        return None
    try:
        graded = {key: _graded(value) for key, value in _table(document["graded"]).items()}
        hints = {key: {f: _count(n) for f, n in _table(shown).items()} for key, shown in _table(document["hints"]).items()}
        current = None if document["current"] is None else _text(document["current"])
    except (KeyError, TypeError, ValueError):
        return None
    return State(current, graded, hints)


def is_newer(data: bytes) -> bool:
    """Whether these bytes are the state of a version that we do not know yet."""
    version = (_document(data) or {}).get("version")
    return type(version) is int and version > VERSION


def _document(data: bytes) -> dict[str, Any] | None:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return document if type(document) is dict else None


def _graded(value: object) -> Graded:
    table = _table(value)
    done, names = table["done"], table["open"]
    if type(done) is not bool or type(names) is not list:
        raise TypeError("not a grading")
    points, most = _points(table["points"]), _points(table["max_points"])
    return Graded(_text(table["sha256"]), points, most, done, tuple(_text(name) for name in names))


def _table(value: object) -> dict[str, Any]:
    if type(value) is not dict:
        raise TypeError("not a table")
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError("not a text")
    return value


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value <= 1000:
        raise TypeError("not a count")
    return value


def _points(value: object) -> float:
    if type(value) not in (int, float) or not math.isfinite(value) or value < 0:  # type: ignore[arg-type, operator]
        raise TypeError("not points")
    return float(value)  # type: ignore[arg-type]
