"""Replay whole checks in a worker: for exercises whose objects live there and never in the judge.

The story of a check is the row of questions it asked. It is told again to a worker that holds the reference solution and the whole
bank, with one variant in the place of the function in question, and compared step by step.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import numpy as np

from grader import wire
from grader.bank import Bank, Variant, compose
from grader.diagnose.answers import MIN_DIFFERENT, Answer, answer_of, in_own_words, is_figure, same_answer, type_name
from grader.judge.grading import Plan
from grader.language import of_course
from grader.learner import Call, Forkserver, Learner, LearnerFault, Remote
from grader.results import Diagnosis
from grader.submission import Submission

# A training returns megabytes; hundreds of plays of them would fill the machine.
_MAX_KEPT_BYTES = 256 << 20
_RTOL = 1e-4
# Every variant of a large bank is told every check: no limit of a single submission is meant for that.
_PATIENCE = 3600.0


def name_by_stories(learner: Learner, plan: Plan, bank: Bank, function: str) -> Diagnosis | None:
    """The one mistake whose variant tells every story of this function as the learner's code did."""
    stories = _stories(learner, plan, function)
    if not stories or not bank.of(function):
        return None
    stage = _stage(plan, bank, learner.forkserver)
    stories = stage.in_order(stories)
    fitting = _fitting(stage, bank.of(function), stories) or _fitting(stage, bank.of(function), stories, own_words=True)
    mistakes = {variant.mistake: of_course(variant.text) for variant in fitting}
    return Diagnosis(*mistakes.popitem()) if len(mistakes) == 1 else None


def _fitting(
    stage: Stage, variants: Sequence[Variant], stories: Sequence[Story], *, own_words: bool = False
) -> list[Variant]:
    told = [step.told for story in stories for step in story.steps if step.told]
    if own_words and not any(is_figure(answer.value) for answer in told):
        return []
    fitting = [v for v in variants if all(stage.agrees(v, story, own_words) for story in stories)]
    return [v for v in fitting if stage.is_different(v, stories)]


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


