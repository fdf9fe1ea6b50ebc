# attack: 5 resources
# does: writes 64 MB to files without a name: memfd, O_TMPFILE
# must: score=zero; category=wrong

import os


def attack():
    openers = [lambda: os.memfd_create("rogue")]
    openers += [lambda place=place: os.open(place, os.O_TMPFILE | os.O_RDWR) for place in ("/tmp", "/dev/shm")]
    for opener in openers:
        try:
            descriptor = opener()
            os.ftruncate(descriptor, 64 << 20)
            os.pwrite(descriptor, b"x" * 4096, 60 << 20)
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
