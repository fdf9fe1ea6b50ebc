"""Notebooks that a class hands in, as Canvas, Moodle and a flat folder name them: marks, and a feedback that fits each."""

import nbformat
import pytest
from helpers.command import ROOT, assert_no_fault_of_ours, grade
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.classroom.store import Store

RIGHT = (ROOT / "solutions" / "exercise1_activations.py").read_text(encoding="utf-8")
WRONG = (ROOT / "tests" / "wrong" / "exercise1" / "softmax_axis_1_only.py").read_text(encoding="utf-8")


def notebook(*cells):
    """A notebook as learners have them: words, a magic, imports, and then these cells."""
    first = [new_markdown_cell("# Exercise 1"), new_code_cell("%matplotlib inline\nimport numpy as np")]
    return nbformat.writes(new_notebook(cells=[*first, *map(new_code_cell, cells)]))


NOTEBOOKS = {
    "ada": notebook(RIGHT, "softmax?", "sigmoid(np.array(1.0)) / 0"),
    "bob": notebook("x = 1", WRONG, "!pip install numpy"),
    "cid": notebook("def softmax(x)\n    return x"),
    "dan": '{"cells": [',
}
# Of each layout the files of the four, and the names of their feedback.
LAYOUTS = {
    "Canvas": (
        "adalovelace_17_815_exercise1_activations-2.ipynb",
        "bobbabbage_LATE_18_816_my work.ipynb",
        "cid_19_817_exercise1.ipynb",
        "dan_20_818_exercise1.ipynb",
    ),
    "Moodle": (
        "Ada Lovelace_4711_assignsubmission_file_/exercise1_activations.ipynb",
        "Bob_4712_assignsubmission_file_/my work.ipynb",
        "Cid_4713_assignsubmission_file_/exercise1.ipynb",
        "Dan_4714_assignsubmission_file_/exercise1.ipynb",
    ),
    "Moodle without folders": (
        "Ada Lovelace_4711_assignsubmission_file_exercise1_activations.ipynb",
        "Bob_4712_assignsubmission_file_my work.ipynb",
        "Cid_4713_assignsubmission_file_exercise1.ipynb",
        "Dan_4714_assignsubmission_file_exercise1.ipynb",
    ),
    "flat": ("Ada_exercise1_activations.ipynb", "Bob_exercise1.ipynb", "Cid exercise1.IPYNB", "dan-exercise1.ipynb"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_notebooks_of_a_class_get_marks_and_feedback(tmp_path, layout):
    for name, text in zip(LAYOUTS[layout], NOTEBOOKS.values(), strict=True):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ended = grade("class", "in", "--exercise", "exercise1", cwd=tmp_path)
    assert ended.code == 0, ended.err
    assert_no_fault_of_ours(ended)
    with Store.open(tmp_path / "class") as store:
        entries = store.gradebook().entries
    assert [entry.mark for entry in sorted(entries, key=lambda entry: entry.student.name.lower())] == [20, 12, 0, 0]
    ada, bob, cid, dan = (
        path.read_text(encoding="utf-8") for path in sorted((tmp_path / "class" / "feedback").iterdir(), key=by_name)
    )
    assert "20 of 20 points" in ada
    assert f"The file that was graded: `{LAYOUTS[layout][0].rpartition('/')[2]}`" in ada
    assert "cell 3, line 22, in softmax" in bob
    assert "`axis=-1` is the last axis" in bob
    assert "cell 2, line 1: SyntaxError" in cid
    assert "Save it again from Jupyter." in dan


def by_name(path):
    return path.name.lower()
