# wrong: softmax: axis=1 exists only for a batch, one sample raises
# accept: softmax_axis_one

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    a = np.array(a)
    m = np.max(a, axis=1).reshape(-1, 1)
    e = np.exp(a - m)
    return e / np.sum(e, axis=1).reshape(-1, 1)
