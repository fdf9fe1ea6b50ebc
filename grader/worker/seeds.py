"""Reseed every generator that learner code may draw from."""

from __future__ import annotations

import random
import sys

import numpy as np


def reseed(seed: int) -> None:
    """Python's, NumPy's and, where Keras is loaded, Keras's and TensorFlow's global generators."""
    seed %= 1 << 32
    keras = sys.modules.get("keras")
    if keras is not None:
        keras.utils.set_random_seed(seed)
    else:
        random.seed(seed)
        np.random.seed(seed)
