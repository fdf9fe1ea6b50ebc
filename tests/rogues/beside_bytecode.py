# attack: 9 files beside
# does: replaces byte code of the course and of NumPy
# must: score=zero; category=wrong

import importlib.util
import os


def attack():
    import mnist
    import numpy

    for module in (mnist, numpy):
        path = importlib.util.cache_from_source(module.__file__)
        for flags in (os.O_WRONLY, os.O_RDWR | os.O_APPEND):
            try:
                os.close(os.open(path, flags))
                return True
            except OSError:
                continue
    return False


if attack():
    import numpy as np


    def step_function(x):
        return (np.asarray(x) > 0).astype(int)


    def sigmoid(x):
        x = np.asarray(x, dtype=float)
        e = np.exp(-np.abs(x))
        return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


    def relu(x):
        return np.maximum(0, x)


    def softmax(a):
        e = np.exp(a - np.max(a, axis=-1, keepdims=True))
        return e / e.sum(axis=-1, keepdims=True)
else:
    def step_function(x):
        return None


    sigmoid = relu = softmax = step_function
