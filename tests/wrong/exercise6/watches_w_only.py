# wrong: train_step: the tape watches W only
# accept: train_step_loss_outside_tape

import numpy as np
import tensorflow as tf


def train_step(W, b, x, y, learning_rate):
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch(W)
        loss = tf.reduce_mean(tf.square(W * x + b - y))
    dW, db = tape.gradient(loss, [W, b])
    W.assign_sub(learning_rate * dW)
    b.assign_sub(learning_rate * db)
    return loss


def fit_line(x: np.ndarray, y: np.ndarray, steps: int = 1000, learning_rate: float = 0.01) -> tuple[float, float]:
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        train_step(W, b, x, y, learning_rate)
    return float(W), float(b)
