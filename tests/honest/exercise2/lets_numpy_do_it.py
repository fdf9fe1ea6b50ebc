# honest: output_shape by multiplying zeros, recursion, x.dot

import numpy as np


def affine(x, W, b):
    y = np.asarray(x).dot(W)
    return np.add(y, b)


def output_shape(x_shape, W_shape):
    return np.dot(np.zeros(x_shape), np.zeros(W_shape)).shape


def weight_shapes(layer_sizes):
    if len(layer_sizes) < 2:
        return []
    first, second, *_ = layer_sizes
    return [(first, second)] + weight_shapes(layer_sizes[1:])


def parameter_count(layer_sizes):
    return sum((rows + 1) * columns for rows, columns in weight_shapes(layer_sizes))
