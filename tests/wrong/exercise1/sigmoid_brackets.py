# wrong: sigmoid: brackets are missing, so 1/1 is divided first and exp(-x) is added
# accept: sigmoid_parentheses_missing

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    minus_x = -np.array(x)
    y = 1 / 1 + np.exp(minus_x)
    return y


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    a = np.asarray(a, dtype=float)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
