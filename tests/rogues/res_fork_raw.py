# attack: 5 resources
# does: forks by raw system calls: fork, vfork without Python, clone, clone3 (one child each, which ends at once)
# must: score=zero; category=wrong

import ctypes
import os
import platform

CALLS = {"x86_64": (57, 56, 435), "aarch64": (220, 220, 435)}


class CloneArgs(ctypes.Structure):
    _fields_ = [("words", ctypes.c_uint64 * 11)]


def attack():
    libc = ctypes.CDLL(None, use_errno=True)
    fork, clone, clone3 = CALLS[os.uname().machine]
    arguments = CloneArgs()
    arguments.words[4] = 17
    tries = ((fork, 17, 0, 0, 0, 0), (clone, 17, 0, 0, 0, 0), (clone3, ctypes.byref(arguments), 88))
    for number, *rest in tries:
        pid = libc.syscall(number, *[ctypes.c_long(a) if isinstance(a, int) else a for a in rest])
        if pid == 0:
            os._exit(0)
        if pid > 0:
            os.waitpid(pid, 0)
            return True
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
