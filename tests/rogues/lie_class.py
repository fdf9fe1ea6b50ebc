# attack: 10 answers that lie
# does: an object that says it is an array
# must: score=zero; category=wrong

import numpy as np


class Claim:
    __class__ = np.ndarray
    dtype = np.dtype(float)
    ndim, shape, size = 1, (3,), 3

    def __array__(self, dtype=None, copy=None):
        return np.full(3, np.nan)


def act(x):
    return Claim()


step_function = sigmoid = relu = softmax = act
