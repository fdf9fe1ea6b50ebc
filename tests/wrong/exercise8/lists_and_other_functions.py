# wrong: leaky_relu: returns a list | mish: sigmoid for softplus | sigmoid_gradient: 1 - x for 1 - s
# accept: leaky_relu=leaky_relu_gives_list; mish=mish_of_sigmoid; sigmoid_gradient=sigmoid_gradient_of_one_less_x

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
    return [v if v > 0 else alpha * v for v in x]


def elu(x: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    x = np.asarray(x)
    # np.where calculates both sides everywhere: with the minimum, exp never sees a large number.
    # np.expm1 is exp(x) - 1, and keeps more digits where x is near 0.
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def selu(x: np.ndarray) -> np.ndarray:
    return SELU_SCALE * elu(x, SELU_ALPHA)


def swish(x: np.ndarray) -> np.ndarray:
    return np.asarray(x) * sigmoid(x)


def mish(x):
    return x * tanh(sigmoid(x))


def sigmoid_gradient(x):
    return sigmoid(x) * (1 - x)


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
