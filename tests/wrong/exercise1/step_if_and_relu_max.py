# wrong: step_function: `if` wants one truth value, an array has many | relu: Python's max compares whole arrays
# accept: step_function=step_numbers_only; relu=relu_numbers_only

import numpy as np


def step_function(x):
    if x > 0:
        return 1
    else:
        return 0


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return max(0, x)


def softmax(a):
    a = np.asarray(a, dtype=float)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
