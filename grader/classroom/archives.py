"""A ZIP of submissions, read in memory: names in any alphabet, dates, and no more of a member than a solution may be large."""

from __future__ import annotations

import contextlib
import re
import stat
import struct
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import BinaryIO

from grader.classroom.trees import MAX_MEMBERS, FolderTree, Member, Tree, is_of_interest, most_of, storable
from grader.errors import SubmissionError, UsageError
from grader.language import _

_MAX_DIRECTORY = 64 << 20
# A member of text shrinks to a fifth; what shrinks to a thousandth was made to fill memory.
_MAX_RATIO = 400
_MAX_REPOSITORY = 256 << 20
_BLOCK = 1 << 20
# Files of a `.git` that tell of commits.
_OF_GIT = re.compile(
    r"HEAD|packed-refs|refs/[^\0]+|objects/[0-9a-f]{2}/[0-9a-f]{38}|objects/pack/pack-[0-9a-f]{40}\.(?:pack|idx)"
)
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_UTF8_FLAG, _ENCRYPTED_FLAG = 0x800, 0x1
_END, _END64, _LOCATOR64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_UNIX_TIME, _UNICODE_PATH = 0x5455, 0x7075


def open_tree(path: Path, zone: tzinfo | None = None) -> Tree:
    """The folder or ZIP of submissions. `zone` is that of the dates in a ZIP, which name none. Raises `UsageError`."""
    if path.is_dir():
        return FolderTree(path)
    if not path.exists():
        raise UsageError(_("There is no folder or ZIP {path}.").format(path=path), next_command="grade class --help")
    return ZipTree(path, zone)


