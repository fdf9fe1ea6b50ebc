# attack: 16 what stays
# does: a daemon in a session of its own (5 s)
# must: score=zero; category=wrong

import os
import time


def attack():
    try:
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(5)
            os._exit(0)
        return True
    except OSError:
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
