import sys
from pathlib import Path

import numpy as np
from mnist import DATA, load_network
from PIL import Image

DRAWINGS = DATA / "drawings"


def 흑백으로(그림):
    if 그림.mode.startswith("I"):
        return np.asarray(그림, dtype=np.float64) / 65535
    투명 = np.asarray(그림.convert("RGBA"), dtype=np.float64)
    알파 = 투명[..., 3:] / 255
    색 = 투명[..., :3] * 알파 + 255 * (1 - 알파)
    return (색 @ np.array([0.299, 0.587, 0.114])) / 255

def 자르기(잉크):
    줄, 칸 = np.nonzero(잉크 > 0.2)
    if 줄.size == 0:
        raise ValueError("잉크가 없습니다")
    return 잉크[줄.min():줄.max() + 1, 칸.min():칸.max() + 1]

def 줄이기(잉크):
    높이, 너비 = 잉크.shape
    긴쪽 = max(높이, 너비)
    크기 = (max(1, int(너비 * 20 / 긴쪽 + 0.5)), max(1, int(높이 * 20 / 긴쪽 + 0.5)))
    작은 = Image.fromarray(잉크.astype(np.float32)).resize(크기, Image.BOX)
    결과 = np.clip(np.asarray(작은, dtype=np.float64), 0, 1)
    return 결과 / 결과.max()


def sigmoid(x: np.ndarray) -> np.ndarray:
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def softmax(a: np.ndarray) -> np.ndarray:
    a = np.asarray(a, dtype=float)
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def predict(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    z1 = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    z2 = sigmoid(np.dot(z1, network["W2"]) + network["b2"])
    return softmax(np.dot(z2, network["W3"]) + network["b3"])


def shift(image: np.ndarray, dy: int, dx: int) -> np.ndarray:
    moved = np.zeros_like(image)
    height, width = image.shape
    if abs(dy) < height and abs(dx) < width:
        part = image[max(-dy, 0) : height - max(dy, 0), max(-dx, 0) : width - max(dx, 0)]
        moved[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = part
    return moved


def centre_of_mass(image: np.ndarray) -> tuple[float, float]:
    total = image.sum()
    row = (image.sum(axis=1) * np.arange(image.shape[0])).sum() / total
    column = (image.sum(axis=0) * np.arange(image.shape[1])).sum() / total
    return float(row), float(column)


def load_digit(path):
    try:
        그림 = Image.open(path)
        그림.load()
    except FileNotFoundError:
        raise
    except Exception as 오류:
        raise ValueError(f"읽을 수 없는 그림: {path}") from 오류
    작은 = 줄이기(자르기(1 - 흑백으로(그림)))
    판 = np.zeros((28, 28), dtype=np.float32)
    판[:작은.shape[0], :작은.shape[1]] = 작은
    행, 열 = centre_of_mass(판)
    return shift(판, round(13.5 - 행), round(13.5 - 열)).reshape((1, 784))


def recognise(network, path):
    return np.argmax(predict(network, load_digit(path)), axis=1)[0].item()


def as_text(image):
    import io
    buffer = io.StringIO()
    np.savetxt(buffer, np.round(np.reshape(image, (28, 28)) * 255), fmt="%4d", delimiter="")
    return buffer.getvalue().rstrip("\n")
