# wrong: step_function: 1 at x = 0, where it should be 0
# accept: step_one_at_zero

import numpy as np


def step_function(x):
    x = np.asarray(x)
    y = np.zeros(x.shape, dtype=int)
    for i in np.ndindex(x.shape):
        if x[i] < 0:
            y[i] = 0
        else:
            y[i] = 1
    return y


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    a = np.asarray(a, dtype=float)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
