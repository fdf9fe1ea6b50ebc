"""The diagnosis of one submission: for each function that failed, a name, or words that are always true, or silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from grader import wire
from grader.bank import Bank, Variant, load_bank
from grader.diagnose.answers import MIN_DIFFERENT, Answer, answer_of, same_answer
from grader.diagnose.generic import generic_words
from grader.diagnose.inherited import inherited, raised_below
from grader.diagnose.replay import Replay
from grader.diagnose.stories import name_by_stories
from grader.diagnose.trace import shape_trace
from grader.judge.grading import Plan
from grader.language import of_course
from grader.learner import Call, Learner, LearnerRaised
from grader.results import CheckResult, Diagnosis, Outcome

_SILENT = (Outcome.PASSED, Outcome.NOT_IMPLEMENTED, Outcome.SKIPPED, Outcome.BROKEN)
_MAX_QUESTIONS = 12


def diagnose(learner: Learner, plan: Plan, results: list[CheckResult]) -> list[CheckResult]:
    """The same results, with the mistake named where it is known."""
    wrong = [result for result in results if result.outcome not in _SILENT]
    broken = tuple(dict.fromkeys(result.function for result in wrong))
    found = {function: _diagnose_function(learner, plan, function, broken) for function in broken}
    traces = {name: shape_trace(learner, plan, name) for name in found if name in plan.exercise.trace}
    return [_with_words(result, found.get(result.function), traces.get(result.function)) for result in results]


def _with_words(result: CheckResult, diagnosis: Diagnosis | None, trace: str | None) -> CheckResult:
    if result.outcome in _SILENT:
        return result
    message = f"{result.message}\n{trace}" if trace else result.message
    return replace(result, diagnosis=diagnosis, message=message)


def _diagnose_function(learner: Learner, plan: Plan, function: str, broken: tuple[str, ...]) -> Diagnosis | None:
    calls = [call for call in learner.calls if call.op == "call" and call.function == function]
    answers = [answer_of(call) for call in calls]
    old_word = _old_word(plan, calls)
    if not calls or any(answer is None for answer in answers):
        return old_word  # a call that was never answered fits everything and nothing
    bank = _bank(plan)
    if plan.exercise.needs != "numpy" or _has_objects(learner, calls):
        below = raised_below(function, calls, broken)
        return below or name_by_stories(learner, plan, bank, function) or old_word
    replay = _replay(plan)
    record = [(call, answer) for call, answer in zip(calls, answers, strict=True) if answer is not None]
    passed_on = inherited(learner, replay, function, record, broken) or _name(learner, replay, bank, function, record)
    return passed_on or old_word or _true_words(learner, replay, function, record)


def _old_word(plan: Plan, calls: Sequence[Call]) -> Diagnosis | None:
    """What the course says of the first exception in the record that code from older books ends with."""
    told = (plan.old_word(call.fault) for call in calls if isinstance(call.fault, LearnerRaised))
    return next((word for word in told if word is not None), None)


def _true_words(
    learner: Learner, replay: Replay, function: str, record: Sequence[tuple[Call, Answer]]
) -> Diagnosis | None:
    """Words that are true on every recorded call, and on the bank's questions: a check that stops early leaves few calls."""
    questions = [Call(function, wire.encode([args, {}]), "diagnosis") for args in replay.probes(function)][
        :_MAX_QUESTIONS
    ]
    answers = [answer_of(learner.ask_again(function, question.arguments()[0])) for question in questions]
    if any(answer is None for answer in answers):
        return None
    asked = [(call, answer) for call, answer in zip(questions, answers, strict=True) if answer is not None]
    return generic_words(
        function, [(call, answer, replay.answer(function, call)) for call, answer in [*record, *asked]]
    )


def _has_objects(learner: Learner, calls: Sequence[Call]) -> bool:
    """Whether the checks that made these calls had objects in the worker: only a worker can tell their story again."""
    checks = {call.check for call in calls}
    return any(call.op != "call" for call in learner.calls if call.check in checks)


