"""`Learner`: what a check sees of a submission. `learner.softmax(a)` asks the worker and keeps a record."""

from __future__ import annotations

import secrets
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from grader import wire
from grader.course import Exercise
from grader.learner.faults import (
    Frame,
    FunctionMissing,
    LearnerFault,
    LearnerLost,
    LearnerRaised,
    Unloadable,
    Unsendable,
)
from grader.learner.launch import Forkserver, Worker
from grader.learner.record import Call
from grader.submission import Submission

MAX_REPLACEMENTS = 3
# A worker cuts its texts itself; a forged reply need not.
_MAX_TEXT, _MAX_LINE, _MAX_NAME, _MAX_FRAMES, _MAX_BASES = 2100, 200, 100, 4, 20
_MAX_NUMBER = 1 << 31
_NOTHING = wire.encode([[], {}])


class Remote:
    """An object that stays in the worker. It can be passed back as an argument, and nothing else."""

    __slots__ = ("_handle", "_learner")

    def __init__(self, learner: Learner, handle: wire.Handle) -> None:
        self._learner = learner
        self._handle = handle

    def __repr__(self) -> str:
        return f"<{self._handle.type}>"

    # Comparing or converting it would only compare our own handle: refuse, so that no check can do so by accident.
    def __eq__(self, other: object) -> bool:
        raise TypeError("an object that lives in the learner's process cannot be compared; ask for its facts")

    def __bool__(self) -> bool:
        raise TypeError("an object that lives in the learner's process has no truth value; ask for its facts")

    __hash__ = None  # type: ignore[assignment]


