"""What grading yields: `Outcome`, `CheckResult`, `Report`. Frozen, plain, to and from JSON; imports nothing of ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from types import NoneType
from typing import Any

FORMAT = "neuralings/1"
# The message of a check whose function still raises NotImplementedError.
NOT_WRITTEN = "not written yet"


class Outcome(StrEnum):
    """How one check ended. Only `PASSED` earns points; only `BROKEN` is our fault."""

    PASSED = "passed"
    FAILED = "failed"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    CRASHED = "crashed"
    NOT_IMPLEMENTED = "not_implemented"
    SKIPPED = "skipped"
    BROKEN = "broken"


class Verdict(StrEnum):
    """How a whole submission ended."""

    PASSED = "passed"
    FAILED = "failed"
    UNGRADABLE = "ungradable"


class Isolation(StrEnum):
    """Which walls were seen to stand between learner code and this machine."""

    FULL = "full"
    PARTIAL = "partial"
    PROCESS_ONLY = "process-only"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A named mistake: its id in the bank (or of the generic words) and what the learner is told."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check on one submission. `seconds` is wall time; `call`, `got`, `expected` are texts, None where there is none."""

    id: str
    title: str
    function: str
    outcome: Outcome
    points: float
    max_points: float
    message: str
    call: str | None = None
    got: str | None = None
    expected: str | None = None
    diagnosis: Diagnosis | None = None
    seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """The check as JSON holds it."""
        data = {field.name: getattr(self, field.name) for field in fields(self)}
        data["outcome"] = self.outcome.value
        data["diagnosis"] = self.diagnosis and {"id": self.diagnosis.id, "text": self.diagnosis.text}
        data["seconds"] = round(self.seconds, 6)
        return data

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> CheckResult:
        """The check that `to_dict` wrote. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
        texts, numbers = ("id", "title", "function", "message"), ("points", "max_points", "seconds")
        _refuse_other_types(data, texts, numbers)
        diagnosis = data["diagnosis"] and Diagnosis(**_refuse_other_types(data["diagnosis"], texts=("id", "text")))
        return cls(**{**data, "outcome": Outcome(data["outcome"]), "diagnosis": diagnosis})


@dataclass(frozen=True, slots=True)
class Report:
    """One submission of one exercise, graded. `reason` says why it is ungradable, else it is None."""

    exercise: str
    title: str
    outcome: Verdict
    reason: str | None
    points: float
    max_points: float
    seed: int
    isolation: Isolation
    seconds: float
    checks: tuple[CheckResult, ...]

    def to_dict(self) -> dict[str, Any]:
        """The document that `--json` prints."""
        return {
            "format": FORMAT,
            "exercise": self.exercise,
            "title": self.title,
            "outcome": self.outcome.value,
            "reason": self.reason,
            "points": self.points,
            "max_points": self.max_points,
            "seed": self.seed,
            "isolation": self.isolation.value,
            "seconds": round(self.seconds, 6),
            "checks": [check.to_dict() for check in self.checks],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Report:
        """The report that `to_dict` wrote. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
        if data.get("format") != FORMAT:
            raise ValueError(f"not a report of format {FORMAT!r}: {data.get('format')!r}")
        values = {key: value for key, value in data.items() if key != "format"}
        _refuse_other_types(values, texts=("exercise", "title"), numbers=("points", "max_points", "seconds", "seed"))
        values["outcome"] = Verdict(values["outcome"])
        values["isolation"] = Isolation(values["isolation"])
        values["checks"] = tuple(CheckResult.from_dict(check) for check in values["checks"])
        return cls(**values)


# Values that a document may leave out, or have as null.
_OPTIONAL_TEXTS = ("reason", "call", "got", "expected")


def _refuse_other_types(data: object, texts: tuple[str, ...], numbers: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """The same, of which these values are texts and finite numbers; a file that somebody has edited may hold anything."""
    if not isinstance(data, Mapping):
        raise TypeError(f"no object: {data!r:.60}")
    for name in texts:
        if not isinstance(data.get(name), str):
            raise TypeError(f"{name} is no text: {data.get(name)!r:.60}")
    for name in _OPTIONAL_TEXTS:
        if not isinstance(data.get(name), (str, NoneType)):
            raise TypeError(f"{name} is no text: {data[name]!r:.60}")
    for name in numbers:
        value = data.get(name)
        if not isinstance(value, (int, float)) or not -1e300 < value < 1e300:
            raise TypeError(f"{name} is no finite number: {value!r:.60}")
    return data
