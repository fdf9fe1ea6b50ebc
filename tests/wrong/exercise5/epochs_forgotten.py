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
    x, y = np.expand_dims(x, axis=1), np.expand_dims(y, axis=1)
    return model.fit(x, y, verbose=0)


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
