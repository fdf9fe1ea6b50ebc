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
    l = smooth(history["loss"]); v = smooth(history["val_loss"])
    return ("stalled" if l[-1] > .95 * l[0] else "underfitting" if l[-1] > .5 * l[0] else "overfitting" if v[-1] > 1.1 * np.min(v) else "good")


def best_epoch(val_loss, patience):
    val_loss = list(val_loss)
    n = len(val_loss)
    best = 0
    while True:
        window = [i for i in range(best + 1, min(best + patience, n - 1) + 1) if val_loss[i] < val_loss[best]]
        if not window:
            return best
        best = window[0]


def dropout(x, rate, rng):
    keep = rng.choice([0, 1], size=np.shape(x), p=[rate, 1 - rate])
    return np.multiply(x, keep) / (1 - rate)


def shift(images, dy, dx):
    h, w = images.shape[-2], images.shape[-1]
    out = np.roll(np.roll(images, dy, axis=-2), dx, axis=-1)
    rows = np.arange(h) - dy
    cols = np.arange(w) - dx
    ok = ((rows >= 0) & (rows < h))[:, None] & ((cols >= 0) & (cols < w))
    return np.where(ok, out, 0).astype(images.dtype)


def sgd_step(w: np.ndarray, grad: np.ndarray, learning_rate: float) -> np.ndarray:
    return w - learning_rate * grad


def momentum_step(
    w: np.ndarray, grad: np.ndarray, velocity: np.ndarray, learning_rate: float, momentum: float = 0.9
) -> tuple[np.ndarray, np.ndarray]:
    velocity = momentum * velocity - learning_rate * grad
    return w + velocity, velocity


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
    m = beta_1 * m + (1 - beta_1) * grad
    v = beta_2 * v + (1 - beta_2) * grad**2
    # m and v begin at 0, so at first they are too small. The division makes up for it.
    m_hat = m / (1 - beta_1**t)
    v_hat = v / (1 - beta_2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


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
