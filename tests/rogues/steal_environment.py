# attack: 14 stealing
# does: looks for the home folder, tokens and secrets in its environment
# must: score=zero; category=wrong

import os

HARMLESS = {"OPENBLAS_NUM_THREADS", "KERAS_HOME", "MPLCONFIGDIR"}


def attack():
    words = ("TOKEN", "SECRET", "PASSWORD", "KEY", "HOME", "SSH", "USER", "PROXY", "AWS", "CANARY")
    mine = set(os.environ) - HARMLESS
    try:
        stream = open("/proc/self/environ", "rb")
    except OSError:
        return any(word in name for name in mine for word in words)
    with stream:
        mine |= {entry.split("=")[0] for entry in stream.read().decode("latin-1").split("\0")} - HARMLESS
    return any(word in name for name in mine for word in words)


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
