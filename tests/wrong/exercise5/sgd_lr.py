# wrong: build_model: SGD(lr=…) is Keras 2, Keras 3 says learning_rate
# accept: build_model_sgd_lr

from keras.models import Sequential
from keras.layers import Dense
from keras.optimizers import SGD
import keras
import numpy as np


def loss_per_epoch(result):
    return getattr(result, "history", result)["loss"]


def as_column(x):
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate=0.01):
    model = Sequential()
    model.add(Dense(1, input_dim=1))
    sgd = SGD(lr=learning_rate)
    model.compile(loss='mean_squared_error', optimizer=sgd, metrics=['mae'])
    return model


def train(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs=epochs, verbose=0)


def predict(model, x):
    return model.predict(as_column(x), verbose=0).reshape(-1)
