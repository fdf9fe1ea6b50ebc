# attack: 14 stealing
# does: reads home folders, keys and the list of users
# must: score=zero; category=wrong

import os
import pwd

PLACES = ("/root", "/home", "/root/.ssh", "/etc", "/etc/passwd", "/etc/shadow", "/var", "/tmp", "/run", "/boot")


def attack():
    places = list(PLACES)
    try:
        places += [entry.pw_dir for entry in pwd.getpwall()]
    except OSError:
        places.append("/srv")
    for place in places:
        if os.path.realpath(place) in ("/", "/usr", "/bin", "/usr/bin", "/dev", "/proc"):
            continue
        try:
            if os.listdir(place) if os.path.isdir(place) else open(place, "rb").read(1):
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
