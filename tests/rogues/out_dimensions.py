# attack: 6 output
# does: 22 dimensions: small to send, a million numbers to print
# must: score=zero; category=wrong

import numpy as np


def act(x):
    return np.zeros((2,) * 22, dtype=bool)


step_function = sigmoid = relu = softmax = act
