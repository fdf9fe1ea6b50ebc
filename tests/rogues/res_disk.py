# attack: 5 resources
# does: writes 64 MB to temporary places
# must: score=zero; category=wrong

import os

PLACES = (os.getcwd(), "/tmp", "/var/tmp", "/dev/shm")


def attack():
    for place in PLACES:
        path = os.path.join(place, f"rogue-{os.getpid()}")
        if not os.path.realpath(path).startswith(("/tmp", "/var/tmp", "/dev/shm")):
            continue  # guard
        try:
            with open(path, "wb") as stream:
                for _ in range(64):
                    stream.write(bytes(1 << 20))
            return True
        except OSError:
            continue
        finally:
            if os.path.exists(path):
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
