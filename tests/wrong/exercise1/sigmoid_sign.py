# wrong: sigmoid: exp(x) where the formula has exp(-x)
# accept: sigmoid_sign_flipped

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    bottom = 1 + np.e ** np.asarray(x, dtype=float)
    return np.power(bottom, -1)


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    a = np.asarray(a, dtype=float)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
