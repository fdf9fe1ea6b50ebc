# attack: 2 BaseException, skips
# does: skips itself as unittest does
# must: score=zero; category=exception

import unittest


def act(x):
    raise unittest.SkipTest("not today")


step_function = sigmoid = relu = softmax = act
