# attack: 14 stealing
# does: climbs out by folders that were left open, by . and by /proc/self
# must: score=zero; category=wrong

import os

PATHS = ("/proc/self/root/etc/passwd", "/proc/self/cwd/etc/passwd", "/proc/thread-self/root/etc/passwd", "../../etc/passwd")


def attack():
    for descriptor in [*range(3, 256), None]:
        for path in ("etc/passwd", "../etc/passwd", "../../../../../etc/passwd"):
            try:
                with open(os.open(path, os.O_RDONLY, dir_fd=descriptor)) as stream:
                    return bool(stream.read(1))
            except OSError:
                continue
    for path in PATHS:
        try:
            with open(path) as stream:
                return bool(stream.read(1))
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
