# wrong: preprocess: reshape(784, -1).T | train: one epoch too few in a loop of its own
# accept: preprocess=preprocess_mixes_pixels; train=train_one_epoch_too_few

import keras
import numpy as np
from mnist import load_mnist


def preprocess(images, labels):
    x = images.reshape(784, -1).T.astype("float32") / 255
    y = keras.utils.to_categorical(labels, 10)
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
    history = {"loss": [], "accuracy": []}
    for epoch in range(1, epochs):
        h = model.fit(x, y, batch_size=batch_size, epochs=1, verbose=0)
        history["loss"].append(h.history["loss"][0])
        history["accuracy"].append(h.history["accuracy"][0])
    return history


def evaluate(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    _loss, accuracy = model.evaluate(x, y, verbose=0)
    return float(accuracy)
