"""docs/classroom.md does what it says: its commands and its CI files are run here, as they stand."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from helpers.command import GRADE, ROOT, copy_course, environment, grade, working_copy
from helpers.importers import assert_xunit2

from grader.course import load_course

DOCUMENT = (ROOT / "docs" / "classroom.md").read_text(encoding="utf-8")
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Exercise 1 (4711)\n    Points Possible,,,,,20\nAda,17,s001,ada,A,\n"
)
MOODLE = "First name,Email address,Assignment: Exercise 1 (Real)\nAda,ada@example.org,-\n"
pytestmark = pytest.mark.skipif(os.name != "posix", reason="the commands are for a shell of Unix")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT, re.DOTALL | re.MULTILINE)


def shell(script, folder, **more):
    """Run it as CI does: the first command that fails ends it."""
    values = {"PATH": f"{Path(GRADE[0]).parent}{os.pathsep}{os.environ['PATH']}"} | more
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=environment(**values),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.skipif(GRADE[0].endswith("python"), reason="the documents say `grade`, which is not installed here")
def test_every_command_works_in_the_order_of_the_document(tmp_path):
    for name in ("s001", "s002"):
        (tmp_path / "submissions" / name).mkdir(parents=True)
        shutil.copy(ROOT / "solutions" / "exercise1_activations.py", tmp_path / "submissions" / name)
    (roster,) = blocks("csv")
    (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
    (tmp_path / "from_canvas.csv").write_text(CANVAS, encoding="utf-8")
    (tmp_path / "from_moodle.csv").write_text(MOODLE, encoding="utf-8")
    scripts = blocks("sh")
    assert len(scripts) >= 7
    for script in scripts:
        done = shell(script, tmp_path)
        assert done.returncode == 0, script + done.stdout + done.stderr
    for name in ("marks.csv", "filled.csv", "autograder.zip", "for_moodle/exercise1.csv", "class/feedback"):
        assert (tmp_path / name).exists()
    assert ",ada,A,20.00" in (tmp_path / "filled.csv").read_text(encoding="utf-8")


def test_the_late_policy_is_one_that_a_course_can_have(tmp_path):
    policy = next(block for block in blocks("yaml") if block.startswith("late:"))
    copy_course(tmp_path)
    with (tmp_path / "assignments.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(policy)
    late = load_course(tmp_path).exercise("exercise1").late
    assert (late.grace_hours, late.percent_per_day, late.cap_percent) == (2, 10, 50)


def test_every_format_and_every_key_is_in_the_document(tmp_path):
    formats = re.findall(r"^  ([\w-]+)  ", grade("export", "?", cwd=tmp_path).err, re.MULTILINE)
    assert len(formats) >= 11
    for name in formats:
        assert re.search(rf"^\|(.*, )? ?`{name}`(, .*)? \|", DOCUMENT, re.MULTILINE), name
    from helpers.gradebook import gradebook

    from grader.report.book import as_document

    for key in set(re.findall(r'^ {2,6}"(\w+)":', as_document(gradebook()), re.MULTILINE)) - {"format"}:
        assert re.search(rf"`{key}(\[\])?`", DOCUMENT), key


def homework(folder, right):
    """A student's repository, with exercise 3 done, right or wrong."""
    working_copy(folder)
    wrong = ROOT / "tests" / "wrong" / "exercise3" / "bias_times.py"
    path = ROOT / "solutions" / "exercise3_forward.py" if right else wrong
    shutil.copy(path, folder / "exercises" / "exercise3_forward.py")
    return folder


def ci_file(first_line):
    return yaml.safe_load(next(block for block in blocks("yaml") if block.startswith(f"# {first_line}")))


def without_installation(line):
    """What CI would install lies here already."""
    return "" if line.startswith("pip install") else line


@pytest.mark.parametrize("right", [True, False])
def test_the_gitlab_job(tmp_path, right):
    job = ci_file(".gitlab-ci.yml")["grade"]
    script = "\n".join(map(without_installation, job["script"]))
    done = shell(script, homework(tmp_path, right))
    assert done.returncode == (0 if right else 1), done.stderr
    assert job["artifacts"]["when"] == "always"
    root = assert_xunit2((tmp_path / job["artifacts"]["reports"]["junit"]).read_bytes())
    assert (int(root[0].get("failures")) > 0) != right


@pytest.mark.parametrize("right", [True, False])
def test_the_github_job(tmp_path, right):
    homework(tmp_path, right)
    summary = tmp_path / "summary.md"
    codes = []
    for step in ci_file(".github/workflows/grade.yml")["jobs"]["grade"]["steps"]:
        if "run" in step and (step.get("if") == "always()" or not any(codes)):
            done = shell(without_installation(step["run"]), tmp_path, GITHUB_STEP_SUMMARY=str(summary))
            codes.append(done.returncode)
    assert codes == ([0, 0, 0] if right else [0, 1, 0])
    assert_xunit2((tmp_path / "junit.xml").read_bytes())
    assert ("**20 of 20 points**" in summary.read_text(encoding="utf-8")) == right
