"""A folder that a stranger has made: nothing beside the one file is imported or followed, and nothing makes the command wait."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.command import GRADE, ROOT, assert_no_fault_of_ours, grade

FILE = "exercise1_activations.py"
HONEST = (ROOT / "tests" / "rogues" / "ok_plain.py").read_text(encoding="utf-8")
NOTE = "import pathlib\npathlib.Path({0!r}).write_text('imported')\nraise SystemExit(0)\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, FIFOs and devices are made as on Unix")


@pytest.fixture
def exercises(tmp_path):
    folder = tmp_path / "exercises"
    folder.mkdir()
    return folder


def report(cwd, *words, env=None, command=None):
    """The report as JSON; the one for people must come as well, and without a fault of ours."""
    told = grade("exercise1", *words, cwd=cwd, env=env, command=command)
    document = grade("exercise1", "--json", *words, cwd=cwd, env=env, command=command)
    assert_no_fault_of_ours(told)
    assert told.code == document.code
    return document.json


def assert_refused(found, *sentences):
    assert (found["outcome"], found["points"], found["checks"]) == ("ungradable", 0, [])
    for sentence in sentences:
        assert sentence in found["reason"]


# ------------------------------------------------------------------------------------------------------------
# What is no file
# ------------------------------------------------------------------------------------------------------------


def test_a_link_to_a_file_is_not_followed(tmp_path, exercises):
    (exercises / FILE).symlink_to("/etc/passwd")
    found = report(tmp_path)
    assert_refused(found, "is a link to another file")
    assert "root:" not in json.dumps(found)


def test_a_link_to_the_solution_is_not_followed(tmp_path, exercises):
    (exercises / FILE).symlink_to(ROOT / "solutions" / FILE)
    assert_refused(report(tmp_path), "is a link to another file")


def test_a_link_to_a_folder_of_somebody_else_is_not_followed(tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / FILE).write_text(HONEST)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "exercises").symlink_to(other)
    done = grade("exercise1", cwd=mine)
    assert done.code == 2
    assert "is a link to another folder" in done.errors


def test_a_link_that_leads_nowhere_or_to_itself(tmp_path, exercises):
    (exercises / FILE).symlink_to(FILE)
    assert_refused(report(tmp_path), "is a link to another file")


@pytest.mark.parametrize("words", [(), ("exercise1",)])
def test_a_fifo_is_not_waited_for(tmp_path, exercises, words):
    os.mkfifo(exercises / FILE)
    done = grade(*words, cwd=tmp_path)
    assert done.code == (1 if words else 0)
    assert_no_fault_of_ours(done)


def test_the_overview_reads_nothing_without_end(tmp_path, exercises):
    (exercises / FILE).symlink_to("/dev/zero")
    done = grade(cwd=tmp_path)
    assert done.code == 0
    assert_no_fault_of_ours(done)


def test_a_folder_a_socket_and_a_device(tmp_path, exercises):
    (exercises / FILE).mkdir()
    assert_refused(report(tmp_path), "is a folder")
    assert_refused(report(tmp_path, "--file", "/dev/null"), "is not a regular file")
    assert_refused(report(tmp_path, "--file", "/dev/zero"), "is not a regular file")
    if os.geteuid() == 0:
        device = exercises / "device.py"
        try:
            os.mknod(device, 0o600 | 0o020000, os.makedev(1, 5))
        except OSError:
            return  # a container may forbid it
        assert_refused(report(tmp_path, "--file", device))


def test_a_file_that_is_much_too_large(tmp_path, exercises):
    with (exercises / FILE).open("wb") as stream:
        stream.truncate(1 << 40)
    assert_refused(report(tmp_path), "at most 1 MiB is read")


def test_a_file_in_proc_that_lies_about_its_size(tmp_path):
    assert report(tmp_path, "--file", "/proc/self/status")["points"] == 0


# ------------------------------------------------------------------------------------------------------------
# What lies beside the file
# ------------------------------------------------------------------------------------------------------------

SHADOWS = [
    "numpy.py", "mnist.py", "pytest.py", "_pytest.py", "yaml.py", "rich.py", "json.py", "grader.py", "sitecustomize.py",
    "usercustomize.py", "conftest.py", "exercise1.py", "reference.py", "check_exercise1.py", "tensorflow.py", "encodings.py",
]  # fmt: skip


def shadowed(folder, note):
    """Modules of well-known names, packages, stale byte code and settings, each of which would leave a note."""
    for name in SHADOWS:
        (folder / name).write_text(NOTE.format(str(note)))
    package = folder / "solutions"
    package.mkdir()
    (package / "__init__.py").write_text(NOTE.format(str(note)))
    cache = folder / "__pycache__"
    cache.mkdir()
    for name in ("exercise1_activations", "mnist", "conftest"):
        (cache / f"{name}.{sys.implementation.cache_tag}.pyc").write_bytes(b"\x00" * 64)
    (folder / "exercise1_activations.pyc").write_bytes(b"\x00" * 64)
    for name in ("pytest.ini", "tox.ini"):
        (folder / name).write_text("[pytest]\naddopts = --co -p no:python\npython_files = *.py\n")
    (folder / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = "-p conftest --co"\n')
    (folder / "evil.pth").write_text("import conftest\n")
    (folder / "assignments.yaml").write_text("format_version: 1\ntitle: mine\nshared: []\nexercises: []\n")


@pytest.mark.parametrize("where", ["exercises", ".", "home"])
def test_nothing_beside_the_file_is_imported(tmp_path, exercises, where):
    note = tmp_path / "note"
    (exercises / FILE).write_text(HONEST.replace("import numpy as np", "import mnist\nimport numpy as np"))
    place = tmp_path / where
    place.mkdir(exist_ok=True)
    shadowed(place, note)
    environment = {"HOME": str(place), "PYTEST_ADDOPTS": "-p conftest", "PYTEST_PLUGINS": "conftest"}
    found = report(tmp_path, env=environment)
    assert found["outcome"] == "passed"
    assert not note.exists()


def test_python_m_grader_does_not_import_from_the_folder_either(tmp_path, exercises):
    note = tmp_path / "note"
    (exercises / FILE).write_text(HONEST)
    for name in ("numpy.py", "pytest.py", "yaml.py", "rich.py", "json.py", "argparse.py", "mnist.py"):
        (tmp_path / name).write_text(NOTE.format(str(note)))
    found = report(tmp_path, command=[sys.executable, "-m", "grader"])
    assert found["outcome"] == "passed"
    assert not note.exists()


def test_mnist_is_always_the_course_s(tmp_path, exercises):
    (exercises / "mnist.py").write_text("raise SystemExit('mine')\n")
    (exercises / FILE).write_text(
        HONEST + f"\nimport mnist\nassert mnist.__file__ == {str(ROOT / 'exercises' / 'mnist.py')!r}\n"
    )
    assert report(tmp_path)["outcome"] == "passed"


def test_other_files_of_the_folder_cannot_be_read_or_imported(tmp_path, exercises):
    (exercises / "helper.py").write_text("VALUE = 1\n")
    (exercises / FILE).write_text(f"import sys\nsys.path.insert(0, {str(exercises)!r})\nfrom helper import VALUE\n")
    found = report(tmp_path)
    if found["isolation"] == "full":
        assert_refused(found, "helper")


# ------------------------------------------------------------------------------------------------------------
# Names
# ------------------------------------------------------------------------------------------------------------

ODD = [
    "a b",
    "활성화",
    "line\n✓ 20 of 20 points",
    "\x1b[2J\x1b[H",
    "[bold]x[/]",
    "-rf",
    "'; echo x; '",
    "\u202etxt",
    "~",
    "%s{0}",
]


@pytest.mark.parametrize("name", ODD, ids=ascii)
@pytest.mark.parametrize("content", [HONEST, "def softmax(\n"], ids=["right", "broken"])
def test_odd_names_on_the_way(tmp_path, name, content):
    folder = tmp_path / name
    (folder / "exercises").mkdir(parents=True)
    (folder / "exercises" / FILE).write_text(content)
    inside = grade("exercise1", cwd=folder)
    by_name = grade("exercise1", "--file", folder / "exercises" / FILE, cwd=tmp_path)
    for done in (inside, by_name):
        assert done.code == (0 if content == HONEST else 1)
        assert_no_fault_of_ours(done)
        for text in (done.out, done.err):
            assert not {"\x1b", "\u202e", "\r", "\x9b"} & set(text)
        assert content == HONEST or not any(line.startswith("✓") for line in done.out.splitlines())


def test_a_name_that_is_no_text(tmp_path):
    folder = os.path.join(os.fsencode(tmp_path), b"\xff\xfe")
    os.makedirs(os.path.join(folder, b"exercises"))
    with open(os.path.join(folder, b"exercises", FILE.encode()), "w", encoding="utf-8") as stream:
        stream.write(HONEST)
    done = subprocess.run([*GRADE, "exercise1"], cwd=folder, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    done.stdout.decode("utf-8")


# ------------------------------------------------------------------------------------------------------------
# Machines that lack something
# ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def mine(tmp_path, exercises):
    (exercises / FILE).write_text(HONEST)
    return tmp_path


@pytest.mark.parametrize("folder", ["/nonexistent", "/proc", "/dev/full"])
def test_no_temporary_folder(mine, folder):
    found = report(mine, env={"TMPDIR": folder, "TEMP": folder, "TMP": folder})
    assert found["outcome"] == "passed"


needs_root = pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs root of Linux")


def unshared(mine, script):
    """The command in a mount namespace of its own, after this shell script."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-m", "true"], capture_output=True).returncode:
        pytest.skip("no mount namespaces here")
    return [unshare, "-m", "--propagation", "private", "sh", "-c", f'{script} && exec "$@"', "sh", *GRADE]


