"""The ZIP for Gradescope, set up and run for real in a folder that stands for theirs."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import nbformat
import pytest
from helpers.command import ROOT, environment, grade
from nbformat.v4 import new_code_cell, new_notebook

SOLUTION = ROOT / "solutions" / "exercise1_activations.py"
WRONG = ROOT / "tests" / "wrong" / "exercise1" / "softmax_axis_1_only.py"
METADATA = {
    "id": 1,
    "created_at": "2026-11-20T15:00:00.000000-08:00",
    "assignment": {"due_date": "2026-11-19T03:00:00.000000-08:00", "late_due_date": None, "total_points": "20.0"},
    "users": [{"email": "ada@example.org", "id": 7, "name": "Ada"}],
    "previous_submissions": [],
}
pytestmark = pytest.mark.skipif(os.name != "posix", reason="Gradescope's machines run Linux; the scripts are for bash")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """What Gradescope has after setup.sh, which finds a Python whose libraries are there already."""
    folder = tmp_path_factory.mktemp("autograder")
    ended = grade("export", "gradescope-autograder", folder / "a.zip", "--exercise", "1", "--seed", "99", cwd=folder)
    assert (ended.code, ended.err) == (0, "")
    with zipfile.ZipFile(folder / "a.zip") as archive:
        archive.extractall(folder / "source")
        modes = {info.filename: info.external_attr >> 16 & 0o777 for info in archive.infolist()}
    assert (modes["setup.sh"], modes["run_autograder"], modes["requirements.txt"]) == (0o755, 0o755, 0o644)
    venv.create(folder / "venv", with_pip=False)
    paths = {"base": str(folder / "venv"), "platbase": str(folder / "venv")}
    site = Path(sysconfig.get_path("purelib", vars=paths))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    done = run(folder, "setup.sh")
    assert done.returncode == 0, done.stderr
    return folder


def run(home, script, **more):
    values = {"AUTOGRADER_HOME": str(home), "AUTOGRADER_PYTHON": sys.executable, "PIP_NO_INDEX": "1"} | more
    return subprocess.run(
        ["bash", str(home / "source" / script)],
        cwd=home,
        env=environment(**values),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def results(home, tmp_path, *files, metadata=METADATA):
    """Run it on these files, {name: path}, as Gradescope does; the document that it reads afterwards."""
    for name in ("submission", "results"):
        shutil.rmtree(home / name, ignore_errors=True)
        (home / name).mkdir()
    for name, path in files:
        target = home / "submission" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    if metadata:
        (home / "submission_metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    else:
        (home / "submission_metadata.json").unlink(missing_ok=True)
    done = run(home, "run_autograder", TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []  # nothing of a submission stays behind
    return json.loads((home / "results" / "results.json").read_text(encoding="utf-8"))


def test_a_right_submission_gets_all_points(home, tmp_path):
    document = results(home, tmp_path, ("exercise1_activations.py", SOLUTION))
    assert document["score"] == 20
    assert {test["status"] for test in document["tests"]} == {"passed"}
    assert document["extra_data"]["days_late"] == 1.5  # by their recorded times, whatever the clock says
    assert "1.5 days late" in document["output"]


def test_a_wrong_one_is_told_its_mistake(home, tmp_path):
    document = results(home, tmp_path, ("exercise1_activations.py", WRONG), metadata=None)
    assert document["score"] == 12
    assert any("`axis=-1` is the last axis" in test["output"] for test in document["tests"])
    assert document["extra_data"]["days_late"] == 0


def test_the_only_file_counts_whatever_its_name_and_folder(home, tmp_path):
    assert results(home, tmp_path, ("my homework/final (2).py", SOLUTION))["score"] == 20


def test_of_two_files_of_that_name_the_one_nearest_to_the_top_counts(home, tmp_path):
    document = results(home, tmp_path, ("exercise1_activations.py", SOLUTION), ("backup/exercise1_activations.py", WRONG))
    assert document["score"] == 20


def test_two_files_of_other_names_are_no_guess(home, tmp_path):
    document = results(home, tmp_path, ("a.py", SOLUTION), ("b.py", SOLUTION))
    assert document["score"] == 0
    assert "There is no file" in document["output"]


def test_a_notebook_is_found_by_its_name_and_what_a_mac_puts_beside_it_is_not(home, tmp_path):
    notebook = tmp_path.parent / "notebook.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(SOLUTION.read_text(encoding="utf-8"))]), notebook)
    beside = (("__MACOSX/._exercise1_activations.py", WRONG), ("a/.ipynb_checkpoints/x.ipynb", WRONG), ("other.py", WRONG))
    assert results(home, tmp_path, ("a/exercise1_activations.ipynb", notebook), *beside)["score"] == 20
    assert results(home, tmp_path, ("a/my own.ipynb", notebook), *beside[:2])["score"] == 20


def test_nothing_handed_in_is_told(home, tmp_path):
    document = results(home, tmp_path)
    assert (document["score"], document["tests"]) == (0, [])
    assert "exercise1_activations.py" in document["output"]


def test_a_crash_is_no_failure_of_the_autograder(home, tmp_path):
    document = results(home, tmp_path, ("x.py", ROOT / "tests" / "rogues" / "crash_kill_itself.py"))
    assert document["score"] == 0
    assert any("crashed" in test["tags"] for test in document["tests"])


def test_a_forged_results_json_counts_for_nothing(home, tmp_path):
    document = results(home, tmp_path, ("x.py", ROOT / "tests" / "rogues" / "forge_result_file.py"))
    assert document["score"] == 0


def test_a_broken_check_is_no_mark(home, tmp_path):
    check = home / "source" / "course" / "solutions" / "checks" / "check_exercise1.py"
    kept = check.read_text(encoding="utf-8")
    shutil.rmtree(home / "results", ignore_errors=True)
    (home / "submission").mkdir(exist_ok=True)
    shutil.copy(SOLUTION, home / "submission" / "exercise1_activations.py")
    check.write_text(kept + "\nraise RuntimeError\n", encoding="utf-8")
    try:
        done = run(home, "run_autograder", TMPDIR=str(tmp_path))
    finally:
        check.write_text(kept, encoding="utf-8")
    assert done.returncode == 3
    assert not (home / "results" / "results.json").exists()


def test_the_solutions_are_for_root_only(home):
    assert (home / "source" / "course" / "solutions").stat().st_mode & 0o077 == 0


def test_tensorflow_is_asked_for_only_where_it_is_needed(tmp_path):
    asked = {}
    for name in ("exercise1", "exercise5"):
        ended = grade("export", "gradescope-autograder", f"{name}.zip", "--exercise", name, cwd=tmp_path)
        assert ended.code == 0
        with zipfile.ZipFile(tmp_path / f"{name}.zip") as archive:
            assert archive.read("exercises.txt").decode().split()[0] == name
            assert not [one for one in archive.namelist() if "__pycache__" in one or one.startswith(("/", ".."))]
            asked[name] = archive.read("requirements.txt").decode()
    assert "tensorflow" not in asked["exercise1"]
    assert "numpy" in asked["exercise1"]
    assert "tensorflow" in asked["exercise5"]
