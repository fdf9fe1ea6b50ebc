"""What is shipped: the wheel and the sdist, built here, each installed into an empty environment, used outside the checkout."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from helpers.command import ROOT, environment, grade, manifest_of

FILES = [entry["file"] for entry in manifest_of(ROOT)["exercises"]]


def run(*command, cwd):
    """Run a tool without the network; what it says is only of interest where it fails."""
    quiet = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PYTHONPATH": None}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment(**quiet), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The folder with the wheel and the sdist; the wheel is built from the sdist, as for an upload."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(shipped):
    """The wheel's path."""
    return next(shipped.glob("neuralings-*.whl"))


@pytest.fixture(scope="module")
def sdist(shipped):
    """The sdist's path."""
    return next(shipped.glob("neuralings-*.tar.gz"))


@pytest.fixture(scope="module", params=["wheel", "sdist"])
def installed(request, tmp_path_factory):
    """The scripts folder of a new environment in which only this is installed, beside the libraries that it asks for."""
    package = request.getfixturevalue(request.param)
    home = tmp_path_factory.mktemp(f"env_{request.param}")
    venv.create(home, symlinks=os.name != "nt", with_pip=False)
    paths = {"base": str(home), "platbase": str(home)}
    # The libraries of the environment that runs the tests. A .pth inside this folder, as of an editable install, is not read.
    site = Path(sysconfig.get_path("purelib", vars=paths))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    (site / "another_library.py").write_text("VALUE = 1\n", encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", vars=paths))
    python = scripts / Path(sys.executable).name
    options = ["--no-deps", "--no-build-isolation", "--ignore-installed"]
    run(python, "-m", "pip", "install", *options, package, cwd=home)
    return scripts


def is_junk(name):
    return "__pycache__" in name or name.endswith((".pyc", ".part", ".orig")) or "/." in name


def test_the_wheel_holds_the_engine_and_the_course_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
    assert {name.partition("/")[0] for name in names} == {
        "grader",
        "grader_course",
        "-".join(wheel.name.split("-")[:2]) + ".dist-info",
    }
    assert [name for name in names if is_junk(name)] == []
    expected = {f"grader_course/{folder}/{file}" for folder in ("exercises", "solutions") for file in FILES}
    expected |= {f"grader_course/exercises/data/{name}" for name in ("mnist_5k.npz", "sample_weight.npz", "SHA256SUMS")}
    expected |= {
        f"grader_course/{name}" for name in ("assignments.yaml", "exercises/mnist.py", "exercises/data/NOTICE.md")
    }
    expected |= {f"grader_course/{path.relative_to(ROOT)}" for path in (ROOT / "solutions").glob("*/*.py")}
    expected |= {f"grader_course/locale/ko/exercises/{file}" for file in FILES}
    expected |= {str(path.relative_to(ROOT)) for path in (ROOT / "grader").rglob("*.py")}
    expected |= {"grader/judge/pytest.ini", "grader/locale/ko/LC_MESSAGES/grader.mo"}
    expected |= {"grader_course/locale/ko/LC_MESSAGES/course.mo", "grader/report/notebook.css"}
    texts = (*(ROOT / "exercises").glob("README*.md"), *(ROOT / "exercises" / "images").iterdir())
    expected |= {f"grader_course/{path.relative_to(ROOT)}" for path in texts}
    expected |= {str(path.relative_to(ROOT)) for path in (ROOT / "grader" / "report" / "templates").iterdir()}
    assert expected - set(names) == set()
    assert [name for name in names if name.startswith("grader_course/") and name.endswith("__init__.py")] == []


def test_the_sdist_can_be_tested_and_built_from(sdist):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert [name for name in names if is_junk(name) and name != ".gitignore"] == []
    wanted = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "assignments.yaml", "tests/test_packaging.py"}
    assert wanted | {f"exercises/{file}" for file in FILES} <= names
    assert "tests/tiny_course/solutions/checks/check_telegram.py" in names


def test_an_installed_grade_grades_the_solutions(installed, tmp_path):
    ended = grade("exercise3", "--solutions", cwd=tmp_path, command=[installed / "grade"])
    assert "✓ 20 of 20 points: exercise3 is done." in ended.out
    assert (ended.code, ended.err) == (0, "")
    ended = grade("exercise3", "--solutions", "--lang", "ko", cwd=tmp_path, command=[installed / "grade"])
    assert "exercise3 · 세 층을 지나는 순전파" in ended.out


def test_an_installed_grade_gives_out_the_exercises_and_grades_them(installed, tmp_path):
    ended = grade("init", cwd=tmp_path, command=[installed / "grade"])
    assert (ended.code, ended.err) == (0, "")
    assert (tmp_path / "exercises" / "data" / "mnist_5k.npz").read_bytes()[:2] == b"PK"
    ended = grade("exercise1", "--json", cwd=tmp_path, command=[installed / "grade"])
    assert ended.json["points"] == 0
    assert {check["outcome"] for check in ended.json["checks"]} == {"not_implemented"}
    assert (ended.code, ended.err) == (1, "")
    stub = tmp_path / "exercises" / "exercise1_activations.py"
    stub.write_bytes((ROOT / "solutions" / stub.name).read_bytes())
    ended = grade("exercise1", "--json", cwd=tmp_path, command=[installed / "grade"])
    assert ended.json["outcome"] == "passed"


SEARCH = """
import importlib, sys
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError:
        continue
    raise SystemExit(f"{name} can be imported")
import grader
print(grader.__file__)
"""


def test_the_installed_solutions_cannot_be_imported_by_name(installed, tmp_path):
    names = ["solutions", "checks", "mistakes", "exercises", "mnist", *(file.removesuffix(".py") for file in FILES)]
    place = run(installed / Path(sys.executable).name, "-c", SEARCH, *names, cwd=tmp_path).strip()
    assert not Path(place).is_relative_to(ROOT)


LEARNER = """
import another_library
import mnist
import numpy.testing


def identity_function(x):
    found = []
    for name in ("grader_course.solutions.exercise3_forward", "solutions", "exercise3_forward"):
        try:
            found.append(__import__(name).__name__)
        except (ImportError, OSError):
            pass
    raise LookupError(found or "no solution")
"""


def test_a_learner_of_an_installed_course_reaches_libraries_but_no_solution(installed, tmp_path):
    (tmp_path / "mine.py").write_text(LEARNER, encoding="utf-8")
    ended = grade("exercise3", "--file", "mine.py", "--json", cwd=tmp_path, command=[installed / "grade"])
    assert ended.json["reason"] is None
    raised = [check["message"] for check in ended.json["checks"] if check["outcome"] == "raised"]
    assert raised
    assert all(
        message.startswith(("LookupError: no solution\n", "LookupError: ['exercise3_forward']")) for message in raised
    )
