# wrong: parameter_count: the input layer gets biases too
# accept: parameter_count_input_biases_too

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
    weights = sum(rows * cols for rows, cols in weight_shapes(layer_sizes))
    biases = sum(layer_sizes)
    return weights + biases
