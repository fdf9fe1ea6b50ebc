"""The exports, read back by what will read them elsewhere: no name and no message gets lost, runs, or breaks out of its place."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import datetime

import pandas
import pytest
from helpers.gradebook import NAMES, entry, gradebook, invented, report, student
from helpers.importers import assert_xunit2
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.classroom.records import Gradebook
from grader.errors import UsageError
from grader.files import write_whole
from grader.report.book import as_document, of_one_person, read_reports
from grader.report.cells import as_csv, defused, restored
from grader.report.feedback import as_folder, feedback
from grader.report.gradescope import as_results, days_late
from grader.report.junit import as_junit
from grader.report.markdown import block, inline
from grader.report.marks import file_names
from grader.report.tables import by_entry, by_student, for_excel
from grader.results import Outcome, Report

TEXTS = st.text(st.characters(codec=None), max_size=60) | st.text("=+-@'\t\r\n|`*_<>&[]()#0123. ab한", max_size=20)
CALCULATED = tuple("=+-@\t\r\n＝＋－＠")


def read(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sole(graded):
    """A gradebook of one nameless person, as of `--from`."""
    return of_one_person(read_reports(json.dumps(graded.to_dict()), "report.json"))


# ------------------------------------------------------------------------------------------------------------
# CSV
# ------------------------------------------------------------------------------------------------------------


def test_one_row_a_student_with_marks_and_their_sum():
    header, *rows = read(by_student(gradebook()))
    assert header[:6] == ["id", "name", "email", "exercise1", "exercise2", "total"]
    assert [restored(row[1]) for row in rows] == list(NAMES)
    assert rows[1][3:7] == ["20.00", "20.00", "40.00", "40.00"]
    assert rows[2][3] == "12.80"  # late
    assert rows[4][3] == "12.50"  # by hand
    assert rows[0][4] == ""  # nothing handed in is no 0
    assert rows[3][3] == "0.00"  # a stub handed in is


def test_pandas_reads_numbers_as_numbers_and_names_as_text():
    frame = pandas.read_csv(io.BytesIO(by_student(gradebook())))
    assert frame["exercise1"].dtype == float
    assert frame["exercise1"].sum() == pytest.approx(12 + 20 + 12.8 + 0 + 12.5 + 0 + 12 + 20)
    assert list(map(restored, frame["name"])) == list(NAMES)
    frame = pandas.read_csv(io.BytesIO(by_entry(gradebook())))
    assert len(frame) == 2 * len(NAMES)
    assert frame.loc[frame["exercise"] == "exercise2", "mark"].isna().sum() == 3
    assert "axis=-1" in frame["advice"][0]


def test_a_teacher_reads_why_a_file_could_not_be_graded():
    book = gradebook()
    broken = next(entry for entry in book.entries if entry.report and entry.report.reason)
    rows = {row["id"]: row["notes"] for row in csv.DictReader(io.StringIO(by_student(book).decode()))}
    assert " ".join(broken.report.reason.split()) in rows[broken.student.key]


def test_excel_gets_a_byte_order_mark_and_nothing_else():
    assert for_excel(gradebook()) == b"\xef\xbb\xbf" + by_student(gradebook())


@given(TEXTS)
def test_any_text_survives_a_cell_and_none_is_calculated(text):
    _header, (cell, number) = read(as_csv([["text", "number"], [text, 2.5]]))  # a mark at the very beginning is the encoding's
    assert not cell.startswith(CALCULATED) or re.fullmatch(r"[+-]?\d+(\.\d+)?", cell)
    assert number == "2.50"
    legal = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    if legal == text:
        assert restored(cell) == text


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "＝1", "'=1", "-", "- 5"])
def test_what_a_spreadsheet_would_calculate_is_text(text):
    assert defused(text) == f"'{text}"
    assert restored(defused(text)) == text


@pytest.mark.parametrize("text", ["-5", "+4.25", "12", "a=1", "'tis", "", "O'Neil", "Ada -"])
def test_what_is_harmless_stays_as_it_is(text):
    assert restored(defused(text)) == defused(text) == text


# ------------------------------------------------------------------------------------------------------------
# JSON
# ------------------------------------------------------------------------------------------------------------


def test_the_document_holds_everything():
    book = gradebook(section="A")
    document = json.loads(as_document(book))
    assert document["format"] == "neuralings-gradebook/1"
    assert [one["name"] for one in document["students"]] == list(NAMES)
    assert {one["columns"]["section"] for one in document["students"]} == {"A"}
    for found, kept in zip(document["entries"], book.entries, strict=True):
        assert (found["student"], found["mark"], found["earned"]) == (kept.student.key, kept.mark, kept.earned)
        assert (Report.from_dict(found["report"]) if found["report"] else None) == kept.report
        assert (datetime.fromisoformat(found["submitted"]) if found["submitted"] else None) == kept.submitted
    assert document["entries"][8]["override"]["reason"] == "The machine crashed, the code is fine."


def spoilt(name, value):
    """A report of which one value is another; a dot leads into its first check."""
    document = report("wrong").to_dict()
    *inside, name = name.split(".")
    (document["checks"][0] if inside else document)[name] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{",
        "5",
        "null",
        spoilt("points", float("nan")),
        spoilt("max_points", float("inf")).replace("Infinity", "1e999"),
        spoilt("points", 10**400),
        spoilt("points", "12"),
        spoilt("seconds", None),
        spoilt("title", 5),
        spoilt("reason", []),
        spoilt("outcome", "excellent"),
        spoilt("extra", 1),
        spoilt("checks.title", None),
        spoilt("checks.got", 3),
        spoilt("checks.points", "2"),
        spoilt("checks.diagnosis", {"id": "x", "text": None}),
        spoilt("checks.diagnosis", "x"),
    ],
    ids=range(18),
)
def test_what_grade_has_not_printed_is_refused_before_anything_is_made_of_it(text):
    with pytest.raises(UsageError, match=r"my\.json is not what `grade … --json` prints"):
        read_reports(text, "my.json")


# ------------------------------------------------------------------------------------------------------------
# JUnit
# ------------------------------------------------------------------------------------------------------------


def test_a_class_as_junit():
    root = assert_xunit2(as_junit(gradebook()))
    assert len(root) == 2 * len(NAMES)
    wrong = [case for case in root[0] if len(case)]
    assert {case[0].tag for case in wrong} == {"error", "skipped"}  # axis=1 raises, the rest waits for it
    assert "`axis=-1` is the last axis" in wrong[0][0].text
    sign = root[4].findall("testcase/failure")
    assert sign
    assert all("sigmoid" in found.text for found in sign)


@pytest.mark.parametrize(
    ("outcome", "tag"),
    [
        (Outcome.PASSED, None),
        (Outcome.FAILED, "failure"),
        (Outcome.NOT_IMPLEMENTED, "failure"),
        (Outcome.RAISED, "error"),
        (Outcome.TIMED_OUT, "error"),
        (Outcome.CRASHED, "error"),
        (Outcome.BROKEN, "error"),
        (Outcome.SKIPPED, "skipped"),
    ],
)
def test_each_outcome_has_its_tag(outcome, tag):
    (case,) = assert_xunit2(as_junit(sole(invented("why", outcome=outcome))))[0]
    assert [found.tag for found in case] == ([tag] if tag else [])


def test_what_cannot_be_graded_is_an_error_and_what_is_not_there_is_skipped():
    root = assert_xunit2(as_junit(sole(report("broken"))))
    assert "SyntaxError" in root.find("testsuite/testcase/error").text
    one = student(1, "Ada")
    book = Gradebook("", "", 1, (one,), ("exercise1",), (entry(one, None),))
    assert assert_xunit2(as_junit(book)).find("testsuite/testcase/skipped").text == "no file was handed in"
    unclear = Gradebook("", "", 1, (one,), ("exercise1",), (entry(one, None, file="a.py, b.py", note="There are 2 files."),))
    assert assert_xunit2(as_junit(unclear)).find("testsuite/testcase/error").text == "There are 2 files."


def test_two_checks_of_one_name_are_two_cases():
    graded = report("stub")
    twice = replace(graded, checks=(*graded.checks, graded.checks[0]))
    assert len(assert_xunit2(as_junit(sole(twice)))[0]) == len(graded.checks) + 1


@given(TEXTS, TEXTS)
def test_any_message_and_any_name_make_a_document(message, name):
    one = replace(student(1, name), key=name)
    book = Gradebook("", "", 1, (one,), ("exercise1",), (entry(one, invented(message, got=message)),))
    (case,) = assert_xunit2(as_junit(book))[0]
    assert "\x1b" not in case[0].text


# ------------------------------------------------------------------------------------------------------------
# Gradescope
# ------------------------------------------------------------------------------------------------------------

FORMATS = {"text", "html", "simple_format", "md", "ansi"}
VISIBILITIES = {"visible", "hidden", "after_due_date", "after_published"}
METADATA = {
    "created_at": "2026-11-20T15:00:00.000000-08:00",
    "assignment": {"due_date": "2026-11-19T15:00:00.000000-08:00", "late_due_date": None, "total_points": "20.0"},
}


def assert_gradescope(document):
    """By the documented fields, and no others."""
    assert isinstance(document["score"], (int, float))
    assert {document[name] for name in document if name.endswith("_format")} <= FORMATS
    assert {document[name] for name in document if name.endswith("visibility")} <= VISIBILITIES
    known = {"score", "execution_time", "output", "extra_data", "tests", "leaderboard", "output_format"}
    assert set(document) <= known | {"test_output_format", "test_name_format", "visibility", "stdout_visibility"}
    for test in document["tests"]:
        assert set(test) <= {
            *("score", "max_score", "status", "name", "name_format", "number", "output", "output_format"),
            *("tags", "visibility", "extra_data"),
        }
        assert test["status"] in ("passed", "failed")
        assert 0 <= test["score"] <= test["max_score"]
        assert test["output_format"] in FORMATS
        assert test["visibility"] == "visible"  # were one hidden, the student would see no total


def test_results_for_gradescope():
    book = gradebook()
    document = json.loads(as_results(book.of(book.students[2])))
    assert_gradescope(document)
    assert document["score"] == 32.8  # the late policy's, not the sum of the tests
    assert sum(test["score"] for test in document["tests"]) == 36
    assert len({test["number"] for test in document["tests"]}) == len(document["tests"])
    by_hand = json.loads(as_results(book.of(book.students[4])))
    assert "The machine crashed, the code is fine." in by_hand["output"]


def test_lateness_comes_from_the_metadata_never_from_the_clock():
    document = json.loads(as_results(sole(report("right")).entries, METADATA))
    assert document["extra_data"]["days_late"] == 1.0
    assert "1.0 days late" in document["output"]
    assert document["score"] == 20  # Gradescope takes its own percentage
    assert days_late({**METADATA, "assignment": {"due_date": None}}) == 0.0
    assert days_late({}) == 0.0


def test_what_cannot_be_graded_tells_gradescope_why():
    document = json.loads(as_results(sole(report("broken")).entries))
    assert_gradescope(document)
    assert (document["score"], document["tests"]) == (0, [])
    assert "SyntaxError" in document["output"]


@given(TEXTS)
def test_any_message_makes_a_results_json(message):
    assert_gradescope(json.loads(as_results(sole(invented(message, call=message)).entries)))


# ------------------------------------------------------------------------------------------------------------
# Feedback
# ------------------------------------------------------------------------------------------------------------


def rendered(markdown):
    return MarkdownIt("commonmark").enable("table").render(markdown)


def words(html):
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_feedback_file_a_student_says_what_they_saw():
    book = gradebook()
    files = as_folder(book)
    assert len(files) == len(NAMES)
    html = rendered(files["Ada_Lovelace_s000.md"])
    assert "12 / 20" in html
    assert "<code>axis=-1</code> is the last axis" in html
    assert "softmax(np.array([0.3, 2.9, 4.0]))" in html
    assert "no file was handed in" in html
    assert "The mark was set by hand: The machine crashed" in words(rendered(feedback(book, book.students[4])))
    assert "1.5 days late: 16 points were earned, 12.8 count" in words(rendered(feedback(book, book.students[2])))


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_nothing_that_a_learner_wrote_leaves_its_place_in_the_feedback(message, name):
    quiet, loud = sole(invented("x", got="y")), sole(invented(message, got=message))
    called = replace(loud.students[0], name=name)
    tags, skeleton = (
        re.findall(r"</?\w+", rendered(feedback(book, one)))
        for book, one in ((loud, called), (quiet, quiet.students[0]))
    )
    # What stands between backticks may be code.
    assert [tag for tag in tags if "code" not in tag] == [tag for tag in skeleton if "code" not in tag]


@given(TEXTS)
def test_inline_text_is_one_paragraph_without_links(text):
    html = rendered("x " + inline(text))
    assert re.sub(r"</?code>", "", html).count("<") == 2


@given(TEXTS)
def test_a_block_is_one_block(text):
    assert re.findall(r"</?\w+", rendered(block(text))) == ["<pre", "<code", "</code", "</pre"]


@given(st.lists(TEXTS, max_size=8, unique=True))
def test_file_names_are_safe_and_all_different(names):
    students = [replace(student(number, name), key=f"{number}{name}") for number, name in enumerate(names)]
    found = list(file_names(students).values())
    assert len({name.casefold() for name in found}) == len(names)
    for name in found:
        assert re.fullmatch(r"[\w.-]+", name)
        assert not name.startswith((".", "-"))
        assert len(name.encode()) < 250


def test_the_longest_name_can_be_written(tmp_path):
    (name,) = file_names([student(1, "𝒜" * 100)]).values()
    write_whole(tmp_path / f"{name}-1000.md", b"x")
    assert len(list(tmp_path.iterdir())) == 1


def test_students_of_one_name_get_two_files():
    assert list(file_names([student(1, "김철수"), replace(student(2, "김철수"), key="S001")]).values()) == [
        "김철수_s001",
        "김철수_S001-2",
    ]
