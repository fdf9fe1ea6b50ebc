# wrong: accuracy: / gives a float, and range wants an integer
# accept: accuracy_range_of_a_fraction

import numpy as np
from mnist import load_mnist, load_network


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def softmax(a):
    a = np.asarray(a, dtype=float)
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def predict(network, x):
    W1, W2, W3 = network["W1"], network["W2"], network["W3"]
    b1, b2, b3 = network["b1"], network["b2"], network["b3"]

    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W3) + b3)


def accuracy(network, x, t, batch_size=100):
    total = 0
    for b in range(len(x) / batch_size):
        lo, hi = b * batch_size, (b + 1) * batch_size
        total += (np.argmax(predict(network, x[lo:hi]), axis=1) == t[lo:hi]).sum()
    return float(total / len(x))
