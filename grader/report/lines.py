"""Lines of text on a console: wrapped to its width behind a margin, in ASCII where it knows no more."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from grader.report.text import fitting


def show_lines(console: Console, lines: Iterable[tuple[Text, int]]) -> None:
    """Print each line behind its margin of so many columns; fewer of them on a narrow console."""
    for part in wrapped(console, lines):
        console.print(part, soft_wrap=True)


def wrapped(console: Console, lines: Iterable[tuple[Text, int]]) -> list[Text]:
    """The lines as they fit the console: one `Text` a row, none with spaces at its end."""
    rows: list[Text] = []
    for line, indent in lines:
        if not line.plain:
            rows.append(Text(""))
            continue
        plain = fitting(line.plain, console.encoding)
        if plain != line.plain:
            line = Text(plain, style=line.style, no_wrap=line.no_wrap)
        margin = Text(" " * min(indent, console.width // 8))
        # A command stays in one piece, however long: it is there to be copied.
        parts = [line] if line.no_wrap else line.wrap(console, max(1, console.width - len(margin)))
        for part in parts:
            part.rstrip()
            rows.append(margin + part)
    return rows
