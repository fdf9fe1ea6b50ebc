# attack: 2 BaseException, skips
# does: asks pytest to skip, to expect the failure, or to stop
# must: score=zero; category=exception|timeout

import pytest


def step_function(x):
    pytest.skip("not today")


def sigmoid(x):
    pytest.xfail("as expected")


def relu(x):
    pytest.exit("all done", returncode=0)


def softmax(a):
    raise pytest.skip.Exception("not today", allow_module_level=True)
