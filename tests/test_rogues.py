"""Hostile submissions, `tests/rogues/`: the score is the oracle.

Most define the right functions only if their attack worked. All of them go through one judge; then a handful through the real
command. Everything once as the user who runs the tests, and once as one without any rights.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

import pytest
from helpers.command import GRADE, ROOT, nothing_left_behind

FOLDER = ROOT / "tests" / "rogues"
FILES = sorted(FOLDER.glob("*.py"))
NAMES = [path.stem for path in FILES]
LIMITS = {"call_seconds": 0.5, "total_seconds": 5, "memory_mb": 256, "output_kb": 8192}
POISON = [n for n in NAMES if n.startswith(("patch_", "frame_", "stay_", "forge_", "beside_", "report_", "gadget_"))]
CLASSES = range(1, 22)
HUNG = 300  # seconds: only says that something hangs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls that this is about are Linux's")


def header(name):
    """(class, score, categories) from a file's first lines."""
    data = (FOLDER / f"{name}.py").read_bytes()
    text = data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1")
    attack = re.search(r"# attack: (.*)", text).group(1).strip()
    score, categories = re.search(r"# must: score=([\w-]+); category=([\w|]+)", text).groups()
    return attack, score, set(categories.split("|"))


# ------------------------------------------------------------------------------------------------------------
# Users
# ------------------------------------------------------------------------------------------------------------


def readable_to_all(path):
    return all(part.stat().st_mode & 0o1 for part in path.parents) and path.stat().st_mode & 0o4


@pytest.fixture(scope="module")
def plain_python(tmp_path_factory):
    """An interpreter that a user without rights can reach, with our packages on its path."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = next(
        (
            found
            for found in (os.path.realpath(sys.executable), shutil.which(version, path="/usr/local/bin:/usr/bin"))
            if found and readable_to_all(Path(found).resolve())
        ),
        None,
    )
    site = Path(pytest.__file__).resolve().parents[1]
    if base is None or not readable_to_all(ROOT / "grader") or not readable_to_all(site):
        pytest.skip("Python, its packages or this folder lie where only root can read")
    folder = Path(tempfile.mkdtemp(prefix="plain-python-"))
    folder.chmod(0o755)
    made = subprocess.run([base, "-m", "venv", "--without-pip", str(folder / "venv")], capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(folder)
        pytest.skip(f"{base} makes no virtual environment: {made.stderr or made.stdout}")
    (packages,) = (folder / "venv" / "lib").glob("python3*/site-packages")
    (packages / "ours.pth").write_text(f"{site}\n{ROOT}\n")
    yield str(folder / "venv" / "bin" / "python")
    shutil.rmtree(folder)


@pytest.fixture(scope="module", params=["myself", "nobody"])
def python(request):
    """The command that starts Python as this user."""
    if request.param == "myself":
        return [sys.executable]
    if os.geteuid() != 0:
        pytest.skip("only root can become another user; this user has no rights either")
    plain = request.getfixturevalue("plain_python")
    return ["setpriv", "--reuid=47001", "--regid=47001", "--clear-groups", plain]


def demand_walls(walls):
    """Without its walls this machine can show nothing; in CI, or where no reason is given, that is a failure."""
    if walls["label"] != "full" and walls["refusals"] and not os.environ.get("CI"):
        pytest.skip(f"walls are missing here: {walls['refusals']}")
    assert walls["label"] == "full", walls


# ------------------------------------------------------------------------------------------------------------
# The corpus in one judge
# ------------------------------------------------------------------------------------------------------------


def traces():
    """What a rogue could have left: files by the names that they use, and anything new where submissions are read."""
    found = set()
    for place in ("/tmp", "/var/tmp", "/dev/shm", "/"):
        found |= {str(path) for path in Path(place).glob("rogue-*")}
        found |= {str(path) for path in Path(place).glob("neuralings-probe-*")}
    watched = [ROOT / "exercises", ROOT / "solutions", FOLDER, ROOT / "grader"]
    for folder in watched:
        found |= {str(path) for path in folder.rglob("*") if "__pycache__" not in path.parts}
    found |= {str(ROOT / name) for name in ("conftest.py", "pytest.ini", "results.json") if (ROOT / name).exists()}
    return found


@pytest.fixture(scope="module")
def found(python):
    """What came of every file."""
    job = {"files": [str(path) for path in FILES], "without": [], "after": POISON, "limits": LIMITS}
    before, begun = traces(), time.monotonic()
    with nothing_left_behind():
        done = subprocess.run(
            [*python, str(ROOT / "tests" / "helpers" / "corpus.py"), json.dumps(job)],
            capture_output=True,
            text=True,
            cwd="/",
            timeout=HUNG,
            env=os.environ | {"ROGUE_SECRET_CANARY": "1"},
        )
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    document["left"] = sorted(traces() - before)
    document["seconds"] = time.monotonic() - begun
    demand_walls(document["walls"])
    return document


def words(report):
    """What a learner reads of a report, in the words of the files' headers."""
    if report["reason"] is not None:
        return {_word_of_reason(report["reason"])}
    outcomes = {
        "passed": "correct", "failed": "wrong", "raised": "exception", "timed_out": "timeout", "not_implemented": "missing"
    }  # fmt: skip
    told = set()
    for check in report["checks"]:
        if check["outcome"] == "crashed":
            told.add(_word_of_loss(check["message"]))
        elif check["outcome"] != "skipped":
            told.add(outcomes[check["outcome"]])
    # Full marks are `correct` alone; of anything else the right answers are not the point.
    return told if told == {"correct"} else told - {"correct"}


