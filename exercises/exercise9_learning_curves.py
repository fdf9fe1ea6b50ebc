"""Exercise 9: learning curves, and what helps a network to learn.

A network is trained. After each epoch there are two losses: `loss` on the training data and `val_loss` on other data.
Their curves say how the training goes. You read them, draw them, and stop a training at the right time.
Then you write what helps: dropout, shifted images, and three ways to take a step.
You write eight functions: diagnose, best_epoch, dropout, shift, sgd_step, momentum_step, adam_step and plot_history.

How to work: write a function at its TODO, and take the line `raise NotImplementedError` away.
Arrays are NumPy arrays. Never change an argument: return something new.

By hand, in the folder of this file:  python exercise9_learning_curves.py   (saves a picture)
The examples in the docstrings:       python -m doctest exercise9_learning_curves.py
Graded:                               grade exercise9
"""

import json
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from mnist import DATA


def smooth(values: list[float]) -> list[float]:
    """A worked example: a calmer curve. Each value becomes the mean of itself and the two values before it.

    One value alone can be high or low by chance. The mean of three is calmer. The first value stays as it is,
    and the second becomes the mean of two.
    Shapes: a list of n numbers in, a list of n floats out.

    >>> smooth([5.0, 4.0, 3.0, 2.0])
    [5.0, 4.5, 4.0, 3.0]
    """
    return [float(np.mean(values[max(i - 2, 0) : i + 1])) for i in range(len(values))]


def diagnose(history: dict[str, list[float]]) -> str:
    """What the two learning curves say of a training: "stalled", "underfitting", "overfitting" or "good".

    history: a dict with the lists "loss" (on the training data) and "val_loss" (on other data), one number an
    epoch, at least one epoch. All numbers are above 0. There may be other keys: they do not matter.
    First smooth both curves, with the function above. Then go through these questions in this order.
    The first yes is the answer:
    1. "stalled", if the last value of the smooth loss is more than 0.95 times its first value.
    2. "underfitting", if the last value of the smooth loss is more than 0.5 times its first value.
    3. "overfitting", if the last value of the smooth val_loss is more than 1.1 times its smallest value.
    4. "good", if none of these is so.
    "More than" is `>`: exactly 0.5 times is not yet more than 0.5 times.
    This is the rule of this course. There are other such rules, and none of them is always right.

    >>> diagnose({"loss": [2.0, 1.0, 0.5, 0.2, 0.1, 0.1], "val_loss": [1.9, 1.0, 0.7, 0.9, 1.1, 1.2]})
    'overfitting'
    """
    # TODO: smooth both curves, then ask the questions one after another.
    raise NotImplementedError


def best_epoch(val_loss: list[float], patience: int) -> int:
    """Early stopping: the best epoch, seen by a training that stops when it gets no better.

    Go through val_loss from the start. An epoch is an improvement if its loss is smaller than all losses before it;
    the first epoch always is one. The training stops after `patience` epochs, one after another, without an
    improvement. It never sees what comes later in the list. It also stops at the end of the list.
    The answer is the index of the last improvement: a Python int that counts from 0.
    val_loss: a list with at least one number. patience: 1 or more.

    >>> best_epoch([0.9, 0.5, 0.6, 0.55, 0.3], patience=2)
    1
    >>> best_epoch([0.9, 0.5, 0.6, 0.55, 0.3], patience=3)
    4
    """
    # TODO: go through val_loss, and remember the best epoch so far.
    raise NotImplementedError


def dropout(x: np.ndarray, rate: float, rng: np.random.Generator) -> np.ndarray:
    """Inverted dropout: some numbers become 0, the others grow, so that the mean stays about the same.

    Each number of x becomes 0 with the probability `rate`, independently of all others. Each number that is kept
    is divided by `1 - rate`. rate: from 0 to below 1. With rate 0, all numbers are kept as they are.
    Take the random numbers from rng: `rng.random(shape)` gives an array of numbers from 0 to 1.
    Shapes: any shape in, the same shape out, as floats. x itself does not change.

    >>> np.unique(dropout(np.ones((100, 100)), 0.5, np.random.default_rng(0))).tolist()
    [0.0, 2.0]
    """
    # TODO: draw a random number for each number of x, and keep or drop it.
    raise NotImplementedError


def shift(images: np.ndarray, dy: int, dx: int) -> np.ndarray:
    """The images, moved dy pixels down and dx pixels to the right: more images to train with.

    Negative numbers move up and to the left. What goes over the edge is gone. Zeros come in at the other side.
    Nothing comes back in there. dy and dx may be larger than the image: then all that is left is zeros.
    Shapes: one image (height, width) or many (n, height, width). The same shape and dtype come out.
    images itself does not change.

    >>> shift(np.array([[1, 2, 3], [4, 5, 6]]), 1, -1).tolist()
    [[0, 0, 0], [2, 3, 0]]
    """
    # TODO: make an image of zeros, and copy the part that stays inside into it.
    raise NotImplementedError


