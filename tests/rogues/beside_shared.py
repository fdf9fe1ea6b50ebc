# attack: 9 files beside
# does: may change the shared module and its data (to the modes that they have already)
# must: score=zero; category=wrong

import os


def attack():
    import mnist

    for path in (mnist.__file__, os.path.join(os.path.dirname(mnist.__file__), "data")):
        try:
            os.chmod(path, os.stat(path).st_mode & 0o7777)
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
