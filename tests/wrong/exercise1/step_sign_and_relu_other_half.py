# wrong: step_function: np.sign gives -1 for negative x | relu: keeps what is below 0
# accept: step_function=step_returns_sign; relu=relu_keeps_the_negatives

import numpy as np


def step_function(x):
    return np.sign(x).astype(int)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    x = np.asarray(x)
    return x * (x < 0)


def softmax(a):
    a = np.asarray(a, dtype=float)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
