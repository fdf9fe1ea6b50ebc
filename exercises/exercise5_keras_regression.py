"""Exercise 5: one neuron of Keras learns a line.

You know y = 2x. The model does not: it sees points (x, y) and learns w and b in y = w * x + b.
You write three functions: build_model, train and predict.

x and y are NumPy arrays of shape (n,). Keras 3 takes no lists and no single numbers: it wants arrays.
So `model.fit([1, 2], [2, 4])` is an error. Convert first, with np.asarray and reshape.

By hand, in the folder of this file:  python exercise5_keras_regression.py   (some seconds)
The examples in the docstrings:       python -m doctest exercise5_keras_regression.py
Graded:                               grade exercise5
"""

import keras
import numpy as np


def loss_per_epoch(result: keras.callbacks.History | dict[str, list[float]]) -> list[float]:
    """Given: the losses in what `train` returns, be it a History or a dict of lists."""
    return getattr(result, "history", result)["loss"]


def as_column(x: np.ndarray) -> np.ndarray:
    """A worked example: the numbers of x as a column, one sample a row.

    Keras 3 takes no lists. It wants arrays, and for a layer one row a sample.
    Shapes: x (n,), an array or a list -> (n, 1), an array of floats.

    >>> as_column([1, 2, 3]).tolist()
    [[1.0], [2.0], [3.0]]
    """
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate: float = 0.01) -> keras.Model:
    """A compiled model with one neuron.

    Formula: y = w * x + b. The model has one layer: Dense(1), linear (no activation function).
    Shapes: the model takes (n, 1) and gives (n, 1).
    Compile it with the optimizer SGD and this learning rate, the loss "mse" and the metric "mae".

    >>> build_model().count_params()
    2
    """
    # TODO: make the model, compile it, return it.
    raise NotImplementedError


def train(model: keras.Model, x: np.ndarray, y: np.ndarray, epochs: int) -> keras.callbacks.History:
    """Train the model on x and y for this many epochs.

    Shapes: x (n,) and y (n,), arrays. Keras 3 takes no lists, and the layer wants (n, 1).
    Use as_column, or np.asarray and reshape.
    Return what `model.fit` returns: a History. A dict of lists with the key "loss" is right too.

    >>> model = build_model()
    >>> result = train(model, np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 4.0, 6.0, 8.0]), epochs=3)
    >>> len(loss_per_epoch(result))
    3
    """
    # TODO: make x and y columns, fit the model, return the result.
    raise NotImplementedError


def predict(model: keras.Model, x: np.ndarray) -> np.ndarray:
    """The model's answers for x.

    Shapes: x (n,), an array -> (n,), an array. `model.predict` gives (n, 1), so make it 1-D.

    >>> predict(build_model(), np.array([1.0, 2.0, 3.0])).shape
    (3,)
    """
    # TODO: make x a column, ask the model, return a 1-D array.
    raise NotImplementedError


if __name__ == "__main__":
    five = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    lines = [
        ("y = 2x", np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 4.0, 6.0, 8.0])),
        ("y = 2x + 1", five[:3], 2 * five[:3] + 1),
    ]
    step = "build_model"
    try:
        for name, x, y in lines:
            step = "build_model"
            model = build_model(learning_rate=0.1)
            step = "train"
            print(f"{name}: learning from x = {x} for 100 epochs (some seconds) …")
            losses = loss_per_epoch(train(model, x, y, epochs=100))
            print(f"  loss: {losses[0]:.4f} at first, {losses[-1]:.6f} at the end")
            step = "predict"
            print(f"  predictions for x = {five}: {np.round(predict(model, five), 2)}")
    except NotImplementedError:
        print(f"{step} is still to do. Write it, then run this file again.")
