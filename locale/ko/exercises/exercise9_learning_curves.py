"""연습 문제 9: 학습 곡선, 그리고 학습을 돕는 것들.

신경망을 학습시키면 에폭이 끝날 때마다 손실이 두 개 나와요. `loss`는 훈련 데이터의 손실, `val_loss`는 다른 데이터의
손실이에요. 두 곡선을 보면 학습이 어떻게 되어 가는지 알 수 있어요. 곡선을 읽고, 그리고, 알맞은 때에 학습을 멈춰 봐요.
그다음에는 학습을 돕는 것을 작성해요: 드롭아웃, 이미지 이동, 그리고 걸음을 옮기는 세 가지 방법.
함수 여덟 개를 작성해요: diagnose, best_epoch, dropout, shift, sgd_step, momentum_step, adam_step, plot_history.

푸는 방법: TODO가 있는 자리에 함수를 작성하고, `raise NotImplementedError` 줄을 지우세요.
배열은 모두 NumPy 배열이에요. 인수는 절대 바꾸지 말고, 새로 만들어 반환하세요.

직접 실행하기(이 파일이 있는 폴더에서, 그림을 저장해요):  python exercise9_learning_curves.py
독스트링의 예제 확인하기:                                 python -m doctest exercise9_learning_curves.py
채점하기:                                                 grade exercise9
"""

import json
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from mnist import DATA


def smooth(values: list[float]) -> list[float]:
    """풀이 예시: 더 매끄러운 곡선. 값마다 자기 자신과 그 앞의 두 값을 평균 낸 것으로 바꿔요.

    값 하나는 어쩌다 높거나 낮을 수 있어요. 세 값의 평균은 덜 출렁여요. 첫 번째 값은 그대로이고,
    두 번째 값은 두 값의 평균이 돼요.
    형상: 수 n개의 리스트가 들어와서 float n개의 리스트가 나가요.

    >>> smooth([5.0, 4.0, 3.0, 2.0])
    [5.0, 4.5, 4.0, 3.0]
    """
    return [float(np.mean(values[max(i - 2, 0) : i + 1])) for i in range(len(values))]


def diagnose(history: dict[str, list[float]]) -> str:
    """두 학습 곡선이 학습에 대해 말해 주는 것: "stalled", "underfitting", "overfitting", "good" 가운데 하나.

    history: 리스트 "loss"(훈련 데이터의 손실)와 "val_loss"(다른 데이터의 손실)가 든 딕셔너리. 에폭마다 수가 하나씩
    있고, 에폭은 하나 이상이에요. 수는 모두 0보다 커요. 다른 키가 더 있을 수도 있지만, 그것은 상관없어요.
    먼저 위의 함수로 두 곡선을 매끄럽게 하세요. 그런 다음 아래 질문을 차례대로 따지세요.
    처음으로 '예'가 나온 질문이 답이에요:
    1. "stalled": 매끄럽게 한 loss의 마지막 값이 첫 값의 0.95배보다 큰가요?
    2. "underfitting": 매끄럽게 한 loss의 마지막 값이 첫 값의 0.5배보다 큰가요?
    3. "overfitting": 매끄럽게 한 val_loss의 마지막 값이 가장 작은 값의 1.1배보다 큰가요?
    4. "good": 위의 어느 것도 아니면 이것이 답이에요.
    "보다 큰"은 `>`예요. 꼭 0.5배이면 아직 0.5배보다 큰 것이 아니에요.
    이것은 이 강좌에서 정한 규칙이에요. 이런 규칙은 여러 가지가 있고, 언제나 맞는 것은 하나도 없어요.

    >>> diagnose({"loss": [2.0, 1.0, 0.5, 0.2, 0.1, 0.1], "val_loss": [1.9, 1.0, 0.7, 0.9, 1.1, 1.2]})
    'overfitting'
    """
    # TODO: 두 곡선을 매끄럽게 한 다음, 질문을 하나씩 차례로 따지세요.
    raise NotImplementedError


