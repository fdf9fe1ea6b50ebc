"""Bad input gets a sentence, and nothing is lost: every test runs the command in a process of its own."""

import os
import shutil
import signal
import sys
from dataclasses import dataclass

import pytest
from helpers.command import (
    GRADE,
    ROOT,
    TINY_COURSE,
    assert_no_fault_of_ours,
    copy_course,
    descendants,
    finish,
    grade,
    grade_twice,
    nothing_left_behind,
    start,
    wait_for,
    working_copy,
)

from grader.course import load_course
from grader.learner.heavy import heavy_import

FILE = "exercise1_activations.py"
SOLUTION = (ROOT / "solutions" / FILE).read_text(encoding="utf-8")
LINES = SOLUTION.count("\n")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Our course, with exercise 1 alone, and with so little time for a call that a loop is soon over."""
    return copy_course(tmp_path_factory.mktemp("quick"), call_seconds=1.0)


def write(tmp_path, content):
    """The learner's file with this content, in a folder to be graded in."""
    path = tmp_path / "exercises" / FILE
    path.parent.mkdir()
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def assert_told(told, document, code=1):
    """Both reports end well, with this exit code, and without a word about the grader's own insides."""
    assert_no_fault_of_ours(told, document)
    assert (told.code, document.code) == (code, code)
    assert (told.err, document.err) == ("", "")
    assert told.out.rstrip().splitlines()[-1].startswith("  grade exercise1 --course ")


# ------------------------------------------------------------------------------------------------------------
# A file that cannot be graded at all
# ------------------------------------------------------------------------------------------------------------


def assert_ungradable(folder, course, *sentences, command=None):
    told, document = grade_twice("exercise1", "--course", course, cwd=folder, command=command)
    assert_told(told, document)
    report = document.json
    assert (report["outcome"], report["points"], report["max_points"], report["checks"]) == ("ungradable", 0, 20, [])
    for sentence in sentences:
        assert sentence in report["reason"]
    assert "✗ This file cannot be graded." in told.out
    assert "✗ 0 of 20 points." in told.out
    assert "".join(report["reason"].split()) in "".join(told.out.split())  # wrapped, also within a long path
    return report["reason"], told.out


