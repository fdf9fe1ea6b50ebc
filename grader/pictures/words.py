"""Charts in words and in tables, for whoever does not see them."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from grader.language import _, ngettext
from grader.pictures.looks import heights, leaves
from grader.pictures.panels import Chart, Images, Panel, Series, Words
from grader.report.text import lines, one_line, printable

_MOST_ROWS = 13
# What differs by less than this part of a chart's height, nobody sees.
_VISIBLE = 0.004
# A number smaller than this part of it need not be read as 1.234e-09.
_NOTHING = 1e-4


def names_of(panel: Panel) -> tuple[str, str]:
    """The function that a panel is about, and the sentence of its title; one of them may be empty."""
    function, colon, sentence = panel.title.partition(":")
    return (function, sentence.strip()) if colon and function.isidentifier() else ("", panel.title)


def sentences_of(panel: Panel) -> tuple[str, ...]:
    """What is said below a panel: how the learner's values agree, and the course's note."""
    if isinstance(panel, Words):
        return tuple(lines(panel.sentence))
    said = list(_comparisons(panel)) if isinstance(panel, Chart) else []
    return tuple(printable(text) for text in (*said, panel.note) if text)


def captions_of(panel: Panel) -> tuple[str, ...]:
    """What stands below small pictures, in place of them: one line, each caption once."""
    if not isinstance(panel, Images) or not panel.images:
        return ()
    return (" · ".join(dict.fromkeys(one_line(image.caption) for image in panel.images)),)


def shown_in(chart: Chart) -> str:
    """The chart as one sentence, in place of its picture."""
    labels = ", ".join(dict.fromkeys(series.label for series in chart.series))
    return printable(_("A diagram of {labels}.").format(labels=labels))


def number(value: float, height: float = 0.0) -> str:
    """A number with four digits, as in a table; −0 is 0, and what is nothing in a chart of this height is nearly 0."""
    if 0 < abs(value) < _NOTHING * height:
        return "≈ 0"
    return f"{value + 0.0:.4g}"


Row = tuple[str, ...]


def tables_of(chart: Chart) -> Iterator[tuple[Row, list[Row]]]:
    """Head and rows of small tables: one for the series that share their x, from each no more than a dozen places."""
    groups: dict[tuple[float, ...], list[Series]] = {}
    for series in chart.series:
        groups.setdefault(series.x, []).append(series)
    for x, group in groups.items():
        places: list[int] = np.unique(np.linspace(0, len(x) - 1, min(len(x), _MOST_ROWS)).round().astype(int)).tolist()
        head = (printable(chart.x_label), *(printable(series.label) for series in group))
        yield head, [(number(x[i]), *(number(series.y[i]) for series in group)) for i in places]


def _comparisons(chart: Chart) -> Iterator[str]:
    low, high = heights(chart)
    pairs = chart.pairs()
    apart = {series: _apart(series, wanted, _VISIBLE * (high - low)) for series, wanted in pairs}
    if pairs and not any(apart.values()):
        yield _("Yours is where it is expected.")
    for series, wanted in pairs:
        if apart[series]:
            who = f"{series.label}: " if len(pairs) > 1 else ""
            yield who + _difference(chart, series, wanted, apart[series])
    if leaves(chart):
        yield _("A part of your values is too far away for this picture.")


def _apart(series: Series, wanted: Series, visible: float) -> list[int]:
    """The numbers of the points at which one sees a difference."""
    points = zip(zip(series.x, series.y, strict=True), zip(wanted.x, wanted.y, strict=True), strict=True)
    return [i for i, (one, other) in enumerate(points) if not _near(one, other, visible)]


def _difference(chart: Chart, series: Series, wanted: Series, apart: list[int]) -> str:
    i = apart[0]
    low, high = heights(chart)
    got, expected = (number(one.y[i], high - low) for one in (series, wanted))
    if series.x != wanted.x:
        told = _("Yours goes another way, first at step {step}: to ({x}, {y}) instead of ({right_x}, {right_y}).")
        return told.format(step=i, x=number(series.x[i]), y=got, right_x=number(wanted.x[i]), right_y=expected)
    at = f"{chart.x_label} = {number(series.x[i])}" if chart.x_label else number(series.x[i])
    told = ngettext(
        "Yours differs at {count} of {total} places: at {at} it is {got} instead of {expected}.",
        "Yours differs at {count} of {total} places, first at {at}: {got} instead of {expected}.",
        len(apart),
    )
    return told.format(count=len(apart), total=len(series.x), at=at, got=got, expected=expected)


def _near(one: tuple[float, float], other: tuple[float, float], visible: float) -> bool:
    return all(math.isfinite(a) and abs(a - b) <= visible for a, b in zip(one, other, strict=True))
