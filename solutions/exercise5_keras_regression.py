"""Reference solution of exercise 5: one neuron of Keras learns a line.

By hand, in the folder of this file:  python exercise5_keras_regression.py
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
    # With an Input the model is built at once: its weights exist before the first training step.
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
    # The name "sgd" would do for the optimizer, but only the object takes our learning rate.
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=learning_rate), loss="mse", metrics=["mae"])
    return model


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
    # y gets the same shape as the model's answer: (n,) less (n, 1) can broadcast to (n, n), a silent error.
    # verbose=0: a progress bar for four points is only noise.
    return model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model: keras.Model, x: np.ndarray) -> np.ndarray:
    """The model's answers for x.

    Shapes: x (n,), an array -> (n,), an array. `model.predict` gives (n, 1), so make it 1-D.

    >>> predict(build_model(), np.array([1.0, 2.0, 3.0])).shape
    (3,)
    """
    # reshape(-1), not squeeze: squeeze would turn the answer for one sample, (1, 1), into a scalar.
    return model.predict(as_column(x), verbose=0).reshape(-1)


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
