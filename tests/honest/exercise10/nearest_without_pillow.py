import numpy as np
from mnist import DATA
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
    return (float(row), float(column))


def load_digit(path: str) -> np.ndarray:
    try:
        picture = Image.open(path)
        picture.load()
    except FileNotFoundError:
        raise
    except Exception as e:
        raise ValueError("bad") from e
    if picture.mode.startswith("I"):
        grey = np.array(picture, dtype=np.float64) / 65535
    else:
        im = np.asarray(picture.convert("RGBA"), dtype=float) / 255
        alpha = im[..., 3:]
        rgb = im[..., :3] * alpha + (1 - alpha)
        grey = rgb.mean(axis=-1)
    ink = 1 - grey
    mask = ink > 0.2
    if not mask.any():
        raise ValueError("no ink")
    ys, xs = (np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0)))
    ink = ink[ys[0] : ys[-1] + 1, xs[0] : xs[-1] + 1]
    k = 20 / max(ink.shape)
    small = ink[
        np.ix_(
            (np.arange(max(1, round(ink.shape[0] * k))) / k).astype(int).clip(0, ink.shape[0] - 1),
            (np.arange(max(1, round(ink.shape[1] * k))) / k).astype(int).clip(0, ink.shape[1] - 1),
        )
    ]
    d = np.clip(np.asarray(small), 0, 1)
    d = d / d.max()
    big = np.zeros((28, 28))
    big[4 : 4 + d.shape[0], 4 : 4 + d.shape[1]] = d
    r, c = centre_of_mass(big)
    return shift(big, int(np.floor(14 - r)), int(np.floor(14 - c))).reshape(1, 784)


def recognise(network: dict[str, np.ndarray], path: str) -> int:
    return int(np.argmax(predict(network, load_digit(path))))


def as_text(image: np.ndarray) -> str:
    numbers = np.round(np.asarray(image).reshape(28, 28) * 255).astype(int)
    return "\n".join("".join(f"{number:4d}" for number in row) for row in numbers)
