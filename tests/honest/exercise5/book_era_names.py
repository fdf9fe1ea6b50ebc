# honest: long names: mean_squared_error, mean_absolute_error; activation said aloud

from keras.models import Sequential
from keras.layers import Dense, Input
from keras.optimizers import SGD
import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    model = Sequential()
    model.add(Input(shape=(1,)))
    model.add(Dense(units=1, activation='linear'))  # 선형
    model.compile(loss='mean_squared_error', optimizer=SGD(learning_rate), metrics=['mean_absolute_error'])
    return model


def train(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model, x):
    return model.predict(as_column(x), verbose=0)[:, 0]
