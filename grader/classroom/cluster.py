"""Judges on the workers of a Dask cluster. These need the installed package and nothing else: submissions and course travel."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future
from typing import Any

from grader.classroom.entrance import grade_chunk
from grader.classroom.executor import Chunk
from grader.classroom.tasks import Brief, Graded, JudgeLost
from grader.errors import EngineError, UsageError
from grader.language import _

_CHUNK = 50  # a task costs two milliseconds on a cluster, and a submission about ten
_QUEUED = 2
_CONNECT = 8
_PATIENCE = 60


class ClusterCrew:
    """The workers of the cluster behind an address. They may come and go while a class is graded."""

    def __init__(self, brief: Brief, address: str) -> None:
        try:
            from distributed import Client
            from distributed.scheduler import KilledWorker
        except ImportError as error:
            raise UsageError(
                _("--scheduler needs Dask, which is not installed here."), next_command="pip install 'neuralings[cluster]'"
            ) from error
        self.lost: tuple[type[Exception], ...] = (KilledWorker, CancelledError, JudgeLost)
        connect: Any = Client  # its functions have no types
        try:
            self._client: Any = connect(address, timeout=_CONNECT, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise UsageError(
                _("There is no Dask scheduler at {address} ({why}).").format(address=address, why=error),
                next_command="dask scheduler",
            ) from error
        self._brief = brief
        self._executor = self._client.get_executor(pure=False)
        self._running = 0
        self._alone_since: float | None = None
        self._workers = self._count()
        if not self._workers:
            self.close()
            raise UsageError(
                _("The Dask scheduler at {address} has no workers.").format(address=address),
                next_command=f"dask worker {address} --nworkers auto --nthreads 1",
            )

    def size(self, left: int) -> int:
        """Fifty at most, fewer where that would leave workers idle."""
        workers = max(1, self._workers)
        if self._running >= workers * _QUEUED:
            return 0
        return max(1, min(_CHUNK, left // (workers * 3)))

    def submit(self, chunk: Chunk) -> Future[list[Graded]]:
        """Hand it to the scheduler."""
        self._running += 1
        future: Future[list[Graded]] = self._executor.submit(grade_chunk, self._brief, chunk.tasks)
        return future

    def is_to_blame(self, chunk: Chunk) -> bool:
        """Dask has tried it on several workers before it gives up."""
        return True

    def done(self, chunk: Chunk) -> None:
        """It has come back, or is lost."""
        self._running -= 1

    def look(self) -> None:
        """See who is there. Raises `EngineError` where nobody has been for a while."""
        self._workers = self._count()
        now = time.monotonic()
        self._alone_since = None if self._workers else self._alone_since or now
        if self._alone_since is not None and now - self._alone_since > _PATIENCE:
            raise EngineError(
                _("The cluster has lost all its workers. What was graded is stored: start some, and run it again."),
                next_command="dask worker ADDRESS --nworkers auto --nthreads 1",
            )

    def close(self) -> None:
        """Cancel what is still waiting, and hang up."""
        self._executor.shutdown(wait=False)
        self._client.close()

    def _count(self) -> int:
        workers: Mapping[str, Any] = self._client.scheduler_info(n_workers=-1)["workers"]
        return len(workers)
