"""`grade verify` in a real process: our course is sound, and what is broken on purpose is named."""

import json
import re

import pytest
import yaml
from helpers.command import ROOT, copy_course, finish, grade, manifest_of, nothing_left_behind, start

# Verifying with TensorFlow takes minutes on a busy machine.
PATIENCE = 1500
NUMPY_EXERCISES = [e["id"] for e in manifest_of(ROOT)["exercises"] if e.get("needs", "numpy") == "numpy"]
OTHERS = [e["id"] for e in manifest_of(ROOT)["exercises"] if e.get("needs", "numpy") != "numpy"]


def verify(course, *exercises, expect=1):
    with nothing_left_behind():
        ended = finish(start("verify", *exercises, "--json", "--course", course, cwd=course), timeout=PATIENCE)
    assert ended.code == expect, ended.out[-3000:] + ended.err
    return {found["exercise"]: found for found in json.loads(ended.out)}


@pytest.mark.parametrize("exercise", NUMPY_EXERCISES)
def test_numpy_exercise_is_sound(exercise):
    found = verify(ROOT, exercise, expect=0)[exercise]
    assert found["faults"] == []
    assert found["sound"]
    assert len(found["seeds"]) == 3
    assert found["mistakes"] >= 8
    assert all(variant["named"] == variant["mistake"] for variant in found["variants"])


def test_exercises_with_tensorflow_are_sound_by_a_sample():
    # All mistakes take minutes here; `grade verify` with no option tries every spelling of them.
    found = verify(ROOT, "--sample", "2", *OTHERS, expect=0)
    assert sorted(found) == sorted(OTHERS)
    assert all(one["sound"] and one["mistakes"] >= 4 for one in found.values())


def test_the_bank_has_at_least_80_mistakes_for_the_first_five():
    from grader.bank import load_bank
    from grader.course import load_course

    course = load_course(ROOT)
    banks = {e.id: load_bank(course.mistakes_of(e), e.functions) for e in course.exercises[:5]}
    assert sum(len(bank.texts()) for bank in banks.values()) >= 80
    for exercise in course.exercises[:5]:
        assert all(banks[exercise.id].of(name) for name in exercise.functions)


@pytest.fixture
def course(tmp_path):
    return copy_course(tmp_path, call_seconds=0.5, total_seconds=20)


def change(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def sentences(course):
    return verify(course, "exercise1")["exercise1"]["faults"]


def test_a_dropped_edge_case_names_the_mistake_that_gets_away(course):
    change(
        course / "solutions/checks/check_exercise1.py",
        ("np.array([0.0, 3.0, -0.0, -3.0])), np.array([0, 1, 0, 0])", "np.array([3.0, -3.0])), np.array([1, 0])"),
    )
    faults = sentences(course)
    assert any(re.match(r"step_\w+ got away: no check of step_function catches it\.", fault) for fault in faults)


def test_a_loosened_tolerance_names_the_mistakes_that_get_away(course):
    change(course / "solutions/checks/check_exercise1.py", ('{"rtol": 1e-5, "atol": 1e-6}', '{"rtol": 1, "atol": 1}'))
    faults = sentences(course)
    assert sum("got away: no check of sigmoid catches it." in fault for fault in faults) >= 3


def test_a_check_that_catches_nothing_of_its_own_must_say_why_it_stays(course):
    checks = course / "solutions/checks/check_exercise1.py"
    change(checks, ("@points(2)\ndef check_relu_values", "@points(1)\ndef check_relu_values"))
    again = '\n\n@points(1)\ndef check_relu_again(learner):\n    """relu: right once more"""\n    agrees(learner.relu(2.0), 2.0)\n'
    checks.write_text(checks.read_text(encoding="utf-8") + again, encoding="utf-8")
    assert any(fault.startswith("check_relu_again catches no mistake of relu") for fault in sentences(course))
    change(
        checks,
        ("import after", "import stays, after"),
        ("@points(1)\ndef check_relu_again", '@points(1)\n@stays("a second look")\ndef check_relu_again'),
    )
    assert not any("check_relu_again" in fault for fault in sentences(course))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("return np.maximum(0, x)", "relu_of_the_test got away: no check of relu catches it."),
        ("while True: pass", "relu_of_the_test: it loops: "),
        ("import os; os._exit(1)", "relu_of_the_test: it crashes: "),
        ("return no_such_name", "relu_of_the_test: it ends with its own bug, NameError: name 'no_such_name'"),
    ],
)
def test_an_unsound_variant_is_named(course, body, sentence):
    bank = course / "solutions/mistakes/exercise1.py"
    bank.write_text(
        "import numpy as np\nfrom grader.bank import mistake\n\n"
        f'@mistake(of="relu")\ndef relu_of_the_test(x):\n    """Words."""\n    {body}\n',
        encoding="utf-8",
    )
    assert any(fault.startswith(sentence) for fault in sentences(course))


@pytest.mark.parametrize(
    ("variant", "sentence"),
    [
        ('@mistake(of="relu")\ndef silent(x):\n    return x\n', "silent has no docstring"),
        ('@mistake(of="rellu")\ndef stray(x):\n    """Words."""\n', "is of “rellu”, which is no function here"),
    ],
)
def test_a_bank_that_cannot_be_read_is_a_sentence_with_its_line(course, variant, sentence):
    bank = course / "solutions/mistakes/exercise1.py"
    bank.write_text(f"from grader.bank import mistake\n\n{variant}", encoding="utf-8")
    ended = grade("verify", "exercise1", "--course", course, cwd=course)
    assert ended.code == 3
    assert sentence in ended.errors
    assert "exercise1.py:4" in ended.errors
    assert "Traceback" not in ended.err


def test_a_missing_hint_and_a_stub_that_does_something_are_faults(course):
    change(course / "exercises/exercise1_activations.py", ("raise NotImplementedError", "return None"))
    manifest = manifest_of(course)
    del manifest["exercises"][0]["hints"]["relu"]
    (course / "assignments.yaml").write_text(yaml.safe_dump(manifest), encoding="utf-8")
    faults = sentences(course)
    assert "relu has no hint in assignments.yaml." in faults
    assert any(fault.startswith("The stub at check_relu_values: failed") for fault in faults)


def test_the_matrix_is_readable(course):
    ended = grade("verify", "exercise1", "--course", course, cwd=course, env={"COLUMNS": "100"})
    assert ended.code == 0
    assert re.search(r"^    softmax_sums_whole_batch +·  ✗ .*✓$", ended.out, re.MULTILINE)
    assert re.search(r"✓ exercise1 is sound: \d+ mistakes in \d+ spellings, 17 checks, 3 seeds", ended.out)
