"""`grade watch` in a real terminal: saves, keys, sizes, and whatever else can happen to somebody who watches."""

import os
import re
import shlex
import shutil
import signal
import termios
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from helpers.command import GRADE, ROOT, TINY_COURSE, descendants, grade, nothing_left_behind, working_copy
from helpers.screen import Terminal, save, save_by_rename, save_through_backup

from grader.cli.watching.events import Events, Polling, Saved
from grader.cli.watching.keys import keys_in
from grader.cli.watching.saves import Saves, must_poll
from grader.state import FILE, read_state

TINY = ("--course", TINY_COURSE)
RIGHT = {name: (TINY_COURSE / "solutions" / f"{name}.py").read_text(encoding="utf-8") for name in ("thermometer", "telegram")}
QUIET = "def shout(text):\n    return text.upper()\n"
NAMED = "The exclamation mark is missing"
LOOP = "def shout(text):\n    while True:\n        pass\n"
KEYS = "q:quit ?"


@pytest.fixture
def station(tmp_path):
    return working_copy(tmp_path, TINY_COURSE)


@pytest.fixture
def telegram(station):
    return station / "exercises" / "telegram.py"


@pytest.fixture
def watching(station):
    """Start watching; when the test is over, nothing of it may be left."""
    opened = []

    def start(*words, **more):
        terminal = Terminal("watch", *words, *TINY, cwd=station, **more)
        opened.append(terminal)
        return terminal

    with nothing_left_behind():
        yield start
        for terminal in opened:
            terminal.__exit__()


# ------------------------------------------------------------------------------------------------------------
# Saves
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("saved", [save, save_by_rename, save_through_backup])
def test_every_save_is_graded_however_the_editor_saves(saved, telegram, watching):
    terminal = watching("telegram")
    terminal.shows("telegram · Writing a telegram", "0 of 3 points.", KEYS)
    saved(telegram, QUIET)
    terminal.shows("What is wrong in shout", NAMED, KEYS)
    saved(telegram, RIGHT["telegram"])
    terminal.shows("✓ 3 of 3 points: telegram is done.", "n:next /", "3/8 points")
    saved(telegram, QUIET)
    terminal.shows(NAMED)
    terminal.hides("n:next")
    terminal.send("q")
    assert terminal.ends() == 0


def test_a_file_that_goes_and_comes_back_is_waited_for(telegram, watching):
    terminal = watching("telegram")
    terminal.shows("0 of 3 points.", KEYS)
    telegram.unlink()
    terminal.shows("There is no file exercises/telegram.py.", KEYS)
    telegram.write_text(RIGHT["telegram"], encoding="utf-8")
    terminal.shows("3 of 3 points", KEYS)
    telegram.write_text("def shout(:\n", encoding="utf-8")
    terminal.shows("This file cannot be graded.", "line 1", KEYS)


def test_the_whole_folder_may_go_and_come_back(station, telegram, watching):
    terminal = watching("telegram")
    terminal.shows("0 of 3 points.", KEYS)
    shutil.move(station / "exercises", station / "away")
    terminal.shows("There is no file", KEYS)
    shutil.move(station / "away", station / "exercises")
    terminal.shows("0 of 3 points.", KEYS)
    telegram.write_text(RIGHT["telegram"], encoding="utf-8")
    terminal.shows("3 of 3 points", KEYS)


def test_what_is_saved_while_something_is_checked_is_checked_next(telegram, watching):
    terminal = watching("telegram")
    terminal.shows("0 of 3 points.", KEYS)
    save(telegram, LOOP)
    terminal.shows("Checking telegram")
    save(telegram, RIGHT["telegram"])
    terminal.shows("3 of 3 points", KEYS)


def test_a_loop_ends_at_the_limit_with_a_word_and_watching_goes_on(telegram, watching):
    save(telegram, LOOP)
    terminal = watching("telegram")
    terminal.shows("Checking telegram … (q: quit)")
    terminal.shows("timed out", "no answer within 1 s", KEYS)
    save(telegram, RIGHT["telegram"])
    terminal.shows("3 of 3 points", KEYS)


