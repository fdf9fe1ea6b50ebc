# says: `tf.random.normal`
import tensorflow as tf

W = tf.Variable(tf.random_normal([1]))
b = tf.Variable(tf.random_normal([1]))
