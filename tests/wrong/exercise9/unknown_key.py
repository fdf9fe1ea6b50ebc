# wrong: diagnose: another key | dropout: always a half | plot_history: labels train and test
# accept: diagnose=diagnose_unknown_key; dropout=dropout_always_half; plot_history=plot_other_labels

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
    loss, val = smooth(history["loss"]), smooth(history["validation_loss"])
    if loss[-1] > 0.95 * loss[0]:
        return "stalled"
    if loss[-1] > 0.5 * loss[0]:
        return "underfitting"
    if val[-1] > 1.1 * min(val):
        return "overfitting"
    return "good"


def best_epoch(val_loss: list[float], patience: int) -> int:
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best


def dropout(x, rate, rng):
    mask = rng.random(np.shape(x)) >= 0.5
    return x * mask / 0.5


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


def plot_history(history):
    fig, ax = plt.subplots()
    e = range(1, len(history["loss"]) + 1)
    ax.plot(e, history["loss"], label="train")
    ax.plot(e, history["val_loss"], label="test")
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    ax.legend()
    return fig
