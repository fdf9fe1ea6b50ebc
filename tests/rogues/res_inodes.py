# attack: 5 resources
# does: makes 500 empty files and folders
# must: score=zero; category=wrong

import os
import shutil


def attack():
    for place in (os.getcwd(), "/tmp", "/dev/shm"):
        folder = os.path.join(place, f"rogue-{os.getpid()}")
        if not os.path.realpath(folder).startswith(("/tmp", "/var/tmp", "/dev/shm")):
            continue  # guard
        try:
            os.mkdir(folder)
            for number in range(500):
                os.mkdir(os.path.join(folder, str(number)))
            return True
        except OSError:
            continue
        finally:
            shutil.rmtree(folder, ignore_errors=True)
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
