"""A picture of the learner's own: read safely, seen to be one, and laid where the confined worker can read it."""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from grader.errors import SubmissionError, UsageError
from grader.language import _
from grader.submission import read_regular

_MOST_BYTES = 32 << 20
_ENDINGS = {"PNG": ".png", "JPEG": ".jpg"}


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """What a file of pictures gets as `picture`: the path of a copy that the worker can read, and the learner's name for it."""

    path: str
    name: str


@contextmanager
def own_picture(path: Path, again: str) -> Iterator[OwnPicture]:
    """The picture in this file, while inside. Raises `UsageError`, with this command to type, for what is none."""
    try:
        data = _bytes_of(path)
        ending = _ENDINGS[_format_of(data, path.name)]
    except SubmissionError as error:
        raise UsageError(error.sentence, next_command=again) from error
    with ExitStack() as stack:
        try:
            copy = _copy(data, stack.enter_context(TemporaryDirectory(prefix="neuralings-")), ending)
        except OSError as error:
            sentence = _("No copy of {name} can be made for your code to read: {why}.")
            why = error.strerror or type(error).__name__
            raise UsageError(sentence.format(name=path.name, why=why)) from error
        yield OwnPicture(copy, path.name)


def _copy(data: bytes, folder: str, ending: str) -> str:
    copy = os.path.join(os.path.realpath(folder), f"picture{ending}")
    Path(copy).write_bytes(data)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.chmod(folder, 0o755)  # root's workers may be nobody; else nobody else need see the picture
    return copy


def _bytes_of(path: Path) -> bytes:
    """The file's bytes; a link is followed, as whatever learners draw with does."""
    real = os.path.realpath(path)
    if not os.path.lexists(real):
        raise SubmissionError(_("There is no picture {path}.").format(path=path))
    if os.path.isdir(real):
        raise SubmissionError(_("{path} is a folder. Name a picture in it.").format(path=path))
    if os.path.isfile(real) and (size := os.path.getsize(real)) > _MOST_BYTES:
        sentence = _("{name} is {size:.0f} MiB large, and at most {most} MiB are read. Make the picture smaller.")
        raise SubmissionError(sentence.format(name=path.name, size=size / (1 << 20), most=_MOST_BYTES >> 20))
    return read_regular(Path(real), _MOST_BYTES)


def _format_of(data: bytes, name: str) -> str:
    """PNG or JPEG, once every pixel has been read."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=tuple(_ENDINGS)) as picture:
                picture.load()
                return str(picture.format)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        sentence = _("{name} has too many pixels to be read. Make the picture smaller.")
        raise SubmissionError(sentence.format(name=name)) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        sentence = _("{name} is no picture that can be read. Save your drawing as PNG or JPEG.")
        raise SubmissionError(sentence.format(name=name)) from error
