"""Reference solution of exercise 1: activation functions.

By hand, in the folder of this file:  python exercise1_activations.py
"""

import numpy as np


def absolute(x: np.ndarray) -> np.ndarray:
    """A worked example: |x|, element by element.

    Formula: |x| = x where x >= 0, and -x where x < 0.
    Shapes: any shape in, the same shape out.

    >>> absolute(np.array([-3.0, 0.0, 2.0])).tolist()
    [3.0, 0.0, 2.0]
    """
    x = np.asarray(x)
    return np.where(x >= 0, x, -x)


def step_function(x: np.ndarray) -> np.ndarray:
    """The step function: on or off.

    Formula: 1 where x > 0, else 0. At x = 0 the answer is 0.
    Shapes: any shape in, the same shape out. The answers are integers.

    >>> step_function(np.array([-1.0, 0.0, 2.0])).tolist()
    [0, 0, 1]
    """
    # `x > 0` on a plain list would be an error, so a list becomes an array first.
    return (np.asarray(x) > 0).astype(int)


def sigmoid(x: np.ndarray) -> np.ndarray:
    """The sigmoid function: a smooth step from 0 to 1.

    Formula: sigmoid(x) = 1 / (1 + exp(-x)).
    Shapes: any shape in, the same shape out.

    >>> sigmoid(np.array([-1.0, 0.0, 1.0])).round(3).tolist()
    [0.269, 0.5, 0.731]
    """
    # Floats first: an unsigned integer has no minus sign, and we need -|x|.
    x = np.asarray(x, dtype=float)
    # exp(1000) is too large for a float; exp(-|x|) is never above 1.
    # Where x < 0, the formula times exp(x) / exp(x) is exp(x) / (exp(x) + 1): the same number.
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def relu(x: np.ndarray) -> np.ndarray:
    """The rectified linear unit: x where x > 0, else 0.

    Formula: relu(x) = max(0, x), element by element.
    Shapes: any shape in, the same shape out.

    >>> relu(np.array([-3.0, 0.0, 2.0])).tolist()
    [0.0, 0.0, 2.0]
    """
    # np.maximum compares element by element; np.max would give one number for the whole array.
    return np.maximum(0, x)


def softmax(a: np.ndarray) -> np.ndarray:
    """Softmax: scores in, probabilities out.

    Formula: softmax(a)_i = exp(a_i) / sum over j of exp(a_j).
    Shapes: (k,) -> (k,) for one sample. (n, k) -> (n, k) for a batch: each row is one sample and sums to 1.
    Large scores such as [1010, 1000, 990] must work too. But exp(1010) is too large for a float.
    Taking the same number away from every score of a sample does not change the answer.

    >>> softmax(np.array([[0.0, 0.0], [1000.0, 1010.0]])).round(3).tolist()
    [[0.5, 0.5], [0.0, 1.0]]
    """
    a = np.asarray(a, dtype=float)
    # Less the largest score of the sample: now the largest exponent is 0, and exp(0) = 1 cannot overflow.
    # keepdims leaves the shape (n, 1), so each row meets its own maximum and its own sum.
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


if __name__ == "__main__":
    x = np.array([-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0])
    print(f"{'x':>13}", x)
    for function in (absolute, step_function, sigmoid, relu, softmax):
        try:
            print(f"{function.__name__:>13}", np.round(function(x), 3))
        except NotImplementedError:
            print(f"{function.__name__:>13} is still to do.")
