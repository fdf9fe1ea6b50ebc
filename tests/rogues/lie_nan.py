# attack: 10 answers that lie
# does: NaN everywhere: every comparison with it is false
# must: score=zero; category=wrong

import numpy as np


def act(x):
    return np.full(np.shape(x), np.nan)


step_function = sigmoid = relu = softmax = act
