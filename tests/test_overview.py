"""`grade` alone: where the learner stands, exercise by exercise, and what to type next."""

import json
import re
import shutil

import pytest
from helpers.command import ROOT, TINY_COURSE, assert_no_fault_of_ours, grade, working_copy
from rich.cells import cell_len

from grader.course import load_course
from grader.report.progress import progress_bar
from grader.standing import Place, Standing, next_place, place, places
from grader.state import FILE, Graded, State, read_state

COURSE = load_course(TINY_COURSE)
TINY = ("--course", TINY_COURSE)
FILES = ("thermometer.py", "telegram.py")
WRONG = "def shout(text):\n    return text.upper()\n"


@pytest.fixture
def station(tmp_path):
    return working_copy(tmp_path, TINY_COURSE)


def write(station, *files):
    """The solutions of these files, as the learner's own."""
    for file in files:
        shutil.copyfile(TINY_COURSE / "solutions" / file, station / "exercises" / file)


def standings(station):
    state = read_state(station / "exercises")
    return [one.standing for one in places(COURSE, station / "exercises", state)]


# ------------------------------------------------------------------------------------------------------------
# Standing
# ------------------------------------------------------------------------------------------------------------


def test_a_file_goes_from_untouched_over_begun_and_started_to_done_and_changed(station):
    mine = station / "exercises" / "telegram.py"
    assert standings(station)[1] is Standing.UNTOUCHED
    grade("telegram", *TINY, cwd=station)
    assert standings(station)[1] is Standing.UNTOUCHED  # a graded stub is a stub
    mine.write_text("# mine\n" + mine.read_text())
    assert standings(station)[1] is Standing.CHANGED
    (station / FILE).unlink()
    assert standings(station)[1] is Standing.BEGUN
    grade("telegram", *TINY, cwd=station)
    assert standings(station)[1] is Standing.STARTED
    write(station, "telegram.py")
    grade("telegram", *TINY, cwd=station)
    assert standings(station)[1] is Standing.DONE
    mine.write_text(mine.read_text() + "\n")
    assert standings(station)[1] is Standing.CHANGED
    mine.unlink()
    assert standings(station)[1] is Standing.MISSING
    mine.mkdir()
    assert standings(station)[1] is Standing.UNREADABLE


def test_an_exercise_that_is_worth_something_else_now_has_changed(station):
    write(station, "telegram.py")
    grade("telegram", *TINY, cwd=station)
    state = read_state(station / "exercises")
    graded = state.graded["telegram"]
    older = State(graded={"telegram": Graded(graded.sha256, 90.0, 90.0, True)})
    found = place(COURSE, station / "exercises", older, COURSE.exercise("telegram"))
    assert (found.standing, found.points) == (Standing.CHANGED, 3.0)


def at(*found):
    return [Place(e, None, standing) for e, standing in zip(load_course(ROOT).exercises, found, strict=False)]


@pytest.mark.parametrize(
    ("found", "current", "number"),
    [
        ((Standing.UNTOUCHED, Standing.UNTOUCHED), None, 1),
        ((Standing.DONE, Standing.UNTOUCHED), "exercise1", 2),
        ((Standing.UNTOUCHED, Standing.STARTED), "exercise2", 2),
        ((Standing.UNTOUCHED, Standing.UNTOUCHED), "exercise2", 1),
        ((Standing.CHANGED, Standing.STARTED), "no such exercise", 1),
    ],
)
def test_one_goes_on_at_the_current_exercise_else_at_the_first_not_done(found, current, number):
    assert next_place(at(*found), current).exercise.number == number


def test_when_all_are_done_there_is_no_next():
    assert next_place(at(Standing.DONE, Standing.DONE), "exercise1") is None


# ------------------------------------------------------------------------------------------------------------
# The bar
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [28, 30, 40, 80, 200])
@pytest.mark.parametrize("points", [0, 1, 7.5, 39, 40])
def test_the_bar_fills_the_width_and_tells_the_truth(width, points):
    (first, *_), half = load_course(ROOT).exercises, Standing.STARTED
    bar = progress_bar([Place(first, None, half, points / 2), Place(first, None, half, points / 2)], width).plain
    assert bar.endswith(f"{points:g}/40 points")
    if "[" not in bar:
        assert width < 40
        return
    assert cell_len(bar) == width
    full, head, empty = re.search(r"\[(#*)(>?)(-*)\]", bar).groups()
    assert len(full) == int((len(full) + len(head) + len(empty)) * points / 40)
    assert bool(head) == (points < 40)


