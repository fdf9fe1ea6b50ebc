"""What a worker says, checked before anything is believed: a forged reply may lie, but it may not surprise us."""

from __future__ import annotations

import signal
from typing import Any

from grader.learner.faults import Frame, LearnerLost, LearnerRaised, Unloadable, Unsendable

# A worker cuts its texts itself; a forged reply need not.
_MAX_TEXT, _MAX_LINE, _MAX_NAME, _MAX_FRAMES, _MAX_BASES = 2100, 200, 100, 4, 20
_MAX_NUMBER = 1 << 31
_REPLY_KEYS: dict[str, dict[str, type]] = {
    "loaded": {"missing": list},
    "returned": {"value": object},
    "unsendable": {"why": str},
    "syntax": {"type": str, "text": str, "line": int, "column": int, "source": str},
    "raised": {"type": str, "bases": list, "text": str, "frames": list},
}


def well_formed(reply: object, number: int) -> bool:
    """Whether this can be the answer to that question: a forged one may lie, but it may not surprise us."""
    # By exact types first: comparing with an array gives an array, whose truth is an exception.
    if type(reply) is not dict or type(reply.get("id")) is not int or reply["id"] != number:
        return False
    if type(reply.get("status")) is not str:
        return False
    keys = _REPLY_KEYS.get(reply["status"])
    if keys is None or any(key not in reply or not isinstance(reply[key], kind) for key, kind in keys.items()):
        return False
    if reply["status"] == "loaded" and not all(type(name) is str for name in reply["missing"]):
        return False
    seen = reply.get("seen")
    return seen is None or (type(seen) is list and all(_is_watched(entry) for entry in seen))


def _is_watched(entry: object) -> bool:
    if type(entry) is not list or len(entry) != 2 or type(entry[0]) is not str or type(entry[1]) is not list:
        return False
    return all(shape is None or (type(shape) is list and all(type(n) is int for n in shape)) for shape in entry[1])


def unsendable(reply: dict[str, Any]) -> Unsendable:
    """The fault of an answer that is no plain data."""
    return Unsendable(f"the answer cannot be read as plain data: {_text(reply['why'], _MAX_TEXT)}")


def crash(code: int | None) -> LearnerLost:
    """How a worker ended that hung up by itself: its exit code, negative for a signal."""
    if code is None:
        return LearnerLost("crash", "the process ended")
    if code == -signal.SIGXCPU:
        return LearnerLost("time", "it used more processor time than a submission may")
    if code < 0:
        name = signal.Signals(-code).name if -code in {s.value for s in signal.Signals} else str(-code)
        return LearnerLost("crash", f"the process was ended by {name}")
    return LearnerLost("crash", f"the process ended by itself with exit status {code}")


def why_not_loaded(file: str, loss: LearnerLost) -> str:
    """The reason of a report whose submission never finished loading."""
    if loss.reason == "time":
        return (
            f"{file} did not finish loading: {loss.sentence}. Is there a loop outside of a function? "
            'Put what should run by hand under `if __name__ == "__main__":`.'
        )
    return f"{file} ended while it was loading: {loss.sentence}."


def unloadable(file: str, reply: dict[str, Any]) -> Unloadable:
    """The fault of a file that could not be run at all, with its line."""
    if reply["status"] == "syntax":
        line, column, source = reply["line"] % _MAX_NUMBER, reply["column"], _text(reply["source"], _MAX_LINE)
        stripped = source.lstrip()
        caret = " " * min(max(0, column - 1 - (len(source) - len(stripped))), len(stripped)) + "^"
        what = f"{_text(reply['type'], _MAX_NAME)}: {_text(reply['text'], _MAX_TEXT)}"
        return Unloadable(f"{file}, line {line}: {what}\n    {stripped}\n    {caret}")
    error = raised(reply)
    where = f", line {error.frames[-1].line}" if error.frames else ""
    source = f"\n    {error.frames[-1].source}" if error.frames else ""
    return Unloadable(f"{file}{where}: {error.sentence} (while loading the file){source}")


def raised(reply: dict[str, Any]) -> LearnerRaised:
    """Built field by field from what the worker says, so that a forged reply can only ever be text."""
    try:
        frames = tuple(
            Frame(_line(line), _text(name, _MAX_NAME), _text(source, _MAX_LINE))
            for line, name, source in reply["frames"][:_MAX_FRAMES]
        )
        bases = tuple(_text(base, _MAX_NAME) for base in reply["bases"][:_MAX_BASES])
        return LearnerRaised(_text(reply["type"], _MAX_NAME), bases, _text(reply["text"], _MAX_TEXT), frames)
    except (KeyError, TypeError, ValueError):
        return LearnerRaised("Exception", (), "(its text could not be read)", ())


def _line(number: object) -> int:
    if type(number) is not int or not 0 <= number < _MAX_NUMBER:
        raise ValueError("not a line number")
    return number


def _text(value: object, longest: int) -> str:
    """A text from the worker: of bearable length, and without the halves of characters that JSON readers stumble over."""
    if type(value) is not str:
        raise TypeError("not a text")
    cut = value if len(value) <= longest else value[:longest] + "…"
    return cut.encode("utf-8", "backslashreplace").decode("utf-8")
