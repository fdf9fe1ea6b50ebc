"""Panels as PNG and as SVG, by Matplotlib, which is imported here only.

Inside an SVG there are no colours but the names of the page's own, so that one drawing serves in light and in dark. Its letters
stay letters: the reader's fonts draw them, Hangul too.
"""

from __future__ import annotations

import base64
import io
import math
import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.pictures import SIGNATURE
from grader.pictures.looks import COLOURS, DASHES, clipped, coloured, heights, is_moderate, places
from grader.pictures.panels import Chart, Images, Mark, Of, Panel, Series
from grader.report.text import folded, one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_SIZE = (5.4, 3.3)  # inches; at the width of a phone the letters are still 9 px high
_LABEL = 30  # letters of a label; a learner may write longer ones
_CAPTION = 84  # so many small letters have room beside each other in such a picture
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_HANGUL_FONTS = ("Noto Sans CJK KR", "NanumGothic", "Nanum Gothic", "Malgun Gothic", "Apple SD Gothic Neo", "UnDotum")
# How the names of their files begin.
_HANGUL_FILES = ("notosanscjk", "nanumgothic", "malgun", "applesdgothicneo", "undotum")
_STYLE: dict[Any, Any] = {
    "text.parse_math": False,  # labels may come from a learner, dollar signs too
    "svg.fonttype": "none",
    "svg.hashsalt": "neuralings",
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "xtick.major.size": 3,
    "ytick.major.size": 3,
}
# Colours that nobody else uses, to be replaced by the page's names.
_STANDINS = {name: f"#00fe{number:02x}" for number, name in enumerate(COLOURS)}


def svg_of(chart: Chart, number: int, label: str) -> str:
    """The chart as an `<svg>` element for a page, in which it has this number and this text for who cannot see it."""
    return svg_drawn(lambda figure, colours: _draw_chart(figure.subplots(), chart, colours, one_line), number, label)


def svg_drawn(draw: Callable[[Figure, Mapping[str, str]], None], number: int, label: str) -> str:
    """The same of a figure that `draw` fills, with colours by the names of `COLOURS`."""
    with _style() as figure_class:
        figure = figure_class(figsize=_SIZE, layout="constrained")
        draw(figure, _STANDINS)
        text = io.StringIO()
        figure.savefig(text, format="svg", transparent=True, metadata={"Date": None})
    return _inline(text.getvalue(), f"p{number}-", label)


