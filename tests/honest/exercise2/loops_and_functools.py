# honest: three loops, reduce, walrus

from functools import reduce
import numpy as np


def affine(x, W, b):
    x, W, b = np.asarray(x), np.asarray(W), np.asarray(b)
    if one := x.ndim == 1:
        x = x[None]
    y = np.zeros((x.shape[0], W.shape[1]))
    for n in range(x.shape[0]):
        for j in range(W.shape[1]):
            for i in range(W.shape[0]):
                y[n, j] += x[n, i] * W[i, j]
            y[n, j] += b[j]
    return y[0] if one else y


def output_shape(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError("the inner sizes differ")
    return tuple(x_shape[:-1]) + tuple(W_shape[1:])


def weight_shapes(layer_sizes):
    shapes = []
    previous = None
    for size in layer_sizes:
        if previous is not None:
            shapes.append((previous, size))
        previous = size
    return shapes


def parameter_count(layer_sizes):
    return reduce(lambda total, shape: total + shape[0] * shape[1] + shape[1], weight_shapes(layer_sizes), 0)
