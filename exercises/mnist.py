"""Handwritten digits (MNIST) and a trained network, for the exercises.

    from mnist import load_mnist, load_network

    (x_train, t_train), (x_test, t_test) = load_mnist()
    network = load_network()

An image is 28 x 28 pixels, 0 = paper, 255 = ink; its label is the digit, 0 to 9. `python mnist.py` shows one.
You need not change this file: when your exercises are graded, the course's own copy is used.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np

DATA = Path(__file__).absolute().parent / "data"

Arrays = dict[str, np.ndarray]
Images = tuple[np.ndarray, np.ndarray]  # images and their labels


class DataError(RuntimeError):
    """The digits or the weights cannot be read; the message says why, and what to type next."""


def load_mnist(
    normalize: bool = True,
    flatten: bool = True,
    one_hot_label: bool = False,
    *,
    full: bool = False,
    folder: str | Path | None = None,
) -> tuple[Images, Images]:
    """Give `(x_train, t_train), (x_test, t_test)`: the course's 4,000 digits to train with and 1,000 to test with.

    normalize: pixels as float32 from 0.0 to 1.0; otherwise uint8 from 0 to 255
    flatten: images of shape (n, 784); otherwise (n, 28, 28)
    one_hot_label: labels of shape (n, 10), such as 2 -> [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]; otherwise (n,), such as 2
    full: all 60,000 and 10,000 digits, which Keras downloads once and keeps
    folder: read `train-images-idx3-ubyte.gz` and its three companions from this folder instead
    Raises DataError where the digits cannot be read.
    """
    if full and folder is not None:
        raise ValueError("Give full=True or folder=..., not both.")
    if full:
        parts = _ask_keras()
    elif folder is not None:
        parts = _read_folder(Path(folder).expanduser())
    else:
        parts = _read_bundled()
    train, test = (_shape(images, labels, normalize, flatten, one_hot_label) for images, labels in parts)
    return train, test


def load_network() -> Arrays:
    """Give a trained 784-50-100-10 network: a dict of float32 arrays.

    W1 (784, 50), b1 (50,), W2 (50, 100), b2 (100,), W3 (100, 10), b3 (10,)
    It was trained with sigmoid, sigmoid and softmax on `load_mnist()`'s training images.
    """
    return _read_npz("sample_weight.npz")


def one_hot(labels: np.ndarray) -> np.ndarray:
    """Turn labels (n,) into rows (n, 10) of zeros with a single 1 at the label's place."""
    rows = np.zeros((len(labels), 10), dtype=np.float32)
    rows[np.arange(len(labels)), labels] = 1
    return rows


def _shape(images: np.ndarray, labels: np.ndarray, normalize: bool, flatten: bool, hot: bool) -> Images:
    """Bring raw uint8 images (n, 28, 28) and labels (n,) into the form that `load_mnist` was asked for."""
    if normalize:
        images = images / np.float32(255)  # a plain 255 would give float64, twice the memory
    if flatten:
        images = images.reshape(len(images), 784)
    return images, one_hot(labels) if hot else labels


# The files that come with the course: data/*.npz


def _read_bundled() -> tuple[Images, Images]:
    """The course's digits, raw: images uint8 (n, 28, 28), labels uint8 (n,)."""
    arrays = _read_npz("mnist_5k.npz")
    return (arrays["x_train"], arrays["t_train"]), (arrays["x_test"], arrays["t_test"])


def _read_npz(name: str) -> Arrays:
    """The arrays in data/`name`, after its SHA-256 was found to be the one in data/SHA256SUMS."""
    import hashlib  # here, not above: who imports only DataError should not wait for it

    content = _read_course_file(name)
    if hashlib.sha256(content).hexdigest() != _expected_sha256(name):
        raise DataError(f"{DATA / name} is damaged: it is not the file that the course came with. {_FRESH_COPY}")
    with np.load(io.BytesIO(content), allow_pickle=False) as npz:
        return {key: npz[key] for key in npz.files}


def _expected_sha256(name: str) -> str:
    """The hash that data/SHA256SUMS lists for `name`; its lines read "<64 hex digits>  <file name>"."""
    lines = _read_course_file("SHA256SUMS").decode("ascii", "replace").splitlines()
    hashes = {words[1]: words[0] for words in map(str.split, lines) if len(words) == 2}
    if name not in hashes:
        raise DataError(f"{DATA / 'SHA256SUMS'} is damaged: it has no line for {name}. {_FRESH_COPY}")
    return hashes[name]


