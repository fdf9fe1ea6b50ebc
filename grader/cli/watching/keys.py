"""Single keys from a terminal, without Enter; the terminal is what it was before, however this ends."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import select
import signal
import sys
import threading
from types import FrameType, TracebackType

from grader.cli.watching.events import Events, Key, Redraw
from grader.errors import UsageError
from grader.language import _

QUIT = "q"
# What arrows and function keys send: none of it is a letter that somebody has typed.
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O.|.)?", re.DOTALL)
# The same keys with a Korean keyboard switched on.
_HANGUL = {"ㅜ": "n", "ㅗ": "h", "ㅣ": "l", "ㄱ": "r", "ㅌ": "x", "ㅂ": "q", "ㅛ": "y"}
# More at once than anybody presses: something was pasted.
_PASTED = 5


def keys_in(text: str) -> list[str]:
    """The keys that a piece of terminal input stands for, by their lower-case letters; Ctrl-D is `q`."""
    found = [_HANGUL.get(key, key.lower()) for key in _SEQUENCE.sub("", text)]
    found = [QUIT if key == "\x04" else "enter" if key in "\r\n" else key for key in found]
    return [] if len(found) >= _PASTED else found


class Keys:
    """A context: inside, every key is an event; while `busy`, only one that quits counts, and interrupts at once."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._input = sys.stdin.fileno()
        self._main = threading.main_thread().ident
        self._stop = os.pipe()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self.busy = False
        self.quitting = False

    def __enter__(self) -> Keys:
        try:
            import termios
        except ImportError as error:
            raise UsageError(_("This system has no terminal that single keys can be read from."), next_command="grade") from error
        self._before = termios.tcgetattr(self._input)
        self._listen()
        self._signals = {number: signal.getsignal(number) for number in (signal.SIGWINCH, signal.SIGTSTP)}
        signal.signal(signal.SIGWINCH, lambda number, frame: self._events.put(Redraw()))
        signal.signal(signal.SIGTSTP, self._suspend)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for number, handler in self._signals.items():
            signal.signal(number, handler)
        os.write(self._stop[1], b".")
        self._thread.join()
        for descriptor in self._stop:
            os.close(descriptor)
        self._restore()

    def _listen(self) -> None:
        import tty

        tty.setcbreak(self._input)

    def _restore(self) -> None:
        """As it was; what was typed and not read is dropped, or the shell would take it for a command."""
        import termios

        with contextlib.suppress(termios.error):  # the terminal has gone away
            termios.tcsetattr(self._input, termios.TCSAFLUSH, self._before)

    def _suspend(self, number: int, frame: FrameType | None) -> None:
        """Ctrl-Z: the shell gets its terminal as it was; back in the foreground, ours is set up again."""
        self._restore()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._suspend)
        self._listen()
        self._events.put(Redraw())

    def _read(self) -> None:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        while True:
            ready, _writing, _failing = select.select([self._input, self._stop[0]], [], [])
            if self._stop[0] in ready:
                return
            try:
                data = os.read(self._input, 1024)
            except OSError:
                data = b""
            for key in keys_in(decoder.decode(data)) if data else [QUIT]:
                self._take(key)
            if not data:
                return  # nobody is at the other end any more

    def _take(self, key: str) -> None:
        if self.busy and key != QUIT:
            return
        if self.busy and self._main is not None:
            self.quitting = True
            signal.pthread_kill(self._main, signal.SIGINT)
        # After a signal too: the main thread may have begun to wait for events just then, and would not notice it.
        self._events.put(Key(key))
