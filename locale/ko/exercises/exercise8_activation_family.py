"""연습 문제 8: 활성화 함수의 가족, 그리고 그 기울기.

시그모이드와 ReLU에게는 친척이 많아요. 그 가운데 여섯을 작성해요: tanh, leaky_relu, elu, selu, swish, mish.
그다음에는 기울기 셋을 작성해요. 시그모이드, tanh, ReLU가 x에서 얼마나 가파른지예요. 학습하려면 기울기가 필요해요.
마지막으로 이 가족을 그려요: plot_activations.

x는 NumPy 배열이에요. 리스트나 수 하나가 들어와도 `np.asarray(x)`로 배열을 만들면 돼요.
x 자체는 절대 바꾸지 마세요. 1000이나 -1000처럼 아주 큰 수도 되어야 해요. NaN이나 무한대가 나오면 안 돼요.

직접 실행하기(이 파일이 있는 폴더에서, 그림을 저장해요):  python exercise8_activation_family.py
독스트링의 예제 확인하기:                                 python -m doctest exercise8_activation_family.py
채점하기:                                                 grade exercise8
"""

from pathlib import Path

import numpy as np

# SELU 논문: Klambauer, Unterthiner, Mayr, Hochreiter, "Self-Normalizing Neural Networks", 2017.
# 이 두 수를 쓰면 층에서 나오는 값의 평균이 0, 분산이 1로 유지돼요.
SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def sigmoid(x: np.ndarray) -> np.ndarray:
    """주어진 함수(연습 문제 1): 1 / (1 + exp(-x)). exp의 값이 float로 나타내기에 너무 커지지 않게 작성했어요."""
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def relu(x: np.ndarray) -> np.ndarray:
    """주어진 함수(연습 문제 1): x > 0이면 x, 아니면 0."""
    return np.maximum(0, x)


def softplus(x: np.ndarray) -> np.ndarray:
    """풀이 예시: 모서리가 둥근 ReLU. mish를 작성할 때 필요해요.

    수식: softplus(x) = log(1 + exp(x)). 그런데 exp(1000)은 float로 나타내기에는 너무 커요.
    `np.logaddexp(a, b)`는 log(exp(a) + exp(b))이고, 큰 수에도 안전해요. 그리고 1은 exp(0)이에요.
    형상: 어떤 형상이 들어와도 같은 형상으로 나가요.

    >>> softplus(np.array([-1000.0, 0.0, 1000.0])).round(4).tolist()
    [0.0, 0.6931, 1000.0]
    """
    return np.logaddexp(0.0, x)


def tanh(x: np.ndarray) -> np.ndarray:
    """쌍곡탄젠트: -1에서 1까지 매끄럽게 올라가요.

    수식: tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x)). 그런데 exp(1000)은 너무 커요. NumPy에 무엇이 있는지 보세요.
    형상: 어떤 형상이 들어와도 같은 형상으로 나가요. 마지막 함수만 빼고 여기 있는 함수가 모두 그래요.

    >>> tanh(np.array([-1.0, 0.0, 1000.0])).round(4).tolist()
    [-0.7616, 0.0, 1.0]
    """
    # TODO: x가 커도 tanh를 구할 수 있는 방법을 찾으세요.
    raise NotImplementedError


def leaky_relu(x: np.ndarray, alpha: float = 0.01) -> np.ndarray:
    """조금 새는 ReLU: 0 아래에서도 조금씩 올라가요.

    수식: x > 0이면 x, 아니면 alpha * x. alpha는 어떤 수든 돼요.

    >>> leaky_relu(np.array([-3.0, 0.0, 2.0])).round(4).tolist()
    [-0.03, 0.0, 2.0]
    """
    # TODO: 원소마다 x와 alpha * x 가운데 하나를 고르세요.
    raise NotImplementedError


def elu(x: np.ndarray, alpha: float = 1.0) -> np.ndarray:
    """ELU(지수 선형 유닛): 0 아래에서는 -alpha에 가까워지는 곡선이에요.

    수식: x > 0이면 x, 아니면 alpha * (exp(x) - 1).

    >>> elu(np.array([-1.0, 0.0, 1000.0])).round(4).tolist()
    [-0.6321, 0.0, 1000.0]
    """
    # TODO: 원소마다 x와 곡선 가운데 하나를 고르세요.
    raise NotImplementedError


def selu(x: np.ndarray) -> np.ndarray:
    """SELU: ELU에 배율을 곱한 것. 논문에 나온 두 수를 써요.

    수식: x > 0이면 SELU_SCALE * x, 아니면 SELU_SCALE * SELU_ALPHA * (exp(x) - 1). 두 수는 위에 있어요.

    >>> selu(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
    [-1.1113, 0.0, 1.0507]
    """
    # TODO: 수식을 작성하세요. 대부분은 elu가 해 줘요.
    raise NotImplementedError


