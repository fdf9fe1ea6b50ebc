"""Gradebooks for tests: real reports of real files, given to students with whatever names a class can have."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from grader.classroom.records import Entry, Gradebook, Override, Student
from grader.results import CheckResult, Isolation, Outcome, Report
from helpers.command import ROOT
from helpers.grading import reports_of

DUE = datetime(2026, 11, 20, 12, tzinfo=UTC)
NAMES = (
    "Ada Lovelace",
    "김철수",
    "김철수",
    '=HYPERLINK("http://example.org","x")',
    'O\'Neil, "Bob"; the\nsecond',
    "<script>alert(1)</script>",
    "@admin",
    "-1+2",
)
_FILES = {
    "right": ROOT / "solutions" / "exercise1_activations.py",
    "stub": ROOT / "exercises" / "exercise1_activations.py",
    "wrong": ROOT / "tests" / "wrong" / "exercise1" / "softmax_axis_1_only.py",
    "sign": ROOT / "tests" / "wrong" / "exercise1" / "sigmoid_sign.py",
    "crash": ROOT / "tests" / "rogues" / "crash_kill_itself.py",
    "broken": ROOT / "tests" / "rogues" / "src_not_python.py",
}
_OTHER = ROOT / "solutions" / "exercise2_layer_shapes.py"


def report(name):
    """The report of one of these files as a store gives it back; all are graded in one session of the judge, once."""
    if name == "shapes":
        graded = reports_of("exercise2", (_OTHER,))[_OTHER, 0]
    else:
        graded = reports_of("exercise1", tuple(_FILES.values()))[_FILES[name], 0]
    return Report.from_dict(graded.to_dict())


def student(number, name, **columns):
    """A student with an id, an email address and further columns."""
    return Student(f"s{number:03}", name, f"student{number}@example.org", columns)


def entry(one, graded, *, max_points=20.0, exercise="exercise1", title="Activation functions", **more):
    """An entry of this student; `graded` is a report, or None where nothing was handed in."""
    values = {
        "student": one,
        "exercise": graded.exercise if graded else exercise,
        "title": graded.title if graded else title,
        "max_points": graded.max_points if graded else max_points,
        "note": "" if graded else "no file was handed in",
        "file": f"{one.key}/exercise1.py" if graded else None,
        "sha256": "0" * 64 if graded else None,
        "submitted": DUE if graded else None,
        "days_late": 0.0,
        "attempts": 1 if graded else 0,
        "report": graded,
        "earned": graded.points if graded else 0.0,
        "mark": graded.points if graded else 0.0,
        "override": None,
        "graded_at": DUE + timedelta(hours=1) if graded else None,
        "host": "lab" if graded else "",
    }
    return Entry(**values | more)


def gradebook(names=NAMES, **columns):
    """A class of these names: every sort of result, one late, one by hand, one without a file."""
    students = [student(number, name, **columns) for number, name in enumerate(names)]
    kinds = ("wrong", "right", "sign", "stub", "crash", "broken")
    entries = []
    for number, one in enumerate(students):
        entries.append(_entry_of(number, one, kinds))
        entries.append(
            entry(one, report("shapes")) if number % 3 else entry(one, None, exercise="exercise2", title="Shapes")
        )
    return Gradebook("Neural networks", str(ROOT), 7, tuple(students), ("exercise1", "exercise2"), tuple(entries))


def _entry_of(number, one, kinds):
    graded = report(kinds[number % len(kinds)])
    if number == 2:
        return entry(one, graded, days_late=1.5, mark=graded.points * 0.8)
    if number == 4:
        by_hand = Override(12.5, "The machine crashed, the code is fine.", DUE)
        return entry(one, graded, override=by_hand, mark=12.5)
    return entry(one, graded)


def invented(message, title="softmax: each row sums to 1", outcome=Outcome.FAILED, **more):
    """A report with one check that says this, whatever it is."""
    check = CheckResult("check_x", title, title.partition(":")[0], outcome, 0, 2, message, **more)
    return replace(report("stub"), checks=(check,), isolation=Isolation.PARTIAL, points=0, max_points=2)


def template(name):
    """The bytes of a file beside the tests."""
    return (Path(__file__).parents[1] / "gradebooks" / name).read_bytes()
