"""The command as its users meet it: every test runs it in a process of its own."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest
from helpers.command import (
    GRADE,
    ROOT,
    TINY_COURSE,
    assert_no_fault_of_ours,
    grade,
    grade_twice,
    manifest_of,
    working_copy,
)

from grader import __version__

EXERCISES = manifest_of(ROOT)["exercises"]
ALL = [entry["id"] for entry in EXERCISES]
FIVE = ALL[:5]  # one of them with TensorFlow; the later ones train for longer
NUMPY_ONLY = [entry["id"] for entry in EXERCISES if entry["needs"] == "numpy"]
WRONG_SIGMOID = """
import numpy as np
from mnist import load_mnist


def sigmoid(x):
    return 1 / (1 + np.exp(x))
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """A folder with fresh stubs, which no test writes to."""
    return working_copy(tmp_path_factory.mktemp("learner"))


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory):
    """A folder without `exercises/`."""
    return tmp_path_factory.mktemp("nowhere")


# ------------------------------------------------------------------------------------------------------------
# Grading
# ------------------------------------------------------------------------------------------------------------


def assert_full_marks(report):
    assert [check for check in report["checks"] if check["outcome"] != "passed"] == []
    assert (report["outcome"], report["reason"]) == ("passed", None)
    assert report["points"] == report["max_points"] == sum(check["max_points"] for check in report["checks"])


@pytest.mark.parametrize("exercise", NUMPY_ONLY)
def test_each_solution_alone_gets_full_marks(exercise, nowhere):
    ended = grade(exercise, "--solutions", "--json", cwd=nowhere)
    assert_full_marks(ended.json)
    assert (ended.code, ended.err) == (0, "")


def test_five_solutions_in_one_command_get_full_marks(nowhere):
    ended = grade(*FIVE, "--solutions", "--json", cwd=nowhere)
    assert [report["exercise"] for report in ended.json] == FIVE
    for report in ended.json:
        assert_full_marks(report)
    assert (ended.code, ended.err) == (0, "")


def test_the_report_of_a_solution_ends_with_full_marks_and_the_next_command(nowhere):
    ended = grade(*NUMPY_ONLY, "--solutions", cwd=nowhere)
    for entry in EXERCISES:
        if entry["id"] in NUMPY_ONLY:
            assert f"✓ {entry['points']:g} of {entry['points']:g} points: {entry['id']} is done." in ended.out
    assert ended.out.endswith("\n  grade\n\n")
    assert "✗" not in ended.out
    assert (ended.code, ended.err) == (0, "")


def test_fresh_stubs_score_nothing_and_every_check_says_not_implemented(here):
    ended = grade(*ALL, "--json", cwd=here)
    assert [report["exercise"] for report in ended.json] == ALL
    for report in ended.json:
        assert (report["outcome"], report["points"]) == ("failed", 0)
        assert {check["outcome"] for check in report["checks"]} == {"not_implemented"}, report["exercise"]
    assert (ended.code, ended.err) == (1, "")


def test_fresh_stubs_read_as_not_written_yet(here):
    ended = grade("exercise3", cwd=here)
    assert "✗ 0 of 20 points." in ended.out
    assert "not written yet" in ended.out
    assert "What is wrong" not in ended.out
    assert ended.out.endswith("Edit exercises/exercise3_forward.py, save it, and run:\n  grade exercise3\n\n")
    assert (ended.code, ended.err) == (1, "")


def test_the_files_of_a_learner_are_found_from_a_folder_below(here):
    below = here / "exercises" / "notes" / "deeper"
    below.mkdir(parents=True)
    ended = grade("exercise1", "--json", cwd=below)
    assert {check["outcome"] for check in ended.json["checks"]} == {"not_implemented"}
    assert ended.code == 1


def test_any_file_can_be_graded(here, tmp_path):
    mine = tmp_path / "my answer.txt"
    mine.write_bytes((ROOT / "solutions" / "exercise1_activations.py").read_bytes())
    ended = grade("exercise1", "--file", mine, "--json", cwd=here)
    assert_full_marks(ended.json)
    assert ended.code == 0
    mine.write_text("def sigmoid(x):\n    return 2\n", encoding="utf-8")
    ended = grade("exercise1", "--file", mine.name, cwd=tmp_path)
    assert ended.out.endswith("Edit my answer.txt, save it, and run:\n  grade exercise1 --file 'my answer.txt'\n\n")
    assert (ended.code, ended.err) == (1, "")


