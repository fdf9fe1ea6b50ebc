"""Reports as JUnit XML, by pytest's xunit2 rules and with what GitLab, Jenkins and the rest make of them in mind.

GitLab shows only the body of a failure, others only its `message`: the sentence stands in both. Of two cases with the same
class and name GitLab keeps the first: names are unique. XML 1.0 cannot hold control characters: they are shown as escapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from grader.classroom.records import Entry, Gradebook
from grader.language import _, of_course
from grader.report.marks import called
from grader.report.text import plain
from grader.report.words import detail_of
from grader.results import CheckResult, Outcome, Report

_WRONG = (Outcome.FAILED, Outcome.NOT_IMPLEMENTED)


def as_junit(gradebook: Gradebook) -> bytes:
    """One suite for each student and exercise, one case a check: a wrong answer is a failure, a crash or a timeout an error."""
    root = ElementTree.Element("testsuites", name="grade")
    for entry in gradebook.entries:
        root.append(_suite(entry))
    ElementTree.indent(root)
    document: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _suite(entry: Entry) -> ElementTree.Element:
    cases = list(_cases(entry))
    suite = ElementTree.Element(
        "testsuite", name=plain(" · ".join(filter(None, (entry.exercise, called(entry.student)))))
    )
    suite.set("tests", str(len(cases)))
    for attribute, tag in (("errors", "error"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("time", f"{entry.report.seconds if entry.report else 0:.3f}")
    if entry.graded_at:
        suite.set("timestamp", entry.graded_at.isoformat())
    if entry.host:
        suite.set("hostname", plain(entry.host))
    suite.extend(cases)
    return suite


def _cases(entry: Entry) -> Iterator[ElementTree.Element]:
    prefix = ".".join(filter(None, (entry.exercise, entry.student.key)))
    if entry.report is None:
        tag = "error" if entry.file else "skipped"
        yield _case(prefix, "submission", 0.0, tag, entry.note or _("Nothing was handed in."))
        return
    if entry.report.reason is not None:
        yield _case(prefix, "submission", entry.report.seconds, "error", entry.report.reason)
    yield from _checks(prefix, entry.report)


def _checks(prefix: str, report: Report) -> Iterator[ElementTree.Element]:
    taken: set[tuple[str, str]] = set()
    for check in report.checks:
        group = f"{prefix}.{check.function}"
        name, number = check.id.removeprefix("check_"), 1
        while (group, name) in taken:
            number += 1
            name = f"{check.id.removeprefix('check_')}_{number}"
        taken.add((group, name))
        yield _case(group, name, check.seconds, _tag(check.outcome), _sentence(check))


def _tag(outcome: Outcome) -> str | None:
    if outcome is Outcome.PASSED:
        return None
    if outcome is Outcome.SKIPPED:
        return "skipped"
    return "failure" if outcome in _WRONG else "error"


def _sentence(check: CheckResult) -> str:
    named = [of_course(check.diagnosis.text)] if check.diagnosis else []
    return "\n".join(filter(None, [of_course(check.title), *named, detail_of(check)]))


def _case(group: str, name: str, seconds: float, tag: str | None, sentence: str) -> ElementTree.Element:
    case = ElementTree.Element("testcase", classname=plain(group), name=plain(name), time=f"{seconds:.3f}")
    if tag is not None:
        found = ElementTree.SubElement(case, tag, message=plain(sentence))
        if tag == "skipped":
            found.set("type", "skipped")
        found.text = plain(sentence)
    return case
