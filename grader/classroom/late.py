"""How late a submission is and what that costs: by the time that was recorded with it, never by today's clock."""

from __future__ import annotations

import math
import re
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from grader.classroom.placing import Place
from grader.course import Exercise, Late
from grader.errors import SubmissionError
from grader.language import _
from grader.submission import read_regular

_DAY = 86400.0
# Files that all carry one time were copied or downloaded then; nobody knows when they were handed in.
_COPIED_WITHIN = timedelta(minutes=1)
_COPIED_FROM = 5
_COMMIT = re.compile(r"[0-9a-f]{40}")


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


def recorded_times(root: Path, places: Iterable[Place], checkouts: dict[str, tuple[str, ...]]) -> dict[str, datetime]:
    """Of each file's path when it was handed in: the commit in a checkout, else the file's date where that can be it."""
    times: dict[str, datetime] = {}
    dated: dict[str, datetime] = {}
    with tempfile.TemporaryDirectory(prefix="neuralings-git-") as empty:
        log = _Log(Path(empty))
        for place in places:
            member = place.piece.member if place.piece else None
            if member is None or place.piece is None or place.piece.late is not None:
                continue
            checkout = checkouts.get(place.who.key)
            if checkout is not None and root.is_dir():
                inside = "/".join(member.parts[len(checkout) :])
                when = log.time_of(root.joinpath(*checkout), inside)
                if when is not None:
                    times[member.path] = when
            elif member.modified is not None:
                dated[member.path] = member.modified
    if len(dated) >= _COPIED_FROM and max(dated.values()) - min(dated.values()) <= _COPIED_WITHIN:
        return times
    return dated | times


class _Log:
    """The times of commits. A checkout is somebody else's work: git reads its objects, and none of its configuration."""

    def __init__(self, empty: Path) -> None:
        self._empty = empty
        self._is_ready: bool | None = None

    def time_of(self, checkout: Path, path: str) -> datetime | None:
        """When the file was committed for the last time; None where no commit tells."""
        commit = _head(checkout / ".git")
        if commit is None or not self._prepare():
            return None
        for words in (["log", "-1", "--format=%ct", commit, "--", path], ["log", "-1", "--format=%ct", "--no-walk", commit]):
            seconds = self._git(words, checkout / ".git" / "objects")
            if seconds.isdigit():
                return datetime.fromtimestamp(int(seconds), UTC)
            if seconds == "":  # it was never committed
                return None
        return None

    def _prepare(self) -> bool:
        if self._is_ready is None:
            self._is_ready = self._git(["init", "-q", "--bare", "."], None) == ""
        return self._is_ready

    def _git(self, words: list[str], objects: Path | None) -> str:
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self._empty),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "LC_ALL": "C",
        }
        if objects is not None:
            environment |= {"GIT_DIR": str(self._empty), "GIT_OBJECT_DIRECTORY": str(objects)}
        try:
            done = subprocess.run(
                ["git", *words],
                cwd=self._empty,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=20,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return "failed"
        return done.stdout.decode("ascii", "replace").strip() if done.returncode == 0 else "failed"


def _head(git: Path) -> str | None:
    """The commit that is checked out, read without git."""
    try:
        head = read_regular(git / "HEAD").decode("ascii", "replace").strip()
        if not head.startswith("ref: "):
            return head if _COMMIT.fullmatch(head) else None
        name = head.removeprefix("ref: ")
        if ".." in name or not name.startswith("refs/"):
            return None
        try:
            found = read_regular(git / name).decode("ascii", "replace").strip()
        except SubmissionError:
            packed = read_regular(git / "packed-refs").decode("utf-8", "replace").splitlines()
            found = next((line[:40] for line in packed if line[41:] == name), "")
        return found if _COMMIT.fullmatch(found) else None
    except SubmissionError:
        return None


def late_for(exercise: Exercise, extensions: dict[str, str]) -> str:
    """The extension for this exercise: its own column of the roster, else the one for all."""
    return extensions.get(exercise.id) or extensions.get("", "")
