# attack: 6 output
# does: the largest arrays that can be sent, to fill the memory of the one who keeps them
# must: score=zero; category=wrong|memory|timeout

import numpy as np

LARGE = np.zeros((30 << 20,), dtype=np.uint8)


def act(x):
    return LARGE


step_function = sigmoid = relu = softmax = act