class ZipTree:
    """A ZIP of submissions. Nothing in it decides where a file is written, because none is."""

    kind = "ZIP"

    def __init__(
        self, path: Path, zone: tzinfo | None = None, stream: BinaryIO | None = None, most: int = MAX_MEMBERS
    ) -> None:
        self.path = path
        self._zone = zone
        try:
            with contextlib.nullcontext(stream) if stream else path.open("rb") as table:
                _refuse_flood(table, path, most)
            self._archive = zipfile.ZipFile(stream or path)
        except (zipfile.BadZipFile, struct.error, ValueError, EOFError, NotImplementedError) as error:
            raise UsageError(
                _("{path} is neither a folder nor a ZIP that can be read ({why}). Download it again.").format(
                    path=path, why=error
                ),
                next_command="grade class --help",
            ) from error
        except OSError as error:
            raise UsageError(
                _("{path} cannot be read: {why}.").format(path=path, why=error.strerror or error),
                next_command="grade class --help",
            ) from error
        self._infos = self._archive.infolist()
        self._git: dict[tuple[str, ...], list[tuple[str, zipfile.ZipInfo]]] | None = None

    def members(self) -> Iterator[Member]:
        """All files and folders; those whose names lead out of the archive are there with a fault."""
        found = [self._member(number, info) for number, info in enumerate(self._infos)]
        known = {member.parts for member in found if member.is_folder}
        for member in list(found):
            for depth in range(1, len(member.parts)):
                parent = member.parts[:depth]
                if parent not in known:  # many archives list files only
                    known.add(parent)
                    found.append(Member(parent, is_folder=True))
        for member in sorted(found, key=lambda m: (m.parts, m.number)):
            inside_git = ".git" in member.parts[:-1]
            if member.parts and not inside_git and all(map(is_of_interest, member.parts)):
                yield member

    def read(self, member: Member) -> bytes:
        """The bytes of a member, in memory."""
        if member.fault:
            raise SubmissionError(member.fault)
        name = storable(member.parts[-1])
        info = self._infos[member.number]
        most = most_of(name)
        if info.file_size > most:
            raise SubmissionError(
                _("{name} is {size:.1f} MiB large. A solution is a few KiB; at most {most} MiB is read.").format(
                    name=name, size=info.file_size / (1 << 20), most=most >> 20
                )
            )
        if info.file_size > _MAX_RATIO * max(info.compress_size, 16):
            raise SubmissionError(_("{name} is packed so tightly that it is no solution.").format(name=name))
        try:
            with self._archive.open(info) as stream:
                data = stream.read(most + 1)  # the size in the archive's table may be a lie
        except _UNREADABLE as error:
            raise SubmissionError(
                _("{name} cannot be read from the ZIP: {why}.").format(name=name, why=str(error).rstrip("."))
            ) from error
        if len(data) > most:
            raise SubmissionError(_("{name} is larger than it says, and than a solution is.").format(name=name))
        return data

    def repository(self, checkout: tuple[str, ...], into: Path) -> Path | None:
        """What tells of commits, written to a folder of ours under names that git gives: no configuration, no hook."""
        files = self._repositories().get(checkout, [])
        if not files or sum(info.file_size for _name, info in files) > _MAX_REPOSITORY:
            return None
        return into if all(self._copy(info, into / name) for name, info in files) else None

    def _repositories(self) -> dict[tuple[str, ...], list[tuple[str, zipfile.ZipInfo]]]:
        """Of each checkout what its repository needs."""
        if self._git is None:
            self._git = defaultdict(list)
            for number, info in enumerate(self._infos):
                member = self._member(number, info)
                if ".git" in member.parts[:-1] and not member.fault and not member.is_folder:
                    at = member.parts.index(".git")
                    name = "/".join(member.parts[at + 1 :])
                    if _OF_GIT.fullmatch(name):
                        self._git[member.parts[:at]].append((name, info))
        return self._git

    def _copy(self, info: zipfile.ZipInfo, target: Path) -> bool:
        left = info.file_size
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with self._archive.open(info) as stream, target.open("xb") as copy:
                while block := stream.read(_BLOCK):
                    left -= len(block)
                    if left < 0:  # the size in the archive's table was a lie
                        return False
                    copy.write(block)
        except _UNREADABLE:
            return False
        return True

    def close(self) -> None:
        """Close the archive."""
        self._archive.close()

    def _member(self, number: int, info: zipfile.ZipInfo) -> Member:
        extra = dict(_extra_fields(info.extra))
        name = _name(info, extra)
        parts = tuple(part for part in name.replace("\\", "/").split("/") if part not in ("", "."))
        fault = ""
        if ".." in parts or name.startswith(("/", "\\")) or name[1:2] == ":":
            fault = _("Its name leads out of the ZIP.")
            parts = tuple(part for part in parts if part != "..")
        elif info.flag_bits & _ENCRYPTED_FLAG:
            fault = _("It is encrypted. Ask for it without a password.")
        elif stat.S_ISLNK(info.external_attr >> 16):
            fault = _("It is a link to another file. Ask for the file itself.")
        return Member(parts, info.file_size, self._date(info, extra), info.is_dir(), fault, number)

    def _date(self, info: zipfile.ZipInfo, extra: dict[int, bytes]) -> datetime | None:
        stamp = extra.get(_UNIX_TIME, b"")
        if len(stamp) >= 5 and stamp[0] & 1:
            return datetime.fromtimestamp(int.from_bytes(stamp[1:5], "little", signed=True), UTC)
        if info.date_time <= (1980, 1, 1, 0, 0, 0):
            return None  # the first day that a ZIP knows stands for none
        try:
            local = datetime(*info.date_time)
            return local.replace(tzinfo=self._zone) if self._zone else local.astimezone()
        except (ValueError, OverflowError):
            return None


def _name(info: zipfile.ZipInfo, extra: dict[int, bytes]) -> str:
    """A member's name: `zipfile` reads those without a mark as code page 437, which hardly any is."""
    if info.flag_bits & _UTF8_FLAG:
        return info.orig_filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.orig_filename
    unicode_path = extra.get(_UNICODE_PATH, b"")
    if len(unicode_path) > 5 and int.from_bytes(unicode_path[1:5], "little") == zlib.crc32(raw):
        raw = unicode_path[5:]
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.orig_filename


def _extra_fields(extra: bytes) -> Iterator[tuple[int, bytes]]:
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        yield kind, extra[4 : 4 + size]
        extra = extra[4 + size :]


def _refuse_flood(stream: BinaryIO, path: Path, most: int) -> None:
    """Look at how many members the archive says it has, before `zipfile` makes an object of each."""
    length = stream.seek(0, 2)
    stream.seek(max(0, length - (1 << 16) - 22))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0:
        raise zipfile.BadZipFile("File is not a zip file")
    members, directory = struct.unpack("<HI", tail[at + 10 : at + 16])
    if at >= 20 and tail[at - 20 : at - 16] == _LOCATOR64:
        stream.seek(struct.unpack("<Q", tail[at - 12 : at - 4])[0])
        end = stream.read(56)
        if end[:4] == _END64:
            members, directory = struct.unpack("<QQ", end[32:48])
    if members > most or directory > _MAX_DIRECTORY:
        raise UsageError(
            _("{path} says that it holds {members} files: is it the right one?").format(path=path, members=members),
            next_command="grade class --help",
        )
