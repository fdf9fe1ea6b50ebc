# wrong: fit_line: stops where the loss is small
# accept: fit_line_stops_early

import numpy as np
import tensorflow as tf


def train_step(W: tf.Variable, b: tf.Variable, x: np.ndarray, y: np.ndarray, learning_rate: float) -> tf.Tensor:
    with tf.GradientTape() as tape:  # variables are watched by themselves; a plain tensor would need tape.watch
        loss = tf.reduce_mean(tf.square(W * x + b - y))
    # One call for both: a tape forgets everything once it has been asked.
    slope_W, slope_b = tape.gradient(loss, [W, b])
    # Not `W -= …`: that would make a new tensor, and the caller's variable would stay as it is.
    W.assign_sub(learning_rate * slope_W)
    b.assign_sub(learning_rate * slope_b)
    return loss


def fit_line(x, y, steps=1000, learning_rate=0.01):
    W = tf.Variable(0.0)
    b = tf.Variable(0.0)
    for i in range(steps):
        loss = train_step(W, b, x, y, learning_rate)
        if loss < 0.01:
            break
    return float(W), float(b)