def sgd_step(w: np.ndarray, grad: np.ndarray, learning_rate: float) -> np.ndarray:
    """One step of gradient descent: the new weights.

    Formula: w ← w − learning_rate · grad
    Shapes: w and grad have the same shape, and so has the answer. w and grad do not change.

    >>> sgd_step(np.array([1.0, 2.0]), np.array([10.0, -10.0]), 0.1).tolist()
    [0.0, 3.0]
    """
    # TODO: write the formula.
    raise NotImplementedError


def momentum_step(
    w: np.ndarray, grad: np.ndarray, velocity: np.ndarray, learning_rate: float, momentum: float = 0.9
) -> tuple[np.ndarray, np.ndarray]:
    """One step with momentum: a tuple of the new weights and the new velocity, in this order.

    The weights roll like a ball: they keep a part of their velocity. (Polyak 1964, written as in Keras's SGD
    and in Sutskever and others 2013: the learning rate is inside the velocity.)
    Formulas: velocity ← momentum · velocity − learning_rate · grad, then w ← w + velocity, with the new velocity.
    Shapes: w, grad and velocity have the same shape, and so have both answers. The arguments do not change.

    >>> w, velocity = momentum_step(np.array([1.0]), np.array([2.0]), np.array([-1.0]), 0.5, momentum=0.5)
    >>> w.tolist(), velocity.tolist()
    ([-0.5], [-1.5])
    """
    # TODO: write both formulas, and return both answers.
    raise NotImplementedError


def adam_step(
    w: np.ndarray,
    grad: np.ndarray,
    m: np.ndarray,
    v: np.ndarray,
    t: int,
    learning_rate: float = 0.001,
    beta_1: float = 0.9,
    beta_2: float = 0.999,
    epsilon: float = 1e-8,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """One step of Adam: a tuple of the new w, the new m and the new v, in this order.

    This is algorithm 1 of Kingma and Ba, "Adam: a method for stochastic optimization" (2015).
    t: the number of this step. It counts from 1. Before step 1, m and v are zeros.
    Formulas, element by element: m ← beta_1 · m + (1 − beta_1) · grad
    v ← beta_2 · v + (1 − beta_2) · grad²
    m̂ = m / (1 − beta_1ᵗ) and v̂ = v / (1 − beta_2ᵗ), with the new m and v
    w ← w − learning_rate · m̂ / (√v̂ + epsilon)
    Return the new m and v as they are, without the hat. The arguments do not change.
    Shapes: w, grad, m and v have the same shape, and so have the three answers.

    >>> zero = np.array([0.0])
    >>> w, m, v = adam_step(np.array([1.0]), np.array([4.0]), zero, zero, t=1, learning_rate=0.1)
    >>> w.round(6).tolist(), m.round(6).tolist(), v.round(6).tolist()
    ([0.9], [0.4], [0.016])
    """
    # TODO: write the five formulas, and return w, m and v.
    raise NotImplementedError


def plot_history(history: dict[str, list[float]]) -> plt.Figure:
    """A new Matplotlib figure with both learning curves.

    history: a dict with the lists "loss" and "val_loss", one number an epoch. Other keys are not drawn.
    Draw two lines in one axes, labelled "loss" and "val_loss", each against the number of the epoch. Epochs count
    from 1 here. Show a legend. Label the x axis "epoch" and the y axis "loss".
    Each call makes a figure of its own and returns it. Do not show it and do not save it.

    >>> figure = plot_history({"loss": [2.0, 1.0], "val_loss": [2.1, 1.5]})
    >>> [line.get_label() for line in figure.axes[0].get_lines()]
    ['loss', 'val_loss']
    """
    # TODO: make a figure with plt.subplots, and draw both curves in it.
    raise NotImplementedError


if __name__ == "__main__":
    # Real trainings on handwritten digits: what became of their losses.
    trainings = json.loads((DATA / "curves.json").read_text(encoding="utf-8"))
    step = "diagnose"
    try:
        for number, history in enumerate(trainings):
            step = "diagnose"
            print(f"{number}  {history['story']:<40} {diagnose(history):<14}", end="", flush=True)
            step = "best_epoch"
            print(f"best epoch {best_epoch(history['val_loss'], patience=5) + 1} of {len(history['loss'])}")
        step = "plot_history"
        chosen = trainings[0]
        path = Path("learning_curve.png").absolute()
        plot_history(chosen).savefig(path)
        print(f"The curves of training 0, {chosen['story']}: {diagnose(chosen)}. See {path}")
    except NotImplementedError:
        print(f"\n{step} is still to do. Write it, then run this file again.")
