"""One person's reports as other autograders write theirs: check50, Exercism and PrairieLearn show them without a change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from grader import __version__
from grader.classroom.records import Entry
from grader.language import _, of_course
from grader.report.marks import obstacle, total
from grader.report.text import plain
from grader.report.words import detail_of
from grader.results import CheckResult, Outcome

# Neither right nor wrong: it waits for another check, or is itself broken.
_UNDECIDED = (Outcome.SKIPPED, Outcome.BROKEN)
_EXERCISM_VERSION = 3
_MOST_EXERCISM = 65_535
_MOST_PRAIRIELEARN = 1 << 20  # bytes of the whole document


def as_check50(entries: Iterable[Entry]) -> str:
    """What `check50 --output json` prints; `passed` is null where a check was not asked."""
    entries = tuple(entries)
    slug = "/".join(entry.exercise for entry in entries if entry.report)
    document: dict[str, Any] = {"slug": slug, "version": __version__}
    reason = _reason(entries)
    if reason is None:
        document["results"] = [_check50(check) for check in _checks(entries)]
    else:
        actions = {"show_traceback": False, "message": reason}
        document["error"] = {"type": "Ungradable", "value": reason, "traceback": [], "actions": actions, "data": {}}
    return _document(document)


def as_exercism(entries: Iterable[Entry]) -> str:
    """Exercism's `results.json`, version 3: `error` where nothing could run, and then with a message."""
    entries = tuple(entries)
    reason = _reason(entries)
    checks = [] if reason is not None else _checks(entries)
    is_done = bool(checks) and all(check.outcome is Outcome.PASSED for check in checks)
    status = "error" if reason is not None else "pass" if is_done else "fail"
    message = None if reason is None else reason[:_MOST_EXERCISM]
    tests = [_exercism(check) for check in checks]
    return _document({"version": _EXERCISM_VERSION, "status": status, "message": message, "tests": tests})


def as_prairielearn(entries: Iterable[Entry]) -> str:
    """PrairieLearn's `results.json`; the details go where they would make it larger than it may be."""
    entries = tuple(entries)
    mark, most = total(entries)
    reason = _reason(entries)
    tests = [_prairielearn(check) for check in _checks(entries)] if reason is None else []
    document = {
        "gradable": reason is None,
        "score": round(mark / most, 4) if most else 0.0,
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
    named = [of_course(check.diagnosis.text)] if check.diagnosis else []
    return plain("\n".join(filter(None, [*named, detail_of(check)])))


def _plain(text: str) -> str:
    return plain(of_course(text))


def _reason(entries: Sequence[Entry]) -> str | None:
    """Why nothing could run; None where anything did."""
    if any(entry.report and entry.report.reason is None for entry in entries):
        return None
    return plain("\n".join(dict.fromkeys(map(_why_not, entries))) or _("Nothing was handed in."))


def _why_not(entry: Entry) -> str:
    return obstacle(entry) or _("Nothing was handed in.")


def _checks(entries: Iterable[Entry]) -> list[CheckResult]:
    """All checks. Of an exercise that could not be graded one that is not passed, or the others would look like everything."""
    found: list[CheckResult] = []
    for entry in entries:
        if entry.report and entry.report.reason is None:
            found += entry.report.checks
        else:
            found.append(_not_graded(entry))
    return found


def _not_graded(entry: Entry) -> CheckResult:
    return CheckResult(
        id=entry.exercise,
        title=entry.title,
        function=entry.exercise,
        outcome=Outcome.RAISED,
        points=entry.mark,
        max_points=entry.max_points,
        message=_why_not(entry),
    )


def _document(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=2, allow_nan=False) + "\n"
