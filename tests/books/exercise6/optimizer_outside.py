# says: take the steps yourself
import tensorflow as tf

optimizer = tf.train.GradientDescentOptimizer(0.01)
