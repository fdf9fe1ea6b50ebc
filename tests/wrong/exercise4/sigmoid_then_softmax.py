# wrong: predict: sigmoid in layer 3 too, before softmax
# accept: predict_sigmoid_before_softmax

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
    weights = [network["W1"], network["W2"], network["W3"]]
    biases = [network["b1"], network["b2"], network["b3"]]
    for W, b in zip(weights, biases):
        x = sigmoid(x.dot(W) + b)
    return softmax(x)


def accuracy(network, x, t, batch_size=100):
    accuracy_cnt = 0
    for i in range(0, len(x), batch_size):
        x_batch = x[i:i + batch_size]
        y_batch = predict(network, x_batch)
        p = np.argmax(y_batch, axis=1)
        accuracy_cnt += np.sum(p == t[i:i + batch_size])
    return float(accuracy_cnt) / len(x)
