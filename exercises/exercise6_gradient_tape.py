"""Exercise 6: gradient descent with your own hands.

In exercise 5, Keras learned a line. Now you write what `fit` does inside: TensorFlow gives you the gradients,
and you take the steps. You write two functions: train_step and fit_line.

W and b are TensorFlow variables: numbers that can change in place. Each holds one number.
`tf.GradientTape` watches what you calculate with them. Then it knows in which direction the loss grows.

By hand, in the folder of this file:  python exercise6_gradient_tape.py   (some seconds)
The examples in the docstrings:       python -m doctest exercise6_gradient_tape.py
Graded:                               grade exercise6
"""

import numpy as np
import tensorflow as tf


def halve_square(v: tf.Variable, learning_rate: float) -> tf.Tensor:
    """A worked example: one step down the hill v * v, whose slope is 2 * v.

    What is calculated inside the `with` is on the tape. `gradient` then gives the slope of the loss in v.
    `assign_sub` takes a number away from the variable itself, in place. The old loss comes back.

    >>> v = tf.Variable(3.0)
    >>> float(halve_square(v, 0.25))
    9.0
    >>> float(v)
    1.5
    """
    with tf.GradientTape() as tape:
        loss = v * v
    slope = tape.gradient(loss, v)
    v.assign_sub(learning_rate * slope)
    return loss


def train_step(W: tf.Variable, b: tf.Variable, x: np.ndarray, y: np.ndarray, learning_rate: float) -> tf.Tensor:
    """One step of gradient descent for the line y = W * x + b.

    Formula: loss = mean of (W * x + b - y)², over all points. That is the mean squared error.
             W ← W - learning_rate * dloss/dW, and b ← b - learning_rate * dloss/db, with the gradients of the tape.
    Shapes: x (n,) and y (n,), arrays of floats or tensors -> the loss, one number.
    Both gradients belong to the old W and b. W and b change in place: nobody else gets the new ones.
    Return the loss before the step. A float is right, and so is a tensor of one number.

    >>> W, b = tf.Variable(2.0), tf.Variable(0.0)
    >>> loss = train_step(W, b, np.array([1.0, 2.0]), np.array([3.0, 5.0]), learning_rate=0.5)
    >>> float(loss), float(W), float(b)
    (1.0, 3.5, 1.0)
    """
    # TODO: calculate the loss on a tape, ask for both gradients, take both steps, return the loss.
    raise NotImplementedError


def fit_line(x: np.ndarray, y: np.ndarray, steps: int = 1000, learning_rate: float = 0.01) -> tuple[float, float]:
    """The line through the points, found in `steps` steps: its W and its b.

    Start with W = 0.0 and b = 0.0, two variables. Then call train_step as often as `steps` says.
    Shapes: x (n,) and y (n,), arrays of floats or tensors -> a tuple of two floats, first W, then b.
    Floats, not variables: `float(W)` gives the number in a variable.

    >>> fit_line(np.array([1.0, 2.0]), np.array([2.0, 4.0]), steps=1, learning_rate=0.25)
    (2.5, 1.5)
    """
    # TODO: make the two variables, take the steps, return two floats.
    raise NotImplementedError


if __name__ == "__main__":
    rng = np.random.default_rng(6)
    x = np.linspace(0.0, 4.0, 20)
    y = 2.0 * x + 1.0 + rng.normal(scale=0.3, size=20)
    print("20 points near the line y = 2x + 1")
    step = "train_step"
    try:
        W, b = tf.Variable(0.0), tf.Variable(0.0)
        for number in range(1, 6):
            loss = float(train_step(W, b, x, y, learning_rate=0.05))
            print(f"  step {number}: loss {loss:7.4f} -> W = {float(W):.3f}, b = {float(b):.3f}")
        step = "fit_line"
        slope, intercept = fit_line(x, y)
        print(f"fit_line, after 1000 steps: y = {slope:.3f} * x + {intercept:.3f}")
        best = np.polyfit(x, y, 1)
        print(f"the best line there is:     y = {best[0]:.3f} * x + {best[1]:.3f}")
    except NotImplementedError:
        print(f"{step} is still to do. Write it, then run this file again.")
