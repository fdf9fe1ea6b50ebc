"""Panels for a terminal: curves by plotext, which is imported here only, bars and small pictures as blocks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.text import Text

from grader.pictures.blocks import Rows, has_colours, image_rows, wrap
from grader.pictures.looks import clipped, coloured, heights, is_moderate, places, round_steps
from grader.pictures.panels import Chart, Images, Mark, Of, Panel, Series, Words
from grader.pictures.words import names_of, number, sentences_of
from grader.report.text import one_line

NARROWEST = 50
_TWO_BESIDE = 76
_GAP = 3
_CHART_ROWS = 12
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
_LETTERS = {"line2": "x", "line3": "o", "line4": "+", "line5": "*", "line6": "-"}


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
        return [wrap(console, title, width), [], _said(console, panel, width)]
    picture = list(image_rows(console, panel, width)) if isinstance(panel, Images) else _chart(console, panel, width)
    return [wrap(console, title, width), picture, _said(console, panel, width)]


def _said(console: Console, panel: Panel, width: int) -> Rows:
    return [row for text in sentences_of(panel) for row in wrap(console, Text(text, style="dim"), width)]


def _side_by_side(blocks: list[list[Rows]], width: int) -> Iterator[Text]:
    for parts in zip(*blocks, strict=True):
        for i in range(max(len(part) for part in parts)):
            row = Text()
            for place, part in enumerate(parts):
                row.append(" " * max(0, (width + _GAP) * place - row.cell_len))
                row.append_text(part[i] if i < len(part) else Text())
            row.rstrip()
            yield row


def _chart(console: Console, chart: Chart, width: int) -> Rows:
    symbols = {colour: _symbol(series, colour, colours=has_colours(console)) for series, colour in coloured(chart)}
    bars = any(series.mark is Mark.BARS for series in chart.series)
    picture = _bars(chart, width) if bars else _curves(chart, width, symbols)
    return [*picture, *_key(chart, width, symbols)]


def _curves(chart: Chart, width: int, symbols: Mapping[str, str]) -> Rows:
    import plotext  # type: ignore[import-untyped]

    low, high = heights(chart)
    figure = plotext.figure
    figure.clear()
    figure.theme("colorless")
    figure.plot_size(width, _CHART_ROWS)
    for series, colour in coloured(chart):
        marker = plotext.marker(symbols[colour], pixel=_COLOURS[colour])
        for x, y in _unbroken(series, clipped(series, low, high), low, high):
            signal = figure.signal(x, y, marker=marker)
            signal.lines(series.mark is Mark.LINE)
            figure.draw(signal)
    figure.ruler("y").lim(low, high)
    for axis, ticks in (("x", _ticks(chart)), ("y", round_steps(low, high, 6))):
        figure.ruler(axis).ticks(ticks, [number(tick) for tick in ticks])
    figure.axes(False, side=1)
    rows = Text.from_ansi(str(figure.build())).split("\n")
    figure.clear()
    for row in rows:
        row.rstrip()
    return [row for row in rows if row.plain]


def _ticks(chart: Chart) -> list[float]:
    found = places(chart) or [0.0]
    ticks = round_steps(found[0], found[-1], 7)
    whole = all(x.is_integer() for x in found)
    return [tick for tick in ticks if tick.is_integer() or not whole]


def _symbol(series: Series, colour: str, *, colours: bool) -> str:
    """What a point is drawn with. Where there are no colours, a second line needs a letter of its own."""
    below = series.of is Of.EXPECTED
    if series.mark is Mark.BARS:
        return "░" if below else "█"
    if series.mark is Mark.POINTS or len(series.x) == 1:
        return "○" if below else "●"
    return "░" if below else "braille" if colours else _LETTERS.get(colour, "braille")


def _unbroken(series: Series, y: list[float], low: float, high: float) -> Iterator[tuple[list[float], list[float]]]:
    """The runs of points that are inside of the picture: plotext draws what is outside on its edge."""
    run: list[tuple[float, float]] = []
    for point in zip(series.x, y, strict=True):
        if is_moderate(point[0]) and low <= point[1] <= high:
            run.append(point)
        elif run:
            yield [x for x, _y in run], [y for _x, y in run]
            run = []
    if run:
        yield [x for x, _y in run], [y for _x, y in run]


def _bars(chart: Chart, width: int) -> Iterator[Text]:
    """One row a bar, with its number; what is expected is its shadow."""
    low, high = heights(chart)
    at = {(series.of, x): y for series in chart.series for x, y in zip(series.x, series.y, strict=True)}
    for x in sorted({x for _of, x in at}):
        mine, right = at.get((Of.YOURS, x), math.nan), at.get((Of.EXPECTED, x), math.nan)
        bar, shadow = (_eighths(y / (high or 1.0), max(8, width - 26)) for y in (mine, right))
        row = Text(f"{number(x):>4} ")
        row.append(bar, style=_STYLES["line1"])
        row.append("░" * (len(shadow) - len(bar)), style=_STYLES["band"])
        told = dict.fromkeys(number(y, high - low) for y in (mine, right))
        yield row.append("  " + " · ".join(told))


def _eighths(part: float, room: int) -> str:
    """A bar of this part of the room, to an eighth of a column."""
    if not math.isfinite(part) or part <= 0:
        return ""
    whole, rest = divmod(round(8 * room * min(part, 1.0)), 8)
    return "█" * whole + (" ▏▎▍▌▋▊▉"[rest] if rest else "")


def _key(chart: Chart, width: int, symbols: Mapping[str, str]) -> Iterator[Text]:
    row = Text()
    for label, colour in dict.fromkeys((series.label, colour) for series, colour in coloured(chart)):
        symbol = symbols[colour]
        sample = "──" if symbol == "braille" else symbol if symbol in "○●" else symbol * 2
        item = Text.assemble((sample, _STYLES[colour]), f" {one_line(label)}   ")
        if row and row.cell_len + item.cell_len > width:
            yield row
            row = Text()
        row.append_text(item)
    yield row
