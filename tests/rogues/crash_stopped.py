# attack: 3 crash
# does: stops its own process, which is no end that a parent would hear of
# must: score=zero; category=timeout

import os
import signal


def act(x):
    os.kill(os.getpid(), signal.SIGSTOP)


step_function = sigmoid = relu = softmax = act
