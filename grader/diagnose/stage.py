"""Which variants of the bank tell a learner's stories as the learner's code did: from memory, or played by several workers."""

from __future__ import annotations

import random
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import ceil
from typing import Any

import numpy as np

from grader.bank import Bank, Variant, compose
from grader.compare import kind_of
from grader.diagnose.actor import Actor, Part
from grader.diagnose.answers import MIN_DIFFERENT, Answer, in_own_words, same_answer
from grader.diagnose.edition import edition_of
from grader.diagnose.memory import Heard, Memory
from grader.diagnose.shelf import Shelf, shelf_path
from grader.diagnose.story import Story
from grader.judge.grading import Plan
from grader.learner import Forkserver

_RTOL = 1e-4
# A worker takes as long to start as this many short plays.
_WORTH_A_WORKER = 4
# So long somebody who has typed Ctrl-C waits for the step that a worker is at.
_PATIENCE = 1.0


class _Unknown(Exception):
    """Nobody has heard this answer yet, and nobody is there to be asked."""


class Stage:
    """The bank of one exercise, its memory, and the workers that play what is not remembered."""

    def __init__(self, plan: Plan, bank: Bank, forkserver: Forkserver) -> None:
        source = compose(plan.reference_source(), bank)
        path = shelf_path() if forkserver.holds_back("write") else None
        self._edition = edition_of(plan.course, plan.exercise, source)
        self._memory = Memory(None if path is None else Shelf(path))
        self._hire = partial(Actor, forkserver, plan.exercise, bank, source, self._memory)
        self._actors = [self._hire() for _ in range(forkserver.at_once)]  # a worker starts when it is first asked

    def fitting(
        self, variants: Iterable[Variant], stories: Sequence[Story], *, own_words: bool = False
    ) -> list[Variant]:
        """The variants that give the learner's answers at every step, and not the reference's.

        With `own_words`, a figure may be called otherwise where the variant calls it right.
        """
        verdicts = [(variant, self._by_heart(variant, stories, own_words)) for variant in variants]
        try:
            played = self._played([variant for variant, fits in verdicts if fits is None], stories, own_words)
            found = [variant for variant, fits in verdicts if fits or variant in played]
            return [variant for variant in found if self._is_different(variant, stories)]
        finally:
            self._memory.settle()

    def _by_heart(self, variant: Variant, stories: Sequence[Story], own_words: bool) -> bool | None:
        """Whether it fits, as far as memory tells: no, where one answer is another; None, where some are not known."""
        is_known = True
        for story in stories:
            try:
                if not self._agrees(None, variant, story, own_words):
                    return False
            except _Unknown:
                is_known = False
        return True if is_known else None

    def _played(self, variants: list[Variant], stories: Sequence[Story], own_words: bool) -> list[Variant]:
        """Those that fit, of variants that nobody knows well enough: the workers take one after another from the heap."""
        # In no order: the judges of a class begin at different ends, and find on the shelf what others have played.
        heap = deque(random.sample(variants, len(variants)))
        found: list[Variant] = []
        failures: list[Exception] = []

        def work(actor: Actor) -> None:
            try:
                while (variant := _taken(heap)) is not None:
                    if all(self._agrees(actor, variant, story, own_words) for story in stories):
                        found.append(variant)
            except Exception as error:  # noqa: BLE001 - raised again below, where somebody can hear it
                failures.append(error)
                heap.clear()

        actors = self._actors[: ceil(len(variants) / _WORTH_A_WORKER)]
        threads = [threading.Thread(target=work, args=(actor,), daemon=True) for actor in actors[1:]]
        try:
            for thread in threads:
                thread.start()
            for actor in actors[:1]:
                work(actor)
            for thread in threads:
                thread.join()
        except BaseException:  # Ctrl-C: what is left will not be played
            heap.clear()
            self._dismiss(threads)
            raise
        if failures:
            raise failures[0]
        return found

    def _dismiss(self, threads: list[threading.Thread]) -> None:
        """Other workers for the next time: these are in the middle of something. Their lines are about to be closed."""
        for actor in self._actors:
            actor.is_dismissed = True
        self._actors = [self._hire() for _ in self._actors]
        for thread in threads:
            if thread.ident is not None:
                thread.join(_PATIENCE)

    def _agrees(
        self, actor: Actor | None, variant: Variant, story: Story, own_words: bool, whole: bool = False
    ) -> bool:
        """Whether the variant gives the learner's answer at every step; stops at the first that differs."""
        right = list(self._told(actor, variant.of, variant.of, story, whole)) if own_words else []
        is_sure = True
        for index, heard in enumerate(self._told(actor, variant.of, variant.name, story, whole)):
            step, answer = story.steps[index], heard.answer
            best = right[index].answer if index < len(right) else None
            if step.told and answer and best:
                answer = in_own_words(step.told, answer, best)
            if step.told is None or answer is None or not same_answer(step.told, answer, _RTOL):
                return False
            is_sure &= heard.is_whole
        return is_sure or self._agrees(actor, variant, story, own_words, whole=True)

    def _is_different(self, variant: Variant, stories: Sequence[Story], whole: bool = False) -> bool:
        """Whether the variant differs from the reference at two steps, or at the last: there the check stopped asking."""
        different, is_sure = 0, True
        for story in stories:
            right = self._told(self._actors[0], variant.of, variant.of, story, whole)
            wrong = self._told(self._actors[0], variant.of, variant.name, story, whole)
            # The one is kept already; the other may have to be played.
            pairs = list(zip(list(wrong), list(right), strict=False))
            differs = [not _is_same(one.answer, other.answer) for one, other in pairs]
            different += sum(differs)
            if different >= MIN_DIFFERENT or (differs and differs[-1]):
                return True
            is_sure &= all(one.is_whole and other.is_whole for one, other in pairs)
        return not is_sure and self._is_different(variant, stories, whole=True)

    def _told(self, actor: Actor | None, function: str, name: str, story: Story, whole: bool) -> Iterator[Heard]:
        """What this function of the bank answers, step by step, in the learner's form; played only as far as somebody listens."""
        part = Part(function, name, story, story.ways(function, name, self._edition))
        for index, step in enumerate(story.steps):
            heard = self._memory.recall(part.ways[index], whole=whole)
            if heard is None:
                if actor is None or actor.is_dismissed:
                    raise _Unknown
                heard = actor.play(part, index)
            yield _in_the_form_of(step.told, heard)
            if heard.answer is None or heard.answer.exception:
                return


def _taken(heap: deque[Variant]) -> Variant | None:
    """The next one; None, if another worker has just taken the last."""
    try:
        return heap.popleft()
    except IndexError:
        return None


def _is_same(one: Answer | None, other: Answer | None) -> bool:
    return one is not None and other is not None and same_answer(one, other, _RTOL)


def _in_the_form_of(told: Answer | None, heard: Heard) -> Heard:
    """A learner's code may return the dict in a History, or a part of it, or the number in a tensor: then so does the variant."""
    answer, inside = heard.answer, heard.inside
    if told is None or answer is None or inside is None:
        return heard
    if isinstance(told.value, dict):
        named: dict[str, Any] = {name: inside[name] for name in told.value if name in inside}
        return replace(heard, answer=replace(answer, value=named))
    value = inside.get("value")
    if kind_of(told.value) == "number" and isinstance(value, np.ndarray) and value.ndim == 0:
        return replace(heard, answer=replace(answer, value=value[()]))
    return heard
