"""One pytest session, collected once, that takes one submission after another."""

from grader.judge.session import Judge, convene

__all__ = ["Judge", "convene"]
