"""Train exercises/data/sample_weight.npz, the 784-50-100-10 network that the course carries.

    OPENBLAS_NUM_THREADS=1 python scripts/train_weights.py

Trains on the 4,000 bundled training images only. The strength of the augmentation is chosen on 800 of them held
out, then the network is trained again on all 4,000. The 1,000 test images are looked at once, at the very end.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from make_mnist import DATA, record_hash, write_npz
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Bytes = NDArray[np.uint8]
Rows = NDArray[np.intp]

SEED = 7
SIZES = (784, 50, 100, 10)
STRENGTHS = (0.7, 1.0, 1.3)
COPIES = 100  # distorted copies of every training image; epoch e takes copy e modulo COPIES
EPOCHS_TO_CHOOSE, EPOCHS = 600, 1600
BATCH = 100
LEARNING_RATE = 3e-3
# Keeps the layers' sums below about 40: in float32 a learner's plain 1 / (1 + np.exp(-x)) overflows, and warns, at -89.
DECAY = 0.1
AVERAGE_OVER = 1000  # steps: the kept weights are a running mean of about this many
SIDE, BORDER = 28, 2
KNOTS = 5  # the elastic distortion pulls at a grid of 5 x 5 points
PAPER_MEAN = np.float32(0.13)  # about the mean pixel: centred inputs train faster


def main() -> None:
    """Choose, train, look at the test images once, write the file and its hash."""
    with np.load(DATA / "mnist_5k.npz", allow_pickle=False) as npz:
        images, labels = npz["x_train"], npz["t_train"]
        test_images, test_labels = npz["x_test"], npz["t_test"]
    strength = choose_strength(images, labels)
    print(f"chosen strength: {strength}; training on all {len(labels):,} images")
    network = as_sigmoid(train(images, labels, strength, EPOCHS))
    path = DATA / "sample_weight.npz"
    write_npz(path, network)
    digest = record_hash(path)
    print(f"train: {score(network, images, labels)}")
    print(f"test:  {score(network, test_images, test_labels)}")
    print(f"{path}: {path.stat().st_size:,} bytes, sha256 {digest}")


def choose_strength(images: Bytes, labels: Bytes) -> float:
    """The strength with the lowest held-out cross-entropy; 80 images a class are held out."""
    rng = np.random.default_rng(SEED)
    held = np.concatenate([rng.permutation(np.flatnonzero(labels == k))[:80] for k in range(10)])
    rest = np.setdiff1d(np.arange(len(labels)), held)
    losses = {}
    for strength in STRENGTHS:
        start = time.perf_counter()
        network = as_sigmoid(train(images[rest], labels[rest], strength, EPOCHS_TO_CHOOSE))
        result = score(network, images[held], labels[held])
        losses[strength] = result.loss
        print(f"strength {strength}: held out {result}, {time.perf_counter() - start:.0f} s", flush=True)
    return min(losses, key=lambda strength: losses[strength])


# The network. It is trained with tanh, which learns better, and turned into sigmoids at the end, exactly.


@dataclass
class Adam:
    """Adam with decoupled decay (Loshchilov and Hutter, 2019), and a running mean of the weights beside it."""

    weights: list[Floats]
    mean: list[Floats] = field(init=False)
    first: list[Floats] = field(init=False)
    second: list[Floats] = field(init=False)
    steps: int = 0

    def __post_init__(self) -> None:
        self.mean = [w.copy() for w in self.weights]
        self.first = [np.zeros_like(w) for w in self.weights]
        self.second = [np.zeros_like(w) for w in self.weights]

    def update(self, gradients: list[Floats], rate: float) -> None:
        """One step, in place."""
        self.steps += 1
        step = float(np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps))
        for w, mean, m, v, g in zip(self.weights, self.mean, self.first, self.second, gradients, strict=True):
            m += 0.1 * (g - m)
            v += 0.001 * (g * g - v)
            shrink = DECAY * w if w.ndim == 2 else 0.0  # weights, not biases
            w -= rate * (step * m / (np.sqrt(v) + 1e-8) + shrink)
            mean += (w - mean) / AVERAGE_OVER


def train(images: Bytes, labels: Bytes, strength: float, epochs: int) -> list[Floats]:
    """Averaged weights [W1, b1, W2, b2, W3, b3] of a tanh network for pixels in [0, 1] less PAPER_MEAN."""
    rng = np.random.default_rng(SEED)
    adam = Adam(start_weights(rng))
    copies = [distort(images, strength, rng) for _ in range(COPIES)]
    targets = np.eye(10, dtype=np.float32)[labels]
    total = epochs * (len(labels) // BATCH)
    for step, (copy, rows) in enumerate(batches(copies, epochs, rng)):
        x = copy[rows].astype(np.float32) / np.float32(255) - PAPER_MEAN
        warm_up = min(1.0, (step + 1) / 200)
        rate = LEARNING_RATE * warm_up * (0.5 + 0.5 * np.cos(np.pi * step / total))
        adam.update(gradients(adam.weights, x, targets[rows]), rate)
    return adam.mean


def start_weights(rng: np.random.Generator) -> list[Floats]:
    """Normal weights with standard deviation 1 / sqrt(inputs), biases zero."""
    weights: list[Floats] = []
    for rows, columns in pairwise(SIZES):
        weights.append((rng.normal(size=(rows, columns)) / np.sqrt(rows)).astype(np.float32))
        weights.append(np.zeros(columns, np.float32))
    return weights


def batches(copies: list[Bytes], epochs: int, rng: np.random.Generator) -> Iterator[tuple[Bytes, Rows]]:
    """Each epoch's copy of the images with the rows of its next batch, in a new order every epoch."""
    for epoch in range(epochs):
        copy = copies[epoch % len(copies)]
        order = rng.permutation(len(copy))
        for start in range(0, len(order) - BATCH + 1, BATCH):
            yield copy, order[start : start + BATCH]


