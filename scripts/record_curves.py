"""Record what exercise 9 shows and checks: learning curves of real trainings, and steps of Keras's own optimizers.

    python scripts/record_curves.py         # about half a minute

Writes exercises/data/curves.json, the losses of eight small trainings on the bundled digits (one list of named histories,
each with the diagnosis by the rule of exercise 9), and solutions/checks/keras_steps.json, what SGD with momentum and Adam made of
a few weights and gradients. Another machine or another Keras gives other digits after the fourth place, and the same diagnoses.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "exercises"), str(ROOT / "solutions")]

from exercise9_learning_curves import diagnose  # noqa: E402
from mnist import load_mnist  # noqa: E402

SEED = 9
CURVES = ROOT / "exercises" / "data" / "curves.json"
STEPS = ROOT / "solutions" / "checks" / "keras_steps.json"


@dataclass(frozen=True)
class Training:
    """One training, and what the rule of exercise 9 must say of it."""

    name: str
    diagnosis: str
    story: str
    images: int
    epochs: int
    optimizer: Any
    hidden: tuple[int, ...] = (128, 64)
    dropout: float = 0.0
    batch_size: int = 128
    activation: str = "relu"


def trainings() -> Iterator[Training]:
    """Two of each kind."""
    sgd, adam = keras.optimizers.SGD, keras.optimizers.Adam
    yield Training("few_images", "overfitting", "200 images, Adam", 200, 40, adam(0.003), batch_size=32)
    yield Training("too_long", "overfitting", "1,000 images, Adam, 40 epochs", 1000, 40, adam(0.002))
    yield Training("tiny_rate", "underfitting", "SGD with the rate 0.005", 3200, 15, sgd(0.005))
    yield Training(
        "two_neurons", "underfitting", "a hidden layer of two neurons", 3200, 15, sgd(0.05), (2,), activation="tanh"
    )
    yield Training("no_rate", "stalled", "SGD with the rate 0.00001", 3200, 10, sgd(1e-5))
    yield Training(
        "vanished", "stalled", "five layers of sigmoids, SGD", 3200, 12, sgd(0.1), (32,) * 5, activation="sigmoid"
    )
    yield Training("dropout", "good", "dropout 0.5, Adam", 3200, 20, adam(0.001), hidden=(256, 128), dropout=0.5)
    yield Training("plain", "good", "SGD with the rate 0.1", 3200, 20, sgd(0.1))


def run(training: Training) -> dict[str, Any]:
    """Train and keep the losses, to four places."""
    keras.utils.set_random_seed(SEED)
    (x, t), _ = load_mnist(one_hot_label=True)
    layers: list[Any] = [keras.Input(shape=(784,))]
    for units in training.hidden:
        layers.append(keras.layers.Dense(units, activation=training.activation))
        layers += [keras.layers.Dropout(training.dropout)] if training.dropout else []
    model = keras.Sequential([*layers, keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=training.optimizer, loss="categorical_crossentropy")
    last = slice(3200, 4000)
    result = model.fit(
        x[: training.images],
        t[: training.images],
        validation_data=(x[last], t[last]),
        epochs=training.epochs,
        batch_size=training.batch_size,
        verbose=0,
    )
    losses = {key: [round(float(v), 4) for v in result.history[key]] for key in ("loss", "val_loss")}
    return {"name": training.name, "diagnosis": training.diagnosis, "story": training.story, **losses}


def steps(make: Any, gradients: np.ndarray, start: np.ndarray) -> list[list[float]]:
    """The weights after each step of one optimizer."""
    weights = keras.Variable(start.astype("float32"))
    optimizer = make()
    found = []
    for gradient in gradients:
        optimizer.apply([keras.ops.convert_to_tensor(gradient.astype("float32"))], [weights])
        found.append([float(f"{value:.7g}") for value in np.asarray(weights)])
    return found


def optimizer_steps() -> dict[str, Any]:
    """What Keras's optimizers do, each with its settings."""
    rng = np.random.default_rng(SEED)
    start = rng.normal(size=4).round(2)
    gradients = rng.normal(scale=2.0, size=(5, 4)).round(2)
    found: dict[str, Any] = {"start": start.tolist(), "gradients": gradients.tolist(), "keras": keras.__version__}
    found["sgd"] = [
        {"learning_rate": rate, "weights": steps(lambda r=rate: keras.optimizers.SGD(r), gradients, start)}
        for rate in (0.1, 0.03)
    ]
    found["momentum"] = [
        {
            "learning_rate": rate,
            "momentum": momentum,
            "weights": steps(lambda r=rate, m=momentum: keras.optimizers.SGD(r, momentum=m), gradients, start),
        }
        for rate, momentum in ((0.1, 0.9), (0.03, 0.5))
    ]
    found["adam"] = [
        {
            "learning_rate": rate,
            "beta_1": beta_1,
            "beta_2": beta_2,
            "epsilon": 1e-8,
            "weights": steps(
                lambda r=rate, b=beta_1, c=beta_2: keras.optimizers.Adam(r, beta_1=b, beta_2=c, epsilon=1e-8),
                gradients,
                start,
            ),
        }
        for rate, beta_1, beta_2 in ((0.1, 0.9, 0.999), (0.02, 0.8, 0.95))
    ]
    return found


def main() -> None:
    """Record both, and stop where a training does not show what it is there for."""
    curves = []
    for training in trainings():
        curve = run(training)
        said = diagnose(curve)
        loss, val_loss = curve["loss"], curve["val_loss"]
        print(
            f"{training.name:>12}: loss {loss[0]:.4f} -> {loss[-1]:.4f}, "
            f"val_loss {val_loss[0]:.4f}, lowest {min(val_loss):.4f}, last {val_loss[-1]:.4f}: {said}"
        )
        if said != training.diagnosis:
            sys.exit(f"{training.name} should show {training.diagnosis}; nothing was written.")
        curves.append(curve)
    CURVES.write_text("[\n" + ",\n".join(json.dumps(curve) for curve in curves) + "\n]\n", encoding="utf-8")
    STEPS.write_text(json.dumps(optimizer_steps(), indent=1) + "\n", encoding="utf-8")
    print(f"{CURVES}: {CURVES.stat().st_size:,} bytes\n{STEPS}: {STEPS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
