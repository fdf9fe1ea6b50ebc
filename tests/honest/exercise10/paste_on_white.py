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


def load_digit(path: str) -> np.ndarray:
    import os
    from PIL import ImageOps, UnidentifiedImageError
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    try:
        image = Image.open(path)
        image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise ValueError("unreadable picture: " + path)
    arr = np.asarray(image)
    if arr.dtype == np.uint16 or arr.dtype == np.int32:
        ink = (65535.0 - arr) / 65535.0
    else:
        image = image.convert("RGBA")
        a = np.asarray(image.getchannel("A")) / 255.0
        rgb = Image.new("RGB", image.size, (255, 255, 255))
        rgb.paste(image, (0, 0), image)
        ink = 1.0 - np.asarray(rgb.convert("L")) / 255.0
    dark = ink > 0.2
    if dark.sum() == 0:
        raise ValueError("empty")
    ys, xs = np.flatnonzero(dark.any(1)), np.flatnonzero(dark.any(0))
    crop = ink[ys[0]:ys[-1] + 1, xs[0]:xs[-1] + 1]
    cut = Image.fromarray((crop * 255).astype("uint8"))
    ratio = 20 / max(cut.size)
    cut = cut.resize((max(int(round(cut.width * ratio)), 1), max(int(round(cut.height * ratio)), 1)), Image.Resampling.BILINEAR)
    digit = np.asarray(cut) / 255.0
    digit = digit / np.max(digit)
    out = np.zeros((28, 28))
    out[0:cut.height, 0:cut.width] = digit
    y, x = centre_of_mass(out)
    return shift(out, int(round(13.5 - y)), int(round(13.5 - x))).reshape(1, 784)


def recognise(network: dict[str, np.ndarray], path: str) -> int:
    return int(np.argmax(predict(network, load_digit(path))))


def as_text(image: np.ndarray) -> str:
    grid = np.array(image, dtype=float).reshape((28, 28))
    lines: list[str] = []
    for r in grid:
        lines.append("".join(["{:>4}".format(int(v * 255 + 0.5)) for v in r]))
    return "\n".join(lines)
