"""Draw exercises/images: one picture an exercise, for the task texts in exercises/README.md and README.ko.md.

    python scripts/draw_task_pictures.py    # some seconds

The pictures hold formulas and names from the code, no sentences, so that both languages share them. Their ground is transparent and
their colours are of middle brightness: they read on white and on black. Two runs give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "solutions"), str(ROOT / "exercises")]

import exercise1_activations as one  # noqa: E402
import exercise4_mnist_accuracy as four  # noqa: E402
import exercise8_activation_family as eight  # noqa: E402
import exercise10_your_digit as ten  # noqa: E402
from mnist import DATA, load_mnist, load_network  # noqa: E402

IMAGES = ROOT / "exercises" / "images"
GREY, BLUE, ORANGE, GREEN, PURPLE, RED = "#8a8a8a", "#3b87e8", "#e0732b", "#2b9e57", "#a468d8", "#dd4f56"
# The ink of a digit is drawn in one colour on nothing.
INK = mpl.colors.LinearSegmentedColormap.from_list("ink", [(0.23, 0.53, 0.91, 0.0), (0.23, 0.53, 0.91, 1.0)])
STYLE: dict[str, Any] = {
    "svg.hashsalt": "neuralings",
    "svg.fonttype": "path",
    "mathtext.fontset": "dejavusans",
    "font.size": 11,
    "axes.edgecolor": GREY,
    "axes.labelcolor": GREY,
    "axes.titlecolor": GREY,
    "axes.titlesize": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": GREY,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "lines.linewidth": 2.2,
    "legend.frameon": False,
    "legend.labelcolor": GREY,
}


def activations(figure: Figure) -> None:
    """Exercise 1: three curves, and softmax from scores to probabilities."""
    x = np.linspace(-4, 4, 401)
    plots = figure.subplots(1, 4)
    titles = [r"$h(x)$", r"$\sigma(x)$", r"$\max(0,\,x)$"]
    for axes, function, title, colour in zip(
        plots, (one.step_function, one.sigmoid, one.relu), titles, (BLUE, ORANGE, GREEN), strict=False
    ):
        axes.axvline(0, color=GREY, linewidth=0.6)
        axes.plot(x, function(x), color=colour)
        axes.set_title(title)
        axes.set_xticks([-4, 0, 4])
    for axes in plots[:2]:
        axes.set_yticks([0, 0.5, 1])
    plots[2].set_yticks([0, 2, 4])
    scores = np.array([0.3, 2.9, 4.0])
    axes = plots[3]
    axes.bar(np.arange(3) - 0.2, scores / 4.0, 0.36, color=GREY, label="$a$")
    axes.bar(np.arange(3) + 0.2, one.softmax(scores), 0.36, color=PURPLE, label="softmax$(a)$")
    axes.set_title("softmax")
    axes.set_xticks(range(3), ["$a_1$", "$a_2$", "$a_3$"])
    axes.set_yticks([0, 0.5, 1])
    axes.legend(fontsize=8, loc="upper left")


def layer_shapes(figure: Figure) -> None:
    """Exercise 2: a batch, a matrix, a bias, and what comes out, as grids."""
    axes = _canvas(figure, (0, 17), (-1.1, 5.1))
    _grid(axes, (0.5, 0), 4, 2, BLUE, "$x$", "$(n, d)$")
    _sign(axes, 3.2, r"$\cdot$")
    _grid(axes, (4.0, 1), 2, 3, ORANGE, "$W$", "$(d, m)$")
    _sign(axes, 7.7, "$+$")
    _grid(axes, (8.4, 1.5), 1, 3, GREEN, "$b$", "$(m,)$")
    _sign(axes, 12.1, "$=$")
    _grid(axes, (13.0, 0), 4, 3, PURPLE, "$x \\cdot W + b$", "$(n, m)$")


def forward(figure: Figure) -> None:
    """Exercise 3: the neurons of a network with 2, 3, 2 and 2 of them."""
    axes = _canvas(figure, (-0.9, 10.0), (-2.1, 2.3))
    sizes, places = [2, 3, 2, 2], [0.0, 3.0, 6.0, 9.0]
    dots = [[(x, (n - 1) / 2 * 1.3 - 1.3 * i) for i in range(n)] for n, x in zip(sizes, places, strict=True)]
    for before, after, colour in zip(dots[:-1], dots[1:], (BLUE, ORANGE, PURPLE), strict=False):
        for start in before:
            for end in after:
                axes.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>", mutation_scale=9, color=colour, alpha=0.75,
                                               linewidth=1.1, shrinkA=13, shrinkB=14))  # fmt: skip
    for layer, colour in zip(dots, (GREY, BLUE, ORANGE, PURPLE), strict=True):
        for dot in layer:
            axes.add_patch(Circle(dot, 0.33, facecolor="none", edgecolor=colour, linewidth=2))
    for number, (x, colour) in enumerate(zip((1.5, 4.5, 7.5), (BLUE, ORANGE, PURPLE), strict=True), start=1):
        axes.text(x, 1.75, f"$W_{number},\\ b_{number}$", ha="center", color=colour)
    for x, word in ((0, "$x$"), (3, r"$\sigma$"), (6, r"$\sigma$"), (9, "$y$")):
        axes.text(x, -2.0, word, ha="center", fontsize=13)


def mnist_accuracy(figure: Figure) -> None:
    """Exercise 4: digits that the network reads, and the probabilities of one that it reads wrong."""
    _, (x, t) = load_mnist()
    y = four.predict(load_network(), x)
    wrong = np.flatnonzero(y.argmax(axis=1) != t)
    right = np.flatnonzero(y.argmax(axis=1) == t)
    left, middle = figure.subfigures(1, 2, width_ratios=[1.15, 1])
    chosen = [*[right[t[right] == digit][1] for digit in (3, 5, 8, 0, 7)], wrong[0]]
    for axes, index in zip(left.subplots(2, 3).flat, chosen, strict=True):
        _digit(axes, x[index].reshape(28, 28))
        guess = int(y[index].argmax())
        axes.set_title(f"{guess} = {t[index]}" if guess == t[index] else f"{guess} ≠ {t[index]}",
                       color=GREEN if guess == t[index] else RED, fontsize=10, pad=2)  # fmt: skip
    axes = middle.subplots()
    index = wrong[0]
    colours = [RED if digit == y[index].argmax() else GREEN if digit == t[index] else GREY for digit in range(10)]
    axes.bar(range(10), y[index], color=colours)
    axes.set_xticks(range(10))
    axes.set_ylim(0, 1)
    axes.set_yticks([0, 0.5, 1])


def keras_regression(figure: Figure) -> None:
    """Exercise 5: the line after some epochs, and the loss."""
    x, w, b = np.array([1.0, 2.0, 3.0, 4.0]), 0.3, 0.0
    y = 2 * x
    lines, losses = [(w, b)], []
    for _ in range(60):
        difference = w * x + b - y
        losses.append(float(np.mean(difference**2)))
        w, b = w - 0.01 * 2 * float(np.mean(difference * x)), b - 0.01 * 2 * float(np.mean(difference))
        lines.append((w, b))
    left, right = figure.subplots(1, 2)
    wide = np.linspace(0, 5, 2)
    for epoch, strength in ((0, 0.35), (2, 0.5), (5, 0.7), (60, 1.0)):
        left.plot(wide, lines[epoch][0] * wide + lines[epoch][1], color=BLUE, alpha=strength)
        left.annotate(f"{epoch}", (5.05, lines[epoch][0] * 5 + lines[epoch][1]), color=BLUE, va="center", fontsize=9)
    left.plot(x, y, "o", color=ORANGE)
    left.set_xlabel("$x$")
    left.set_ylabel("$y$", rotation=0)
    left.set_title("$y = w x + b$")
    right.plot(range(1, 61), losses, color=PURPLE)
    right.set_xlabel("epoch")
    right.set_title("loss")


def gradient_tape(figure: Figure) -> None:
    """Exercise 6: the hills of the loss over W and b, and the steps down."""
    x = np.linspace(0, 4, 20)
    y = 2 * x + 1
    slopes, intercepts = np.meshgrid(np.linspace(-0.4, 3.6, 200), np.linspace(-0.6, 2.6, 200))
    loss = np.mean((slopes[..., None] * x + intercepts[..., None] - y) ** 2, axis=-1)
    w, b, way = 0.0, 0.0, [(0.0, 0.0)]
    for _ in range(150):
        difference = w * x + b - y
        w, b = w - 0.02 * 2 * float(np.mean(difference * x)), b - 0.02 * 2 * float(np.mean(difference))
        way.append((w, b))
    axes = figure.subplots()
    axes.contour(
        slopes,
        intercepts,
        loss,
        levels=[0.02, 0.1, 0.4, 1, 2, 4, 7, 11, 16, 22],
        colors=GREY,
        linewidths=0.8,
        alpha=0.8,
    )
    axes.plot(*zip(*way, strict=True), "o-", color=ORANGE, markersize=3.5, linewidth=1.3)
    axes.plot(2, 1, "*", color=GREEN, markersize=15)
    axes.annotate(
        r"$-\eta\,\dfrac{\partial L}{\partial W},\ -\eta\,\dfrac{\partial L}{\partial b}$",
        (-0.3, 0.9),
        color=ORANGE,
        fontsize=12,
    )
    axes.set_xlabel("$W$")
    axes.set_ylabel("$b$", rotation=0)


def keras_mnist(figure: Figure) -> None:
    """Exercise 7: an image becomes a row, goes through three layers, and meets its one-hot label."""
    (images, labels), _ = load_mnist(normalize=False, flatten=False)
    index = int(np.flatnonzero(labels == 3)[2])
    axes = _canvas(figure, (0, 20.6), (-0.9, 8.2))
    axes.imshow(images[index], cmap=INK, extent=(0.2, 4.2, 2.0, 6.0), vmin=0, vmax=255)
    axes.add_patch(Rectangle((0.2, 2.0), 4.0, 4.0, facecolor="none", edgecolor=GREY))
    axes.text(2.2, 0.9, "(28, 28)", ha="center")
    columns = [
        (6.2, 7.6, BLUE, "784"),
        (9.6, 5.6, ORANGE, "256"),
        (13.0, 4.2, ORANGE, "128"),
        (16.4, 2.9, PURPLE, "10"),
    ]
    for x, height, colour, word in columns:
        axes.add_patch(Rectangle((x, 4 - height / 2), 0.8, height, facecolor=colour, alpha=0.85))
        axes.text(x + 0.4, 4 - height / 2 - 0.8, word, ha="center", color=colour)
    for start, end, word in (
        (4.5, 6.0, r"$/\,255$"),
        (7.2, 9.4, "relu"),
        (10.6, 12.8, "relu"),
        (14.0, 16.2, "softmax"),
    ):
        axes.add_patch(FancyArrowPatch((start, 4), (end, 4), arrowstyle="-|>", mutation_scale=11, color=GREY))
        axes.text((start + end) / 2, 4.35, word, ha="center", fontsize=9)
    axes.text(17.75, 4, r"$\approx$", ha="center", va="center", fontsize=15)
    for digit in range(10):
        place = (18.5, 7.3 - 0.72 * digit)
        axes.add_patch(
            Rectangle(place, 0.72, 0.72, facecolor=GREEN if digit == 3 else "none", edgecolor=GREY, linewidth=0.7)
        )
        axes.text(place[0] + 0.36, place[1] + 0.34, "1" if digit == 3 else "0", ha="center", va="center", fontsize=8,
                  color="white" if digit == 3 else GREY)  # fmt: skip
        axes.text(place[0] + 1.05, place[1] + 0.34, str(digit), ha="center", va="center", fontsize=7)


def activation_family(figure: Figure) -> None:
    """Exercise 8: six relatives, and three gradients."""
    x = np.linspace(-4, 3, 401)
    left, right = figure.subplots(1, 2)
    family = (eight.tanh, eight.leaky_relu, eight.elu, eight.selu, eight.swish, eight.mish)
    for function, colour in zip(family, (BLUE, GREEN, ORANGE, RED, PURPLE, GREY), strict=True):
        left.plot(x, function(x), color=colour, label=function.__name__, linewidth=1.8)
    left.legend(fontsize=9)
    left.set_ylim(-2, 3)
    x = np.linspace(-4, 4, 801)
    for function, colour in (
        (eight.sigmoid_gradient, ORANGE),
        (eight.tanh_gradient, BLUE),
        (eight.relu_gradient, GREEN),
    ):
        right.plot(x, function(x), color=colour, label=function.__name__)
    right.legend(fontsize=9, loc="upper left")
    right.set_ylim(-0.05, 1.45)
    right.set_yticks([0, 0.25, 0.5, 0.75, 1])
    for axes in (left, right):
        axes.axhline(0, color=GREY, linewidth=0.6)
        axes.axvline(0, color=GREY, linewidth=0.6)


def learning_curves(figure: Figure) -> None:
    """Exercise 9: a real training of each kind."""
    trainings = json.loads((DATA / "curves.json").read_text(encoding="utf-8"))
    for axes, (number, name) in zip(
        figure.subplots(1, 4), ((7, "good"), (0, "overfitting"), (2, "underfitting"), (4, "stalled")), strict=True
    ):
        history = trainings[number]
        for key, colour in (("loss", BLUE), ("val_loss", ORANGE)):
            axes.plot(range(1, len(history[key]) + 1), history[key], color=colour, label=key, linewidth=1.9)
        axes.set_title(f'"{name}"')
        axes.set_ylim(0, 2.6)
        axes.set_yticks([0, 1, 2])
        axes.set_xticks([1, len(history["loss"])])
        axes.set_xlabel("epoch", fontsize=9)
        if number == 7:
            axes.legend(fontsize=9)


def your_digit(figure: Figure) -> None:
    """Exercise 10: a drawing, cut out, made small, and laid into the middle."""
    path = DATA / "drawings" / "3_in_a_corner.png"
    with Image.open(path) as picture:
        ink = 1 - np.asarray(picture.convert("L"), dtype=float) / 255
    rows, columns = np.where(ink > 0.2)
    cut = ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    factor = 20 / max(cut.shape)
    size = (round(cut.shape[1] * factor), round(cut.shape[0] * factor))
    small = np.asarray(Image.fromarray((cut * 255).astype(np.uint8)).resize(size), dtype=float)
    final = ten.load_digit(str(path)).reshape(28, 28)
    titles = [
        f"{ink.shape[1]} × {ink.shape[0]}",
        f"{cut.shape[1]} × {cut.shape[0]}",
        f"{size[0]} × {size[1]}",
        "28 × 28",
    ]
    plots = figure.subplots(1, 4)
    for axes, image, title in zip(plots, (ink, cut, small, final), titles, strict=True):
        _digit(axes, image)
        axes.set_title(title, fontsize=10)
    row, column = ten.centre_of_mass(final)
    plots[3].axhline(13.5, color=GREY, linewidth=0.6)
    plots[3].axvline(13.5, color=GREY, linewidth=0.6)
    plots[3].plot(column, row, "+", color=ORANGE, markersize=12, markeredgewidth=2)
    for before, after in pairwise(plots):
        start, end = before.get_position(), after.get_position()
        figure.add_artist(FancyArrowPatch((start.x1 + 0.008, 0.47), (end.x0 - 0.008, 0.47), arrowstyle="-|>", mutation_scale=13,
                                          color=GREY, transform=figure.transFigure))  # fmt: skip


def _canvas(figure: Figure, x: tuple[float, float], y: tuple[float, float]) -> Axes:
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=x, ylim=y, aspect="equal")
    axes.axis("off")
    return axes


def _grid(axes: Axes, corner: tuple[float, float], rows: int, columns: int, colour: str, name: str, shape: str) -> None:
    for row in range(rows):
        for column in range(columns):
            place = (corner[0] + column, corner[1] + row)
            axes.add_patch(
                Rectangle(place, 1, 1, facecolor=(*mpl.colors.to_rgb(colour), 0.18), edgecolor=colour, linewidth=1.4)
            )
    middle = corner[0] + columns / 2
    axes.text(middle, corner[1] + rows + 0.55, name, ha="center", va="center", fontsize=14, color=colour)
    axes.text(middle, corner[1] - 0.6, shape, ha="center", va="center", fontsize=12, color=colour)


def _sign(axes: Axes, x: float, sign: str) -> None:
    axes.text(x, 2, sign, ha="center", va="center", fontsize=20)


def _digit(axes: Axes, image: np.ndarray) -> None:
    axes.imshow(image, cmap=INK)
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set_visible(True)
    axes.spines[:].set_linewidth(0.8)


PICTURES: list[tuple[str, Callable[[Figure], None], tuple[float, float], bool]] = [
    ("exercise1", activations, (9.0, 2.3), True),
    ("exercise2", layer_shapes, (8.0, 2.92), False),
    ("exercise3", forward, (8.0, 3.23), False),
    ("exercise4", mnist_accuracy, (8.0, 3.0), True),
    ("exercise5", keras_regression, (8.0, 2.9), True),
    ("exercise6", gradient_tape, (6.4, 3.6), True),
    ("exercise7", keras_mnist, (8.0, 3.53), False),
    ("exercise8", activation_family, (8.6, 3.3), True),
    ("exercise9", learning_curves, (9.0, 2.5), True),
    ("exercise10", your_digit, (8.0, 2.5), False),
]


def draw(folder: Path) -> None:
    """Write all pictures into a folder."""
    folder.mkdir(exist_ok=True)
    with mpl.rc_context(STYLE):
        for name, picture, size, laid_out in PICTURES:
            figure = Figure(figsize=size, layout="constrained" if laid_out else None)
            picture(figure)
            figure.savefig(folder / f"{name}.svg", transparent=True, metadata={"Date": None, "Creator": None})


if __name__ == "__main__":
    draw(IMAGES)
    for path in sorted(IMAGES.glob("*.svg")):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 1024:.0f} KiB")
