# wrong: build_model: sigmoid at the output
# accept: build_model_sigmoid_output

import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    x = keras.layers.Input(shape=(1,))
    y = keras.layers.Dense(1, activation=keras.activations.sigmoid)(x)
    model = keras.models.Model(x, y)
    model.compile(keras.optimizers.SGD(learning_rate), loss=keras.losses.mean_squared_error, metrics=["mae"])
    return model


def train(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
