"""`grade hint`, `grade reset`, `grade solution`: more help each time, nothing lost, and the reference only when it is earned."""

import os
import shutil
import sys

import pexpect
import pytest
from helpers.command import GRADE, ROOT, TINY_COURSE, environment, grade, manifest_of, working_copy

from grader.cli.solution import code_of
from grader.course import load_course
from grader.state import FILE, change_state, read_state

HINTS = manifest_of(ROOT)["exercises"][0]["hints"]
MINE = "exercise1_activations.py"
STUB = (ROOT / "exercises" / MINE).read_text(encoding="utf-8")
RIGHT = (ROOT / "solutions" / MINE).read_text(encoding="utf-8")
STEP = "def step_function(x):\n    import numpy as np\n    return (np.asarray(x) > 0).astype(int)\n"


@pytest.fixture
def here(tmp_path):
    return working_copy(tmp_path)


@pytest.fixture
def mine(here):
    return here / "exercises" / MINE


def flat(text):
    return " ".join(text.split())


# ------------------------------------------------------------------------------------------------------------
# hint
# ------------------------------------------------------------------------------------------------------------


def test_each_time_one_hint_more_until_all_are_seen(here):
    hints = [flat(text) for text in HINTS["step_function"]]
    for number in range(1, len(hints) + 1):
        ended = grade("hint", "exercise1", cwd=here)
        for text in hints[:number]:
            assert text in ended.words
        for text in hints[number:]:
            assert text not in ended.words
        left = len(hints) - number
        expected = {0: "This was the last one.", 1: "1 hint is left."}.get(left, f"{left} hints are left.")
        assert expected in ended.words
        assert ("grade hint exercise1 step_function" in ended.out) == bool(left)
        assert (ended.code, ended.err) == (0, "")
    ended = grade("hint", "activations", cwd=here)
    assert "You have seen them all" in ended.out
    assert all(text in ended.words for text in hints)
    assert read_state(here / "exercises").hints == {"exercise1": {"step_function": len(hints)}}


def test_a_hint_is_on_the_first_function_that_does_not_pass(here, mine):
    mine.write_text(STEP, encoding="utf-8")
    grade("exercise1", cwd=here)
    assert "Hint 1 on sigmoid" in grade("hint", "1", cwd=here).out
    assert "Hint 1 on softmax" in grade("hint", "1", "softmax", cwd=here).out
    assert "Hint 2 on sigmoid" in grade("hint", "1", cwd=here).out


def test_what_is_done_needs_no_hint_but_may_be_asked_for(here, mine):
    mine.write_text(RIGHT, encoding="utf-8")
    grade("exercise1", cwd=here)
    ended = grade("hint", "exercise1", cwd=here)
    assert ended.errors == (
        "exercise1 is done: nothing is left to hint at. Name a function to read its hints all the same. "
        "Try: grade hint exercise1 step_function"
    )
    assert ended.code == 2
    assert grade("hint", "exercise1", "relu", cwd=here).code == 0


def test_a_function_that_there_is_not_is_told_with_those_there_are(here):
    ended = grade("hint", "exercise1", "sofmax", cwd=here)
    assert "exercise1 has no function called “sofmax”. It has: step_function, sigmoid, relu, softmax." in ended.errors
    assert ended.err.endswith("Try:  grade hint exercise1 softmax\n")
    assert ended.code == 2


@pytest.mark.parametrize("command", ["hint", "reset", "solution"])
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("penguin",), "no exercise called"),
        (("exercise99",), "Try: grade {command} exercise9"),
    ],
)
def test_a_command_without_a_known_exercise_says_so(command, words, sentence, here):
    ended = grade(command, *words, cwd=here)
    assert sentence.format(command=command) in ended.errors
    assert ended.code == 2


def test_without_a_name_it_is_about_the_exercise_that_one_is_at(here):
    assert "Hint 1 on step_function" in grade("hint", cwd=here).words
    change_state(here / "exercises", lambda state: state.with_current("exercise2"))
    (here / "exercises" / "exercise2_layer_shapes.py").write_text("x = 1\n", encoding="utf-8")
    assert "Hint 1 on affine" in grade("hint", cwd=here).words
    assert "Yours has not been graded yet." in grade("solution", cwd=here).errors
    assert "There is no picture of exercise2" in grade("show", cwd=here).errors
    assert grade("reset", cwd=here).err == "Name the exercise to reset.\nTry:  grade reset exercise2\n"


@pytest.mark.parametrize("command", ["hint", "reset", "solution"])
def test_without_a_working_copy_the_next_command_is_init(command, tmp_path):
    ended = grade(command, "exercise1", cwd=tmp_path)
    assert ended.err.endswith("Try:  grade init\n")
    assert ended.code == 2


def test_every_function_of_the_course_has_a_hint():
    for exercise in load_course(ROOT).exercises:
        assert all(exercise.hints.get(function) for function in exercise.functions), exercise.id


