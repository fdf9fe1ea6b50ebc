import numpy as np
import tensorflow as tf


class LinearModel:
    def __init__(self, W, b):
        self.W, self.b = W, b
    def __call__(self, x):
        return self.W * x + self.b
    @property
    def trainable(self):
        return [self.W, self.b]

def mse(a, b):
    return tf.math.reduce_mean(tf.math.squared_difference(a, b))


def train_step(W: tf.Variable, b: tf.Variable, x, y, learning_rate: float):
    model = LinearModel(W, b)
    with tf.GradientTape() as tape:
        loss = mse(model(x), y)
    for v, g in zip(model.trainable, tape.gradient(loss, model.trainable)):
        v.assign_sub(learning_rate * g)
    return loss


def fit_line(x, y, steps=1000, learning_rate=0.01):
    W = tf.Variable(initial_value=0.0, dtype=tf.float32, name="W")
    b = tf.Variable(initial_value=tf.zeros(()), trainable=True, name="b")
    step = 0
    while step < steps:
        train_step(W, b, x, y, learning_rate)
        step += 1
    return (W.numpy().item(), b.numpy().item())
