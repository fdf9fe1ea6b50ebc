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


def tanh(x: np.ndarray) -> np.ndarray:
    return np.tanh(x)


def leaky_relu(x, alpha=0.01):
    out = np.array(x, dtype=np.float64, copy=True)
    out[out <= 0] *= alpha
    return out


def elu(x, alpha=1.0):
    x = np.asarray(x)
    out = x.astype(float)
    neg = x <= 0
    out[neg] = alpha * (np.exp(x[neg]) - 1)
    return out


def selu(x):
    x = np.asarray(x, dtype=float)
    return SELU_SCALE * np.where(x > 0, x, SELU_ALPHA * np.expm1(np.minimum(0, x)))


def swish(x: np.ndarray) -> np.ndarray:
    return np.asarray(x) * sigmoid(x)


def mish(x: np.ndarray) -> np.ndarray:
    return np.asarray(x) * tanh(softplus(x))


def sigmoid_gradient(x: np.ndarray) -> np.ndarray:
    s = sigmoid(x)
    return s * (1.0 - s)


def tanh_gradient(x: np.ndarray) -> np.ndarray:
    return 1.0 - tanh(x) ** 2


def relu_gradient(x):
    g = np.zeros(np.shape(x))
    g[np.asarray(x) > 0] = 1
    return g


def plot_activations(x):
    import matplotlib.pyplot as plt
    fig = plt.figure()
    plt.plot(x, mish(x), label="mish")
    plt.plot(x, swish(x), label="swish")
    plt.plot(x, selu(x), label="selu")
    plt.plot(x, elu(x), label="elu")
    plt.plot(x, leaky_relu(x), "--", label="leaky_relu")
    plt.plot(x, tanh(x), "r:", label="tanh")
    plt.legend()
    return plt.gcf()
