"""Colours and lines of a series, the part of the plane that a chart shows: the same in a page, in a PNG and in a terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator

from grader.pictures.panels import Chart, Mark, Of, Series

# name: (on white paper, in the dark). The six lines differ in their dashes too, for whoever sees no difference in colour.
COLOURS = {
    "ink": ("#1d2530", "#e7eaf0"),
    "soft": ("#5d6978", "#a3adbb"),
    "grid": ("#e3e7ec", "#2d3540"),
    "band": ("#f6c77f", "#8a6420"),
    "line1": ("#1a5bb8", "#7db1ff"),
    "line2": ("#0a7d57", "#45cf9f"),
    "line3": ("#ad2f83", "#f287cc"),
    "line4": ("#6d45c4", "#bda4ff"),
    "line5": ("#b23d0a", "#ff9f6b"),
    "line6": ("#4b5563", "#c3cad4"),
}
DASHES: dict[str, str | tuple[int, tuple[float, ...]]] = {
    "line1": "-",
    "line2": (0, (5, 2)),
    "line3": (0, (1.2, 1.6)),
    "line4": (0, (7, 2, 1.2, 2)),
    "line5": (0, (9, 3)),
    "line6": (0, (3, 1.5)),
}


def coloured(chart: Chart) -> Iterator[tuple[Series, str]]:
    """Each series with the name of its colour, in the order of drawing: what is expected lies below."""
    number = 0
    for series in sorted(chart.series, key=lambda one: one.of is not Of.EXPECTED):
        if series.of is Of.EXPECTED:
            yield series, "band"
        elif series.of is Of.GIVEN and series.mark is Mark.POINTS:
            yield series, "ink"
        else:
            yield series, f"line{number % 6 + 1}"
            number += 1


def heights(chart: Chart) -> tuple[float, float]:
    """The lowest and the highest y to show: all of what is right, and of the rest what is not too far away."""
    right = _finite(one for one in chart.series if one.of is not Of.YOURS)
    other = _finite(one for one in chart.series if one.of is Of.YOURS)
    # Where nothing says what is right, all but a few are taken for likely.
    sure = right or sorted(other)[len(other) // 20 : len(other) - len(other) // 20] or [0.0]
    low, high = min(sure), max(sure)
    reach = (1 if right else 50) * ((high - low) or abs(high) or 1.0)
    near = [y for y in other if low - reach <= y <= high + reach]
    low, high = min([low, *near]), max([high, *near])
    bars = any(one.mark is Mark.BARS for one in chart.series)
    if bars:
        low, high = min(low, 0.0), max(high, 0.0)
    margin = 0.06 * ((high - low) or abs(high) or 1.0)
    return low - (0.0 if bars and low == 0 else margin), high + margin


def leaves(chart: Chart) -> bool:
    """Whether a part of the learner's values is outside of what is shown."""
    low, high = heights(chart)
    return any(not low <= y <= high for one in chart.series if one.of is Of.YOURS for y in one.y if not math.isnan(y))


def round_steps(low: float, high: float, most: int) -> list[float]:
    """Round numbers from low to high, at most so many, as on a ruler."""
    least = (high - low) / max(most - 1, 1)
    if not 1e-300 < least < math.inf:  # of smaller numbers there is no power of ten to step by
        return [low]
    power = 10.0 ** math.floor(math.log10(least))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= least * (1 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    return [n * step for n in range(first, math.floor(high / step + 1e-9) + 1)]


def clipped(series: Series, low: float, high: float) -> list[float]:
    """The series' y, none so far away that a drawing library stumbles over it; NaN where there is nothing to draw."""
    reach = high - low
    points = zip(series.x, series.y, strict=True)
    return [
        min(max(y, low - 9 * reach), high + 9 * reach) if is_moderate(x) and not math.isnan(y) else math.nan
        for x, y in points
    ]


def places(chart: Chart) -> list[float]:
    """Every x of the chart that can be drawn, each once, from left to right."""
    return sorted({x for series in chart.series for x in series.x if is_moderate(x)})


def is_moderate(number: float) -> bool:
    """Whether a drawing library can reckon with the number: with larger ones, differences are infinite."""
    return abs(number) < 1e100


def _finite(series: Iterator[Series]) -> list[float]:
    return [y for one in series for y in one.y if is_moderate(y)]
