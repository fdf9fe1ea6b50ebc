"""What the probe saw of the walls, in a sentence: which is missing, why, and what learner code could do therefore."""

from __future__ import annotations

from collections.abc import Mapping

from grader.report.text import one_line
from grader.results import Isolation

_COULD = {
    "read": "read files that are none of its business",
    "write": "write files",
    "socket": "use the network",
    "fork": "start programs",
    "memory": "take memory until a clock notices",
    "rights": "use rights of root",
    "watch": "fill shared memory",
}


def missing_walls(label: Isolation, observed: Mapping[str, bool], refusals: Mapping[str, str]) -> str | None:
    """One line for a label that is not `full`."""
    if label is Isolation.FULL:
        return None
    missing = "; ".join(f"{name} ({why})" for name, why in refusals.items()) or "none that is known of"
    could = ", ".join(words for what, words in _COULD.items() if not observed.get(what, False))
    return one_line(f"isolation is {label}: walls missing: {missing}. A submission could {could}. See docs/security.md.")


def rights_note(own_uid: int | None, worker_uid: int | None) -> str:
    """What became of root's rights, for the report; empty for everybody else."""
    if own_uid != 0:
        return ""
    if worker_uid == 0:
        return "running as root: rights dropped, uid kept"  # Python lies where only root can read
    return "running as root: rights dropped"
