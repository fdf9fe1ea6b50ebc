"""Gradebooks of Canvas and Moodle: filled in, then read by the rules of their importers. No mark goes to the wrong person."""

import csv
import io
from dataclasses import replace

import pytest
from helpers.gradebook import NAMES, entry, gradebook, report, student
from helpers.importers import Refused, canvas_import, moodle_import
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.classroom.records import Gradebook, Student
from grader.errors import UsageError
from grader.report.canvas import fill_canvas
from grader.report.moodle import for_moodle
from grader.report.sheet import read_sheet

ADA, GRACE, CHUL = (
    Student("s001", "Ada Lovelace", "ada@example.org"),
    Student("s002", "Grace Hopper", "grace@example.org"),
    Student("s003", "김철수", "chul@example.org"),
)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Exercise 1 (4711),Essay (99),Final Score\r\n"
    "    Points Possible,,,,,20,10,(read only)\r\n"
    '"Lovelace, Ada",17,s001,ada,Group A,,7.00,"70,0"\r\n'
    '"Hopper, Grace",18,s002,grace,"Group, B",13.50,,\r\n'
    "김철수,19,s003,chul,Group A,EX,-,\r\n"
    '"Student, Test",20,,x,Group A,,,\r\n'
)
PEOPLE = {
    17: ("Lovelace, Ada", "s001", "ada"),
    18: ("Hopper, Grace", "s002", "grace"),
    19: ("김철수", "s003", "chul"),
    20: ("Student, Test", "", "x"),
}
ASSIGNMENTS = {4711: "Exercise 1", 99: "Essay"}


def book(*pairs, title="Activation functions"):
    """A gradebook of (student, mark)."""
    graded = report("right")
    entries = tuple(entry(one, graded, title=title, mark=mark, earned=mark) for one, mark in pairs)
    return Gradebook("Networks", "", 1, tuple(one for one, _mark in pairs), ("exercise1",), entries)


def filled(text, marks, asked=None, **more):
    data, filling = fill_canvas(read_sheet(text.encode(), "export.csv"), marks, asked, **more)
    return data, filling


# ------------------------------------------------------------------------------------------------------------
# Canvas
# ------------------------------------------------------------------------------------------------------------


def test_canvas_reads_the_marks_and_nothing_else_has_changed():
    data, filling = filled(CANVAS, book((ADA, 8.5), (GRACE, 14.256), (CHUL, 20)))
    found = canvas_import(data, PEOPLE, ASSIGNMENTS)
    before = canvas_import(CANVAS.encode(), PEOPLE, ASSIGNMENTS)
    assert {key for key in found if found[key] != before[key]} == {(17, 4711), (18, 4711)}
    assert (found[17, 4711], found[18, 4711], found[19, 4711]) == ("8.50", "14.26", "EX")
    lines, old = data.decode().splitlines(), CANVAS.splitlines()
    assert [lines[0], lines[1], lines[4], lines[5]] == [old[0], old[1], old[4], old[5]]
    assert [(change.old, change.new) for change in filling.changes] == [("", "8.50"), ("13.50", "14.26")]
    assert "김철수 is excused from exercise1: nothing is filled in." in filling.notes


def test_a_mark_is_lowered_only_if_that_is_asked_for():
    data, filling = filled(CANVAS, book((GRACE, 10)))
    assert data == CANVAS.encode()
    assert any("keeps 13.50 for exercise1: 10.00 would be lower (--allow-lower" in note for note in filling.notes)
    data, filling = filled(CANVAS, book((GRACE, 10)), allow_lower=True)
    assert canvas_import(data, PEOPLE, ASSIGNMENTS)[18, 4711] == "10.00"
    assert "Hopper, Grace · exercise1: 13.50 → 10.00" in filling.lines()


def test_the_same_at_two_decimals_is_no_change():
    data, filling = filled(CANVAS.replace("13.50", "13.5"), book((GRACE, 13.4999)))
    assert (data, filling.changes) == (CANVAS.replace("13.50", "13.5").encode(), [])


