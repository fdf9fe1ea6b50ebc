# attack: 15 other processes
# does: changes limits, priority and processors of its parent (to what they are already)
# must: score=zero; category=wrong

import ctypes
import os
import resource


def attack():
    parent = os.getppid()
    tries = (
        lambda: resource.prlimit(parent, resource.RLIMIT_CORE),
        lambda: resource.prlimit(parent, resource.RLIMIT_CORE, (0, 0)),
        lambda: os.setpriority(os.PRIO_PROCESS, parent, os.getpriority(os.PRIO_PROCESS, parent)),
        lambda: os.sched_setaffinity(parent, os.sched_getaffinity(parent)),
        lambda: os.sched_setscheduler(parent, os.SCHED_OTHER, os.sched_param(0)),
    )
    for act in tries:
        try:
            act()
            return True
        except (OSError, ValueError):
            continue
    return ctypes.CDLL(None).prctl(1, 0, 0, 0, 0) == 0


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
