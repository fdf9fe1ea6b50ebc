# wrong: train: nb_epoch is Keras 1, it is called epochs
# accept: train_nb_epoch

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
    hist = model.fit(x.reshape(-1, 1), y.reshape(-1, 1), nb_epoch=epochs, verbose=0)
    return hist


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
