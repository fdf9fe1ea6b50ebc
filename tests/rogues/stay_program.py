# attack: 16 what stays
# does: starts programs in every way there is (each ends at once)
# must: score=zero; category=wrong

import os
import subprocess


def attack():
    tries = (
        lambda: subprocess.run(["/bin/true"], timeout=5).returncode == 0,
        lambda: os.posix_spawn("/bin/true", ["true"], {}) > 0,
        lambda: os.system("true") == 0,
        lambda: os.popen("echo x").read() == "x\n",
        lambda: __import__("pty").fork()[0] >= 0,
    )
    for act in tries:
        try:
            if act():
                return True
        except (OSError, subprocess.SubprocessError, ImportError):
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
