# honest: np.heaviside, np.piecewise, np.clip, np.exp of a power of e

import numpy as np


def step_function(x):
    return np.heaviside(x, 0).astype(np.int32)


def sigmoid(x):
    x = np.array(x, dtype=np.float64)
    return np.piecewise(x, [x >= 0, x < 0], [lambda v: 1 / (1 + np.exp(-v)), lambda v: np.exp(v) / (1 + np.exp(v))])


def relu(x):
    return np.clip(x, 0, None)


def softmax(a):
    shifted = np.subtract(a, np.expand_dims(np.amax(a, -1), -1))
    np.exp(shifted, out=shifted) if shifted.dtype.kind == "f" else None
    if shifted.dtype.kind != "f":
        shifted = np.exp(shifted)
    return np.divide(shifted, np.expand_dims(np.add.reduce(shifted, -1), -1))
