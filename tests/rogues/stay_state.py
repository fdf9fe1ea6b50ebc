# attack: 16 what stays
# does: changes everything that a process has: folder, mask, locale, error states, seeds, collector; its answers are right
# must: score=full; category=correct

import builtins
import gc
import locale
import os
import random
import sys
import warnings

import numpy as np

builtins.PWNED = True
os.environ["PYTHONPATH"] = "/nonexistent"
os.chdir("/usr/lib")
os.umask(0)
gc.disable()
sys.setrecursionlimit(3000)
sys.path.clear()
np.seterr(all="ignore")
np.set_printoptions(precision=1, threshold=1)
np.random.seed(0)
random.seed(0)
warnings.simplefilter("ignore")
try:
    locale.setlocale(locale.LC_ALL, "C")
except locale.Error:
    print("no locale")

import numpy as np


def step_function(x):
    return (np.asarray(x) > 0).astype(int)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
