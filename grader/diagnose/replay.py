"""Replay recorded calls through the bank, here in the judge: for exercises that need nothing but NumPy."""

from __future__ import annotations

import copy
import io
import os
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from typing import Any

import numpy as np

from grader import wire
from grader.bank import Bank, compose
from grader.diagnose.answers import Answer
from grader.errors import CourseError
from grader.language import _
from grader.learner import Call
from grader.worker.serve import noting

_MAX_KEPT = 4000


class Replay:
    """The bank of one exercise, run inside a copy of its reference solution; answers are kept, as questions come again."""

    def __init__(self, reference: str, bank: Bank, file: str) -> None:
        os.environ.setdefault("MPLBACKEND", "agg")  # a variant that draws opens no window here
        self._names: dict[str, Any] = {"__name__": f"bank_of_{file.removesuffix('.py')}", "__file__": file}
        try:
            exec(compile(compose(reference, bank), str(bank.path), "exec", dont_inherit=True), self._names)
        except Exception as error:  # the author's code may fail in any way
            raise CourseError(
                _("{path} cannot be run: {kind}: {error}.").format(
                    path=bank.path, kind=type(error).__name__, error=error
                )
            ) from error
        self._bank = bank
        self._originals = dict(self._names)
        self._kept: dict[tuple[str, bytes], Answer] = {}

    def answer(self, name: str, call: Call) -> Answer:
        """What the function of this name in the bank, or in the reference, answers to the call's question."""
        key = (name, call.key)
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= _MAX_KEPT:
                self._kept.clear()
            kept = self._kept[key] = self._run(name, call)
        return kept

    def answer_with(self, others: Mapping[str, Callable[..., Any]], function: str, call: Call) -> Answer:
        """What the reference's function answers where these stand for others that it calls."""
        kept = {name: self._names[name] for name in others}
        self._names.update(others)
        try:
            return self._run(function, call)
        finally:
            self._names.update(kept)

    def probes(self, function: str) -> Iterator[list[Any]]:
        """The bank's extra questions about a function."""
        for name in self._bank.probes.get(function, ()):
            for args in self._names[name]():
                yield list(args)

    def _run(self, name: str, call: Call) -> Answer:
        args, kwargs = call.arguments()
        seen: list[list[Any]] = []
        self._names[call.function] = self._originals[name]
        for watched in call.watched:
            self._names[watched] = noting(watched, self._names[watched], seen)
        try:
            # What a variant prints is not for the reader of the report, least of all of one in JSON.
            with warnings.catch_warnings(), np.errstate(all="ignore"), redirect_stdout(io.StringIO()):
                warnings.simplefilter("ignore")
                value = self._originals[name](*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - an exception is an answer too
            return Answer(None, (type(error).__name__, str(error)[:2000]), None, [])
        finally:
            for replaced in (call.function, *call.watched):
                self._names[replaced] = self._originals[replaced]
        changed = [args, kwargs] if wire.encode([args, kwargs]) != call.sent else None
        return Answer(_crossed(value), None, copy.deepcopy(changed), seen)


def _crossed(value: Any) -> Any:
    """The value as it would have come over the wire."""
    try:
        return wire.decode(wire.encode(value, _as_handle))
    except wire.WireError:
        return wire.Handle(0, "unsendable")


def _as_handle(value: object) -> wire.Handle:
    kind = type(value)
    return wire.Handle(0, f"{kind.__module__}.{kind.__qualname__}"[:200])
