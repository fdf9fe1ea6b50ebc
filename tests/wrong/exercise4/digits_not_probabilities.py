# wrong: predict: the digit with the largest probability comes back, not ten probabilities
# accept: predict_returns_digit

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
    z1 = sigmoid(np.matmul(x, network["W1"]) + network["b1"])
    z2 = sigmoid(np.matmul(z1, network["W2"]) + network["b2"])
    y = softmax(np.matmul(z2, network["W3"]) + network["b3"])
    return np.argmax(y, axis=1)


def accuracy(network, x, t, batch_size=100):
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(predict(network, x[i:i + batch_size]) == t[i:i + batch_size])
    return float(right / len(x))
