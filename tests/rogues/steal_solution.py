# attack: 14 stealing
# does: reads the solution where the grader itself lies, and runs it
# must: score=zero; category=wrong

import os
import sys


def attack():
    root = os.path.dirname(os.path.dirname(os.path.abspath(sys.modules["grader"].__file__)))
    for folder in (root, os.path.join(root, "grader_course")):
        for path in ("solutions/exercise1_activations.py", "./exercises/../solutions/exercise1_activations.py"):
            try:
                with open(os.path.join(folder, path)) as stream:
                    exec(stream.read(), {})
                return True
            except OSError:
                continue
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
