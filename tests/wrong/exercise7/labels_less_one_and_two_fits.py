# wrong: preprocess: labels - 1 | train: fits twice
# accept: preprocess=preprocess_labels_less_one; train=train_fits_twice

import keras
import numpy as np
from mnist import load_mnist


def preprocess(images, labels):
    x = images.reshape(-1, 784).astype("float32") / 255
    y = np.zeros((len(labels), 10), dtype="float32")
    for i in range(len(labels)):
        y[i, labels[i] - 1] = 1
    return x, y


def build_model() -> keras.Model:
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


def train(model, x, y, epochs=20, batch_size=256):
    model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)
    history = model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)
    return history


def evaluate(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    _loss, accuracy = model.evaluate(x, y, verbose=0)
    return float(accuracy)
