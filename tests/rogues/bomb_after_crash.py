# attack: 20 visible examples, bombs
# does: crashes at every second call, to be started anew and be lucky
# must: score=not-full; category=crashed|correct|wrong

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
import os


def unlucky(function):
    calls = []

    def act(x):
        calls.append(x)
        if len(calls) > 1:
            os.abort()
        return function(x)

    return act


step_function, sigmoid, relu, softmax = map(unlucky, (real_step_function, real_sigmoid, real_relu, real_softmax))
