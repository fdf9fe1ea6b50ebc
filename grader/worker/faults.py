"""An exception of the learner's code, told as plain data: its type, its text, and the learner's own lines."""

from __future__ import annotations

import linecache
from types import TracebackType

MAX_TEXT = 2000
MAX_FRAMES = 4


def describe(error: BaseException, file: str) -> dict[str, object]:
    """`status: raised` with `type`, `bases`, `text` and `frames` (line number, function, source line), innermost last."""
    return {
        "status": "raised",
        "type": type(error).__name__[:100],
        "bases": [base.__name__[:100] for base in type(error).__mro__[:20]],
        "text": _text(error),
        "frames": _frames(error.__traceback__, file),
    }


def describe_syntax(error: SyntaxError) -> dict[str, object]:
    """`status: syntax` with the line, the column and the offending text."""
    return {
        "status": "syntax",
        "type": type(error).__name__,
        "text": str(error.msg)[:MAX_TEXT],
        "line": error.lineno or 0,
        "column": error.offset or 0,
        "source": (error.text or "")[:200].rstrip("\n"),
    }


def _text(error: BaseException) -> str:
    try:
        text = str(error)
    except BaseException:  # noqa: BLE001 - the learner's own __str__ may raise anything
        return "(its text could not be read)"
    if len(text) > MAX_TEXT:
        return f"{text[:MAX_TEXT]}… [{len(text)} characters in all]"
    return text


def _frames(trace: TracebackType | None, file: str) -> list[tuple[int, str, str]]:
    frames = []
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == file:
            line = linecache.getline(file, trace.tb_lineno).strip()
            frames.append((trace.tb_lineno, code.co_name[:100], line[:200]))
            if len(frames) > MAX_FRAMES:
                del frames[1]
        trace = trace.tb_next
    return frames
