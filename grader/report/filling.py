"""Marks into cells that may hold marks already: what changes, what stays and why. No mark is lowered unless that is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from grader.language import _
from grader.report.cells import mark_text

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)", re.ASCII)
_EXCUSED = "EX"


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that gets another mark."""

    name: str
    exercise: str
    old: str
    new: str


@dataclass
class Filling:
    """What came of filling a sheet: every change, and sentences for the teacher."""

    allow_lower: bool = False
    changes: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def decide(self, name: str, exercise: str, old: str, mark: float) -> str | None:
        """The cell's new text, or None where it stays as it is; the change, or why not, is noted."""
        new, known = mark_text(mark), number_in(old)
        if old.casefold() == _EXCUSED.casefold():
            self.notes.append(
                _("{name} is excused from {exercise}: nothing is filled in.").format(name=name, exercise=exercise)
            )
            return None
        if known is None and old not in ("", "-"):
            sentence = _("{name} has “{old}” for {exercise}, which is no number: it stays.")
            self.notes.append(sentence.format(name=name, old=old, exercise=exercise))
            return None
        if known is not None and mark_text(known) == new:
            return None
        if known is not None and known > mark and not self.allow_lower:
            sentence = _("{name} keeps {old} for {exercise}: {new} would be lower (--allow-lower writes it).")
            self.notes.append(sentence.format(name=name, old=old, exercise=exercise, new=new))
            return None
        self.changes.append(Change(name, exercise, old, new))
        return new

    def lines(self) -> list[str]:
        """The changes and the notes, to be read before anything is sent anywhere."""
        changed = [f"{change.name} · {change.exercise}: {change.old or '–'} → {change.new}" for change in self.changes]
        return [*changed, *self.notes]


def number_in(cell: str) -> float | None:
    """The number in a cell, with a point or a comma; None for anything else."""
    return float(cell.replace(",", ".")) if _NUMBER.fullmatch(cell) else None


def scale(points_possible: str, max_points: float, exercise: str, filling: Filling) -> float:
    """What a mark is multiplied by where the other system counts to another number than we do; that is always said."""
    possible = number_in(points_possible)
    if not possible or not max_points or possible == max_points:
        return 1.0
    sentence = _("{exercise} counts {ours:g} points here and {theirs:g} there: every mark is converted.")
    filling.notes.append(sentence.format(exercise=exercise, ours=max_points, theirs=possible))
    return possible / max_points
