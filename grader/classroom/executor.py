"""Map submissions over judge processes: one way of doing it, for processes here and on a cluster."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import forkserver
from typing import Protocol

from grader.classroom.entrance import grade_chunk, settle
from grader.classroom.tasks import Brief, Graded, JudgeLost, Task
from grader.errors import EngineError
from grader.language import _

_MAX_CHUNK = 8
_QUEUED = 2  # one that is being graded, and one that waits beside it
_MOST_LOSSES = 12
_TICK = 5.0


@dataclass(eq=False)
class Chunk:
    """Submissions that go to one judge together. `losses` counts the judges that have ended over the first of them."""

    tasks: list[Task]
    losses: int = 0


class Crew(Protocol):
    """Judges, wherever they are."""

    lost: tuple[type[Exception], ...]

    def size(self, left: int) -> int:
        """How many submissions make the next chunk, with so many left; 0 while everybody has enough to do."""

    def submit(self, chunk: Chunk) -> Future[list[Graded]]:
        """Hand it to a judge."""

    def is_to_blame(self, chunk: Chunk) -> bool:
        """Whether a lost judge was at work on this chunk."""

    def done(self, chunk: Chunk) -> None:
        """It has come back, or is lost."""

    def look(self) -> None:
        """See whether they are still there; called every few seconds."""

    def close(self) -> None:
        """Let them go, whatever they are doing."""


def grade_all(crew: Crew, tasks: Iterable[Task], total: int) -> Iterator[Graded]:
    """What became of each submission, as it becomes known. A judge that ends over one is replaced, and it goes to another."""
    following = iter(tasks)
    again: deque[Chunk] = deque()
    running: dict[Future[list[Graded]], Chunk] = {}
    left, losses = total, 0
    while True:
        while size := crew.size(left):
            chunk = again.popleft() if again else Chunk(list(islice(following, size)))
            if not chunk.tasks:
                break
            left -= len(chunk.tasks)
            running[crew.submit(chunk)] = chunk
        if not running:
            return
        finished, _waiting = wait(running, timeout=_TICK, return_when=FIRST_COMPLETED)
        crew.look()
        for future in finished:
            chunk = running.pop(future)
            try:
                graded = future.result()
            except crew.lost as error:
                losses += 1
                left += len(chunk.tasks)
                yield from _lost(crew, chunk, again)
                if losses > _MOST_LOSSES:
                    raise EngineError(
                        _("The processes that grade end again and again ({why}). Is there too little memory?").format(
                            why=type(error).__name__
                        ),
                        next_command="grade class SUBMISSIONS --jobs 1",
                    ) from error
            else:
                losses = 0
                yield from graded
            finally:
                crew.done(chunk)


def _lost(crew: Crew, chunk: Chunk, again: deque[Chunk]) -> Iterator[Graded]:
    """Its submissions go to other judges, one by one: the next loss tells which of them it was."""
    if not crew.is_to_blame(chunk):
        again.append(Chunk(chunk.tasks, chunk.losses))
        return
    if len(chunk.tasks) == 1 and chunk.losses:
        note = _("The process that grades has ended twice over this file. It was not graded.")
        yield Graded(chunk.tasks[0].key, "", note, "")
        return
    again.extend(Chunk([task], chunk.losses + 1) for task in chunk.tasks)


@dataclass(eq=False)
class _Lane:
    """One judge process of this machine, and what was given to it."""

    executor: ProcessPoolExecutor
    chunks: deque[Chunk] = field(default_factory=deque)
    is_broken: bool = False
    blamed: Chunk | None = None


def start_early() -> None:
    """Start the process that judges are forked from: it imports pytest and NumPy while we look for submissions."""
    # One thread a library, as in the workers: the processes share the processors among themselves.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["grader.classroom.preloaded"])
    with _undisturbed():
        forkserver.ensure_running()


class LocalCrew:
    """As many judge processes on this machine as there is work for."""

    lost: tuple[type[Exception], ...] = (BrokenProcessPool, JudgeLost)

    def __init__(self, brief: Brief, jobs: int) -> None:
        self._brief = brief
        self._jobs = jobs
        self._lanes: list[_Lane] = []
        start_early()

    def size(self, left: int) -> int:
        """Many at first, few towards the end, so that the judges finish together."""
        if sum(len(lane.chunks) for lane in self._lanes) >= self._jobs * _QUEUED:
            return 0
        return max(1, min(_MAX_CHUNK, left // (self._jobs * 3)))

    def submit(self, chunk: Chunk) -> Future[list[Graded]]:
        """Hand it to the judge that has least to do."""
        while True:
            lane = self._least_busy()
            try:
                with _undisturbed():
                    future = lane.executor.submit(grade_chunk, self._brief, chunk.tasks)
            except BrokenProcessPool:  # it ended while it had nothing to do, or has just now
                lane.is_broken = True
                self._drop_if_empty(lane)
                continue
            lane.chunks.append(chunk)
            return future

    def is_to_blame(self, chunk: Chunk) -> bool:
        """Whether it was the first in its lane: a judge takes them in order."""
        (lane,) = (lane for lane in self._lanes if chunk in lane.chunks)
        lane.is_broken = True
        lane.blamed = lane.blamed or lane.chunks[0]
        return lane.blamed is chunk

    def done(self, chunk: Chunk) -> None:
        """Take it off its lane; a lane that has lost its process goes once it is empty."""
        (lane,) = (lane for lane in self._lanes if chunk in lane.chunks)
        lane.chunks.remove(chunk)
        self._drop_if_empty(lane)

    def look(self) -> None:
        """A judge of this machine that ends is noticed by its executor."""

    def close(self) -> None:
        """End all judges at once, whatever they are doing."""
        for lane in self._lanes:
            for process in list((lane.executor._processes or {}).values()):  # what 3.14 calls `kill_workers`
                process.kill()
            lane.executor.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()

    def _drop_if_empty(self, lane: _Lane) -> None:
        if lane.is_broken and not lane.chunks:
            lane.executor.shutdown(wait=False)
            self._lanes.remove(lane)

    def _least_busy(self) -> _Lane:
        whole = [lane for lane in self._lanes if not lane.is_broken]
        if len(whole) < self._jobs:
            context = multiprocessing.get_context("forkserver")
            self._lanes.append(_Lane(ProcessPoolExecutor(1, mp_context=context, initializer=settle)))
            return self._lanes[-1]
        return min(whole, key=lambda lane: len(lane.chunks))


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """What is started here must not die of a Ctrl-C before it has learned to leave that to us."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
