"""Answer the judge's questions, one after another, until it hangs up or kills this process."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import numpy as np

from grader import wire
from grader.worker import facts, faults, loading
from grader.worker.channel import Channel
from grader.worker.keep import Keep
from grader.worker.seeds import reseed
from grader.worker.shapes import ShapeTrace

Reply = dict[str, object]


def serve(sock: socket.socket) -> None:
    """Take messages in pairs, a request and its arguments; send one reply each."""
    channel = Channel(sock)
    server = Server()
    while (head := channel.receive()) is not None:
        arguments = channel.receive()
        if arguments is None:
            return
        channel.send(server.answer(head, arguments))


class Server:
    """One submission, loaded once, and the objects that its functions have returned."""

    def __init__(self) -> None:
        self.keep = Keep()
        self.module: ModuleType | None = None
        self.file = ""

    def answer(self, head: bytes, arguments: bytes) -> bytes:
        """The reply to one request, as a message. Nothing that learner code raises gets past here."""
        request: dict[str, Any] = json.loads(head)
        reply = self.guarded(lambda: self.dispatch(request, arguments))
        try:
            return wire.encode({"id": request["id"], **reply}, self.keep.handle)
        except BaseException as error:  # noqa: BLE001 - learner types run code while they are looked at
            why = str(error) if isinstance(error, wire.WireError) else type(error).__name__
            return wire.encode({"id": request["id"], "status": "unsendable", "why": why[:500]})

    def guarded(self, work: Callable[[], Reply]) -> Reply:
        """The reply of `work`, or what it raised, SystemExit and KeyboardInterrupt too."""
        try:
            return work()
        except BaseException as error:  # noqa: BLE001 - whatever learner code raises is its answer
            return faults.describe(error, self.file)

    def dispatch(self, request: dict[str, Any], arguments: bytes) -> Reply:
        """One request."""
        if request["seed"] is not None:  # a check begins
            self.keep.clear()
            reseed(request["seed"])
        operations: dict[str, Callable[..., Reply]] = {
            "load": self.load,
            "call": self.call,
            "facts": self.facts,
            "set_weights": self.set_weights,
            "make": self.make,
            "trace": self.trace,
        }
        return operations[request["op"]](request, arguments)

    def load(self, request: dict[str, Any], arguments: bytes) -> Reply:
        """Run the source as a module; say which functions it lacks."""
        self.file = request["file"]
        self.module = loading.new_module(self.file, request["source"])
        try:
            loading.run(self.module, request["source"])
        except SyntaxError as error:
            if error.filename == self.file:
                return faults.describe_syntax(error)
            raise
        missing = [name for name in request["functions"] if not callable(self.module.__dict__.get(name))]
        return {"status": "loaded", "missing": missing}

    def call(self, request: dict[str, Any], arguments: bytes) -> Reply:
        """Call one function; tell the value, the arguments where it changed them, and the watched calls it made."""
        args, kwargs = self.arguments(arguments)
        function = self.function(request["name"])
        with self.watching(request["watch"]) as seen:
            value = function(*args, **kwargs)
            sys.settrace(None)  # a trace function left behind would follow, and could derail, the lines below
        reply: Reply = {"status": "returned", "value": value, "changed": None, "seen": seen}
        after = self.encoded_again(args, kwargs)
        if after != arguments:
            reply["changed"] = [list(args), kwargs] if after is not None else "lost"
        return reply

    def function(self, name: str) -> Callable[..., object]:
        """A function of the learner's module, as it is now."""
        assert self.module is not None
        function = self.module.__dict__.get(name)
        if not callable(function):
            raise NotImplementedError(f"there is no function {name}")
        return function  # type: ignore[no-any-return]

    def arguments(self, message: bytes) -> tuple[list[Any], dict[str, Any]]:
        """The arguments that a message holds, with handles resolved."""
        resolved: Any = self.keep.resolve(wire.decode(message))
        return resolved[0], resolved[1]

    def encoded_again(self, args: list[Any], kwargs: dict[str, Any]) -> bytes | None:
        """The arguments after the call, as bytes to compare with those before it."""
        try:
            return wire.encode([args, kwargs], self.keep.handle)
        except wire.WireError:
            return None

    @contextmanager
    def watching(self, names: list[str]) -> Iterator[list[list[object]]]:
        """Note the shapes of the arguments of every call to these functions of the module meanwhile."""
        assert self.module is not None
        seen: list[list[object]] = []
        namespace = self.module.__dict__
        originals = {name: namespace[name] for name in names if callable(namespace.get(name))}
        for name, function in originals.items():
            namespace[name] = noting(name, function, seen)
        try:
            yield seen
        finally:
            namespace.update(originals)

    def facts(self, request: dict[str, Any], arguments: bytes) -> Reply:
        """The facts of one kept object."""
        (value,), _ = self.arguments(arguments)
        return {"status": "returned", "value": facts.describe(value)}

    def set_weights(self, request: dict[str, Any], arguments: bytes) -> Reply:
        """Give a Keras model these weights."""
        (model, weights), _ = self.arguments(arguments)
        model.set_weights(weights)
        return {"status": "returned", "value": None}

    def make(self, request: dict[str, Any], arguments: bytes) -> Reply:
        """An object of a known library for a check to pass as an argument."""
        (value, dtype), _ = self.arguments(arguments)
        return {"status": "returned", "value": _MAKERS[request["name"]](value, dtype)}

    def trace(self, request: dict[str, Any], arguments: bytes) -> Reply:
        """Call one function on arrays that note every product and sum they go through."""
        args, _ = self.arguments(arguments)
        trace = ShapeTrace(request["parameters"])

        def run() -> Reply:
            trace.run(self.function(request["name"]), args)
            return {}

        self.guarded(run)  # the step that broke has its error noted
        return {"status": "returned", "value": {"steps": trace.steps}}


def _variable(value: object, dtype: str | None) -> object:
    import tensorflow as tf  # type: ignore[import-untyped]

    return tf.Variable(value, dtype=dtype)


def _constant(value: object, dtype: str | None) -> object:
    import tensorflow as tf

    return tf.constant(value, dtype=dtype)


def _generator(seed: Any, dtype: str | None) -> object:
    return np.random.default_rng(seed)


_MAKERS: dict[str, Callable[[Any, str | None], object]] = {
    "tf.Variable": _variable,
    "tf.constant": _constant,
    "np.random.Generator": _generator,
}


def noting(name: str, function: Callable[..., object], seen: list[list[Any]]) -> Callable[..., object]:
    """The function, noting the shapes of its arguments at every call."""

    def noted(*args: object, **kwargs: object) -> object:
        if len(seen) < 2000:
            seen.append([name, [_shape(arg) for arg in (*args, *kwargs.values())]])
        return function(*args, **kwargs)

    return noted


def _shape(value: object) -> list[int] | None:
    return [int(size) for size in value.shape] if isinstance(value, np.ndarray) else None
