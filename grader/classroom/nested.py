"""A folder or ZIP in which the ZIPs of the students count as folders, since many hand in one. Nothing is unpacked on a disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import tzinfo
from pathlib import Path

from grader.classroom.archives import ZipTree, open_tree
from grader.classroom.trees import ARCHIVE, Member, Tree
from grader.errors import SubmissionError, UsageError
from grader.language import _

# A student's ZIP may hold one more; what goes deeper was made to keep us busy.
_MAX_DEPTH = 2
_MAX_MEMBERS = 20_000
_MAX_INSIDE = 20


def open_submissions(path: Path, zone: tzinfo | None = None) -> Tree:
    """The folder or ZIP of submissions, and the ZIPs in it. `zone` is that of the dates in a ZIP. Raises `UsageError`."""
    return NestedTree(open_tree(path, zone), zone)


class NestedTree:
    """A tree whose ZIPs are folders too. One that cannot be opened stays a file, with its fault."""

    def __init__(self, outer: Tree, zone: tzinfo | None = None, depth: int = 0) -> None:
        self.path = outer.path
        self.kind = outer.kind
        self._outer = outer
        self._zone = zone
        self._depth = depth
        self._archives: dict[tuple[str, ...], Member] = {}
        self._last: tuple[tuple[str, ...], Tree] | None = None

    def members(self) -> Iterator[Member]:
        """All files and folders, those in ZIPs behind their ZIP, with its date: the ones inside are of the student's own clock."""
        self._archives.clear()
        for member in self._outer.members():
            if member.is_folder or member.fault or not member.parts[-1].lower().endswith(ARCHIVE):
                yield member
            else:
                yield from self._opened(member)

    def read(self, member: Member) -> bytes:
        """The bytes of a file."""
        archive = self._around(member.parts)
        if archive is None:
            return self._outer.read(member)
        if member.fault:
            raise SubmissionError(member.fault)
        return self._tree_of(archive).read(replace(member, parts=member.parts[len(archive) :]))

    def repository(self, checkout: tuple[str, ...], into: Path) -> Path | None:
        """The `.git` of a checkout as a folder that can be read."""
        archive = self._around((*checkout, ".git"))
        if archive is None:
            return self._outer.repository(checkout, into)
        return self._tree_of(archive).repository(checkout[len(archive) :], into)

    def close(self) -> None:
        """Let go of all."""
        self._drop()
        self._outer.close()

    def _opened(self, archive: Member) -> Iterator[Member]:
        try:
            self._refuse_depths(archive)
            inside = self._enter(archive)
        except (SubmissionError, UsageError) as error:
            yield replace(archive, fault=error.sentence)
            return
        self._archives[archive.parts] = archive
        yield Member(archive.parts, modified=archive.modified, is_folder=True)
        for member in inside:
            yield replace(member, parts=archive.parts + member.parts, modified=archive.modified or member.modified)

    def _refuse_depths(self, archive: Member) -> None:
        if archive.parts in self._archives:
            raise SubmissionError(_("There are two archives of this name."))
        if self._depth >= _MAX_DEPTH or (self._depth and len(self._archives) >= _MAX_INSIDE):
            raise SubmissionError(_("It lies in too many other archives. Ask for the file itself."))

    def _around(self, parts: tuple[str, ...]) -> tuple[str, ...] | None:
        """The archive that holds this path, if one does."""
        return next((parts[:end] for end in range(1, len(parts)) if parts[:end] in self._archives), None)

    def _tree_of(self, parts: tuple[str, ...]) -> Tree:
        """The opened archive; only the last one is kept in memory."""
        if self._last is None or self._last[0] != parts:
            self._enter(self._archives[parts])
        assert self._last is not None
        return self._last[1]

    def _enter(self, archive: Member) -> list[Member]:
        """Open an archive and look through it, by which it learns where the archives inside are."""
        self._drop()
        stream = io.BytesIO(self._outer.read(archive))
        inner = ZipTree(Path(archive.path), self._zone, stream, _MAX_MEMBERS)
        tree = NestedTree(inner, self._zone, self._depth + 1)
        found = list(tree.members())
        self._last = archive.parts, tree
        return found

    def _drop(self) -> None:
        if self._last is not None:
            self._last[1].close()
            self._last = None
