"""Exercise 8: the family of activation functions, and how steep they are.

Sigmoid and ReLU have many relatives. You write six of them: tanh, leaky_relu, elu, selu, swish and mish.
Then you write three gradients: how steep sigmoid, tanh and ReLU are at x. Learning needs them.
At the end you draw the family: plot_activations.

x is a NumPy array. A list or a single number works too, once `np.asarray(x)` made an array of it.
Never change x itself. Very large numbers such as 1000 and -1000 must work too: no NaN, no infinity.

By hand, in the folder of this file:  python exercise8_activation_family.py   (it saves a picture)
The examples in the docstrings:       python -m doctest exercise8_activation_family.py
Graded:                               grade exercise8
"""

from pathlib import Path

import numpy as np

# From the paper of SELU: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-Normalizing Neural Networks", 2017.
# With these two numbers, what comes out of a layer keeps the mean 0 and the variance 1.
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Given, from exercise 1: 1 / (1 + exp(-x)), written so that no exp is too large for a float."""
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def relu(x: np.ndarray) -> np.ndarray:
    """Given, from exercise 1: x where x > 0, else 0."""
    return np.maximum(0, x)


def softplus(x: np.ndarray) -> np.ndarray:
    """A worked example: ReLU with a round corner. You need it for mish.

    Formula: softplus(x) = log(1 + exp(x)). But exp(1000) is too large for a float.
    `np.logaddexp(a, b)` is log(exp(a) + exp(b)), safe for large numbers. And 1 is exp(0).
    Shapes: any shape in, the same shape out.

    >>> softplus(np.array([-1000.0, 0.0, 1000.0])).round(4).tolist()
    [0.0, 0.6931, 1000.0]
    """
    return np.logaddexp(0.0, x)


def tanh(x: np.ndarray) -> np.ndarray:
    """The hyperbolic tangent: a smooth step from -1 to 1.

    Formula: tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x)). But exp(1000) is too large: see what NumPy has.
    Shapes: any shape in, the same shape out. So it is for all functions here but the last.

    >>> tanh(np.array([-1.0, 0.0, 1000.0])).round(4).tolist()
    [-0.7616, 0.0, 1.0]
    """
    # TODO: find a way to tanh that works for large x.
    raise NotImplementedError


def leaky_relu(x: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    """ReLU that leaks: below 0 it still goes up, a little.

    Formula: x where x > 0, else alpha * x, for any alpha.

    >>> leaky_relu(np.array([-3.0, 0.0, 2.0])).round(4).tolist()
    [-0.03, 0.0, 2.0]
    """
    # TODO: choose between x and alpha * x, number by number.
    raise NotImplementedError


def elu(x: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    """The exponential linear unit: below 0 a curve that comes close to -alpha.

    Formula: x where x > 0, else alpha * (exp(x) - 1).

    >>> elu(np.array([-1.0, 0.0, 1000.0])).round(4).tolist()
    [-0.6321, 0.0, 1000.0]
    """
    # TODO: choose between x and the curve, number by number.
    raise NotImplementedError


def selu(x: np.ndarray) -> np.ndarray:
    """The scaled exponential linear unit, with the two numbers of its paper.

    Formula: SELU_SCALE * x where x > 0, else SELU_SCALE * SELU_ALPHA * (exp(x) - 1). Both numbers stand above.

    >>> selu(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
    [-1.1113, 0.0, 1.0507]
    """
    # TODO: write the formula; elu does most of it.
    raise NotImplementedError


def swish(x: np.ndarray) -> np.ndarray:
    """Swish: x, let through by its own sigmoid. It is called SiLU too.

    Formula: x * sigmoid(x).

    >>> swish(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
    [-0.2689, 0.0, 0.7311]
    """
    # TODO: write the formula with the sigmoid above.
    raise NotImplementedError


def mish(x: np.ndarray) -> np.ndarray:
    """Mish: a relative of swish.

    Formula: x * tanh(softplus(x)).

    >>> mish(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
    [-0.3034, 0.0, 0.8651]
    """
    # TODO: write the formula with tanh and the softplus above.
    raise NotImplementedError


def sigmoid_gradient(x: np.ndarray) -> np.ndarray:
    """How steep the sigmoid is at x. x is what goes into the sigmoid, not what comes out.

    Formula: sigmoid(x) * (1 - sigmoid(x)).

    >>> sigmoid_gradient(np.array([-2.0, 0.0, 2.0])).round(4).tolist()
    [0.105, 0.25, 0.105]
    """
    # TODO: write the formula with the sigmoid above.
    raise NotImplementedError


def tanh_gradient(x: np.ndarray) -> np.ndarray:
    """How steep tanh is at x. x is what goes into tanh, not what comes out.

    Formula: 1 - tanh(x)².

    >>> tanh_gradient(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
    [0.42, 1.0, 0.42]
    """
    # TODO: write the formula with your tanh.
    raise NotImplementedError


def relu_gradient(x: np.ndarray) -> np.ndarray:
    """How steep ReLU is at x.

    Formula: 1 where x > 0, else 0. At 0 itself ReLU has a corner: there we say 0.
    The answers are numbers, not True and False. Integers and floats are both right.

    >>> relu_gradient(np.array([-3.0, 0.0, 2.0])).astype(int).tolist()
    [0, 0, 1]
    """
    # TODO: compare x with 0, then make numbers of True and False.
    raise NotImplementedError


def plot_activations(x: np.ndarray) -> object:
    """A Matplotlib Figure with the six functions of the family at x, in one diagram.

    Six lines: tanh, leaky_relu, elu, selu, swish, mish, with their default alpha. The name of the function is the label.
    The diagram has a legend. Return the figure. Do not show or save it: the caller does that.
    Shapes: x (n,), from left to right.
    Import Matplotlib inside this function: `import matplotlib.pyplot as plt`. Then all other functions start quickly.
    `figure, axes = plt.subplots()` makes a figure with one diagram, and `axes.plot(x, y, label="…")` draws a line in it.

    >>> figure = plot_activations(np.linspace(-3.0, 3.0, 61))
    >>> [line.get_label() for line in figure.axes[0].get_lines()]
    ['tanh', 'leaky_relu', 'elu', 'selu', 'swish', 'mish']
    """
    # TODO: make the figure, draw the six lines with their labels, add the legend, return the figure.
    raise NotImplementedError


if __name__ == "__main__":
    x = np.array([-1000.0, -2.0, -1.0, 0.0, 1.0, 2.0, 1000.0])
    np.set_printoptions(suppress=True)
    print(f"{'x':>16}", x)
    for function in (
        tanh, leaky_relu, elu, selu, swish, mish,
        sigmoid_gradient, tanh_gradient, relu_gradient,
    ):  # fmt: skip
        try:
            print(f"{function.__name__:>16}", np.round(function(x), 3))
        except NotImplementedError:
            print(f"{function.__name__:>16} is still to do.")
    try:
        figure = plot_activations(np.linspace(-4.0, 4.0, 201))
        figure.axes[0].set_title("The family of activation functions")
        picture = Path("activations.png").absolute()
        figure.savefig(picture, dpi=150)
        print(f"The family is drawn: {picture}")
    except NotImplementedError:
        print(f"{'plot_activations':>16} is still to do, or needs a function that is.")
