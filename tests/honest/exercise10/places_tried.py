import sys
from pathlib import Path

import numpy as np
from mnist import DATA, load_network
from PIL import Image

DRAWINGS = DATA / "drawings"


def _resize(a, h, w):
    rows = (np.arange(h) + 0.5) * a.shape[0] / h
    cols = (np.arange(w) + 0.5) * a.shape[1] / w
    return a[rows.astype(int)][:, cols.astype(int)]


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
        picture = Image.open(path); picture.load()
    except FileNotFoundError:
        raise
    except Exception as e:
        raise ValueError("not a picture") from e
    if picture.mode[0] == "I":
        ink = 1 - np.asarray(picture) / 65535
    else:
        rgba = picture.convert("RGBA")
        flat = Image.alpha_composite(Image.new("RGBA", rgba.size, (255,) * 4), rgba).convert("L")
        ink = (255 - np.asarray(flat).astype(int)) / 255
    where = np.argwhere(ink > 0.2)
    if not len(where):
        raise ValueError("no ink")
    (r0, c0), (r1, c1) = where.min(0), where.max(0)
    ink = ink[r0:r1 + 1, c0:c1 + 1]
    h, w = ink.shape
    k = 20.0 / max(ink.shape)
    small = _resize(ink, max(1, round(h * k)), max(1, round(w * k)))
    small = small / small.max()
    page = np.zeros((28, 28))
    page[:small.shape[0], :small.shape[1]] = small
    best = None
    cy, cx = centre_of_mass(small)
    dy = min(range(-28, 29), key=lambda d: abs(cy + d - 13.5))
    dx = min(range(-28, 29), key=lambda d: abs(cx + d - 13.5))
    return shift(page, dy, dx).reshape(1, 784)


def recognise(network: dict[str, np.ndarray], path: str) -> int:
    return int(np.argmax(predict(network, load_digit(path))))


def as_text(image: np.ndarray) -> str:
    numbers = np.round(np.asarray(image).reshape(28, 28) * 255).astype(int)
    return "\n".join("".join(f"{number:4d}" for number in row) for row in numbers)