def test_other_files_of_the_folder_do_not_matter(station, telegram, watching):
    terminal = watching("telegram")
    terminal.shows("0 of 3 points.", KEYS)
    before = terminal.text
    save(station / "exercises" / "thermometer.py", RIGHT["thermometer"])
    save(station / "exercises" / "telegram.py~", QUIET)
    save(telegram, QUIET)
    terminal.shows(NAMED)
    assert before != terminal.text
    assert "thermometer" not in read_state(station / "exercises").graded


def test_polling_is_announced_and_works(telegram, watching):
    terminal = watching("telegram", "--poll")
    terminal.shows("it is looked at 3 times a second", "0 of 3 points.", KEYS)
    save(telegram, RIGHT["telegram"])
    terminal.shows("3 of 3 points", KEYS)


def test_where_no_word_of_saves_comes_the_file_is_looked_at_and_that_is_said(station, telegram, watching):
    # Through its name in another folder a file changes without any word to those who watch the first.
    elsewhere = station / "elsewhere.py"
    os.link(telegram, elsewhere)
    terminal = watching("telegram")
    terminal.shows("0 of 3 points.", KEYS)
    save(elsewhere, QUIET)
    terminal.shows(NAMED, KEYS)
    terminal.shows("No word of saves comes from this folder, so it is looked at 3 times a second.")
    save(elsewhere, RIGHT["telegram"])
    terminal.shows("3 of 3 points", KEYS)


@pytest.mark.parametrize(
    ("environment", "polled"),
    [({}, False), ({"WATCHFILES_FORCE_POLLING": "1"}, True), ({"WATCHFILES_FORCE_POLLING": "false"}, False)],
)
def test_the_environment_can_ask_for_polling(environment, polled, monkeypatch):
    monkeypatch.setattr("platform.uname", lambda: SimpleNamespace(release="6.1.0"))
    assert must_poll(environment) is polled


def test_in_wsl_saves_are_polled_for(monkeypatch):
    monkeypatch.setattr("platform.uname", lambda: SimpleNamespace(release="5.15.90.1-microsoft-standard-WSL2"))
    assert must_poll({})


def test_a_late_word_is_no_reason_to_poll(tmp_path):
    path, events = tmp_path / "mine.py", Events()
    path.write_text("1")
    saves = Saves(events, path, polling=False)
    path.write_text("22")
    saves.look()  # the look was quicker
    saves.told()
    saves.look()
    assert not saves.polling
    assert [type(events.get_nowait()) for _ in range(2)] == [Saved, Saved]
    path.write_text("333")
    saves.look()
    saves.look()
    assert saves.polling
    assert [type(events.get_nowait()) for _ in range(2)] == [Saved, Polling]
    assert events.empty()


# ------------------------------------------------------------------------------------------------------------
# Keys
# ------------------------------------------------------------------------------------------------------------


def test_h_gives_one_hint_more_and_goes_away_with_the_last(telegram, watching):
    save(telegram, QUIET)
    terminal = watching("telegram")
    terminal.shows(NAMED, "h:hint")
    terminal.send("h")
    terminal.shows("Hint 1 on shout", "Texts know `.upper()`.", "This was the last one.", NAMED)
    terminal.send("h")
    terminal.shows("You have seen them all")
    terminal.hides("h:hint")
    save(telegram, QUIET + "\n")
    terminal.shows("h:hint")
    terminal.hides("Hint 1 on shout")


@pytest.mark.parametrize(("columns", "rows"), [(30, 20), (40, 20), (80, 24)])
def test_the_newest_hint_is_seen_on_a_screen_of_any_size(columns, rows, tmp_path):
    with nothing_left_behind(), Terminal("watch", cwd=working_copy(tmp_path), columns=columns, rows=rows) as terminal:
        terminal.shows("h:hint")
        for number in (1, 2, 3):
            terminal.send("h")
            terminal.shows(f"Hint {number} on step_function")
        terminal.shows("becomes 1 and 0 with `.astype(int)`.", "This was the last one.")
        assert ("Hint 1 on step_function" in terminal.words) is (columns == 80)


def test_on_the_smallest_screen_there_is_room_for_what_was_asked_for(tmp_path):
    with nothing_left_behind(), Terminal("watch", cwd=working_copy(tmp_path), columns=30, rows=12) as terminal:
        terminal.shows("h:hint")
        terminal.send("h")
        terminal.shows("Hint 1 on step_function", "works on a whole array.")


