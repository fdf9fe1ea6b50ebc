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
    if picture.mode in ("I;16", "I", "I;16B"):
        picture = Image.fromarray((np.asarray(picture) // 256).astype(np.uint8))
    rgba = picture.convert("RGBA")
    white = Image.new("RGBA", rgba.size, (255, 255, 255, 255))
    white.paste(rgba, (0, 0), rgba)
    from PIL import ImageOps

    inv = ImageOps.invert(white.convert("L"))
    bbox = inv.point(lambda v: 255 if v > 51 else 0).getbbox()
    if bbox is None:
        raise ValueError("no ink")
    cut = inv.crop(bbox)
    w, h = cut.size
    f = 20 / max(w, h)
    cut = cut.resize((max(1, round(w * f)), max(1, round(h * f))), Image.Resampling.LANCZOS)
    a = np.asarray(cut).astype(np.float32) / 255
    a = a / a.max()
    out = np.zeros((28, 28), dtype=np.float32)
    r, c = centre_of_mass(a)
    y, x = (round(13.5 - r), round(13.5 - c))
    y = min(max(y, 0), 28 - a.shape[0])
    x = min(max(x, 0), 28 - a.shape[1])
    out[y : y + a.shape[0], x : x + a.shape[1]] = a
    return out.reshape(1, -1)


def recognise(network: dict[str, np.ndarray], path: str) -> int:
    return int(np.argmax(predict(network, load_digit(path))))


def as_text(image: np.ndarray) -> str:
    numbers = np.round(np.asarray(image).reshape(28, 28) * 255).astype(int)
    return "\n".join("".join(f"{number:4d}" for number in row) for row in numbers)
