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


def diagnose(history: dict) -> str:
    손실 = smooth(history["loss"])
    검증 = smooth(history["val_loss"])
    # 질문을 차례대로
    질문들 = [
        ("stalled", 손실[-1] > 손실[0] * 0.95),
        ("underfitting", 손실[-1] > 손실[0] * 0.5),
        ("overfitting", 검증[-1] > min(검증) * 1.1),
    ]
    for 이름, 참 in 질문들:
        if 참:
            return 이름
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
    남김 = 1.0 - rate
    마스크 = rng.uniform(size=np.shape(x)) < 남김
    return np.where(마스크, np.asarray(x) / 남김, 0.0)


def shift(images, dy, dx):
    결과 = np.zeros_like(images)
    높이, 너비 = images.shape[-2:]
    for r in range(높이):
        for c in range(너비):
            if 0 <= r - dy < 높이 and 0 <= c - dx < 너비:
                결과[..., r, c] = images[..., r - dy, c - dx]
    return 결과


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
