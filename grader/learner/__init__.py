"""The judge's handle on a worker: start it, ask it, limit it, kill it, and keep the record of what was asked."""

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
