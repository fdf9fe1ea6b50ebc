# attack: 14 stealing
# does: imports solutions and checks by their likely names
# must: score=zero; category=wrong

import importlib
import sys


def attack():
    root = sys.modules["grader"].__file__.rsplit("/", 2)[0]
    sys.path[:0] = [root, root + "/solutions", root + "/solutions/checks", root + "/grader_course/solutions"]
    importlib.invalidate_caches()
    sys.path_importer_cache.clear()
    for name in ("solutions.exercise1_activations", "check_exercise1", "reference", "solutions", "grader_course"):
        try:
            module = importlib.import_module(name)
        except BaseException:
            continue
        if getattr(module, "__file__", None) or hasattr(module, "softmax"):
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
