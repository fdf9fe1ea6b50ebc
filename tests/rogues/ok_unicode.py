# attack: none
# does: names and comments in Greek and Hangul
# must: score=full; category=correct

import numpy as np


def step_function(χ):
    return (np.asarray(χ) > 0).astype(int)


def sigmoid(χ):
    χ = np.asarray(χ, dtype=float)
    e = np.exp(-np.abs(χ))
    return np.where(χ >= 0, 1 / (1 + e), e / (1 + e))


def relu(χ):
    return np.maximum(0, χ)


def softmax(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
