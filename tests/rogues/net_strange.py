# attack: 17 network
# does: sockets of other families: netlink, packets, raw, vsock, the kernel's crypto
# must: score=zero; category=wrong

import socket


def attack():
    for family, kind in ((16, socket.SOCK_RAW), (17, socket.SOCK_RAW), (2, socket.SOCK_RAW), (40, 1), (38, 5)):
        try:
            socket.socket(family, kind).close()
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
