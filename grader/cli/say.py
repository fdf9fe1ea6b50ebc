"""Plain sentences on stdout and stderr, whatever alphabet these know."""

from __future__ import annotations

import sys
from typing import TextIO

from grader.report.text import in_ascii


def say(text: str, stream: TextIO | None = None) -> None:
    """Print the text; where the stream knows ASCII only, with the twins of our glyphs."""
    stream = stream or sys.stdout
    encoding = (stream.encoding or "ascii").lower()
    print(text if encoding.startswith("utf") else in_ascii(text), file=stream)
