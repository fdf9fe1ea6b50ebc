# wrong: step_function: 1.0 and 0.0 come back, not integers | relu: a list comes back, and only for one row
# accept: step_function=step_returns_floats; relu=relu_returns_list

import numpy as np


def step_function(x):
    x = np.asarray(x)
    return (x > 0).astype(np.float32)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return [v if v > 0 else 0 for v in x]


def softmax(a):
    a = np.asarray(a, dtype=float)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
