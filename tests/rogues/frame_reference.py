# attack: 8 frames
# does: searches all living objects for another function called softmax, and for modules of checks
# must: score=zero; category=wrong

import gc
import sys
import types


def attack():
    for found in gc.get_objects():
        if isinstance(found, types.FunctionType) and found.__name__ in ("softmax", "check_softmax_rows"):
            if found.__globals__ is not globals() and "keras" not in found.__module__ and "scipy" not in found.__module__:
                return True
    return any(name.startswith(("reference", "solutions", "check_")) for name in sys.modules)


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