def png_of(panels: Sequence[Panel], names: Sequence[str]) -> bytes:
    """All panels that are pictures as one PNG on white, each under its name."""
    colours = {name: light for name, (light, _dark) in COLOURS.items()}
    shown = [(panel, name) for panel, name in zip(panels, names, strict=True) if isinstance(panel, (Chart, Images))]
    columns = min(2, len(shown)) or 1
    rows = -(-len(shown) // columns) or 1
    with _style() as figure_class:
        figure = figure_class(figsize=(_SIZE[0] * columns, _SIZE[1] * rows), layout="constrained", facecolor="white")
        parts = np.ravel(figure.subfigures(rows, columns, squeeze=False))
        for part, (panel, name) in zip(parts, shown, strict=False):
            part.suptitle(_drawable(name), color=colours["ink"], fontweight="bold")
            if isinstance(panel, Chart):
                axes = part.subplots()
                _draw_chart(axes, panel, colours, _drawable)
                _legend(part, axes)
            else:
                _draw_images(part, panel, colours)
        data = io.BytesIO()
        figure.savefig(data, format="png", dpi=110, metadata={"Software": SIGNATURE})
    return data.getvalue()


def image_uri(ink: np.ndarray) -> str:
    """A small picture as the address of an `<img>`: black ink on white paper, eight pixels for one."""
    from PIL import Image

    grey = np.round((1.0 - ink.clip(0.0, 1.0)) * 255).astype(np.uint8)
    data = io.BytesIO()
    Image.fromarray(grey.repeat(8, axis=0).repeat(8, axis=1)).save(data, format="PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(data.getvalue()).decode("ascii")


@contextmanager
def _style() -> Iterator[Any]:
    """Matplotlib's own defaults and ours, whatever the user has set; its warnings of missing letters are no news to a learner."""
    import logging

    import matplotlib
    from matplotlib.figure import Figure

    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # it tells of weights that a font does not have
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE)
        matplotlib.rcParams["font.family"] = ["DejaVu Sans", *_hangul_fonts()]
        yield Figure


@cache
def _hangul_fonts() -> list[str]:
    """The families that know Hangul. Matplotlib keeps its list from its first day here: what came later is looked for."""
    from matplotlib import font_manager

    known = set(font_manager.get_font_names())
    found = [name for name in _HANGUL_FONTS if name in known]
    if not found:
        for path in font_manager.findSystemFonts():
            if Path(path).name.lower().startswith(_HANGUL_FILES):
                font_manager.fontManager.addfont(path)
                found.append(font_manager.fontManager.ttflist[-1].name)
    return list(dict.fromkeys(found))


def _drawable(text: str) -> str:
    """The text, or nothing where it is in Hangul and no font here has that: a row of boxes says less."""
    return "" if _HANGUL.search(text) and not _hangul_fonts() else one_line(text)


def _draw_chart(axes: Axes, chart: Chart, colours: Mapping[str, str], letters: Callable[[str], str]) -> None:
    low, high = heights(chart)
    for series, colour in coloured(chart):
        _draw_series(axes, series, clipped(series, low, high), colours[colour], DASHES.get(colour, "-"))
    axes.set_ylim(low, high)
    axes.set_xlabel(letters(chart.x_label), color=colours["soft"])
    axes.set_ylabel(letters(chart.y_label), color=colours["soft"])
    axes.tick_params(colors=colours["soft"], labelcolor=colours["soft"])
    axes.grid(True, color=colours["grid"], linewidth=0.8)
    for spine in axes.spines.values():
        spine.set_color(colours["soft"])
    if any(series.mark is Mark.BARS for series in chart.series):
        axes.set_xticks(places(chart))
        axes.grid(False, axis="x")
    elif all(x.is_integer() for x in places(chart)):  # epochs, steps: there is none with the number 2.5
        axes.locator_params(axis="x", integer=True)


def _draw_series(axes: Axes, series: Series, y: list[float], colour: str, dashes: Any) -> None:
    below = series.of is Of.EXPECTED
    label = one_line(series.label)
    x = [place if is_moderate(place) else math.nan for place in series.x]
    if series.mark is Mark.BARS:
        axes.bar(x, y, width=0.8 if below else 0.36, color=colour, label=label)
    elif series.mark is Mark.POINTS or len(series.x) == 1:
        size = 11 if below else 6
        axes.plot(x, y, "o", markersize=size, color=colour, label=label, zorder=2 if below else 4)
    elif below:
        axes.plot(x, y, color=colour, linewidth=7, solid_capstyle="round", solid_joinstyle="round", label=label)
    else:
        axes.plot(x, y, color=colour, linewidth=2, linestyle=dashes, label=label, zorder=3)


def _legend(part: Any, axes: Axes) -> None:
    """Below the chart, where no curve and no bar can be."""
    handles, labels = axes.get_legend_handles_labels()
    told = {f"{_drawable(label):.{_LABEL}}": handle for handle, label in zip(handles, labels, strict=True)}
    told.pop("", None)
    if told:
        place = {"loc": "outside lower center", "ncols": min(len(told), 3)}
        part.legend(told.values(), told.keys(), frameon=False, fontsize="small", **place)


def _draw_images(part: Any, panel: Images, colours: Mapping[str, str]) -> None:
    columns = min(len(panel.images), 8 if len(panel.images) > 6 else 3) or 1
    rows = -(-len(panel.images) // columns) or 1
    grid = np.ravel(part.subplots(rows, columns, squeeze=False))
    for axes in grid:
        axes.set_axis_off()
    for axes, image in zip(grid, panel.images, strict=False):
        axes.imshow(1.0 - image.ink, cmap="gray", vmin=0.0, vmax=1.0, interpolation="nearest")
        caption = "\n".join(folded(_drawable(image.caption), _CAPTION // columns))
        axes.set_title(caption, fontsize="x-small", color=colours["ink"])


def _inline(svg: str, prefix: str, label: str) -> str:
    """The SVG file as an element of a page: no addresses of standards, ids of its own, the page's colours."""
    from html import escape

    body = svg[svg.index("<svg") :]
    body = re.sub(r"<(metadata|style)\b.*?</\1>", "", body, flags=re.DOTALL)
    body = re.sub(r" font-family: [^;\"]*;", "", body)
    body = re.sub(r' xmlns(:\w+)?="[^"]*"', "", body).replace("xlink:href", "href")
    body = re.sub(r'(\bid="|href="#|url\(#)', rf"\g<1>{prefix}", body)
    for name, standin in _STANDINS.items():
        body = body.replace(standin, f"var(--{name})")
    # The page decides how large it is. The label may hold backslashes, which a replacement text would not keep.
    begin = f'<svg role="img" aria-label="{escape(label)}"'
    return re.sub(r'<svg width="[^"]*" height="[^"]*"', lambda _match: begin, body, count=1)
