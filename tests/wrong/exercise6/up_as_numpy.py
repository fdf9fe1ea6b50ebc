# wrong: train_step: adds the step, and returns a NumPy number
# accept: train_step_goes_up

import numpy as np
import tensorflow as tf


def train_step(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(W * x + b - y))
    dW, db = tape.gradient(loss, [W, b])
    W.assign_add(learning_rate * dW)
    b.assign_add(learning_rate * db)
    return loss.numpy()


def fit_line(x: np.ndarray, y: np.ndarray, steps: int = 1000, learning_rate: float = 0.01) -> tuple[float, float]:
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        train_step(W, b, x, y, learning_rate)
    return float(W), float(b)
