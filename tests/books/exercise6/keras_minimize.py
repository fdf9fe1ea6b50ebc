# says: `minimize` and `compute_gradients` are gone from Keras 3
import tensorflow as tf


def train_step(W, b, x, y, learning_rate):
    opt = tf.optimizers.SGD(learning_rate)

    def loss():
        return tf.reduce_mean(tf.square(W * x + b - y))

    before = loss()
    opt.minimize(loss, var_list=[W, b])
    return before


def fit_line(x, y, steps=1000, learning_rate=0.01):
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        train_step(W, b, x, y, learning_rate)
    return float(W), float(b)
