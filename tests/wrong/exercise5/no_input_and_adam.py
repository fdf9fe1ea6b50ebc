# wrong: build_model: Adam, not SGD
# accept: build_model_adam

import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    model = keras.Sequential([keras.layers.Dense(units=1)])
    optimizer = keras.optimizers.Adam(learning_rate=learning_rate)
    model.compile(optimizer=optimizer, loss="mean_squared_error", metrics=["mae"])
    return model


def train(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
