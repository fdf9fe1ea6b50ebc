"""A command in a terminal of its own, and what a person sees there."""

import contextlib
import os
import time

import pexpect
import pyte

from helpers.command import GRADE, environment


class Terminal:
    """A running command, the keys it is sent and the screen it draws."""

    def __init__(self, *words, cwd, columns=80, rows=24, env=None, command=None, timeout=40.0):
        self.timeout = timeout
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        first, *others = [*(command or GRADE), *map(str, words)]
        values = environment(**{"COLUMNS": None, "TERM": "xterm-256color"} | (env or {}))
        self.child = pexpect.spawn(first, others, cwd=cwd, env=values, dimensions=(rows, columns), timeout=timeout)
        self.child.delaybeforesend = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self.child.isalive():
            self.child.terminate(force=True)
        self.child.close()

    @property
    def lines(self):
        """The rows of the screen, without the spaces at their ends."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def words(self):
        """The screen as one line: where a sentence is wrapped does not matter."""
        return " ".join("\n".join(self.lines).split())

    def send(self, keys):
        """Press these keys."""
        self.child.send(keys)

    def resize(self, columns, rows):
        """Make the window larger or smaller, as a window manager does."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def read(self, seconds=0.05):
        """Take in what has been drawn; False once the command has ended."""
        try:
            self._stream.feed(self.child.read_nonblocking(1 << 16, timeout=seconds))
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        return True

    def wait_until(self, seen, what):
        """Read on until the screen is as it should be; its text."""
        deadline = time.monotonic() + self.timeout
        while not seen(self.words):
            alive = self.read()
            if seen(self.words):
                break
            assert alive, f"ended before {what}:\n{self.text}"
            assert time.monotonic() < deadline, f"waited in vain until {what}:\n{self.text}"
        return self.words

    def shows(self, *texts):
        """Read on until all of these texts are on the screen."""
        return self.wait_until(lambda words: all(" ".join(text.split()) in words for text in texts), f"it shows {texts}")

    def hides(self, *texts):
        """Read on until none of these texts is on the screen."""
        return self.wait_until(lambda words: not any(text in words for text in texts), f"{texts} have gone")

    @property
    def text(self):
        """The screen as it is."""
        return "\n".join(self.lines)

    def ends(self):
        """Wait for the end of the command; its exit code."""
        deadline = time.monotonic() + self.timeout
        while self.read():
            assert time.monotonic() < deadline, f"it does not end:\n{self.text}"
        self.child.wait()
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus


def save(path, text):
    """Write a file in place, as most editors do."""
    path.write_text(text, encoding="utf-8")


def save_by_rename(path, text):
    """Write a new file and rename it, as vim and many others do."""
    new = path.with_name(f".{path.name}.swap")
    new.write_text(text, encoding="utf-8")
    new.rename(path)


def save_through_backup(path, text):
    """Rename the old file away, write a new one a moment later, drop the old one: vim with `backup`."""
    old = path.with_name(f"{path.name}~")
    path.rename(old)
    time.sleep(0.05)
    path.write_text(text, encoding="utf-8")
    with contextlib.suppress(OSError):
        os.unlink(old)
