# wrong: weight_shapes: the loop goes one too far, IndexError | parameter_count: one bias for a whole layer
# accept: weight_shapes=weight_shapes_index_too_far; parameter_count=parameter_count_one_bias_a_layer

import numpy as np


def affine(x, W, b):
    return np.dot(x, W) + b


def output_shape(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError("the inner sizes differ")
    return tuple(x_shape[:-1]) + tuple(W_shape[1:])


def weight_shapes(layer_sizes):
    shapes = []
    for i in range(len(layer_sizes)):
        shapes.append((layer_sizes[i], layer_sizes[i + 1]))
    return shapes


def parameter_count(layer_sizes):
    n = 0
    for a, b in zip(layer_sizes[:-1], layer_sizes[1:]):
        n += a * b + 1
    return n
