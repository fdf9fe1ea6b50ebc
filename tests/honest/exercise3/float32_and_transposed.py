# honest: float32 weights, (Wᵀ xᵀ)ᵀ, Korean comments

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def identity_function(x):
    return x


def init_network():
    # 가중치와 편향 초기화
    network = {}
    network['W1'] = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], dtype=np.float32)
    network['b1'] = np.array([0.1, 0.2, 0.3], dtype=np.float32)
    network['W2'] = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], dtype=np.float32)
    network['b2'] = np.array([0.1, 0.2], dtype=np.float32)
    network['W3'] = np.array([[0.1, 0.3], [0.2, 0.4]], dtype=np.float32)
    network['b3'] = np.array([0.1, 0.2], dtype=np.float32)

    return network


def forward(network, x):
    은닉1 = sigmoid((network["W1"].T @ np.transpose(x)).T + network["b1"])
    은닉2 = sigmoid((network["W2"].T @ 은닉1.T).T + network["b2"])
    # 출력층
    return identity_function((network["W3"].T @ 은닉2.T).T + network["b3"])