def swish(x: np.ndarray) -> np.ndarray:
    """Swish: x를 자신의 시그모이드만큼 통과시켜요. SiLU라고도 해요.

    수식: x * sigmoid(x).

    >>> swish(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
    [-0.2689, 0.0, 0.7311]
    """
    # TODO: 위의 sigmoid로 수식을 작성하세요.
    raise NotImplementedError


def mish(x: np.ndarray) -> np.ndarray:
    """Mish: swish의 친척이에요.

    수식: x * tanh(softplus(x)).

    >>> mish(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
    [-0.3034, 0.0, 0.8651]
    """
    # TODO: tanh와 위의 softplus로 수식을 작성하세요.
    raise NotImplementedError


def sigmoid_gradient(x: np.ndarray) -> np.ndarray:
    """시그모이드가 x에서 얼마나 가파른지. x는 시그모이드에서 나온 값이 아니라 시그모이드에 들어가는 값이에요.

    수식: sigmoid(x) * (1 - sigmoid(x)).

    >>> sigmoid_gradient(np.array([-2.0, 0.0, 2.0])).round(4).tolist()
    [0.105, 0.25, 0.105]
    """
    # TODO: 위의 sigmoid로 수식을 작성하세요.
    raise NotImplementedError


def tanh_gradient(x: np.ndarray) -> np.ndarray:
    """tanh가 x에서 얼마나 가파른지. x는 tanh에서 나온 값이 아니라 tanh에 들어가는 값이에요.

    수식: 1 - tanh(x)².

    >>> tanh_gradient(np.array([-1.0, 0.0, 1.0])).round(4).tolist()
    [0.42, 1.0, 0.42]
    """
    # TODO: 직접 작성한 tanh로 수식을 작성하세요.
    raise NotImplementedError


def relu_gradient(x: np.ndarray) -> np.ndarray:
    """ReLU가 x에서 얼마나 가파른지.

    수식: x > 0이면 1, 아니면 0. 바로 0에서는 ReLU가 꺾이는데, 여기서는 0으로 정해요.
    답은 True와 False가 아니라 수예요. 정수도 되고 float도 돼요.

    >>> relu_gradient(np.array([-3.0, 0.0, 2.0])).astype(int).tolist()
    [0, 0, 1]
    """
    # TODO: x를 0과 비교한 다음, True와 False를 수로 바꾸세요.
    raise NotImplementedError


def plot_activations(x: np.ndarray) -> object:
    """이 가족의 함수 여섯 개를 x에서 계산해, 그래프 하나에 모두 그린 Matplotlib Figure예요.

    선 여섯 개: tanh, leaky_relu, elu, selu, swish, mish. alpha는 기본값을 쓰고, 함수의 이름이 선의 이름(label)이에요.
    그래프에는 범례가 있어야 해요. 그림(Figure)을 반환하세요. 보여 주거나 저장하지는 마세요. 호출한 쪽에서 할 일이에요.
    형상: x (n,), 왼쪽에서 오른쪽으로.
    Matplotlib은 이 함수 안에서 import하세요: `import matplotlib.pyplot as plt`. 그래야 다른 함수들이 금방 시작돼요.
    `figure, axes = plt.subplots()`는 그래프가 하나 든 그림을 만들고, `axes.plot(x, y, label="…")`은 거기에 선을 그려요.

    >>> figure = plot_activations(np.linspace(-3.0, 3.0, 61))
    >>> [line.get_label() for line in figure.axes[0].get_lines()]
    ['tanh', 'leaky_relu', 'elu', 'selu', 'swish', 'mish']
    """
    # TODO: 그림을 만들고, 선 여섯 개를 이름과 함께 그리고, 범례를 넣고, 그림을 반환하세요.
    raise NotImplementedError


if __name__ == "__main__":
    x = np.array([-1000.0, -2.0, -1.0, 0.0, 1.0, 2.0, 1000.0])
    np.set_printoptions(suppress=True)
    print(f"{'x':>16}", x)
    for function in (
        tanh, leaky_relu, elu, selu, swish, mish,
        sigmoid_gradient, tanh_gradient, relu_gradient,
    ):  # fmt: skip
        try:
            print(f"{function.__name__:>16}", np.round(function(x), 3))
        except NotImplementedError:
            print(f"{function.__name__:>16} 아직 작성하지 않았어요.")
    try:
        figure = plot_activations(np.linspace(-4.0, 4.0, 201))
        figure.axes[0].set_title("The family of activation functions")
        picture = Path("activations.png").absolute()
        figure.savefig(picture, dpi=150)
        print(f"가족을 그렸어요: {picture}")
    except NotImplementedError:
        print(f"{'plot_activations':>16} 아직 작성하지 않았거나, 여기에 필요한 함수가 아직 없어요.")
