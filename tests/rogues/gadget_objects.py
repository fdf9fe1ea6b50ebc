# attack: 11 deserialisation
# does: object arrays and records with objects in them, which a raw copy would turn into addresses
# must: score=zero; category=wrong

import numpy as np


def act(x):
    return np.array([object(), 1, None], dtype=object)


step_function = sigmoid = relu = softmax = act
