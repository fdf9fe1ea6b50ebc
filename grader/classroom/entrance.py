"""How a process becomes a judge process, here or on a cluster. Light to import: whoever hands out work needs none of NumPy."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from grader import __version__, confine
from grader.classroom.tasks import Brief, Graded, JudgeLost, Task
from grader.errors import EngineError
from grader.language import _

if TYPE_CHECKING:
    from grader.classroom.desk import Desk

_open: dict[str, Desk] = {}
_one_at_a_time = threading.Lock()


def settle() -> None:
    """In a process that was started to grade: Ctrl-C is the parent's to handle, and we end with it."""
    confine.die_with_parent()
    # The parent may have ended before that was said, and nobody else would ever wake us.
    threading.Thread(target=_end_with_main, daemon=True, name="main").start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})


def _end_with_main() -> None:
    main = multiprocessing.parent_process()
    if main is not None:
        main.join()
        os._exit(1)


def grade_chunk(brief: Brief, tasks: Sequence[Task]) -> list[Graded]:
    """Grade these submissions, in order. The judge stays for the next ones of the same course."""
    if brief.version != __version__:
        raise EngineError(
            _("{host} has neuralings {theirs}, but the class is graded with {ours}.").format(
                host=socket.gethostname(), theirs=__version__, ours=brief.version
            ),
            next_command=f"pip install neuralings=={brief.version}",
        )
    from grader.classroom.desk import Desk

    with _one_at_a_time:
        desk = _open.get(brief.digest)
        if desk is None or not desk.is_open():
            while _open:
                _open.popitem()[1].close()
            desk = _open[brief.digest] = Desk(brief)
        try:
            return desk.grade(tasks)
        except EngineError as error:
            if error.next_command is not None:
                raise  # it is the same for everybody: a library is missing, say
            _open.pop(brief.digest).close()
            raise JudgeLost(error.sentence) from error  # as when memory has run out over the process that forks workers
