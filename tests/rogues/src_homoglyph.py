# attack: 19 source text
# does: names that look right: Cyrillic and mathematical letters
# must: score=zero; category=missing|wrong

import numpy as np


def stеp_function(x):
    return (np.asarray(x) > 0).astype(int)


def sigmоid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def rеlu(x):
    return np.maximum(0, x)


def softmаx(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
