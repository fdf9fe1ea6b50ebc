"""Find and read a learner's file safely → `Submission`: text, never a path that code is imported from.

It is a Python file or a notebook. The judge opens it itself, follows no link at its end, waits for no FIFO, and decodes Python
by the encodings that it really comes in. Whatever cannot be graded is a `SubmissionError` whose sentence the learner reads.
"""

from __future__ import annotations

import codecs
import errno
import hashlib
import io
import os
import shlex
import stat
import tokenize
from dataclasses import dataclass
from pathlib import Path

from grader.course import Exercise
from grader.errors import SubmissionError, UsageError
from grader.language import _

MAX_BYTES = 1 << 20
NOTEBOOK = ".ipynb"
_MAX_NOTEBOOK_BYTES = 20 << 20  # the pictures that its cells have shown are inside
# utf-7 and friends would let a comment hide code; these are what editors in Europe, America and Korea write, by the names that
# `codecs` gives them: `utf8`, `latin1` and `windows-1252` are among them.
_ENCODINGS = {"utf-8", "utf-8-sig", "ascii", "iso8859-1", "iso8859-15", "cp1252", "cp949", "euc_kr"}
_UTF16_32 = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\xff\xfe\x00\x00": "UTF-32", b"\x00\x00\xfe\xff": "UTF-32"}


@dataclass(frozen=True, slots=True)
class Submission:
    """One learner's file: the name it must have, its text, and the SHA-256 of its bytes.

    Of a notebook, `source` is what its cells were made into, `places` says of each line of it where it stood, `notes` what was left
    out, and `shown` is what the notebook is called.
    """

    file: str
    source: str
    sha256: str
    places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    shown: str = ""

    @property
    def name(self) -> str:
        """What its author calls it."""
        return self.shown or self.file

    def place(self, line: int) -> str:
        """Where a line of the source stands, as its author knows it: `line 3`, or `cell 2, line 3`."""
        return self.places[line - 1] if 0 < line <= len(self.places) else _("line {line}").format(line=line)


def find_exercises(start: Path) -> Path:
    """The nearest `exercises/` folder in `start` or above it. Raises `UsageError` where there is none."""
    for folder in (start, *start.parents):
        candidate = folder / "exercises"
        if os.path.isdir(candidate):  # where we may not look, there is none for us
            if candidate.is_symlink():
                # It could lead to somebody else's work, and whoever grades a folder from outside would not see it.
                raise UsageError(
                    _(
                        "{folder} is a link to another folder, which is not followed. Go there, or name the file."
                    ).format(folder=candidate),
                    next_command=f"grade exercise1 --file {shlex.quote(str(candidate / 'exercise1.py'))}",
                )
            return candidate
    raise UsageError(
        _("There is no exercises/ folder in {folder} or in a folder above it.").format(folder=start),
        next_command="grade init",
    )


def submission_of(path: Path, exercise: Exercise) -> Submission:
    """The submission of this exercise in `path`, a notebook or a Python file by its ending. Raises `SubmissionError`."""
    return submission_from(read_regular(path, most_bytes(path.name)), path.name, exercise)


