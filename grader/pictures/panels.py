"""What a file of pictures gives back: panels of plain data. How they are drawn is decided elsewhere.

A picture is a function `picture_*(learner, reference, settings, rng)`, of which it names what it uses. The first line of its
docstring, `"function: sentence"`, is the title. It returns a panel, or yields several:

    def picture_sigmoid(learner, reference):
        \"\"\"sigmoid: a smooth step from 0 to 1\"\"\"
        x = np.linspace(-6.0, 6.0, 121)
        return curves(x, learner.sigmoid(x), reference.sigmoid(x), "sigmoid(x)")

What the learner's code does instead of answering becomes a sentence in that panel's place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from grader.checks import CheckFailed
from grader.language import _
from grader.learner import Remote

MOST_POINTS = 2000


class Of(StrEnum):
    """Whose values a series shows."""

    YOURS = "yours"
    EXPECTED = "expected"
    GIVEN = "given"


class Mark(StrEnum):
    """How a series is drawn."""

    LINE = "line"
    POINTS = "points"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Series:
    """One curve, cloud of points, or row of bars. Both tuples have one length; a y that is not finite is left out."""

    label: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    of: Of
    mark: Mark = Mark.LINE

    def __post_init__(self) -> None:
        """Refuse what is no row of points. A learner's answer has been looked at before: this is the author's to mend."""
        if len(self.x) != len(self.y):
            sentence = _("the series “{label}” has {x} x and {y} y, and must have as many of both")
            raise ValueError(sentence.format(label=self.label, x=len(self.x), y=len(self.y)))


@dataclass(frozen=True, slots=True)
class Chart:
    """A diagram. What is expected lies below as a broad pale band, so that both are seen where they agree.

    Where it has as many series of the learner's as expected ones, they are compared in pairs, point by point.
    """

    series: tuple[Series, ...]
    x_label: str = "x"
    y_label: str = ""
    title: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse pairs that cannot be compared."""
        for mine, right in self.pairs():
            if len(mine.x) != len(right.x):
                sentence = _("“{mine}” has {points} and “{right}” {others} points, but they are compared point by point")
                raise ValueError(
                    sentence.format(mine=mine.label, points=len(mine.x), right=right.label, others=len(right.x))
                )

    def pairs(self) -> list[tuple[Series, Series]]:
        """Each series of the learner's with the one that is expected in its place; none where it is not known which that is."""
        mine = [series for series in self.series if series.of is Of.YOURS]
        right = [series for series in self.series if series.of is Of.EXPECTED]
        return list(zip(mine, right, strict=True)) if len(mine) == len(right) else []


@dataclass(frozen=True, eq=False, slots=True)
class Image:
    """A small picture, (height, width), from 0.0 for paper to 1.0 for ink."""

    ink: np.ndarray
    caption: str


@dataclass(frozen=True, eq=False, slots=True)
class Images:
    """Small pictures side by side."""

    images: tuple[Image, ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """No picture, and why."""

    sentence: str
    title: str = ""


Panel = Chart | Images | Words


def yours(x: Any, answer: Any, label: str = "", mark: Mark = Mark.LINE) -> Series:
    """What the learner's function answered, one number for each x. Any other answer is told in a sentence."""
    places = _plain(x)
    return Series(label or _("yours"), places, _plain(numbers(answer, (len(places),))), Of.YOURS, mark)


def expected(x: Any, y: Any, label: str = "", mark: Mark = Mark.LINE) -> Series:
    """What a right function answers."""
    return Series(label or _("expected"), _plain(x), _plain(y), Of.EXPECTED, mark)


def given(x: Any, y: Any, label: str, mark: Mark = Mark.LINE) -> Series:
    """What the course supplies: points to learn from, curves to judge."""
    return Series(label, _plain(x), _plain(y), Of.GIVEN, mark)


def curves(x: Any, answer: Any, right: Any, y_label: str) -> Chart:
    """What the learner's function answered for each x, over what a right one answers."""
    return Chart((yours(x, answer), expected(x, right)), x_label="x", y_label=y_label)


def image(answer: Any, caption: str) -> Image:
    """An answer of 28 × 28 numbers, in whatever shape, as a small picture."""
    flat = numbers(np.ravel(answer) if isinstance(answer, np.ndarray) else answer, (784,))
    return Image(np.nan_to_num(flat, posinf=1.0, neginf=0.0).clip(0.0, 1.0).reshape(28, 28), caption)


def numbers(answer: Any, shape: tuple[int, ...]) -> np.ndarray:
    """The answer as floats of this shape. Raises `CheckFailed` with a sentence where it is something else."""
    if not isinstance(answer, (list, tuple, int, float, np.ndarray, np.generic)):
        kind = repr(answer) if answer is None or isinstance(answer, Remote) else type(answer).__name__
        raise CheckFailed(_("Numbers of the shape {wanted} were to be drawn, but {got} came back."), wanted=shape, got=kind)
    try:
        array = np.asarray(answer)
    except ValueError:  # rows of different lengths
        array = np.asarray([None])
    if array.dtype.kind not in "biuf":
        sentence = _("Numbers of the shape {wanted} were to be drawn, but not all that came back are real numbers.")
        raise CheckFailed(sentence, wanted=shape)
    if array.shape != shape:
        sentence = _("Numbers of the shape {wanted} were to be drawn, but the shape {got} came back.")
        raise CheckFailed(sentence, wanted=shape, got=array.shape)
    return array.astype(float)


def redrawn(figure: dict[str, Any], title: str = "", note: str = "") -> Chart:
    """The lines of a Matplotlib figure, of which we have the facts, in our own drawing."""
    if figure.get("kind") != "matplotlib.Figure":
        raise CheckFailed(_("What came back is no Matplotlib figure. Is a `return figure` missing?"))
    axes = figure["axes"][:1]
    lines = [line for one in axes for line in one["lines"] if 0 < np.size(line["x"]) <= MOST_POINTS]
    if any(np.shape(line["x"]) != np.shape(line["y"]) for line in lines):
        raise CheckFailed(_("A line in the figure that came back has not as many x as y."))
    if not lines:
        raise CheckFailed(_("There is no line in the figure that came back."))
    legend = axes[0]["legend"] or []
    series = [
        Series(_label(line["label"], legend, index), _plain(line["x"]), _plain(line["y"]), Of.YOURS)
        for index, line in enumerate(lines)
    ]
    return Chart(tuple(series), axes[0]["xlabel"], axes[0]["ylabel"], title, note)


def _label(label: str, legend: list[str], index: int) -> str:
    # Matplotlib gives a line without a label a name with an underscore; its legend may know better.
    if not label.startswith("_"):
        return label
    return legend[index] if index < len(legend) else "—"


def _plain(values: Any) -> tuple[float, ...]:
    return tuple(np.asarray(values, dtype=float).ravel().tolist())
