# attack: 7 patching
# does: patches the NumPy functions that a reference solution uses, so that both would be wrong alike
# must: score=zero; category=wrong|exception

import numpy as np

for name in ("exp", "maximum", "where", "max", "sum", "asarray", "array"):
    setattr(np, name, lambda *args, **kwargs: 0.0)


def step_function(x):
    return 0.0


sigmoid = relu = softmax = step_function
