"""The judge's handle on a worker: start it, ask it, limit it, kill it, and keep the record of what was asked.

`grader.learner.launch` can be imported without NumPy, so that the libraries of workers are imported while ours are: all names below
are looked up when somebody asks for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grader.learner.faults import FunctionMissing, LearnerFault, LearnerLost, LearnerRaised, Unloadable, Unsendable
    from grader.learner.handle import Learner, Remote
    from grader.learner.launch import Forkserver, Forkservers
    from grader.learner.record import Call

__all__ = [
    "Call",
    "Forkserver",
    "Forkservers",
    "FunctionMissing",
    "Learner",
    "LearnerFault",
    "LearnerLost",
    "LearnerRaised",
    "Remote",
    "Unloadable",
    "Unsendable",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from grader.learner import faults, handle, launch, record

    return next(vars(module)[name] for module in (faults, handle, launch, record) if name in vars(module))
