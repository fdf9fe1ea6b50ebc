# honest: einsum with an ellipsis, match over the shapes, itertools

from itertools import pairwise
from operator import mul
import numpy as np


def affine(x, W, b):
    return np.einsum("...i,ij->...j", x, W) + b


def output_shape(x_shape, W_shape):
    match (*x_shape,), (*W_shape,):
        case (a,), (c,) if a == c:
            return ()
        case (a,), (c, m) if a == c:
            return (m,)
        case (n, a), (c,) if a == c:
            return (n,)
        case (n, a), (c, m) if a == c:
            return (n, m)
        case _:
            raise ValueError(f"{x_shape} and {W_shape} do not fit")


def weight_shapes(layer_sizes):
    return [*pairwise(layer_sizes)]


def parameter_count(layer_sizes):
    return sum(map(mul, layer_sizes, layer_sizes[1:])) + sum(layer_sizes) - layer_sizes[0]
