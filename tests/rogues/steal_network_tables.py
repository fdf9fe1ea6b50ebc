# attack: 14 stealing
# does: reads what the kernel tells of others: connections, mounts, logs, keys
# must: score=zero; category=wrong

import ctypes

PATHS = ("/proc/net/tcp", "/proc/self/net/unix", "/proc/self/mountinfo", "/proc/kmsg", "/proc/keys", "/proc/sched_debug", "/proc/1/mountinfo", "/sys/class/net", "/dev/mem")


def attack():
    for path in PATHS:
        try:
            with open(path, "rb") as stream:
                if stream.read(1):
                    return True
        except OSError:
            continue
    return ctypes.CDLL(None).klogctl(3, ctypes.create_string_buffer(64), 64) > 0


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