def test_a_narrow_terminal_gets_the_numbers_alone(station):
    ended = grade(*TINY, cwd=station, env={"COLUMNS": "24"})
    assert "Progress: 0/8 points\n" in ended.out
    assert max(cell_len(line) for line in ended.out.splitlines() if "grade" not in line) <= 24


# ------------------------------------------------------------------------------------------------------------
# The command
# ------------------------------------------------------------------------------------------------------------


def test_the_overview_of_work_in_progress(station):
    write(station, "thermometer.py")
    (station / "exercises" / "telegram.py").write_text(WRONG)
    assert grade("1", "2", *TINY, cwd=station).code == 1
    ended = grade(*TINY, cwd=station)
    assert "  ✓ thermometer  5/5  Reading a thermometer — done\n" in ended.out
    assert "  ~ telegram     0/3  Writing a telegram — 2 functions to go\n" in ended.out
    assert "5/8 points\n" in ended.out
    assert f"Next: edit exercises/telegram.py, save it, and run:\n  grade telegram {' '.join(map(str, TINY))}\n" in ended.out
    assert ended.out.endswith(f"Stuck? A hint:\n  grade hint telegram {' '.join(map(str, TINY))}\n")
    assert (ended.code, ended.err) == (0, "")


def test_when_all_is_done_the_overview_says_so(station):
    write(station, *FILES)
    assert grade("1", "2", *TINY, cwd=station).code == 0
    ended = grade(*TINY, cwd=station)
    assert "[" + "#" * 57 + "] 8/8 points" in ended.out
    assert "✓ All exercises are done: 8 points." in ended.out
    assert "\n  grade solution thermometer" in ended.out


def test_from_a_folder_below_the_files_are_named_as_seen_from_there(station):
    ended = grade(*TINY, cwd=station / "exercises")
    assert "Next: open thermometer.py," in ended.out
    (station / "exercises" / "thermometer.py").unlink()
    ended = grade(*TINY, cwd=station / "exercises")
    assert "\n  grade init .. --course" in ended.out


def test_the_first_start_says_what_this_is(tmp_path):
    ended = grade(cwd=tmp_path)
    assert "10 exercises to solve in your own editor." in ended.words
    assert "names the mistake" in ended.words
    assert ended.out.endswith("To begin:\n  grade init\n")
    assert (ended.code, ended.err) == (2, "")


def test_colour_only_where_it_is_wanted(station):
    assert "\x1b[" not in grade(*TINY, cwd=station).out
    coloured = grade(*TINY, cwd=station, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[31m" in coloured.out
    plain = grade(*TINY, cwd=station, env={"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "xterm-256color"})
    assert "\x1b[31m" not in plain.out


def test_a_forged_state_can_only_lie_about_itself(station):
    (station / "exercises" / "telegram.py").write_text(WRONG)
    forged = {"sha256": "0", "points": 1e300, "max_points": 3, "done": True, "open": ["\x1b[2J", "\ud800"]}
    document = {"version": 1, "current": "\x1b[2J", "graded": {"telegram": forged, "x": forged}, "hints": {}}
    (station / FILE).write_text(json.dumps(document))
    ended = grade(*TINY, cwd=station)
    assert "  ~ telegram     3/3  Writing a telegram — changed since it was graded\n" in ended.out
    assert "\x1b" not in ended.out
    assert grade("telegram", "--json", *TINY, cwd=station).json["points"] == 0


def test_neither_the_judge_nor_a_big_library_is_imported_for_it(station):
    ended = grade(*TINY, cwd=station, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "rich.console" in ended.err
    for name in ("numpy", "pytest", "watchfiles", "pygments", "asyncio"):
        assert not re.search(rf"\| +{name}\b", ended.err), name


@pytest.mark.parametrize("words", ["", "hint telegram", "solution telegram"])
def test_a_stub_that_the_course_has_lost_does_not_stop_a_learner(words, station, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(TINY_COURSE, course)
    (course / "exercises" / "telegram.py").unlink()
    assert_no_fault_of_ours(grade(*words.split(), "--course", course, cwd=station))
