"""`Judge.grade`: one submission of one exercise through its checks → `Report`."""

from __future__ import annotations

import hashlib
import importlib.util
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from grader.books import load_words, old_word
from grader.course import Course, Exercise
from grader.errors import CourseError, mended_by
from grader.judge.bench import Bench, Case
from grader.judge.outcomes import after_failed, result_of
from grader.language import _, of_course
from grader.learner import Learner, LearnerRaised, Unloadable
from grader.results import CheckResult, Diagnosis, Isolation, Outcome, Report, Verdict

# What is not written yet says so at every check that asks for it; only a wrong answer makes the later ones pointless.
_NO_OBSTACLE = (Outcome.PASSED, Outcome.NOT_IMPLEMENTED)
Diagnose = Callable[[Learner, "Plan", list[CheckResult]], list[CheckResult]]


@dataclass(frozen=True, eq=False)
class Check:
    """One collected check: pytest's item and what its author said of it."""

    item: Any
    id: str
    title: str
    function: str
    points: float
    after: tuple[str, ...]
    stays: str


@dataclass(frozen=True, eq=False)
class Plan:
    """An exercise with its checks in order and its reference solution, for a diagnosis to work with."""

    course: Course
    exercise: Exercise
    checks: tuple[Check, ...]
    reference: Callable[[], ModuleType]

    def reference_source(self) -> str:
        """The text of the reference solution, for a bank to run in."""
        return (self.course.solutions / self.exercise.file).read_text(encoding="utf-8")

    def old_word(self, error: LearnerRaised) -> Diagnosis | None:
        """What the course says of an exception that code from older books ends with."""
        return old_word(load_words(self.course.old_words), error.bases, error.text)


class Judge:
    """Grades submissions of the exercises whose checks have been collected."""

    def __init__(
        self, bench: Bench, course: Course, exercises: tuple[Exercise, ...], items: Mapping[str, list[Any]]
    ) -> None:
        self._bench = bench
        self.plans = {}
        for exercise in exercises:
            with mended_by(f"grade verify {exercise.id}"):
                self.plans[exercise.id] = _plan(course, exercise, items.get(f"check_{exercise.id}", []))

    def grade(
        self,
        exercise: Exercise,
        learner: Learner,
        seed: int,
        isolation: Isolation,
        diagnose: Diagnose | None = None,
        only: str | None = None,
    ) -> Report:
        """Run the checks of the exercise on this learner; name mistakes where a check failed.

        With `only`, just those of one function and what they come after.
        """
        begun = time.perf_counter()
        plan = self.plans[exercise.id]
        try:
            learner.ready()
        except Unloadable as error:
            return ungradable(exercise, _why_unloadable(plan, error), seed, isolation, time.perf_counter() - begun)
        checks = plan.checks if only is None else _needed_for(plan.checks, only)
        results = self._run_all(plan, checks, learner, seed)
        if diagnose is not None and any(result.outcome is not Outcome.PASSED for result in results):
            results = diagnose(learner, plan, results)
        return _report(exercise, results, seed, isolation, time.perf_counter() - begun)

    def _run_all(self, plan: Plan, checks: Sequence[Check], learner: Learner, seed: int) -> list[CheckResult]:
        results: dict[str, CheckResult] = {}
        for check in checks:
            waits_for = [results[name] for name in check.after if results[name].outcome not in _NO_OBSTACLE]
            if waits_for:
                results[check.id] = after_failed(check, waits_for[0].title)
            else:
                results[check.id] = self._run_one(plan, check, learner, seed)
        return list(results.values())

    def _run_one(self, plan: Plan, check: Check, learner: Learner, seed: int) -> CheckResult:
        numbers = numbers_from(seed, plan.exercise.id, check.id)
        learner.begin(check.id, int(numbers[0]))
        case = Case(learner, plan.reference, numbers, plan.exercise.settings)
        first = len(learner.calls)
        begun = time.perf_counter()
        error = self._bench.run(check.item, case)
        seconds = time.perf_counter() - begun
        return replace(result_of(check, error, learner.calls[first:]), seconds=seconds)


