# wrong: accuracy: the count is overwritten by each batch, not added to
# accept: accuracy_last_batch_only

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
    starts = range(0, len(x), batch_size)
    for s in starts:
        xs, ts = x[s:s + batch_size], t[s:s + batch_size]
        correct = np.count_nonzero(np.argmax(predict(network, xs), axis=1) == ts)
    return correct / len(x)
