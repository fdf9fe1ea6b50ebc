# wrong: weight_shapes: (after, before) where (before, after) is asked
# accept: weight_shapes_transposed

import numpy as np


def affine(x, W, b):
    return np.dot(x, W) + b


def output_shape(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError("the inner sizes differ")
    return tuple(x_shape[:-1]) + tuple(W_shape[1:])


def weight_shapes(layer_sizes):
    shapes = []
    for i, size in enumerate(layer_sizes[1:]):
        shapes.append((size, layer_sizes[i]))
    return shapes


def parameter_count(layer_sizes):
    total = 0
    for before, after in zip(layer_sizes, layer_sizes[1:]):
        total += before * after + after
    return total
