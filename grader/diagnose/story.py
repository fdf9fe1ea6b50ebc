"""The story of a check: the row of questions that it asked, and what the learner's code answered."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader import wire
from grader.diagnose.answers import Answer, answer_of
from grader.judge.grading import Plan
from grader.learner import Call, Learner, Remote


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a check and what the learner answered. Objects go by their order in the story, not by their handles."""

    op: str
    function: str
    args: list[Any]
    kwargs: dict[str, Any]
    told: Answer | None
    makes: int | None
    key: bytes


@dataclass(frozen=True, slots=True)
class Story:
    """What one check asked, in order, and the seed that it began with."""

    check: str
    seed: int
    steps: tuple[Step, ...]

    def ways(self, function: str, name: str, edition: bytes) -> tuple[bytes, ...]:
        """Of each step, the key of what is answered with `name` of the bank in the place of `function`: the whole way there.

        So what one learner's story has shown is there for the next one's, wherever theirs part; and what comes before the
        function is called is the same for every variant of it.
        """
        way = hashlib.sha256(edition + repr((self.check, self.seed)).encode())
        ways = []
        for step in self.steps:
            way.update(step.key)
            if step.op == "call" and step.function == function:
                way.update(hashlib.sha256(name.encode()).digest())
            ways.append(way.digest())
            # Which object a later question is about: who returns one and the same twice has one number for both.
            way.update(repr(step.makes).encode())
        return tuple(ways)


def stories_of(learner: Learner, plan: Plan, function: str) -> list[Story]:
    """The checks of the function, in their order in the file. Those of other functions may have stumbled over other mistakes."""
    mine = {check.id for check in plan.checks if check.function == function}
    by_check: dict[str, list[Call]] = {}
    for call in learner.calls:
        if call.check in mine:
            by_check.setdefault(call.check, []).append(call)
    told = [calls for calls in by_check.values() if any(c.op == "call" and c.function == function for c in calls)]
    return [_story(calls, learner.seeds.get(calls[0].check, 0)) for calls in told]


def _story(calls: Sequence[Call], seed: int) -> Story:
    order: dict[int, int] = {}
    steps = []
    for call in calls:
        args, kwargs = _renumbered(call.arguments(), order)
        makes = None
        if isinstance(call.value, Remote):
            makes = order.setdefault(call.value._handle.number, len(order))
        key = hashlib.sha256(repr((call.op, call.function)).encode() + wire.encode([list(args), kwargs])).digest()
        steps.append(Step(call.op, call.function, args, kwargs, answer_of(call), makes, key))
    return Story(calls[0].check, seed, tuple(steps))


def _renumbered(value: Any, order: dict[int, int]) -> Any:
    if isinstance(value, wire.Handle):
        return wire.Handle(order.setdefault(value.number, len(order)), "")
    if isinstance(value, (list, tuple)):
        return type(value)(_renumbered(item, order) for item in value)
    if isinstance(value, dict):
        return {key: _renumbered(item, order) for key, item in value.items()}
    return value
