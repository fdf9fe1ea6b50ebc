"""Replay whole checks in a worker: for exercises whose objects (models, variables) live there and never in the judge.

The story of a check is the row of questions it asked. It is told again to a worker that holds the reference solution and the whole
bank, with one variant in the place of the function in question, and compared step by step.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from grader import wire
from grader.bank import Bank, Variant, compose
from grader.diagnose.answers import Answer, answer_of, same_answer
from grader.judge.grading import Plan
from grader.learner import Call, Learner, LearnerFault, Remote
from grader.results import Diagnosis
from grader.submission import Submission

MIN_DIFFERENT = 2
_ENDED = object()
_RTOL = 1e-4
# Every variant may be told every check: what one submission may spend is not enough for all of them.
_PATIENCE = 30


def name_by_stories(learner: Learner, plan: Plan, bank: Bank, function: str) -> Diagnosis | None:
    """The one mistake whose variant tells every story of this function as the learner's code did."""
    stories = _stories(learner, function)
    if not stories or not bank.of(function):
        return None
    with closing(_Actor(learner, plan, bank)) as actor:
        fitting = [v for v in bank.of(function) if all(actor.agrees(v, story) for story in stories)]
        fitting = [v for v in fitting if actor.is_different(v, stories)]
    mistakes = {variant.mistake: variant.text for variant in fitting}
    return Diagnosis(*mistakes.popitem()) if len(mistakes) == 1 else None


def _stories(learner: Learner, function: str) -> list[list[Call]]:
    """The checks that called the function, quickest first."""
    by_check: dict[str, list[Call]] = {}
    for call in learner.calls:
        by_check.setdefault(call.check, []).append(call)
    told = [calls for calls in by_check.values() if any(c.op == "call" and c.function == function for c in calls)]
    return sorted(told, key=lambda calls: sum(call.seconds for call in calls))


class _Actor:
    """A worker with the reference solution and the bank, that plays a check's questions again."""

    def __init__(self, learner: Learner, plan: Plan, bank: Bank) -> None:
        exercise = plan.exercise
        limits = replace(exercise.limits, total_seconds=exercise.limits.total_seconds * _PATIENCE)
        names = (*exercise.functions, *(variant.name for variant in bank.variants))
        reference = (plan.course.solutions / exercise.file).read_text(encoding="utf-8")
        source = Submission(exercise.file, compose(reference, bank), "")
        self._learner = learner
        self._bank = bank
        self._actor = Learner(learner.forkserver, replace(exercise, functions=names, limits=limits), source)
        self._kept: dict[tuple[str, str], list[Any]] = {}
        self._plays: dict[tuple[str, str], Iterator[Any]] = {}

    def close(self) -> None:
        """End the worker."""
        self._actor.close()

    def agrees(self, variant: Variant, story: Sequence[Call]) -> bool:
        """Whether the variant gives the learner's answer at every step; stops at the first that differs."""
        for call, answer in zip(story, self._played(variant.of, variant.name, story), strict=False):
            told = answer_of(call)
            if told is None or answer is None or not same_answer(told, answer, _RTOL):
                return False
        return True

    def is_different(self, variant: Variant, stories: Sequence[Sequence[Call]]) -> bool:
        """Whether the variant's answers differ from the reference's at two steps or more."""
        different = 0
        for story in stories:
            right = self._played(variant.of, variant.of, story)
            for ours, theirs in zip(self._played(variant.of, variant.name, story), right, strict=False):
                different += ours is None or theirs is None or not same_answer(ours, theirs, _RTOL)
                if different >= MIN_DIFFERENT:
                    return True
            if different and _ends_in_exception(story):
                return True  # the check ended at its first question: there is no second one to differ at
        return False

    def _played(self, function: str, name: str, story: Sequence[Call]) -> Iterator[Answer | None]:
        """The answers of one play, told as they come, and kept for the next who asks."""
        key = (name, story[0].check)
        if key not in self._kept:
            self._kept[key] = []
            self._plays[key] = self._play(function, name, story)
        kept, play = self._kept[key], self._plays[key]
        for index in range(len(story)):
            if index == len(kept):
                answer = next(play, _ENDED)
                if answer is _ENDED:
                    return
                kept.append(answer)
            yield kept[index]

    def _play(self, function: str, name: str, story: Sequence[Call]) -> Iterator[Answer | None]:
        objects: dict[int, Remote] = {}
        check = story[0].check
        self._actor.begin(check, self._learner.seeds.get(check, 0))
        for call in story:
            try:
                value = self._step(call, function, name, objects)
            except LearnerFault:
                yield answer_of(self._actor.calls[-1])
                return
            if isinstance(call.value, Remote) and isinstance(value, Remote):
                objects[call.value._handle.number] = value
            yield answer_of(self._actor.calls[-1])

    def _step(self, call: Call, function: str, name: str, objects: dict[int, Remote]) -> Any:
        args, kwargs = _with_objects(call.arguments(), objects)
        if call.op == "call":
            return self._actor.call(name if call.function == function else call.function, tuple(args), kwargs)
        if call.op == "facts":
            return self._actor.facts(args[0])
        if call.op == "set_weights":
            return self._actor.set_weights(args[0], args[1])
        return self._actor.make(call.function, *args)


def _ends_in_exception(story: Sequence[Call]) -> bool:
    return story[-1].fault is not None


def _with_objects(value: Any, objects: dict[int, Remote]) -> Any:
    if isinstance(value, wire.Handle):
        return objects.get(value.number, value)
    if isinstance(value, (list, tuple)):
        return type(value)(_with_objects(item, objects) for item in value)
    if isinstance(value, dict):
        return {key: _with_objects(item, objects) for key, item in value.items()}
    return value
