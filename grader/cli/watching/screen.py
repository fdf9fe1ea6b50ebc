"""The screen of a watching session: the body from the top, the status at the bottom, nothing that scrolls."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

from grader.cli.console import make_console
from grader.report.lines import wrapped

_HOME, _CLEAR, _UP, _REST_OF_LINE, _REST_OF_SCREEN = "\x1b[H", "\x1b[2J", "\x1b[A", "\x1b[K", "\x1b[J"
# Rows on a very small screen: what is cut off of the footer is cut off at its top, so that the keys stay.
_LEAST_BODY, _LEAST_FOOTER = 6, 3
Body = Callable[[Console, int], list[Text]]
Footer = Callable[[Console], Iterable[tuple[Text, int]]]


class Screen:
    """Draws whole frames over one another. Only a change of size clears first: so nothing flickers."""

    def __init__(self) -> None:
        self._size = (0, 0)
        self._prompt_rows = 1

    def draw(self, body: Body, footer: Footer) -> None:
        """Show what `body` makes of a console and a number of rows, and below it the footer, whose last row gets the cursor."""
        console = make_console()
        width, height = console.size
        lines = list(footer(console))
        self._prompt_rows = len(wrapped(console, lines[-1:]))
        below = wrapped(console, lines)[-max(height - _LEAST_BODY, _LEAST_FOOTER) :]
        above = body(console, max(height - len(below) - 1, 0))
        blank = [Text("")] * max(height - len(above) - len(below), 0)
        rows = [*above, *blank, *below][-height:]
        before = _CLEAR if (width, height) != self._size else ""
        self._size = (width, height)
        text = _ansi(console, rows, width).replace("\n", f"{_REST_OF_LINE}\n")
        sys.stdout.write(f"{before}{_HOME}{text}{_REST_OF_SCREEN}")
        sys.stdout.flush()

    def spoil(self) -> None:
        """Somebody else has written on the screen: the next frame clears it."""
        self._size = (0, 0)

    @contextmanager
    def prompt_erased(self) -> Iterator[None]:
        """Afterwards the shell's prompt takes the place of ours, and the last report stays to be read."""
        try:
            yield
        finally:
            sys.stdout.write("\r" + _UP * (self._prompt_rows - 1) + _REST_OF_SCREEN)
            sys.stdout.flush()


def _ansi(console: Console, rows: Sequence[Text], width: int) -> str:
    """All rows in one go: to print them one by one takes as long as a small grading."""
    short = [row if row.cell_len <= width else _shortened(row, width) for row in rows]
    with console.capture() as capture:
        console.print(Text("\n").join(short), soft_wrap=True, end="")
    return capture.get()


def _shortened(row: Text, width: int) -> Text:
    """A command that is kept in one piece elsewhere."""
    row = row.copy()
    row.truncate(width, overflow="ellipsis")
    return row
