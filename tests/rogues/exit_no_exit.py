# attack: 1 early exit
# does: replaces os._exit and leaves by SystemExit, hoping that a forked child goes on as its parent
# must: score=zero; category=exception

import os
import sys

os._exit = lambda status: None
sys.exit = os._exit


def act(x):
    raise SystemExit(0)


step_function = sigmoid = relu = softmax = act
