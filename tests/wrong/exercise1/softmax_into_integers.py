# wrong: softmax: the answers are written into an array of integers and become 0, where the scores are integers
# accept: softmax_keeps_integer_type

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
    if a.ndim == 1:
        return softmax(a.reshape(1, -1))[0]
    y = np.zeros_like(a)
    for n in range(len(a)):
        e = np.exp(a[n] - np.max(a[n]))
        y[n] = e / np.sum(e)
    return y
