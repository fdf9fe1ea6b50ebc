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
    width = console.width  # asks the terminal each time
    rows: list[Text] = []
    for line, indent in lines:
        if not line.plain:
            rows.append(Text(""))
            continue
        plain = fitting(line.plain, console.encoding)
        if plain != line.plain:
            line = Text(plain, style=line.style, no_wrap=line.no_wrap)
        margin = Text(" " * min(indent, width // 8))
        room = max(1, width - len(margin))
        # A command stays in one piece, however long: it is there to be copied.
        whole = line.no_wrap or (line.cell_len <= room and "\n" not in line.plain)
        parts = [line] if whole else line.wrap(console, room)
        for part in parts:
            part.rstrip()
            rows.append(margin + part)
    return rows
