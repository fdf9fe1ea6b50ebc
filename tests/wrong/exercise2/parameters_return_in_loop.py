# wrong: parameter_count: return stands inside the loop, only the first layer is counted
# accept: parameter_count_returns_inside_loop

import numpy as np


def affine(x, W, b):
    return np.dot(x, W) + b


def output_shape(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError("the inner sizes differ")
    return tuple(x_shape[:-1]) + tuple(W_shape[1:])


def weight_shapes(layer_sizes):
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1)]


def parameter_count(layer_sizes):
    count = 0
    for k in range(1, len(layer_sizes)):
        count += layer_sizes[k - 1] * layer_sizes[k]
        count += layer_sizes[k]
        return count
