"""Reference solution of exercise 10: a network reads the digit that you drew.

By hand, with `mnist.py` and `data` of the exercises on the path:

    PYTHONPATH=exercises python solutions/exercise10_your_digit.py PICTURE
"""

import sys
from pathlib import Path

import numpy as np
from mnist import DATA, load_network
from PIL import Image

DRAWINGS = DATA / "drawings"


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Given, from exercise 1: 1 / (1 + exp(-x)), written so that no exp is too large for a float."""
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def softmax(a: np.ndarray) -> np.ndarray:
    """Given, from exercise 1: probabilities along the last axis, so that each row sums to 1."""
    a = np.asarray(a, dtype=float)
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def predict(network: dict[str, np.ndarray], x: np.ndarray) -> np.ndarray:
    """Given, from exercise 4: the probability of each digit, for each image. x (n, 784) -> (n, 10)."""
    z1 = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    z2 = sigmoid(np.dot(z1, network["W2"]) + network["b2"])
    return softmax(np.dot(z2, network["W3"]) + network["b3"])


def shift(image: np.ndarray, dy: int, dx: int) -> np.ndarray:
    """Given, from exercise 9: the image moved dy pixels down and dx to the right; zeros come in."""
    moved = np.zeros_like(image)
    height, width = image.shape
    if abs(dy) < height and abs(dx) < width:
        part = image[max(-dy, 0) : height - max(dy, 0), max(-dx, 0) : width - max(dx, 0)]
        moved[max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)] = part
    return moved


def centre_of_mass(image: np.ndarray) -> tuple[float, float]:
    """A worked example: the middle of the ink, as (row, column). Much ink pulls more than little ink.

    Shapes: image (height, width), ink from 0.0 to 1.0, at least one pixel with ink -> two floats.

    >>> centre_of_mass(np.array([[0.0, 0.0, 0.0], [0.0, 0.5, 0.5]]))
    (1.0, 1.5)
    """
    total = image.sum()
    row = (image.sum(axis=1) * np.arange(image.shape[0])).sum() / total
    column = (image.sum(axis=0) * np.arange(image.shape[1])).sum() / total
    return float(row), float(column)


def load_digit(path: str) -> np.ndarray:
    """A picture of one digit, as the row of 784 numbers that the network can read.

    path: a PNG or JPEG file of any size, dark ink on white paper: in colour or grey, with a palette, with 1, 8 or 16
    bits. Where the picture is transparent one sees the paper, so white.
    Shapes: the answer is (1, 784), floats from 0.0 to 1.0. Here 0.0 is paper and 1.0 is ink.
    The network knows digits in the form that MNIST has. Bring the picture into this form:
    1. Make it grey. The ink of a pixel is 0.0 where it is white and 1.0 where it is black.
    2. Cut out the smallest rectangle that contains all pixels with ink of more than 0.2.
    3. Change its size so that its longer side has 20 pixels. Both sides change by the same factor, and no side gets less
       than 1 pixel. Any way to resize is right.
    4. Divide by the largest ink, so that the darkest pixel has 1.0.
    5. Lay it into an image of 28 × 28 zeros. Move it by whole pixels, so that its centre of mass is as close to
       (13.5, 13.5) as it can be. What goes over the edge is lost.
    Errors: FileNotFoundError, if there is no such file. ValueError, if it is no picture that can be read: a folder,
    a text, a damaged file, a picture that is too large for Pillow (it raises Image.DecompressionBombError). ValueError
    too, if no pixel has ink of more than 0.2.

    >>> image = load_digit(str(DRAWINGS / "7_plain.png"))
    >>> image.shape, float(image.min()), float(image.max())
    ((1, 784), 0.0, 1.0)
    """
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


def recognise(network: dict[str, np.ndarray], path: str) -> int:
    """The digit in a picture, as the network reads it: a Python int from 0 to 9.

    network: a dict with W1, b1, W2, b2, W3, b3. `load_network()` gives one.
    path: the picture. The errors are those of load_digit.

    >>> recognise(load_network(), str(DRAWINGS / "3_round.png"))
    3
    """
    return int(np.argmax(predict(network, load_digit(path))))


def as_text(image: np.ndarray) -> str:
    """The image as a text of numbers, so that one can see the digit on a plain screen.

    image: 784 numbers from 0.0 to 1.0, in any of the shapes (784,), (1, 784) and (28, 28). It does not change.
    Each number p becomes the whole number nearest to 255 · p, so from 0 to 255, set to the right in 4 columns:
    7 becomes "   7" and 255 becomes " 255". The text has 28 lines, one a row of pixels, each with 28 numbers.
    Between the lines there is "\\n". There is none after the last line.

    >>> as_text(np.linspace(0.0, 1.0, 784)).splitlines()[27][-16:]
    ' 254 254 255 255'
    """
    numbers = np.round(np.asarray(image).reshape(28, 28) * 255).astype(int)
    return "\n".join("".join(f"{number:4d}" for number in row) for row in numbers)


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
        print(f"{path.name}: the network reads a {digit}, and it is {probability:.0%} sure.")
    except NotImplementedError:
        print(f"{step} is still to do. Write it, then run this file again.")
    except FileNotFoundError:
        sys.exit(f"There is no picture {path}. Type the path of one that you have drawn behind the name of this file.")
    except ValueError as error:
        sys.exit(str(error))