def test_a_failed_report_says_how_to_get_a_hint_and_a_passed_one_does_not(here, mine):
    assert "\nStuck? A hint:\n  grade hint exercise1\n" in grade("exercise1", cwd=here).out
    assert "Stuck?" not in grade("exercise1", "--file", mine, cwd=here).out
    mine.write_text("def f(:\n", encoding="utf-8")
    assert "Stuck?" not in grade("exercise1", cwd=here).out
    mine.write_text(RIGHT, encoding="utf-8")
    assert "Stuck?" not in grade("exercise1", cwd=here).out


# ------------------------------------------------------------------------------------------------------------
# reset
# ------------------------------------------------------------------------------------------------------------


def backups(here):
    return sorted(path.name for path in (here / "exercises").iterdir() if path.name.endswith(".bak"))


def test_each_reset_keeps_a_backup_under_the_next_number(here, mine):
    for number, text in enumerate(("first = 1\n", "second = 2\n"), start=1):
        mine.write_text(text, encoding="utf-8")
        ended = grade("reset", "exercise1", "--yes", cwd=here)
        kept = f"exercises/{MINE}.{number}.bak"
        assert f"exercises/{MINE} is the stub again. What you had is kept in {kept}." in ended.words
        assert ended.out.endswith("\n  grade exercise1\n")
        assert (ended.code, ended.err) == (0, "")
        assert mine.read_text(encoding="utf-8") == STUB
        assert (here / kept).read_text(encoding="utf-8") == text
    assert not [path.name for path in (here / "exercises").iterdir() if path.name.startswith(".")]


def test_a_reset_forgets_points_and_hints(here, mine):
    mine.write_text(RIGHT, encoding="utf-8")
    grade("exercise1", cwd=here)
    grade("hint", "exercise1", "relu", cwd=here)
    grade("reset", "exercise1", "--yes", cwd=here)
    state = read_state(here / "exercises")
    assert (dict(state.graded), dict(state.hints)) == ({}, {})


def test_a_stub_and_a_missing_file_leave_no_backup(here, mine):
    ended = grade("reset", "exercise1", cwd=here)
    assert f"exercises/{MINE} is the stub as it came" in ended.words
    assert ended.code == 0
    mine.unlink()
    ended = grade("reset", "exercise1", cwd=here)  # nothing to lose: no question
    assert f"exercises/{MINE} is there again: the stub." in ended.words
    assert mine.read_text(encoding="utf-8") == STUB
    assert backups(here) == []


def test_without_a_terminal_nothing_is_reset_without_yes(here, mine):
    mine.write_text("mine = 1\n", encoding="utf-8")
    ended = grade("reset", "exercise1", cwd=here)
    assert "there is no terminal to ask in" in ended.errors
    assert ended.err.endswith("Try:  grade reset exercise1 --yes\n")
    assert ended.code == 2
    assert mine.read_text(encoding="utf-8") == "mine = 1\n"


@pytest.mark.parametrize(
    ("answers", "code"), [(["y"], 0), (["what?", "yes"], 0), (["n"], 1), (["ㅛ"], 0), (["\x04"], 1), (["\x03"], 130)]
)
def test_it_asks_first(answers, code, here, mine):
    mine.write_text("mine = 1\n", encoding="utf-8")
    child = pexpect.spawn(GRADE[0], [*GRADE[1:], "reset", "1"], cwd=here, env=environment(), encoding="utf-8", timeout=60)
    child.expect_exact("[y/n]")
    for answer in answers:
        if len(answer) == 1 and answer < " ":
            child.send(answer)
        else:
            child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    assert (mine.read_text(encoding="utf-8") == STUB) == (code == 0)
    assert backups(here) == ([f"{MINE}.1.bak"] if code == 0 else [])


def test_whatever_lies_there_is_kept_a_link_as_a_link(here, mine):
    precious = here / "precious.py"
    precious.write_text("mine = 1\n", encoding="utf-8")
    mine.unlink()
    mine.symlink_to(precious)
    assert grade("reset", "exercise1", "--yes", cwd=here).code == 0
    assert precious.read_text(encoding="utf-8") == "mine = 1\n"
    assert os.readlink(here / "exercises" / f"{MINE}.1.bak") == str(precious)
    assert not mine.is_symlink()


def test_a_folder_of_that_name_is_kept_under_a_number(here, mine):
    mine.unlink()
    mine.mkdir()
    (mine / "notes.txt").write_text("mine", encoding="utf-8")
    ended = grade("reset", "exercise1", "--yes", cwd=here)
    assert f"What you had is kept in exercises/{MINE}.1.bak." in ended.words
    assert ended.code == 0
    assert mine.read_bytes() == (ROOT / "exercises" / MINE).read_bytes()
    assert (mine.with_name(f"{MINE}.1.bak") / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_changes_nothing(here, mine):
    mine.write_text("mine = 1\n", encoding="utf-8")
    script = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); from grader.__main__ import main; main()"
    command = [sys.executable, "-c", script]
    ended = grade("reset", "exercise1", "--yes", cwd=here, command=command, env={"PYTHONPATH": str(ROOT)})
    assert "The stub cannot be put back" in ended.errors
    assert ended.errors.endswith("Try: grade init ANOTHER_FOLDER")
    assert ended.code == 2
    assert mine.read_text(encoding="utf-8") == "mine = 1\n"
    assert sorted(path.name for path in (here / "exercises").iterdir() if MINE in path.name) == [MINE]


