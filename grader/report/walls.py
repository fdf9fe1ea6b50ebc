"""What the probe saw of the walls, in a sentence: which is missing, why, and what learner code could do therefore."""

from __future__ import annotations

from collections.abc import Mapping

from grader.language import N_, _, translated
from grader.report.text import one_line
from grader.results import Isolation

_COULD = {
    "read": N_("read files that are none of its business"),
    "write": N_("write files"),
    "socket": N_("use the network"),
    "fork": N_("start programs"),
    "memory": N_("take memory until a clock notices"),
    "rights": N_("use rights of root"),
    "watch": N_("fill shared memory"),
}
# Why a wall is missing, as the process says it that was to build them; what the system itself says stays as it is.
_WHY = (
    N_("left out on purpose"),
    N_("{number} other threads of this process stay outside"),
    N_("this system has no resource limits"),
    N_("this kernel has no Landlock, or it is switched off"),
    N_("system call numbers of this machine are not known"),
    N_("some capabilities stayed"),
    N_("/proc does not tell how much memory a process has"),
)


def missing_walls(label: Isolation, observed: Mapping[str, bool], refusals: Mapping[str, str]) -> str | None:
    """One line for a label that is not `full`."""
    if label is Isolation.FULL:
        return None
    known = [f"{name} ({translated(why, _WHY)})" for name, why in refusals.items()]
    sentence = _("isolation is {label}: walls missing: {missing}. A submission could {could}. See docs/security.md.")
    return one_line(
        sentence.format(
            label=label,
            missing="; ".join(known) or _("none that is known of"),
            could=", ".join(_(words) for what, words in _COULD.items() if not observed.get(what, False)),
        )
    )


def rights_note(own_uid: int | None, worker_uid: int | None) -> str:
    """What became of root's rights, for the report; empty for everybody else."""
    if own_uid != 0:
        return ""
    if worker_uid == 0:
        return _("running as root: rights dropped, uid kept")  # Python lies where only root can read
    return _("running as root: rights dropped")
