# attack: none
# does: a class with __call__, closures, functools and a dataclass
# must: score=full; category=correct

import dataclasses
import functools

import numpy as np


@dataclasses.dataclass(frozen=True)
class Threshold:
    at: float = 0.0

    def __call__(self, x):
        return np.where(np.asarray(x) > self.at, 1, 0)


def activation(function):
    @functools.wraps(function)
    def call(x):
        return function(np.asarray(x, dtype=float))

    return call


step_function = Threshold()
sigmoid = activation(lambda x: 0.5 * (1 + np.tanh(x / 2)))
relu = activation(functools.partial(np.clip, a_min=0, a_max=None))


@activation
def softmax(a):
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