def gradients(weights: list[Floats], x: Floats, targets: Floats) -> list[Floats]:
    """Of the mean cross-entropy, in the order of the weights."""
    w1, b1, w2, b2, w3, b3 = weights
    h1 = np.tanh(x @ w1 + b1)
    h2 = np.tanh(h1 @ w2 + b2)
    d3 = (softmax(h2 @ w3 + b3) - targets) / np.float32(len(x))
    d2 = d3 @ w3.T * (1 - h2 * h2)
    d1 = d2 @ w2.T * (1 - h1 * h1)
    return [x.T @ d1, d1.sum(0), h1.T @ d2, d2.sum(0), h2.T @ d3, d3.sum(0)]


def sigmoid(x: Floats) -> Floats:
    """Of each element."""
    y: Floats = 1 / (1 + np.exp(-x))
    return y


def softmax(a: Floats) -> Floats:
    """Of each row (n, 10)."""
    e: Floats = np.exp(a - a.max(axis=1, keepdims=True))
    e /= e.sum(axis=1, keepdims=True)
    return e


def as_sigmoid(weights: list[Floats]) -> dict[str, Floats]:
    """The same function with sigmoids, for pixels in [0, 1]: tanh(z) = 2 sigmoid(2 z) - 1 goes into the weights."""
    w1, b1, w2, b2, w3, b3 = (w.astype(np.float64) for w in weights)
    network = {
        "W1": 2 * w1,
        "b1": 2 * (b1 - PAPER_MEAN * w1.sum(axis=0)),
        "W2": 4 * w2,
        "b2": 2 * (b2 - w2.sum(axis=0)),
        "W3": 2 * w3,
        "b3": b3 - w3.sum(axis=0),
    }
    return {name: values.astype(np.float32) for name, values in network.items()}


