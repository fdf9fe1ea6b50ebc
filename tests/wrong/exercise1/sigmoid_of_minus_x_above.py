# wrong: sigmoid: exp(-x) stands above the line too, so the curve falls
# accept: sigmoid_exp_above_the_line

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    e = np.exp(np.negative(x))
    return e / (1 + e)


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    a = np.asarray(a, dtype=float)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
