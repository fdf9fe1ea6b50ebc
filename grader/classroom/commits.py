"""The times of commits. A checkout is somebody else's work: git reads its objects, and none of its configuration."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from grader.classroom.trees import Tree
from grader.errors import SubmissionError
from grader.submission import read_regular

_COMMIT = re.compile(r"[0-9a-f]{40}")
_PATIENCE = 20
GIT = shutil.which("git")


class Commits:
    """The checkouts of a tree, read from a repository of our own that borrows their objects."""

    def __init__(self, tree: Tree, scratch: Path) -> None:
        self._tree = tree
        self._empty = scratch / "own"
        self._copies = scratch / "copies"
        self._last: tuple[tuple[str, ...], Path | None] | None = None
        self._is_ready: bool | None = None

    def time_of(self, checkout: tuple[str, ...], path: str, content: bytes) -> datetime | None:
        """When this content of the file was committed; None where no commit tells, as of what has been changed since."""
        git = self._repository(checkout)
        commit = _head(git) if git else None
        if git is None or commit is None or not self._prepare():
            return None
        objects = git / "objects"
        if self._git(["rev-parse", "--verify", "-q", f"{commit}:{path}"], objects) not in _names(content):
            return None
        for words in (["log", "-1", "--format=%ct", commit, "--", path], ["log", "-1", "--format=%ct", "--no-walk", commit]):
            seconds = self._git(words, objects)
            if seconds.isdigit():
                return datetime.fromtimestamp(int(seconds), UTC)
        return None

    def _repository(self, checkout: tuple[str, ...]) -> Path | None:
        """The `.git` of the checkout; of those in ZIPs, only the last one is kept on the disk."""
        if self._last is None or self._last[0] != checkout:
            shutil.rmtree(self._copies, ignore_errors=True)
            self._last = checkout, self._tree.repository(checkout, self._copies)
        return self._last[1]

    def _prepare(self) -> bool:
        if self._is_ready is None:
            self._empty.mkdir()
            self._is_ready = self._git(["init", "-q", "--bare", "."], None) == ""
        return self._is_ready

    def _git(self, words: list[str], objects: Path | None) -> str:
        if GIT is None:
            return "failed"
        environment = {
            "PATH": os.path.dirname(GIT),
            "HOME": str(self._empty),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_LITERAL_PATHSPECS": "1",
            "LC_ALL": "C",
        }
        if objects is not None:
            environment |= {"GIT_DIR": str(self._empty), "GIT_OBJECT_DIRECTORY": str(objects)}
        try:
            done = subprocess.run(
                [GIT, *words],
                cwd=self._empty,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return "failed"
        return done.stdout.decode("ascii", "replace").strip() if done.returncode == 0 else "failed"


def _names(content: bytes) -> set[str]:
    """What git calls this content, and what it called it before a checkout on Windows made its line ends."""
    return {
        hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
        for data in (content, content.replace(b"\r\n", b"\n"))
    }


def _head(git: Path) -> str | None:
    """The commit that is checked out, read without git."""
    try:
        head = read_regular(git / "HEAD").decode("ascii", "replace").strip()
        if not head.startswith("ref: "):
            return head if _COMMIT.fullmatch(head) else None
        name = head.removeprefix("ref: ")
        if ".." in name or not name.startswith("refs/"):
            return None
        try:
            found = read_regular(git / name).decode("ascii", "replace").strip()
        except SubmissionError:
            packed = read_regular(git / "packed-refs").decode("utf-8", "replace").splitlines()
            found = next((line[:40] for line in packed if line[41:] == name), "")
        return found if _COMMIT.fullmatch(found) else None
    except SubmissionError:
        return None
