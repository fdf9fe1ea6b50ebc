# attack: 18 links
# does: reads /etc/passwd through symbolic and hard links of its own
# must: score=zero; category=wrong

import os


def attack():
    for place in (os.getcwd(), "/tmp", "/dev/shm"):
        path = os.path.join(place, f"rogue-{os.getpid()}")
        if not os.path.realpath(path).startswith(("/tmp", "/var/tmp", "/dev/shm")):
            continue  # guard
        for make in (os.symlink, os.link):
            try:
                make("/etc/passwd", path)
                with open(path) as stream:
                    return bool(stream.read(1))
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