@needs_root
def test_a_temporary_folder_that_is_full_or_read_only(mine):
    if any(Path("/tmp") in Path(place).parents for place in (ROOT, sys.prefix, sys.base_prefix)):
        pytest.skip("grade itself lies in /tmp here: what is mounted there would hide it")
    work = Path("/var/tmp") / mine.name
    shutil.copytree(mine, work)
    try:
        for options in ("size=4k,nr_inodes=1", "ro"):
            command = unshared(
                work, f"mount -t tmpfs -o {options} tmpfs /tmp && mount -t tmpfs -o {options} tmpfs /dev/shm"
            )
            assert report(work, command=command)["outcome"] == "passed"
    finally:
        shutil.rmtree(work)


@needs_root
def test_without_proc(mine):
    done = grade("exercise1", cwd=mine, command=unshared(mine, "mount -t tmpfs tmpfs /proc"))
    assert_no_fault_of_ours(done)
    assert done.code == 0, done.err
    assert "isolation: " in done.out
    if "isolation: full" not in done.out:
        assert "walls missing" in done.errors
    assert "/proc" in done.errors, "the watch on memory does not stand, and nobody says so"


FAKED = """
import errno, sys
from grader.confine import kernel, landlock, privileges
real = kernel.syscall
refused = set({refused!r})
def syscall(number, *arguments):
    if number in refused:
        raise OSError(errno.ENOSYS, "Function not implemented")
    return real(number, *arguments)
kernel.syscall = syscall
"""
LANDLOCK, SECCOMP = (444, 445, 446), (317, 277)


