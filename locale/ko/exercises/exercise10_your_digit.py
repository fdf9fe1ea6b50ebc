"""연습 문제 10: 내가 쓴 숫자.

아무 프로그램에서나 흰 바탕에 검은색으로 숫자를 그려 PNG나 JPEG로 저장하세요. 연습 문제 4의 신경망이 읽어 줘요.
이 신경망은 MNIST의 이미지만 보았어요. 28 × 28 픽셀, 검은 바탕에 흰 글씨, 숫자는 한가운데. 내 숫자도 그런 모습이어야
해요. 함수 세 개를 작성해요: load_digit, recognise, as_text.

`DRAWINGS`는 시험해 볼 그림이 든 폴더예요. 그림은 Pillow로 읽어요. `Image.open(path)`는 파일을 열고,
`picture.convert("L")`은 회색조로 바꾸고, `picture.resize((width, height))`는 크기를 바꾸고, `np.asarray(picture)`는
픽셀을 배열 (height, width)로 줘요. `Image.fromarray(array)`는 그 반대예요.

직접 실행하기(이 파일이 있는 폴더에서):  python exercise10_your_digit.py 그림파일
독스트링의 예제 확인하기:                python -m doctest exercise10_your_digit.py
채점하기:                                grade exercise10
"""

import sys
from pathlib import Path

import numpy as np
from mnist import DATA, load_network
from PIL import Image

DRAWINGS = DATA / "drawings"


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


