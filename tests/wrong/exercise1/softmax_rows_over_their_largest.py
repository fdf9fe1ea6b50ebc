# wrong: softmax: each row is divided by its largest exponential, not by its sum
# accept: softmax_not_divided

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    a = np.asarray(a, dtype=float)
    if a.ndim == 1:
        a = a - max(a)
        top = np.exp(a)
        return top / max(top)
    result = np.zeros_like(a)
    for i, row in enumerate(a):
        result[i] = softmax(row)
    return result
