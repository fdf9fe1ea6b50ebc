from pathlib import Path

import numpy as np

# From the paper of SELU: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-Normalizing Neural Networks", 2017.
# With these two numbers, what comes out of a layer keeps the mean 0 and the variance 1.
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def sigmoid(x: np.ndarray) -> np.ndarray:
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def relu(x: np.ndarray) -> np.ndarray:
    return np.maximum(0, x)


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def tanh(x):
    x = np.asarray(x)
    return 2.0 / (1.0 + np.exp(-2.0 * x)) - 1.0


def leaky_relu(x: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    x = np.asarray(x)
    # Not np.maximum(x, alpha * x): that is the other way round where alpha is larger than 1.
    return np.where(x > 0, x, alpha * x)


def elu(x, alpha=1.0):
    x = np.asarray(x)
    return np.where(x > 0, x, alpha * (np.exp(x) - 1))


def selu(x):
    x = np.asarray(x)
    return np.where(x > 0, SELU_SCALE * x, SELU_SCALE * SELU_ALPHA * (np.exp(x) - 1))


def swish(x):
    x = np.asarray(x)
    with np.errstate(over="ignore"):
        return x / (1 + np.exp(-x))


def mish(x: np.ndarray) -> np.ndarray:
    return np.asarray(x) * tanh(softplus(x))


def sigmoid_gradient(x: np.ndarray) -> np.ndarray:
    s = sigmoid(x)
    return s * (1.0 - s)


def tanh_gradient(x: np.ndarray) -> np.ndarray:
    return 1.0 - tanh(x) ** 2


def relu_gradient(x: np.ndarray) -> np.ndarray:
    return (np.asarray(x) > 0).astype(float)


def plot_activations(x):
    import matplotlib.pyplot as plt
    fig, ax = plt.subplots(figsize=(7, 4), constrained_layout=True)
    ax.axhline(0, color="grey", lw=0.5)
    ax.axvline(0, color="grey", lw=0.5)
    for f in [tanh, leaky_relu, elu, selu, swish, mish]:
        y = f(x)
        ax.plot(x, y, label=f.__name__)
    fig.legend()
    return fig