def best_epoch(val_loss: list[float], patience: int) -> int:
    """조기 종료: 더 나아지지 않으면 멈추는 학습에서, 그때까지 본 가장 좋은 에폭이에요.

    val_loss를 처음부터 차례로 보세요. 어떤 에폭의 손실이 그 앞의 모든 손실보다 작으면 나아진 것이에요.
    첫 번째 에폭은 언제나 나아진 것으로 봐요. 나아지지 않은 에폭이 `patience`번 잇따르면 학습이 멈춰요.
    리스트에서 그 뒤에 오는 것은 보지 못해요. 리스트의 끝에 이르러도 멈춰요.
    답은 마지막으로 나아진 에폭의 인덱스예요: 0부터 세는 Python의 int.
    val_loss: 수가 하나 이상 든 리스트. patience: 1 이상.

    >>> best_epoch([0.9, 0.5, 0.6, 0.55, 0.3], patience=2)
    1
    >>> best_epoch([0.9, 0.5, 0.6, 0.55, 0.3], patience=3)
    4
    """
    # TODO: val_loss를 차례로 보면서, 지금까지 가장 좋은 에폭을 기억하세요.
    raise NotImplementedError


def dropout(x: np.ndarray, rate: float, rng: np.random.Generator) -> np.ndarray:
    """역드롭아웃(inverted dropout): 일부 수는 0이 되고 나머지는 커져서, 평균은 거의 그대로예요.

    x의 수는 저마다, 다른 수와 상관없이, 확률 `rate`로 0이 돼요. 남는 수는 `1 - rate`로 나누세요.
    rate: 0 이상 1 미만. rate가 0이면 모든 수가 그대로 남아요.
    난수는 rng에서 얻으세요. `rng.random(shape)`은 0에서 1까지의 수로 된 배열을 줘요.
    형상: 어떤 형상이 들어와도 같은 형상으로, float가 되어 나가요. x 자체는 바뀌지 않아야 해요.

    >>> np.unique(dropout(np.ones((100, 100)), 0.5, np.random.default_rng(0))).tolist()
    [0.0, 2.0]
    """
    # TODO: x의 수마다 난수를 하나씩 뽑아, 남길지 0으로 만들지 정하세요.
    raise NotImplementedError


def shift(images: np.ndarray, dy: int, dx: int) -> np.ndarray:
    """이미지를 아래로 dy픽셀, 오른쪽으로 dx픽셀 옮겨요. 학습시킬 이미지가 더 많아져요.

    음수면 위로, 왼쪽으로 옮겨요. 가장자리를 넘어간 것은 사라지고, 반대쪽에는 0이 들어와요.
    넘어간 것이 반대쪽으로 돌아오지는 않아요. dy와 dx는 이미지보다 클 수도 있고, 그러면 0만 남아요.
    형상: 이미지 한 장 (height, width) 또는 여러 장 (n, height, width). 같은 형상과 같은 dtype으로 나가요.
    images 자체는 바뀌지 않아야 해요.

    >>> shift(np.array([[1, 2, 3], [4, 5, 6]]), 1, -1).tolist()
    [[0, 0, 0], [2, 3, 0]]
    """
    # TODO: 0으로 채운 이미지를 만들고, 안쪽에 남는 부분을 거기에 복사하세요.
    raise NotImplementedError


def sgd_step(w: np.ndarray, grad: np.ndarray, learning_rate: float) -> np.ndarray:
    """경사 하강법 한 걸음: 새 가중치.

    수식: w ← w − learning_rate · grad
    형상: w와 grad는 형상이 같고, 답도 같은 형상이에요. w와 grad는 바뀌지 않아야 해요.

    >>> sgd_step(np.array([1.0, 2.0]), np.array([10.0, -10.0]), 0.1).tolist()
    [0.0, 3.0]
    """
    # TODO: 수식을 작성하세요.
    raise NotImplementedError


def momentum_step(
    w: np.ndarray, grad: np.ndarray, velocity: np.ndarray, learning_rate: float, momentum: float = 0.9
) -> tuple[np.ndarray, np.ndarray]:
    """모멘텀이 있는 한 걸음: 새 가중치와 새 속도의 튜플, 이 순서대로.

    가중치가 공처럼 굴러가요. 앞의 속도가 일부 남아 있거든요. (Polyak 1964. Keras의 SGD와 Sutskever 외 2013처럼,
    학습률이 속도 안에 들어 있는 꼴이에요.)
    수식: velocity ← momentum · velocity − learning_rate · grad, 그다음 새 velocity로 w ← w + velocity.
    형상: w, grad, velocity는 형상이 같고, 두 답도 같은 형상이에요. 인수는 바뀌지 않아야 해요.

    >>> w, velocity = momentum_step(np.array([1.0]), np.array([2.0]), np.array([-1.0]), 0.5, momentum=0.5)
    >>> w.tolist(), velocity.tolist()
    ([-0.5], [-1.5])
    """
    # TODO: 두 수식을 작성하고, 두 답을 모두 반환하세요.
    raise NotImplementedError


