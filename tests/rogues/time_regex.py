# attack: 4 time
# does: a regular expression that keeps the GIL in C
# must: score=zero; category=timeout

import re


def act(x):
    return re.match(r"(a+)+$", "a" * 29 + "b")


step_function = sigmoid = relu = softmax = act
