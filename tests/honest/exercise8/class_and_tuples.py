from __future__ import annotations
import numpy as np
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt

class Act:
    @staticmethod
    def sigmoid(x):
        return 0.5 * (1.0 + np.tanh(0.5 * np.asarray(x, dtype=float)))
    @staticmethod
    def softplus(x):
        x = np.asarray(x, dtype=float)
        return np.where(x > 30, x, np.log1p(np.exp(np.minimum(x, 30))))

tanh = np.tanh
sigmoid = Act.sigmoid

def leaky_relu(x, alpha: float = 0.01) -> np.ndarray:
    a = np.asarray(x, dtype=float)
    return np.where(a < 0, alpha * a, a)

def elu(x, alpha: float = 1.0) -> np.ndarray:
    a = np.asarray(x, dtype=float)
    return np.where(a < 0, alpha * np.expm1(np.clip(a, None, 0)), a)

def selu(x):
    return 1.0507009873554805 * elu(x, 1.6732632423543772)

def swish(x):
    return np.asarray(x) * sigmoid(x)

silu = swish

def mish(x):
    return np.asarray(x) * np.tanh(Act.softplus(x))

def sigmoid_gradient(x):
    return sigmoid(x) * sigmoid(-np.asarray(x, dtype=float))

def tanh_gradient(x):
    return 1.0 - np.square(np.tanh(x))

def relu_gradient(x):
    return (np.asarray(x) > 0) * 1

def plot_activations(x):
    fig, ax = plt.subplots()
    ax.plot(x, tanh(x), x, leaky_relu(x), x, elu(x), x, selu(x), x, swish(x), x, mish(x))
    for line, name in zip(ax.lines, ["tanh", "leaky_relu", "elu", "selu", "swish", "mish"]):
        line.set_label(name)
    ax.legend()
    return fig
