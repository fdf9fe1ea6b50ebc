# honest: the functional API, a loss object, a metric object, a dict of lists from train

import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    inputs = keras.Input(shape=(1,))
    outputs = keras.layers.Dense(1)(inputs)
    model = keras.Model(inputs=inputs, outputs=outputs)
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=learning_rate),
        loss=keras.losses.MeanSquaredError(),
        metrics=[keras.metrics.MeanAbsoluteError(name="mae")],
    )
    return model


def train(model, x, y, epochs):
    history = model.fit(np.reshape(x, (-1, 1)), np.reshape(y, (-1, 1)), epochs=epochs, verbose=0)
    return history.history


def predict(model, x):
    return model.predict(np.array(x).reshape(-1, 1), verbose=0).flatten()
