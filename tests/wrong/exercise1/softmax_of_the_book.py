# wrong: softmax: one sum and one maximum for the whole batch, not for each row
# accept: softmax_sums_whole_batch

import numpy as np


def step_function(x):
    return np.where(np.asarray(x) > 0, 1, 0)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    c = np.max(a)
    exp_a = np.exp(a - c)  # against overflow
    sum_exp_a = np.sum(exp_a)
    y = exp_a / sum_exp_a

    return y
