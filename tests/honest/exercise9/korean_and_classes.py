from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib.pyplot as plt
import numpy as np
from mnist import DATA

if TYPE_CHECKING:
    import matplotlib.pyplot as plt


class EarlyStop:
    def __init__(self, patience):
        self.patience = patience
        self.best = None
        self.index = 0
        self.bad = 0
    def seen(self, i, v):
        if self.best is None or v < self.best:
            self.best, self.index, self.bad = v, i, 0
        else:
            self.bad += 1
        return self.bad >= self.patience


def _ema(old, new, beta):
    return beta * old + (1 - beta) * new


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


def best_epoch(val_loss, patience):
    stop = EarlyStop(patience)
    for i, v in enumerate(val_loss):
        if stop.seen(i, v):
            break
    return stop.index


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


def sgd_step(w, grad, learning_rate):
    return np.subtract(w, np.multiply(grad, learning_rate))


def momentum_step(w, grad, velocity, learning_rate, momentum=0.9):
    velocity = velocity * momentum
    velocity = velocity - grad * learning_rate
    return sgd_step(w, velocity, -1.0), velocity


def adam_step(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    m = _ema(m, grad, beta_1)
    v = _ema(v, np.square(grad), beta_2)
    m_hat = m / (1 - np.power(beta_1, t))
    v_hat = v / (1 - np.power(beta_2, t))
    return (w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v)


def plot_history(history):
    from matplotlib.figure import Figure
    fig = Figure()
    ax = fig.subplots()
    for key in ("val_loss", "loss"):
        ys = history[key]
        ax.plot(list(range(1, len(ys) + 1)), ys, label=key)
    ax.set(xlabel="epoch", ylabel="loss", title="curves", xlim=(0, None))
    ax.legend(loc="upper right")
    return fig
