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


def diagnose(history: dict[str, list[float]]) -> str:
    loss, val_loss = smooth(history["loss"]), smooth(history["val_loss"])
    if loss[-1] > 0.95 * loss[0]:
        return "stalled"
    if loss[-1] > 0.5 * loss[0]:
        return "underfitting"
    # The curve of new data turns upwards: from there on, the network learns its training data by heart.
    if val_loss[-1] > 1.1 * min(val_loss):
        return "overfitting"
    return "good"


def best_epoch(val_loss, patience):
    best_loss, best_index, waited = float("inf"), -1, 0
    for index, loss in enumerate(val_loss):
        if loss < best_loss:
            best_loss, best_index, waited = loss, index, 0
            continue
        waited += 1
        if waited == patience:
            break
    return best_index


def dropout(x, rate, rng):
    out = np.array(x, dtype=float)
    out[rng.random(out.shape) < rate] = 0.0
    out /= 1.0 - rate
    return out


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


def momentum_step(
    w: np.ndarray, grad: np.ndarray, velocity: np.ndarray, learning_rate: float, momentum: float = 0.9
) -> tuple[np.ndarray, np.ndarray]:
    velocity = momentum * velocity - learning_rate * grad
    return w + velocity, velocity


def adam_step(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    m, v = m.copy(), v.copy()
    m += (1 - beta_1) * (grad - m)
    v += (1 - beta_2) * (grad ** 2 - v)
    mc, vc = 1 - beta_1 ** t, 1 - beta_2 ** t
    step = learning_rate * (m / mc) / ((v / vc) ** 0.5 + epsilon)
    return w - step, m, v


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