def test_nothing_handed_in_leaves_the_cell_alone():
    marks = book((ADA, 8))
    nothing = replace(marks, students=(*marks.students, GRACE), entries=(*marks.entries, entry(GRACE, None)))
    data, _filling = filled(CANVAS, nothing, allow_lower=True)
    assert canvas_import(data, PEOPLE, ASSIGNMENTS)[18, 4711] == "13.50"


def test_who_is_missing_on_either_side_is_listed():
    stranger = Student("s777", "Alan Turing")
    _data, filling = filled(CANVAS, book((ADA, 8), (stranger, 9)))
    assert "Alan Turing is not in the gradebook there." in filling.notes
    assert "“Student, Test” there is nobody here: nothing is filled in." in filling.notes


@pytest.mark.parametrize(
    "one",
    [
        Student("17", "lovelaceada"),  # as a download from Canvas names its files
        Student("s001", "Ada Lovelace"),
        Student("ada", "Ada Lovelace"),
        Student("x", "Ada Lovelace", columns={"canvas_id": "17"}),
        Student("x", "Ada Lovelace", columns={"sis_user_id": "s001"}),
        Student("x", "Ada Lovelace", columns={"SIS User ID": " s001 "}),
        Student("x", "A. L.", columns={"sis_login_id": "ada"}),
        Student("7", "Ada Lovelace"),
        Student("7", "LOVELACE, ada"),
    ],
    ids=str,
)
def test_a_student_is_found_by_id_login_or_name(one):
    text = CANVAS if one.name != "A. L." else CANVAS.replace("Lovelace, Ada", "A. Lovelace")
    data, _filling = filled(text, book((one, 8.5)))
    assert b",ada,Group A,8.50," in data


def test_an_id_that_belongs_to_another_name_gets_no_mark():
    data, filling = filled(CANVAS, book((Student("17", "Alan Turing"), 9), (Student("18", "Grace Hopper"), 15)))
    assert b"15.00" in data
    assert b"9.00" not in data
    assert "“Lovelace, Ada” there has the id of “Alan Turing” here." in filling.notes


def test_numbers_of_two_kinds_are_not_mixed_up():
    """Our ids are SIS ids here, and one of them is another student's Canvas id."""
    text = CANVAS.replace("s001", "18").replace("s002", "17")
    students = Student("18", "Ada L."), Student("17", "G. Hopper"), Student("s003", "김철수")
    data, _filling = filled(text, book(*zip(students, (8, 15, 9), strict=True)))
    assert b"ada,Group A,8.00" in data
    assert b'grace,"Group, B",15.00' in data


def test_two_students_of_one_name_are_told_apart_or_left_out():
    text = CANVAS.replace('"Hopper, Grace",18', "김철수,18")
    kims = Student("s002", "김철수"), Student("s003", "김철수")
    assert b'18,s002,grace,"Group, B",15.00' in filled(text, book((kims[0], 15), (kims[1], 1)))[0]
    strangers = Student("a", "김철수"), Student("b", "김철수")
    data, filling = filled(text, book((strangers[0], 15), (strangers[1], 16)))
    assert data == text.encode()
    assert "“김철수” could be any of 2 students here." in filling.notes


def test_one_student_and_two_rows_of_that_name_gets_no_mark():
    text = CANVAS.replace('"Hopper, Grace",18', "김철수,18").replace("EX", "")
    data, filling = filled(text, book((Student("x", "김철수"), 15)))
    assert data == text.encode()
    assert "Several rows there belong to “x”." in filling.notes


def test_the_column_is_found_by_title_or_asked_for_by_id():
    for header in (
        "Exercise 1 (4711)",
        "exercise1",
        "Activation functions (4711)",
        "Exercise 1: Activation functions (1)",
    ):
        data, _filling = filled(CANVAS.replace("Exercise 1 (4711)", header), book((ADA, 8)))
        assert b"Group A,8.00," in data
    other = CANVAS.replace("Exercise 1 (4711)", "Week 1 (4711)")
    for asked in ("4711", "Week 1 (4711)"):
        assert b"Group A,8.00," in filled(other, book((ADA, 8)), {"exercise1": asked})[0]
    with pytest.raises(UsageError, match=r"Week 1 \(4711\), Essay"):
        filled(other, book((ADA, 8)))
    with pytest.raises(UsageError, match="no single column"):
        filled(other, book((ADA, 8)), {"exercise1": "4712"})
    with pytest.raises(UsageError, match="could be any of these columns"):
        filled(CANVAS.replace("Essay (99)", "Exercise 1 (98)"), book((ADA, 8)))