def adam_step(
    w: np.ndarray,
    grad: np.ndarray,
    m: np.ndarray,
    v: np.ndarray,
    t: int,
    learning_rate: float = 0.001,
    beta_1: float = 0.9,
    beta_2: float = 0.999,
    epsilon: float = 1e-8,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Adam 한 걸음: 새 w, 새 m, 새 v의 튜플, 이 순서대로.

    Kingma와 Ba의 "Adam: a method for stochastic optimization"(2015)에 나오는 알고리즘 1이에요.
    t: 몇 번째 걸음인지. 1부터 세요. 1번째 걸음 전에 m과 v는 모두 0이에요.
    수식, 원소별로: m ← beta_1 · m + (1 − beta_1) · grad
    v ← beta_2 · v + (1 − beta_2) · grad²
    m̂ = m / (1 − beta_1ᵗ), v̂ = v / (1 − beta_2ᵗ), 새 m과 새 v로
    w ← w − learning_rate · m̂ / (√v̂ + epsilon)
    새 m과 새 v는 모자(^)를 씌우지 않은 그대로 반환하세요. 인수는 바뀌지 않아야 해요.
    형상: w, grad, m, v는 형상이 같고, 세 답도 같은 형상이에요.

    >>> zero = np.array([0.0])
    >>> w, m, v = adam_step(np.array([1.0]), np.array([4.0]), zero, zero, t=1, learning_rate=0.1)
    >>> w.round(6).tolist(), m.round(6).tolist(), v.round(6).tolist()
    ([0.9], [0.4], [0.016])
    """
    # TODO: 다섯 수식을 작성하고, w, m, v를 반환하세요.
    raise NotImplementedError


def plot_history(history: dict[str, list[float]]) -> plt.Figure:
    """두 학습 곡선을 그린 새 Matplotlib 그림이에요.

    history: 리스트 "loss"와 "val_loss"가 든 딕셔너리. 에폭마다 수가 하나씩 있어요. 다른 키는 그리지 않아요.
    axes 하나에 선 두 개를 그리고, 이름(label)을 "loss"와 "val_loss"로 붙이세요. 가로축은 에폭 번호이고, 여기서는 1부터
    세요. 범례를 보여 주세요. x축의 이름은 "epoch", y축의 이름은 "loss"로 하세요.
    호출할 때마다 새 그림을 만들어 반환하세요. 보여 주거나 저장하지는 마세요.

    >>> figure = plot_history({"loss": [2.0, 1.0], "val_loss": [2.1, 1.5]})
    >>> [line.get_label() for line in figure.axes[0].get_lines()]
    ['loss', 'val_loss']
    """
    # TODO: plt.subplots로 그림을 만들고, 거기에 두 곡선을 그리세요.
    raise NotImplementedError


if __name__ == "__main__":
    # 손글씨 숫자로 실제로 학습시킨 기록: 손실이 어떻게 되었는지.
    trainings = json.loads((DATA / "curves.json").read_text(encoding="utf-8"))
    step = "diagnose"
    try:
        for number, history in enumerate(trainings):
            step = "diagnose"
            print(f"{number}  {history['story']:<40} {diagnose(history):<14}", end="", flush=True)
            step = "best_epoch"
            print(f"가장 좋은 에폭: {best_epoch(history['val_loss'], patience=5) + 1}/{len(history['loss'])}")
        step = "plot_history"
        chosen = trainings[0]
        path = Path("learning_curve.png").absolute()
        plot_history(chosen).savefig(path)
        print(f"0번 학습({chosen['story']})의 곡선: {diagnose(chosen)}. 그림: {path}")
    except NotImplementedError:
        print(f"\n{step} 함수를 아직 작성하지 않았어요. 작성한 다음 이 파일을 다시 실행하세요.")
