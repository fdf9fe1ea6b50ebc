"""What reads our exports elsewhere, as far as its rules go: the importers of Canvas and Moodle, and the schema of xunit2."""

import csv
import io
import re
from datetime import datetime
from xml.etree import ElementTree


class Refused(Exception):
    """The import was aborted as a whole."""


def canvas_import(data, students, assignments):
    """Marks by student and assignment after Canvas has read this; it knows {id: (name, sis, login)} and {id: title}."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=_canvas_delimiter(data)))
    header = rows[0]
    if "Student" not in header[0] or "ID" not in header[1]:
        raise Refused("invalid header row")
    first = header.index("Section") + 1
    columns = {number: _assignment(title, assignments) for number, title in enumerate(header) if number >= first}
    found = {}
    for row in rows[1:]:
        if "Points Possible" in row[0] or all(re.fullmatch(r"\s*(Muted|Manual Posting.*)?\s*", cell) for cell in row):
            continue
        who = _canvas_student(dict(zip(header, row, strict=False)), students)
        for number, assignment in columns.items():
            if assignment is not None:
                found[who, assignment] = _canvas_grade(row[number])
    return found


def _canvas_delimiter(data):
    lines = data.decode("utf-8-sig").splitlines()[:3]
    widths = {sign: {len(next(csv.reader([line], delimiter=sign))) for line in lines} for sign in ";,"}
    counts = {sign: max(found) if len(found) == 1 else 0 for sign, found in widths.items()}
    return ";" if counts[";"] > counts[","] else ","


def _assignment(title, assignments):
    if re.search(r"(Current|Final|Override) (Score|Points|Grade|Status)", title):
        return None
    match = re.search(r"\((\d+)\)\s*$", title)
    if match and int(match[1]) in assignments:
        return int(match[1])
    exact = [number for number, name in assignments.items() if name == title]
    if not exact:
        raise Refused(f"a new assignment is offered for {title}")
    return exact[0]


def _canvas_student(row, students):
    if row["ID"].strip().isdigit() and int(row["ID"]) in students:
        return int(row["ID"])
    for key, place in (("SIS User ID", 1), ("SIS Login ID", 2), ("Student", 0)):
        for number, values in students.items():
            if row.get(key) and row[key] == values[place]:
                return number
    raise Refused(f"a new student is offered for {row['Student']}")


def _canvas_grade(cell):
    cell = cell.strip()
    if re.fullmatch(r"-?[0-9.,]+%?", cell):
        *before, last = re.split(r"[,.]", cell)
        return f"{float(''.join(before) + '.' + last if before else last):.2f}"
    return None if cell in ("", "-") else cell


def moodle_import(data, users, grade="grade", feedback="feedback", most=100.0):
    """{user: (grade, feedback)} after Moodle has read this file, mapped as its teacher maps it. One fault refuses all of it."""
    header, *rows = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    if len(header) != 3 or len({title.strip() for title in header}) != 3:
        raise Refused("three different columns are mapped")
    found = {}
    for identity, value, words in rows:
        if identity == "":
            continue
        if identity not in users:
            raise Refused(f"no user {identity}")
        if value.strip() in ("", "-"):
            raise Refused(f"the grade of {identity} would be wiped")
        try:
            number = float(value)
        except ValueError:
            raise Refused(f"bad grade {value}") from None
        if number > most:
            raise Refused(f"{number} is above {most}")
        found[identity] = {grade: number, feedback: words}
    return found


_ATTRIBUTES = {
    "testsuites": ({"name"}, {"time", "tests", "failures", "errors"}),
    "testsuite": (
        {"name", "tests", "errors", "failures"},
        {"skipped", "time", "timestamp", "hostname", "id", "package", "file", "log", "url", "version", "group"},
    ),
    "testcase": ({"name"}, {"classname", "time", "file", "line", "group", "url"}),
    "failure": (set(), {"type", "message"}),
    "error": (set(), {"type", "message"}),
    "skipped": (set(), {"type", "message"}),
}
_INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase", "properties", "system-out", "system-err"},
    "testcase": {"failure", "error", "skipped", "system-out", "system-err"},
}


def assert_xunit2(data):
    """The rules of the schema that pytest's xunit2 family keeps; what is in the document comes back."""
    root = ElementTree.fromstring(data)
    assert root.tag == "testsuites"
    for element in root.iter():
        needed, allowed = _ATTRIBUTES[element.tag]
        assert needed <= set(element.attrib) <= needed | allowed, element.attrib
        assert {child.tag for child in element} <= _INSIDE.get(element.tag, set())
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(names) == len(set(names))
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(attribute)) == sum(case.find(tag) is not None for case in cases)
        assert float(suite.get("time")) >= 0
        if suite.get("timestamp"):
            datetime.fromisoformat(suite.get("timestamp"))
        for case in cases:
            assert float(case.get("time")) >= 0
            assert len(case) <= 1
            for found in case:
                assert found.text == found.get("message")
    return root