def test_read_only_columns_and_totals_are_never_filled():
    for text in (
        CANVAS.replace(",20,10,", ",(read only),10,"),
        CANVAS.replace("Exercise 1 (4711)", "Exercise 1 Current Score"),
    ):
        with pytest.raises(UsageError, match="No column there is called like an exercise"):
            filled(text, book((ADA, 8)))


def test_other_points_possible_are_converted_and_that_is_said():
    data, filling = filled(CANVAS.replace(",20,10,", ",10,10,"), book((ADA, 17)))
    assert canvas_import(data, PEOPLE, ASSIGNMENTS)[17, 4711] == "8.50"
    assert "exercise1 counts 20 points here and 10 there: every mark is converted." in filling.notes


def test_semicolons_a_byte_order_mark_and_muted_rows_are_kept():
    rows = list(csv.reader(io.StringIO(CANVAS, newline="")))
    rows.insert(1, ["", "", "", "", "", "Manual Posting", "", ""])
    rows[4][5] = "13,5"
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    text = "\ufeff" + out.getvalue()
    data, filling = filled(text, book((ADA, 8.5), (GRACE, 14)))
    assert data.startswith(b"\xef\xbb\xbfStudent;ID")
    assert [(change.old, change.new) for change in filling.changes] == [("", "8.50"), ("13,5", "14.00")]
    found = canvas_import(data, PEOPLE, ASSIGNMENTS)
    assert (found[17, 4711], found[18, 4711]) == ("8.50", "14.00")


def test_a_letter_stays():
    text = CANVAS.replace("13.50", "B+")
    data, filling = filled(text, book((GRACE, 14)), allow_lower=True)
    assert data == text.encode()
    assert any("has “B+” for exercise1, which is no number" in note for note in filling.notes)


def test_what_canvas_did_not_export_is_refused():
    for text in ("a,b\n1,2\n", "Name,ID,Section,Exercise 1\nAda,1,A,\n"):
        with pytest.raises(UsageError, match="not a gradebook of Canvas"):
            filled(text, book((ADA, 8)))
    for data in (b"", b"one column\n1\n", b"\xff\xfe", b"\x80\x81,\n1,2\n"):
        with pytest.raises(UsageError):
            read_sheet(data, "export.csv")


@pytest.mark.parametrize("order", ["le", "be"])
def test_a_sheet_in_utf_16_keeps_its_byte_order(order):
    data = f"\ufeff{CANVAS}".encode(f"utf-16-{order}")
    sheet = read_sheet(data, "export.csv")
    assert sheet.header[0] == "Student"
    assert sheet.filled({}) == data
    found, _filling = fill_canvas(sheet, book((ADA, 8.5)))
    assert found.decode(f"utf-16-{order}") == "\ufeff" + CANVAS.replace("Group A,,7.00", "Group A,8.50,7.00")


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_any_sheet_keeps_every_cell_that_is_not_filled(rows, newline):
    rows = [["a", "b", "c"], *rows]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=newline, quoting=csv.QUOTE_ALL).writerows(rows)
    sheet = read_sheet(out.getvalue().encode(), "x.csv")
    assert [list(row) for row in sheet.rows] == rows
    assert sheet.filled({}) == out.getvalue().encode()
    rows[1][2] = "8.50"
    again = list(csv.reader(io.StringIO(sheet.filled({(1, 2): "8.50"}).decode(), newline="")))
    assert again == rows


# ------------------------------------------------------------------------------------------------------------
# Moodle
# ------------------------------------------------------------------------------------------------------------

MOODLE = (
    'First name,Last name,ID number,이메일 주소,"Assignment: Exercise 1 (Real)",Last downloaded from this course\n'
    "Ada,Lovelace,s001,ada@example.org,-,1795200000\n"
    "Grace,Hopper,s002,Grace@example.org,13.50,1795200000\n"
    "철수,김,s003,chul@example.org,,1795200000\n"
)


