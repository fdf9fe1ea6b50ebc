# attack: none
# does: prints while it works, to both streams, and closes nothing
# must: score=full; category=correct

import sys

import numpy as np


def step_function(x):
    print("at work", x if "x" in locals() else "", file=sys.stderr)
    return (np.asarray(x) > 0).astype(int)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    print("at work", x if "x" in locals() else "", file=sys.stderr)
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def relu(x):
    print("at work", x if "x" in locals() else "", file=sys.stderr)
    return np.maximum(0, x)


def softmax(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    print("at work", x if "x" in locals() else "", file=sys.stderr)
    return e / e.sum(axis=-1, keepdims=True)
