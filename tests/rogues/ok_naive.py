# attack: none
# does: the textbook formulas, which warn about overflow but come to the right limit
# must: score=full; category=correct

import numpy as np


def step_function(x):
    return (x > 0) * 1


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def relu(x):
    return x * (x > 0)


def softmax(a):
    shifted = a - a.max(axis=-1, keepdims=True)
    return np.exp(shifted) / np.exp(shifted).sum(axis=-1, keepdims=True)
