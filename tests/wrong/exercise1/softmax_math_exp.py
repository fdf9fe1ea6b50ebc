# wrong: softmax: no number is taken away, so math.exp raises OverflowError for large scores
# accept: softmax_no_shift_by_math

import math
import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    a = np.asarray(a)
    if a.ndim == 2:
        return np.array([softmax(row) for row in a])
    exps = [math.exp(v) for v in a]
    total = sum(exps)
    return np.array([e / total for e in exps])
