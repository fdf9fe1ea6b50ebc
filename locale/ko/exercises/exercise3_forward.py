"""연습 문제 3: 세 층 신경망의 순전파.

이미지든 가격이든 문장이든, 신경망에 들어온 것은 층을 하나씩 차례로 지나가요.
함수 세 개를 작성해요: identity_function, init_network, forward.
연습 문제 1의 시그모이드는 주어져 있어요. 연습 문제 1을 import하지는 마세요. 파일마다 따로 채점하니까요.

직접 실행하기(이 파일이 있는 폴더에서):  python exercise3_forward.py
독스트링의 예제 확인하기:                python -m doctest exercise3_forward.py
채점하기:                                grade exercise3
"""

import numpy as np


def sigmoid(x: np.ndarray) -> np.ndarray:
    """주어진 함수(연습 문제 1): 1 / (1 + exp(-x)). exp의 값이 float로 나타내기에 너무 커지지 않게 작성했어요."""
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def hidden_layer(x: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """풀이 예시: 은닉층 하나.

    수식: sigmoid(x · W + b).
    형상: x (d,) 또는 (n, d), W (d, m), b (m,) -> (m,) 또는 (n, m).

    >>> hidden_layer(np.array([1.0, 0.5]), np.zeros((2, 3)), np.zeros(3)).tolist()
    [0.5, 0.5, 0.5]
    """
    a = np.dot(x, W) + b
    return sigmoid(a)


def identity_function(x: np.ndarray) -> np.ndarray:
    """여기서 쓰는 출력층의 활성화 함수: 들어온 것이 그대로 나가요.

    수식: identity_function(x) = x.
    형상: 어떤 형상이 들어와도 같은 형상으로 나가요.

    >>> identity_function(np.array([-1.5, 0.0, 2.0])).tolist()
    [-1.5, 0.0, 2.0]
    """
    # TODO: 들어온 것을 반환하세요.
    raise NotImplementedError


def init_network() -> dict[str, np.ndarray]:
    """뉴런이 2, 3, 2, 2개인 신경망의 가중치와 편향이에요.

    다음 NumPy 배열을 담은 딕셔너리예요:
        W1 = [[0.1, 0.3, 0.5],      b1 = [0.1, 0.2, 0.3]
              [0.2, 0.4, 0.6]]
        W2 = [[0.1, 0.4],           b2 = [0.1, 0.2]
              [0.2, 0.5],
              [0.3, 0.6]]
        W3 = [[0.1, 0.3],           b3 = [0.1, 0.2]
              [0.2, 0.4]]

    >>> init_network()["W1"].shape
    (2, 3)
    """
    # TODO: 위의 배열 여섯 개를 담은 딕셔너리를 반환하세요.
    raise NotImplementedError


def forward(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """입력에서 출력까지: 1층, 2층, 3층.

    network: W1, b1, W2, b2, W3, b3이 든 딕셔너리. 층의 크기는 위와 다를 수 있어요.
    수식: z1 = sigmoid(x · W1 + b1), z2 = sigmoid(z1 · W2 + b2), y = identity_function(z2 · W3 + b3).
    형상: 샘플 하나면 x (d,) -> (m,). 배치면 x (n, d) -> (n, m).

    >>> forward(init_network(), np.array([1.0, 0.5])).round(8).tolist()
    [0.31682708, 0.69627909]
    """
    # TODO: 세 층을 차례로 지나가세요.
    raise NotImplementedError


if __name__ == "__main__":
    step = "identity_function"
    try:
        identity_function(np.zeros(2))
        step = "init_network"
        network = init_network()
        step = "forward"
        print("샘플 하나 (2,):", forward(network, np.array([1.0, 0.5])))
        print("배치 (3, 2):")
        print(forward(network, np.array([[1.0, 0.5], [0.0, 0.0], [-1.0, 2.0]])))
    except NotImplementedError:
        print(f"{step} 함수를 아직 작성하지 않았어요. 작성한 다음 이 파일을 다시 실행하세요.")
