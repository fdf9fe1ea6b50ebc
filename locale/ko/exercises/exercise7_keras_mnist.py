"""연습 문제 7: 숫자 읽기를 배우는 신경망.

연습 문제 4의 신경망은 이미 학습되어 있었어요. 이번에는 Keras로, 이미지 4,000장으로 직접 학습시켜요.
함수 네 개를 작성해요: preprocess, build_model, train, evaluate.

`load_mnist(normalize=False, flatten=False)`는 가공하지 않은 이미지를 줘요: (n, 28, 28), 0에서 255까지의 정수.
레이블은 (n,)이에요: 이미지마다 정답 숫자, 0에서 9까지. 신경망에는 둘 다 다른 형태로 넣어야 해요.

직접 실행하기(이 파일이 있는 폴더에서, 몇 초 걸려요):  python exercise7_keras_mnist.py
독스트링의 예제 확인하기:                              python -m doctest exercise7_keras_mnist.py
채점하기:                                              grade exercise7
"""

import sys

import keras
import numpy as np
from mnist import load_mnist


def steps_per_epoch(n: int, batch_size: int) -> int:
    """풀이 예시: 한 에폭 동안 경사 하강법이 몇 걸음을 옮기는지 세어요.

    한 걸음에 이미지 `batch_size`장짜리 배치 하나로 학습해요. 마지막 배치는 더 작을 수 있어요. 한 에폭은 이미지 n장
    전부예요. 그러니까 4,000장을 256장씩 나누면 꽉 찬 배치가 15개, 160장짜리 마지막 배치가 하나예요.

    >>> steps_per_epoch(4000, 256)
    16
    """
    return len(range(0, n, batch_size))


def preprocess(images: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """이미지와 레이블을 신경망이 받는 형태로 바꿔요.

    수식: x = images / 255, float32로. 그러면 0은 0.0 그대로이고 255는 1.0이 돼요. 어떤 이미지든 언제나 255로 나눠요.
    형상: images (n, 28, 28), uint8 -> x (n, 784), float32: 이미지 한 장이 한 행이에요.
          labels (n,), 0에서 9까지 -> y (n, 10), 원-핫: 정답 숫자의 자리만 1이고 나머지는 모두 0이에요.
    둘 다 반환하세요. 먼저 x, 그다음 y. 레이블에 9가 없어도 y의 열은 10개예요.

    >>> images, labels = np.full((2, 28, 28), 255, dtype=np.uint8), np.array([3, 0], dtype=np.uint8)
    >>> x, y = preprocess(images, labels)
    >>> x.shape, float(x.max()), x.dtype
    ((2, 784), 1.0, dtype('float32'))
    >>> y.astype(int).tolist()
    [[0, 0, 0, 1, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]]
    """
    # TODO: 이미지는 0에서 1까지의 수로 된 행으로, 레이블은 열이 10개인 배열로 만드세요.
    raise NotImplementedError


def build_model() -> keras.Model:
    """층이 세 개인, 컴파일된 신경망이에요: 784 -> 256 -> 128 -> 10.

    층: Dense(256)에는 "relu", Dense(128)에는 "relu", Dense(10)에는 "softmax".
    형상: 모델은 (n, 784)를 받으니까 `keras.Input(shape=(784,))`로 시작하세요. 나오는 것은 (n, 10)이에요.
    옵티마이저는 학습률이 0.1이고 모멘텀이 없는 SGD, 손실 함수는 "categorical_crossentropy", 지표는
    "accuracy"로 컴파일하세요.

    >>> build_model().count_params()
    235146
    """
    # TODO: 모델을 만들고, 컴파일하고, 반환하세요.
    raise NotImplementedError


def train(
    model: keras.Model, x: np.ndarray, y: np.ndarray, epochs: int = 20, batch_size: int = 256
) -> keras.callbacks.History:
    """모델을 x와 y로 학습시켜요. x와 y는 preprocess가 준 형태예요.

    epochs: 이미지 전체를 몇 번 보는지. batch_size: 한 걸음에 이미지를 몇 장 쓰는지.
    형상: x (n, 784)와 y (n, 10).
    `model.fit`이 반환하는 것, 곧 History를 반환하세요. 키 "loss"가 있고 리스트가 든 딕셔너리도 괜찮아요.

    >>> x, y = preprocess(np.zeros((6, 28, 28), dtype=np.uint8), np.arange(6))
    >>> len(train(build_model(), x, y, epochs=2, batch_size=3).history["loss"])
    2
    """
    # TODO: 모델을 학습시키고, 그 결과를 반환하세요.
    raise NotImplementedError


def evaluate(model: keras.Model, x: np.ndarray, y: np.ndarray) -> float:
    """x와 y에 대한 모델의 정확도: 올바르게 읽은 이미지의 비율, 0.0에서 1.0까지.

    형상: x (n, 784)와 y (n, 10), 원-핫 -> float 하나.
    `model.evaluate`는 손실과 정확도, 두 수를 줘요. 정확도만 반환하세요. 모델은 바뀌지 않아야 해요.

    >>> x, y = preprocess(np.zeros((6, 28, 28), dtype=np.uint8), np.arange(6))
    >>> round(evaluate(build_model(), x, y), 4)
    0.1667
    """
    # TODO: 모델의 정확도를 구해 반환하세요.
    raise NotImplementedError


if __name__ == "__main__":
    # `python exercise7_keras_mnist.py 5`라고 하면 5에폭 동안 학습해요.
    EPOCHS = int(sys.argv[1]) if sys.argv[1:] and sys.argv[1].isdecimal() else 20
    (train_images, train_labels), (test_images, test_labels) = load_mnist(normalize=False, flatten=False)
    step = "preprocess"
    try:
        x_train, y_train = preprocess(train_images, train_labels)
        x_test, y_test = preprocess(test_images, test_labels)
        step = "build_model"
        model = build_model()
        print(f"이미지 {len(x_train)}장, 에폭마다 {steps_per_epoch(len(x_train), 256)}걸음, {EPOCHS}에폭")
        for epoch in range(1, EPOCHS + 1):
            step = "train"
            train(model, x_train, y_train, epochs=1)
            step = "evaluate"
            right = evaluate(model, x_test, y_test)
            bar = "#" * epoch + "." * (EPOCHS - epoch)
            print(f"\r[{bar}] 에폭 {epoch:2}: 시험 이미지에 대한 정확도 {right:.3f}", end="", flush=True)
        print(f"\n내 신경망은 한 번도 본 적 없는 이미지 {len(x_test)}장 가운데 {right:.1%}를 올바르게 읽어요.")
    except NotImplementedError:
        print(f"{step} 함수를 아직 작성하지 않았어요. 작성한 다음 이 파일을 다시 실행하세요.")
