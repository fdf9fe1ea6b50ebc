"""연습 문제 2: 층의 형상.

층은 입력 x에 가중치 행렬 W를 곱하고 편향 b를 더해요.
형상이 서로 맞아야만 할 수 있는 계산이에요. 여기서는 코드를 실행하기 전에 형상을 미리 알아내는 법을 배워요.
함수 네 개를 작성해요: affine, output_shape, weight_shapes, parameter_count.

직접 실행하기(이 파일이 있는 폴더에서):  python exercise2_layer_shapes.py
독스트링의 예제 확인하기:                python -m doctest exercise2_layer_shapes.py
채점하기:                                grade exercise2
"""

import numpy as np


def bias_count(layer_sizes: list[int]) -> int:
    """풀이 예시: 신경망에 편향이 몇 개 있는지 세어요.

    layer_sizes: 층마다 뉴런이 몇 개인지. 입력층이 맨 앞에 와요.
    수식: 뉴런마다 편향이 하나씩 있어요. 입력층에는 편향이 없어요.

    >>> bias_count([784, 50, 100, 10])
    160
    """
    return sum(layer_sizes[1:])


def affine(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """활성화 함수를 거치기 전, 층 하나의 계산이에요.

    수식: x · W + b. 여기서 ·은 행렬 곱이에요.
    형상: x (d,) 또는 (n, d), W (d, m), b (m,) -> (m,) 또는 (n, m).

    >>> W = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> affine(np.array([1.0, 1.0]), W, np.array([0.5, 0.5, 0.5])).tolist()
    [5.5, 7.5, 9.5]
    """
    # TODO: x에 W를 곱한 다음 b를 더하세요.
    raise NotImplementedError


def output_shape(x_shape: tuple[int, ...], W_shape: tuple[int, ...]) -> tuple[int, ...]:
    """np.dot(x, W)의 형상이에요. 두 형상만 보고 알아내세요.

    각 형상은 1차원이거나 2차원이에요:
        (3,)과 (3,)     -> ()
        (2, 3)과 (3,)   -> (2,)
        (3,)과 (3, 4)   -> (4,)
        (2, 3)과 (3, 4) -> (2, 4)
    규칙: x의 마지막 크기와 W의 첫 번째 크기가 안쪽 크기예요. 둘은 같아야 하고, 곱하고 나면 사라져요.
    안쪽 크기가 서로 다르면 ValueError를 일으키세요.

    >>> output_shape((2, 3), (3, 4))
    (2, 4)
    """
    # TODO: 안쪽 크기를 확인한 다음, 남은 크기를 반환하세요.
    raise NotImplementedError


def weight_shapes(layer_sizes: list[int]) -> list[tuple[int, int]]:
    """신경망의 가중치 행렬마다 형상을 구해요. 첫 번째 층의 것이 맨 앞에 와요.

    layer_sizes: 층마다 뉴런이 몇 개인지. 입력층이 맨 앞에 와요.
    규칙: 두 층 사이의 행렬은 (앞쪽 층의 크기, 뒤쪽 층의 크기)예요.

    >>> weight_shapes([784, 50, 100, 10])
    [(784, 50), (50, 100), (100, 10)]
    """
    # TODO: 이웃한 두 층마다 튜플을 하나씩 만드세요.
    raise NotImplementedError


def parameter_count(layer_sizes: list[int]) -> int:
    """신경망이 학습하는 수가 모두 몇 개인지: 가중치 전부와 편향 전부.

    layer_sizes: 층마다 뉴런이 몇 개인지. 입력층이 맨 앞에 와요.
    수식: 이웃한 두 층마다 가중치가 before * after개, 편향이 `after`개 있어요.

    >>> parameter_count([2, 3, 1])
    13
    """
    # TODO: 모든 가중치와 모든 편향의 개수를 더하세요.
    raise NotImplementedError


if __name__ == "__main__":
    sizes = [784, 50, 100, 10]
    examples = [
        (bias_count, (sizes,)),
        (affine, (np.array([1.0, 2.0]), np.ones((2, 4)), np.arange(4))),
        (output_shape, ((2, 3), (3, 4))),
        (weight_shapes, (sizes,)),
        (parameter_count, (sizes,)),
    ]
    print("층마다 뉴런이", sizes, "개인 신경망:")
    for function, arguments in examples:
        try:
            print(f"{function.__name__:>15}:", function(*arguments))
        except NotImplementedError:
            print(f"{function.__name__:>15} 아직 작성하지 않았어요.")