def test_on_a_small_screen_the_list_has_every_exercise(tmp_path):
    with nothing_left_behind(), Terminal("watch", cwd=working_copy(tmp_path), columns=40, rows=20) as terminal:
        terminal.shows("h:hint")
        terminal.send("l")
        terminal.shows("· exercise1 0/20 not begun", "· exercise10 0/20 not begun", "Progress:", "Next:")


def test_a_prompt_of_two_rows_is_gone_afterwards(telegram, watching):
    terminal = watching("telegram", columns=30, rows=20)
    terminal.shows("h:hint / l:list", "q:quit ?")
    terminal.send("q")
    assert terminal.ends() == 0
    assert "h:hint" not in terminal.text
    assert "Progress:" in terminal.text


def test_x_brings_back_a_file_that_is_gone(telegram, watching):
    stub = telegram.read_bytes()
    terminal = watching("telegram")
    terminal.shows(KEYS)
    telegram.unlink()
    terminal.shows("Has it another name now? The key x gives you the exercise anew.", KEYS)
    terminal.send("x")
    terminal.shows("exercises/telegram.py is there again: the stub.")
    assert telegram.read_bytes() == stub


def test_x_without_the_folder_says_what_brings_it_back(station, telegram, watching):
    terminal = watching("telegram")
    terminal.shows(KEYS)
    shutil.rmtree(telegram.parent)
    terminal.shows("The key x gives you the exercise anew.", KEYS)
    terminal.send("x")
    terminal.shows("The stub cannot be put back", "Try: grade init --course")


def test_the_folder_that_it_was_started_in_is_deleted(station, telegram, watching):
    terminal = watching("telegram")
    terminal.shows(KEYS)
    shutil.rmtree(station)
    terminal.shows("The folder that you are in has been deleted. Go to another one.")
    assert terminal.ends() == 2


def test_l_lists_and_a_key_leads_back(telegram, watching):
    save(telegram, QUIET)
    terminal = watching("telegram")
    terminal.shows(NAMED, KEYS)
    terminal.send("l")
    terminal.shows("A day at the weather station", "~ telegram", "Any key leads back.")
    terminal.hides(NAMED)
    terminal.send("q")
    terminal.shows(NAMED, KEYS)
    terminal.send("l")
    terminal.shows("Any key leads back.")
    save(telegram, RIGHT["telegram"])  # whoever saves wants the answer
    terminal.shows("3 of 3 points", KEYS)


def test_n_leads_to_the_next_that_is_not_done_and_at_the_end_to_the_list(station, telegram, watching):
    terminal = watching("telegram")
    terminal.shows("0 of 3 points.", KEYS)
    terminal.send("n")
    terminal.shows("n leads on once all checks pass.", "telegram ·")
    save(telegram, RIGHT["telegram"])
    terminal.shows("n:next", "press n to move on")
    terminal.send("n")
    terminal.shows("thermometer · Reading a thermometer", "0 of 5 points.", KEYS)
    assert read_state(station / "exercises").current == "thermometer"
    save(telegram, QUIET)  # no longer watched
    save(station / "exercises" / "thermometer.py", RIGHT["thermometer"])
    terminal.shows("5 of 5 points: thermometer is done.", "8/8 points")
    terminal.send("n")
    terminal.shows("telegram ·", NAMED)  # it has changed since
    save(telegram, RIGHT["telegram"])
    terminal.shows("3 of 3 points", KEYS)
    terminal.send("n")
    terminal.shows("✓ All exercises are done: 8 points.", "Any key leads back.")


def test_x_asks_before_it_resets_and_keeps_a_backup(station, telegram, watching):
    stub = telegram.read_text(encoding="utf-8")
    save(telegram, QUIET)
    terminal = watching("telegram")
    terminal.shows(NAMED, KEYS)
    terminal.send("x")
    terminal.shows("Put the stub back in place of exercises/telegram.py?", "(y/n)")
    terminal.send("z")
    terminal.send("n")
    terminal.shows("Nothing was changed.", KEYS)
    assert telegram.read_text(encoding="utf-8") == QUIET
    terminal.send("x")
    terminal.shows("(y/n)")
    terminal.send("y")
    terminal.shows("What you had is kept in exercises/telegram.py.1.bak.", "0 of 3 points.", KEYS)
    assert telegram.read_text(encoding="utf-8") == stub
    assert (station / "exercises" / "telegram.py.1.bak").read_text(encoding="utf-8") == QUIET
    terminal.send("x")
    terminal.shows("there is nothing to put back")


