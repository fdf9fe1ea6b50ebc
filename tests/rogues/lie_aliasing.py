# attack: 10 answers that lie
# does: right values, written into the argument itself
# must: score=not-full; category=wrong|correct

import numpy as np


def real_step_function(x):
    return (np.asarray(x) > 0).astype(int)


def real_sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def real_relu(x):
    return np.maximum(0, x)


def real_softmax(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def step_function(x):
    return real_step_function(x)


def sigmoid(x):
    return real_sigmoid(x)


def softmax(a):
    return real_softmax(a)


def relu(x):
    x[...] = np.maximum(0, x)
    return x