def _read_course_file(name: str) -> bytes:
    """The bytes of data/`name`."""
    path = DATA / name
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(f"{path} is missing. {_FRESH_COPY}") from None
    except OSError as error:
        raise DataError(f"{path} cannot be read ({error.strerror}). {_FRESH_COPY}") from None


_FRESH_COPY = "For a fresh copy of the course's files, type: grade init fresh"


# All of MNIST, through Keras


def _ask_keras() -> tuple[Images, Images]:
    """The 60,000 and 10,000 digits from Keras, raw; it downloads them the first time (11 MB)."""
    try:
        from keras.datasets import mnist  # type: ignore[import-untyped]
    except ImportError:
        raise DataError(
            "load_mnist(full=True) needs Keras, which is not installed here. Type: pip install tensorflow"
        ) from None
    try:
        train, test = mnist.load_data()
    except Exception as error:  # noqa: BLE001 - Keras raises a bare Exception when it cannot download
        raise DataError(
            f"Keras could not fetch all of MNIST ({error}). "
            "Try again with an internet connection, or use the course's 5,000 digits; type: load_mnist()"
        ) from None
    return train, test


# The classic files, which many classrooms have: four files in the "idx" format


def _read_folder(folder: Path) -> tuple[Images, Images]:
    """The digits from the four classic files in `folder`, raw; gzipped or not."""
    return _read_pair(folder, "train"), _read_pair(folder, "t10k")


def _read_pair(folder: Path, prefix: str) -> Images:
    """Images (n, 28, 28) and their labels (n,), both uint8, from two files of `folder`."""
    images_path, labels_path = _find(folder, f"{prefix}-images", 3), _find(folder, f"{prefix}-labels", 1)
    images, labels = _read_idx(images_path, 3), _read_idx(labels_path, 1)
    if images.shape[1:] != (28, 28):
        raise DataError(f"{images_path} holds images of {images.shape[1:]} pixels, not (28, 28). {_REPLACE}")
    if len(images) != len(labels):
        raise DataError(
            f"{images_path} holds {len(images)} images, but {labels_path.name} {len(labels)} labels. {_REPLACE}"
        )
    if labels.size and labels.max() > 9:
        raise DataError(f"{labels_path} holds the label {labels.max()}; digits are 0 to 9. {_REPLACE}")
    return images, labels


def _find(folder: Path, stem: str, dimensions: int) -> Path:
    """The file in `folder` by one of its four usual names."""
    names = [f"{stem}{dot}idx{dimensions}-ubyte{end}" for dot in "-." for end in (".gz", "")]
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise DataError(
        f"{folder} has no file {names[0]} (nor {', '.join(names[1:])}). See what is there, type: ls {folder}"
    )


def _read_idx(path: Path, dimensions: int) -> np.ndarray:
    """The uint8 array in an idx file: 0 0 8 `dimensions`, each dimension's length in 4 bytes, then the values."""
    content = _read_maybe_gzipped(path)
    start = 4 + 4 * dimensions
    if content[:4] != bytes([0, 0, 8, dimensions]) or len(content) < start:
        raise DataError(f"{path} is not an idx file of bytes with {dimensions} dimension(s). {_REPLACE}")
    shape = [int(n) for n in np.frombuffer(content, ">u4", dimensions, offset=4)]
    expected, found = start + int(np.prod(shape, dtype=object)), len(content)
    if found != expected:
        raise DataError(f"{path} is damaged: {found} bytes where its header promises {expected}. {_REPLACE}")
    # A copy, since what `frombuffer` gives cannot be written to.
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape).copy()


def _read_maybe_gzipped(path: Path) -> bytes:
    """The bytes of a file, unpacked if they are gzipped; some browsers unpack a .gz and leave its name."""
    import gzip
    import zlib

    try:
        content = path.read_bytes()
        return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"{path} cannot be read ({error}). {_REPLACE}") from None


_REPLACE = "Put a good copy in its place, or use the course's own digits; type: load_mnist()"


def main() -> None:
    """Show what `load_mnist()` gives, and the first test image as text."""
    (x_train, t_train), (x_test, t_test) = load_mnist(normalize=False, flatten=False)
    print(f"x_train {x_train.shape}   t_train {t_train.shape}")
    print(f"x_test  {x_test.shape}   t_test  {t_test.shape}")
    for row in x_test[0]:
        print("".join(" .:*#"[pixel // 52] * 2 for pixel in row).rstrip())
    print(f"label: {t_test[0]}")


if __name__ == "__main__":
    try:
        main()
    except DataError as error:
        sys.exit(str(error))
