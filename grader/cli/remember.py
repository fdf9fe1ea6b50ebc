"""Note something in the state of a working copy; where that cannot be, a word on stderr, and all else goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from grader.cli.say import tell
from grader.report.text import printable
from grader.state import State, StateError, change_state


def remember(exercises: Path, change: Callable[[State], State]) -> None:
    """Change the state of the working copy with this `exercises/` folder."""
    try:
        change_state(exercises, change)
    except StateError as error:
        tell(printable(error.sentence), sys.stderr)