def _word_of_loss(sentence):
    for word, sign in (
        ("memory", " MiB of memory"),
        ("memory", "together were larger"),
        ("output", "printed more than"),
    ):
        if sign in sentence:
            return word
    return "protocol" if "out of turn" in sentence else "crashed"


def _word_of_reason(reason):
    if "did not finish loading" in reason:
        return "timeout"
    if "ended while it was loading" in reason:
        return _word_of_loss(reason)
    return "exception" if "(while loading the file)" in reason else "syntax"


@pytest.mark.parametrize("name", NAMES)
def test_no_rogue_gets_more_than_it_deserves(found, name):
    _, score, categories = header(name)
    report = found["reports"][name]
    points, most = report["points"], report["max_points"]
    allowed = {
        "zero": points == 0, "visible": points < most, "not-full": points < most, "full": points == most, "any": True
    }  # fmt: skip
    assert allowed[score], f"{points} of {most} points: {words(report)}"
    assert words(report) <= categories, [check["message"][:200] for check in report["checks"]] or report["reason"]
    assert not any(check["outcome"] == "broken" for check in report["checks"])
    assert report["isolation"] == "full"


def test_the_judge_is_as_it_was(found):
    assert found["builtins"] == []


def test_the_next_submission_is_graded_as_ever(found):
    assert found["after"] == dict.fromkeys(POISON, "passed")


def test_nothing_is_left(found):
    assert found["left"] == []


def test_reports_are_of_bearable_length(found):
    longest = max(found["reports"].values(), key=lambda report: len(json.dumps(report)))
    assert len(json.dumps(longest)) < 100_000


def test_hidden_inputs_that_a_function_prints_are_not_shown(found):
    assert "HIDDEN-INPUT" not in json.dumps(found["reports"]["leak_print"])


def test_a_function_sees_no_expected_value(found):
    (known,) = {check["message"].splitlines()[0] for check in found["reports"]["leak_raise"]["checks"] if check["call"]}
    assert not {"expected", "reference", "check", "solution"} & set(known.split())


def test_every_class_of_attack_is_there():
    classes = {header(name)[0].split()[0] for name in NAMES}
    assert classes - {"none"} == {str(number) for number in CLASSES}
    assert len([name for name in NAMES if not name.startswith("ok_")]) >= 60
    assert len([name for name in NAMES if name.startswith("ok_")]) >= 10


# ------------------------------------------------------------------------------------------------------------
# A handful through the command itself, and how its reports look
# ------------------------------------------------------------------------------------------------------------

SHOWN = [
    "report_terminal",
    "report_markup",
    "report_unicode",
    "report_lines",
    "report_names",
    "report_values",
    "report_types",
]
THROUGH = [*SHOWN, "forge_lines", "ok_bom", "steal_parent", "stay_threads", "stay_daemon", "exit_hang_up", "res_fork"]


@pytest.fixture(scope="module")
def cwd():
    """A folder that everybody can read."""
    folder = Path(tempfile.mkdtemp(prefix="rogues-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def command(python, cwd, name, *words, **more):
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"} | more
    start = GRADE if python == [sys.executable] else [*python, "-P", "-m", "grader"]
    with nothing_left_behind():
        return subprocess.run(
            [*start, "exercise1", "--file", str(FOLDER / f"{name}.py"), *words],
            capture_output=True,
            cwd=cwd,
            env=environment,
            timeout=HUNG,
        )


@pytest.mark.parametrize("name", THROUGH)
def test_the_command(python, cwd, name):
    done = command(python, cwd, name, "--json")
    report = json.loads(done.stdout)
    _, score, categories = header(name)
    told = done.stderr.decode()
    demand_walls({"label": report["isolation"], "refusals": "missing: none" not in told and told})
    assert (report["points"] == report["max_points"]) is (score == "full")
    assert done.returncode == (0 if score == "full" else 1)
    assert words(report) <= categories
    assert done.stderr == b""
    assert list(cwd.iterdir()) == []


def unsafe(text):
    """Characters that a terminal would obey, or a reader could not see."""
    return {
        character
        for character in text.replace("\n", "")
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") or character in "\u3164\u115f\u1160"
    }


@pytest.mark.parametrize("name", [*SHOWN, "forge_lines", "forge_syntax", "forge_handle"])
def test_reports_hold_no_control_character(cwd, name):
    told = command([sys.executable], cwd, name, COLUMNS="80").stdout.decode("utf-8")
    assert unsafe(told) == set()
    assert len(told.splitlines()) < 400
    assert max(map(len, told.splitlines())) <= 80 or "file:" in told
    document = command([sys.executable], cwd, name, "--json").stdout
    assert document.isascii()
    assert unsafe(document.decode()) == set()
    report = json.loads(document)
    json.dumps(report, ensure_ascii=False).encode("utf-8")  # no half of a character, which no reader has to take
    assert report["points"] == 0


def test_no_line_of_a_learner_stands_where_ours_do(cwd):
    told = command([sys.executable], cwd, "report_lines").stdout.decode()
    ours = [line for line in told.splitlines() if line.startswith("isolation:")]
    assert ours == [line for line in told.splitlines() if "isolation:" in line and not line.startswith("  ")]
    assert not any(line.startswith("✓ 20 of 20") for line in told.splitlines())
    assert "✗ 0 of 20 points" in told
