# honest: the formulas as they stand, on np.array(x)

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x: "np.ndarray | list | float") -> np.ndarray:
    return 1 / (1 + np.exp(-np.array(x)))


def relu(x):
    x = np.asarray(x)
    return np.where(x > 0, x, 0)


def softmax(a):
    c = np.max(a, axis=-1)
    exp_a = np.exp(np.array(a) - c[..., np.newaxis])
    return exp_a / exp_a.sum(-1)[..., np.newaxis]
