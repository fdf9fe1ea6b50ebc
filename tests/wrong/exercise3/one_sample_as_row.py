# wrong: forward: one sample becomes a batch of one, so (1, m) comes back, not (m,)
# accept: forward_one_sample_becomes_batch

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


def forward(network, x):
    out = np.atleast_2d(x)
    params = [(network["W1"], network["b1"]), (network["W2"], network["b2"]), (network["W3"], network["b3"])]
    for k, (W, b) in enumerate(params):
        out = out @ W + b
        if k < 2:
            out = sigmoid(out)
    return out
