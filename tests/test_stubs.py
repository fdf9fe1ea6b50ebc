"""Every stub keeps the stub grammar, and every solution keeps what its stub promises."""

import ast
import doctest
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
EXERCISES = yaml.safe_load((ROOT / "assignments.yaml").read_text(encoding="utf-8"))["exercises"]
LEARNER_MODULES = {*sys.stdlib_module_names, "numpy", "keras", "tensorflow", "matplotlib", "PIL", "mnist"}

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise["id"])
each_folder = pytest.mark.parametrize("folder", ["exercises", "solutions"])
each_function = pytest.mark.parametrize(
    ("exercise", "name"),
    [
        pytest.param(exercise, name, id=f"{exercise['id']}-{name}")
        for exercise in EXERCISES
        for name in exercise["functions"]
    ],
)


def source(folder, exercise):
    return (ROOT / folder / exercise["file"]).read_text(encoding="utf-8")


def functions(folder, exercise):
    """The top-level functions of a file, in the order of the text."""
    tree = ast.parse(source(folder, exercise))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def signature(function):
    return ast.unparse(function.args), ast.unparse(function.returns)


def examples(function):
    parsed = doctest.DocTestParser().get_examples(ast.get_docstring(function) or "")
    return [(example.source, example.want) for example in parsed]


def imported_modules(tree):
    """The first part of each imported name; a relative import counts as what it is: '.'."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." if node.level else node.module.split(".")[0]


def run(arguments, cwd):
    """A fresh Python, started as a learner would start it: `mnist` found, nothing of ours on the path."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "exercises"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


@each_exercise
@each_folder
def test_file_has_a_docstring_and_the_functions_of_the_manifest(exercise, folder):
    assert ast.get_docstring(ast.parse(source(folder, exercise)))
    found = [name for name in functions(folder, exercise) if name in exercise["functions"]]
    assert found == exercise["functions"]


@each_exercise
@each_folder
def test_file_imports_only_what_a_learner_may(exercise, folder):
    assert set(imported_modules(ast.parse(source(folder, exercise)))) <= LEARNER_MODULES


@each_exercise
def test_stub_and_solution_have_the_same_layout(exercise):
    assert list(functions("exercises", exercise)) == list(functions("solutions", exercise))


@each_exercise
def test_stub_shows_a_worked_example_before_the_first_task(exercise):
    names = list(functions("exercises", exercise))
    before = names[: names.index(exercise["functions"][0])]
    assert any(examples(functions("exercises", exercise)[name]) for name in before)


@each_exercise
def test_what_is_given_is_the_same_in_the_solution(exercise):
    stub, solution = functions("exercises", exercise), functions("solutions", exercise)
    for name in stub.keys() - set(exercise["functions"]):
        assert ast.unparse(stub[name]) == ast.unparse(solution[name])


@each_exercise
def test_nothing_is_left_to_do_in_the_solution(exercise):
    text = source("solutions", exercise)
    assert "TODO" not in text
    assert "raise NotImplementedError" not in text


@each_exercise
def test_stub_has_one_todo_a_function_and_no_more(exercise):
    assert source("exercises", exercise).count("# TODO: ") == len(exercise["functions"])


@each_function
def test_stub_says_what_to_do_then_raises(exercise, name):
    function = functions("exercises", exercise)[name]
    assert ast.get_source_segment(source("exercises", exercise), function).count("# TODO: ") == 1
    _docstring, last = function.body
    assert ast.unparse(last) == "raise NotImplementedError"


@each_function
def test_signature_is_annotated_and_the_same_in_the_solution(exercise, name):
    stub, solution = functions("exercises", exercise)[name], functions("solutions", exercise)[name]
    assert stub.returns
    assert all(argument.annotation for argument in stub.args.args)
    assert signature(stub) == signature(solution)


@each_function
def test_docstring_has_an_example_and_the_solution_has_the_same(exercise, name):
    stub, solution = functions("exercises", exercise)[name], functions("solutions", exercise)[name]
    assert examples(stub)
    assert examples(stub) == examples(solution)


@each_exercise
def test_examples_hold_for_the_solution(exercise, tmp_path):
    done = run(["-m", "doctest", str(ROOT / "solutions" / exercise["file"])], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@each_exercise
def test_unfinished_file_run_by_hand_names_the_first_task(exercise, tmp_path):
    done = run([str(ROOT / "exercises" / exercise["file"])], tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert f"{exercise['functions'][0]} is still to do." in done.stdout


# Not for TensorFlow: two trainings for show cost more than all other tests here together.
@pytest.mark.parametrize(
    "exercise", [e for e in EXERCISES if e["needs"] == "numpy"], ids=lambda exercise: exercise["id"]
)
def test_finished_file_run_by_hand_has_nothing_to_do(exercise, tmp_path):
    done = run([str(ROOT / "solutions" / exercise["file"])], tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert "still to do" not in done.stdout
