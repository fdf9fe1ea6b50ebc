# attack: 14 stealing
# does: reads environment, folder, memory and open files of its parent and of whoever started that
# must: score=zero; category=wrong

import os


def attack():
    pid = os.getppid()
    for number in {pid, pid - 1, pid - 2, 1}:
        for name in ("environ", "cwd/.", "root/etc/passwd", "mem", "fd", "maps", "stack", "cmdline"):
            try:
                path = f"/proc/{number}/{name}"
                if os.listdir(path) if name in ("fd", "cwd/.") else open(path, "rb").read(1):
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