def test_the_courses_own_folder_is_not_reset(tmp_path):
    course = tmp_path / "course"
    shutil.copytree(TINY_COURSE, course)
    ended = grade("reset", "telegram", "--yes", "--course", course, cwd=course)
    assert "This is the course's own folder" in ended.errors
    assert ended.code == 2


# ------------------------------------------------------------------------------------------------------------
# solution
# ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    """A working copy in which exercise 1 has full marks, in words of its own."""
    folder = working_copy(tmp_path_factory.mktemp("solved"))
    text = RIGHT.replace("np.maximum(0, x)", "np.maximum(0, np.asarray(x))  # my own way")
    (folder / "exercises" / MINE).write_text(text, encoding="utf-8")
    assert grade("exercise1", cwd=folder).code == 0
    return folder


def test_before_full_marks_it_says_no_and_why(here, mine):
    def refused():
        ended = grade("solution", "exercise1", cwd=here)
        assert "is shown beside your own once yours has full marks" in ended.errors
        assert ended.err.endswith("Try:  grade exercise1\n")
        assert (ended.code, ended.out) == (2, "")
        return ended.errors

    assert "You have not written anything yet." in refused()
    mine.write_text(STEP, encoding="utf-8")
    assert "Yours has not been graded yet." in refused()
    grade("exercise1", cwd=here)
    assert "of 20 points so far." in refused()
    mine.write_text(RIGHT, encoding="utf-8")
    assert "Yours has changed since it was graded." in refused()
    mine.unlink()
    assert "There is no file of yours." in refused()


def test_side_by_side_where_there_is_room(solved):
    ended = grade("solution", "exercise1", cwd=solved, env={"COLUMNS": "160"})
    (line,) = [line for line in ended.out.splitlines() if "my own way" in line]
    assert line.split("# my own way")[1].strip() == "return np.maximum(0, x)"
    assert '"""' not in ended.out  # both have the same docstrings
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize("columns", [30, 80, 99])
def test_one_below_the_other_where_there_is_not(columns, solved):
    ended = grade("solution", "exercise1", cwd=solved, env={"COLUMNS": str(columns)})
    words = ended.words
    assert words.index("np.maximum(0, np.asarray(x))") < words.index("np.maximum(0, x)")
    assert ended.out.count("Yours\n") == ended.out.count("The reference\n") == 4
    assert max(map(len, ended.out.splitlines())) <= columns


def test_nothing_is_cut_off_and_nothing_of_the_file_moves_the_cursor(solved):
    mine = solved / "exercises" / MINE
    text = mine.read_text(encoding="utf-8")
    mine.write_text(text.replace("# my own way", f"# my \x1b[2J own {'long ' * 40}way"), encoding="utf-8")
    grade("exercise1", cwd=solved)
    ended = grade("solution", "exercise1", cwd=solved, env={"COLUMNS": "120"})
    mine.write_text(text, encoding="utf-8")
    grade("exercise1", cwd=solved)
    assert ended.out.count("long") == 40
    assert "\x1b" not in ended.out


def test_colours_in_a_terminal(solved):
    ended = grade("solution", "exercise1", cwd=solved, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[9" in ended.out or "\x1b[3" in ended.out


def test_a_forged_state_can_show_the_solution_but_break_nothing(here, mine):
    mine.write_text("def f(:\n", encoding="utf-8")
    grade("exercise1", cwd=here)
    state = (here / FILE).read_text(encoding="utf-8")
    (here / FILE).write_text(state.replace('"done": false', '"done": true'), encoding="utf-8")
    ended = grade("solution", "exercise1", cwd=here)
    assert "no definition of this name" in ended.words
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("def f(x):\n    return x\n", "def f(x):\n    return x"),
        ("def f(x):\n    '''Doc\n\n    more.'''\n    # why\n    return x\n\ng = 1\n", "def f(x):\n    # why\n    return x"),
        ("@d\ndef f(x):\n    return x\n", "@d\ndef f(x):\n    return x"),
        ("f = lambda x: (\n  x)\n", "f = lambda x: (\n  x)"),
        ("def f(x): return 1\ndef f(x): return 2\n", "def f(x): return 2"),
        ('def f(x): "doc"; return x\n', 'def f(x): "doc"; return x'),
        ("def g(x):\n    def f(y): return y\n", None),
        ("def f(:\n", None),
        ("\x00", None),
        ("(" * 500, None),
    ],
)
def test_the_code_of_one_function(source, code):
    assert code_of(source, "f") == code
