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
    return np.maximum(x, 0) + alpha * np.minimum(x, 0)


def elu(x, alpha=1.0):
    return np.maximum(0, x) + alpha * np.expm1(np.minimum(0, x))


def selu(x: np.ndarray) -> np.ndarray:
    return SELU_SCALE * elu(x, SELU_ALPHA)


def swish(x: np.ndarray) -> np.ndarray:
    return np.asarray(x) * sigmoid(x)


def mish(x):
    return np.multiply(x, np.tanh(np.log1p(np.exp(-np.abs(x))) + np.maximum(x, 0)))


def sigmoid_gradient(x):
    s = sigmoid(x)
    return s - s ** 2


def tanh_gradient(x):
    return (1 - tanh(x)) * (1 + tanh(x))


def relu_gradient(x):
    return np.heaviside(x, 0)


def plot_activations(x: np.ndarray) -> object:
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for function in (tanh, leaky_relu, elu, selu, swish, mish):
        axes.plot(x, function(x), label=function.__name__)
    axes.legend()
    return figure