def submission_from(data: bytes, name: str, exercise: Exercise) -> Submission:
    """The submission of this exercise in these bytes of a file of this name. Raises `SubmissionError`."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not name.lower().endswith(NOTEBOOK):
        return Submission(exercise.file, decode_source(data, name), sha256)
    from grader.cells import code_of

    code = code_of(data, name, exercise.functions, MAX_BYTES)
    return Submission(exercise.file, code.source, sha256, code.places, code.notes, code.name)


def most_bytes(name: str) -> int:
    """How large a submission with this name may be."""
    return _MAX_NOTEBOOK_BYTES if name.lower().endswith(NOTEBOOK) else MAX_BYTES


def read_submission(path: Path, file: str) -> Submission:
    """The Python file in `path`, to be graded as `file`. Raises `SubmissionError` for whatever cannot be graded."""
    data = read_regular(path)
    return Submission(file, decode_source(data, path.name), hashlib.sha256(data).hexdigest())


def read_regular(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of bearable size, no link; it never waits. Raises `SubmissionError` for all else."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise SubmissionError(_why_not_opened(path, error)) from error
    try:
        return _read_regular(descriptor, path.name, most)
    except OSError as error:
        raise SubmissionError(_("{name} cannot be read: {why}.").format(name=path.name, why=error.strerror)) from error
    finally:
        os.close(descriptor)


def _why_not_opened(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return _("There is no file {path}.").format(path=path)
    if error.errno == errno.ELOOP:
        return _("{name} is a link to another file. Put the file itself there.").format(name=path.name)
    if error.errno in (errno.EACCES, errno.EPERM):
        sentence = _("{name} cannot be read: you have no permission. Try `chmod u+r {path}`.")
        return sentence.format(name=path.name, path=shlex.quote(str(path)))
    if error.errno in (errno.ENXIO, errno.EISDIR):
        return _("{name} is not a Python file.").format(name=path.name)
    return _("{name} cannot be read: {why}.").format(name=path.name, why=error.strerror)


def _read_regular(descriptor: int, name: str, most: int) -> bytes:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise SubmissionError(_("{name} is a folder, not a Python file.").format(name=name))
    if not stat.S_ISREG(status.st_mode):
        raise SubmissionError(_("{name} is not a regular file.").format(name=name))
    if status.st_size > most:
        raise SubmissionError(
            _("{name} is {size:.1f} MiB large. A solution is a few KiB; at most {most} MiB is read.").format(
                name=name, size=status.st_size / (1 << 20), most=most >> 20
            )
        )
    with io.FileIO(descriptor, closefd=False) as stream:
        data = stream.read(most + 1)
    return bytes(data or b"")


def decode_source(data: bytes, name: str) -> str:
    """The text of a Python source file. Raises `SubmissionError` naming the encoding, or the line and the byte."""
    if not data.strip():
        raise SubmissionError(_("{name} is empty. `grade reset` puts the stub back.").format(name=name))
    _refuse_wide(data, name)
    if b"\x00" in data:
        line = _line(data, data.index(b"\x00"))
        raise SubmissionError(
            _("{name} has a null byte in line {line}: this is not a text file. Save it as UTF-8 text.").format(
                name=name, line=line
            )
        )
    encoding = _encoding(data, name)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = _line(data, error.start)
        raise SubmissionError(
            _("{name}, line {line}: byte 0x{byte:02x} is not {encoding}. Save the file as UTF-8.").format(
                name=name, line=line, byte=data[error.start], encoding=encoding
            )
        ) from error
    # Every kind of line end reads as one, as Python's own reader does it.
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line(data: bytes, offset: int) -> int:
    before = data[:offset]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1


def _refuse_wide(data: bytes, name: str) -> None:
    for mark, encoding in sorted(_UTF16_32.items(), key=lambda pair: -len(pair[0])):
        if data.startswith(mark):
            raise SubmissionError(
                _("{name} is saved as {encoding}. Save it again as UTF-8.").format(name=name, encoding=encoding)
            )
    sample = data[:4000]
    if len(sample) >= 8 and sample.count(b"\x00") > len(sample) // 3 and sample.count(b"\x00") < len(sample) * 2 // 3:
        raise SubmissionError(_("{name} looks like UTF-16. Save it again as UTF-8.").format(name=name))


def _encoding(data: bytes, name: str) -> str:
    try:
        encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError as error:
        if "unknown encoding" in str(error):
            raise SubmissionError(
                _("{name} names an encoding that Python does not know. Save it as UTF-8.").format(name=name)
            ) from error
        return "utf-8"  # a byte that is not UTF-8: decoding says which
    canonical = codecs.lookup(encoding).name
    if canonical not in _ENCODINGS:
        raise SubmissionError(
            _("{name} says that it is written in {encoding}, which is not accepted. Save it as UTF-8.").format(
                name=name, encoding=encoding
            )
        )
    return "utf-8" if canonical == "utf-8-sig" else canonical
