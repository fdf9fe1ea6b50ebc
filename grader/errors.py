"""Everything the grader raises on purpose, in one tree.

GraderError                 exit 3
├── UsageError              exit 2   the command was typed wrong
├── SubmissionError         (no exit code: the report says `ungradable`)
├── CourseError             exit 3   assignments.yaml, a check file or a bank file is broken
└── EngineError             exit 3   the grader itself cannot work here

What a learner's code does (an exception, a crash, a timeout) is never one of these: see `grader.learner`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class GraderError(Exception):
    """A sentence for the person at the keyboard, and the next command to type where there is one."""

    exit_code = 3

    def __init__(self, sentence: str, *, next_command: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_command = next_command


class UsageError(GraderError):
    """The command line asks for something that does not exist."""

    exit_code = 2


class SubmissionError(GraderError):
    """A learner's file cannot be graded at all; the sentence becomes the report's reason."""


class CourseError(GraderError):
    """The course is broken: its author has to mend it."""


class EngineError(GraderError):
    """The grader cannot do its work on this machine."""


@contextmanager
def mended_by(next_command: str) -> Iterator[None]:
    """Every `CourseError` from inside tells this command, by which an author sees whether the mending was right."""
    try:
        yield
    except CourseError as error:
        error.next_command = error.next_command or next_command
        raise
