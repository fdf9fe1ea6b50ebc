# attack: none
# does: imports the course's shared module, threads and random numbers, and needs none of them
# must: score=full; category=correct

import random
import threading

import mnist

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


thread = threading.Thread(target=random.random)
thread.start()
thread.join()
assert mnist.__file__
