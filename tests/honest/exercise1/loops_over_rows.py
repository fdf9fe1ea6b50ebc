# honest: loops over rows and elements, math functions

import math
import numpy as np


def step_function(x):
    x = np.asarray(x)
    out = np.empty(x.shape, dtype=np.int64)
    for index, value in np.ndenumerate(x):
        out[index] = 1 if value > 0 else 0
    return out


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.empty(x.shape)
    for index, value in np.ndenumerate(x):
        if value >= 0:
            out[index] = 1 / (1 + math.exp(-value))
        else:
            out[index] = math.exp(value) / (1 + math.exp(value))
    return out


def relu(x):
    x = np.asarray(x)
    y = x.copy()
    y[y < 0] = 0
    return y


def softmax(a):
    a = np.asarray(a, dtype=float)
    if a.ndim > 1:
        return np.array([softmax(row) for row in a])
    top = max(a)
    e = [math.exp(v - top) for v in a]
    return np.array(e) / sum(e)