def _stories(learner: Learner, plan: Plan, function: str) -> list[Story]:
    """The checks of the function, quickest first. Those of other functions may have stumbled over other mistakes."""
    mine = {check.id for check in plan.checks if check.function == function}
    by_check: dict[str, list[Call]] = {}
    for call in learner.calls:
        if call.check in mine:
            by_check.setdefault(call.check, []).append(call)
    told = [calls for calls in by_check.values() if any(c.op == "call" and c.function == function for c in calls)]
    told.sort(key=lambda calls: sum(call.seconds for call in calls))
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


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back at one step of a play, and, where that was a History, the dict in it."""

    answer: Answer | None
    history: dict[str, Any] | None


@dataclass(slots=True)
class Play:
    """The story that is on the stage now, as one function of the bank tells it: the steps so far, and the objects they made."""

    name: str
    check: str
    seed: int
    steps: list[bytes] = field(default_factory=list)
    objects: dict[int, Remote] = field(default_factory=dict)


@lru_cache(maxsize=4)
def _stage(plan: Plan, bank: Bank, forkserver: Forkserver) -> Stage:
    # It stays for the next submission: the same checks ask the same questions. It ends with its forkserver.
    return Stage(plan, bank, forkserver)


class Stage:
    """A worker with the reference solution and the bank, on which a check's questions are asked again."""

    def __init__(self, plan: Plan, bank: Bank, forkserver: Forkserver) -> None:
        exercise = plan.exercise
        names = (*exercise.functions, *(variant.name for variant in bank.variants))
        self._source = Submission(exercise.file, compose(plan.reference_source(), bank), "")
        self._remembering = {variant.name for variant in bank.variants if variant.remembers}
        limits = replace(exercise.limits, total_seconds=_PATIENCE)
        self._actor = Learner(forkserver, replace(exercise, functions=names, limits=limits), self._source)
        # By the whole way to a step: what one learner's story has shown is there for the next one's, wherever theirs part.
        self._heard: dict[bytes, Heard] = {}
        self._on_stage: Play | None = None
        self._kept_bytes = 0
        self._order: dict[str, int] = {}

    def in_order(self, stories: Sequence[Story]) -> list[Story]:
        """As they came when they were told for the first time, so that one learner's plays serve the next one too.

        Which is told first changes how long it takes to find a name, and never the name.
        """
        for story in stories:
            self._order.setdefault(story.check, len(self._order))
        return sorted(stories, key=lambda story: self._order[story.check])

    def agrees(self, variant: Variant, story: Story, own_words: bool = False) -> bool:
        """Whether the variant gives the learner's answer at every step; stops at the first that differs.

        With `own_words`, a figure may be called otherwise where the variant calls it right.
        """
        right = list(self._answers(variant.of, variant.of, story)) if own_words else []
        for index, answer in enumerate(self._answers(variant.of, variant.name, story)):
            step, best = story.steps[index], right[index] if index < len(right) else None
            if own_words and step.told and answer and best:
                answer = in_own_words(step.told, answer, best)
            if step.told is None or answer is None or not same_answer(step.told, answer, _RTOL):
                return False
        return True

    def is_different(self, variant: Variant, stories: Sequence[Story]) -> bool:
        """Whether the variant differs from the reference at two steps, or at the last: there the check stopped asking."""
        different = 0
        for story in stories:
            right = self._answers(variant.of, variant.of, story)
            wrong = self._answers(variant.of, variant.name, story)
            # The one is kept already; the other may have to be played.
            pairs = list(zip(list(wrong), list(right), strict=False))
            differs = [a is None or b is None or not same_answer(a, b, _RTOL) for a, b in pairs]
            different += sum(differs)
            if different >= MIN_DIFFERENT or (differs and differs[-1]):
                return True
        return False

    def _answers(self, function: str, name: str, story: Story) -> Iterator[Answer | None]:
        """What this function of the bank answers, step by step; kept, and played only as far as somebody listens."""
        way = hashlib.sha256(repr((name, story.check, story.seed)).encode())
        for index, step in enumerate(story.steps):
            way.update(step.key)
            heard = self._heard.get(way.digest())
            if heard is None:
                heard = self._play(function, name, story, index)
                self._heard[way.digest()] = heard
            answer = heard.answer
            yield _in_the_form_of(step.told, answer, heard.history)
            if answer is None or answer.exception:
                return

    def _play(self, function: str, name: str, story: Story, index: int) -> Heard:
        """One step; from the first one with the check's seed, where another play has been on the stage meanwhile."""
        play = self._on_stage
        before = [step.key for step in story.steps[:index]]
        if play is None or (play.name, play.check, play.seed, play.steps) != (name, story.check, story.seed, before):
            play = self._begin_again(name, story)
            for step in story.steps[:index]:
                self._perform(play, function, step)
        return self._perform(play, function, story.steps[index])

    def _begin_again(self, name: str, story: Story) -> Play:
        if self._kept_bytes > _MAX_KEPT_BYTES:
            self._heard.clear()
            self._kept_bytes = 0
        self._on_stage = Play(name, story.check, story.seed)
        self._actor.forget()
        if name in self._remembering:
            self._actor.reload(self._source)
        self._actor.begin(story.check, story.seed)
        return self._on_stage

    def _perform(self, play: Play, function: str, step: Step) -> Heard:
        with suppress(LearnerFault):  # the answer is in the record, as every other
            value = self._ask(step, function, play.name, play.objects)
            if step.makes is not None and isinstance(value, Remote):
                play.objects[step.makes] = value
        answer, history = answer_of(self._actor.calls[-1]), None
        if answer is not None and type_name(answer.value).endswith(".History"):
            with suppress(LearnerFault):
                history = self._actor.facts(answer.value)["history"]
        play.steps.append(step.key)
        self._kept_bytes += sum(sys.getsizeof(part) for part in _arrays(self._actor.calls[-1].value))
        del self._actor.calls[:-1]  # each holds its arguments
        return Heard(answer, history)

    def _ask(self, step: Step, function: str, name: str, objects: dict[int, Remote]) -> Any:
        args, kwargs = _with_objects(step.args, objects), _with_objects(step.kwargs, objects)
        if step.op == "call":
            return self._actor.call(name if step.function == function else step.function, tuple(args), kwargs)
        if step.op == "facts":
            return self._actor.facts(*args)
        if step.op == "set_weights":
            return self._actor.set_weights(*args)
        return self._actor.make(step.function, *args)


def _in_the_form_of(told: Answer | None, answer: Answer | None, history: dict[str, Any] | None) -> Answer | None:
    """A learner's code may return the dict in a History, or a part of it: then so does the variant."""
    if told is None or answer is None or history is None or not isinstance(told.value, dict):
        return answer
    return replace(answer, value={name: history[name] for name in told.value if name in history})


def _arrays(value: Any) -> Iterator[Any]:
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _arrays(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _arrays(item)


def _with_objects(value: Any, objects: dict[int, Remote]) -> Any:
    if isinstance(value, wire.Handle):
        return objects.get(value.number, value)
    if isinstance(value, (list, tuple)):
        return type(value)(_with_objects(item, objects) for item in value)
    if isinstance(value, dict):
        return {key: _with_objects(item, objects) for key, item in value.items()}
    return value
