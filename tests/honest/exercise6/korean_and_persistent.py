import numpy as np
import tensorflow as tf


def 예측(기울기, 절편, 입력):
    return 기울기 * 입력 + 절편


def train_step(W, b, x, y, learning_rate):
    # 한 걸음: 손실을 구하고 기울기의 반대 방향으로 이동한다
    x = tf.convert_to_tensor(x, dtype=W.dtype)
    y = tf.convert_to_tensor(y, dtype=W.dtype)
    with tf.GradientTape(persistent=True) as 테이프:
        오차 = 예측(W, b, x) - y
        손실 = tf.reduce_mean(오차 ** 2)
    dW = 테이프.gradient(손실, W)
    db = 테이프.gradient(손실, b)
    del 테이프
    W.assign(W - learning_rate * dW)
    b.assign(b - learning_rate * db)
    return float(손실)


def fit_line(x: np.ndarray, y: np.ndarray, steps: int = 1000, learning_rate: float = 0.01) -> tuple[float, float]:
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    for _ in range(steps):
        train_step(W, b, x, y, learning_rate)
    return float(W), float(b)
