"""연습 문제 5: Keras의 뉴런 하나가 직선을 배워요.

여러분은 y = 2x라는 것을 알지만 모델은 몰라요. 모델은 점 (x, y)들을 보고 y = w * x + b의 w와 b를 학습해요.
함수 세 개를 작성해요: build_model, train, predict.

x와 y는 형상이 (n,)인 NumPy 배열이에요. Keras 3은 리스트나 수 하나는 받지 않고 배열만 받아요.
그래서 `model.fit([1, 2], [2, 4])`는 오류가 나요. 먼저 np.asarray와 reshape로 바꾸세요.

직접 실행하기(이 파일이 있는 폴더에서, 몇 초 걸려요):  python exercise5_keras_regression.py
독스트링의 예제 확인하기:                              python -m doctest exercise5_keras_regression.py
채점하기:                                              grade exercise5
"""

import keras
import numpy as np


def loss_per_epoch(result: keras.callbacks.History | dict[str, list[float]]) -> list[float]:
    """주어진 함수: `train`이 반환한 것에서 손실을 꺼내요. History든, 리스트가 든 딕셔너리든 괜찮아요."""
    return getattr(result, "history", result)["loss"]


def as_column(x: np.ndarray) -> np.ndarray:
    """풀이 예시: x의 수들을 한 열로 만들어요. 한 행이 샘플 하나예요.

    Keras 3은 리스트를 받지 않아요. 배열이어야 하고, 층에 넣을 때는 한 행이 샘플 하나여야 해요.
    형상: x (n,), 배열이나 리스트 -> (n, 1), float 배열.

    >>> as_column([1, 2, 3]).tolist()
    [[1.0], [2.0], [3.0]]
    """
    return np.asarray(x, dtype=float).reshape(-1, 1)


def build_model(learning_rate: float = 0.01) -> keras.Model:
    """뉴런이 하나이고 컴파일까지 마친 모델이에요.

    수식: y = w * x + b. 모델에는 층이 하나 있어요: Dense(1), 선형(활성화 함수 없음).
    형상: 모델은 (n, 1)을 받아 (n, 1)을 내놓아요.
    옵티마이저는 이 학습률을 쓰는 SGD, 손실 함수는 "mse", 지표는 "mae"로 컴파일하세요.

    >>> build_model().count_params()
    2
    """
    # TODO: 모델을 만들고, 컴파일하고, 반환하세요.
    raise NotImplementedError


def train(model: keras.Model, x: np.ndarray, y: np.ndarray, epochs: int) -> keras.callbacks.History:
    """모델을 x와 y로 이 에폭 수만큼 학습시켜요.

    형상: x (n,)과 y (n,), 배열이에요. Keras 3은 리스트를 받지 않고, 층은 (n, 1)을 원해요.
    as_column을 쓰거나, np.asarray와 reshape를 쓰세요.
    `model.fit`이 반환하는 것, 곧 History를 반환하세요. 키 "loss"가 있고 리스트가 든 딕셔너리도 괜찮아요.

    >>> model = build_model()
    >>> result = train(model, np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 4.0, 6.0, 8.0]), epochs=3)
    >>> len(loss_per_epoch(result))
    3
    """
    # TODO: x와 y를 한 열로 만들고, 모델을 학습시키고, 그 결과를 반환하세요.
    raise NotImplementedError


def predict(model: keras.Model, x: np.ndarray) -> np.ndarray:
    """x에 대한 모델의 답이에요.

    형상: x (n,), 배열 -> (n,), 배열. `model.predict`는 (n, 1)을 주니까 1차원으로 만드세요.

    >>> predict(build_model(), np.array([1.0, 2.0, 3.0])).shape
    (3,)
    """
    # TODO: x를 한 열로 만들고, 모델에 넣어 답을 얻고, 1차원 배열로 반환하세요.
    raise NotImplementedError


if __name__ == "__main__":
    five = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    lines = [
        ("y = 2x", np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 4.0, 6.0, 8.0])),
        ("y = 2x + 1", five[:3], 2 * five[:3] + 1),
    ]
    step = "build_model"
    try:
        for name, x, y in lines:
            step = "build_model"
            model = build_model(learning_rate=0.1)
            step = "train"
            print(f"{name}: x = {x}에서 100에폭 동안 학습해요(몇 초 걸려요) …")
            losses = loss_per_epoch(train(model, x, y, epochs=100))
            print(f"  손실: 처음 {losses[0]:.4f}, 마지막 {losses[-1]:.6f}")
            step = "predict"
            print(f"  x = {five}에 대한 예측: {np.round(predict(model, five), 2)}")
    except NotImplementedError:
        print(f"{step} 함수를 아직 작성하지 않았어요. 작성한 다음 이 파일을 다시 실행하세요.")
