# attack: 5 resources
# does: takes 700 MiB of private memory (untouched)
# must: score=zero; category=wrong

import mmap


def attack():
    try:
        return mmap.mmap(-1, 700 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) is not None
    except (OSError, MemoryError):
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
