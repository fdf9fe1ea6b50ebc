# honest: one row after another, recursion, reduce

from functools import reduce
import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


identity_function = lambda x: x


def init_network():
    network = {}
    network["W1"] = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    network["b1"] = np.array([0.1, 0.2, 0.3])
    network["W2"] = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]])
    network["b2"] = np.array([0.1, 0.2])
    network["W3"] = np.array([[0.1, 0.3], [0.2, 0.4]])
    network["b3"] = np.array([0.1, 0.2])

    return network


def forward(network, x):
    x = np.asarray(x)
    if x.ndim > 1:
        return np.stack([forward(network, row) for row in x])
    hidden = reduce(lambda z, k: sigmoid(z.dot(network["W" + k]) + network["b" + k]), "12", x)
    return identity_function(hidden.dot(network["W3"]) + network["b3"])
