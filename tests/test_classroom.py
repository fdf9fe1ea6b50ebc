"""`grade class` as a teacher meets it: marks equal to `grade` one by one, and no submission that stops the others."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from concurrent.futures import Future
from pathlib import Path

import pexpect
import pytest
from helpers.classes import RIGHT, contents, lasting, reports_in, tiny_class, wrong_class
from helpers.command import (
    GRADE,
    ROOT,
    TINY_COURSE,
    assert_no_fault_of_ours,
    copy_course,
    descendants,
    finish,
    grade,
    nothing_left_behind,
    start,
    wait_for,
)
from helpers.grading import COURSE

from grader.classroom.executor import Chunk, grade_all
from grader.classroom.store import Store
from grader.classroom.tasks import Graded, Task
from grader.errors import EngineError

FILE = COURSE.exercise("exercise1").file
TINY = ("--course", TINY_COURSE)
ROGUES = ROOT / "tests" / "rogues"


def entries_of(out):
    """Of each student and exercise the entry."""
    with Store.open(out) as store:
        return {(entry.student.key, entry.exercise): entry for entry in store.gradebook().entries}


def test_marks_are_those_of_grade_one_by_one(tmp_path):
    submissions = wrong_class(tmp_path / "in", number=8)
    ended = grade("class", submissions, "--out", "out", "--jobs", "2", cwd=tmp_path)
    assert ended.code == 0, ended.err
    assert_no_fault_of_ours(ended)
    entries = entries_of(tmp_path / "out")
    assert len(entries) == 8
    for index in (0, 1, 3, 5):
        alone = grade("exercise1", "--file", submissions / f"student{index:03d}" / FILE, "--json", cwd=tmp_path)
        report = alone.json
        entry = entries[f"student{index:03d}", "exercise1"]
        assert lasting(entry.report.to_dict()) == lasting(report)
        assert entry.mark == report["points"]
    assert "most frequent mistakes" in ended.words


@pytest.fixture(scope="module")
def bad_class(tmp_path_factory):
    """One good submission among those that do everything wrong, graded."""
    folder = tmp_path_factory.mktemp("bad")
    course = copy_course(folder / "course", call_seconds=0.5, total_seconds=3, memory_mb=128)
    files = {
        "good": COURSE.solutions / FILE,
        "hangs": ROGUES / "time_sleep.py",
        "crashes": ROGUES / "crash_kill_itself.py",
        "fills memory": ROGUES / "res_memory_numpy.py",
        "exits": ROGUES / "exit_import_hard.py",
        "floods": ROGUES / "out_flood.py",
        "no python": ROGUES / "src_not_python.py",
        "null": ROGUES / "src_null.py",
    }
    for name, source in files.items():
        (folder / "in" / name).mkdir(parents=True)
        (folder / "in" / name / FILE).write_bytes(source.read_bytes())
    for name in ("large", "empty file", "empty folder", "two", '=cmd|"x",\n김'):
        (folder / "in" / name).mkdir()
    with (folder / "in" / "large" / FILE).open("wb") as stream:
        stream.truncate(1 << 30)
    (folder / "in" / "empty file" / FILE).touch()
    for name in ("a", "b"):
        (folder / "in" / "two" / name).mkdir()
        (folder / "in" / "two" / name / FILE).write_text(f"# {name}", encoding="utf-8")
    (folder / "in" / '=cmd|"x",\n김' / FILE).write_bytes((COURSE.solutions / FILE).read_bytes())
    os.mkfifo(folder / "in" / "good" / "pipe.py")
    ended = grade("class", "in", "--out", "out", "--jobs", "2", "--course", course, cwd=folder)
    return ended, entries_of(folder / "out"), folder


def test_no_bad_submission_stops_the_run(bad_class):
    ended, entries, _folder = bad_class
    assert ended.code == 0, ended.err
    assert_no_fault_of_ours(ended)
    assert len(entries) == 13
    assert entries["good", "exercise1"].mark == 20
    assert entries['=cmd|"x",\n김', "exercise1"].mark == 20


@pytest.mark.parametrize(
    ("name", "outcome"),
    [("hangs", "timed_out"), ("crashes", "crashed"), ("fills memory", "raised"), ("floods", "crashed")],
)
def test_what_a_submission_did_stands_in_its_row(bad_class, name, outcome):
    entry = bad_class[1][name, "exercise1"]
    assert entry.mark == 0
    assert outcome in {check.outcome.value for check in entry.report.checks}


@pytest.mark.parametrize("name", ["exits", "no python", "null", "empty file"])
def test_what_cannot_be_run_has_a_reason(bad_class, name):
    entry = bad_class[1][name, "exercise1"]
    assert entry.mark == 0
    assert entry.report.reason


@pytest.mark.parametrize(
    ("name", "words"), [("large", "1024.0 MiB"), ("empty folder", "empty"), ("two", "2 files for this exercise")]
)
def test_what_is_not_graded_has_a_note(bad_class, name, words):
    entry = bad_class[1][name, "exercise1"]
    assert entry.report is None
    assert words in entry.note


def test_what_cannot_be_read_is_told_and_never_counts_as_graded_already(bad_class):
    ended, _entries, folder = bad_class
    assert "Not graded, because it cannot be read: (1) large: exercise1_activations.py is 1024.0 MiB" in ended.words
    assert "graded already" not in ended.words
    (folder / "in" / "good" / FILE).write_bytes(b"# new\n" + (COURSE.solutions / FILE).read_bytes())
    ended = grade("class", "in", "--out", "out", "--course", folder / "course", cwd=folder)
    assert "9 submissions are graded already and have not changed." in ended.words


def test_equal_submissions_are_graded_once(tmp_path):
    for name in ("ada", "bob", "cid"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "telegram.py").write_text(RIGHT, encoding="utf-8")
    assert grade("class", "in", "--out", "out", *TINY, cwd=tmp_path).code == 0
    assert len(contents(tmp_path / "out")["reports"]) == 1
    assert {entry.mark for entry in entries_of(tmp_path / "out").values()} == {3}


def test_a_zip_gives_the_marks_of_its_folder(tmp_path):
    submissions = tiny_class(tmp_path / "in", 6)
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        for path in sorted(submissions.rglob("*.py")):
            archive.write(path, path.relative_to(submissions))
    for name in ("in", "in.zip"):
        assert grade("class", name, "--out", f"out-{name}", *TINY, cwd=tmp_path).code == 0
    folder, archive = (entries_of(tmp_path / f"out-{name}") for name in ("in", "in.zip"))
    assert {key: entry.mark for key, entry in folder.items()} == {key: entry.mark for key, entry in archive.items()}
    assert len(archive) == 6


def test_who_of_the_roster_is_missing_is_said_before_anything_is_graded(tmp_path):
    tiny_class(tmp_path / "in", 2)
    (tmp_path / "roster.csv").write_text("id,name\nstudent000,Ada\nstudent001,Bob\n9,김철수\n", encoding="utf-8")
    (tmp_path / "in" / "student000" / "helper.py").touch()
    ended = grade("class", "in", "--out", "out", "--roster", "roster.csv", *TINY, cwd=tmp_path)
    assert ended.code == 0, ended.err
    before, _, after = ended.out.partition("telegram: ")
    assert "김철수 (9)" in before
    assert "helper.py" in before
    assert "2 graded" in after
    entries = entries_of(tmp_path / "out")
    assert "Nothing was handed in" in entries["9", "telegram"].note
    assert entries["student000", "telegram"].student.name == "Ada"


def test_in_a_pipe_no_name_is_left_out_and_strangers_do_not_bury_what_matters(tmp_path):
    tiny_class(tmp_path / "in", 12)
    (tmp_path / "roster.csv").write_text("id,name\n1,Ada\n1,Ada\n", encoding="utf-8")
    ended = grade("class", "in", "--roster", "roster.csv", *TINY, cwd=tmp_path)
    assert "Not in the roster, but they stay in the class: (12)" in ended.words
    for number in range(12):
        assert f"\n  student{number:03d}\n" in ended.out
    assert "Please note: (1) roster.csv, row 3" in ended.words


def test_a_folder_with_fewer_files_takes_no_mark_away(tmp_path):
    tiny_class(tmp_path / "in", 3)
    roster = tmp_path / "roster.csv"
    roster.write_text("id\nstudent000\nstudent001\nstudent002\n", encoding="utf-8")
    words = ("--out", "out", "--roster", roster, *TINY)
    assert grade("class", "in", *words, cwd=tmp_path).code == 0
    before = contents(tmp_path / "out")
    (tmp_path / "in" / "student000" / "telegram.py").unlink()
    (tmp_path / "in" / "student000").rmdir()
    ended = grade("class", "in", *words, cwd=tmp_path)
    assert "1 mark of an earlier run stays" in ended.words
    assert contents(tmp_path / "out") == before


def test_two_exercises_in_one_folder(tmp_path):
    tiny_class(tmp_path / "in", 2)
    thermometer = (TINY_COURSE / "solutions" / "thermometer.py").read_text(encoding="utf-8")
    (tmp_path / "in" / "student001" / "thermometer.py").write_text(thermometer, encoding="utf-8")
    assert grade("class", "in", "--out", "out", *TINY, cwd=tmp_path).code == 0
    entries = entries_of(tmp_path / "out")
    assert entries["student001", "thermometer"].mark == 5
    assert "No file for this exercise" in entries["student000", "thermometer"].note
    assert len(entries) == 4


def test_lateness_takes_its_part(tmp_path):
    course = tmp_path / "course"
    shutil.copytree(TINY_COURSE, course, ignore=shutil.ignore_patterns("__pycache__"))
    manifest = course / "assignments.yaml"
    late = "late: {due: 2026-11-20T23:59+09:00, percent_per_day: 10, cap_percent: 50}\n"
    manifest.write_text(late + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    tiny_class(tmp_path / "in", 3)
    stamp = 1_795_186_740 + 90_000  # the due date and a day and an hour
    os.utime(tmp_path / "in" / "student000" / "telegram.py", (stamp, stamp))
    assert grade("class", "in", "--out", "out", "--course", course, cwd=tmp_path).code == 0
    entries = entries_of(tmp_path / "out")
    entry = entries["student000", "telegram"]
    assert (entry.earned, entry.late_percent, entry.mark) == (3, 20, 2.4)
    assert entry.days_late == pytest.approx(90_000 / 86_400, abs=1e-3)
    assert entries["student002", "telegram"].mark == 3
    before = contents(tmp_path / "out")["reports"]
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("11-20", "11-25"), encoding="utf-8")
    assert grade("class", "in", "--out", "out", "--course", course, cwd=tmp_path).code == 0
    assert entries_of(tmp_path / "out")["student000", "telegram"].mark == 3
    assert contents(tmp_path / "out")["reports"] == before


def processes_below(pid, word):
    """The processes below this one that have the word in their command line."""
    found = set()
    for child in descendants(pid):
        with contextlib.suppress(OSError):
            if word in Path(f"/proc/{child}/cmdline").read_bytes():
                found.add(child)
    return found


def judges_below(pid):
    """The processes that grade, and the one they are forked from, which has imported pytest."""
    return processes_below(pid, b"multiprocessing.forkserver")


def test_a_judge_that_is_killed_is_replaced(tmp_path):
    submissions = tiny_class(tmp_path / "in", 40)
    with nothing_left_behind():
        process = start("class", submissions, "--out", "out", "--jobs", "2", *TINY, cwd=tmp_path)
        wait_for(lambda: len(judges_below(process.pid)) >= 3, "the judges are there")
        mother = min(judges_below(process.pid))
        victims = judges_below(process.pid) - {mother}
        os.kill(max(victims), signal.SIGKILL)
        ended = finish(process)
    assert ended.code == 0, ended.err
    assert_no_fault_of_ours(ended)
    entries = entries_of(tmp_path / "out")
    assert len(entries) == 40
    assert not [entry.note for entry in entries.values() if entry.note]


def test_when_the_process_that_forks_workers_ends_its_submissions_are_graded_all_the_same(tmp_path):
    submissions = tiny_class(tmp_path / "in", 40)
    with nothing_left_behind():
        process = start("class", submissions, "--out", "out", "--jobs", "2", *TINY, cwd=tmp_path)
        wait_for(lambda: reports_in(tmp_path / "out"), "the first submissions are graded")
        forkservers = processes_below(process.pid, b"grader.worker.forkserver")
        with contextlib.suppress(ProcessLookupError):
            os.kill(max(forkservers), signal.SIGKILL)
        ended = finish(process)
    assert ended.code == 0, ended.err
    entries = entries_of(tmp_path / "out")
    assert len(entries) == 40
    assert not [entry.note for entry in entries.values() if entry.note]


def test_a_terminal_sees_the_bar_and_the_mistakes(tmp_path):
    submissions = wrong_class(tmp_path / "in", number=6)
    roster = tmp_path / "roster.csv"
    roster.write_text("id\nstudent000\n" + "".join(f"absent{number}\n" for number in range(11)), encoding="utf-8")
    words = ["class", str(submissions), "--out", str(tmp_path / "out"), "--roster", str(roster)]
    child = pexpect.spawn(GRADE[0], [*GRADE[1:], *words], dimensions=(30, 100), encoding="utf-8")
    child.expect("Grading", timeout=60)
    assert "… and 3 more; `| less` shows all" in child.before
    assert child.before.count(" more") == 1
    child.expect("6/6", timeout=120)
    child.expect(r"exercise1 (relu|step_function|sigmoid|softmax):", timeout=60)
    child.expect(pexpect.EOF, timeout=60)
    child.close()
    assert child.exitstatus == 0


class Fallible:
    """Judges of which one ends whenever it is given a certain submission."""

    lost = (RuntimeError,)

    def __init__(self, deadly):
        self.deadly = deadly
        self.given = []

    def size(self, left):
        return 4 if not self.given or left else 0

    def submit(self, chunk):
        self.given.append([task.key for task in chunk.tasks])
        future = Future()
        if any(task.key in self.deadly for task in chunk.tasks):
            future.set_exception(RuntimeError())
        else:
            future.set_result([Graded(task.key, "{}", "", "here") for task in chunk.tasks])
        return future

    def is_to_blame(self, chunk: Chunk):
        return True

    def look(self):
        pass

    def done(self, chunk):
        pass

    def close(self):
        pass


def tasks(number):
    return [Task(str(index), "e", "e.py", b"") for index in range(number)]


def test_what_ends_two_judges_has_a_row_and_takes_nobody_with_it():
    crew = Fallible({"5"})
    results = {graded.key: graded for graded in grade_all(crew, tasks(10), 10)}
    assert len(results) == 10
    assert [key for key, graded in results.items() if graded.note] == ["5"]
    assert sum("5" in given for given in crew.given) == 2


def test_judges_that_end_over_everything_end_the_run():
    with pytest.raises(EngineError, match="again and again"):
        list(grade_all(Fallible({str(index) for index in range(100)}), tasks(100), 100))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere",), "no folder or ZIP"),
        (("in", "--jobs", "0"), "at least 1"),
        (("in", "--exercise", "painting"), "no exercise called"),
        (("in", "--roster", "nowhere.csv"), "roster"),
        (("empty",), "no submissions in empty"),
        (("empty", "--exercise", "telegram"), "no submissions in empty"),
        (("in/student000",), "a single student"),
        (("in/student000/telegram.py",), "neither a folder nor a ZIP"),
        (("in", "--scheduler", "tcp://127.0.0.1:9"), "Dask"),
    ],
)
def test_wrong_words_are_told_before_anything_is_graded(tmp_path, words, told):
    tiny_class(tmp_path / "in", 1)
    (tmp_path / "empty").mkdir()
    ended = grade("class", *words, "--out", "out", *TINY, cwd=tmp_path)
    assert ended.code == 2
    assert told in ended.errors
    assert "Try:" in ended.errors
    assert_no_fault_of_ours(ended)


def test_the_course_that_is_broken_is_told_once(tmp_path):
    course = shutil.copytree(TINY_COURSE, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))
    (course / "solutions" / "checks" / "check_telegram.py").write_text("import nowhere_to_be_found\n")
    tiny_class(tmp_path / "in", 4)
    ended = grade("class", "in", "--out", "out", "--course", course, cwd=tmp_path)
    assert ended.code == 3
    assert ended.err.count("nowhere_to_be_found") == 1
    assert_no_fault_of_ours(ended)


def test_a_broken_check_is_no_students_fault(tmp_path):
    course = shutil.copytree(TINY_COURSE, tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))
    checks = course / "solutions" / "checks" / "check_telegram.py"
    checks.write_text(checks.read_text(encoding="utf-8").replace("agrees(learner.shout", "nowhere(learner.shout"))
    tiny_class(tmp_path / "in", 4)
    ended = grade("class", "in", "--out", "out", "--course", course, cwd=tmp_path)
    assert ended.code == 3
    assert "check_shout" in ended.errors
    assert len(entries_of(tmp_path / "out")) == 4


def test_grade_exercise1_imports_none_of_it():
    code = "import sys, grader.cli.grade; print([m for m in sys.modules if m in ('sqlite3', 'distributed', 'multiprocessing')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.replace("'", '"')) == []
