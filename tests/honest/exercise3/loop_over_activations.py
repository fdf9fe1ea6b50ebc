# honest: a loop over pairs of weights and activation functions, @

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def identity_function(x):
    return x


def init_network():
    network = {}
    network["W1"] = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    network["b1"] = np.array([0.1, 0.2, 0.3])
    network["W2"] = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]])
    network["b2"] = np.array([0.1, 0.2])
    network["W3"] = np.array([[0.1, 0.3], [0.2, 0.4]])
    network["b3"] = np.array([0.1, 0.2])

    return network


def forward(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    z = np.asarray(x, dtype=float)
    for i, h in enumerate([sigmoid, sigmoid, identity_function], start=1):
        z = h(z @ network[f"W{i}"] + network[f"b{i}"])
    return z
