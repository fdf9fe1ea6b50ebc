# attack: 10 answers that lie
# does: an array all of whose values are masked
# must: score=zero; category=wrong

import numpy as np


def act(x):
    return np.ma.masked_all(np.shape(x))


step_function = sigmoid = relu = softmax = act
