# wrong: train_step: variables before gradients in apply_gradients
# accept: train_step_swaps_pairs

import numpy as np
import tensorflow as tf


def train_step(W, b, x, y, learning_rate):
    opt = tf.keras.optimizers.SGD(learning_rate)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(W * x + b - y))
    grads = tape.gradient(loss, [W, b])
    opt.apply_gradients(zip([W, b], grads))
    return loss


def fit_line(x: np.ndarray, y: np.ndarray, steps: int = 1000, learning_rate: float = 0.01) -> tuple[float, float]:
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        train_step(W, b, x, y, learning_rate)
    return float(W), float(b)
