"""The line to one worker: every exchange has a deadline, and a watchdog by clock for memory and printed text."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import time
from dataclasses import dataclass

from grader import confine, framing
from grader.language import _
from grader.learner.faults import LearnerLost

_TICK = 0.05
_PIECE = 1 << 16
_KEPT_OUTPUT = 1 << 16
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one worker may use, in bytes."""

    memory_bytes: int
    output_bytes: int


class Line:
    """Socket, output pipe and process of one worker. After a `LearnerLost` it is dead."""

    def __init__(self, sock: socket.socket, output: int, bounds: Bounds) -> None:
        sock.setblocking(False)
        os.set_blocking(output, False)
        self.sock = sock
        self.output = output
        self.bounds = bounds
        self.printed = bytearray()
        self.printed_bytes = 0
        self.received_bytes = 0
        self.pid: int | None = None
        self._baseline: int | None = None
        self._inbox = bytearray()
        self._next_look = 0.0

    def attach(self, pid: int) -> None:
        """The worker's process, once it is known; its memory is measured against what it has now."""
        self.pid = pid
        self._baseline = resident(pid)

    def exchange(self, outgoing: bytes, seconds: float) -> bytes:
        """Send these bytes, wait for one message. Raises `LearnerLost` at the deadline, at a limit, at the worker's end."""
        deadline = time.monotonic() + seconds
        pending = memoryview(outgoing)
        if pending:
            pending = self._push(pending)  # at once, since a worker that waits for us has room for it
        poller = self._poller(bool(pending))
        while True:
            now = time.monotonic()
            if now >= deadline:
                raise LearnerLost("time", _("no answer within {seconds:.3g} s").format(seconds=seconds))
            self._watch_memory(now)
            events = dict(poller.poll(max(1, int(min(_TICK, deadline - now) * 1000))))
            if self.output in events and not self._drain():
                poller.unregister(self.output)
            event = events.get(self.sock.fileno(), 0)
            if event & select.POLLOUT and pending:
                pending = self._push(pending)
                if not pending:
                    poller.modify(self.sock, select.POLLIN)
            if event & (select.POLLIN | select.POLLHUP | select.POLLERR):
                message = self._pull()
                if message is not None:
                    return message

    def send(self, outgoing: bytes) -> None:
        """Send without waiting for an answer; small enough for the socket's buffer, or it waits for the worker to read."""
        self.sock.setblocking(True)
        self.sock.settimeout(5.0)
        try:
            self.sock.sendall(outgoing)
        except OSError:
            return  # the worker is gone; the next exchange says so
        finally:
            self.sock.setblocking(False)

    def forget(self) -> None:
        """Count what comes back and what is printed from nothing again."""
        self.printed.clear()
        self.printed_bytes = self.received_bytes = 0

    def close(self) -> None:
        """Let go of the worker's socket and pipe; twice is no harm."""
        if self.sock.fileno() == -1:
            return
        self.sock.close()
        os.close(self.output)

    def _poller(self, writing: bool) -> select.poll:
        poller = select.poll()
        poller.register(self.sock, select.POLLIN | (select.POLLOUT if writing else 0))
        poller.register(self.output, select.POLLIN)
        return poller

    def _push(self, pending: memoryview) -> memoryview:
        try:
            return pending[self.sock.send(pending[: 4 * _PIECE]) :]
        except BlockingIOError:
            return pending
        except OSError:
            return pending[:0]  # hung up: the reading side finds out why

    def _pull(self) -> bytes | None:
        try:
            piece = self.sock.recv(4 * _PIECE)
        except BlockingIOError:
            return None
        except OSError:
            piece = b""
        if not piece:
            self._drain()
            raise LearnerLost("crash", _("the process ended"))
        self._inbox += piece
        self.received_bytes += len(piece)
        if self.received_bytes > self.bounds.memory_bytes // 2:  # the judge keeps all answers until the report is made
            mib = self.bounds.memory_bytes >> 21
            raise LearnerLost("memory", _("its answers together were larger than {mib} MiB").format(mib=mib))
        return self._message()

    def _message(self) -> bytes | None:
        if len(self._inbox) < framing.FRAME_PREFIX:
            return None
        try:
            end = framing.FRAME_PREFIX + framing.frame_length(bytes(self._inbox[: framing.FRAME_PREFIX]))
        except framing.WireError as error:
            raise LearnerLost("protocol", _("the process answered out of turn")) from error
        if len(self._inbox) < end:
            return None
        if len(self._inbox) > end:
            raise LearnerLost("protocol", _("the process answered out of turn"))
        message = bytes(self._inbox[framing.FRAME_PREFIX : end])
        self._inbox.clear()
        return message

    def _drain(self) -> bool:
        try:
            piece = os.read(self.output, 4 * _PIECE)
        except BlockingIOError:
            return True
        self.printed += piece[: max(0, _KEPT_OUTPUT - len(self.printed))]
        self.printed_bytes += len(piece)
        if self.printed_bytes > self.bounds.output_bytes:
            mib = self.bounds.output_bytes / (1 << 20)
            raise LearnerLost("output", _("it printed more than {mib:g} MiB").format(mib=mib))
        return bool(piece)

    def _watch_memory(self, now: float) -> None:
        if self.pid is None or self._baseline is None or now < self._next_look:
            return
        self._next_look = now + _TICK
        now_used = resident(self.pid)
        if now_used is not None and now_used - self._baseline > self.bounds.memory_bytes:
            raise LearnerLost(
                "memory", _("it used more than {mib} MiB of memory").format(mib=self.bounds.memory_bytes >> 20)
            )


def resident(pid: int) -> int | None:
    """The memory that a process has in RAM, in bytes; None where nobody tells."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as stream:
            return int(stream.read().split()[1]) * _PAGE
    except (OSError, IndexError, ValueError):
        return None  # no /proc here, or the process is gone


def kill(pid: int) -> None:
    """End a worker for certain; it is ours and unreaped, so its number cannot have passed to another."""
    try:
        pidfd = confine.pidfd_open(pid)
    except OSError:  # too many open files, or a container's own filter
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        return
    try:
        confine.pidfd_kill(pidfd)
    finally:
        os.close(pidfd)


def wait_a_moment(pid: int) -> None:
    """Up to a second for a process that has hung up to end by itself, so that its own exit status is seen."""
    try:
        pidfd = confine.pidfd_open(pid)
    except OSError:
        return
    try:
        select.select([pidfd], [], [], 1.0)
    finally:
        os.close(pidfd)
