# honest: the bias as one more row of W, a class for the shapes

from dataclasses import dataclass
import numpy as np


@dataclass
class Layer:
    before: int
    after: int

    @property
    def shape(self):
        return self.before, self.after

    def __len__(self):
        return self.before * self.after + self.after


def affine(x, W, b):
    ones = np.ones((*np.shape(x)[:-1], 1))
    return np.concatenate([x, ones], axis=-1) @ np.vstack([W, b])


def output_shape(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError("the inner sizes differ")
    return tuple(x_shape[:-1]) + tuple(W_shape[1:])


def weight_shapes(layer_sizes):
    return [Layer(a, b).shape for a, b in zip(layer_sizes, layer_sizes[1:])]


def parameter_count(layer_sizes):
    return sum(len(Layer(a, b)) for a, b in zip(layer_sizes, layer_sizes[1:]))
