# wrong: diagnose: differences for parts | best_epoch: an improvement of 0.001 at least | momentum_step: prints and returns nothing | adam_step: another default rate
# accept: diagnose=diagnose_differences; best_epoch=best_epoch_least_improvement; momentum_step=momentum_returns_nothing; adam_step=adam_another_default_rate

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from mnist import DATA

if TYPE_CHECKING:
    import matplotlib.pyplot as plt


def smooth(values: list[float]) -> list[float]:
    return [float(np.mean(values[max(i - 2, 0) : i + 1])) for i in range(len(values))]


def diagnose(history):
    loss, val = smooth(history["loss"]), smooth(history["val_loss"])
    if loss[0] - loss[-1] < 0.05:
        return "stalled"
    if loss[0] - loss[-1] < 0.5:
        return "underfitting"
    if val[-1] > 1.1 * min(val):
        return "overfitting"
    return "good"


def best_epoch(val_loss, patience):
    best, wait = 0, 0
    for i in range(1, len(val_loss)):
        if val_loss[i] < val_loss[best] - 1e-3:
            best, wait = i, 0
        else:
            wait += 1
            if wait >= patience:
                break
    return best


def dropout(x: np.ndarray, rate: float, rng: np.random.Generator) -> np.ndarray:
    x = np.asarray(x)
    # rng.random is below 1 - rate with the probability 1 - rate.
    keep = rng.random(x.shape) < 1 - rate
    return np.where(keep, x / (1 - rate), 0.0)


def shift(images: np.ndarray, dy: int, dx: int) -> np.ndarray:
    images = np.asarray(images)
    shifted = np.zeros_like(images)
    height, width = images.shape[-2:]
    if abs(dy) < height and abs(dx) < width:
        rows, columns = slice(max(dy, 0), height + min(dy, 0)), slice(max(dx, 0), width + min(dx, 0))
        from_rows, from_columns = slice(max(-dy, 0), height - max(dy, 0)), slice(max(-dx, 0), width - max(dx, 0))
        shifted[..., rows, columns] = images[..., from_rows, from_columns]
    return shifted


def sgd_step(w: np.ndarray, grad: np.ndarray, learning_rate: float) -> np.ndarray:
    return w - learning_rate * grad


def momentum_step(w, grad, velocity, learning_rate, momentum=0.9):
    velocity = momentum * velocity - learning_rate * grad
    w = w + velocity
    print(w, velocity)


def adam_step(w, grad, m, v, t, learning_rate=0.01, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    m = beta_1 * m + (1 - beta_1) * grad
    v = beta_2 * v + (1 - beta_2) * grad ** 2
    return w - learning_rate * (m / (1 - beta_1 ** t)) / (np.sqrt(v / (1 - beta_2 ** t)) + epsilon), m, v


def plot_history(history: dict[str, list[float]]) -> plt.Figure:
    # Here, not above: whoever only wants a diagnosis should not wait for Matplotlib.
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for name in ("loss", "val_loss"):
        values = history[name]
        axes.plot(range(1, len(values) + 1), values, label=name)
    axes.set_xlabel("epoch")
    axes.set_ylabel("loss")
    axes.legend()
    return figure
