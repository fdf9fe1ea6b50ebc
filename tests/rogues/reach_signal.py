# attack: 15 other processes
# does: sends harmless signals (0, SIGCONT) to its parent, its group and whoever it finds
# must: score=zero; category=wrong

import ctypes
import os
import signal


def attack():
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True)
    for number in (0, signal.SIGCONT):
        for send in (lambda: os.kill(parent, number), lambda: os.killpg(os.getpgid(parent), number)):
            try:
                send()
                return True
            except OSError:
                continue
        if libc.sigqueue(parent, int(number), None) == 0:
            return True
    try:
        signal.pidfd_send_signal(os.pidfd_open(parent), 0)
        return True
    except OSError:
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
