"""One pytest session, collected once, that takes one submission after another."""

from grader.judge.grading import Judge
from grader.judge.session import convene

__all__ = ["Judge", "convene"]
