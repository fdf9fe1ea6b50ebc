# wrong: train_step: the factor 2 of the square is missing
# accept: train_step_forgets_two

import numpy as np
import tensorflow as tf


def train_step(W, b, x, y, learning_rate):
    err = W * x + b - y
    loss = tf.reduce_mean(tf.square(err))
    dW = tf.reduce_mean(err * x)
    db = tf.reduce_mean(err)
    W.assign_sub(learning_rate * dW)
    b.assign_sub(learning_rate * db)
    return loss


def fit_line(x: np.ndarray, y: np.ndarray, steps: int = 1000, learning_rate: float = 0.01) -> tuple[float, float]:
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        train_step(W, b, x, y, learning_rate)
    return float(W), float(b)
