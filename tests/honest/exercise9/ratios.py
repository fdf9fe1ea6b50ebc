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
    train, test = (np.array(smooth(history[k])) for k in ("loss", "val_loss"))
    ratio = train[-1] / train[0]
    if ratio > 0.95:
        return "stalled"
    elif ratio > 0.5:
        return "underfitting"
    elif test[-1] / test.min() > 1.1:
        return "overfitting"
    else:
        return "good"


def best_epoch(val_loss, patience):
    best = 0
    epoch = 0
    while epoch < len(val_loss) and epoch - best < patience + 1:
        if val_loss[epoch] < val_loss[best]:
            best = epoch
        if epoch - best >= patience:
            break
        epoch += 1
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
