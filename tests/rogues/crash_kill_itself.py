# attack: 3 crash
# does: kills its own process
# must: score=zero; category=crashed

import os
import signal


def act(x):
    os.kill(os.getpid(), signal.SIGKILL)


step_function = sigmoid = relu = softmax = act