def predict(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """주어진 함수(연습 문제 4): 이미지마다 각 숫자일 확률. x (n, 784) -> (n, 10)."""
    z1 = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    z2 = sigmoid(np.dot(z1, network["W2"]) + network["b2"])
    return softmax(np.dot(z2, network["W3"]) + network["b3"])


def shift(image: np.ndarray, dy: int, dx: int) -> np.ndarray:
    """주어진 함수(연습 문제 9): 이미지를 아래로 dy픽셀, 오른쪽으로 dx픽셀 옮긴 것. 빈자리에는 0이 들어와요."""
    moved = np.zeros_like(image)
    height, width = image.shape
    if abs(dy) < height and abs(dx) < width:
        part = image[max(-dy, 0) : height - max(dy, 0), max(-dx, 0) : width - max(dx, 0)]
        moved[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = part
    return moved


def centre_of_mass(image: np.ndarray) -> tuple[float, float]:
    """풀이 예시: 잉크의 무게중심을 (행, 열)로 구해요. 잉크가 많은 쪽이 더 세게 끌어당겨요.

    형상: image (height, width), 0.0에서 1.0까지의 잉크. 잉크가 있는 픽셀이 하나 이상 있어야 해요 -> float 두 개.

    >>> centre_of_mass(np.array([[0.0, 0.0, 0.0], [0.0, 0.5, 0.5]]))
    (1.0, 1.5)
    """
    total = image.sum()
    row = (image.sum(axis=1) * np.arange(image.shape[0])).sum() / total
    column = (image.sum(axis=0) * np.arange(image.shape[1])).sum() / total
    return float(row), float(column)


def load_digit(path: str) -> np.ndarray:
    """숫자 하나를 그린 그림을, 신경망이 읽을 수 있게 수 784개로 된 한 행으로 만들어요.

    path: PNG나 JPEG 파일. 크기는 어떻든 상관없고, 흰 종이에 어두운 잉크예요. 컬러일 수도 있고 회색조일 수도 있어요.
    팔레트를 쓸 수도 있고, 1비트, 8비트, 16비트일 수도 있어요. 그림이 투명한 곳은 종이가 비쳐 보이니까 흰색이에요.
    형상: 답은 (1, 784), 0.0에서 1.0까지의 float예요. 여기서 0.0은 종이, 1.0은 잉크예요.
    신경망이 아는 숫자는 MNIST의 모습뿐이에요. 그림을 그 모습으로 바꾸세요:
    1. 회색조로 바꾸세요. 픽셀의 잉크는 흰색이면 0.0, 검은색이면 1.0이에요.
    2. 잉크가 0.2보다 큰 픽셀이 모두 들어가는 가장 작은 직사각형을 잘라 내세요.
    3. 긴 변이 20픽셀이 되도록 크기를 바꾸세요. 두 변을 같은 비율로 바꾸되, 어느 변도 1픽셀보다 작아지면 안 돼요.
       크기를 바꾸는 방법은 어느 것이든 괜찮아요.
    4. 가장 진한 픽셀이 1.0이 되도록, 가장 큰 잉크 값으로 나누세요.
    5. 0으로 채운 28 × 28 이미지에 놓으세요. 무게중심이 (13.5, 13.5)에 가장 가까워지도록 픽셀 단위로 옮기세요.
       가장자리를 넘어간 것은 버려요.
    오류: 그런 파일이 없으면 FileNotFoundError. 읽을 수 있는 그림이 아니면 ValueError: 폴더, 텍스트, 손상된 파일,
    Pillow에 너무 큰 그림(Pillow가 Image.DecompressionBombError를 일으켜요). 잉크가 0.2보다 큰 픽셀이 하나도 없을 때도
    ValueError예요.

    >>> image = load_digit(str(DRAWINGS / "7_plain.png"))
    >>> image.shape, float(image.min()), float(image.max())
    ((1, 784), 0.0, 1.0)
    """
    # TODO: 그림을 연 다음, 다섯 단계를 하나씩 차례로 하세요.
    raise NotImplementedError


def recognise(network: dict[str, np.ndarray], path: str) -> int:
    """신경망이 그림에서 읽은 숫자: 0에서 9까지, Python의 int.

    network: W1, b1, W2, b2, W3, b3이 든 딕셔너리. `load_network()`로 얻을 수 있어요.
    path: 그림. 오류는 load_digit과 같아요.

    >>> recognise(load_network(), str(DRAWINGS / "3_round.png"))
    3
    """
    # TODO: 그림을 읽어 들이고, predict로 확률을 구하고, 확률이 가장 큰 숫자를 반환하세요.
    raise NotImplementedError


def as_text(image: np.ndarray) -> str:
    """이미지를 수로 적은 문자열. 평범한 화면에서도 숫자가 보여요.

    image: 0.0에서 1.0까지의 수 784개. 형상은 (784,), (1, 784), (28, 28) 가운데 하나예요. image는 바뀌지 않아야 해요.
    수 p는 255 · p에 가장 가까운 정수가 되니까 0에서 255까지이고, 4칸에 오른쪽 맞춤으로 적어요.
    7은 "   7", 255는 " 255"가 돼요. 문자열은 28줄이고, 한 줄이 픽셀 한 행이며, 줄마다 수가 28개 있어요.
    줄과 줄 사이에는 "\\n"이 있어요. 마지막 줄 뒤에는 없어요.

    >>> as_text(np.linspace(0.0, 1.0, 784)).splitlines()[27][-16:]
    ' 254 254 255 255'
    """
    # TODO: 픽셀을 정수로 바꾼 다음, 문자열의 줄로 만드세요.
    raise NotImplementedError


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DRAWINGS / "7_crossed.png"
    step = "load_digit"
    try:
        image = load_digit(str(path))
        step = "as_text"
        print(as_text(image))
        step = "recognise"
        digit = recognise(load_network(), str(path))
        probability = predict(load_network(), image)[0, digit]
        print(f"{path.name}: 신경망이 읽은 숫자는 {digit}, 확신하는 정도는 {probability:.0%}예요.")
    except NotImplementedError:
        print(f"{step} 함수를 아직 작성하지 않았어요. 작성한 다음 이 파일을 다시 실행하세요.")
    except FileNotFoundError:
        sys.exit(f"{path} 그림이 없어요. 직접 그린 그림의 경로를 이 파일의 이름 뒤에 쓰세요.")
    except ValueError as error:
        sys.exit(str(error))
