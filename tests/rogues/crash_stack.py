# attack: 3 crash
# does: overflows the C stack
# must: score=zero; category=crashed|memory|exception|timeout

import sys


def act(x):
    sys.setrecursionlimit(1 << 30)
    return eval("act(x)", {"act": act, "x": x})


step_function = sigmoid = relu = softmax = act
