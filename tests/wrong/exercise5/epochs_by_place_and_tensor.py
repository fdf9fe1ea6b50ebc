# wrong: train: epochs in third place is the batch size | predict: a tensor comes back, not an array
# accept: train=train_one_epoch_only; predict=predict_returns_tensor

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
    return model.fit(as_column(x), as_column(y), epochs, verbose=0)


def predict(model, x):
    return model(as_column(x))
