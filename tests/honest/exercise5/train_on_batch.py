# honest: train_on_batch, float32 columns

import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate: float = 0.01) -> keras.Model:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")], name="line")
    optimizer = keras.optimizers.get({"class_name": "SGD", "config": {"learning_rate": learning_rate}})
    model.compile(optimizer=optimizer, loss="MSE", metrics=["MAE"])
    return model


def train(model, x, y, epochs):
    x = np.asarray(x, dtype="float32")[:, None]
    y = np.asarray(y, dtype="float32")[:, None]
    result = {}
    for _ in range(epochs):
        for name, value in model.train_on_batch(x, y, return_dict=True).items():
            result.setdefault(name, []).append(float(value))
    return result


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
