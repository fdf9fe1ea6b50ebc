# attack: 4 time
# does: answers at once with an object that takes its time to be looked at (guard: 20 s)
# must: score=zero; category=wrong|timeout

import time


class Slow:
    def __array__(self, dtype=None, copy=None):
        time.sleep(20)

    __len__ = __iter__ = __eq__ = __bool__ = __float__ = __repr__ = __hash__ = __array__


def act(x):
    return Slow()


step_function = sigmoid = relu = softmax = act