@lru_cache(maxsize=8)
def _bank(plan: Plan) -> Bank:
    return load_bank(plan.course.mistakes_of(plan.exercise), plan.exercise.functions)


@lru_cache(maxsize=8)
def _replay(plan: Plan) -> Replay:
    return Replay(plan.reference_source(), _bank(plan), plan.exercise.file)


def _name(
    learner: Learner, replay: Replay, bank: Bank, function: str, record: Sequence[tuple[Call, Answer]]
) -> Diagnosis | None:
    # Small questions first: most variants fall at the first of them, and the large ones cost most.
    record = sorted(record, key=lambda pair: len(pair[0].sent))
    fitting = [variant for variant in bank.of(function) if _fits(replay, variant, record)]
    if fitting:
        asked = _ask_more(learner, replay, function, fitting, record)
        if asked is None:
            return None
        fitting = [variant for variant in fitting if _fits(replay, variant, asked)]
        fitting = [v for v in fitting if _differences(replay, function, v, [*record, *asked]) >= MIN_DIFFERENT]
        word_for_word = [v for v in fitting if _fits(replay, v, [*record, *asked], exact=True)]
        fitting = word_for_word or fitting
    mistakes = {variant.mistake: of_course(variant.text) for variant in fitting}
    return Diagnosis(*mistakes.popitem()) if len(mistakes) == 1 else None


def _fits(replay: Replay, variant: Variant, record: Sequence[tuple[Call, Answer]], *, exact: bool = False) -> bool:
    return all(same_answer(answer, replay.answer(variant.name, call), exact=exact) for call, answer in record)


def _differences(replay: Replay, function: str, variant: Variant, record: Sequence[tuple[Call, Answer]]) -> int:
    """On how many recorded calls the variant differs from the reference."""
    return sum(not same_answer(replay.answer(variant.name, c), replay.answer(function, c)) for c, _ in record)


def _ask_more(
    learner: Learner, replay: Replay, function: str, fitting: list[Variant], record: Sequence[tuple[Call, Answer]]
) -> list[tuple[Call, Answer]] | None:
    """Ask the learner's function what tells the fitting mistakes apart, or is evidence that is still missing.

    The answers, or None where one of these questions is not answered.
    """
    asked: list[tuple[Call, Answer]] = []
    evidence = {variant.name: _differences(replay, function, variant, record) for variant in fitting}
    # Where a check looked at the calls that the function makes, the questions look at them too.
    watched = next((call.watched for call, _ in record if call.watched), ())
    for args in replay.probes(function):
        if len(asked) >= _MAX_QUESTIONS or _is_settled(fitting, evidence):
            break
        question = Call(function, wire.encode([args, {}]), "diagnosis", watched=watched)
        if not _helps(replay, function, fitting, question, evidence):
            continue
        answer = answer_of(learner.ask_again(function, args, watched))
        if answer is None:
            return None
        asked.append((question, answer))
        fitting = [variant for variant in fitting if same_answer(answer, replay.answer(variant.name, question))]
        for variant in fitting:
            evidence[variant.name] += _differences(replay, function, variant, asked[-1:])
    return asked


def _is_settled(fitting: Sequence[Variant], evidence: Mapping[str, int]) -> bool:
    """Whether one mistake is left, and enough calls tell it from the reference."""
    if len({variant.mistake for variant in fitting}) > 1:
        return False
    return all(evidence[variant.name] >= MIN_DIFFERENT for variant in fitting)


def _helps(
    replay: Replay, function: str, fitting: Sequence[Variant], question: Call, evidence: Mapping[str, int]
) -> bool:
    answers = [replay.answer(variant.name, question) for variant in fitting]
    if len({variant.mistake for variant in fitting}) > 1 and any(not same_answer(answers[0], a) for a in answers[1:]):
        return True
    right = replay.answer(function, question)
    return any(
        evidence[variant.name] < MIN_DIFFERENT and not same_answer(answer, right)
        for variant, answer in zip(fitting, answers, strict=True)
    )
