# wrong: build_model: Adam, not SGD
# accept: build_model_adam

import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    model = keras.models.Sequential([keras.layers.Input(shape=[1]), keras.layers.Dense(1, activation="linear")])
    model.compile(loss=keras.losses.MeanSquaredError(), optimizer=keras.optimizers.Adam(learning_rate=learning_rate),
                  metrics=[keras.metrics.MeanAbsoluteError(name="mae")])
    return model


def train(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
