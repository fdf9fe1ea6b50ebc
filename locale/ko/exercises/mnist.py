"""손글씨 숫자(MNIST)와 학습된 신경망. 연습 문제에서 함께 써요.

    from mnist import load_mnist, load_network

    (x_train, t_train), (x_test, t_test) = load_mnist()
    network = load_network()

이미지는 28 x 28픽셀이고, 0은 종이, 255는 잉크예요. 레이블은 그 숫자, 0에서 9까지예요.
하나를 보려면 `python mnist.py`를 실행하세요.
이 파일은 고치지 않아도 돼요. 채점할 때에는 강좌에 들어 있는 파일을 써요.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np

DATA = Path(__file__).absolute().parent / "data"

Arrays = dict[str, np.ndarray]
Images = tuple[np.ndarray, np.ndarray]  # 이미지와 그 레이블


class DataError(RuntimeError):
    """숫자나 가중치를 읽을 수 없어요. 메시지가 그 까닭과 다음에 입력할 것을 알려 줘요."""


def load_mnist(
    normalize: bool = True,
    flatten: bool = True,
    one_hot_label: bool = False,
    *,
    full: bool = False,
    folder: str | Path | None = None,
) -> tuple[Images, Images]:
    """`(x_train, t_train), (x_test, t_test)`를 줘요. 강좌의 훈련용 숫자 4,000개와 시험용 숫자 1,000개예요.

    normalize: 픽셀을 0.0에서 1.0까지의 float32로. 아니면 0에서 255까지의 uint8
    flatten: 이미지의 형상을 (n, 784)로. 아니면 (n, 28, 28)
    one_hot_label: 레이블의 형상을 (n, 10)으로, 예를 들어 2 -> [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]. 아니면 (n,), 예를 들어 2
    full: 숫자 60,000개와 10,000개 전부. Keras가 한 번 내려받아 간직해요
    folder: 그 대신 이 폴더에서 `train-images-idx3-ubyte.gz`와 나머지 세 파일을 읽어요
    숫자를 읽을 수 없으면 DataError를 일으켜요.
    """
    if full and folder is not None:
        raise ValueError("full=True와 folder=... 중 하나만 쓰세요.")
    if full:
        parts = _ask_keras()
    elif folder is not None:
        parts = _read_folder(Path(folder).expanduser())
    else:
        parts = _read_bundled()
    train, test = (_shape(images, labels, normalize, flatten, one_hot_label) for images, labels in parts)
    return train, test


def load_network() -> Arrays:
    """학습된 784-50-100-10 신경망을 줘요. float32 배열이 든 딕셔너리예요.

    W1 (784, 50), b1 (50,), W2 (50, 100), b2 (100,), W3 (100, 10), b3 (10,)
    시그모이드, 시그모이드, 소프트맥스를 써서 `load_mnist()`의 훈련 이미지로 학습했어요.
    """
    return _read_npz("sample_weight.npz")


def one_hot(labels: np.ndarray) -> np.ndarray:
    """레이블 (n,)을 행 (n, 10)으로 바꿔요. 레이블의 자리만 1이고 나머지는 0이에요."""
    rows = np.zeros((len(labels), 10), dtype=np.float32)
    rows[np.arange(len(labels)), labels] = 1
    return rows


def _shape(images: np.ndarray, labels: np.ndarray, normalize: bool, flatten: bool, hot: bool) -> Images:
    """가공하지 않은 uint8 이미지 (n, 28, 28)과 레이블 (n,)을 `load_mnist`에서 정한 형태로 바꿔요."""
    if normalize:
        images = images / np.float32(255)  # 그냥 255로 나누면 float64가 되어 메모리를 두 배로 써요
    if flatten:
        images = images.reshape(len(images), 784)
    return images, one_hot(labels) if hot else labels


# 강좌에 들어 있는 파일: data/*.npz


def _read_bundled() -> tuple[Images, Images]:
    """강좌의 숫자를 그대로: 이미지 uint8 (n, 28, 28), 레이블 uint8 (n,)."""
    arrays = _read_npz("mnist_5k.npz")
    return (arrays["x_train"], arrays["t_train"]), (arrays["x_test"], arrays["t_test"])


def _read_npz(name: str) -> Arrays:
    """data/`name`에 든 배열. 그 전에 SHA-256이 data/SHA256SUMS에 있는 것과 같은지 확인해요."""
    import hashlib  # 맨 위가 아니라 여기: DataError만 import하는 쪽이 기다리지 않도록

    content = _read_course_file(name)
    if hashlib.sha256(content).hexdigest() != _expected_sha256(name):
        raise DataError(f"{DATA / name} 파일이 손상되었어요. 강좌에 들어 있던 파일이 아니에요. {_FRESH_COPY}")
    with np.load(io.BytesIO(content), allow_pickle=False) as npz:
        return {key: npz[key] for key in npz.files}


def _expected_sha256(name: str) -> str:
    """data/SHA256SUMS에 적힌 `name`의 해시. 각 줄은 "<16진수 64자리>  <파일 이름>"이에요."""
    lines = _read_course_file("SHA256SUMS").decode("ascii", "replace").splitlines()
    hashes = {words[1]: words[0] for words in map(str.split, lines) if len(words) == 2}
    if name not in hashes:
        raise DataError(f"{DATA / 'SHA256SUMS'} 파일이 손상되었어요. {name}에 대한 줄이 없어요. {_FRESH_COPY}")
    return hashes[name]


def _read_course_file(name: str) -> bytes:
    """data/`name`의 바이트."""
    path = DATA / name
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(f"{path} 파일이 없어요. {_FRESH_COPY}") from None
    except OSError as error:
        raise DataError(f"{path} 파일을 읽을 수 없어요({error.strerror}). {_FRESH_COPY}") from None


_FRESH_COPY = "강좌의 파일을 새로 받으려면 이렇게 입력하세요: `grade init fresh`"


# MNIST 전체, Keras를 통해


def _ask_keras() -> tuple[Images, Images]:
    """Keras가 주는 숫자 60,000개와 10,000개를 그대로. 처음에는 내려받아요(11 MB)."""
    try:
        from keras.datasets import mnist  # type: ignore[import-untyped]
    except ImportError:
        raise DataError(
            "load_mnist(full=True)에는 Keras가 필요한데, 설치되어 있지 않아요. 입력하세요: `pip install tensorflow`"
        ) from None
    try:
        train, test = mnist.load_data()
    except Exception as error:  # noqa: BLE001 - 내려받지 못하면 Keras는 그냥 Exception을 일으켜요
        raise DataError(
            f"Keras가 MNIST 전체를 가져오지 못했어요({error}). "
            "인터넷에 연결한 다음 다시 해 보거나, 강좌에 들어 있는 숫자 5,000개를 쓰세요: load_mnist()"
        ) from None
    return train, test


# 교실에서 예전부터 많이 쓰는 파일: "idx" 형식의 파일 네 개


def _read_folder(folder: Path) -> tuple[Images, Images]:
    """`folder`에 있는 예전 파일 네 개의 숫자를 그대로. gzip으로 압축되어 있어도 돼요."""
    return _read_pair(folder, "train"), _read_pair(folder, "t10k")


def _read_pair(folder: Path, prefix: str) -> Images:
    """`folder`의 파일 두 개에서 이미지 (n, 28, 28)과 레이블 (n,)을 읽어요. 둘 다 uint8이에요."""
    images_path, labels_path = _find(folder, f"{prefix}-images", 3), _find(folder, f"{prefix}-labels", 1)
    images, labels = _read_idx(images_path, 3), _read_idx(labels_path, 1)
    if images.shape[1:] != (28, 28):
        raise DataError(f"{images_path} 파일에 든 이미지는 (28, 28)이 아니라 {images.shape[1:]}픽셀이에요. {_REPLACE}")
    if len(images) != len(labels):
        raise DataError(
            f"{images_path}의 이미지는 {len(images)}장, {labels_path.name}의 레이블은 {len(labels)}개예요. {_REPLACE}"
        )
    if labels.size and labels.max() > 9:
        raise DataError(f"{labels_path}에 레이블 {labels.max()}이(가) 있어요. 숫자는 0에서 9까지예요. {_REPLACE}")
    return images, labels


def _find(folder: Path, stem: str, dimensions: int) -> Path:
    """`folder`에서 흔히 쓰는 네 가지 이름 가운데 하나로 된 파일."""
    names = [f"{stem}{dot}idx{dimensions}-ubyte{end}" for dot in "-." for end in (".gz", "")]
    for name in names:
        if (folder / name).is_file():
            return folder / name
    raise DataError(
        f"{folder} 폴더에 {names[0]}이(가) 없어요({', '.join(names[1:])}도 없음). 무엇이 있는지 보기: ls {folder}"
    )


def _read_idx(path: Path, dimensions: int) -> np.ndarray:
    """idx 파일에 든 uint8 배열: 0 0 8 `dimensions`, 차원마다 길이가 4바이트씩, 그다음이 값이에요."""
    content = _read_maybe_gzipped(path)
    start = 4 + 4 * dimensions
    if content[:4] != bytes([0, 0, 8, dimensions]) or len(content) < start:
        raise DataError(f"{path}은(는) 바이트로 된 {dimensions}차원 idx 파일이 아니에요. {_REPLACE}")
    shape = [int(n) for n in np.frombuffer(content, ">u4", dimensions, offset=4)]
    expected, found = start + int(np.prod(shape, dtype=object)), len(content)
    if found != expected:
        raise DataError(f"{path} 파일이 손상되었어요. {expected}바이트여야 하는데 {found}바이트예요. {_REPLACE}")
    # `frombuffer`가 주는 배열에는 쓸 수 없으므로 복사해요.
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape).copy()


def _read_maybe_gzipped(path: Path) -> bytes:
    """파일의 바이트. gzip으로 압축되어 있으면 풀어요. 어떤 브라우저는 .gz를 풀고도 이름은 그대로 둬요."""
    import gzip
    import zlib

    try:
        content = path.read_bytes()
        return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"{path} 파일을 읽을 수 없어요({error}). {_REPLACE}") from None


_REPLACE = "온전한 파일로 바꾸거나, 강좌에 들어 있는 숫자를 쓰세요: load_mnist()"


def main() -> None:
    """`load_mnist()`가 주는 것과, 첫 번째 시험 이미지를 글자로 보여 줘요."""
    (x_train, t_train), (x_test, t_test) = load_mnist(normalize=False, flatten=False)
    print(f"x_train {x_train.shape}   t_train {t_train.shape}")
    print(f"x_test  {x_test.shape}   t_test  {t_test.shape}")
    for row in x_test[0]:
        print("".join(" .:*#"[pixel // 52] * 2 for pixel in row).rstrip())
    print(f"레이블: {t_test[0]}")


if __name__ == "__main__":
    try:
        main()
    except DataError as error:
        sys.exit(str(error))
