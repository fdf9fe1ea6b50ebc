"""What a class has in common: how the points lie, which checks were passed, which mistakes were made, what needs a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from grader.classroom.records import Entry, Gradebook, Student
from grader.language import N_, of_course
from grader.report.marks import entries_of, has_mark, is_handed_in, total
from grader.results import Isolation, Outcome, Verdict

# A submission is slow that takes this many times as long as the middle one of its exercise, and longer than a second.
_SLOW, _A_SECOND = 5.0, 1.0
_MOST_SLOW = 10
_LONGEST = 300
BINS = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """One exercise in numbers. `middle` and `mean` are of those who handed in something; None where nobody did."""

    exercise: str
    title: str
    max_points: float
    handed_in: int
    done: int
    late: int
    mean: float | None
    middle: float | None


@dataclass(frozen=True, slots=True)
class Rate:
    """One check: how many passed it, of how many whose submission could be graded."""

    exercise: str
    title: str
    passed: int
    graded: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """One sentence, and who got it."""

    exercise: str
    function: str
    text: str
    students: tuple[Student, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A submission that needs a look, and why; `seconds` where that is what it is about."""

    student: Student
    exercise: str
    why: str
    seconds: float | None = None


def summaries(gradebook: Gradebook) -> tuple[Summary, ...]:
    """Each exercise in numbers, in the order of the course."""
    return tuple(_summary(exercise, entries) for exercise, entries in _by_exercise(gradebook).items() if entries)


def shares(gradebook: Gradebook, exercise: str | None = None) -> tuple[float, ...]:
    """Of each student who handed in something the part of the points reached, from 0 to 1."""
    found = []
    for entries in entries_of(gradebook).values():
        chosen = [entry for entry in entries if exercise in (None, entry.exercise)]
        mark, most = total(chosen)
        if most and any(map(has_mark, chosen)):
            found.append(min(1.0, max(0.0, mark / most)))
    return tuple(found)


def bins(values: Sequence[float]) -> tuple[int, ...]:
    """How many lie in each tenth; who has everything is in the last."""
    counts = [0] * BINS
    for value in values:
        counts[min(BINS - 1, int(value * BINS))] += 1
    return tuple(counts)


def rates(gradebook: Gradebook) -> tuple[Rate, ...]:
    """Each check of each exercise, in the order of the course."""
    counted: dict[tuple[str, str], list[int]] = {}
    titles: dict[tuple[str, str], str] = {}
    for exercise, entries in _by_exercise(gradebook).items():
        for check in (check for entry in entries if entry.report for check in entry.report.checks):
            key = (exercise, check.id)
            titles[key] = check.title
            passed_and_all = counted.setdefault(key, [0, 0])
            passed_and_all[0] += check.outcome is Outcome.PASSED
            passed_and_all[1] += 1
    return tuple(Rate(key[0], titles[key], *counts) for key, counts in counted.items())


def mistakes(gradebook: Gradebook) -> tuple[Mistake, ...]:
    """What was said to whom, the most frequent first."""
    said: dict[tuple[str, str, str], dict[str, Student]] = {}
    for entry in gradebook.entries:
        for check in entry.report.checks if entry.report else ():
            if check.diagnosis:
                key = (entry.exercise, check.function, check.diagnosis.text)
                said.setdefault(key, {})[entry.student.key] = entry.student
    found = [Mistake(*key, tuple(students.values())) for key, students in said.items()]
    return tuple(sorted(found, key=lambda mistake: -len(mistake.students)))


def notices(gradebook: Gradebook) -> tuple[Notice, ...]:
    """Submissions that stopped, that ran behind fewer walls, that could not be graded, or were slow."""
    unsafe = [notice for entry in gradebook.entries for notice in _unsafe(entry)]
    return (*unsafe, *_slow(gradebook))


def _unsafe(entry: Entry) -> Iterator[Notice]:
    report = entry.report
    if report is None:
        if entry.file:
            yield Notice(entry.student, entry.exercise, entry.note or N_("has not been graded"))
        return
    outcomes = {check.outcome for check in report.checks}
    for outcome, why in _STOPPED.items():
        if outcome in outcomes:
            yield Notice(entry.student, entry.exercise, why)
    if report.outcome is Verdict.UNGRADABLE:
        why = of_course(report.reason) if report.reason else N_("could not be graded")
        yield Notice(entry.student, entry.exercise, _first_line(why))
    if report.isolation is not Isolation.FULL:
        yield Notice(entry.student, entry.exercise, N_("ran behind fewer walls than there should be"))


def _first_line(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"


_STOPPED = {
    Outcome.CRASHED: N_("crashed"),
    Outcome.TIMED_OUT: N_("timed out"),
    Outcome.BROKEN: N_("met a check that is itself broken"),
}


def _slow(gradebook: Gradebook) -> list[Notice]:
    found = []
    for exercise, entries in _by_exercise(gradebook).items():
        times = [(entry.report.seconds, entry) for entry in entries if entry.report]
        usual = median(seconds for seconds, _entry in times) if times else 0.0
        found += [
            Notice(entry.student, exercise, N_("was slow"), seconds)
            for seconds, entry in times
            if seconds > max(_A_SECOND, _SLOW * usual)
        ]
    return sorted(found, key=lambda notice: -(notice.seconds or 0))[:_MOST_SLOW]


def _summary(exercise: str, entries: Sequence[Entry]) -> Summary:
    marks = [entry.mark for entry in entries if has_mark(entry)]
    return Summary(
        exercise=exercise,
        title=entries[0].title,
        max_points=entries[0].max_points,
        handed_in=sum(map(is_handed_in, entries)),
        done=sum(entry.report is not None and entry.report.outcome is Verdict.PASSED for entry in entries),
        late=sum(entry.days_late > 0 for entry in entries),
        mean=fmean(marks) if marks else None,
        middle=median(marks) if marks else None,
    )


def _by_exercise(gradebook: Gradebook) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {exercise: [] for exercise in gradebook.exercises}
    for entry in gradebook.entries:
        found[entry.exercise].append(entry)
    return found
