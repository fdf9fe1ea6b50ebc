# wrong: output_shape: assert raises AssertionError, not ValueError
# accept: output_shape_asserts

import numpy as np


def affine(x, W, b):
    return np.dot(x, W) + b


def output_shape(x_shape, W_shape):
    assert x_shape[-1] == W_shape[0], "the shapes do not fit"
    return x_shape[:-1] + W_shape[1:]


def weight_shapes(layer_sizes):
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1)]


def parameter_count(layer_sizes):
    total = 0
    for before, after in zip(layer_sizes, layer_sizes[1:]):
        total += before * after + after
    return total
