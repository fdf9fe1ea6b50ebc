"""Plain sentences on stdout and stderr, whatever alphabet these know."""

from __future__ import annotations

import sys
from typing import TextIO

from grader.report.text import fitting, folded


def say(text: str, stream: TextIO | None = None) -> None:
    """Print the text, at once, so that a full disk is an error of this line; with the twins of our glyphs in ASCII."""
    stream = stream or sys.stdout
    print(fitting(text, stream.encoding), file=stream, flush=True)


def tell(sentences: str, stream: TextIO | None = None) -> None:
    """Say something to read: a terminal gets lines that end between words. What is to be copied goes through `say`."""
    stream = stream or sys.stdout
    say(for_terminal(sentences) if stream.isatty() else sentences, stream)


def for_terminal(sentences: str) -> str:
    """The sentences in lines as wide as the terminal; a line that begins with a space is no sentence, and stays."""
    import shutil  # what runs without a terminal need not wait for it

    width = shutil.get_terminal_size().columns
    rows = [[line] if line.startswith(" ") else folded(line, width) for line in sentences.split("\n")]
    return "\n".join(row for some in rows for row in some)
