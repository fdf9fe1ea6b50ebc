"""연습 문제 6: 내 손으로 하는 경사 하강법.

연습 문제 5에서는 Keras가 직선을 배웠어요. 이번에는 `fit` 안에서 하는 일을 직접 작성해요. 기울기는 TensorFlow가
구해 주고, 걸음은 여러분이 옮겨요. 함수 두 개를 작성해요: train_step, fit_line.

W와 b는 TensorFlow 변수예요. 변수는 그 자리에서 바꿀 수 있는 수이고, 여기서는 저마다 수 하나를 담고 있어요.
`tf.GradientTape`는 변수로 무엇을 계산하는지 지켜봐요. 그래서 손실이 어느 쪽으로 커지는지 알 수 있어요.

직접 실행하기(이 파일이 있는 폴더에서, 몇 초 걸려요):  python exercise6_gradient_tape.py
독스트링의 예제 확인하기:                              python -m doctest exercise6_gradient_tape.py
채점하기:                                              grade exercise6
"""

import numpy as np
import tensorflow as tf


def halve_square(v: tf.Variable, learning_rate: float) -> tf.Tensor:
    """풀이 예시: 언덕 v * v를 한 걸음 내려가요. 이 언덕의 기울기는 2 * v예요.

    `with` 안에서 계산한 것은 테이프에 기록돼요. 그러면 `gradient`가 v에 대한 손실의 기울기를 줘요.
    `assign_sub`는 변수 자체에서, 그 자리에서 수를 빼요. 걸음을 옮기기 전의 손실을 반환해요.

    >>> v = tf.Variable(3.0)
    >>> float(halve_square(v, 0.25))
    9.0
    >>> float(v)
    1.5
    """
    with tf.GradientTape() as tape:
        loss = v * v
    slope = tape.gradient(loss, v)
    v.assign_sub(learning_rate * slope)
    return loss


def train_step(W: tf.Variable, b: tf.Variable, x: np.ndarray, y: np.ndarray, learning_rate: float) -> tf.Tensor:
    """직선 y = W * x + b를 위한 경사 하강법 한 걸음이에요.

    수식: 손실 = 모든 점에 대한 (W * x + b - y)²의 평균. 이것이 평균 제곱 오차예요.
          W ← W - learning_rate * dloss/dW, b ← b - learning_rate * dloss/db. 기울기는 테이프에서 얻어요.
    형상: x (n,)과 y (n,), float 배열이나 텐서 -> 손실, 수 하나.
    두 기울기 모두 바뀌기 전의 W와 b에서 구한 것이어야 해요. W와 b는 그 자리에서 바뀌고, 새 값을 따로 반환하지 않아요.
    걸음을 옮기기 전의 손실을 반환하세요. float도 되고, 수 하나가 든 텐서도 돼요.

    >>> W, b = tf.Variable(2.0), tf.Variable(0.0)
    >>> loss = train_step(W, b, np.array([1.0, 2.0]), np.array([3.0, 5.0]), learning_rate=0.5)
    >>> float(loss), float(W), float(b)
    (1.0, 3.5, 1.0)
    """
    # TODO: 테이프 위에서 손실을 계산하고, 두 기울기를 구하고, 두 변수를 모두 옮기고, 손실을 반환하세요.
    raise NotImplementedError


def fit_line(x: np.ndarray, y: np.ndarray, steps: int = 1000, learning_rate: float = 0.01) -> tuple[float, float]:
    """점들을 지나는 직선을 `steps`걸음 만에 찾아요: 그 직선의 W와 b.

    변수 두 개를 W = 0.0, b = 0.0으로 시작하세요. 그런 다음 train_step을 `steps`번 호출하세요.
    형상: x (n,)과 y (n,), float 배열이나 텐서 -> float 두 개의 튜플. 먼저 W, 그다음 b.
    변수가 아니라 float예요. `float(W)`는 변수에 든 수를 줘요.

    >>> fit_line(np.array([1.0, 2.0]), np.array([2.0, 4.0]), steps=1, learning_rate=0.25)
    (2.5, 1.5)
    """
    # TODO: 변수 두 개를 만들고, 걸음을 옮기고, float 두 개를 반환하세요.
    raise NotImplementedError


if __name__ == "__main__":
    rng = np.random.default_rng(6)
    x = np.linspace(0.0, 4.0, 20)
    y = 2.0 * x + 1.0 + rng.normal(scale=0.3, size=20)
    print("직선 y = 2x + 1 가까이에 있는 점 20개")
    step = "train_step"
    try:
        W, b = tf.Variable(0.0), tf.Variable(0.0)
        for number in range(1, 6):
            loss = float(train_step(W, b, x, y, learning_rate=0.05))
            print(f"  {number}걸음: 손실 {loss:7.4f} -> W = {float(W):.3f}, b = {float(b):.3f}")
        step = "fit_line"
        slope, intercept = fit_line(x, y)
        print(f"fit_line, 1000걸음 뒤: y = {slope:.3f} * x + {intercept:.3f}")
        best = np.polyfit(x, y, 1)
        print(f"가장 좋은 직선:        y = {best[0]:.3f} * x + {best[1]:.3f}")
    except NotImplementedError:
        print(f"{step} 함수를 아직 작성하지 않았어요. 작성한 다음 이 파일을 다시 실행하세요.")