def test_moodle_reads_grades_with_their_feedback():
    marks = gradebook()
    files, filling = for_moodle(marks)
    assert sorted(files) == ["exercise1.csv", "exercise2.csv"]
    users = {one.email for one in marks.students}
    found = moodle_import(files["exercise1.csv"], users)
    assert len(found) == len(NAMES)
    assert found["student2@example.org"]["grade"] == 12.8
    assert "Handed in 1.5 days late." in found["student2@example.org"]["feedback"]
    assert "axis=-1" in found["student0@example.org"]["feedback"]
    assert "&lt;html&gt;" in found["student5@example.org"]["feedback"]  # a line of the student's own file
    assert all(row["feedback"] for row in found.values())
    assert len(moodle_import(files["exercise2.csv"], users)) == 5  # an empty cell would wipe a grade
    assert filling.notes == []


def test_the_identity_is_what_most_students_have():
    students = [
        replace(student(n, f"N{n}"), email="", columns={"User_Name" if n == 1 else "username": f"u{n}"} if n else {})
        for n in range(3)
    ]
    files, filling = for_moodle(book(*((one, 5) for one in students)))
    assert list(moodle_import(files["exercise1.csv"], {"u1", "u2"})) == ["u1", "u2"]
    assert filling.notes == ["N0 is left out: no Username is known that Moodle would know."]
    with pytest.raises(UsageError, match="The roster has none of these columns"):
        for_moodle(book((Student("a", "Ada"), 5)))


def test_one_unknown_user_would_abort_it_all_so_a_template_decides():
    stranger = Student("s777", "Alan Turing", "alan@example.org")
    grace = replace(GRACE, email="grace@example.org")  # Moodle tells capital letters apart
    marks = book((ADA, 8.5), (grace, 14), (CHUL, 0), (stranger, 20))
    files, filling = for_moodle(marks, read_sheet(MOODLE.encode(), "grades.csv"))
    found = moodle_import(files["exercise1.csv"], {"s001", "s002", "s003"})  # all have an id number there
    assert {key: row["grade"] for key, row in found.items()} == {"s001": 8.5, "s002": 14, "s003": 0}
    assert [(change.old, change.new) for change in filling.changes] == [("-", "8.50"), ("13.50", "14.00"), ("", "0.00")]
    assert any("Alan Turing is left out" in note for note in filling.notes)
    without, _filling = for_moodle(marks)
    with pytest.raises(Refused, match="alan"):
        moodle_import(without["exercise1.csv"], {"ada@example.org", "grace@example.org", "chul@example.org"})


def test_the_identity_is_found_by_what_stands_in_the_column_not_by_its_title():
    students = [replace(one, key=f"k{n}") for n, one in enumerate((ADA, CHUL))]
    files, _filling = for_moodle(book(*((one, 5) for one in students)), read_sheet(MOODLE.encode(), "grades.csv"))
    assert files["exercise1.csv"].decode().startswith("이메일 주소,Assignment: Exercise 1 (Real),")


def test_moodle_never_lowers_a_mark_either():
    sheet = read_sheet(MOODLE.encode(), "grades.csv")
    files, filling = for_moodle(book((GRACE, 10)), sheet)
    assert files == {}
    assert any("keeps 13.50" in note for note in filling.notes)
    files, _filling = for_moodle(book((GRACE, 10)), sheet, allow_lower=True)
    assert moodle_import(files["exercise1.csv"], {"s002"})["s002"]["grade"] == 10


def test_a_mark_above_moodles_limit_is_refused_before_moodle_does():
    with pytest.raises(UsageError, match="from 0 to 100"):
        for_moodle(book((ADA, 120)))


@settings(max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=6))
def test_any_identities_make_a_file_that_moodle_takes_whole(names):
    students = [Student(str(n), name, name) for n, name in enumerate(names)]
    try:
        files, _filling = for_moodle(book(*((one, 5) for one in students)))
    except UsageError:
        return
    users = set(names)
    for data in files.values():
        for identity in moodle_import(data, users):
            assert names.count(identity) == 1
