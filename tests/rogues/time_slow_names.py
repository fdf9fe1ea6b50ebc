# attack: 4 time
# does: answers with an object whose class takes its time to say its name (guard: 20 s)
# must: score=zero; category=wrong|timeout

import time


class Meta(type):
    def __getattribute__(cls, name):
        time.sleep(20)


class Slow(metaclass=Meta):
    pass


def act(x):
    return [Slow()]


step_function = sigmoid = relu = softmax = act
