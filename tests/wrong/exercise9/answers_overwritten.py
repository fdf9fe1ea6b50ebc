# wrong: diagnose: later questions overwrite | dropout: always as many zeros | momentum_step: the rate twice | adam_step: ^ for a power | plot_history: draws into the old figure
# accept: diagnose=diagnose_later_overwrites; dropout=dropout_exact_share; momentum_step=momentum_rate_twice; adam_step=book:caret; plot_history=plot_into_old_figure

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
    answer = "good"
    if loss[-1] > 0.95 * loss[0]:
        answer = "stalled"
    if loss[-1] > 0.5 * loss[0]:
        answer = "underfitting"
    if val[-1] > 1.1 * min(val):
        answer = "overfitting"
    return answer


def best_epoch(val_loss: list[float], patience: int) -> int:
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best


def dropout(x, rate, rng):
    x = np.asarray(x, dtype=float)
    flat = x.flatten()
    k = int(rate * flat.size)
    flat[rng.choice(flat.size, k, replace=False)] = 0
    return flat.reshape(x.shape) / (1 - rate)


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
    v = momentum * velocity - learning_rate * grad
    return w + learning_rate * v, v


def adam_step(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    m = beta_1 * m + (1 - beta_1) * grad
    v = beta_2 * v + (1 - beta_2) * grad ^ 2
    mh, vh = m / (1 - beta_1 ** t), v / (1 - beta_2 ** t)
    return w - learning_rate * mh / (np.sqrt(vh) + epsilon), m, v


def plot_history(history):
    e = range(1, len(history["loss"]) + 1)
    plt.plot(e, history["loss"], label="loss")
    plt.plot(e, history["val_loss"], label="val_loss")
    plt.xlabel("epoch")
    plt.ylabel("loss")
    plt.legend()
    return plt.gcf()
