# attack: 4 time
# does: every call takes nearly as long as a call may (here 0.4 s), so that all together take too long
# must: score=not-full; category=timeout|correct|wrong

import time

import numpy as np


def step_function(x):
    time.sleep(0.4)
    return (np.asarray(x) > 0).astype(int)


def sigmoid(x):
    time.sleep(0.4)
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def relu(x):
    time.sleep(0.4)
    return np.maximum(0, x)


def softmax(a):
    time.sleep(0.4)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
