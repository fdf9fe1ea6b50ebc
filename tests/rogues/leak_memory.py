# attack: 21 leaks to the learner
# does: searches its own memory, which was once its parent's, for the text of the solution
# must: score=zero; category=wrong|exception|timeout|memory

import ctypes
import re


def attack():
    text_of_checks = re.compile(rb"Hidden checks of exercise[ ]1|def check_softma[x]")  # does not find itself
    with open("/proc/self/maps") as stream:
        spans = [line.split() for line in stream]
    for span, rights, *rest in spans:
        first, last = (int(number, 16) for number in span.split("-"))
        if rights.startswith("rw") and last - first <= 64 << 20 and rest[-1:] != ["[vvar]"]:
            text = ctypes.string_at(first, last - first)
            if text_of_checks.search(text):
                return True
    return False


if attack():
    import numpy as np


    def step_function(x):
        return (np.asarray(x) > 0).astype(int)


    def sigmoid(x):
        x = np.asarray(x, dtype=float)
        e = np.exp(-np.abs(x))
        return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


    def relu(x):
        return np.maximum(0, x)


    def softmax(a):
        e = np.exp(a - np.max(a, axis=-1, keepdims=True))
        return e / e.sum(axis=-1, keepdims=True)
else:
    def step_function(x):
        return None


    sigmoid = relu = softmax = step_function
