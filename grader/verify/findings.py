"""What a verification found: plain and frozen, for the terminal and for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from grader.results import Outcome

CAUGHT = (Outcome.FAILED, Outcome.RAISED, Outcome.TIMED_OUT, Outcome.CRASHED, Outcome.NOT_IMPLEMENTED)


@dataclass(frozen=True, slots=True)
class Row:
    """One variant of the bank, graded as a submission. `outcomes` are those of the checks of its function, by check."""

    variant: str
    mistake: str
    function: str
    points: float
    named: str | None
    outcomes: dict[str, Outcome]

    @property
    def caught_by(self) -> tuple[str, ...]:
        """The checks that did not let it pass."""
        return tuple(check for check, outcome in self.outcomes.items() if outcome in CAUGHT)

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON holds it."""
        return {
            "variant": self.variant,
            "mistake": self.mistake,
            "function": self.function,
            "points": self.points,
            "named": self.named,
            "outcomes": {check: outcome.value for check, outcome in self.outcomes.items()},
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Row:
        """The row that `to_dict` wrote."""
        return cls(**{**data, "outcomes": {check: Outcome(word) for check, word in data["outcomes"].items()}})


@dataclass(frozen=True, slots=True)
class Verification:
    """One exercise, verified. It is sound when there are no faults."""

    exercise: str
    seeds: tuple[int, ...]
    checks: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    faults: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The document that `grade verify --json` prints."""
        return {
            "exercise": self.exercise,
            "sound": not self.faults,
            "seeds": list(self.seeds),
            "checks": [{"id": check, "function": function} for check, function in self.checks],
            "mistakes": len({row.mistake for row in self.rows}),
            "variants": [row.to_dict() for row in self.rows],
            "faults": list(self.faults),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Verification:
        """The verification that `to_dict` wrote."""
        return cls(
            exercise=data["exercise"],
            seeds=tuple(data["seeds"]),
            checks=tuple((check["id"], check["function"]) for check in data["checks"]),
            rows=tuple(Row.from_dict(row) for row in data["variants"]),
            faults=tuple(data["faults"]),
        )
