# attack: 10 answers that lie
# does: an array of a class of its own, whose comparisons are always true
# must: score=zero; category=wrong

import numpy as np


class Array(np.ndarray):
    def __eq__(self, other):
        return np.True_

    __ne__ = __lt__ = __gt__ = __eq__

    def __array_ufunc__(self, *args, **kwargs):
        return np.zeros(np.shape(self))

    def __array_function__(self, *args, **kwargs):
        return True


def act(x):
    return np.zeros(np.shape(x)).view(Array)


step_function = sigmoid = relu = softmax = act
