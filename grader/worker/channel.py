"""Whole messages over a blocking socket, as the worker sees it."""

from __future__ import annotations

import socket

from grader import wire

_PIECE = 1 << 16


class Channel:
    """Frames in and out of one connected socket."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._read = bytearray()  # a request and its arguments come together: one look at the socket is enough

    def receive(self) -> bytes | None:
        """The next message, or None when the judge has hung up."""
        prefix = self._exactly(wire.FRAME_PREFIX)
        return None if prefix is None else self._exactly(wire.frame_length(prefix))

    def send(self, message: bytes) -> None:
        """One message."""
        self._sock.sendall(wire.frame(message))

    def _exactly(self, size: int) -> bytes | None:
        while len(self._read) < size:
            piece = self._sock.recv(max(_PIECE, size - len(self._read)))
            if not piece:
                return None
            self._read += piece
        data = bytes(memoryview(self._read)[:size])
        del self._read[:size]
        return data
