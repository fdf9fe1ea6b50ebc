"""One student's exercises as Gradescope's `results.json`: one test a check, the marks as they count."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from grader.classroom.records import Entry, Gradebook
from grader.errors import UsageError
from grader.language import _, of_course
from grader.report.marks import entries_of, file_names, has_mark, obstacle, total
from grader.report.text import plain
from grader.report.words import detail_of
from grader.results import CheckResult, Outcome

_DAY = 24 * 60 * 60


def as_results(entries: Iterable[Entry], metadata: Mapping[str, Any] | None = None) -> str:
    """The document of these entries. `score` is the sum of the marks, which a late policy or the teacher may have changed."""
    entries = tuple(entries)
    score, most = total(entries)
    late = days_late(metadata or {})
    document: dict[str, Any] = {
        "score": round(score, 2),
        "execution_time": round(sum(entry.report.seconds for entry in entries if entry.report), 3),
        "output": _words(entries, score, most, late),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {
            "max_points": most,
            "isolation": {entry.exercise: entry.report.isolation.value for entry in entries if entry.report},
            "days_late": late,
        },
        "tests": [_test(check, f"{n}.{m}") for n, entry in enumerate(entries, 1) for m, check in _checks(entry)],
    }
    return json.dumps(document, indent=2, allow_nan=False) + "\n"


def as_folder(gradebook: Gradebook) -> dict[str, str]:
    """Of each student who has a mark a folder with a `results.json`."""
    names = file_names(gradebook.students)
    return {
        f"{names[key]}/results.json": as_results(entries)
        for key, entries in entries_of(gradebook).items()
        if any(map(has_mark, entries))
    }


def read_metadata(text: str, source: str) -> dict[str, Any]:
    """Gradescope's `submission_metadata.json`. Raises `UsageError` for anything else."""
    try:
        metadata = json.loads(text)
        days_late(metadata)
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(
            _("{source} is not a submission_metadata.json of Gradescope.").format(source=source)
        ) from error
    return dict(metadata)


def days_late(metadata: Mapping[str, Any]) -> float:
    """Days from the due date to the instant of submission, as Gradescope recorded both; a rerun changes neither."""
    created, due = metadata.get("created_at"), (metadata.get("assignment") or {}).get("due_date")
    if not created or not due:
        return 0.0
    seconds = (datetime.fromisoformat(created) - datetime.fromisoformat(due)).total_seconds()
    return round(max(0.0, seconds / _DAY), 4)


def _checks(entry: Entry) -> enumerate[CheckResult]:
    return enumerate(entry.report.checks if entry.report else (), 1)


def _test(check: CheckResult, number: str) -> dict[str, Any]:
    return {
        "name": plain(of_course(check.title)),
        "number": number,
        "score": check.points,
        "max_score": check.max_points,
        "status": "passed" if check.outcome is Outcome.PASSED else "failed",
        "output": _output(check),
        "output_format": "text",
        "tags": [check.id, check.function, check.outcome.value],
        "visibility": "visible",
    }


def _output(check: CheckResult) -> str:
    named = [of_course(check.diagnosis.text)] if check.diagnosis else []
    return plain("\n".join(filter(None, [*named, detail_of(check)])))


def _words(entries: tuple[Entry, ...], score: float, most: float, late: float) -> str:
    lines = [_("{points:g} of {most:g} points").format(points=score, most=most)]
    for entry in entries:
        why = obstacle(entry)
        lines += [f"{entry.exercise}: {why}"] if why else []
        if entry.override:
            lines.append(
                _("{exercise}: the mark was set by hand: {reason}").format(
                    exercise=entry.exercise, reason=entry.override.reason
                )
            )
    if late:
        lines.append(_("Handed in {days:.1f} days late.").format(days=late))
    return plain("\n".join(lines))
