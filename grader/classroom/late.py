"""How late a submission is and what that costs: by the time that was recorded with it, never by today's clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from grader.course import Exercise, Late
from grader.language import _

_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class Lateness:
    """Days after due date, extension and grace; what they take off; and how that is known, where it needs saying."""

    days: float = 0.0
    percent: float = 0.0
    remark: str = ""


def lateness(late: Late | None, submitted: datetime | None, says_late: bool | None, extension: str = "") -> Lateness:
    """How late it is. `says_late` is what Canvas says, which knows more than any file's date; None where nothing says."""
    if late is None:
        return Lateness()
    if says_late is not None:
        return _as_told(late, says_late, extension)
    if submitted is None:
        return Lateness(remark=_("No submission time is recorded: it counts as in time."))
    end = due_for(late, extension) + timedelta(hours=late.grace_hours)
    days = max(0.0, (submitted - end).total_seconds() / _DAY)
    return Lateness(round(days, 4), _percent(late, days))


def _as_told(late: Late, says_late: bool, extension: str) -> Lateness:
    if not says_late:
        return Lateness()
    if extension:
        return Lateness(remark=_("Canvas marks it late, but an extension was given and no time is recorded: not late."))
    return Lateness(1.0, _percent(late, 1.0), _("Canvas marks it late without saying how much: it counts as one day."))


def _percent(late: Late, days: float) -> float:
    """Every day that has begun counts."""
    return min(late.cap_percent, late.percent_per_day * math.ceil(days))


def due_for(late: Late, extension: str) -> datetime:
    """The due date of somebody with this extension: so many days more, or a date of their own."""
    extension = extension.strip()
    if not extension:
        return late.due
    try:
        return late.due + timedelta(days=float(extension))
    except (ValueError, OverflowError):
        own = read_date(extension, late.due)
    return max(own, late.due)


def read_date(text: str, due: datetime) -> datetime:
    """A date of the roster; without a time it is the end of that day where the due date is. Raises `ValueError`."""
    found = datetime.fromisoformat(text)
    if len(text) <= len("2026-11-20"):
        found = datetime.combine(date.fromisoformat(text), time(23, 59, 59))
    return found if found.tzinfo else found.replace(tzinfo=due.tzinfo)


def late_for(exercise: Exercise, extensions: dict[str, str]) -> str:
    """The extension for this exercise: its own column of the roster, else the one for all."""
    return extensions.get(exercise.id) or extensions.get("", "")
