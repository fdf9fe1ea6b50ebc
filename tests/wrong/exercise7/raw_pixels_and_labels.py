# wrong: preprocess: neither divided nor one-hot
# accept: preprocess_does_not_divide

import keras
import numpy as np
from mnist import load_mnist


def preprocess(images, labels):
    x = images.reshape(-1, 784).astype("float32")
    return x, labels


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


def train(
    model: keras.Model, x: np.ndarray, y: np.ndarray, epochs: int = 20, batch_size: int = 256
) -> keras.callbacks.History:
    return model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)


def evaluate(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    _loss, accuracy = model.evaluate(x, y, verbose=0)
    return float(accuracy)
