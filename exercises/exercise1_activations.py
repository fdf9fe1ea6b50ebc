"""Exercise 1: activation functions.

A neuron adds up its inputs. An activation function then decides how strongly the neuron answers.
You write four of them: step_function, sigmoid, relu and softmax.

How to work: write a function at its TODO, and take the line `raise NotImplementedError` away.
x is a NumPy array. A list or a single number works too, once `np.asarray(x)` made an array of it.
Never change x itself: return a new array.

By hand, in the folder of this file:  python exercise1_activations.py
The examples in the docstrings:       python -m doctest exercise1_activations.py
Graded:                               grade exercise1
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
    # TODO: compare x with 0, then turn True and False into 1 and 0.
    raise NotImplementedError


def sigmoid(x: np.ndarray) -> np.ndarray:
    """The sigmoid function: a smooth step from 0 to 1.

    Formula: sigmoid(x) = 1 / (1 + exp(-x)).
    Shapes: any shape in, the same shape out.

    >>> sigmoid(np.array([-1.0, 0.0, 1.0])).round(3).tolist()
    [0.269, 0.5, 0.731]
    """
    # TODO: write the formula with np.exp.
    raise NotImplementedError


def relu(x: np.ndarray) -> np.ndarray:
    """The rectified linear unit: x where x > 0, else 0.

    Formula: relu(x) = max(0, x), element by element.
    Shapes: any shape in, the same shape out.

    >>> relu(np.array([-3.0, 0.0, 2.0])).tolist()
    [0.0, 0.0, 2.0]
    """
    # TODO: keep what is above 0, and put 0 everywhere else.
    raise NotImplementedError


def softmax(a: np.ndarray) -> np.ndarray:
    """Softmax: scores in, probabilities out.

    Formula: softmax(a)_i = exp(a_i) / sum over j of exp(a_j).
    Shapes: (k,) -> (k,) for one sample. (n, k) -> (n, k) for a batch: each row is one sample and sums to 1.
    Large scores such as [1010, 1000, 990] must work too. But exp(1010) is too large for a float.
    Taking the same number away from every score of a sample does not change the answer.

    >>> softmax(np.array([[0.0, 0.0], [1000.0, 1010.0]])).round(3).tolist()
    [[0.5, 0.5], [0.0, 1.0]]
    """
    # TODO: write the formula for each row, safe for large scores.
    raise NotImplementedError


if __name__ == "__main__":
    x = np.array([-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0])
    print(f"{'x':>13}", x)
    for function in (absolute, step_function, sigmoid, relu, softmax):
        try:
            print(f"{function.__name__:>13}", np.round(function(x), 3))
        except NotImplementedError:
            print(f"{function.__name__:>13} is still to do.")
