"""One person's reports as other autograders write theirs: check50, Exercism and PrairieLearn show them without a change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from grader import __version__
from grader.classroom.records import Entry
from grader.language import of_course
from grader.report.text import plain
from grader.results import CheckResult, Outcome, Report

# Neither right nor wrong: it waits for another check, or is itself broken.
_UNDECIDED = (Outcome.SKIPPED, Outcome.BROKEN)
_EXERCISM_VERSION = 3
_MOST_EXERCISM = 65_535
_MOST_PRAIRIELEARN = 1 << 20  # bytes of the whole document


def as_check50(entries: Iterable[Entry]) -> str:
    """What `check50 --output json` prints; `passed` is null where a check was not asked."""
    reports = _reports(entries)
    document: dict[str, Any] = {"slug": "/".join(report.exercise for report in reports), "version": __version__}
    reason = _reason(reports)
    if reason is None:
        document["results"] = [_check50(check) for check in _checks(reports)]
    else:
        actions = {"show_traceback": False, "message": reason}
        document["error"] = {"type": "Ungradable", "value": reason, "traceback": [], "actions": actions, "data": {}}
    return _document(document)


def as_exercism(entries: Iterable[Entry]) -> str:
    """Exercism's `results.json`, version 3: `error` where nothing could run, and then with a message."""
    reports = _reports(entries)
    reason = _reason(reports)
    checks = [] if reason is not None else list(_checks(reports))
    is_done = bool(checks) and all(check.outcome is Outcome.PASSED for check in checks)
    status = "error" if reason is not None else "pass" if is_done else "fail"
    message = None if reason is None else reason[:_MOST_EXERCISM]
    tests = [_exercism(check) for check in checks]
    return _document({"version": _EXERCISM_VERSION, "status": status, "message": message, "tests": tests})


def as_prairielearn(entries: Iterable[Entry]) -> str:
    """PrairieLearn's `results.json`; the details go where they would make it larger than it may be."""
    entries = list(entries)
    reports = _reports(entries)
    most = sum(entry.max_points for entry in entries)
    reason = _reason(reports)
    tests = [_prairielearn(check) for check in _checks(reports)]
    document = {
        "gradable": reason is None,
        "score": round(sum(entry.mark for entry in entries) / most, 4) if most else 0.0,
        "message": "",
        "output": "",
        "format_errors": [] if reason is None else [reason],
        "tests": tests,
    }
    text = _document(document)
    if len(text) > _MOST_PRAIRIELEARN:
        for test in tests:
            test["output"] = ""
        text = _document(document)
    return text


def _check50(check: CheckResult) -> dict[str, Any]:
    passed = None if check.outcome in _UNDECIDED else check.outcome is Outcome.PASSED
    cause: dict[str, Any] | None = None
    if passed is not True:
        help_ = _plain(check.diagnosis.text) if check.diagnosis else None
        cause = {"rationale": _plain(check.message), "help": help_}
        if check.got is not None and check.expected is not None:
            cause |= {"expected": plain(check.expected), "actual": plain(check.got)}
    return {
        "name": check.id,
        "description": _plain(check.title),
        "passed": passed,
        "log": [plain(check.call)] if check.call else [],
        "cause": cause,
        "data": {},
        "dependency": None,
    }


def _exercism(check: CheckResult) -> dict[str, Any]:
    passed = check.outcome is Outcome.PASSED
    return {
        "name": _plain(check.title),
        "status": "pass" if passed else "fail" if check.outcome is Outcome.FAILED else "error",
        "message": None if passed else _all(check)[:_MOST_EXERCISM],
        "output": "",
        "test_code": plain(check.call or check.id),
    }


def _prairielearn(check: CheckResult) -> dict[str, Any]:
    return {
        "name": check.id,
        "description": _plain(check.title),
        "points": check.points,
        "max_points": check.max_points,
        "message": _plain(check.diagnosis.text) if check.diagnosis else "",
        "output": "" if check.outcome is Outcome.PASSED else _all(check),
    }


def _all(check: CheckResult) -> str:
    shown = [
        f"{word}: {value}" for word, value in (("got", check.got), ("expected", check.expected)) if value is not None
    ]
    named = [of_course(check.diagnosis.text)] if check.diagnosis else []
    return plain("\n".join([*named, _plain(check.message), *shown]))


def _plain(text: str) -> str:
    return plain(of_course(text))


def _reports(entries: Iterable[Entry]) -> list[Report]:
    return [entry.report for entry in entries if entry.report]


def _reason(reports: Sequence[Report]) -> str | None:
    """Why nothing could run; None where anything did."""
    reasons = [report.reason for report in reports if report.reason is not None]
    if len(reasons) < len(reports):
        return None
    return plain("\n".join(reasons) or "nothing was handed in")


def _checks(reports: Sequence[Report]) -> list[CheckResult]:
    return [check for report in reports for check in report.checks]


def _document(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=2, allow_nan=False) + "\n"