def _why_unloadable(plan: Plan, fault: Unloadable) -> str:
    """The fault's own sentence; below it, today's spelling where the error is that of an older book."""
    told = fault.error and plan.old_word(fault.error)
    return f"{fault.sentence}\n{told.text}" if told else fault.sentence


def ungradable(exercise: Exercise, reason: str, seed: int, isolation: Isolation, seconds: float = 0.0) -> Report:
    """The report of a submission that could not be run at all."""
    return Report(
        exercise=exercise.id,
        title=of_course(exercise.title),
        outcome=Verdict.UNGRADABLE,
        reason=reason,
        points=0,
        max_points=exercise.points,
        seed=seed,
        isolation=isolation,
        seconds=seconds,
        checks=(),
    )


def _report(exercise: Exercise, results: list[CheckResult], seed: int, isolation: Isolation, seconds: float) -> Report:
    passed = all(result.outcome is Outcome.PASSED for result in results)
    return Report(
        exercise=exercise.id,
        title=of_course(exercise.title),
        outcome=Verdict.PASSED if passed else Verdict.FAILED,
        reason=None,
        points=sum(result.points for result in results),
        max_points=exercise.points,
        seed=seed,
        isolation=isolation,
        seconds=seconds,
        checks=tuple(results),
    )


def _needed_for(checks: Sequence[Check], function: str) -> list[Check]:
    """The checks of one function, and those that they come after."""
    needed = {check.id for check in checks if check.function == function}
    for check in reversed(checks):  # a check comes after earlier ones only
        if check.id in needed:
            needed.update(check.after)
    return [check for check in checks if check.id in needed]


def numbers_from(seed: int, exercise: str, check: str) -> list[int]:
    """Eight 32-bit words from the seed and the name of a check or a picture, for its generators."""
    digest = hashlib.sha256(f"{seed}:{exercise}:{check}".encode()).digest()
    return [int.from_bytes(digest[i : i + 4], "big") for i in range(0, 32, 4)]


def _plan(course: Course, exercise: Exercise, items: list[Any]) -> Plan:
    path = course.checks_of(exercise)
    checks = tuple(_check(path, exercise, item) for item in items)
    if not checks:
        raise CourseError(_("{path}: there is no check in it; a check is a function called check_….").format(path=path))
    ids = [check.id for check in checks]
    for number, check in enumerate(checks):
        for name in check.after:
            if name not in ids[:number]:
                raise CourseError(
                    _("{path}: {id} comes after “{name}”, which is no earlier check.").format(
                        path=path, id=check.id, name=name
                    )
                )
    total = sum(check.points for check in checks)
    if total != exercise.points:
        raise CourseError(
            _("{path}: the checks are worth {total:g} points together, but assignments.yaml says {points:g}.").format(
                path=path, total=total, points=exercise.points
            )
        )
    return Plan(course, exercise, checks, reference_of(course, exercise))


def _check(path: Any, exercise: Exercise, item: Any) -> Check:
    title = (item.obj.__doc__ or "").strip().splitlines()
    function = title[0].partition(":")[0] if title else ""
    if function not in exercise.functions:
        raise CourseError(
            _('{path}: the docstring of {name} must begin with "function: …".').format(path=path, name=item.name)
        )
    marks = item.obj.__dict__
    return Check(
        item=item,
        id=item.name,
        title=title[0],
        function=function,
        points=marks.get("points", 1),
        after=marks.get("after", ()),
        stays=marks.get("stays", ""),
    )


def reference_of(course: Course, exercise: Exercise) -> Callable[[], ModuleType]:
    """The reference solution, imported when somebody asks for it."""
    loaded: list[ModuleType] = []

    def reference() -> ModuleType:
        if not loaded:
            path = course.solutions / exercise.file
            spec = importlib.util.spec_from_file_location(f"reference_{exercise.id}", path)
            if spec is None or spec.loader is None or not path.is_file():
                raise CourseError(_("The reference solution is missing: {path}.").format(path=path))
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            loaded.append(module)
        return loaded[0]

    return reference
