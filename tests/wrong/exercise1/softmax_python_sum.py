# wrong: softmax: Python's sum adds the rows of a batch, so the columns sum to 1, not the rows
# accept: softmax_sums_over_samples

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    a = np.asarray(a)
    powers = np.exp(a - a.max())
    return powers / sum(powers)
