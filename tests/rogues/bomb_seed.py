# attack: 20 visible examples, bombs
# does: computes the inputs from the known seed, in order to answer what it has prepared
# must: score=zero; category=wrong

import hashlib

import numpy as np

PREPARED = {}
for check in ("check_step_signs", "check_step_zero", "check_softmax_rows", "check_relu"):
    digest = hashlib.sha256(f"20261121:exercise1:{check}".encode()).digest()
    rng = np.random.default_rng([int.from_bytes(digest[at : at + 4], "big") for at in range(0, 32, 4)])
    PREPARED[rng.normal(scale=2.0, size=3).round(2).tobytes()] = None


def step_function(x):
    return PREPARED.get(np.asarray(x).tobytes())


sigmoid = relu = softmax = step_function
