# wrong: train: the result of fit is not returned | predict: only the answer for the first x comes back
# accept: train=train_returns_none; predict=predict_returns_first_row

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
    model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model, x):
    result = model.predict(as_column(x), verbose=0)
    return result[0]