def test_r_runs_again_and_keys_typed_meanwhile_are_dropped(telegram, watching):
    save(telegram, LOOP)
    terminal = watching("telegram")
    terminal.shows("no answer within 1 s", KEYS)
    terminal.send("r")
    terminal.shows("Checking telegram")
    terminal.send("lx")
    terminal.shows("no answer within 1 s", KEYS)
    time.sleep(0.3)
    terminal.read()
    assert "Any key" not in terminal.words
    assert "(y/n)" not in terminal.words


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("\x04", 0), ("\x03", 130), ("ㅂ", 0)], ids=["q", "^D", "^C", "ㅂ"])
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "busy"])
def test_it_ends_at_once_and_the_terminal_is_as_before(key, code, busy, telegram, watching):
    save(telegram, LOOP if busy else QUIET)
    terminal = watching("telegram")
    terminal.shows("Checking telegram" if busy else KEYS)
    assert not termios.tcgetattr(terminal.child.child_fd)[3] & termios.ICANON
    terminal.send(key)
    assert terminal.ends() == code


def test_the_terminal_is_a_terminal_again_after_every_end(station, telegram):
    save(telegram, LOOP)
    words = " ".join(map(shlex.quote, [*GRADE, "watch", "telegram", *map(str, TINY)]))
    shell = ["/bin/sh", "-c", f"trap : INT; stty -a > before; {words}; code=$?; stty -a > after; echo code $code; cat"]
    for key, code in (("q", 0), ("\x03", 130)):
        with Terminal(command=shell, cwd=station) as terminal:
            terminal.shows("no answer within 1 s", KEYS)
            terminal.send(key)
            terminal.shows(f"code {code}")
            assert (station / "after").read_text() == (station / "before").read_text()
            if code == 0:
                assert "no answer within 1 s" in terminal.words  # the last report stays
                assert KEYS not in terminal.words


def test_sigterm_and_a_hang_up_leave_nothing_behind(telegram, watching):
    terminal = watching("telegram")
    terminal.shows(KEYS)
    os.kill(terminal.child.pid, signal.SIGTERM)
    assert terminal.ends() == 130
    terminal = watching("telegram")
    terminal.shows(KEYS)
    terminal.child.close(force=False)


def test_ctrl_z_gives_the_terminal_back_and_fg_goes_on(station, telegram):
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no shell with job control")
    words = " ".join(map(shlex.quote, [*GRADE, "watch", "telegram", *map(str, TINY)]))
    with Terminal(command=[bash, "--norc", "-i"], cwd=station, env={"PS1": "> "}) as terminal:
        terminal.shows(">")
        terminal.send(f"{words}\n")
        terminal.shows("0 of 3 points.", KEYS)
        terminal.send("\x1a")
        terminal.shows("Stopped")
        terminal.send("stty -a > stopped; echo re''ad now\n")
        terminal.shows("read now")
        assert {"icanon", "echo"} <= set((station / "stopped").read_text().split())
        terminal.send("fg\n")
        terminal.shows("telegram ·", "0 of 3 points.", KEYS)
        terminal.hides("Stopped")
        save(telegram, RIGHT["telegram"])
        terminal.shows("3 of 3 points")
        terminal.send("q")
        terminal.wait_until(lambda words: words.endswith(">"), "the shell asks again: what is typed earlier, watch drops")
        terminal.send("echo co''de $?; exit\n")
        terminal.shows("code 0")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("n", ["n"]),
        ("N", ["n"]),
        ("ㅜ", ["n"]),
        ("\x04", ["q"]),
        ("\r", ["enter"]),
        ("\x1b[A", []),
        ("\x1bOQ", []),
        ("\x1b[1;5Cq", ["q"]),
        ("\x1b", []),
        ("\x1bn", []),
        ("print('no quit')", []),
        ("", []),
    ],
)
def test_what_keys_send(text, keys):
    assert keys_in(text) == keys


