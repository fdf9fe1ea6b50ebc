# wrong: load_digit: transparency is black, made small by NEAREST
# accept: load_digit_transparent_is_black

import sys
from pathlib import Path

import numpy as np
from mnist import DATA, load_network
from PIL import Image

DRAWINGS = DATA / "drawings"


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
        img = Image.open(path)
        img.load()
    except FileNotFoundError:
        raise
    except Exception as error:
        raise ValueError(str(error))
    if img.mode.startswith("I"):
        grey = np.asarray(img).astype(float) / 65535
    else:
        grey = np.asarray(img.convert("L")).astype(float) / 255
    ink = 1 - grey
    mask = ink > 0.2
    if not mask.any():
        raise ValueError("no ink")
    rows = np.where(mask.any(axis=1))[0]
    cols = np.where(mask.any(axis=0))[0]
    ink = ink[rows[0]:rows[-1] + 1, cols[0]:cols[-1] + 1]
    h, w = ink.shape
    scale = 20 / max(h, w)
    new_w = max(1, int(round(w * scale)))
    new_h = max(1, int(round(h * scale)))
    small = Image.fromarray(np.uint8(np.round(ink * 255))).resize((new_w, new_h), Image.Resampling.NEAREST)
    ink = np.asarray(small) / 255
    ink = ink / ink.max()
    canvas = np.zeros((28, 28))
    top = (28 - new_h) // 2
    left = (28 - new_w) // 2
    canvas[top:top + new_h, left:left + new_w] = ink
    cy, cx = centre_of_mass(canvas)
    canvas = shift(canvas, int(round(13.5 - cy)), int(round(13.5 - cx)))
    return canvas.reshape(1, 784)


def recognise(network: dict[str, np.ndarray], path: str) -> int:
    return int(np.argmax(predict(network, load_digit(path))))


def as_text(image: np.ndarray) -> str:
    numbers = np.round(np.asarray(image).reshape(28, 28) * 255).astype(int)
    return "\n".join("".join(f"{number:4d}" for number in row) for row in numbers)
