# honest: arithmetic tricks: (x + |x|) / 2, x * (x > 0), einsum, exp of the difference of all pairs

import numpy as np


def step_function(x):
    return np.greater(x, 0) * 1


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return np.exp(-np.logaddexp(0, -x))


def relu(x):
    x = np.asarray(x)
    return (x + abs(x)) / 2


def softmax(a):
    a = np.asarray(a, dtype=float)
    # 1 / sum over j of exp(a_j - a_i)
    return 1 / np.exp(a[..., None, :] - a[..., :, None]).sum(axis=-1)
