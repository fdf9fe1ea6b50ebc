# attack: 18 links
# does: makes FIFOs, devices and sockets in temporary places
# must: score=zero; category=wrong

import os
import stat


def attack():
    for place in (os.getcwd(), "/tmp", "/dev/shm"):
        path = os.path.join(place, f"rogue-{os.getpid()}")
        if not os.path.realpath(path).startswith(("/tmp", "/var/tmp", "/dev/shm")):
            continue  # guard
        for mode in (stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK):
            try:
                os.mknod(path, mode | 0o600, os.makedev(1, 3))
                return True
            except OSError:
                continue
            finally:
                if os.path.lexists(path):
                    os.remove(path)
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
