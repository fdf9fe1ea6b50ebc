"""How well do right and wrong solutions of exercise 7 read digits after a few epochs? The numbers of docs/exercise7.md.

    python scripts/measure_exercise7.py [SEEDS] [EPOCHS]

One TensorFlow process, one training after another; 40 seeds and 10 epochs take some minutes.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
sys.path.insert(0, str(Path(__file__).absolute().parents[1] / "exercises"))

import keras
import numpy as np
from mnist import load_mnist

(X_TRAIN, T_TRAIN), (X_TEST, T_TEST) = load_mnist()
WRONG_SEEDS = 5


class Accuracies(keras.callbacks.Callback):
    """The accuracy on the test images after each epoch."""

    def __init__(self, x):
        super().__init__()
        self.x = x
        self.values = []

    def on_epoch_end(self, epoch, logs=None):
        """Count what is read right."""
        guesses = np.argmax(self.model(self.x).numpy(), axis=1)
        self.values.append(float(np.mean(guesses == T_TEST)))


def build(rate=0.1, activation="relu", loss="categorical_crossentropy"):
    """The model of exercise 7, but for what is given here."""
    layers = [keras.layers.Dense(units, activation=activation) for units in (256, 128)]
    model = keras.Sequential([keras.Input(shape=(784,)), *layers, keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=rate), loss=loss)
    return model


def measure(seed, epochs, scale=1.0, shuffled=False, images=4000, **model):
    """The accuracy after each epoch of one training."""
    keras.utils.set_random_seed(seed)
    y = np.eye(10, dtype=np.float32)[T_TRAIN]
    if shuffled:
        y = y[np.random.default_rng(seed).permutation(len(y))]
    accuracies = Accuracies(X_TEST * scale)
    x = X_TRAIN[:images] * scale
    build(**model).fit(x, y[:images], epochs=epochs, batch_size=256, verbose=0, callbacks=[accuracies])
    return accuracies.values


KINDS = {
    "right": {},
    "learning rate 0.01": {"rate": 0.01},
    "labels shuffled": {"shuffled": True},
    "pixels from 0 to 255": {"scale": 255.0},
    "sigmoid for relu": {"activation": "sigmoid"},
    "mean squared error": {"loss": "mse"},
    "1,000 images only": {"images": 1000},
    "no activation function": {"activation": None},
}


def main(seeds=40, epochs=10):
    """Print one line for each kind and epoch."""
    for kind, words in KINDS.items():
        rows = [measure(seed, epochs, **words) for seed in range(seeds if kind == "right" else WRONG_SEEDS)]
        for epoch, values in enumerate(np.array(rows).T, start=1):
            mean, spread = values.mean(), values.std(ddof=1)
            print(f"{kind:>22}  epoch {epoch:2}  mean {mean:.4f}  sd {spread:.4f}  {values.min():.3f} … {values.max():.3f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
