# wrong: train: epochs is not given to fit, so there is one epoch
# accept: train_one_epoch_only

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
    x = np.array(x).reshape(len(x), 1)
    y = np.array(y).reshape(len(y), 1)
    history = model.fit(x, y, verbose=0)
    return history.history


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