SYNTAX = "import numpy as np\n\n\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x)\n"
CONTENTS = {
    "empty": (b"", f"{FILE} is empty."),
    "blank": (b" \n\n\t\n", f"{FILE} is empty."),
    "binary": (bytes(range(256)) * 40, f"{FILE} has a null byte in line 1: this is not a text file."),
    "50 MB": (b"x = 1\n" * (50 * 1024 * 1024 // 6), f"{FILE} is 50.0 MiB large."),
    "UTF-16": (SOLUTION.encode("utf-16"), f"{FILE} is saved as UTF-16. Save it again as UTF-8."),
    "UTF-16 without mark": (SOLUTION.encode("utf-16-le"), f"{FILE} looks like UTF-16. Save it again as UTF-8."),
    "not UTF-8": (b"# r\xe9sum\xe9\n", f"{FILE}, line 1: byte 0xe9 is not utf-8. Save the file as UTF-8."),
    "failing": ("import numpy as np\n\nnp.array([1])[3]\n", f"{FILE}, line 3: IndexError: index 3 is out of bounds"),
    "no such module": ("import nunpy\n", f"{FILE}, line 1: ModuleNotFoundError: No module named 'nunpy'"),
    "looping": ("while True:\n    pass\n", f"{FILE} did not finish loading: no answer within 1 s. Is there a loop"),
    "importing Keras": (
        "try:\n    from keras import layers\nexcept ImportError:\n    pass\nwhile True:\n    pass\n",
        f"{FILE} did not finish loading: no answer within 1 s. It imports keras (line 2): this exercise does not need",
    ),
    "sys.exit": ("import sys\n\nsys.exit(0)\n", f"{FILE}, line 3: SystemExit: 0 (while loading the file)"),
    "os._exit": ("import os\n\nos._exit(0)\n", f"{FILE} ended while it was loading: the process ended by itself"),
    "endless output": (
        "while True:\n    print('x' * 100000)\n",
        f"{FILE} ended while it was loading: it printed more than 8 MiB.",
    ),
    "input": ("name = input('Your name? ')\n", f"{FILE}, line 1: EOFError"),
    "interrupting": ("raise KeyboardInterrupt\n", f"{FILE}, line 1: KeyboardInterrupt (while loading the file)"),
    "recursion": ("def f():\n    f()\n\n\nf()\n", f"{FILE}, line 2: RecursionError"),
}


@pytest.mark.parametrize("content", CONTENTS)
def test_a_file_that_cannot_be_graded_is_told_in_a_sentence(content, course, tmp_path):
    data, sentence = CONTENTS[content]
    write(tmp_path, data)
    assert_ungradable(tmp_path, course, sentence)


@pytest.mark.parametrize(
    ("exercise", "source", "found"),
    [
        ("exercise1", "import os\nimport numpy as np, matplotlib.pyplot as plt\n", ("matplotlib", 2)),
        ("exercise1", "class A:\n    with open('x'):\n        import torch.nn\n", ("torch", 3)),
        ("exercise1", "def f():\n    import keras\n", None),
        ("exercise1", "import numpy\nif __name__ == '__main__':\n    import keras\n", None),
        ("exercise1", "from . import keras\nfrom mnist import tensorflow\n", None),
        ("exercise1", "import keras (\n", None),
        ("exercise5", "import tensorflow, keras\n", None),
        ("exercise8", "import keras\n", None),
    ],
)
def test_which_large_library_an_exercise_has_no_time_for(exercise, source, found):
    assert heavy_import(source, load_course(ROOT).exercise(exercise)) == found


def test_a_missing_file_is_told_with_the_command_that_brings_it_back(course, tmp_path):
    (tmp_path / "exercises").mkdir()
    assert_ungradable(tmp_path, course, f"There is no file exercises/{FILE}.", "`grade init --course ")


def test_a_folder_in_place_of_the_file(course, tmp_path):
    (tmp_path / "exercises" / FILE).mkdir(parents=True)
    assert_ungradable(tmp_path, course, f"{FILE} is a folder, not a Python file.")


def test_a_file_that_may_not_be_read(course, tmp_path):
    path = write(tmp_path, SOLUTION)
    path.chmod(0)
    prefix = []
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may read everything, and there is no setpriv to give that up")
        prefix = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    assert_ungradable(tmp_path, course, f"{FILE} cannot be read: you have no permission.", command=[*prefix, *GRADE])


def test_a_syntax_error_is_shown_with_its_line_and_a_caret(course, tmp_path):
    write(tmp_path, SYNTAX)
    reason, out = assert_ungradable(tmp_path, course)
    assert reason == (
        f"{FILE}, line 5: SyntaxError: '(' was never closed\n"
        "    return 1 / (1 + np.exp(-x)\n"
        "               ^"
    )  # fmt: skip
    shown = out.splitlines()
    place = next(number for number, line in enumerate(shown) if "return 1 / (1" in line)
    assert shown[place + 1].index("^") == shown[place].index("(1 +")


# ------------------------------------------------------------------------------------------------------------
# A function that misbehaves: the others keep their points
# ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bad:
    """A body of `sigmoid`, and what its first check then says."""

    body: str
    outcome: str
    message: str = ""
    shown: str = ""


FUNCTIONS = {
    "deleted": Bad("del sigmoid", "not_implemented", f"{FILE} has no function called sigmoid", "not written yet"),
    "a number": Bad("sigmoid = 3", "not_implemented", f"{FILE} has no function called sigmoid", "not written yet"),
    "None": Bad("return None", "failed", "None"),
    "a list": Bad("return [0.5, 0.5, 0.5, 0.5]", "failed", "list"),
    "a string": Bad("return 'sigmoid'", "failed", "text"),
    "an object": Bad("return object()", "failed", "object"),
    "itself": Bad("return sigmoid", "failed", "function"),
    "another shape": Bad("return 1 / (1 + np.exp(-x.reshape(-1, 1)))", "failed", "shape"),
    "another dtype": Bad("return np.array(['a', 'b', 'c', 'd'])", "failed", "an array of something else than numbers"),
    "NaN": Bad("return x * np.nan", "failed", "at index [0] the answer is nan"),
    "raising": Bad(
        "raise ValueError('I give up')",
        "raised",
        f"ValueError: I give up\nline {LINES + 5}, in sigmoid: raise ValueError('I give up')",
        "raised an exception",
    ),
    "looping": Bad("while True: pass", "timed_out", "no answer within 1 s", "timed out"),
    "os._exit": Bad("import os; os._exit(0)", "crashed", "the process ended by itself with exit status 0", "crashed"),
    "sys.exit": Bad("import sys; sys.exit(0)", "raised", "SystemExit: 0", "raised an exception"),
    "huge": Bad("return np.ones(10**11)", "raised", "MemoryError: Unable to allocate", "raised an exception"),
    "Ctrl-C": Bad("raise KeyboardInterrupt", "raised", "KeyboardInterrupt", "raised an exception"),
    "input": Bad("return float(input('x? '))", "raised", "EOFError", "raised an exception"),
    "printing": Bad("print('x' * 10_000_000); return x", "crashed", "it printed more than 8 MiB", "crashed"),
    "recursion": Bad("return sigmoid(x)", "raised", "RecursionError", "raised an exception"),
    "segfault": Bad("import ctypes; ctypes.string_at(0)", "crashed", "the process was ended by SIGSEGV", "crashed"),
}


def submission(body):
    """The finished exercise 1, but for its sigmoid."""
    if body in ("del sigmoid", "sigmoid = 3"):
        return f"{SOLUTION}\n\n\n{body}\n"
    return f"{SOLUTION}\n\n\ndef sigmoid(x):\n    {body}\n"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_that_misbehaves_costs_its_own_points_only(name, course, tmp_path):
    bad = FUNCTIONS[name]
    write(tmp_path, submission(bad.body))
    told, document = grade_twice("exercise1", "--course", course, cwd=tmp_path)
    assert_told(told, document)
    first, *_ = mine = [check for check in document.json["checks"] if check["function"] == "sigmoid"]
    assert first["outcome"] == bad.outcome
    assert bad.message in first["message"]
    assert {check["outcome"] for check in mine} <= {bad.outcome, "skipped"}
    others = [check for check in document.json["checks"] if check["function"] != "sigmoid"]
    assert {check["outcome"] for check in others} == {"passed"}
    points = sum(check["max_points"] for check in others)
    assert (document.json["outcome"], document.json["points"]) == ("failed", points)
    assert f"✗ {points} of 20 points." in told.out
    assert (bad.shown or "wrong answer") in told.out


def test_a_file_that_prints_10_MB_is_graded_all_the_same(tmp_path):
    """With the limit that the course has: 8 MiB, which 7 MB keep to; more ends the process."""
    write(tmp_path, f"print('x' * 7_000_000)\n{SOLUTION}")
    assert grade("exercise1", "--json", cwd=tmp_path).json["outcome"] == "passed"


# ------------------------------------------------------------------------------------------------------------
# A broken course
# ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def tiny(tmp_path):
    """A copy of the tiny course, to be broken."""
    return shutil.copytree(TINY_COURSE, tmp_path / "tiny", ignore=shutil.ignore_patterns("__pycache__"))


def assert_broken(course, *sentences, words=("thermometer", "--solutions")):
    ended = grade(*words, "--course", course, cwd=course)
    assert_no_fault_of_ours(ended)
    for sentence in sentences:
        assert sentence in ended.err
    assert (ended.code, ended.out) == (3, "")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("    points: 5", "    points: 5\n    marks: 5", "13: unknown key “marks”; known keys are id, topic, title,"),
        ("- id: telegram", "- id: thermometer", "18: id “thermometer” is already taken by thermometer."),
        ("points: 5", "points: -5", "12: “points” must be above 0, not -5."),
        ("points: 5", "points: five", "12: “points” must be a number, not 'five'."),
        ("functions: [shout, initials]", "functions: shout", "22: “functions” must be a list, not 'shout'."),
        ("    topic: words", "\ttopic: words", "19: a tab at the start of the line; YAML wants spaces."),
        ("title: Writing a telegram", "title: [", "is not YAML: "),
        ("    file: telegram.py\n", "", "18: the key “file” is missing."),
        ("format_version: 1", "format_version: 2", "2: “format_version” must be 1, not 2."),
        ("shared: [stations.py]", "shared: [stars.py]", "4: “stars.py” is listed as shared, but exercises/stars.py"),
    ],
)
def test_a_broken_assignments_yaml_is_told_with_file_and_line(old, new, sentence, tiny):
    path = tiny / "assignments.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert_broken(tiny, f"{path}:", sentence)


