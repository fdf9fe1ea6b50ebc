# honest: the book's code, with a transpose for a batch, Korean names and comments

import numpy as np


def step_function(x):
    y = np.array(x) > 0  # 0보다 크면 True
    return y.astype(np.int64)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.exp(-x))


def relu(x):
    x = np.array(x)
    마스크 = (x <= 0)
    결과 = x.copy()
    결과[마스크] = 0
    return 결과


def softmax(점수):
    점수 = np.array(점수)
    if 점수.ndim == 2:  # 배치
        점수 = 점수.T
        점수 = 점수 - np.max(점수, axis=0)  # 오버플로 대책
        y = np.exp(점수) / np.sum(np.exp(점수), axis=0)
        return y.T
    점수 = 점수 - np.max(점수)
    return np.exp(점수) / np.sum(np.exp(점수))
