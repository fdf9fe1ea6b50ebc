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
    try:
        with Image.open(path) as picture:
            picture.load()  # Pillow reads no pixels before somebody asks for them: a damaged file shows only now.
    except FileNotFoundError:
        raise
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise ValueError(f"{path} is no picture that can be read ({error}).") from error

    if picture.mode.startswith("I"):  # 16 bits: from 0 to 65535
        ink = 1.0 - np.asarray(picture, dtype=float) / 65535.0
    else:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        ink = 1.0 - np.asarray(Image.alpha_composite(paper, picture).convert("L"), dtype=float) / 255.0

    rows, columns = np.where(ink > 0.2)
    if len(rows) == 0:
        raise ValueError(f"There is no ink in {path}.")
    ink = ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]

    height, width = ink.shape
    factor = 20 / max(height, width)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    # Pillow has the sizes the other way round: first the width.
    small = Image.fromarray((ink * 255).round().astype(np.uint8)).resize(size)
    digit = np.asarray(small, dtype=float)
    digit = digit / digit.max()

    image = np.zeros((28, 28))
    top, left = (28 - digit.shape[0]) // 2, (28 - digit.shape[1]) // 2
    image[top : top + digit.shape[0], left : left + digit.shape[1]] = digit
    row, column = centre_of_mass(image)
    return shift(image, round(13.5 - row), round(13.5 - column)).reshape(1, 784)


def recognise(network, path):
    return np.argmax(predict(network, load_digit(path)), axis=1)[0].item()


def as_text(image):
    import io
    buffer = io.StringIO()
    np.savetxt(buffer, np.round(np.reshape(image, (28, 28)) * 255), fmt="%4d", delimiter="")
    return buffer.getvalue().rstrip("\n")