# ------------------------------------------------------------------------------------------------------------
# The screen
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20), (30, 24), (30, 12), (20, 8), (200, 60)])
def test_name_and_points_are_at_the_top_and_the_keys_at_the_bottom(columns, rows, telegram, watching):
    save(telegram, QUIET)
    terminal = watching("telegram", columns=columns, rows=rows)
    terminal.shows("quit ?")
    assert terminal.lines[0].startswith("telegram ·")
    assert terminal.lines[-1].endswith("quit ?")
    assert "0 of 3 points." in terminal.words
    if rows >= 16:
        assert NAMED in terminal.words


def test_a_report_that_is_too_long_says_how_many_lines_are_missing(tmp_path):
    here = working_copy(tmp_path)
    mine = here / "exercises" / "exercise1_activations.py"
    wrong = (ROOT / "solutions" / mine.name).read_text(encoding="utf-8")
    wrong = re.sub(r"return (.*)", r"return -(\1)", wrong)
    save(mine, wrong)
    with nothing_left_behind(), Terminal("watch", cwd=here) as terminal:
        terminal.shows(KEYS)
        assert terminal.lines[0] == "exercise1 · Activation functions"
        assert "✗ step_function" in terminal.words
        assert terminal.lines[3:5] == ["", "What is wrong in step_function"]
        (line,) = [line for line in terminal.lines if re.fullmatch(r"… \d+ lines more: grade exercise1", line)]
        assert terminal.lines.index(line) == 24 - 5  # a blank line, the bar, the file, the keys below it
        terminal.resize(80, 60)
        terminal.wait_until(lambda words: len(terminal.lines) == 60 and terminal.lines[-1].endswith(KEYS), "it is drawn anew")
        assert terminal.lines[0] == "exercise1 · Activation functions"
        terminal.resize(30, 15)
        terminal.wait_until(lambda words: terminal.lines[-1].endswith("quit ?"), "it is drawn anew")
        assert terminal.lines[0] == "exercise1 · Activation"
        terminal.shows("What is wrong in step_function →")


def test_without_colour_there_is_none(telegram, watching):
    save(telegram, QUIET)
    terminal = watching("telegram", env={"NO_COLOR": "1"})
    terminal.shows(NAMED, KEYS)
    colours = {cell.fg for row in terminal.screen.buffer.values() for cell in row.values()}
    assert colours == {"default"}
    terminal.send("q")
    terminal = watching("telegram")
    terminal.shows(NAMED, KEYS)
    colours = {cell.fg for row in terminal.screen.buffer.values() for cell in row.values()}
    assert "red" in colours


def test_what_a_learner_writes_cannot_draw_on_the_screen(telegram, watching):
    save(telegram, "def shout(text):\n    return '\\x1b[2J\\x1b[Hgone'\n")
    terminal = watching("telegram")
    terminal.shows("What is wrong in shout", KEYS)
    assert terminal.lines[0].startswith("telegram ·")


# ------------------------------------------------------------------------------------------------------------
# Starting, and what goes wrong
# ------------------------------------------------------------------------------------------------------------


def test_exercise_and_flag_are_the_same_as_the_command(station):
    with nothing_left_behind(), Terminal("telegram", "--watch", *TINY, cwd=station) as terminal:
        terminal.shows("telegram ·", KEYS)


def test_without_a_name_the_first_that_is_not_done_is_watched(station, watching):
    save(station / "exercises" / "thermometer.py", RIGHT["thermometer"])
    assert grade("thermometer", *TINY, cwd=station).code == 0
    watching().shows("telegram ·", KEYS)


@pytest.mark.parametrize(
    ("words", "sentence", "command"),
    [
        (("watch",), "Watching needs a terminal", "grade"),
        (("watch", "telegram"), "Watching needs a terminal", "grade telegram"),
        (("watch", "telegram", "thermometer"), "One exercise is watched at a time", "grade watch telegram"),
        (("telegram", "--watch", "--json"), "it does not go with --json", "grade watch telegram"),
        (("telegram", "--watch", "--solutions"), "it does not go with --solutions", "grade watch telegram"),
        (("watch", "penguin"), "There is no exercise called “penguin”.", "grade"),
    ],
)
def test_what_cannot_be_watched_is_told(words, sentence, command, station):
    ended = grade(*words, *TINY, cwd=station)
    assert sentence in ended.errors
    assert ended.err.endswith(f"Try:  {command} --course {TINY_COURSE}\n")
    assert (ended.code, ended.out) == (2, "")


