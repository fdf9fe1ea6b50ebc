"""Exercise 3: the way forward through a network of three layers.

An image, a price, a sentence: whatever goes into a network passes one layer after another.
You write three functions: identity_function, init_network and forward.
The sigmoid of exercise 1 is given. Your file may not import exercise 1: each file stands alone.

By hand, in the folder of this file:  python exercise3_forward.py
The examples in the docstrings:       python -m doctest exercise3_forward.py
Graded:                               grade exercise3
"""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Given, from exercise 1: 1 / (1 + exp(-x)), written so that no exp is too large for a float."""
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def hidden_layer(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """A worked example: one hidden layer.

    Formula: sigmoid(x · W + b).
    Shapes: x (d,) or (n, d), W (d, m), b (m,) -> (m,) or (n, m).

    >>> hidden_layer(np.array([1.0, 0.5]), np.zeros((2, 3)), np.zeros(3)).tolist()
    [0.5, 0.5, 0.5]
    """
    a = np.dot(x, W) + b
    return sigmoid(a)


def identity_function(x: np.ndarray) -> np.ndarray:
    """The activation function of the output layer here: what comes in goes out.

    Formula: identity_function(x) = x.
    Shapes: any shape in, the same shape out.

    >>> identity_function(np.array([-1.5, 0.0, 2.0])).tolist()
    [-1.5, 0.0, 2.0]
    """
    # TODO: return what came in.
    raise NotImplementedError


def init_network() -> dict[str, np.ndarray]:
    """The weights and biases of a network with 2, 3, 2 and 2 neurons.

    A dict with these NumPy arrays:
        W1 = [[0.1, 0.3, 0.5],      b1 = [0.1, 0.2, 0.3]
              [0.2, 0.4, 0.6]]
        W2 = [[0.1, 0.4],           b2 = [0.1, 0.2]
              [0.2, 0.5],
              [0.3, 0.6]]
        W3 = [[0.1, 0.3],           b3 = [0.1, 0.2]
              [0.2, 0.4]]

    >>> init_network()["W1"].shape
    (2, 3)
    """
    # TODO: return a dict with the six arrays above.
    raise NotImplementedError


def forward(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """From the input to the output: layer 1, layer 2, layer 3.

    network: a dict with W1, b1, W2, b2, W3, b3. The sizes of its layers can be others than above.
    Formula: z1 = sigmoid(x · W1 + b1), z2 = sigmoid(z1 · W2 + b2), y = identity_function(z2 · W3 + b3).
    Shapes: x (d,) for one sample -> (m,). x (n, d) for a batch -> (n, m).

    >>> forward(init_network(), np.array([1.0, 0.5])).round(8).tolist()
    [0.31682708, 0.69627909]
    """
    # TODO: go through the three layers, one after another.
    raise NotImplementedError


if __name__ == "__main__":
    step = "identity_function"
    try:
        identity_function(np.zeros(2))
        step = "init_network"
        network = init_network()
        step = "forward"
        print("one sample (2,):  ", forward(network, np.array([1.0, 0.5])))
        print("a batch (3, 2):")
        print(forward(network, np.array([[1.0, 0.5], [0.0, 0.0], [-1.0, 2.0]])))
    except NotImplementedError:
        print(f"{step} is still to do. Write it, then run this file again.")