def with_faked_kernel(folder, refused):
    """The command whose forkserver believes that the kernel lacks these system calls: a `sitecustomize` says so."""
    hook = folder / "hook"
    hook.mkdir()
    (hook / "faked_kernel.py").write_text(FAKED.format(refused=refused))
    script = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); sys.path.insert(1, sys.argv.pop(1))\n"
        "from grader.learner import launch\n"
        "launch._START = f'import sys; sys.path[:0] = [{sys.path[0]!r}, sys.argv[1]]; import faked_kernel; '"
        " + launch._START.split('; ', 2)[2]\n"
        "from grader.__main__ import main; main()"
    )
    return [sys.executable, "-P", "-c", script, str(hook), str(ROOT)]


@pytest.mark.parametrize(
    ("refused", "label", "wall"),
    [(LANDLOCK, "partial", "landlock"), (SECCOMP, "partial", "seccomp")],
    ids=["no Landlock", "no seccomp"],
)
@pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")
def test_a_wall_that_the_kernel_refuses(mine, refused, label, wall):
    command = with_faked_kernel(mine, refused)
    told = grade("exercise1", cwd=mine, command=command)
    document = grade("exercise1", "--json", cwd=mine, command=command)
    assert told.code == document.code == 0, told.err
    assert document.json["isolation"] == label
    assert f"isolation: {label}" in told.out
    for done in (told, document):
        assert f"isolation is {label}: walls missing: {wall} (" in done.errors
        assert "A submission could " in done.errors
        assert len(done.err.splitlines()) == 1


@needs_root
def test_root_is_told_what_becomes_of_its_rights(mine):
    assert "running as root: rights dropped" in grade("exercise1", cwd=mine).words


@needs_root
def test_root_without_any_wall_is_refused(mine):
    command = with_faked_kernel(mine, (*LANDLOCK, *SECCOMP, 125, 126, 90, 91))
    done = grade("exercise1", cwd=mine, command=command)
    assert done.code == 3
    assert "Run grade as another user" in done.errors
