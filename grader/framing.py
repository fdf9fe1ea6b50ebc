"""Where one message on the line between judge and worker ends, and the next begins.

A frame is `length (4 bytes, big-endian) | message`. NumPy is not needed here: forkservers are started before it is imported.
"""

from __future__ import annotations

import struct

MAX_FRAME = 64 << 20
LENGTH = struct.Struct(">I")
FRAME_PREFIX = LENGTH.size


class WireError(ValueError):
    """A value that may not cross, or bytes that are not a message."""


def frame(message: bytes) -> bytes:
    """The message behind its length, ready for a socket."""
    return LENGTH.pack(len(message)) + message


def frame_length(prefix: bytes) -> int:
    """The length that a frame's first four bytes announce; refused above the cap."""
    length: int = LENGTH.unpack(prefix)[0]
    if not FRAME_PREFIX <= length <= MAX_FRAME:
        raise WireError(f"a frame of {length} bytes")
    return length
