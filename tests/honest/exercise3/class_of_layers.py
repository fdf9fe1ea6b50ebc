# honest: a class, dataclasses, np.matmul, np.copy

from dataclasses import dataclass
from typing import Callable
import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


@dataclass
class Layer:
    W: np.ndarray
    b: np.ndarray
    activation: Callable

    def __call__(self, x):
        return self.activation(np.matmul(x, self.W) + self.b)


def identity_function(x):
    return np.copy(x)


def init_network():
    W1 = np.arange(1, 7).reshape(3, 2).T / 10
    W2 = np.reshape([1, 4, 2, 5, 3, 6], (3, 2)) / 10
    W3 = np.array([1, 3, 2, 4]).reshape(2, 2) * 0.1
    b1, b2, b3 = np.array([0.1, 0.2, 0.3]), np.array([0.1, 0.2]), np.array([0.1, 0.2])
    return {name: value for name, value in locals().items()}


def forward(network, x):
    layers = [
        Layer(network["W1"], network["b1"], sigmoid),
        Layer(network["W2"], network["b2"], sigmoid),
        Layer(network["W3"], network["b3"], identity_function),
    ]
    for layer in layers:
        x = layer(x)
    return x
