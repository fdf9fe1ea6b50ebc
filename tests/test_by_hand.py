"""A finished learner's own runs: each file of exercises 6 to 10 does something worth looking at, in a copy by `grade init`."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from helpers.command import grade
from helpers.grading import COURSE
from PIL import Image


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A working copy in which exercises 6 to 10 are written."""
    folder = tmp_path_factory.mktemp("learner")
    assert grade("init", "work", cwd=folder).code == 0
    for exercise in COURSE.exercises[5:]:
        shutil.copy(COURSE.solutions / exercise.file, folder / "work" / "exercises" / exercise.file)
    return folder / "work"


def run(copy, name, *words):
    """What a run of this exercise by hand prints, and its exit code; without a screen."""
    dropped = ("MPLBACKEND", "DISPLAY", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if name not in dropped}
    done = subprocess.run(
        [sys.executable, f"exercises/{COURSE.exercise(name).file}", *map(str, words)],
        cwd=copy, env=environment | {"TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


def assert_is_a_drawing(path):
    with Image.open(path) as picture:
        assert min(picture.size) >= 400
        assert len(picture.convert("RGB").getcolors(1 << 20)) > 20


def test_exercise_6_finds_the_line(copy):
    said = run(copy, "exercise6").stdout
    found = re.search(r"fit_line, after 1000 steps: y = ([\d.]+) \* x \+ ([\d.]+)", said)
    best = re.search(r"the best line there is: +y = ([\d.]+) \* x \+ ([\d.]+)", said)
    assert [float(number) for number in found.groups()] == pytest.approx([float(n) for n in best.groups()], abs=0.02)


def test_exercise_7_trains_with_a_line_of_progress_and_tells_the_accuracy(copy):
    said = run(copy, "exercise7", 2).stdout
    assert "[#.] epoch  1" in said
    assert "[##] epoch  2" in said
    reads = re.search(r"Your network reads ([\d.]+)% of 1000 images that it has never seen", said)
    assert reads is not None
    assert float(reads[1]) > 60


def test_exercise_8_draws_the_family(copy):
    said = run(copy, "exercise8").stdout
    assert "still to do" not in said
    assert str(copy / "activations.png") in said
    assert_is_a_drawing(copy / "activations.png")


def test_exercise_9_reads_the_curves_and_draws_one(copy):
    said = run(copy, "exercise9").stdout
    for word in ("overfitting", "underfitting", "stalled", "good"):
        assert word in said
    assert str(copy / "learning_curve.png") in said
    assert_is_a_drawing(copy / "learning_curve.png")


@pytest.mark.parametrize("name", ["4_slanted.png", "7_large.jpg"])
def test_exercise_10_reads_a_picture(copy, name):
    lines = run(copy, "exercise10", copy / "exercises/data/drawings" / name).stdout.splitlines()
    assert len(lines) == 29
    assert re.fullmatch(rf"{name}: the network reads a {name[0]}, and it is \d+% sure\.", lines[-1])


@pytest.mark.parametrize(("name", "sentence"), [("nowhere.png", "There is no picture"), ("text.png", "is no picture that")])
def test_exercise_10_says_what_is_wrong_with_a_picture(copy, name, sentence):
    (copy / "text.png").write_text("a text")
    done = run(copy, "exercise10", name)
    assert done.returncode == 1
    assert name in done.stderr
    assert sentence in done.stderr
