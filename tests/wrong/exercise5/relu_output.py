# wrong: build_model: relu at the output, it must be linear
# accept: build_model_relu_output

import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    layers = [keras.Input((1,)), keras.layers.Dense(units=1), keras.layers.ReLU()]
    model = keras.Sequential(layers)
    opt = keras.optimizers.SGD(learning_rate)
    model.compile(opt, "mse", ["mae"])
    return model


def train(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
