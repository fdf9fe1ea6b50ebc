# attack: 10 answers that lie
# does: empty arrays, which broadcast to nothing
# must: score=zero; category=wrong

import numpy as np


def act(x):
    return np.empty((0, 1))


step_function = sigmoid = relu = softmax = act
