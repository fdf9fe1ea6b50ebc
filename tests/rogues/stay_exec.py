# attack: 16 what stays
# does: becomes another program
# must: score=zero; category=wrong

import os


def attack():
    for path in ("/bin/true", "/proc/self/exe"):
        try:
            os.execv(path, [path, "-c", "pass"])
        except OSError:
            continue
    try:
        os.execve(os.open("/lib64/ld-linux-x86-64.so.2", os.O_RDONLY), ["ld", "/bin/true"], {})
    except (OSError, NotImplementedError):
        return False
    return True


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
