# attack: 5 resources
# does: asks NumPy for more than there is
# must: score=zero; category=exception|memory

import numpy as np


def act(x):
    return np.ones(1 << 27).sum()


step_function = sigmoid = relu = softmax = act
