# attack: 5 resources
# does: starts up to 200 threads that sleep 5 s; its answers are right
# must: score=any; category=correct|exception|crashed|memory

import threading
import time

try:
    for _ in range(200):
        threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
except RuntimeError:
    print("no more threads")

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
