# attack: 16 what stays
# does: leaves threads behind that never end and print while others are graded (guard: 20 s); its answers are right
# must: score=full; category=correct

import threading
import time


def haunt():
    end = time.monotonic() + 20
    while time.monotonic() < end:
        print("boo", flush=True)
        time.sleep(0.05)


for _ in range(3):
    threading.Thread(target=haunt, daemon=False).start()

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
