"""Grade the stub, the solution and every variant of the bank; say in sentences what is not as it should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from grader.bank import Bank, Variant, load_bank, submission_of
from grader.books import load_words
from grader.course import Course, Exercise
from grader.diagnose import diagnose
from grader.errors import CourseError, SubmissionError
from grader.judge import Judge
from grader.language import _
from grader.learner import Forkservers, Learner
from grader.results import Outcome, Report, Verdict
from grader.submission import Submission, read_submission
from grader.verify.findings import Row, Verification

Advance = Callable[[], None]
SEEDS = 3
# What a variant may raise is its mistake; these mean that the variant itself is not sound.
_OWN_BUGS = ("NameError", "ImportError", "ModuleNotFoundError", "UnboundLocalError", "IndentationError")


def steps(course: Course, exercise: Exercise, *, sample: int | None = None) -> int:
    """How many submissions a verification grades: for a progress bar."""
    bank = load_bank(course.mistakes_of(exercise), exercise.functions)
    return 1 + SEEDS + len(_chosen(bank, sample))


def verify_exercise(
    judge: Judge,
    course: Course,
    forkservers: Forkservers,
    exercise: Exercise,
    seed: int,
    advance: Advance,
    *,
    sample: int | None = None,
) -> Verification:
    """Everything that must hold of one exercise; with `sample`, by so many mistakes of each function, one spelling each."""
    clerk = _Clerk(judge, forkservers, exercise, advance)
    bank = load_bank(course.mistakes_of(exercise), exercise.functions)
    seeds = tuple(range(seed, seed + SEEDS))
    load_words(course.old_words)  # the author hears of a fault in it now, and no learner later
    faults = [*_hint_faults(exercise), *_bank_faults(exercise, bank)]
    faults += _stub_faults(clerk, course, seed)
    reference = _read(course.solutions / exercise.file, exercise)
    faults += _solution_faults(clerk, reference, seeds)
    rows = tuple(_rows(clerk, bank, _chosen(bank, sample), reference, seed, faults))
    plan = judge.plans[exercise.id]
    if sample is None:  # a check may have its own mistake outside of the sample
        faults += _idle_checks(rows, {check.id: (check.function, check.stays) for check in plan.checks})
    checks = tuple((check.id, check.function) for check in plan.checks)
    return Verification(exercise.id, seeds, checks, rows, tuple(faults))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One submission to grade; with `only`, by the checks of one function."""

    submission: Submission
    seed: int
    only: str | None = None


