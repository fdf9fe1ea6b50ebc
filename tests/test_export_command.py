"""`grade export` as a teacher meets it: from a store that `grade class` has made, and from one report in CI."""

import csv
import io
import json
import os
import shutil

import pytest
from helpers.command import ROOT, assert_no_fault_of_ours, grade
from helpers.importers import assert_xunit2, canvas_import, moodle_import

ROSTER = """id,name,email,username
s001,"Lovelace, Ada",ada@example.org,ada
s002,김철수,chul@example.org,chul
s003,"=HYPERLINK(""x"")",hyper@example.org,hyper
s004,Grace Hopper,grace@example.org,grace
"""
CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Exercise 1 (4711)
    Points Possible,,,,,20
"Lovelace, Ada",17,s001,ada,A,15.00
김철수,18,s002,chul,A,
"Hopper, Grace",19,s004,grace,A,
"""
PEOPLE = {17: ("Lovelace, Ada", "s001", "ada"), 18: ("김철수", "s002", "chul"), 19: ("Hopper, Grace", "s004", "grace")}
FILES = {
    "s001": ROOT / "tests" / "wrong" / "exercise1" / "softmax_axis_1_only.py",
    "s002": ROOT / "solutions" / "exercise1_activations.py",
    "s003": ROOT / "tests" / "wrong" / "exercise1" / "sigmoid_sign.py",
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A folder with the store of a class of four, of whom one has handed in nothing."""
    folder = tmp_path_factory.mktemp("class")
    for name, path in FILES.items():
        (folder / "submissions" / name).mkdir(parents=True)
        shutil.copy(path, folder / "submissions" / name / "exercise1_activations.py")
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    ended = grade("class", "submissions", "--roster", "roster.csv", "--exercise", "1", "--similar", cwd=folder)
    assert ended.code == 0, ended.err
    return folder


@pytest.fixture
def folder(graded, tmp_path):
    """A copy of its own for each test."""
    shutil.copytree(graded / "class", tmp_path / "class")
    (tmp_path / "export.csv").write_text(CANVAS, encoding="utf-8")
    return tmp_path


def export(folder, *words, code=0, **more):
    ended = grade("export", *words, cwd=folder, **more)
    assert_no_fault_of_ours(ended)
    assert ended.code == code, ended.err
    return ended


def test_marks_as_csv_to_a_file_and_to_a_pipe(folder):
    assert "marks.csv: 1 file written." in export(folder, "csv", "marks.csv").out
    data = (folder / "marks.csv").read_bytes()
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(data.decode(), newline=""))}
    assert (rows["s001"]["exercise1"], rows["s002"]["exercise1"], rows["s004"]["exercise1"]) == ("12.00", "20.00", "")
    assert rows["s003"]["name"] == '\'=HYPERLINK("x")'
    piped = export(folder, "csv")
    assert piped.out.replace("\r\n", "\n") == data.decode().replace("\r\n", "\n")


def test_what_is_there_is_not_overwritten_unless_it_is_the_same(folder):
    export(folder, "csv", "marks.csv")
    export(folder, "csv", "marks.csv")
    (folder / "marks.csv").write_text("my own work", encoding="utf-8")
    ended = export(folder, "csv", "marks.csv", code=2)
    assert "marks.csv is there already, with other content; it was not overwritten." in ended.errors
    assert "grade export csv marks.csv --force" in ended.errors
    assert (folder / "marks.csv").read_text(encoding="utf-8") == "my own work"
    export(folder, "csv", "marks.csv", "--force")
    assert (folder / "marks.csv").read_text(encoding="utf-8").startswith("id,name")


def test_an_exercise_has_the_names_that_the_course_has_for_it(folder):
    assert export(folder, "csv", "--exercise", "activations").out == export(folder, "csv", "--exercise", "exercise1").out
    ended = grade("mark", "s001", "activations", "7", "--reason", "by its topic", cwd=folder)
    assert (ended.code, "exercise1: 12 → 7" in ended.words) == (0, True), ended.err
    grade("mark", "s001", "Activation functions", "--clear", cwd=folder)
    assert "12.00" in export(folder, "csv", "--student", "s001").out


