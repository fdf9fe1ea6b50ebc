# wrong: softmax: a batch is transposed and never transposed back
# accept: softmax_result_transposed

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(x):
    x = np.array(x)
    if x.ndim == 2:
        x = x.T
        x = x - np.max(x, axis=0)
        y = np.exp(x) / np.sum(np.exp(x), axis=0)
        return y

    x = x - np.max(x)
    return np.exp(x) / np.sum(np.exp(x))
