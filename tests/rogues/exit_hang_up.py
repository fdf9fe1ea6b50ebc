# attack: 1 early exit
# does: hangs up on whoever asked, and ends with status 0
# must: score=zero; category=crashed

import os


def act(x):
    os.closerange(0, 256)
    os._exit(0)


step_function = sigmoid = relu = softmax = act
