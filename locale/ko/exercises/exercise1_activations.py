"""연습 문제 1: 활성화 함수.

뉴런은 들어온 값을 모두 더해요. 그 합을 보고 얼마나 강하게 반응할지 정하는 것이 활성화 함수예요.
여기서는 활성화 함수 네 개를 작성해요: step_function, sigmoid, relu, softmax.

푸는 방법: TODO가 있는 자리에 함수를 작성하고, `raise NotImplementedError` 줄을 지우세요.
x는 NumPy 배열이에요. 리스트나 수 하나가 들어와도 `np.asarray(x)`로 배열을 만들면 돼요.
x 자체는 절대 바꾸지 말고, 새 배열을 만들어 반환하세요.

직접 실행하기(이 파일이 있는 폴더에서):  python exercise1_activations.py
독스트링의 예제 확인하기:                python -m doctest exercise1_activations.py
채점하기:                                grade exercise1
"""

import numpy as np


def absolute(x: np.ndarray) -> np.ndarray:
    """풀이 예시: 절댓값 |x|를 원소별로 구해요.

    수식: x >= 0인 곳에서는 |x| = x, x < 0인 곳에서는 |x| = -x.
    형상: 어떤 형상이 들어와도 같은 형상으로 나가요.

    >>> absolute(np.array([-3.0, 0.0, 2.0])).tolist()
    [3.0, 0.0, 2.0]
    """
    x = np.asarray(x)
    return np.where(x >= 0, x, -x)


def step_function(x: np.ndarray) -> np.ndarray:
    """계단 함수: 켜지거나 꺼지거나 둘 중 하나예요.

    수식: x > 0이면 1, 아니면 0. x = 0일 때의 답은 0이에요.
    형상: 어떤 형상이 들어와도 같은 형상으로 나가요. 답은 정수예요.

    >>> step_function(np.array([-1.0, 0.0, 2.0])).tolist()
    [0, 0, 1]
    """
    # TODO: x를 0과 비교한 다음, True와 False를 1과 0으로 바꾸세요.
    raise NotImplementedError


def sigmoid(x: np.ndarray) -> np.ndarray:
    """시그모이드 함수: 0에서 1까지 매끄럽게 올라가요.

    수식: sigmoid(x) = 1 / (1 + exp(-x)).
    형상: 어떤 형상이 들어와도 같은 형상으로 나가요.

    >>> sigmoid(np.array([-1.0, 0.0, 1.0])).round(3).tolist()
    [0.269, 0.5, 0.731]
    """
    # TODO: np.exp로 수식을 그대로 작성하세요.
    raise NotImplementedError


def relu(x: np.ndarray) -> np.ndarray:
    """ReLU(정류 선형 유닛): x > 0이면 x, 아니면 0.

    수식: relu(x) = max(0, x), 원소별로 계산해요.
    형상: 어떤 형상이 들어와도 같은 형상으로 나가요.

    >>> relu(np.array([-3.0, 0.0, 2.0])).tolist()
    [0.0, 0.0, 2.0]
    """
    # TODO: 0보다 큰 것은 그대로 두고, 나머지는 모두 0으로 만드세요.
    raise NotImplementedError


def softmax(a: np.ndarray) -> np.ndarray:
    """소프트맥스: 점수를 넣으면 확률이 나와요.

    수식: softmax(a)_i = exp(a_i) / (모든 j에 대한 exp(a_j)의 합).
    형상: 샘플 하나면 (k,) -> (k,). 배치면 (n, k) -> (n, k)이고, 각 행이 샘플 하나이며 행마다 합이 1이에요.
    [1010, 1000, 990]처럼 큰 점수가 들어와도 올바르게 계산해야 해요. 그런데 exp(1010)은 float로 나타내기에는 너무 커요.
    한 샘플의 모든 점수에서 같은 수를 빼도 답은 달라지지 않아요.

    >>> softmax(np.array([[0.0, 0.0], [1000.0, 1010.0]])).round(3).tolist()
    [[0.5, 0.5], [0.0, 1.0]]
    """
    # TODO: 행마다 수식을 계산하되, 점수가 커도 안전하게 작성하세요.
    raise NotImplementedError


if __name__ == "__main__":
    x = np.array([-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0])
    print(f"{'x':>13}", x)
    for function in (absolute, step_function, sigmoid, relu, softmax):
        try:
            print(f"{function.__name__:>13}", np.round(function(x), 3))
        except NotImplementedError:
            print(f"{function.__name__:>13} 아직 작성하지 않았어요.")
