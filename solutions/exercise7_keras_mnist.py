"""Reference solution of exercise 7: a network that learns to read digits.

By hand, with `mnist.py` of the exercises on the path:

    PYTHONPATH=exercises python solutions/exercise7_keras_mnist.py
"""

import sys

import keras
import numpy as np
from mnist import load_mnist


def steps_per_epoch(n: int, batch_size: int) -> int:
    """A worked example: how many steps gradient descent takes in one epoch.

    One step learns from one batch of `batch_size` images. The last batch may be smaller. An epoch is all n images.
    So 4,000 images in batches of 256 are 15 whole batches and a last one of 160.

    >>> steps_per_epoch(4000, 256)
    16
    """
    return len(range(0, n, batch_size))


def preprocess(images: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Images and labels in the form that the network takes.

    Formula: x = images / 255, as float32, so that 0 stays 0.0 and 255 becomes 1.0. Always 255, whatever the images.
    Shapes: images (n, 28, 28), uint8 -> x (n, 784), float32: each image is one row.
            labels (n,), from 0 to 9 -> y (n, 10), one-hot: all 0, but 1 at the place of the digit.
    Return both, first x, then y. y has ten columns, also where no label is a 9.

    >>> images, labels = np.full((2, 28, 28), 255, dtype=np.uint8), np.array([3, 0], dtype=np.uint8)
    >>> x, y = preprocess(images, labels)
    >>> x.shape, float(x.max()), x.dtype
    ((2, 784), 1.0, dtype('float32'))
    >>> y.astype(int).tolist()
    [[0, 0, 0, 1, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]]
    """
    # float32 first: images / 255 alone would be float64, twice the memory, and Keras calculates in float32.
    x = images.reshape(len(images), 784).astype("float32") / 255
    # Without the 10, `to_categorical` counts from the labels it sees, and y gets too few columns where no 9 is.
    return x, keras.utils.to_categorical(labels, 10)


def build_model() -> keras.Model:
    """A compiled network with three layers: 784 -> 256 -> 128 -> 10.

    Layers: Dense(256) with "relu", Dense(128) with "relu", Dense(10) with "softmax".
    Shapes: the model takes (n, 784), so start with `keras.Input(shape=(784,))`, and gives (n, 10).
    Compile it with the optimizer SGD and the learning rate 0.1, without momentum, with the loss
    "categorical_crossentropy" and the metric "accuracy".

    >>> build_model().count_params()
    235146
    """
    model = keras.Sequential(
        [
            keras.Input(shape=(784,)),
            keras.layers.Dense(256, activation="relu"),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    optimizer = keras.optimizers.SGD(learning_rate=0.1)
    model.compile(optimizer=optimizer, loss="categorical_crossentropy", metrics=["accuracy"])
    return model


def train(
    model: keras.Model, x: np.ndarray, y: np.ndarray, epochs: int = 20, batch_size: int = 256
) -> keras.callbacks.History:
    """Train the model on x and y, as preprocess gives them.

    epochs: how often all images are seen. batch_size: how many images there are in one step.
    Shapes: x (n, 784) and y (n, 10).
    Return what `model.fit` returns: a History. A dict of lists with the key "loss" is right too.

    >>> x, y = preprocess(np.zeros((6, 28, 28), dtype=np.uint8), np.arange(6))
    >>> len(train(build_model(), x, y, epochs=2, batch_size=3).history["loss"])
    2
    """
    return model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)


def evaluate(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    """The accuracy of the model on x and y: the part of the images that it reads right, from 0.0 to 1.0.

    Shapes: x (n, 784) and y (n, 10), one-hot -> one float.
    `model.evaluate` gives two numbers, the loss and the accuracy. Return only the accuracy. The model stays as it is.

    >>> x, y = preprocess(np.zeros((6, 28, 28), dtype=np.uint8), np.arange(6))
    >>> round(evaluate(build_model(), x, y), 4)
    0.1667
    """
    _loss, accuracy = model.evaluate(x, y, verbose=0)
    return float(accuracy)


if __name__ == "__main__":
    # `python exercise7_keras_mnist.py 5` trains for 5 epochs.
    EPOCHS = int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdecimal() else 20
    (train_images, train_labels), (test_images, test_labels) = load_mnist(normalize=False, flatten=False)
    step = "preprocess"
    try:
        x_train, y_train = preprocess(train_images, train_labels)
        x_test, y_test = preprocess(test_images, test_labels)
        step = "build_model"
        model = build_model()
        print(f"{len(x_train)} images, {steps_per_epoch(len(x_train), 256)} steps an epoch, {EPOCHS} epochs")
        for epoch in range(1, EPOCHS + 1):
            step = "train"
            train(model, x_train, y_train, epochs=1)
            step = "evaluate"
            right = evaluate(model, x_test, y_test)
            bar = "#" * epoch + "." * (EPOCHS - epoch)
            print(f"\r[{bar}] epoch {epoch:2}: accuracy on the test images {right:.3f}", end="", flush=True)
        print(f"\nYour network reads {right:.1%} of {len(x_test)} images that it has never seen.")
    except NotImplementedError:
        print(f"{step} is still to do. Write it, then run this file again.")
