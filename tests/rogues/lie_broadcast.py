# attack: 10 answers that lie
# does: one number, or one row too many, for every shape; right values in it
# must: score=zero; category=wrong|correct

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


def cast(function):
    return lambda x: function(x)[np.newaxis]


step_function, sigmoid, relu, softmax = map(cast, (real_step_function, real_sigmoid, real_relu, real_softmax))