def _chosen(bank: Bank, sample: int | None) -> list[Variant]:
    """The variants to grade: all, or some of each function, spread over the bank."""
    if sample is None:
        return list(bank.variants)
    chosen: list[Variant] = []
    for function in dict.fromkeys(variant.of for variant in bank.variants):
        roots = [variant for variant in bank.of(function) if variant.name == variant.mistake]
        chosen += roots[:: max(1, len(roots) // max(1, sample))]
    return chosen


class _Clerk:
    """Grades one submission after another, all in one worker: this is the author's own code."""

    def __init__(self, judge: Judge, forkservers: Forkservers, exercise: Exercise, advance: Advance) -> None:
        self.exercise = exercise
        self._judge = judge
        self._forkservers = forkservers
        self._advance = advance

    def grade(self, submissions: Sequence[_Entry], named: bool) -> Iterator[Report]:
        """A report for each entry; with `named`, mistakes are named."""
        walls = self._forkservers.walls(self.exercise)
        learner = Learner(self._forkservers.of(self.exercise), self.exercise, submissions[0].submission)
        with closing(learner):
            for entry in submissions:
                learner.reload(entry.submission)
                name = diagnose if named else None
                yield self._judge.grade(self.exercise, learner, entry.seed, walls.label, name, entry.only)
                self._advance()


def _read(path: Path, exercise: Exercise) -> Submission:
    try:
        return read_submission(path, exercise.file)
    except SubmissionError as error:
        raise CourseError(f"{path}: {error.sentence}") from error


def _hint_faults(exercise: Exercise) -> list[str]:
    sentence = _("{name} has no hint in assignments.yaml.")
    return [sentence.format(name=name) for name in exercise.functions if not exercise.hints.get(name)]


def _bank_faults(exercise: Exercise, bank: Bank) -> list[str]:
    none = _("{name} has no mistake in {file}.")
    faults = [none.format(name=name, file=bank.path.name) for name in exercise.functions if not bank.of(name)]
    twice = _("{mistake} has the same words as another mistake of {name}.")
    for name in exercise.functions:
        texts = {variant.mistake: variant.text for variant in bank.of(name)}
        count = Counter(texts.values())
        faults += [twice.format(mistake=m, name=name) for m, text in texts.items() if count[text] > 1]
    return faults


def _stub_faults(clerk: _Clerk, course: Course, seed: int) -> list[str]:
    exercise = clerk.exercise
    stub = _read(course.stubs / exercise.file, exercise)
    (report,) = list(clerk.grade([_Entry(stub, seed)], named=False))
    if report.reason:
        return [_("The stub cannot be graded: {reason}").format(reason=report.reason)]
    sentence = _("The stub at {check}: {outcome}, but a stub raises NotImplementedError only. {message}")
    return [
        sentence.format(check=check.id, outcome=check.outcome, message=check.message)
        for check in report.checks
        if check.outcome is not Outcome.NOT_IMPLEMENTED
    ]


def _solution_faults(clerk: _Clerk, reference: Submission, seeds: Sequence[int]) -> list[str]:
    faults = []
    entries = [_Entry(reference, seed) for seed in seeds]
    for seed, report in zip(seeds, clerk.grade(entries, named=True), strict=True):
        if report.reason:
            faults.append(_("The solution cannot be graded: {reason}").format(reason=report.reason))
        for check in report.checks:
            if check.outcome is not Outcome.PASSED:
                sentence = _("The solution with seed {seed} at {check}: {outcome}. {message}")
                values = {"check": check.id, "outcome": check.outcome, "message": check.message}
                faults.append(sentence.format(seed=seed, **values))
    return faults


def _rows(
    clerk: _Clerk, bank: Bank, variants: list[Variant], reference: Submission, seed: int, faults: list[str]
) -> Iterator[Row]:
    entries = [_Entry(_as_submission(reference, bank, v), seed, v.of) for v in variants]
    for variant, report in zip(variants, clerk.grade(entries, named=True), strict=True):
        faults += _variant_faults(variant, report)
        yield _row(variant, report)


def _as_submission(reference: Submission, bank: Bank, variant: Variant) -> Submission:
    return Submission(reference.file, submission_of(reference.source, bank, variant), variant.name)


def _row(variant: Variant, report: Report) -> Row:
    mine = [check for check in report.checks if check.function == variant.of]
    named = next((check.diagnosis.id for check in mine if check.diagnosis), None)
    return Row(
        variant=variant.name,
        mistake=variant.mistake,
        function=variant.of,
        points=report.points,
        named=named,
        outcomes={check.id: check.outcome for check in mine},
    )


def _variant_faults(variant: Variant, report: Report) -> list[str]:
    if report.outcome is Verdict.UNGRADABLE:
        return [_("{name} cannot be graded: {reason}").format(name=variant.name, reason=report.reason)]
    row = _row(variant, report)
    if not row.caught_by:
        return [_("{name} got away: no check of {function} catches it.").format(name=variant.name, function=variant.of)]
    faults = [f"{variant.name}: {why}" for why in sorted(_own_bugs(report, variant))]
    if row.named != variant.mistake:
        said = _("{name} is caught, but not named {mistake}: nothing was said.")
        if row.named:
            said = _("{name} is caught, but not named {mistake}: it was told “{named}”.")
        faults.append(said.format(name=variant.name, mistake=variant.mistake, named=row.named))
    return faults


def _own_bugs(report: Report, variant: Variant) -> set[str]:
    bugs = set()
    for check in report.checks:
        kind = check.message.partition(":")[0]
        if check.outcome is Outcome.RAISED and kind in _OWN_BUGS and kind != variant.raises:
            bugs.add(_("it ends with its own bug, {what}.").format(what=check.message.splitlines()[0]))
        if check.outcome in (Outcome.TIMED_OUT, Outcome.CRASHED):
            sentence = _("it loops: {message}.") if check.outcome is Outcome.TIMED_OUT else _("it crashes: {message}.")
            bugs.add(sentence.format(message=check.message))
    return bugs


def _idle_checks(rows: Sequence[Row], checks: dict[str, tuple[str, str]]) -> list[str]:
    """The checks that catch no mistake which no other check of the function catches, and say no reason to stay."""
    alone = {row.caught_by[0] for row in rows if len(row.caught_by) == 1}
    sentence = _(
        "{check} catches no mistake of {function} that another check does not catch. Add a mistake, drop the check, "
        "or give the reason with @stays."
    )
    return [
        sentence.format(check=check, function=function)
        for check, (function, stays) in checks.items()
        if check not in alone and not stays
    ]
