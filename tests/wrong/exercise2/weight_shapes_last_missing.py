# wrong: weight_shapes: the loop ends one too early, the last matrix is missing
# accept: weight_shapes_last_missing

import numpy as np


def affine(x, W, b):
    return np.dot(x, W) + b


def output_shape(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError("the inner sizes differ")
    return tuple(x_shape[:-1]) + tuple(W_shape[1:])


def weight_shapes(layer_sizes):
    result = []
    i = 0
    while i < len(layer_sizes) - 2:
        result += [(layer_sizes[i], layer_sizes[i + 1])]
        i += 1
    return result


def parameter_count(layer_sizes):
    total = 0
    for before, after in zip(layer_sizes, layer_sizes[1:]):
        total += before * after + after
    return total
