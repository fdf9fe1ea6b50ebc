"""Large imports at less cost, for a process that does not live long or that others are forked from."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def importing() -> Iterator[None]:
    """Meanwhile no garbage is collected: modules are none, and the search for some is a tenth of their import.

    NumPy does without threads of its own, whose start costs more than a judge ever wins by them.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # nor are they looked at later
        gc.enable()
