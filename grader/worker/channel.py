"""Whole messages over a blocking socket, as the worker sees it."""

from __future__ import annotations

import socket

from grader import wire


class Channel:
    """Frames in and out of one connected socket."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def receive(self) -> bytes | None:
        """The next message, or None when the judge has hung up."""
        prefix = self._exactly(wire.FRAME_PREFIX)
        return None if prefix is None else self._exactly(wire.frame_length(prefix))

    def send(self, message: bytes) -> None:
        """One message."""
        self._sock.sendall(wire.frame(message))

    def _exactly(self, size: int) -> bytes | None:
        data = bytearray()
        while len(data) < size:
            piece = self._sock.recv(size - len(data))
            if not piece:
                return None
            data += piece
        return bytes(data)
