# wrong: build_model: the metric is accuracy, not mae
# accept: build_model_accuracy_metric

import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    model = keras.Sequential()
    model.add(keras.layers.Dense(1))
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=learning_rate), loss="mse", metrics=["accuracy"])
    return model


def train(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
