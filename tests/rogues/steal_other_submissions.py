# attack: 14 stealing
# does: looks for the files of others beside the folder that it comes from
# must: score=zero; category=wrong

import os
import sys


def attack():
    here = os.path.dirname(os.path.abspath(__file__))
    folders = {here, os.path.dirname(here), os.getcwd(), os.path.dirname(os.path.abspath(sys.argv[0] or "."))}
    for folder in folders:
        for parent, _, names in os.walk(folder):
            if parent.count("/") > 6 or parent.startswith(("/proc", "/usr", "/sys", "/dev", "/lib")):
                continue
            for name in names:
                if name == "exercise1_activations.py":
                    try:
                        with open(os.path.join(parent, name)) as stream:
                            if "def " in stream.read():
                                return True
                    except OSError:
                        continue
            if folder == "/":
                break
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
