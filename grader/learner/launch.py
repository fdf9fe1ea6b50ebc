"""Start workers: a forkserver for each set of libraries, and one worker a submission from it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from weakref import WeakSet

from grader import confine
from grader.course import Course, Exercise, Limits
from grader.errors import EngineError
from grader.language import N_, _, translated
from grader.learner import line as lines
from grader.learner.line import Bounds, Line
from grader.results import Isolation

_PACKAGE = Path(__file__).resolve().parent.parent
_ROOT = _PACKAGE.parent
# The forkserver and its workers run the engine that is running now, wherever it was started from.
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from grader.worker.forkserver import main; main(int(sys.argv[2]))"
)
# The longest import of TensorFlow seen, without byte code on a busy machine, is 15 s.
_PATIENCE = 120.0
_MAX_REPLY = 1 << 16
_MOST_AT_ONCE = 4  # each calculates with a TensorFlow of its own
# Why a forkserver says that it cannot do its work.
_FAILURES = (
    N_("{name} cannot be imported ({error})"),
    N_("the process that tries its walls ended without an answer"),
    N_("no wall stands, and a submission would run as root. Run grade as another user"),
    N_("a second thread runs in the process that forks"),
    N_("{number} threads run in the process that forks"),
)
# NumPy imports its generators when somebody first asks for one, and that would be every worker, for itself.
_IMPORTS = {"numpy": ["numpy", "numpy.random"], "tensorflow": ["numpy", "tensorflow", "keras"]}


def _clean_environment() -> dict[str, str]:
    """What a worker sees of the world: no home, no tokens, one thread a library, the same hashes every time."""
    environment = {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONWARNINGS": "ignore",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "KERAS_HOME": "/dev/null/keras",  # a place that not even root can make
        # Arrays below 32 MiB are given back to the C library, which keeps some: the system's pages cost more than small arithmetic.
        "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
        "MALLOC_TRIM_THRESHOLD_": str(64 << 20),
        "MPLBACKEND": "agg",
        # Matplotlib keeps its list of fonts there. It looks when it is imported, before the walls are up.
        "MPLCONFIGDIR": _matplotlib_folder(),
    }
    if sys.platform == "win32":
        environment["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", "")
    return environment


def _matplotlib_folder() -> str:
    """Where Matplotlib's list of fonts lies, so that it is made once and not for every command."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("MPLCONFIGDIR") or os.path.join(cache, "matplotlib")


@dataclass(frozen=True, slots=True)
class Walls:
    """What the probe saw: the label, each forbidden thing and whether it was refused, and why a wall is missing."""

    label: Isolation
    observed: dict[str, bool] = field(default_factory=dict)
    refusals: dict[str, str] = field(default_factory=dict)
    uid: int | None = None
    """The user that workers are."""