# ------------------------------------------------------------------------------------------------------------
# Names
# ------------------------------------------------------------------------------------------------------------


def test_ids_numbers_and_topics_name_the_same_exercise(here):
    ended = grade("exercise1", "1", "Activations", "--json", cwd=here)
    assert ended.json["exercise"] == "exercise1"
    ended = grade("forward", "2", "--json", cwd=here)
    assert [report["exercise"] for report in ended.json] == ["exercise3", "exercise2"]


@pytest.mark.parametrize(
    ("words", "sentence", "command"),
    [
        ("exercis3", "There is no exercise called “exercis3”. Did you mean exercise3?", "grade exercise3"),
        ("Forwards", "There is no exercise called “Forwards”. Did you mean exercise3?", "grade exercise3"),
        ("exercise1 activatoins", "There is no exercise called “activatoins”. Did you mean exercise1?", "grade exercise1"),
        ("penguin", "There is no exercise called “penguin”.", "grade"),
        ("exercise99", "There is no exercise called “exercise99”. Did you mean exercise9?", "grade exercise9"),
        ("softmax", "There is no exercise called “softmax”. Did you mean exercise1?", "grade exercise1"),
        (
            "exercises/exercise3_forward.py",
            "There is no exercise called “exercises/exercise3_forward.py”. Did you mean exercise3?",
            "grade exercise3",
        ),
        ("classifer", "There is no exercise called “classifer”. Did you mean exercise7?", "grade exercise7"),
        ("wacth exercise1", "There is no command and no exercise called “wacth”.", "grade watch --help"),
        ("hnit exercise1", "There is no command and no exercise called “hnit”.", "grade hint --help"),
        ("exercise 1", "There is no exercise called “exercise”. Did you mean exercise1?", "grade exercise1"),
        ("run 3", "There is no exercise called “run”. Did you mean exercise3?", "grade exercise3"),
        ("exercise", "There is no exercise called “exercise”.", "grade"),
        ("01", "There is no exercise called “01”. Did you mean exercise1?", "grade exercise1"),
        ("99", "There is no exercise called “99”.", "grade"),
        ("next", "There is no command and no exercise called “next”.", "grade"),
        ("help", "There is no command and no exercise called “help”.", "grade --help"),
        ("watch --json", "Unrecognized arguments: --json.", "grade watch --help"),
        ("exercise1 --colour", "Unrecognized arguments: --colour.", "grade --help"),
        ("exercise1 --seed x", "Argument --seed: a seed is a whole number from 0 to 18446744073709551615.", "grade --help"),
        ("exercise1 --seed -1", "Argument --seed: a seed is a whole number from 0 to 18446744073709551615.", "grade --help"),
        ("exercise1 2 --file x", "--file is one file, so name one exercise.", "grade exercise1 --file x"),
        ("--json", "Name an exercise for that.", "grade exercise1 --json"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_told_with_the_next_command(words, sentence, command, here):
    ended = grade(*shlex.split(words), cwd=here)
    assert ended.err == f"{sentence}\nTry:  {command}\n"
    assert (ended.code, ended.out) == (2, "")


# ------------------------------------------------------------------------------------------------------------
# --json, --seed
# ------------------------------------------------------------------------------------------------------------

REPORT_FIELDS = {
    "format": str,
    "exercise": str,
    "title": str,
    "outcome": str,
    "reason": type(None),
    "points": int,
    "max_points": int,
    "seed": int,
    "isolation": str,
    "seconds": float,
    "checks": list,
}
CHECK_FIELDS = {
    "id": str,
    "title": str,
    "function": str,
    "outcome": str,
    "points": int,
    "max_points": int,
    "message": str,
    "call": (str, type(None)),
    "got": (str, type(None)),
    "expected": (str, type(None)),
    "diagnosis": (dict, type(None)),
    "seconds": float,
}


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """A folder in which exercise 1 is half done: a wrong sigmoid, nothing else."""
    folder = working_copy(tmp_path_factory.mktemp("wrong"))
    (folder / "exercises" / "exercise1_activations.py").write_text(WRONG_SIGMOID, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def wrong_reports(wrong):
    """The text of three runs: twice the same seed, then another."""
    return [grade("exercise1", "--json", "--seed", seed, cwd=wrong) for seed in (7, 7, 8)]


def test_json_has_exactly_the_documented_fields(wrong_reports):
    report = wrong_reports[0].json
    assert list(report) == list(REPORT_FIELDS)
    assert report["format"] == "neuralings/1"
    assert report["seed"] == 7
    assert report["isolation"] in ("full", "partial", "process-only")
    for name, kind in REPORT_FIELDS.items():
        assert isinstance(report[name], kind), name
    for check in report["checks"]:
        assert list(check) == list(CHECK_FIELDS)
        for name, kind in CHECK_FIELDS.items():
            assert isinstance(check[name], kind), name
    assert (wrong_reports[0].code, wrong_reports[0].err) == (1, "")


def test_json_tells_a_wrong_answer_by_call_got_expected_and_diagnosis(wrong_reports):
    checks = [check for check in wrong_reports[0].json["checks"] if check["function"] == "sigmoid"]
    failed = next(check for check in checks if check["outcome"] == "failed")
    assert failed["call"].startswith("sigmoid(np.array([")
    assert failed["got"].startswith("array([")
    assert failed["expected"].startswith("array([")
    assert set(failed["diagnosis"]) == {"id", "text"}
    assert "exponent" in failed["diagnosis"]["text"]
    others = {c["outcome"] for c in wrong_reports[0].json["checks"] if c["function"] != "sigmoid"}
    assert others == {"not_implemented"}


def test_the_same_seed_gives_the_same_report_byte_for_byte_but_for_the_times(wrong_reports):
    first, again, other = (re.sub(r'"seconds": [0-9.e-]+', '"seconds": …', ended.out) for ended in wrong_reports)
    assert first == again
    assert first != other


def test_another_seed_gives_solutions_full_marks_too(nowhere):
    for report in grade(*NUMPY_ONLY, "--solutions", "--json", "--seed", 2**64 - 1, cwd=nowhere).json:
        assert_full_marks(report)
        assert report["seed"] == 2**64 - 1


# ------------------------------------------------------------------------------------------------------------
# Another course: the engine knows no topic
# ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    """A working copy of the tiny course, in which one function is right, one wrong, two not written."""
    folder = working_copy(tmp_path_factory.mktemp("station"), TINY_COURSE)
    path = folder / "exercises" / "thermometer.py"
    mine = "def warmest(readings=READINGS):\n    return max(readings, key=readings.get)\n\n\n"
    mine += "def to_fahrenheit(celsius):\n    return celsius + 112\n"
    path.write_text("from stations import READINGS\n\n\n" + mine, encoding="utf-8")
    return folder


def test_another_course_is_graded_as_ours_is(station):
    ended = grade("thermometer", "words", "--course", TINY_COURSE, "--json", cwd=station)
    thermometer, telegram = ended.json
    assert {check["id"]: check["outcome"] for check in thermometer["checks"]} == {
        "check_boiling": "passed",
        "check_other_temperatures": "failed",
        "check_warmest_of_ours": "passed",
        "check_warmest_of_others": "passed",
    }
    failed = thermometer["checks"][1]
    assert (failed["call"], failed["expected"]) == ("to_fahrenheit(-89.2)", "-128.56")
    assert failed["diagnosis"]["id"] == "fahrenheit_counts_from_boiling"
    assert (thermometer["points"], thermometer["max_points"]) == (3, 5)
    assert {check["outcome"] for check in telegram["checks"]} == {"not_implemented"}
    assert ended.code == 1


def test_another_course_by_a_relative_path(station):
    """`--course .`: the processes that run learner code live in another folder."""
    course = os.path.relpath(TINY_COURSE, station)
    ended = grade("1", "2", "--solutions", "--course", course, cwd=station)
    assert "5 of 5 points: thermometer is done." in ended.out
    assert "3 of 3 points: telegram is done." in ended.out
    assert ended.out.endswith(f"\n  grade --course {course}\n\n")
    assert ended.code == 0


def test_another_course_is_verified_as_ours_is(station):
    ended = grade("verify", "--course", TINY_COURSE, cwd=station)
    assert "thermometer is sound" in ended.out
    assert "telegram is sound" in ended.out
    assert (ended.code, ended.err) == (0, "")


def test_another_course_keeps_its_name_in_every_next_command(station, nowhere):
    course = shlex.quote(str(TINY_COURSE))
    (station / ".neuralings.json").unlink(missing_ok=True)  # other tests grade there
    ended = grade("--course", TINY_COURSE, cwd=station)
    assert ended.out == (
        "A day at the weather station\n\n"
        "  ~ thermometer  0/5  Reading a thermometer — not graded yet\n"
        "  · telegram     0/3  Writing a telegram — not begun\n\n"
        f"Progress: [>{'-' * 56}] 0/8 points\n\n"
        "Next: see whether exercises/thermometer.py passes:\n"
        f"  grade thermometer --course {course}\n"
        "Or grade again whenever you save:\n"
        f"  grade watch --course {course}\n"
    )
    ended = grade("temperature", "--course", TINY_COURSE, cwd=station)
    assert ended.err.endswith(f"Did you mean thermometer?\nTry:  grade thermometer --course {course}\n")
    ended = grade("thermometer", "--course", TINY_COURSE, cwd=nowhere)
    assert ended.err.endswith(f"\nTry:  grade init --course {course}\n")


def test_a_course_that_is_not_there_is_told(here):
    ended = grade("exercise1", "--course", "no/such/folder", cwd=here)
    sentence = f"{here}/no/such/folder/assignments.yaml: the course has no such file."
    assert ended.err == f"{sentence}\nTry:  grade verify --course no/such/folder\n"
    assert (ended.code, ended.out) == (3, "")


# ------------------------------------------------------------------------------------------------------------
# --help, --version, nothing at all
# ------------------------------------------------------------------------------------------------------------


def test_version(nowhere):
    ended = grade("--version", cwd=nowhere)
    assert (ended.code, ended.out, ended.err) == (0, f"grade {__version__}\n", "")


@pytest.mark.parametrize("words", ["", "init", "verify"])
def test_help(words, nowhere):
    ended = grade(*words.split(), "--help", cwd=nowhere)
    assert ended.out.startswith(f"usage: grade {words}".rstrip() + " [-h]")
    assert "--course DIR" in ended.out
    assert (ended.code, ended.err) == (0, "")


def test_python_m_grader_is_the_same_command(nowhere):
    ended = grade("--version", cwd=nowhere, command=[sys.executable, "-m", "grader"])
    assert (ended.code, ended.out) == (0, f"grade {__version__}\n")


def test_grade_alone_lists_the_exercises_and_the_next_step(wrong, tmp_path):
    (wrong / ".neuralings.json").unlink(missing_ok=True)  # other tests grade there
    ended = grade(cwd=wrong)
    lines = ended.out.splitlines()
    assert lines[0] == manifest_of(ROOT)["title"]
    assert [line.split()[1] for line in lines[2 : 2 + len(ALL)]] == ALL
    assert lines[2].endswith("— not graded yet")
    assert lines[3].endswith("— not begun")
    assert "\n  grade exercise1\n" in ended.out
    assert (ended.code, ended.err) == (0, "")


def test_grade_alone_sees_which_files_are_missing(tmp_path):
    (tmp_path / "exercises").mkdir()
    ended = grade(cwd=tmp_path)
    assert ended.out.count("— no file\n") == len(ALL)
    assert ended.out.endswith("  grade init\n")
    assert ended.code == 0


@pytest.mark.parametrize("words", ["", "exercise1"])
def test_without_exercises_the_next_command_is_init(words, nowhere):
    ended = grade(*words.split(), cwd=nowhere)
    said = ended.out + ended.err
    assert f"There is no exercises/ folder in {nowhere} or in a folder above it." in said
    assert said.endswith("  grade init\n")
    assert ended.code == 2


# ------------------------------------------------------------------------------------------------------------
# grade init
# ------------------------------------------------------------------------------------------------------------


def files_below(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_init_gives_a_working_copy_that_is_never_overwritten(tmp_path):
    ended = grade("init", "my course", cwd=tmp_path)
    copied = files_below(tmp_path / "my course" / "exercises")
    assert {entry["file"] for entry in EXERCISES} | {"mnist.py"} < set(copied)
    assert copied == {name: (ROOT / "exercises" / name).read_bytes() for name in copied}
    assert not [name for name in copied if name.startswith(".") or "__pycache__" in name]
    assert f"my course/exercises: {len(copied)} files copied\n" in ended.out
    assert ended.out.endswith("save, and run:\n  cd 'my course' && grade exercise1\n")
    assert (ended.code, ended.err) == (0, "")

    mine = tmp_path / "my course" / "exercises" / "exercise2_layer_shapes.py"
    mine.write_text("# my work", encoding="utf-8")
    (tmp_path / "my course" / "exercises" / "mnist.py").unlink()
    ended = grade("init", cwd=tmp_path / "my course")
    assert f"exercises: 1 file copied, {len(copied) - 1} files kept as they were\n" in ended.out
    assert files_below(tmp_path / "my course" / "exercises") == copied | {mine.name: b"# my work"}
    assert ended.code == 0


def test_init_in_the_course_itself_is_refused(tmp_path):
    course = tmp_path / "course"
    shutil.copytree(TINY_COURSE, course)
    before = files_below(course)
    ended = grade("init", "--course", ".", cwd=course)
    sentence = "This is the course's own folder: its exercises/ are here already. Work in a copy, in a folder of your own."
    assert ended.err == f"{sentence}\nTry:  grade init ANOTHER_FOLDER --course .\n"
    assert (ended.code, ended.out) == (2, "")
    assert files_below(course) == before


def without_rights():
    """A command prefix under which even root may only do what the file's permissions say."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read and write everything, and there is no setpriv to give that up")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


def test_init_where_nothing_can_be_written(tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    ended = grade("init", cwd=locked, command=[*without_rights(), *GRADE])
    assert ended.err == "The folder exercises cannot be made: Permission denied.\nTry:  grade init ANOTHER_FOLDER\n"
    assert (ended.code, ended.out) == (2, "")
    assert list(locked.iterdir()) == []


def test_init_below_a_folder_that_may_not_be_entered(tmp_path):
    (tmp_path / "private").mkdir(mode=0o000)
    ended = grade("init", "private/mine", cwd=tmp_path, command=[*without_rights(), *GRADE])
    assert ended.errors.startswith("The folder private/mine/exercises cannot be made: Permission denied.")
    assert ended.code == 2


def test_below_a_folder_that_may_not_be_entered_there_are_no_exercises(tmp_path):
    inner = tmp_path / "private" / "mine"
    inner.mkdir(parents=True)
    inside = ["sh", "-c", 'chmod 000 .. && exec "$@"', "sh", *without_rights(), *GRADE]
    ended = grade("exercise1", cwd=inner, command=inside)
    inner.parent.chmod(0o700)
    assert "There is no exercises/ folder in" in ended.errors
    assert ended.err.endswith("Try:  grade init\n")
    assert ended.code == 2


def test_init_under_a_name_that_is_too_long(tmp_path):
    ended = grade("init", "x" * 300, cwd=tmp_path)
    assert ended.errors.endswith("cannot be made: File name too long. Try: grade init ANOTHER_FOLDER")
    assert ended.code == 2


def test_init_does_not_copy_through_a_link_that_no_other_command_follows(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "exercises").symlink_to("elsewhere")
    ended = grade("init", cwd=tmp_path)
    assert "exercises is a link to another folder, which is not followed." in ended.errors
    assert ended.code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_init_in_a_folder_with_a_strange_name_says_it_in_one_line(tmp_path):
    ended = grade("init", "a\n\x1b[31mb", "--course", TINY_COURSE, cwd=tmp_path)
    assert r"a\x0a\x1b[31mb/exercises: 3 files copied" in ended.out
    assert "\x1b" not in ended.out
    assert ended.code == 0


def test_an_interrupted_init_says_what_has_become_of_the_files(tmp_path):
    script = (
        "import shutil, sys; copy = shutil.copyfile; done = []\n"
        "def slowly(*paths):\n"
        "    done.append(copy(*paths))\n"
        "    if len(done) > 3: raise KeyboardInterrupt\n"
        "shutil.copyfile = slowly\n"
        "from grader.__main__ import main; main()"
    )
    interrupted = [sys.executable, "-c", script]
    ended = grade("init", cwd=tmp_path, command=interrupted, env={"PYTHONPATH": str(ROOT)})
    assert ended.errors == "Interrupted. What has been copied stays; the same command copies the rest."
    assert ended.code == 130
    assert "3 files kept as they were" in grade("init", cwd=tmp_path).out
    grade("init", "whole", cwd=tmp_path)
    assert files_below(tmp_path / "exercises") == files_below(tmp_path / "whole" / "exercises")


@pytest.mark.parametrize("words", ["", "exercise1", "hint exercise1", "reset exercise1", "show exercise1"])
def test_in_a_folder_that_has_been_deleted(words, tmp_path):
    (tmp_path / "gone").mkdir()
    deleted = ["sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", *GRADE]
    ended = grade(*words.split(), cwd=tmp_path / "gone", command=deleted)
    assert ended.err == "The folder that you are in has been deleted. Go to another one.\nTry:  cd ..\n"
    assert (ended.code, ended.out) == (2, "")


def test_init_where_a_file_is_in_the_way(tmp_path):
    (tmp_path / "exercises").write_text("a file", encoding="utf-8")
    ended = grade("init", cwd=tmp_path)
    assert ended.errors == "The folder exercises cannot be made: File exists. Try: grade init ANOTHER_FOLDER"
    assert ended.code == 2


def test_init_on_a_full_disk_leaves_no_half_file(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted by root only")
    try:
        ended = grade("init", cwd=disk)
        left = files_below(disk / "exercises")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    assert ended.errors.endswith("cannot be written: No space left on device. Try: grade init ANOTHER_FOLDER")
    assert (ended.code, ended.out) == (2, "")
    assert left
    assert left == {name: (ROOT / "exercises" / name).read_bytes() for name in left}
    assert_no_fault_of_ours(ended)


# ------------------------------------------------------------------------------------------------------------
# What is imported
# ------------------------------------------------------------------------------------------------------------

HEAVY = ("tensorflow", "keras", "matplotlib", "PIL", "dask", "pandas", "scipy")
TELLS_ITS_MODULES = f"""
import sys


def sigmoid(x):
    raise LookupError(sorted(sys.modules.keys() & {set(HEAVY)!r}) or "no heavy library")
"""


def test_exercise1_imports_no_heavy_library_in_any_process(tmp_path):
    """`-X importtime` tells of the judge; a worker, forked from the forkserver, tells of both."""
    path = tmp_path / "exercises" / "exercise1_activations.py"
    path.parent.mkdir()
    path.write_text(TELLS_ITS_MODULES, encoding="utf-8")
    ended = grade("exercise1", "--json", cwd=tmp_path, command=[sys.executable, "-X", "importtime", "-m", "grader"])
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in ended.err.splitlines()}
    assert "numpy" in imported
    assert imported.isdisjoint(HEAVY)
    message = next(c["message"] for c in ended.json["checks"] if c["outcome"] == "raised")
    assert message.startswith("LookupError: no heavy library\n")


def test_what_a_learner_prints_is_no_part_of_the_report(tmp_path):
    path = tmp_path / "exercises" / "exercise1_activations.py"
    path.parent.mkdir()
    path.write_text(
        "print('hello there')\n\n\ndef relu(x):\n    print('hello again')\n    return x\n", encoding="utf-8"
    )
    told, document = grade_twice("exercise1", cwd=tmp_path)
    assert json.loads(document.out)["exercise"] == "exercise1"
    for ended in (told, document):
        assert "hello" not in ended.out
        assert (ended.code, ended.err) == (1, "")
