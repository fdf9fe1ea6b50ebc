# honest: float32 arithmetic, weighted mean of the batches, sorted instead of argmax

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
    def 층(입력, 번호):
        return 입력.dot(network["W" + str(번호)]) + network["b" + str(번호)]

    x = np.asarray(x, dtype=np.float32)
    h = sigmoid(층(x, 1)).astype(np.float32)
    h = sigmoid(층(h, 2))
    return softmax(층(h, 3))


def accuracy(network, x, t, batch_size=100):
    means, sizes = [], []
    i = 0
    while (batch := x[i:i + batch_size]).size:
        guess = np.argsort(predict(network, batch), axis=1)[:, -1]
        means.append(np.mean(guess == t[i:i + len(batch)]))
        sizes.append(len(batch))
        i += batch_size
    return float(np.average(means, weights=sizes))
