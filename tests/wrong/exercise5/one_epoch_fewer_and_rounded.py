# wrong: train: one epoch fewer than asked for | predict: the answers are rounded
# accept: train=silence; predict=predict_rounds

import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    model = keras.Sequential()
    model.add(keras.Input(shape=(1,)))
    model.add(keras.layers.Dense(1))
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=learning_rate), loss="mse", metrics=["mae"])
    return model


def train(model, x, y, epochs):
    history = {"loss": []}
    for epoch in range(1, epochs):
        h = model.fit(as_column(x), as_column(y), verbose=0)
        history["loss"].append(h.history["loss"][0])
    return history


def predict(model, x):
    return np.round(model.predict(as_column(x), verbose=0).ravel())
