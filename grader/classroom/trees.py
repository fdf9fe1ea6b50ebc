"""What lies in a folder or a ZIP of submissions: names, sizes, dates and bytes. No link is followed, nothing is unpacked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from grader.errors import UsageError
from grader.language import _
from grader.submission import most_bytes, read_regular

MAX_MEMBERS = 200_000
ARCHIVE = ".zip"
_MAX_ARCHIVE_BYTES = 64 << 20  # a student's own ZIP, which may hold the course's data
_MAX_DEPTH = 12
# What lies there for machines; a virtual environment has tens of thousands of Python files.
_MACHINES = {"__MACOSX", "__pycache__", "node_modules", "site-packages", "venv", "env"}


@dataclass(frozen=True, slots=True)
class Member:
    """One file or folder. `fault` says why it cannot be read, else it is empty."""

    parts: tuple[str, ...]
    size: int = 0
    modified: datetime | None = None
    is_folder: bool = False
    fault: str = ""
    number: int = field(default=0, compare=False)  # its place in an archive's table of contents

    @property
    def path(self) -> str:
        """Its place as people write it, in characters that can be stored anywhere."""
        return storable("/".join(self.parts))


class Tree(Protocol):
    """A folder or an archive."""

    path: Path
    kind: str

    def members(self) -> Iterator[Member]:
        """All files and folders, in order of their names; hidden ones and those of machines are left out."""

    def read(self, member: Member) -> bytes:
        """The bytes of a file. Raises `SubmissionError` for whatever cannot be read, or is larger than a solution is."""

    def repository(self, checkout: tuple[str, ...], into: Path) -> Path | None:
        """The `.git` of a checkout as a folder that git can read: its own, or what is written to `into`; None without one."""

    def close(self) -> None:
        """Let go of it."""


def storable(text: str) -> str:
    """The text without lone surrogates: a file's name need not be UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def most_of(name: str) -> int:
    """How large a file of this name may be."""
    return _MAX_ARCHIVE_BYTES if name.lower().endswith(ARCHIVE) else most_bytes(name)


def is_of_interest(name: str) -> bool:
    """Whether a part of a path is worth a look. `.git` is, since it says that the folder around it is a checkout."""
    return name == ".git" or not (name.startswith((".", "~$")) or name in _MACHINES)


class FolderTree:
    """A folder of submissions."""

    kind = "folder"

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen = 0

    def members(self) -> Iterator[Member]:
        """All files and folders below; of a checkout's `.git` only that it is there."""
        self._seen = 0
        yield from self._below(self.path, ())

    def read(self, member: Member) -> bytes:
        """The bytes of a file, opened without following a link."""
        return read_regular(self.path.joinpath(*member.parts), most_of(member.parts[-1]))

    def repository(self, checkout: tuple[str, ...], into: Path) -> Path | None:
        """The folder itself."""
        folder = self.path.joinpath(*checkout, ".git")
        return folder if folder.is_dir() and not folder.is_symlink() else None

    def close(self) -> None:
        """Nothing is held open."""

    def _below(self, folder: Path, parts: tuple[str, ...]) -> Iterator[Member]:
        try:
            with os.scandir(folder) as entries:
                found = sorted((entry for entry in entries if is_of_interest(entry.name)), key=lambda entry: entry.name)
        except OSError as error:
            if not parts:
                raise UsageError(
                    _("{folder} cannot be read: {why}.").format(folder=folder, why=error.strerror),
                    next_command="grade class --help",
                ) from error
            yield Member(parts, is_folder=True, fault=_("The folder cannot be read: {why}.").format(why=error.strerror))
            return
        for entry in found:
            self._seen += 1
            if self._seen > MAX_MEMBERS:
                raise UsageError(
                    _("{folder} holds more than {number} files: is it the right one?").format(
                        folder=self.path, number=MAX_MEMBERS
                    ),
                    next_command="grade class --help",
                )
            yield from self._entry(entry, (*parts, entry.name))

    def _entry(self, entry: os.DirEntry[str], parts: tuple[str, ...]) -> Iterator[Member]:
        if entry.is_symlink() and entry.is_dir():
            yield Member(parts, is_folder=True, fault=_("It is a link to another folder, which is not followed."))
        elif entry.is_dir(follow_symlinks=False):
            yield Member(parts, is_folder=True)
            if entry.name != ".git" and len(parts) < _MAX_DEPTH:
                yield from self._below(Path(entry.path), parts)
        else:
            status = entry.stat(follow_symlinks=False)
            yield Member(parts, status.st_size, datetime.fromtimestamp(int(status.st_mtime), UTC))
