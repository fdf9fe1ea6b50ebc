# honest: batches by np.array_split points, a loop over rows, a counter

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
    z = x
    for i, h in zip((1, 2, 3), (sigmoid, sigmoid, softmax)):
        z = h(np.matmul(z, network[f"W{i}"]) + network[f"b{i}"])
    return z


def accuracy(network, x, t, batch_size=100):
    cuts = list(range(batch_size, len(x), batch_size))
    counter = 0
    for xs, ts in zip(np.split(x, cuts), np.split(t, cuts)):
        for row, label in zip(predict(network, xs), ts):
            if int(row.argmax()) == int(label):
                counter += 1
    return counter / len(x)
