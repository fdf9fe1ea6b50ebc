# attack: 10 answers that lie
# does: infinity, with which every relative error is allowed
# must: score=zero; category=wrong

import numpy as np


def act(x):
    return np.full(np.shape(x), np.inf)


step_function = sigmoid = relu = softmax = act
