"""Run `grade` in a real process, as its users meet it, and see that no process of it stays behind."""

import contextlib
import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TINY_COURSE = ROOT / "tests" / "tiny_course"
_SCRIPT = Path(sys.executable).with_name("grade")
GRADE = [str(_SCRIPT)] if _SCRIPT.exists() else [sys.executable, "-m", "grader"]
# Only the test itself says how wide and how colourful its terminal is, and which language its user speaks.
_DROPPED = (
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "TTY_COMPATIBLE",
    "PYTHONIOENCODING",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
)
_SET_CHILD_SUBREAPER = 36
PATIENCE = 120


@dataclass(frozen=True)
class Ended:
    """What a finished command leaves to read."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """The one document on stdout."""
        return json.loads(self.out)

    @property
    def words(self):
        """Stdout as one line: where a sentence is wrapped does not matter."""
        return " ".join(self.out.split())

    @property
    def errors(self):
        """Stderr as one line."""
        return " ".join(self.err.split())


def environment(**more):
    """The environment of a command; a value of None takes a name away."""
    values = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    values |= {"COLUMNS": "80", "LANG": "C.UTF-8"} | more
    return {name: value for name, value in values.items() if value is not None}


def start(*words, cwd, env=None, command=None, stdout=subprocess.PIPE, stderr=subprocess.PIPE):
    """Start a command without waiting for it."""
    return subprocess.Popen(
        [*(command or GRADE), *map(str, words)],
        cwd=cwd,
        env=environment(**(env or {})),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
    )


def finish(process, timeout=PATIENCE):
    """Wait for a started command."""
    with process:
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return Ended(process.returncode, out or "", err or "")


def grade(*words, cwd, **more):
    """Run a command to its end; nothing of it may be left."""
    with nothing_left_behind():
        return finish(start(*words, cwd=cwd, **more))


def grade_twice(*words, cwd, **more):
    """The same command for people and with `--json`, both at once."""
    with nothing_left_behind():
        both = [start(*words, *json_too, cwd=cwd, **more) for json_too in ((), ("--json",))]
        told, document = map(finish, both)
    return told, document


def assert_no_fault_of_ours(*ended):
    """No traceback, no line of ours."""
    for one in ended:
        for text in (one.out, one.err):
            assert "Traceback" not in text
            assert not re.search(r"\bgrader/\w+|/site-packages/", text), text
            assert "failed, not your code" not in text


# ------------------------------------------------------------------------------------------------------------
# Courses and working copies
# ------------------------------------------------------------------------------------------------------------


def working_copy(folder, course=ROOT):
    """A folder with a fresh `exercises/`, without data: what most exercises need."""
    shutil.copytree(course / "exercises", folder / "exercises", ignore=shutil.ignore_patterns("__pycache__", "data"))
    return folder


def copy_course(folder, exercises=("exercise1",), **limits):
    """A copy of our course with these exercises only, and these limits instead of its own."""
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("exercises", "solutions"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    manifest = manifest_of(ROOT)
    manifest["exercises"] = [entry for entry in manifest["exercises"] if entry["id"] in exercises]
    for entry in manifest["exercises"]:
        entry["limits"] |= limits
    (folder / "assignments.yaml").write_text(yaml.safe_dump(manifest, sort_keys=False), encoding="utf-8")
    return folder


def manifest_of(course):
    """The content of `assignments.yaml`."""
    return yaml.safe_load((course / "assignments.yaml").read_text(encoding="utf-8"))


# ------------------------------------------------------------------------------------------------------------
# Processes
# ------------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def nothing_left_behind(within=20.0):
    """Whatever was started inside, at any depth, is gone shortly after; orphans come to us, so that none can hide."""
    if not sys.platform.startswith("linux"):
        yield
        return
    before = _children()
    _adopt_orphans(True)
    try:
        yield
        deadline = time.monotonic() + within
        while (left := _living(before)) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not left, f"still running: {left}"
    finally:
        _adopt_orphans(False)


def descendants(pid):
    """The processes below this one that live, at any depth."""
    parents = {child: parent for child, (parent, state) in _processes().items() if state != "Z"}
    found, new = set(), {pid}
    while new:
        new = {child for child, parent in parents.items() if parent in new} - found
        found |= new
    return found


def wait_for(condition, what, timeout=60.0):
    """Wait until something is true."""
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"waited {timeout:g} s in vain until {what}")
        time.sleep(0.02)


def _adopt_orphans(on):
    ctypes.CDLL(None, use_errno=True).prctl(_SET_CHILD_SUBREAPER, int(on), 0, 0, 0)


def _living(before):
    """Command lines of our new children; the dead among them are reaped."""
    left = []
    for pid in _children() - before:
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(pid, os.WNOHANG) == (0, 0):
                left.append(Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return left


def _children():
    return {pid for pid, (parent, _) in _processes().items() if parent == os.getpid()}


def _processes():
    """Of each process its parent and its state."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with contextlib.suppress(OSError):
                state, parent = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()[:2]
                found[int(entry)] = (int(parent), state)
    return found