def test_a_terminal_that_cannot_draw_is_told(station):
    with Terminal("watch", *TINY, cwd=station, env={"TERM": "dumb"}) as terminal:
        terminal.shows("This terminal cannot draw a screen anew")
        assert terminal.ends() == 2


def test_without_a_working_copy_the_next_command_is_init(tmp_path):
    with Terminal("watch", cwd=tmp_path) as terminal:
        terminal.shows("There is no exercises/ folder", "grade init")
        assert terminal.ends() == 2


def test_a_state_that_cannot_be_written_is_said_once_and_watching_goes_on(station, telegram, watching):
    (station / FILE).mkdir()
    save(telegram, QUIET)
    terminal = watching("telegram")
    terminal.shows("Your progress cannot be noted", NAMED)
    terminal.send("h")
    terminal.shows("Hint 1 on shout")
    terminal.hides("cannot be noted")
    save(telegram, RIGHT["telegram"])
    terminal.shows("3 of 3 points", "3/8 points")


def test_a_forkserver_that_dies_is_started_again(telegram, watching):
    terminal = watching("telegram")
    terminal.shows("0 of 3 points.", KEYS)
    for pid in descendants(terminal.child.pid):
        os.kill(pid, signal.SIGKILL)
    save(telegram, RIGHT["telegram"])
    terminal.shows("3 of 3 points", KEYS)
    save(telegram, LOOP)
    terminal.shows("Checking telegram")
    for pid in descendants(terminal.child.pid):
        os.kill(pid, signal.SIGKILL)
    terminal.shows("no answer within 1 s", KEYS)
    assert "broken" not in terminal.words


def test_where_no_worker_can_be_started_the_screen_says_so_and_watching_goes_on(station, telegram, watching):
    course = station / "course"
    shutil.copytree(TINY_COURSE, course)
    manifest = course / "assignments.yaml"
    text = manifest.read_text(encoding="utf-8").replace("    points: 3\n", "    points: 3\n    preload: [no_such_library]\n")
    manifest.write_text(text, encoding="utf-8")
    with Terminal("watch", "telegram", "--course", course, cwd=station) as terminal:
        terminal.shows("telegram ·", "no_such_library cannot be imported", "pip install no_such_library", KEYS)
        terminal.send("r")
        terminal.shows("no_such_library cannot be imported", KEYS)
        terminal.send("q")
        assert terminal.ends() == 0


def test_only_watching_imports_what_watches(station):
    ended = grade("telegram", *TINY, cwd=station, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "grader.cli.marking" in ended.err
    for name in ("watchfiles", "anyio", "grader.cli.watch"):
        assert not re.search(rf"\| +{re.escape(name)}\b", ended.err), name


# ------------------------------------------------------------------------------------------------------------
# Keras
# ------------------------------------------------------------------------------------------------------------


def test_a_keras_exercise_answers_at_every_save(tmp_path):
    here = working_copy(tmp_path)
    mine = here / "exercises" / "exercise5_keras_regression.py"
    right = (ROOT / "solutions" / mine.name).read_text(encoding="utf-8")
    with nothing_left_behind(), Terminal("watch", "exercise5", cwd=here, timeout=240) as terminal:
        terminal.shows("exercise5 ·", "0 of 20 points.", KEYS)
        (forkserver,) = descendants(terminal.child.pid)
        save_by_rename(mine, right)
        terminal.shows("✓ 20 of 20 points: exercise5 is done.", KEYS)
        save(mine, right + "\nraise RuntimeError('mine')\n")
        terminal.shows("This file cannot be graded.", "RuntimeError: mine", KEYS)
        assert "tensorflow" not in Path(f"/proc/{terminal.child.pid}/maps").read_text()
        assert "tensorflow" in Path(f"/proc/{forkserver}/maps").read_text()
        assert forkserver in descendants(terminal.child.pid)  # what has imported TensorFlow once does so for all
        terminal.send("q")
        assert terminal.ends() == 0
