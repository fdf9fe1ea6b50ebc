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


def dropout(x, rate, rng):
    x = np.asarray(x)
    return x * rng.binomial(1, 1 - rate, size=x.shape) / (1 - rate)


def shift(images, dy, dx):
    images = np.asarray(images)
    h, w = images.shape[-2:]
    dy = max(-h, min(h, dy)); dx = max(-w, min(w, dx))
    pad = [(0, 0)] * (images.ndim - 2) + [(h, h), (w, w)]
    big = np.pad(images, pad)
    return big[..., h - dy:2 * h - dy, w - dx:2 * w - dx]


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
    epochs = np.arange(len(history["loss"])) + 1
    fig = plt.figure(figsize=(6, 4))
    plt.plot(epochs, history["loss"], "b-o", label="loss")
    plt.plot(epochs, history["val_loss"], "r--", label="val_loss")
    plt.title("학습 곡선")
    plt.xlabel("epoch"); plt.ylabel("loss")
    plt.grid()
    plt.legend()
    return fig
