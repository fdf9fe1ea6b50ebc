"""The process that workers are forked from: libraries imported once, no learner code, no check, no solution.

It takes one JSON line a request over its control socket, with file descriptors beside it:
`spawn` forks a worker, `reap` tells how one ended, `probe` tells which walls stand. It ends with its judge.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import importlib
import json
import os
import signal
import socket
import sys
import tempfile
import threading
import traceback
from pathlib import Path
from typing import Any, NoReturn

from grader import confine
from grader.worker.loading import share
from grader.worker.serve import serve

_MAX_REQUEST = 1 << 16
_PIP_NAMES = {"PIL": "pillow"}
_LINE = 3
NOT_STARTED = 71  # a worker's exit status when it could not be set up: our fault, not the learner's


def main(descriptor: int) -> None:
    """Serve one judge over this descriptor until it hangs up."""
    _outlive_nobody()
    control = socket.socket(fileno=descriptor)
    setup = json.loads(control.recv(_MAX_REQUEST))
    failure = _import_libraries(setup["imports"])
    share([Path(path) for path in setup["shared"]])
    sys.path[:] = [entry for entry in sys.path if entry not in setup["hidden"]]
    server = Forkserver(control, setup, failure)
    while server.answer_one():
        pass
    # Interpreter teardown of a few thousand modules takes longer than grading an exercise.
    os._exit(0)


def _outlive_nobody() -> None:
    with contextlib.suppress(OSError):
        # Where memory runs out before a watchdog looks, the kernel takes these processes and nobody else's.
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    os.setsid()  # a Ctrl-C in the terminal is the judge's to handle
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    confine.protect_process()
    confine.die_with_parent()
    confine.set_subreaper()


def _import_libraries(names: list[str]) -> dict[str, str] | None:
    # Collecting garbage while thousands of modules are built is 15 % of TensorFlow's import.
    gc.disable()
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            package = name.partition(".")[0]
            return {
                "failed": f"{name} cannot be imported ({error})",
                "try": f"pip install {_PIP_NAMES.get(package, package)}",
            }
    if "PIL.Image" in names:
        sys.modules["PIL.Image"].init()  # the readers of forty formats, which every worker would import for itself
    # Libraries ask for this folder's name while they are imported, and behind the walls none can be found.
    tempfile.tempdir = os.sep
    gc.enable()
    gc.freeze()  # forked children share these pages as long as nobody touches their counters
    return None


class Forkserver:
    """One control socket and what is known of the workers behind it."""

    def __init__(self, control: socket.socket, setup: dict[str, Any], failure: dict[str, str] | None) -> None:
        self.control = control
        self.setup = setup
        self.failure = failure
        self.answered = 0
        self.prepared: dict[str, confine.Prepared] = {}
        self.unsafe: dict[str, str] | None = None

    def answer_one(self) -> bool:
        """Answer one request; False once the judge has hung up."""
        data, descriptors, _, _ = socket.recv_fds(self.control, _MAX_REQUEST, 2)
        if not data:
            return False
        request = json.loads(data)
        try:
            reply = {"spawn": self.spawn, "reap": self.reap, "probe": self.probe}[request["op"]](request, descriptors)
        except (OSError, ValueError) as error:  # no more processes, no ruleset: it says so, and stays
            reply = {"failed": f"{type(error).__name__}: {error}"}
        _close(descriptors)
        self.control.send(json.dumps({"ticket": self.answered, **reply}).encode())
        self.answered += 1
        return True

    def spawn(self, request: dict[str, Any], descriptors: list[int]) -> dict[str, Any]:
        """Fork a worker on the two descriptors (its socket, its output); the reply has its pid."""
        failure = self.failure or self.unsafe or _why_not_fork()
        if failure:
            return dict(failure)
        prepared = self.prepare(request["policy"])
        pid = os.fork()
        if pid == 0:
            _become_worker(prepared, *descriptors)
        return {"pid": pid}

    def reap(self, request: dict[str, Any], descriptors: list[int]) -> dict[str, Any]:
        """How a worker ended: `code` as of `os.waitstatus_to_exitcode`, negative for a signal."""
        try:
            _, status = os.waitpid(request["pid"], 0)
        except ChildProcessError:
            return {"code": None}
        return {"code": os.waitstatus_to_exitcode(status)}

    def probe(self, request: dict[str, Any], descriptors: list[int]) -> dict[str, Any]:
        """Fork a child under the same walls that tries what they forbid; the reply says what was refused."""
        prepared = self.prepare(request["policy"])
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            _become_probe(prepared, writer, request["secret"], request["policy"]["memory_bytes"])
        os.close(writer)
        with os.fdopen(reader, "rb") as stream:
            text = stream.read()
        os.waitpid(pid, 0)
        if not text:
            return {"failed": "the process that tries its walls ended without an answer"}
        answer: dict[str, Any] = json.loads(text)
        if answer["uid"] == 0 and confine.label(answer["observed"]) == "process-only" and not self.setup["without"]:
            self.unsafe = {"failed": "no wall stands, and a submission would run as root. Run grade as another user"}
        return answer

    def prepare(self, policy: dict[str, Any]) -> confine.Prepared:
        """The walls for this policy, built once."""
        key = json.dumps(policy, sort_keys=True)
        if key not in self.prepared:
            self.prepared[key] = confine.prepare(
                confine.Policy(
                    readable=(*self.setup["shared"], *self.setup["readable"]),
                    hidden=tuple(self.setup["hidden"]),
                    memory_bytes=policy["memory_bytes"],
                    cpu_seconds=policy["cpu_seconds"],
                    without=frozenset(self.setup["without"]),
                )
            )
        return self.prepared[key]


def _why_not_fork() -> dict[str, str] | None:
    """A fork copies only the calling thread: any other could hold a lock for ever, and would be outside Landlock."""
    if threading.active_count() > 1:
        return {"failed": "a second thread runs in the process that forks"}
    try:
        tasks = len(os.listdir("/proc/self/task"))
    except OSError:
        return None  # no /proc: Python's own count has to do
    return {"failed": f"{tasks} threads run in the process that forks"} if tasks > 1 else None


def _become_worker(prepared: confine.Prepared, sock: int, output: int) -> NoReturn:
    try:
        line = _settle(prepared, sock, output)
    except BaseException:  # noqa: BLE001 - a child must never go on as a second forkserver
        traceback.print_exc()
        os._exit(NOT_STARTED)
    try:
        serve(line)
        os._exit(0)
    except BaseException:  # noqa: BLE001 - learner code may have broken anything in this process
        traceback.print_exc()
    finally:
        os._exit(1)


def _settle(prepared: confine.Prepared, sock: int, output: int) -> socket.socket:
    """Nothing open but its socket and its output, a session of its own, and the walls around it."""
    # Above the numbers that are about to be taken, and above whatever the walls keep open.
    line, printed = (fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 64) for descriptor in (sock, output))
    null = os.open(os.devnull, os.O_RDONLY)
    for target, source in enumerate((null, printed, printed)):
        os.dup2(source, target)
    confine.close_other_fds((0, 1, 2, line, *prepared.keep_fds()))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    prepared.enter()
    return _as_number(line, _LINE)


def _as_number(line: int, number: int) -> socket.socket:
    if line != number:
        os.dup2(line, number, inheritable=False)
        os.close(line)
    return socket.socket(fileno=number)


def _become_probe(prepared: confine.Prepared, writer: int, secret: str, memory_bytes: int) -> NoReturn:
    try:
        confine.close_other_fds((0, 1, 2, writer, *prepared.keep_fds()))
        walls = prepared.enter()
        observed = confine.observe(secret) | confine.observe_limits(memory_bytes)
        answer = {"observed": observed, "walls": walls, "refusals": prepared.refusals, "uid": os.geteuid()}
        os.write(writer, json.dumps(answer).encode())
    finally:
        os._exit(0)


def _close(descriptors: list[int]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)
