# wrong: output_shape: None comes back where the sizes differ, no ValueError
# accept: output_shape_mismatch_gives_none

import numpy as np


def affine(x, W, b):
    return np.dot(x, W) + b


def output_shape(x_shape, W_shape):
    *left, inner_x = x_shape
    inner_w, *right = W_shape
    if inner_x == inner_w:
        return tuple(left + right)


def weight_shapes(layer_sizes):
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1)]


def parameter_count(layer_sizes):
    total = 0
    for before, after in zip(layer_sizes, layer_sizes[1:]):
        total += before * after + after
    return total
