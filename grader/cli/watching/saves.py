"""Notice that a file was saved: `watchfiles` tells, and a look at the file every second sees whether it tells everything.

On network drives, in WSL and in containers nothing is told of what is written on the other side, although a test file written on
this side would be. So the learner's own saves are the test: where only the look has noticed one, the folder has to be polled.
"""

from __future__ import annotations

import os
import platform
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from grader.cli.watching.events import Events, Polling, Saved

# Milliseconds: how long a burst of changes is taken for one, how long nothing more may come, how often a look is taken.
_DEBOUNCE, _SETTLED, _LOOK = 200, 5, 1000
_POLLED_EVERY = 300
Signature = tuple[int, int, int] | None


def must_poll(environment: Mapping[str, str]) -> bool:
    """Whether it is known beforehand that saves are not told: in WSL, or where the environment says so to `watchfiles`."""
    asked = environment.get("WATCHFILES_FORCE_POLLING", "").lower()
    if asked:
        return asked not in ("false", "disable", "disabled")
    return "microsoft-standard" in platform.uname().release.lower()


def signature(path: Path) -> Signature:
    """What changes when a file is written or replaced; None where there is none."""
    try:
        status = os.stat(path, follow_symlinks=False)
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


class Saves:
    """A context: inside, every save of the followed file is an event. A thread waits, so that keys count meanwhile."""

    def __init__(self, events: Events, path: Path, *, polling: bool) -> None:
        self._events = events
        self._path = path
        self._seen = signature(path)
        self._unheard = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch_on, daemon=True)
        self.polling = polling

    def __enter__(self) -> Saves:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        self._thread.join()

    def follow(self, path: Path) -> None:
        """Another file of the same folder from now on."""
        self._path, self._seen, self._unheard = path, signature(path), False

    def _watch_on(self) -> None:
        """Watch until told to stop; a folder that cannot be watched, or has gone, is polled for."""
        from watchfiles import watch

        self.look()
        self._unheard = False  # nobody could have told of a save before now
        while not self._stop.is_set():
            mode = self.polling
            try:
                for changes in watch(
                    self._path.parent,
                    watch_filter=None,
                    debounce=_DEBOUNCE,
                    step=_SETTLED,
                    stop_event=self._stop,
                    rust_timeout=_LOOK,
                    yield_on_timeout=True,
                    raise_interrupt=False,
                    force_polling=mode,
                    poll_delay_ms=_POLLED_EVERY,
                    recursive=False,
                ):
                    if any(Path(path).name == self._path.name for _change, path in changes):
                        self.told()
                    else:
                        self.look()
                    if self.polling is not mode:
                        break
            except (OSError, RuntimeError):  # no folder, or no more watches to be had
                self._poll()
                self.look()
                self._stop.wait(_POLLED_EVERY / 1000)

    def told(self) -> None:
        """The system says that the file has changed."""
        self._seen, self._unheard = signature(self._path), False
        self._events.put(Saved(time.monotonic()))

    def look(self) -> None:
        """Has the file changed although nobody said so? Then, unless word comes within a second more, it never does."""
        if self._unheard:
            self._poll()
        self._unheard = False
        now = signature(self._path)
        if now != self._seen:
            self._seen = now
            self._unheard = not self.polling
            self._events.put(Saved(time.monotonic()))

    def _poll(self) -> None:
        if not self.polling:
            self.polling = True
            self._unheard = False
            self._events.put(Polling())