class Forkserver:
    """One forkserver process, started at once; its answers are read when somebody needs them."""

    def __init__(
        self,
        course: Course,
        imports: Sequence[str],
        without: Sequence[str] = (),
        readable: Sequence[str] = (),
        at_once: int = 1,
    ) -> None:
        self.at_once = at_once
        # Packets keep the borders between requests; each may carry descriptors.
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._control.settimeout(_PATIENCE)
        self._secret = str(course.solutions)
        self._asked = 0
        self._replies: dict[int, dict[str, Any]] = {}
        self._one_at_a_time = threading.RLock()  # a diagnosis asks several workers at once
        self._observed: dict[str, bool] = {}
        # Some workers stay until the end, such as the one that stories are told to.
        self._lines: WeakSet[Line] = WeakSet()
        self._process = self._start(theirs)
        setup = {
            "imports": list(imports),
            "shared": [str(path) for path in course.shared_paths()],
            "readable": list(readable),
            "hidden": [str(path) for path in dict.fromkeys(_hidden(course))],
            "without": list(without),
        }
        self._control.send(json.dumps(setup).encode())

    def _start(self, theirs: socket.socket) -> subprocess.Popen[bytes]:
        with contextlib.suppress(OSError):
            # Where walls are missing, a worker of the same user could otherwise read our memory and environment.
            confine.protect_process()
        with theirs:
            return subprocess.Popen(
                [sys.executable, "-s", "-P", "-c", _START, str(_ROOT), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_clean_environment(),
                cwd="/",
            )

    def spawn(self, limits: Limits) -> Worker:
        """A new worker. It may still be starting: what is sent to it waits in its socket."""
        ours, theirs = socket.socketpair()
        reader, writer = os.pipe()
        try:
            ticket = self._ask({"op": "spawn", "policy": _policy(limits)}, theirs.fileno(), writer)
        finally:
            theirs.close()
            os.close(writer)
        bounds = Bounds(limits.memory_mb << 20, limits.output_kb << 10)
        line = Line(ours, reader, bounds)
        self._lines.add(line)
        return Worker(self, line, ticket)

    def ask_walls(self, limits: Limits) -> int:
        """Ask which walls stand; `walls` takes the answer."""
        return self._ask({"op": "probe", "policy": _policy(limits), "secret": self._secret})

    def walls(self, ticket: int) -> Walls:
        """What the probe behind this ticket saw."""
        reply = self.reply(ticket)
        observed, refusals = reply["observed"], reply["refusals"]
        observed["watch"] = lines.resident(self._process.pid) is not None
        if not observed["watch"]:
            refusals["watch"] = "/proc does not tell how much memory a process has"
        self._observed = observed
        return Walls(Isolation(confine.label(observed)), observed, refusals, reply["uid"])

    def holds_back(self, what: str) -> bool:
        """Whether the probe was refused this; no, as long as nobody has asked which walls stand."""
        return self._observed.get(what, False)

    def exit_code(self, pid: int) -> int | None:
        """How a worker ended that has ended or been killed; negative for a signal."""
        return self.reply(self._ask({"op": "reap", "pid": pid}))["code"]  # type: ignore[no-any-return]

    def alive(self) -> bool:
        """Whether the process still runs. Somebody, or a lack of memory, can have ended it."""
        return self._process.poll() is None

    def ends_within(self, seconds: float) -> bool:
        """Whether the process has ended, or does so in this time."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def close(self) -> None:
        """End the forkserver; its workers end with it."""
        self._control.close()
        self._process.kill()
        self._process.wait()

    def hang_up(self) -> None:
        """Let go of every worker's line that is still open: nobody will ask one of them again."""
        for line in self._lines:
            line.close()

    def _ask(self, request: dict[str, Any], *descriptors: int) -> int:
        with self._one_at_a_time:
            try:
                socket.send_fds(self._control, [json.dumps(request).encode()], descriptors)
            except OSError as error:
                raise EngineError(_("The process that starts workers has ended unexpectedly.")) from error
            self._asked += 1
            return self._asked - 1

    def reply(self, ticket: int) -> dict[str, Any]:
        """The answer to one request. Raises `EngineError` where the forkserver could not do its work."""
        with self._one_at_a_time:
            return self._reply(ticket)

    def _reply(self, ticket: int) -> dict[str, Any]:
        while ticket not in self._replies:
            try:
                data = self._control.recv(_MAX_REPLY)
            except OSError as error:
                raise EngineError(_("The process that starts workers does not answer.")) from error
            if not data:
                raise EngineError(_("The process that starts workers has ended unexpectedly."))
            answer = json.loads(data)
            self._replies[answer["ticket"]] = answer
        answer = self._replies[ticket]
        if answer.get("failed"):  # it stays: whoever clears up asks once more
            raise EngineError(
                _("A worker cannot be started here: {why}.").format(why=translated(answer["failed"], _FAILURES)),
                next_command=answer.get("try"),
            )
        del self._replies[ticket]
        return answer


class Worker:
    """One started worker: its line, and its process once somebody asks."""

    def __init__(self, forkserver: Forkserver, line: Line, ticket: int) -> None:
        self.line = line
        self._forkserver = forkserver
        self._ticket = ticket
        self._pid: int | None = None

    def attach(self) -> None:
        """Wait until the worker has been forked."""
        if self._pid is None:
            pid = self._forkserver.reply(self._ticket)["pid"]
            self._pid = pid
            self.line.attach(pid)

    def end(self) -> int | None:
        """Kill it, if it still runs, and clear up; the reply is how it ended."""
        self.attach()
        assert self._pid is not None
        lines.kill(self._pid)
        code = self._forkserver.exit_code(self._pid)
        self.line.close()
        return code

    def exit_code_now(self) -> int | None:
        """How a worker ended that hung up by itself. It gets a moment to finish dying before it is killed."""
        self.attach()
        assert self._pid is not None
        lines.wait_a_moment(self._pid)
        return self.end()


def processors() -> int:
    """Those that we may use: a container often gives fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _hidden(course: Course) -> list[Path]:
    """What learner code must not read, even where it lies in a folder that it may read."""
    hidden = [_PACKAGE, course.folder, course.solutions]
    # An installed grader lies among the libraries that learner code needs; a checkout is hidden as a whole.
    return hidden if _ROOT.name in ("site-packages", "dist-packages") else [_ROOT, *hidden]


def _imports(exercise: Exercise) -> tuple[str, ...]:
    """What the workers of this exercise find imported already."""
    return (*_IMPORTS[exercise.needs], *exercise.preload)


def _policy(limits: Limits) -> dict[str, int]:
    return {"memory_bytes": limits.memory_mb << 20, "cpu_seconds": int(limits.total_seconds) + 5}


class Forkservers:
    """The forkservers of one command: one for each set of libraries, started when the first exercise needs it.

    Workers can read what the course shares, and the `readable` paths; `without` names walls that a test does without.
    `at_once` says how many workers a diagnosis may keep busy; without it, the processors do.
    """

    def __init__(
        self, course: Course, without: Sequence[str] = (), readable: Sequence[str] = (), at_once: int | None = None
    ) -> None:
        self._course = course
        self._at_once = at_once or min(_MOST_AT_ONCE, processors())
        self._without = tuple(without)
        self._readable = tuple(readable)
        self._running: dict[tuple[str, ...], Forkserver] = {}
        self._tickets: dict[tuple[str, ...], int] = {}
        self._walls: dict[tuple[str, ...], Walls] = {}

    def of(self, exercise: Exercise) -> Forkserver:
        """The forkserver with the libraries that this exercise needs; its walls are probed at once. A dead one is replaced."""
        imports = _imports(exercise)
        if imports in self._running and not self._running[imports].alive():
            self._let_go(imports)
        if imports not in self._running:
            self._running[imports] = Forkserver(
                self._course, imports, self._without, self._readable, self._at_once
            )
            self._tickets[imports] = self._running[imports].ask_walls(exercise.limits)
        return self._running[imports]

    def walls(self, exercise: Exercise) -> Walls:
        """Which walls stand around the workers of this exercise."""
        imports = _imports(exercise)
        if imports not in self._walls:
            self._walls[imports] = self.of(exercise).walls(self._tickets[imports])
        return self._walls[imports]

    def keep_only(self, exercises: Iterable[Exercise]) -> None:
        """End those that none of these exercises needs: TensorFlow alone takes half a GiB."""
        needed = {_imports(exercise) for exercise in exercises}
        for imports in self._running.keys() - needed:
            self._let_go(imports)

    def _let_go(self, imports: tuple[str, ...]) -> None:
        self._running.pop(imports).close()
        self._walls.pop(imports, None)

    def close(self) -> None:
        """End them all, and what is open between them and us."""
        for forkserver in self._running.values():
            forkserver.hang_up()
        self.keep_only(())

    def __enter__(self) -> Forkservers:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
