"""Small pictures for a terminal: two pixels a character, as half blocks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rich.console import Console
from rich.text import Text

from grader.language import ngettext
from grader.pictures.panels import Images
from grader.report.text import one_line

_IMAGE_ROWS = 2
Rows = list[Text]


def has_colours(console: Console) -> bool:
    """Whether colours may tell things apart here."""
    return console.color_system is not None and not console.no_color


def wrap(console: Console, text: Text, width: int) -> Rows:
    """The text in rows of this width, none with spaces at its end."""
    rows = list(text.wrap(console, width))
    for row in rows:
        row.rstrip()
    return rows


def image_rows(console: Console, panel: Images, width: int) -> Iterator[Text]:
    """Two rows of the panel's pictures, each above its caption, and how many more there are."""
    if not panel.images:
        return
    pictures = [_small(image.ink) for image in panel.images]
    rows, columns = _box(pictures)
    beside = max(1, (width + 2) // (columns.stop - columns.start + 2))
    shown = panel.images[: beside * _IMAGE_ROWS]
    cell = columns.stop - columns.start
    for start in range(0, len(shown), beside):
        group = zip(shown[start : start + beside], pictures[start : start + beside], strict=False)
        blocks = [
            [*_half_blocks(console, ink[rows, columns]), *wrap(console, Text(one_line(image.caption)), cell)]
            for image, ink in group
        ]
        for i in range(max(len(block) for block in blocks)):
            row = Text()
            for block in blocks:
                part = block[i] if i < len(block) else Text()
                row.append_text(part)
                row.append(" " * (cell + 2 - part.cell_len))
            row.rstrip()
            yield row
    left = len(panel.images) - len(shown)
    if left:
        yield Text(ngettext("… and {left} more on the page.", "… and {left} more on the page.", left).format(left=left))


def _small(ink: np.ndarray) -> np.ndarray:
    """The picture with no more than 28 pixels on its longer side: the mean of each square of pixels."""
    size = -(-max(ink.shape) // 28)
    height, width = (length // size for length in ink.shape)
    whole = ink[: height * size, : width * size]
    return np.asarray(whole.reshape(height, size, width, size).mean(axis=(1, 3)))


def _box(pictures: list[np.ndarray]) -> tuple[slice, slice]:
    """The rows and columns in which there is ink in any picture, and a pixel around them."""
    ink = np.max(pictures, axis=0) > 0.1
    found = []
    for axis in (1, 0):
        places = np.flatnonzero(ink.any(axis=axis))
        first, last = (int(places[0]), int(places[-1])) if len(places) else (0, ink.shape[1 - axis] - 1)
        found.append(slice(max(first - 1, 0), min(last + 2, ink.shape[1 - axis])))
    return found[0], found[1]


def _half_blocks(console: Console, ink: np.ndarray) -> Iterator[Text]:
    """Two pixels a character: black on white where there are colours, blocks for ink where there are none."""
    if len(ink) % 2:
        ink = np.vstack([ink, np.zeros_like(ink[:1])])
    colours = has_colours(console)
    for upper, lower in zip(ink[::2], ink[1::2], strict=True):
        row = Text()
        for top, bottom in zip(upper, lower, strict=True):
            if colours:
                row.append("▀", style=f"{_grey(top)} on {_grey(bottom)}")
            else:
                row.append(" ▄▀█"[2 * bool(top > 0.4) + bool(bottom > 0.4)])
        yield row


def _grey(ink: float) -> str:
    level = round(255 * (1.0 - float(ink)))
    return f"rgb({level},{level},{level})"
