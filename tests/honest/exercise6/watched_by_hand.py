import numpy as np
import tensorflow as tf


def train_step(W, b, x, y, learning_rate):
    with tf.GradientTape(watch_accessed_variables=False) as g:
        g.watch([W, b])
        hypothesis = W * x + b
        cost = tf.reduce_mean(tf.square(hypothesis - y))
    W_grad, b_grad = g.gradient(cost, [W, b])
    W.assign_sub(learning_rate * W_grad)
    b.assign_sub(learning_rate * b_grad)
    return cost


def fit_line(x, y, steps=1000, learning_rate=0.01):
    W = tf.Variable(0., dtype='float32')
    b = tf.Variable(0., dtype='float32')
    costs = []
    for epoch in range(1, steps + 1):
        costs.append(float(train_step(W, b, x, y, learning_rate)))
        if epoch % 100 == 0:
            print(f"epoch {epoch:4d} W {W.numpy():.3f} b {b.numpy():.3f} cost {costs[-1]:.5f}")
    return float(W.numpy()), float(b.numpy())
