# attack: 3 crash
# does: writes to address 0
# must: score=zero; category=crashed

import ctypes


def act(x):
    ctypes.memset(None, 0, 8)


step_function = sigmoid = relu = softmax = act