@dataclass(frozen=True)
class Score:
    """Share of images named right, and the mean cross-entropy in nats."""

    accuracy: float
    loss: float

    def __str__(self) -> str:
        return f"accuracy {self.accuracy:.4f}, loss {self.loss:.4f}"


def score(network: dict[str, Floats], images: Bytes, labels: Bytes) -> Score:
    """How the finished network, sigmoid, sigmoid and softmax, does on images it is shown undistorted."""
    h = images.reshape(-1, 784).astype(np.float32) / np.float32(255)
    for layer in "12":
        h = sigmoid(h @ network[f"W{layer}"] + network[f"b{layer}"])
    p = softmax(h @ network["W3"] + network["b3"])
    right = p.argmax(axis=1) == labels
    return Score(float(right.mean()), float(-np.log(p[np.arange(len(p)), labels]).mean()))


# Augmentation: every image as another hand might have written it


def distort(images: Bytes, strength: float, rng: np.random.Generator) -> Bytes:
    """Turn, scale, slant, shift and pull each image (n, 28, 28) at random; gives (n, 784)."""
    n = len(images)
    offsets = np.arange(SIDE, dtype=np.float32) - (SIDE - 1) / 2
    grid = np.stack(np.meshgrid(offsets, offsets, indexing="ij")).reshape(2, -1)
    places = affine(n, strength, rng) @ grid
    places += rng.uniform(-2.0, 2.0, (n, 2, 1)).astype(np.float32) * np.float32(strength)
    pulls = rng.uniform(-1.5, 1.5, (n, 2, KNOTS, KNOTS)).astype(np.float32) * np.float32(strength)
    spread = knot_weights()
    places += (spread @ pulls @ spread.T).reshape(n, 2, -1)
    return sample(images, places + np.float32((SIDE - 1) / 2))


def affine(n: int, strength: float, rng: np.random.Generator) -> Floats:
    """Matrices (n, 2, 2): up to 12 degrees of turn, 12 % of scale, 0.15 of slant, all times the strength."""
    angle = np.deg2rad(rng.uniform(-12, 12, n)) * strength
    tall, wide = np.exp(rng.uniform(-0.12, 0.12, (2, n)) * strength)
    slant = rng.uniform(-0.15, 0.15, n) * strength
    c, s = np.cos(angle), np.sin(angle)
    turned = np.array([[c * tall, -s * wide], [s * tall, c * wide]])
    turned[1] += slant * turned[0]
    return turned.transpose(2, 0, 1).astype(np.float32)


def knot_weights() -> Floats:
    """(28, KNOTS): how much each knot moves each row of pixels; between two knots along half a cosine."""
    position = np.linspace(0, KNOTS - 1, SIDE)
    knot = np.minimum(position.astype(int), KNOTS - 2)
    share = (1 - np.cos(np.pi * (position - knot))) / 2
    weights = np.zeros((SIDE, KNOTS), np.float32)
    weights[np.arange(SIDE), knot] = 1 - share
    weights[np.arange(SIDE), knot + 1] = share
    return weights


def sample(images: Bytes, places: Floats) -> Bytes:
    """The images' values at places (n, 2, 784) between pixels (bilinear); outside of them is paper."""
    wide = SIDE + 2 * BORDER
    padded = np.pad(images, ((0, 0), (BORDER, BORDER), (BORDER, BORDER))).astype(np.float32).ravel()
    places = np.clip(places + BORDER, 0, wide - 1.001)
    corner = places.astype(np.int64)
    down, right = (places - corner).astype(np.float32).swapaxes(0, 1)
    at = corner[:, 0] * wide + corner[:, 1] + np.arange(len(images))[:, None] * wide * wide
    above = padded[at] * (1 - right) + padded[at + 1] * right
    below = padded[at + wide] * (1 - right) + padded[at + wide + 1] * right
    values: Floats = above * (1 - down) + below * down
    return np.round(values).astype(np.uint8)


if __name__ == "__main__":
    main()
