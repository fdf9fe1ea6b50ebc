"""`Learner`: what a check sees of a submission. `learner.softmax(a)` asks the worker and keeps a record."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from grader import wire
from grader.course import Exercise
from grader.language import _
from grader.learner.faults import (
    FunctionMissing,
    LearnerFault,
    LearnerLost,
    Unloadable,
)
from grader.learner.launch import Forkserver, Worker
from grader.learner.record import Call
from grader.learner.replies import crash, raised, unloadable, unsendable, well_formed, why_not_loaded
from grader.submission import Submission

MAX_REPLACEMENTS = 3
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
        submission, functions = self._submission, list(self._exercise.functions)
        head, self._loading = self._head("load", file=submission.file, source=submission.source, functions=functions)
        worker.line.send(wire.frame(head) + wire.frame(_NOTHING))

    def ready(self) -> None:
        """Wait until the source has run. Raises `Unloadable` with the reason where it does not."""
        if self._worker is None:
            self.start()
        if self._loading is None:
            return
        number, self._loading = self._loading, None
        try:
            reply = self._exchange(b"", number, self._exercise.limits.seconds_to_load)
        except LearnerLost as loss:
            raise Unloadable(why_not_loaded(self._submission, self._exercise, loss)) from loss
        if reply["status"] != "loaded":
            raise unloadable(self._submission, reply)
        self._missing = frozenset(name for name in self._exercise.functions if name in reply["missing"])

    def reload(self, submission: Submission) -> None:
        """Put another submission into the same worker.

        For code of the author's only, which leaves nothing behind: learners never share a process.
        """
        self._submission = submission
        self.forget()
        self.seeds = {}
        if self._worker is not None:
            self._send_source(self._worker)

    def forget(self) -> None:
        """Begin the record and what is counted towards the limits anew: for the author's code, as `reload`."""
        self.calls = []
        self._spent, self._replacements, self._last_loss = 0.0, 0, None
        if self._worker is not None:
            self._worker.line.forget()

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
            raise FunctionMissing(
                _("{file} has no function called {name}").format(file=self._submission.name, name=name)
            )
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
            raise unsendable(reply)
        raise raised(self._submission, reply)

    def _revive(self) -> None:
        if self._worker is not None:
            self.ready()
            return
        if self._replacements >= MAX_REPLACEMENTS and self._last_loss is not None:
            reason = self._last_loss.reason
            raise LearnerLost(
                reason,
                _("not run: your code stopped its process {times} times before").format(times=MAX_REPLACEMENTS + 1),
            )
        self._replacements += 1
        self.start()
        self.ready()

    def _head(self, op: str, **request: Any) -> tuple[bytes, int]:
        number = secrets.randbits(63)
        seed, self._seed = self._seed, None
        # What we ask is plain JSON: the worker may trust us, and it is read at every call.
        return json.dumps({"id": number, "op": op, "seed": seed, **request}).encode(), number

    def _exchange(self, outgoing: bytes, number: int, seconds: float | None = None) -> dict[str, Any]:
        """One exchange within the limits. Whatever goes wrong on the line ends the worker."""
        assert self._worker is not None
        self._worker.attach()
        limits = self._exercise.limits
        left = limits.total_seconds - self._spent
        if left <= 0:
            raise self._lose(
                LearnerLost(
                    "time", _("all calls together took more than {seconds:.3g} s").format(seconds=limits.total_seconds)
                )
            )
        begun = time.monotonic()
        try:
            message = self._worker.line.exchange(outgoing, min(seconds or limits.call_seconds, left))
            reply = wire.decode(message)
        except LearnerLost as loss:
            raise self._lose(loss) from None
        except wire.WireError:
            raise self._lose(LearnerLost("protocol", _("the process answered out of turn"))) from None
        finally:
            self._spent += time.monotonic() - begun
        if not well_formed(reply, number):
            raise self._lose(LearnerLost("protocol", _("the process answered out of turn")))
        return reply  # type: ignore[return-value]

    def _lose(self, loss: LearnerLost) -> LearnerLost:
        assert self._worker is not None
        worker, self._worker = self._worker, None
        if loss.reason != "crash":
            worker.end()
            return loss
        return crash(worker.exit_code_now())


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
