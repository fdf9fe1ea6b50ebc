from pathlib import Path

import numpy as np

# From the paper of SELU: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-Normalizing Neural Networks", 2017.
# With these two numbers, what comes out of a layer keeps the mean 0 and the variance 1.
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def _각각(f, x):
    x = np.asarray(x, dtype=float)
    결과 = np.empty_like(x)
    for 위치, 값 in np.ndenumerate(x):
        결과[위치] = f(값)
    return 결과


def sigmoid(x: np.ndarray) -> np.ndarray:
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def relu(x: np.ndarray) -> np.ndarray:
    return np.maximum(0, x)


def softplus(x: np.ndarray) -> np.ndarray:
    return np.logaddexp(0.0, x)


def tanh(x):
    import math
    return _각각(math.tanh, x)


def leaky_relu(x, alpha=0.01):
    return _각각(lambda v: v if v > 0 else alpha * v, x)


def elu(x, alpha=1.0):
    import math
    return _각각(lambda v: v if v > 0 else alpha * math.expm1(v), x)


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


def relu_gradient(x):
    return _각각(lambda v: 1.0 if v > 0 else 0.0, x)


def plot_activations(x):
    from matplotlib.figure import Figure
    fig = Figure(figsize=(8, 5))
    ax = fig.add_subplot()
    table = {"tanh": tanh, "leaky_relu": leaky_relu, "elu": elu, "selu": selu, "swish": swish, "mish": mish}
    for name, f in table.items():
        ax.plot(x, f(x), label=name, linewidth=2)
    ax.set_title("활성화 함수")
    ax.grid(True)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    ax.legend(loc="best")
    return fig