def test_a_dry_run_says_what_would_be_overwritten(folder):
    assert "overwrite" not in export(folder, "csv", "marks.csv", "--dry-run").out
    (folder / "marks.csv").write_text("my own work", encoding="utf-8")
    assert "only --force would overwrite it" in export(folder, "csv", "marks.csv", "--dry-run").out
    assert "would be overwritten" in export(folder, "csv", "marks.csv", "--dry-run", "--force").out
    assert (folder / "marks.csv").read_text(encoding="utf-8") == "my own work"


@pytest.mark.skipif(os.name != "posix", reason="where there are pipes")
def test_what_is_no_regular_file_is_neither_waited_for_nor_replaced(folder):
    os.mkfifo(folder / "pipe")
    (folder / "null").symlink_to("/dev/null")
    for name in ("pipe", "null"):
        for force in ([], ["--force"]):
            ended = export(folder, "csv", name, *force, code=2)
            assert f"{name} is no regular file; it stays as it is." in ended.errors
            assert ended.err.endswith("Try:  grade export csv\n")
    assert (folder / "null").is_symlink()
    (folder / "marks.csv").symlink_to("gone.csv")
    assert "marks.csv cannot be written" in export(folder, "csv", "marks.csv", code=2).errors
    export(folder, "csv", "marks.csv", "--force")
    assert not (folder / "marks.csv").is_symlink()


def test_one_file_in_the_way_stops_a_folder_before_anything_is_written(folder):
    (folder / "feedback").mkdir()
    (folder / "feedback" / "김철수_s002.md").write_text("mine", encoding="utf-8")
    export(folder, "markdown", "feedback", code=2)
    assert len(list((folder / "feedback").iterdir())) == 1


def test_canvas_says_old_and_new_before_it_writes(folder):
    ended = export(folder, "canvas", "filled.csv", "--template", "export.csv", "--dry-run")
    assert "김철수 · exercise1: – → 20.00" in ended.out
    assert "Lovelace, Ada keeps 15.00 for exercise1: 12.00 would be lower" in ended.words
    assert "Nothing was written" in ended.out
    assert not (folder / "filled.csv").exists()
    export(folder, "canvas", "filled.csv", "--template", "export.csv")
    found = canvas_import((folder / "filled.csv").read_bytes(), PEOPLE, {4711: "Exercise 1"})
    assert found == {(17, 4711): "15.00", (18, 4711): "20.00", (19, 4711): None}
    export(folder, "canvas", "filled.csv", "--template", "export.csv", "--allow-lower", "--force")
    assert canvas_import((folder / "filled.csv").read_bytes(), PEOPLE, {4711: "Exercise 1"})[17, 4711] == "12.00"


def test_no_name_in_a_gradebook_moves_the_cursor(folder):
    (folder / "export.csv").write_text(CANVAS.replace("김철수", "김철수\x1b[2J\u202e"), encoding="utf-8")
    told = export(folder, "canvas", "filled.csv", "--template", "export.csv").out
    assert "김철수\\x1b[2J\\u202e · exercise1: – → 20.00" in told
    assert "\x1b[2J\u202e".encode() in (folder / "filled.csv").read_bytes()  # what is theirs stays as it is


def test_canvas_without_a_template_says_what_to_do(folder):
    ended = export(folder, "canvas", code=2)
    assert "Canvas wants its own gradebook back" in ended.errors
    assert "--template" in ended.errors
    ended = export(folder, "canvas", "x.csv", "--template", "nowhere.csv", code=2)
    assert "nowhere.csv cannot be read: No such file or directory." in ended.errors


def test_moodle_makes_a_file_an_exercise(folder):
    export(folder, "moodle", "moodle")
    users = {"ada@example.org", "chul@example.org", "hyper@example.org", "grace@example.org"}
    found = moodle_import((folder / "moodle" / "exercise1.csv").read_bytes(), users)
    assert found["ada@example.org"]["grade"] == 12
    assert "axis=-1" in found["ada@example.org"]["feedback"]
    assert "grace@example.org" not in found
    assert "name a folder" in export(folder, "moodle", code=2).errors


