# honest: np.vectorize with otypes; softmax by its logarithm

import numpy as np


step_function = np.vectorize(lambda v: int(v > 0), otypes=[int])


def sigmoid(x):
    return (np.tanh(np.asarray(x) / 2) + 1) / 2


relu = np.vectorize(lambda v: v if v > 0 else 0.0, otypes=[float])


def log_sum_exp(a):
    m = np.max(a, axis=-1, keepdims=True)
    return m + np.log(np.sum(np.exp(a - m), axis=-1, keepdims=True))


def softmax(a):
    a = np.asarray(a, float)
    return np.exp(a - log_sum_exp(a))
