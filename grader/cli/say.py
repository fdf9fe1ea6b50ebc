"""Plain sentences on stdout and stderr, whatever alphabet these know."""

from __future__ import annotations

import sys
from typing import TextIO

from grader.report.text import fitting


def say(text: str, stream: TextIO | None = None) -> None:
    """Print the text, at once, so that a full disk is an error of this line; with the twins of our glyphs in ASCII."""
    stream = stream or sys.stdout
    print(fitting(text, stream.encoding), file=stream, flush=True)
