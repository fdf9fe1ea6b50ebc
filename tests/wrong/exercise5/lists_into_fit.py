# wrong: train: Keras 3 takes no lists
# accept: train_gives_lists_to_fit

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
    xs = [float(v) for v in x]
    ys = [float(v) for v in y]
    history = model.fit(xs, ys, epochs=epochs, verbose=0)
    return history


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