class Learner:
    """One submission in its worker. Every attribute that is one of the exercise's functions asks the worker."""

    def __init__(self, forkserver: Forkserver, exercise: Exercise, submission: Submission) -> None:
        self.forkserver = forkserver
        self._exercise = exercise
        self._submission = submission
        self._worker: Worker | None = None
        self._loading: int | None = None
        self._missing: frozenset[str] = frozenset()
        self._spent = 0.0
        self._replacements = 0
        self._last_loss: LearnerLost | None = None
        self._seed: int | None = None
        self._check = ""
        self._watch: tuple[str, ...] = ()
        self.calls: list[Call] = []
        self.seeds: dict[str, int] = {}

    def start(self) -> Learner:
        """Start the worker and give it the source, without waiting for either."""
        self._worker = self.forkserver.spawn(self._exercise.limits)
        self._send_source(self._worker)
        return self

    def _send_source(self, worker: Worker) -> None:
        head, self._loading = self._head("load", file=self._submission.file, source=self._submission.source)
        worker.line.send(wire.frame(head) + wire.frame(_NOTHING))

    def ready(self) -> None:
        """Wait until the source has run. Raises `Unloadable` with the reason where it does not."""
        if self._worker is None:
            self.start()
        if self._loading is None:
            return
        number, self._loading = self._loading, None
        try:
            reply = self._exchange(b"", number)
        except LearnerLost as loss:
            raise Unloadable(_why_not_loaded(self._submission.file, loss)) from loss
        if reply["status"] != "loaded":
            raise _unloadable(self._submission.file, reply)
        self._missing = frozenset(name for name in self._exercise.functions if name in reply["missing"])

    def reload(self, submission: Submission) -> None:
        """Put another submission into the same worker.

        For code of the author's only, which leaves nothing behind: learners never share a process.
        """
        self._submission = submission
        self.calls, self.seeds = [], {}
        self._spent, self._replacements, self._last_loss = 0.0, 0, None
        if self._worker is not None:
            self._send_source(self._worker)

    def begin(self, check: str, seed: int) -> None:
        """A new check: the worker's generators are reseeded before its first call."""
        self._check = check
        self._seed = self.seeds[check] = seed

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_") or name not in self._exercise.functions:
            raise AttributeError(f"{self._exercise.id} asks for no function called {name}")
        return lambda *args, **kwargs: self.call(name, args, kwargs)

    def call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call the learner's function. Raises a `LearnerFault` where it does not answer."""
        if name in self._missing:
            raise FunctionMissing(f"{self._submission.file} has no function called {name}")
        return self._recorded("call", name, [list(args), kwargs], watch=list(self._watch))

    def facts(self, remote: Remote) -> dict[str, Any]:
        """The plain facts of an object that lives in the worker."""
        return self._recorded("facts", "", [[remote], {}])  # type: ignore[no-any-return]

    def set_weights(self, model: Remote, weights: list[Any]) -> None:
        """Give a Keras model in the worker these weights."""
        self._recorded("set_weights", "", [[model, weights], {}])

    def make(self, kind: str, value: Any, dtype: str | None = None) -> Remote:
        """A new `tf.Variable`, `tf.constant` or `np.random.Generator` (of this seed) in the worker."""
        return self._recorded("make", kind, [[value, dtype], {}])  # type: ignore[no-any-return]

    def trace(self, name: str, sent: bytes, parameters: list[str]) -> dict[str, Any]:
        """How shapes go through one function for these arguments; not part of the record."""
        return self._ask("trace", sent, name=name, parameters=parameters)["value"]  # type: ignore[no-any-return]

    def ask_again(self, name: str, args: list[Any], watched: tuple[str, ...] = ()) -> Call:
        """One question more, outside the record of the checks: for a diagnosis."""
        before = len(self.calls)
        with suppress(LearnerFault), self.watching(*watched):  # a fault is kept in the record of this call
            self.call(name, tuple(args), {})
        (call,) = self.calls[before:]
        del self.calls[before:]
        return call

    @contextmanager
    def watching(self, *names: str) -> Iterator[list[tuple[tuple[int, ...] | None, ...]]]:
        """Note the argument shapes of the calls that the learner's code makes to these functions of its own."""
        seen: list[tuple[tuple[int, ...] | None, ...]] = []
        first = len(self.calls)
        self._watch = names
        try:
            yield seen
        finally:
            self._watch = ()
            for call in self.calls[first:]:
                seen += [tuple(None if s is None else tuple(s) for s in shapes) for _, shapes in call.seen]

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    @property
    def printed(self) -> bytes:
        """The first 64 KiB that the learner's code has printed in the present worker."""
        return bytes(self._worker.line.printed) if self._worker else b""

    def _recorded(self, op: str, name: str, arguments: list[Any], **more: Any) -> Any:
        sent = wire.encode(_with_handles(arguments))
        call = Call(name, sent, self._check, op=op, watched=self._watch)
        self.calls.append(call)
        begun = time.perf_counter()
        try:
            reply = self._ask(op, sent, name=name, **more)
            call.value = _with_remotes(self, reply["value"])
            call.changed = reply.get("changed")
            call.seen = reply.get("seen") or []
        except LearnerFault as fault:
            call.fault = fault
            raise
        finally:
            call.seconds = time.perf_counter() - begun
        return call.value

    def _ask(self, op: str, sent: bytes, **request: Any) -> dict[str, Any]:
        self._revive()
        head, number = self._head(op, **request)
        try:
            reply = self._exchange(wire.frame(head) + wire.frame(sent), number)
        except LearnerLost as loss:
            self._last_loss = loss
            raise
        if reply["status"] == "returned":
            return reply
        if reply["status"] == "unsendable":
            raise Unsendable(f"the answer cannot be read as plain data: {_text(reply['why'], _MAX_TEXT)}")
        raise _raised(reply)

    def _revive(self) -> None:
        if self._worker is not None:
            self.ready()
            return
        if self._replacements >= MAX_REPLACEMENTS and self._last_loss is not None:
            reason = self._last_loss.reason
            raise LearnerLost(reason, f"not run: your code stopped its process {MAX_REPLACEMENTS + 1} times before")
        self._replacements += 1
        self.start()
        self.ready()

    def _head(self, op: str, **request: Any) -> tuple[bytes, int]:
        number = secrets.randbits(63)
        seed, self._seed = self._seed, None
        message = {"id": number, "op": op, "seed": seed, "functions": list(self._exercise.functions), **request}
        return wire.encode(message), number

    def _exchange(self, outgoing: bytes, number: int) -> dict[str, Any]:
        """One exchange within the limits. Whatever goes wrong on the line ends the worker."""
        assert self._worker is not None
        self._worker.attach()
        limits = self._exercise.limits
        left = limits.total_seconds - self._spent
        if left <= 0:
            raise self._lose(LearnerLost("time", f"all calls together took more than {limits.total_seconds:.3g} s"))
        begun = time.monotonic()
        try:
            message = self._worker.line.exchange(outgoing, min(limits.call_seconds, left))
            reply = wire.decode(message)
        except LearnerLost as loss:
            raise self._lose(loss) from None
        except wire.WireError:
            raise self._lose(LearnerLost("protocol", "the process answered out of turn")) from None
        finally:
            self._spent += time.monotonic() - begun
        if not _well_formed(reply, number):
            raise self._lose(LearnerLost("protocol", "the process answered out of turn"))
        return reply  # type: ignore[return-value]

    def _lose(self, loss: LearnerLost) -> LearnerLost:
        assert self._worker is not None
        worker, self._worker = self._worker, None
        if loss.reason != "crash":
            worker.end()
            return loss
        return _crash(worker.exit_code_now())


