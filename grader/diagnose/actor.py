"""One worker with the reference solution and the bank in it: it is asked a story's questions again, step by step."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from grader import wire
from grader.bank import Bank
from grader.course import Exercise
from grader.diagnose.answers import answer_of, type_name
from grader.diagnose.memory import Heard, Memory
from grader.diagnose.story import Step, Story
from grader.learner import Forkserver, Learner, LearnerFault, Remote
from grader.submission import Submission

# Every variant of a large bank is told every check: no limit of a single submission is meant for that.
_PATIENCE = 3600.0


@dataclass(frozen=True, slots=True)
class Part:
    """A function of the bank in the place of the one that a story is about. `ways` are the keys of its answers, step by step."""

    function: str
    name: str
    story: Story
    ways: tuple[bytes, ...]


class Actor:
    """Plays one part at a time, and keeps in the memory whatever it answers. One thread at a time may ask it."""

    def __init__(self, forkserver: Forkserver, exercise: Exercise, bank: Bank, source: str, memory: Memory) -> None:
        names = (*exercise.functions, *(variant.name for variant in bank.variants))
        limits = replace(exercise.limits, total_seconds=_PATIENCE)
        self._source = Submission(exercise.file, source, "")
        self._remembering = {variant.name for variant in bank.variants if variant.remembers}
        self._worker = Learner(forkserver, replace(exercise, functions=names, limits=limits), self._source)
        self._memory = memory
        self._on_stage: tuple[str, bytes] | None = None  # who plays there, and the way so far
        self._objects: dict[int, Remote] = {}
        self.is_dismissed = False

    def play(self, part: Part, index: int) -> Heard:
        """The answer at one step; from the first one with the check's seed, where the worker is not just before it."""
        if index == 0 or self._on_stage != (part.name, part.ways[index - 1]):
            self._begin_again(part)
            for before in range(index):
                self._perform(part, before)
        return self._perform(part, index)

    def _begin_again(self, part: Part) -> None:
        self._on_stage = None
        self._objects = {}
        self._worker.forget()
        if part.name in self._remembering:
            self._worker.reload(self._source)
        self._worker.begin(part.story.check, part.story.seed)

    def _perform(self, part: Part, index: int) -> Heard:
        step, self._on_stage = part.story.steps[index], None
        with suppress(LearnerFault):  # the answer is in the record, as every other
            value = self._ask(step, part)
            if step.makes is not None and isinstance(value, Remote):
                self._objects[step.makes] = value
        answer, inside = answer_of(self._worker.calls[-1]), None
        if answer is not None and type_name(answer.value).endswith((".History", "Tensor")):
            with suppress(LearnerFault):
                facts = self._worker.facts(answer.value)
                inside = facts["history"] if "history" in facts else {"value": facts["value"]}
        del self._worker.calls[:-1]  # each holds its arguments
        heard = Heard(answer, inside)
        self._memory.keep(part.ways[index], heard)
        self._on_stage = (part.name, part.ways[index])
        return heard

    def _ask(self, step: Step, part: Part) -> Any:
        args, kwargs = _with_objects(step.args, self._objects), _with_objects(step.kwargs, self._objects)
        if step.op == "call":
            name = part.name if step.function == part.function else step.function
            return self._worker.call(name, tuple(args), kwargs)
        if step.op == "facts":
            return self._worker.facts(*args)
        if step.op == "set_weights":
            return self._worker.set_weights(*args)
        return self._worker.make(step.function, *args)


def _with_objects(value: Any, objects: dict[int, Remote]) -> Any:
    if isinstance(value, wire.Handle):
        return objects.get(value.number, value)
    if isinstance(value, (list, tuple)):
        return type(value)(_with_objects(item, objects) for item in value)
    if isinstance(value, dict):
        return {key: _with_objects(item, objects) for key, item in value.items()}
    return value
