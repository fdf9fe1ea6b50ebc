# says: Write plain `float`
import numpy as np


def diagnose(history):
    raise NotImplementedError


def best_epoch(val_loss, patience):
    raise NotImplementedError


def dropout(x, rate, rng):
    mask = (rng.random(x.shape) < 1 - rate).astype(np.float)
    return x * mask / (1 - rate)


def shift(images, dy, dx):
    raise NotImplementedError


def sgd_step(w, grad, learning_rate):
    return w - learning_rate * grad


def momentum_step(w, velocity, grad, learning_rate=0.01, momentum=0.9):
    raise NotImplementedError


def adam_step(w, m, v, t, grad, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    raise NotImplementedError


def plot_history(history):
    raise NotImplementedError
