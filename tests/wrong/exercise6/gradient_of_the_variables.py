# wrong: train_step: loss and variables swapped in gradient
# accept: train_step_swaps_loss_and_variables

import numpy as np
import tensorflow as tf


def train_step(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(W * x + b - y))
    dW, db = tape.gradient([W, b], loss)
    W.assign_sub(learning_rate * dW)
    b.assign_sub(learning_rate * db)
    return loss


def fit_line(x: np.ndarray, y: np.ndarray, steps: int = 1000, learning_rate: float = 0.01) -> tuple[float, float]:
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        train_step(W, b, x, y, learning_rate)
    return float(W), float(b)