_REPLY_KEYS: dict[str, dict[str, type]] = {
    "loaded": {"missing": list},
    "returned": {"value": object},
    "unsendable": {"why": str},
    "syntax": {"type": str, "text": str, "line": int, "column": int, "source": str},
    "raised": {"type": str, "bases": list, "text": str, "frames": list},
}


def _well_formed(reply: object, number: int) -> bool:
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


def _crash(code: int | None) -> LearnerLost:
    if code is None:
        return LearnerLost("crash", "the process ended")
    if code == -signal.SIGXCPU:
        return LearnerLost("time", "it used more processor time than a submission may")
    if code < 0:
        name = signal.Signals(-code).name if -code in {s.value for s in signal.Signals} else str(-code)
        return LearnerLost("crash", f"the process was ended by {name}")
    return LearnerLost("crash", f"the process ended by itself with exit status {code}")


def _why_not_loaded(file: str, loss: LearnerLost) -> str:
    if loss.reason == "time":
        return (
            f"{file} did not finish loading: {loss.sentence}. Is there a loop outside of a function? "
            'Put what should run by hand under `if __name__ == "__main__":`.'
        )
    return f"{file} ended while it was loading: {loss.sentence}."


def _unloadable(file: str, reply: dict[str, Any]) -> Unloadable:
    if reply["status"] == "syntax":
        line, column, source = reply["line"] % _MAX_NUMBER, reply["column"], _text(reply["source"], _MAX_LINE)
        stripped = source.lstrip()
        caret = " " * min(max(0, column - 1 - (len(source) - len(stripped))), len(stripped)) + "^"
        what = f"{_text(reply['type'], _MAX_NAME)}: {_text(reply['text'], _MAX_TEXT)}"
        return Unloadable(f"{file}, line {line}: {what}\n    {stripped}\n    {caret}")
    raised = _raised(reply)
    where = f", line {raised.frames[-1].line}" if raised.frames else ""
    source = f"\n    {raised.frames[-1].source}" if raised.frames else ""
    return Unloadable(f"{file}{where}: {raised.sentence} (while loading the file){source}")


def _raised(reply: dict[str, Any]) -> LearnerRaised:
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


def _with_handles(value: Any) -> Any:
    kind = type(value)
    if kind is Remote:
        return value._handle
    if kind is list or kind is tuple:
        return kind(_with_handles(item) for item in value)
    if kind is dict:
        return {key: _with_handles(item) for key, item in value.items()}
    return value


def _with_remotes(learner: Learner, value: Any) -> Any:
    kind = type(value)
    if kind is wire.Handle:
        return Remote(learner, value)
    if kind is list or kind is tuple:
        return kind(_with_remotes(learner, item) for item in value)
    if kind is dict:
        return {key: _with_remotes(learner, item) for key, item in value.items()}
    return value
