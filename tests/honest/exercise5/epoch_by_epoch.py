# honest: one fit an epoch in a loop, the losses in a dict; the model called, not predict

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
    losses = []
    for epoch in range(epochs):
        history = model.fit(as_column(x), as_column(y), epochs=1, verbose=0)
        losses += history.history["loss"]
    return {"loss": losses}


def predict(model, x):
    return keras.ops.convert_to_numpy(model(as_column(x))).ravel()
