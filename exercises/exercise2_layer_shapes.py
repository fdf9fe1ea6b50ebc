"""Exercise 2: the shapes of a layer.

A layer multiplies its input x by a weight matrix W and adds a bias b.
That works only where the shapes fit. Here you learn to tell the shapes before you run the code.
You write four functions: affine, output_shape, weight_shapes and parameter_count.

By hand, in the folder of this file:  python exercise2_layer_shapes.py
The examples in the docstrings:       python -m doctest exercise2_layer_shapes.py
Graded:                               grade exercise2
"""

import numpy as np


def bias_count(layer_sizes: list[int]) -> int:
    """A worked example: how many biases a network has.

    layer_sizes: the neurons of each layer, the input layer first.
    Formula: one bias for each neuron. The input layer has none.

    >>> bias_count([784, 50, 100, 10])
    160
    """
    return sum(layer_sizes[1:])


def affine(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """One layer before its activation function.

    Formula: x · W + b, where · is the matrix product.
    Shapes: x (d,) or (n, d), W (d, m), b (m,) -> (m,) or (n, m).

    >>> W = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> affine(np.array([1.0, 1.0]), W, np.array([0.5, 0.5, 0.5])).tolist()
    [5.5, 7.5, 9.5]
    """
    # TODO: multiply x by W, then add b.
    raise NotImplementedError


def output_shape(x_shape: tuple[int, ...], W_shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape of np.dot(x, W). Work it out from the two shapes alone.

    Both shapes are 1-D or 2-D:
        (3,) and (3,)     -> ()
        (2, 3) and (3,)   -> (2,)
        (3,) and (3, 4)   -> (4,)
        (2, 3) and (3, 4) -> (2, 4)
    Rule: the last size of x and the first size of W are the inner sizes. They must be equal. They disappear.
    Raise ValueError where the inner sizes differ.

    >>> output_shape((2, 3), (3, 4))
    (2, 4)
    """
    # TODO: check the inner sizes, then return the sizes that are left.
    raise NotImplementedError


def weight_shapes(layer_sizes: list[int]) -> list[tuple[int, int]]:
    """The shape of each weight matrix of a network, first layer first.

    layer_sizes: the neurons of each layer, the input layer first.
    Rule: the matrix between two layers is (size of the layer before, size of the layer after).

    >>> weight_shapes([784, 50, 100, 10])
    [(784, 50), (50, 100), (100, 10)]
    """
    # TODO: make one tuple for each two layers next to each other.
    raise NotImplementedError


def parameter_count(layer_sizes: list[int]) -> int:
    """How many numbers the network learns: all weights and all biases.

    layer_sizes: the neurons of each layer, the input layer first.
    Formula: for each two layers next to each other, before * after weights and `after` biases.

    >>> parameter_count([2, 3, 1])
    13
    """
    # TODO: add up all weights and all biases.
    raise NotImplementedError


if __name__ == "__main__":
    sizes = [784, 50, 100, 10]
    examples = [
        (bias_count, (sizes,)),
        (affine, (np.array([1.0, 2.0]), np.ones((2, 4)), np.arange(4))),
        (output_shape, ((2, 3), (3, 4))),
        (weight_shapes, (sizes,)),
        (parameter_count, (sizes,)),
    ]
    print("A network with layers of", sizes, "neurons:")
    for function, arguments in examples:
        try:
            print(f"{function.__name__:>15}:", function(*arguments))
        except NotImplementedError:
            print(f"{function.__name__:>15} is still to do.")
