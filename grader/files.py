"""Write a file so that under its name there is always a whole one: the old, or the new."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put these bytes under this name, in one step. A link of that name is replaced, never followed; raises `OSError`."""
    with prepared(path, data) as ready:
        os.replace(ready, path)


@contextmanager
def prepared(path: Path, data: bytes) -> Iterator[Path]:
    """The bytes in a file beside `path`, ready to be renamed to it; what is not renamed is gone afterwards.

    A disk that is full says so here, while nothing has been replaced yet.
    """
    ready = path.with_name(f".{path.name}.{os.getpid()}.part")
    ready.unlink(missing_ok=True)  # left behind by a process of the same number
    try:
        with open(ready, "xb") as stream:  # exclusive: a link that somebody puts there meanwhile is not written through
            stream.write(data)
        yield ready
    finally:
        with contextlib.suppress(OSError):
            ready.unlink(missing_ok=True)
