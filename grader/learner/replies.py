"""What a worker says, checked before anything is believed: a forged reply may lie, but it may not surprise us."""

from __future__ import annotations

import signal
from typing import Any

from grader.course import Exercise
from grader.language import N_, _, translated
from grader.learner.faults import Frame, LearnerLost, LearnerRaised, Unloadable, Unsendable
from grader.learner.heavy import heavy_import
from grader.submission import Submission

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
# What `grader.wire` says, in the worker, of a value that it cannot send.
_UNSENDABLE = (
    N_("a value of type {type} cannot be sent"),
    N_("more than {number} values in one answer"),
    N_("nested more than {number} deep"),
    N_("a dict with more than {number} keys that are not texts"),
    N_("a dict with a key of type {type}"),
    N_("an array of {number} dimensions, the longest of {longest}"),
    N_("an array of shape {shape} is larger than {mib} MiB allow"),
    N_("a text of {number} characters"),
    N_("an integer of more than {number} digits"),
    N_("an answer of more than {mib} MiB of text"),
)


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
    why = translated(_text(reply["why"], _MAX_TEXT), _UNSENDABLE)
    return Unsendable(_("the answer cannot be read as plain data: {why}").format(why=why))


def crash(code: int | None) -> LearnerLost:
    """How a worker ended that hung up by itself: its exit code, negative for a signal."""
    if code is None:
        return LearnerLost("crash", _("the process ended"))
    if code == -signal.SIGXCPU:
        return LearnerLost("time", _("it used more processor time than a submission may"))
    if code < 0:
        name = signal.Signals(-code).name if -code in {s.value for s in signal.Signals} else str(-code)
        return LearnerLost("crash", _("the process was ended by {name}").format(name=name))
    return LearnerLost("crash", _("the process ended by itself with exit status {code}").format(code=code))


def why_not_loaded(submission: Submission, exercise: Exercise, loss: LearnerLost) -> str:
    """The reason of a report whose submission never finished loading."""
    heavy = heavy_import(submission.source, exercise) if loss.reason in ("time", "memory") else None
    if heavy is not None:
        library, line = heavy
        sentence = _(
            "{file} did not finish loading: {why}. It imports {library} ({place}): this exercise does not need that large "
            "library, and its limits are too small for it. Remove the import, or put it, with what you run by hand, "
            'under `if __name__ == "__main__":`.'
        )
        place = submission.place(line)
        return sentence.format(file=submission.name, why=loss.sentence, library=library, place=place)
    if loss.reason == "time":
        sentence = _(
            "{file} did not finish loading: {why}. Is there a loop outside of a function? "
            'Put what should run by hand under `if __name__ == "__main__":`.'
        )
    else:
        sentence = _("{file} ended while it was loading: {why}.")
    return sentence.format(file=submission.name, why=loss.sentence)


def unloadable(submission: Submission, reply: dict[str, Any]) -> Unloadable:
    """The fault of a file that could not be run at all, with its line."""
    if reply["status"] == "syntax":
        line, column, source = reply["line"] % _MAX_NUMBER, reply["column"], _text(reply["source"], _MAX_LINE)
        stripped = source.lstrip()
        caret = " " * min(max(0, column - 1 - (len(source) - len(stripped))), len(stripped)) + "^"
        what = f"{_text(reply['type'], _MAX_NAME)}: {_text(reply['text'], _MAX_TEXT)}"
        return Unloadable(
            _("{file}, {place}: {what}\n    {stripped}\n    {caret}").format(
                file=submission.name, place=submission.place(line), what=what, stripped=stripped, caret=caret
            )
        )
    error = raised(submission, reply)
    where = f", {error.frames[-1].place}" if error.frames else ""
    source = f"\n    {error.frames[-1].source}" if error.frames else ""
    return Unloadable(
        _("{file}{where}: {what} (while loading the file){source}").format(
            file=submission.name, where=where, what=error.sentence, source=source
        ),
        error,
    )


def raised(submission: Submission, reply: dict[str, Any]) -> LearnerRaised:
    """Built field by field from what the worker says, so that a forged reply can only ever be text."""
    try:
        frames = tuple(
            Frame(_line(line), _text(name, _MAX_NAME), _text(source, _MAX_LINE), submission.place(line))
            for line, name, source in reply["frames"][:_MAX_FRAMES]
        )
        bases = tuple(_text(base, _MAX_NAME) for base in reply["bases"][:_MAX_BASES])
        return LearnerRaised(_text(reply["type"], _MAX_NAME), bases, _text(reply["text"], _MAX_TEXT), frames)
    except (KeyError, TypeError, ValueError):
        return LearnerRaised("Exception", (), _("(its text could not be read)"), ())


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
