# says: inside `with tf.GradientTape() as tape:`
import tensorflow as tf


def train_step(W, b, x, y, learning_rate):
    X = tf.placeholder(tf.float32)
    Y = tf.placeholder(tf.float32)
    loss = tf.reduce_mean(tf.square(W * X + b - Y))
    step = tf.train.GradientDescentOptimizer(learning_rate).minimize(loss)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        _, value = sess.run([step, loss], feed_dict={X: x, Y: y})
    return value


def fit_line(x, y, steps=1000, learning_rate=0.01):
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        train_step(W, b, x, y, learning_rate)
    return float(W), float(b)
