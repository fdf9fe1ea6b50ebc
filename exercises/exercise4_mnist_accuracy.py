"""Exercise 4: how many digits a network reads right.

MNIST: small images of handwritten digits, 28 x 28 = 784 pixels each. The network is trained already.
You let it read the images, and you count how often it is right.
You write two functions: predict and accuracy. Sigmoid and softmax are given.

`load_mnist()` gives (x_train, t_train), (x_test, t_test). x is (n, 784), from 0.0 to 1.0.
t is (n,): the right digit of each image, from 0 to 9 (class indices, not one-hot).
`load_network()` gives the weights and biases: a dict with W1, b1, W2, b2, W3, b3.

By hand, in the folder of this file:  python exercise4_mnist_accuracy.py
The examples in the docstrings:       python -m doctest exercise4_mnist_accuracy.py
Graded:                               grade exercise4
"""

import numpy as np
from mnist import load_mnist, load_network


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Given, from exercise 1: 1 / (1 + exp(-x)), written so that no exp is too large for a float."""
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def softmax(a: np.ndarray) -> np.ndarray:
    """Given, from exercise 1: probabilities along the last axis, so that each row sums to 1."""
    a = np.asarray(a, dtype=float)
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def count_digit(t: np.ndarray, digit: int) -> int:
    """A worked example: how many of the labels t are this digit.

    Shapes: t (n,) -> one number. True counts as 1 and False as 0, so a sum counts what is True.

    >>> count_digit(np.array([7, 2, 1, 7]), 7)
    2
    """
    return int(np.sum(t == digit))


def predict(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """The probability of each digit, for each image.

    network: a dict with W1, b1, W2, b2, W3, b3. `load_network()` gives one.
    Formula: z1 = sigmoid(x · W1 + b1), z2 = sigmoid(z1 · W2 + b2), y = softmax(z2 · W3 + b3).
    Shapes: x (n, 784) -> (n, 10). Each row is one image and sums to 1.

    >>> predict(load_network(), np.zeros((5, 784))).shape
    (5, 10)
    """
    # TODO: go through the three layers, with softmax at the end.
    raise NotImplementedError


def accuracy(network: dict[str, np.ndarray], x: np.ndarray, t: np.ndarray, batch_size: int = 100) -> float:
    """The part of the images that the network reads right, from 0.0 to 1.0.

    x: the images, (n, 784). t: the right digits, (n,): class indices from 0 to 9, not one-hot.
    Call `predict(network, batch)` for one batch at a time. A batch has `batch_size` images.
    The last batch may be smaller. Its images count too.
    The guess for an image is the digit with the largest probability.
    Formula: accuracy = right guesses / n. The answer is one Python float.

    >>> (_, _), (x_test, t_test) = load_mnist()
    >>> accuracy(load_network(), x_test, t_test) > 0.9
    True
    """
    # TODO: go through x batch by batch and count the right guesses.
    raise NotImplementedError


if __name__ == "__main__":
    _, (x_test, t_test) = load_mnist()
    network = load_network()
    step = "predict"
    try:
        guesses = np.argmax(predict(network, x_test[:10]), axis=1)
        print("the first ten labels: ", t_test[:10])
        print("the network's guesses:", guesses)
        step = "accuracy"
        print(f"accuracy on {len(x_test)} test images: {accuracy(network, x_test, t_test):.4f}")
    except NotImplementedError:
        print(f"{step} is still to do. Write it, then run this file again.")
