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
    from PIL import ImageOps
    try:
        with Image.open(path) as f:
            f.load()
            pic = f.copy()
    except FileNotFoundError:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as e:
        raise ValueError(f"cannot read {path}") from e
    if pic.mode in ("I", "I;16", "I;16B"):
        pic = Image.fromarray((np.asarray(pic, dtype=np.float64) / 257.0).round().astype(np.uint8))
    if pic.mode in ("RGBA", "LA", "PA") or "transparency" in pic.info:
        pic = pic.convert("RGBA")
        white = Image.new("RGB", pic.size, "white")
        white.paste(pic, mask=pic.getchannel("A"))
        pic = white
    pic = ImageOps.invert(pic.convert("L"))
    box = pic.point(lambda p: 255 if p > 51 else 0).getbbox()
    if box is None:
        raise ValueError("no ink in the picture")
    pic = pic.crop(box)
    w, h = pic.size
    if w >= h:
        size = (20, max(1, round(20 * h / w)))
    else:
        size = (max(1, round(20 * w / h)), 20)
    a = np.asarray(pic.resize(size, Image.Resampling.LANCZOS)).astype(np.float64)
    a /= a.max()
    full = np.zeros((28, 28))
    full[4:4 + a.shape[0], 4:4 + a.shape[1]] = a
    r, c = centre_of_mass(full)
    return shift(full, int(np.rint(13.5 - r)), int(np.rint(13.5 - c))).reshape(1, -1)


def recognise(network, path):
    probabilities = predict(network, load_digit(path))[0]
    best = 0
    for digit in range(10):
        if probabilities[digit] > probabilities[best]:
            best = digit
    return best


def as_text(image):
    numbers = np.rint(255 * np.ravel(image)).astype(int).tolist()
    lines = []
    for start in range(0, 784, 28):
        line = ""
        for n in numbers[start:start + 28]:
            line += str(n).rjust(4)
        lines.append(line)
    return "\n".join(lines)