def test_the_report_and_what_students_get_back(folder):
    text = (folder / "class" / "report.html").read_text(encoding="utf-8")
    assert "Similar submissions" in text
    export(folder, "html", "again.html", "--similar")
    assert "One sample has only one axis" in (folder / "again.html").read_text(encoding="utf-8")
    ended = export(folder, "html", "one.html", "--similar", "--student", "s001", code=2)
    assert "Similar submissions are looked for in a whole class" in ended.errors
    one = export(folder, "markdown", "--student", "ada@example.org").out
    assert "# neuralings: neural-network basics · Lovelace, Ada" in one
    assert (folder / "class" / "feedback" / "Lovelace_Ada_s001.md").read_text(encoding="utf-8") == one
    ended = export(folder, "markdown", "--student", "nobody", code=2)
    assert "0 students are called “nobody”" in ended.errors
    document = json.loads(export(folder, "gradescope", "--student", "s001").out)
    assert document["score"] == 12
    export(folder, "gradescope", "results")
    assert len(list((folder / "results").glob("*/results.json"))) == 3


def test_everything_for_programs(folder):
    document = json.loads(export(folder, "json").out)
    assert document["format"] == "neuralings-gradebook/1"
    assert len(document["students"]) == 4
    export(folder, "junit", "junit.xml")
    assert len(assert_xunit2((folder / "junit.xml").read_bytes())) == 4
    export(folder, "entries", "entries.csv", "--exercise", "exercise1")
    assert "There are no marks for exercise9" in export(folder, "csv", "--exercise", "exercise9", code=2).errors


def test_one_report_in_ci(tmp_path):
    ended = grade("exercise1", "--file", FILES["s001"], "--json", cwd=tmp_path)
    (tmp_path / "report.json").write_text(ended.out, encoding="utf-8")
    export(tmp_path, "junit", "junit.xml", "--from", "report.json")
    root = assert_xunit2((tmp_path / "junit.xml").read_bytes())
    assert root[0].get("name") == "exercise1"
    assert root.find("testsuite/testcase").get("classname") == "exercise1.step_function"
    (tmp_path / "list.json").write_text(f"[{ended.out}]", encoding="utf-8")
    assert json.loads(export(tmp_path, "gradescope", "--from", "list.json").out)["score"] == 12
    (tmp_path / "not.json").write_text("{}", encoding="utf-8")
    ended = export(tmp_path, "junit", "--from", "not.json", code=2)
    assert "not.json is not what `grade … --json` prints." in ended.errors


def test_an_unknown_format_is_answered_with_all_of_them(tmp_path):
    ended = export(tmp_path, "juint", code=2)
    assert "There is no format called “juint”." in ended.err
    for name in ("csv", "canvas", "moodle", "gradescope-autograder", "html"):
        assert f"\n  {name} " in ended.err
    assert "Try:  grade export junit" in ended.err


def test_without_a_store_the_next_command_makes_one(tmp_path):
    assert "Try:  grade class SUBMISSIONS --out nowhere" in export(tmp_path, "csv", "--store", "nowhere", code=2).err


@pytest.mark.skipif(os.name != "posix", reason="where files have modes")
def test_what_cannot_be_written_is_a_sentence(folder):
    (folder / "file").write_text("", encoding="utf-8")
    ended = export(folder, "csv", "file/marks.csv", code=2)
    assert "file/marks.csv cannot be written: file is no folder." in ended.errors
    assert "Try:  grade export csv ANOTHER_PLACE" in ended.err


def test_the_same_in_korean_has_the_same_columns(folder):
    english = export(folder, "csv").out
    assert export(folder, "csv", "--lang", "ko").out == english
    assert '<html lang="ko">' in export(folder, "html", "--lang", "ko").out
