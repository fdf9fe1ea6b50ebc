# attack: 4 time
# does: sleeps (guard: 20 s)
# must: score=zero; category=timeout

import time


def act(x):
    time.sleep(20)


step_function = sigmoid = relu = softmax = act
