"""연습 문제 4: 신경망이 숫자를 몇 개나 맞게 읽을까요?

MNIST는 작은 손글씨 숫자 이미지예요. 한 장은 28 x 28 = 784픽셀이에요. 신경망은 이미 학습되어 있어요.
이 신경망에 이미지를 읽히고, 몇 장이나 맞히는지 세어 보세요.
함수 두 개를 작성해요: predict, accuracy. 시그모이드와 소프트맥스는 주어져 있어요.

`load_mnist()`는 (x_train, t_train), (x_test, t_test)를 줘요. x는 (n, 784)이고 값은 0.0에서 1.0까지예요.
t는 (n,)이고, 이미지마다 정답 숫자가 0에서 9까지의 수로 들어 있어요(원-핫이 아니라 클래스 번호).
`load_network()`는 가중치와 편향을 줘요: W1, b1, W2, b2, W3, b3이 든 딕셔너리.

직접 실행하기(이 파일이 있는 폴더에서):  python exercise4_mnist_accuracy.py
독스트링의 예제 확인하기:                python -m doctest exercise4_mnist_accuracy.py
채점하기:                                grade exercise4
"""

import numpy as np
from mnist import load_mnist, load_network


def sigmoid(x: np.ndarray) -> np.ndarray:
    """주어진 함수(연습 문제 1): 1 / (1 + exp(-x)). exp의 값이 float로 나타내기에 너무 커지지 않게 작성했어요."""
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def softmax(a: np.ndarray) -> np.ndarray:
    """주어진 함수(연습 문제 1): 마지막 축을 따라 구한 확률. 그래서 행마다 합이 1이에요."""
    a = np.asarray(a, dtype=float)
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def count_digit(t: np.ndarray, digit: int) -> int:
    """풀이 예시: 레이블 t 가운데 이 숫자가 몇 개인지 세어요.

    형상: t (n,) -> 수 하나. True는 1, False는 0으로 치니까, 합을 구하면 True의 개수가 나와요.

    >>> count_digit(np.array([7, 2, 1, 7]), 7)
    2
    """
    return int(np.sum(t == digit))


def predict(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """이미지마다 각 숫자일 확률을 구해요.

    network: W1, b1, W2, b2, W3, b3이 든 딕셔너리. `load_network()`로 얻을 수 있어요.
    수식: z1 = sigmoid(x · W1 + b1), z2 = sigmoid(z1 · W2 + b2), y = softmax(z2 · W3 + b3).
    형상: x (n, 784) -> (n, 10). 각 행이 이미지 한 장이고, 행마다 합이 1이에요.

    >>> predict(load_network(), np.zeros((5, 784))).shape
    (5, 10)
    """
    # TODO: 세 층을 차례로 지나가고, 마지막에 소프트맥스를 적용하세요.
    raise NotImplementedError


def accuracy(network: dict[str, np.ndarray], x: np.ndarray, t: np.ndarray, batch_size: int = 100) -> float:
    """정확도: 전체 이미지 가운데 신경망이 맞게 읽은 비율, 0.0에서 1.0까지.

    x: 이미지, (n, 784). t: 정답 숫자, (n,). 원-핫이 아니라 0에서 9까지의 클래스 번호예요.
    배치를 하나씩 넣어 `predict(network, batch)`를 호출하세요. 배치 하나에는 이미지가 `batch_size`장 있어요.
    마지막 배치는 더 작을 수 있어요. 그 이미지들도 빠짐없이 세세요.
    신경망의 예측은 이미지마다 확률이 가장 큰 숫자예요.
    수식: 정확도 = 맞힌 수 / n. 답은 Python의 float 하나예요.

    >>> (_, _), (x_test, t_test) = load_mnist()
    >>> accuracy(load_network(), x_test, t_test) > 0.9
    True
    """
    # TODO: x를 배치로 나누어 차례로 읽으면서 맞힌 예측을 세세요.
    raise NotImplementedError


if __name__ == "__main__":
    _, (x_test, t_test) = load_mnist()
    network = load_network()
    step = "predict"
    try:
        guesses = np.argmax(predict(network, x_test[:10]), axis=1)
        print("처음 열 장의 레이블:", t_test[:10])
        print("신경망의 예측:      ", guesses)
        step = "accuracy"
        print(f"시험 이미지 {len(x_test)}장에 대한 정확도: {accuracy(network, x_test, t_test):.4f}")
    except NotImplementedError:
        print(f"{step} 함수를 아직 작성하지 않았어요. 작성한 다음 이 파일을 다시 실행하세요.")
