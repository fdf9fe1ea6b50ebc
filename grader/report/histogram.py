"""How many students reached which part of the points, as a picture for a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from grader.pictures.draw import svg_drawn

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def histogram(counts: Sequence[int], number: int, label: str) -> str:
    """An `<svg>` with a bar for each part, from nothing to everything in percent."""

    def draw(figure: Figure, colours: Mapping[str, str]) -> None:
        axes, width = figure.subplots(), 100 / len(counts)
        bars = axes.bar(
            [width * (n + 0.5) for n in range(len(counts))], counts, width=0.88 * width, color=colours["line1"]
        )
        axes.bar_label(bars, [str(count) if count else "" for count in counts], color=colours["ink"], padding=2)
        axes.set_xlim(0, 100)
        axes.set_xticks(range(0, 101, 20), [f"{percent} %" for percent in range(0, 101, 20)])
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.spines["bottom"].set_color(colours["soft"])
        axes.tick_params(colors=colours["soft"], labelcolor=colours["soft"])

    return svg_drawn(draw, number, label)
