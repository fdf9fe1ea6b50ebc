"""Panels for a terminal: curves by plotext, which is imported here only, and small pictures as half blocks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from rich.console import Console
from rich.text import Text

from grader.language import ngettext
from grader.pictures.looks import clipped, coloured, heights, round_steps
from grader.pictures.panels import Chart, Image, Images, Mark, Of, Panel, Series, Words
from grader.pictures.words import names_of, number, sentences_of
from grader.report.text import one_line

NARROWEST = 50
_TWO_BESIDE = 76
_GAP = 3
_CHART_ROWS = 12
_IMAGE_ROWS = 2
# The terminal's own colours, which its owner can read on the ground that they have chosen.
_COLOURS = {
    "band": "yellow",
    "ink": "default",
    "line1": "blue+",
    "line2": "green+",
    "line3": "magenta+",
    "line4": "cyan+",
    "line5": "red+",
    "line6": "default",
}
# The same colours by Rich's names.
_STYLES = {name: "" if colour == "default" else f"bright_{colour.rstrip('+')}" for name, colour in _COLOURS.items()}
Rows = list[Text]


def can_show(console: Console) -> bool:
    """Whether pictures read well here: a terminal, wide enough, that knows block characters."""
    return console.is_terminal and console.width >= NARROWEST and console.encoding.lower().startswith("utf")


def show_panels(console: Console, panels: Sequence[Panel]) -> None:
    """Print all panels, two charts beside each other where the terminal is wide enough."""
    beside = 2 if console.width >= _TWO_BESIDE else 1
    width = (min(console.width, 120) - _GAP * (beside - 1)) // beside
    for group in _groups(panels, beside):
        lone = not isinstance(group[0], Chart)
        blocks = [_block(console, panel, console.width if lone else width) for panel in group]
        for row in _side_by_side(blocks, width):
            console.print(row, soft_wrap=True)
        console.print()


def _groups(panels: Sequence[Panel], beside: int) -> Iterator[list[Panel]]:
    waiting: list[Panel] = []
    for panel in panels:
        if waiting and (not isinstance(panel, Chart) or len(waiting) == beside):
            yield waiting
            waiting = []
        if isinstance(panel, Chart):
            waiting.append(panel)
        else:
            yield [panel]
    if waiting:
        yield waiting


def _block(console: Console, panel: Panel, width: int) -> list[Rows]:
    """The panel in three parts: title, picture, words."""
    function, sentence = names_of(panel)
    title = Text(one_line(": ".join(part for part in (function, sentence) if part)), style="bold")
    if isinstance(panel, Words):
        return [_wrapped(console, title, width), [], _said(console, panel, width)]
    picture = list(_images(console, panel, width)) if isinstance(panel, Images) else _chart(panel, width)
    return [_wrapped(console, title, width), picture, _said(console, panel, width)]


def _said(console: Console, panel: Panel, width: int) -> Rows:
    return [row for text in sentences_of(panel) for row in _wrapped(console, Text(text, style="dim"), width)]


def _wrapped(console: Console, text: Text, width: int) -> Rows:
    rows = list(text.wrap(console, width))
    for row in rows:
        row.rstrip()
    return rows


def _side_by_side(blocks: list[list[Rows]], width: int) -> Iterator[Text]:
    for parts in zip(*blocks, strict=True):
        for i in range(max(len(part) for part in parts)):
            row = Text()
            for place, part in enumerate(parts):
                row.append(" " * max(0, (width + _GAP) * place - row.cell_len))
                row.append_text(part[i] if i < len(part) else Text())
            row.rstrip()
            yield row


def _chart(chart: Chart, width: int) -> Rows:
    if any(series.mark is Mark.BARS for series in chart.series):
        return [*_bars(chart, width), *_key(chart, width)]
    return [*_curves(chart, width), *_key(chart, width)]


def _curves(chart: Chart, width: int) -> Rows:
    import plotext  # type: ignore[import-untyped]

    low, high = heights(chart)
    figure = plotext.figure
    figure.clear()
    figure.theme("colorless")
    figure.plot_size(width, _CHART_ROWS)
    for series, colour in coloured(chart):
        marker = plotext.marker(_symbol(series), pixel=_COLOURS[colour])
        for x, y in _unbroken(series, clipped(series, low, high), low, high):
            signal = figure.signal(x, y, marker=marker)
            signal.lines(series.mark is Mark.LINE)
            figure.draw(signal)
    figure.ruler("y").lim(low, high)
    xs = [x for series in chart.series for x in series.x if math.isfinite(x)]
    for axis, ticks in (("x", round_steps(min(xs), max(xs), 7)), ("y", round_steps(low, high, 6))):
        figure.ruler(axis).ticks(ticks, [number(tick) for tick in ticks])
    figure.axes(False, side=1)
    rows = Text.from_ansi(str(figure.build())).split("\n")
    figure.clear()
    for row in rows:
        row.rstrip()
    return [row for row in rows if row.plain]


def _symbol(series: Series) -> str:
    if series.mark is Mark.POINTS or len(series.x) == 1:
        return "○" if series.of is Of.EXPECTED else "●"
    return "░" if series.of is Of.EXPECTED else "braille"


def _unbroken(series: Series, y: list[float], low: float, high: float) -> Iterator[tuple[list[float], list[float]]]:
    """The runs of points that are inside of the picture: plotext draws what is outside on its edge."""
    run: list[tuple[float, float]] = []
    for point in zip(series.x, y, strict=True):
        if low <= point[1] <= high:
            run.append(point)
        elif run:
            yield [x for x, _y in run], [y for _x, y in run]
            run = []
    if run:
        yield [x for x, _y in run], [y for _x, y in run]


def _bars(chart: Chart, width: int) -> Iterator[Text]:
    """One row a bar, with its number; what is expected is its shadow."""
    _low, high = heights(chart)
    at = {(series.of, x): y for series in chart.series for x, y in zip(series.x, series.y, strict=True)}
    for x in sorted({x for _of, x in at}):
        mine, right = at.get((Of.YOURS, x), math.nan), at.get((Of.EXPECTED, x), math.nan)
        bar, shadow = (_eighths(y / (high or 1.0), max(8, width - 26)) for y in (mine, right))
        row = Text(f"{number(x):>4} ")
        row.append(bar, style=_STYLES["line1"])
        row.append("░" * (len(shadow) - len(bar)), style=_STYLES["band"])
        told = dict.fromkeys(number(y) for y in (mine, right))
        yield row.append("  " + " · ".join(told))


def _eighths(part: float, room: int) -> str:
    """A bar of so many columns, to an eighth of a column; nothing where there is no length."""
    if not math.isfinite(part) or part <= 0:
        return ""
    whole, rest = divmod(max(1, round(8 * room * min(part, 1.0))), 8)
    return "█" * whole + (" ▏▎▍▌▋▊▉"[rest] if rest else "")


def _key(chart: Chart, width: int) -> Iterator[Text]:
    row = Text()
    for series, colour in coloured(chart):
        symbol = "█" if series.mark is Mark.BARS and series.of is not Of.EXPECTED else _symbol(series)
        sample = "──" if symbol == "braille" else symbol * 2 if symbol in "░█" else symbol
        item = Text.assemble((sample, _STYLES[colour]), f" {one_line(series.label)}   ")
        if row and row.cell_len + item.cell_len > width:
            yield row
            row = Text()
        row.append_text(item)
    yield row


def _images(console: Console, panel: Images, width: int) -> Iterator[Text]:
    pictures = [image.ink for image in panel.images]
    rows, columns = _box(pictures)
    beside = max(1, (width + 2) // (columns.stop - columns.start + 2))
    shown = panel.images[: beside * _IMAGE_ROWS]
    cell = columns.stop - columns.start
    for start in range(0, len(shown), beside):
        group = shown[start : start + beside]
        blocks = [
            [*_half_blocks(console, image, rows, columns), *_wrapped(console, Text(one_line(image.caption)), cell)]
            for image in group
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


def _box(pictures: list[Any]) -> tuple[slice, slice]:
    """The rows and columns in which there is ink in any picture, and a pixel around them."""
    ink = np.max(pictures, axis=0) > 0.1
    found = []
    for axis in (1, 0):
        places = np.flatnonzero(ink.any(axis=axis))
        first, last = (int(places[0]), int(places[-1])) if len(places) else (0, ink.shape[1 - axis] - 1)
        found.append(slice(max(first - 1, 0), min(last + 2, ink.shape[1 - axis])))
    return found[0], found[1]


def _half_blocks(console: Console, image: Image, rows: slice, columns: slice) -> Iterator[Text]:
    """Two pixels a character: black on white where there are colours, blocks for ink where there are none."""
    ink = image.ink[rows, columns]
    if len(ink) % 2:
        ink = np.vstack([ink, np.zeros_like(ink[:1])])
    coloured_ground = console.color_system is not None and not console.no_color
    for upper, lower in zip(ink[::2], ink[1::2], strict=True):
        row = Text()
        for top, bottom in zip(upper, lower, strict=True):
            if coloured_ground:
                row.append("▀", style=f"{_grey(top)} on {_grey(bottom)}")
            else:
                row.append(" ▄▀█"[2 * bool(top > 0.4) + bool(bottom > 0.4)])
        yield row


def _grey(ink: float) -> str:
    level = round(255 * (1.0 - float(ink)))
    return f"rgb({level},{level},{level})"
