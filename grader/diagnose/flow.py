"""The diagnosis of one submission: for each function that failed, a name, or words that are always true, or silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from grader import wire
from grader.bank import Bank, Variant, load_bank
from grader.diagnose.answers import Answer, answer_of, same_answer
from grader.diagnose.generic import generic_words
from grader.diagnose.replay import Replay
from grader.diagnose.stories import name_by_stories
from grader.diagnose.trace import shape_trace
from grader.judge.grading import Plan
from grader.learner import Call, Learner, LearnerFault
from grader.results import CheckResult, Diagnosis, Outcome

_SILENT = (Outcome.PASSED, Outcome.NOT_IMPLEMENTED, Outcome.SKIPPED, Outcome.BROKEN)
MIN_DIFFERENT = 2
_MAX_QUESTIONS = 12


def diagnose(learner: Learner, plan: Plan, results: list[CheckResult]) -> list[CheckResult]:
    """The same results, with the mistake named where it is known."""
    wrong = [result for result in results if result.outcome not in _SILENT]
    found = {}
    for function in dict.fromkeys(result.function for result in wrong):
        found[function] = _diagnose_function(learner, plan, function)
    traces = {name: shape_trace(learner, plan, name) for name in found if name in plan.exercise.trace}
    return [_with_words(result, found.get(result.function), traces.get(result.function)) for result in results]


def _with_words(result: CheckResult, diagnosis: Diagnosis | None, trace: str | None) -> CheckResult:
    if result.outcome in _SILENT:
        return result
    message = f"{result.message}\n{trace}" if trace else result.message
    return replace(result, diagnosis=diagnosis, message=message)


def _diagnose_function(learner: Learner, plan: Plan, function: str) -> Diagnosis | None:
    calls = [call for call in learner.calls if call.op == "call" and call.function == function]
    answers = [answer_of(call) for call in calls]
    if not calls or any(answer is None for answer in answers):
        return None  # a call that was never answered fits everything and nothing
    bank = _bank(plan)
    if plan.exercise.needs != "numpy":
        return name_by_stories(learner, plan, bank, function)
    replay = _replay(plan)
    record = [(call, answer) for call, answer in zip(calls, answers, strict=True) if answer is not None]
    named = _name(learner, replay, bank, function, record)
    return named or generic_words(function, [(call, answer, replay.answer(function, call)) for call, answer in record])


@lru_cache(maxsize=8)
def _bank(plan: Plan) -> Bank:
    return load_bank(plan.course.mistakes_of(plan.exercise), plan.exercise.functions)


@lru_cache(maxsize=8)
def _replay(plan: Plan) -> Replay:
    reference = (plan.course.solutions / plan.exercise.file).read_text(encoding="utf-8")
    return Replay(reference, _bank(plan), plan.exercise.file)


def _name(
    learner: Learner, replay: Replay, bank: Bank, function: str, record: Sequence[tuple[Call, Answer]]
) -> Diagnosis | None:
    # Small questions first: most variants fall at the first of them, and the large ones cost most.
    record = sorted(record, key=lambda pair: len(pair[0].sent))
    fitting = [variant for variant in bank.of(function) if _fits(replay, variant, record)]
    fitting = [variant for variant in fitting if _is_different(replay, function, variant, record)]
    if len(_mistakes(fitting)) > 1:
        fitting = _ask_until_one(learner, replay, function, fitting)
    mistakes = _mistakes(fitting)
    return Diagnosis(*mistakes.popitem()) if len(mistakes) == 1 else None


def _mistakes(variants: Iterable[Variant]) -> dict[str, str]:
    return {variant.mistake: variant.text for variant in variants}


def _fits(replay: Replay, variant: Variant, record: Sequence[tuple[Call, Answer]]) -> bool:
    return all(same_answer(answer, replay.answer(variant.name, call)) for call, answer in record)


def _is_different(
    replay: Replay, function: str, variant: Variant, record: Sequence[tuple[Call, Answer]]
) -> bool:
    different = 0
    for call, _ in record:
        different += not same_answer(replay.answer(variant.name, call), replay.answer(function, call))
        if different >= MIN_DIFFERENT:
            return True
    return False


def _ask_until_one(learner: Learner, replay: Replay, function: str, fitting: list[Variant]) -> list[Variant]:
    """Ask the learner's function what tells the fitting variants apart, until one mistake is left or nothing helps."""
    asked = 0
    for args in replay.probes(function):
        if len(_mistakes(fitting)) <= 1 or asked >= _MAX_QUESTIONS:
            break
        question = Call(function, wire.encode([args, {}]), "diagnosis")
        if not _tells_apart(replay, fitting, question):
            continue
        asked += 1
        answer = _ask(learner, function, args)
        if answer is None:
            return []
        fitting = [variant for variant in fitting if same_answer(answer, replay.answer(variant.name, question))]
    return fitting


def _tells_apart(replay: Replay, variants: Sequence[Variant], question: Call) -> bool:
    first, *others = (replay.answer(variant.name, question) for variant in variants)
    return any(not same_answer(first, other) for other in others)


def _ask(learner: Learner, function: str, args: list[object]) -> Answer | None:
    try:
        return answer_of(learner.ask_again(function, args))
    except LearnerFault:
        return None