def test_a_check_file_with_a_syntax_error(tiny):
    path = tiny / "solutions" / "checks" / "check_thermometer.py"
    path.write_text(path.read_text(encoding="utf-8") + "\n\ndef check_more(learner:\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    assert_broken(tiny, "The hidden checks cannot be loaded:", f"{path}:{line}: '(' was never closed.")


def test_a_check_file_that_fails_on_import(tiny):
    path = tiny / "solutions" / "checks" / "check_thermometer.py"
    path.write_text("import no_such_module\n", encoding="utf-8")
    assert_broken(
        tiny, "The hidden checks cannot be loaded:", f"{path}:1: ModuleNotFoundError: No module named 'no_such_mod"
    )


def test_a_missing_check_file(tiny):
    path = tiny / "solutions" / "checks" / "check_thermometer.py"
    path.unlink()
    assert_broken(tiny, f"The hidden checks are missing: {path}.")


def test_points_that_do_not_add_up(tiny):
    path = tiny / "assignments.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("points: 5", "points: 6"), encoding="utf-8")
    assert_broken(tiny, "the checks are worth 5 points together, but assignments.yaml says 6.")


def test_a_bug_in_a_check_is_broken_and_never_a_wrong_answer(tiny):
    path = tiny / "solutions" / "checks" / "check_thermometer.py"
    text = path.read_text(encoding="utf-8").replace("learner.to_fahrenheit(100.0)", "learner.to_fahrenheit(bolling)")
    path.write_text(text, encoding="utf-8")
    told, document = grade_twice("thermometer", "--solutions", "--course", tiny, cwd=tiny)
    assert_no_fault_of_ours(told, document)
    broken = document.json["checks"][0]
    assert (broken["outcome"], broken["points"]) == ("broken", 0)
    assert broken["message"] == "the check itself is broken: NameError: name 'bolling' is not defined"
    assert "this check is broken, not your code" in told.words
    assert "wrong answer" not in told.words
    assert (told.code, document.code) == (3, 3)


def test_a_missing_reference_solution(tiny):
    """A check that needs it is broken; so is the whole command where the solutions are to be graded."""
    path = tiny / "solutions" / "thermometer.py"
    mine = tiny / "mine.py"
    shutil.copyfile(path, mine)
    path.unlink()
    ended = grade("thermometer", "--file", mine, "--course", tiny, cwd=tiny)
    assert_no_fault_of_ours(ended)
    assert "".join(f"The reference solution is missing: {path}.".split()) in "".join(ended.out.split())
    assert ended.code == 3


@pytest.mark.parametrize("damage", ["missing", "cut off", "another file"])
def test_missing_or_damaged_data_is_told(damage, tmp_path):
    course = copy_course(tmp_path / "course", ["exercise4"])
    data = course / "exercises" / "data" / "mnist_5k.npz"
    if damage == "missing":
        data.unlink()
    else:
        data.write_bytes(data.read_bytes()[:1000] if damage == "cut off" else b"something else")
    ended = grade("exercise4", "--solutions", "--course", course, cwd=tmp_path)
    assert_no_fault_of_ours(ended)
    assert "mnist_5k.npz" in ended.words
    assert ended.code in (1, 3)


# ------------------------------------------------------------------------------------------------------------
# Interrupted, killed, not listened to
# ------------------------------------------------------------------------------------------------------------

LOOPS = "import os\n\n\ndef sigmoid(x):\n    print('looping', flush=True)\n    while True:\n        pass\n"


@pytest.fixture
def endless(tmp_path):
    """A command that waits for a learner's loop, for longer than any test."""
    course = copy_course(tmp_path / "course", call_seconds=600.0, total_seconds=600.0)
    write(tmp_path, LOOPS)
    with nothing_left_behind():
        process = start("exercise1", "--course", course, cwd=tmp_path)
        wait_for(lambda: _busy(process.pid), "the learner's function loops")
        yield process
        finish(process)


def _busy(pid):
    """Whether a worker below this process has been computing for a while."""
    return any(_processor_ticks(child) > 20 and _is_worker(child, pid) for child in descendants(pid))


def _is_worker(child, pid):
    with open(f"/proc/{child}/stat") as stat:
        return int(stat.read().rpartition(")")[2].split()[1]) != pid


def _processor_ticks(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return int(stat.read().rpartition(")")[2].split()[11])
    except OSError:
        return 0


def test_ctrl_c_ends_everything_at_once(endless):
    endless.send_signal(signal.SIGINT)
    ended = finish(endless, timeout=30)
    assert (ended.code, ended.out, ended.err) == (130, "", "\nInterrupted. Nothing was changed.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("exercise1", "\nInterrupted. Nothing was changed.\n"),
        ("--lang xx", "\nInterrupted. Nothing was changed.\n"),
        ("exercise1 --lang ko", "\n중단되었어요. 바뀐 것은 없어요.\n"),
    ],
)
def test_ctrl_c_while_our_first_modules_are_imported(words, sentence, tmp_path):
    """And once more while the word of it is on its way."""
    script = """if True:
        import os, signal, sys
        from grader.__main__ import main

        class Interrupting:
            def find_spec(self, name, path=None, target=None):
                if name in ("grader.cli.options", "grader.report.text"):
                    os.kill(os.getpid(), signal.SIGINT)

        sys.meta_path.insert(0, Interrupting())
        main()
    """
    ended = grade("-c", script, *words.split(), cwd=tmp_path, command=[sys.executable], env={"PYTHONPATH": str(ROOT)})
    assert (ended.code, ended.out, ended.err) == (130, "", sentence)


def test_ctrl_c_while_python_clears_up(tmp_path):
    script = """if True:
        import signal, time
        import grader.cli.overview
        from grader.__main__ import main

        class Interrupted:
            def __del__(self):
                signal.raise_signal(signal.SIGINT)

        def overview(options):
            Interrupted()
            time.sleep(5)

        grader.cli.overview.overview = overview
        main()
    """
    ended = grade("-c", script, cwd=tmp_path, command=[sys.executable], env={"PYTHONPATH": str(ROOT)})
    assert (ended.code, ended.out, ended.err) == (130, "", "\nInterrupted. Nothing was changed.\n")


def test_a_child_that_ctrl_c_has_ended_first_is_no_news(tmp_path):
    script = """if True:
        import grader.cli.overview
        from grader.__main__ import main
        from grader.errors import EngineError

        def interrupted(options):
            try:
                raise KeyboardInterrupt
            finally:
                raise EngineError("The process that starts workers does not answer.")

        grader.cli.overview.overview = interrupted
        main()
    """
    ended = grade(cwd=tmp_path, command=[sys.executable, "-c", script], env={"PYTHONPATH": str(ROOT)})
    assert (ended.code, ended.err) == (130, "\nInterrupted. Nothing was changed.\n")


def test_being_terminated_ends_everything_at_once(endless):
    endless.terminate()
    ended = finish(endless, timeout=30)
    assert (ended.code, ended.out, ended.err) == (130, "", "\nInterrupted. Nothing was changed.\n")


def test_no_process_outlives_a_command_that_was_killed(endless):
    below = descendants(endless.pid)
    assert len(below) >= 2
    endless.kill()
    endless.wait(timeout=30)
    wait_for(lambda: not any(_alive(pid) for pid in below), "forkserver and worker are gone", timeout=20)


def _alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """A folder with fresh stubs."""
    return working_copy(tmp_path_factory.mktemp("learner"))


@pytest.mark.parametrize("words", ["exercise1", "exercise1 --json", "", "--help"])
def test_a_pipe_that_is_closed_early(words, here):
    reader, writer = os.pipe()
    os.close(reader)
    with nothing_left_behind(), open(writer, "w") as pipe:
        ended = finish(start(*words.split(), cwd=here, stdout=pipe))
    assert ended.err == ""
    assert ended.code == 1


@pytest.mark.parametrize("words", ["exercise1", "exercise1 --json", "", "--help", "--version"])
@pytest.mark.parametrize("unbuffered", [None, "1"])
def test_a_full_disk_behind_stdout(words, unbuffered, here):
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full here")
    with nothing_left_behind(), open("/dev/full", "w") as full:
        ended = finish(start(*words.split(), cwd=here, stdout=full, env={"PYTHONUNBUFFERED": unbuffered}))
    assert ended.err == "What was asked for could not be written: No space left on device.\n"
    assert ended.code == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_the_shell_has_closed(closed, here):
    """No socket of ours may take the place of a closed stream."""
    for words, code in (("exercise1", 1), ("penguin", 2), ("--version", 0)):
        ended = grade("-c", f'"$@" {closed}', "sh", *GRADE, words, cwd=here, command=["/bin/sh"])
        assert ended.code == code
        assert_no_fault_of_ours(ended)
