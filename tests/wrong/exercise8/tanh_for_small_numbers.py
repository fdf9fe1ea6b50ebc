# wrong: tanh: the formula overflows | mish: calls tanh | tanh_gradient: calls tanh
# accept: tanh=tanh_overflows; mish=generic:inherited; tanh_gradient=generic:inherited

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
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


def leaky_relu(x: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    x = np.asarray(x)
    # Not np.maximum(x, alpha * x): that is the other way round where alpha is larger than 1.
    return np.where(x > 0, x, alpha * x)


def elu(x: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    x = np.asarray(x)
    # np.where calculates both sides everywhere: with the minimum, exp never sees a large number.
    # np.expm1 is exp(x) - 1, and keeps more digits where x is near 0.
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def selu(x: np.ndarray) -> np.ndarray:
    return SELU_SCALE * elu(x, SELU_ALPHA)


def swish(x: np.ndarray) -> np.ndarray:
    return np.asarray(x) * sigmoid(x)


def mish(x: np.ndarray) -> np.ndarray:
    return np.asarray(x) * tanh(softplus(x))


def sigmoid_gradient(x: np.ndarray) -> np.ndarray:
    s = sigmoid(x)
    return s * (1.0 - s)


def tanh_gradient(x: np.ndarray) -> np.ndarray:
    return 1.0 - tanh(x) ** 2


def relu_gradient(x: np.ndarray) -> np.ndarray:
    return (np.asarray(x) > 0).astype(float)


def plot_activations(x: np.ndarray) -> object:
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for function in (tanh, leaky_relu, elu, selu, swish, mish):
        axes.plot(x, function(x), label=function.__name__)
    axes.legend()
    return figure
