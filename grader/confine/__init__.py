"""Confinement: what a worker gives up before the first line of learner code, and which walls stand.

The forkserver calls `prepare` once; each forked child calls `enter`. Labels come only from what `observe` saw.
"""

from .policy import WALLS, Policy
from .prepared import Prepared, prepare
from .probe import label, observe, observe_limits
from .processes import (
    children,
    close_other_fds,
    die_with_parent,
    pidfd_kill,
    pidfd_open,
    protect_process,
    set_subreaper,
    sweep_children,
)

__all__ = [
    "WALLS",
    "Policy",
    "Prepared",
    "children",
    "close_other_fds",
    "die_with_parent",
    "label",
    "observe",
    "observe_limits",
    "pidfd_kill",
    "pidfd_open",
    "prepare",
    "protect_process",
    "set_subreaper",
    "sweep_children",
]
