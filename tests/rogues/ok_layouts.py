# attack: none
# does: answers in Fortran order, with strides and in the other byte order
# must: score=full; category=correct

import numpy as np


def plain_step_function(x):
    return (np.asarray(x) > 0).astype(int)


def plain_sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def plain_relu(x):
    return np.maximum(0, x)


def plain_softmax(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def step_function(x):
    return np.asfortranarray(plain_step_function(x)) if np.ndim(x) else plain_step_function(x)


def sigmoid(x):
    return np.asarray(plain_sigmoid(x)).astype(">f8")


def relu(x):
    return np.repeat(np.asarray(plain_relu(x))[..., np.newaxis], 2, axis=-1)[..., 0]


def softmax(a):
    return np.asarray(plain_softmax(a)).T.copy().T
