"""Each wall switched off on purpose: some rogue gets through then, and the label says so. A wall that does nothing would show here.

`no_new_privs` keeps nothing back by itself: Landlock and seccomp demand it of everybody but root with all rights, so without it
they do not stand either. `capabilities` means something for root only.
"""

import json
import os
import subprocess
import sys

import pytest
from helpers.command import ROOT, nothing_left_behind

from grader.confine import WALLS

FOLDER = ROOT / "tests" / "rogues"
LIMITS = {"call_seconds": 2, "total_seconds": 10, "memory_mb": 256, "output_kb": 8192}
# The wall, what then was not refused, and rogues that must get through; some of many.
THROUGH = {
    "rlimits": ("memory", ["res_memory_private", "res_memory_file", "res_descriptors"]),
    "capabilities": ("rights", ["res_be_root"]),
    "landlock": (
        "read",
        ["steal_solution", "steal_checks", "steal_import", "steal_by_descriptor", "steal_network_tables"],
    ),
    "seccomp": ("fork", ["res_fork", "stay_daemon", "net_udp", "net_unix", "reach_limits", "reach_dump"]),
    "no_new_privs": ("write", ["steal_solution", "res_fork", "net_tcp", "net_udp"]),
}
ALL = sorted({name for _, names in THROUGH.values() for name in names})

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")


def graded(names, without=(), **limits):
    """What came of these files with these walls left out."""
    files = [str(FOLDER / f"{name}.py") for name in names]
    job = {"files": files, "without": list(without), "after": [], "limits": LIMITS | limits}
    with nothing_left_behind():
        done = subprocess.run(
            [sys.executable, str(ROOT / "tests" / "helpers" / "corpus.py"), json.dumps(job)],
            capture_output=True,
            text=True,
            cwd="/",
            timeout=300,
        )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def walled():
    """The same files with every wall up."""
    found = graded(ALL)
    # A kernel that lacks a wall says why. Without a reason, a wall of ours does nothing.
    if found["walls"]["refusals"] and not os.environ.get("CI"):
        pytest.skip(f"walls are missing here: {found['walls']['refusals']}")
    return found


def test_with_every_wall_none_gets_through(walled):
    assert walled["walls"]["label"] == "full"
    assert walled["walls"]["refusals"] == {}
    assert all(walled["walls"]["observed"].values())
    assert {name: report["points"] for name, report in walled["reports"].items()} == dict.fromkeys(ALL, 0)


def test_every_wall_is_tried():
    assert set(THROUGH) == set(WALLS)


@pytest.mark.parametrize("wall", WALLS)
def test_without_a_wall_some_rogue_gets_through(walled, wall):
    if wall == "capabilities" and os.geteuid() != 0:
        pytest.skip("there are no rights of root to drop here")
    what, names = THROUGH[wall]
    found = graded(names, without=[wall])
    assert [name for name in names if found["reports"][name]["points"] == 0] == []
    assert found["walls"]["refusals"][wall] == "left out on purpose"
    assert found["walls"]["observed"][what] is False
    assert found["walls"]["label"] != "full"
    assert {report["isolation"] for report in found["reports"].values()} == {found["walls"]["label"]}


def test_without_any_wall_the_label_is_process_only(walled):
    assert graded(["ok_plain"], without=WALLS)["walls"]["label"] == "process-only"


# The judge's own watch is no wall of the worker's: it is taken away by limits that are never reached.
# The first check is what counts; the total keeps the others from waiting as long.
_PATIENCE = {"call_seconds": 30, "total_seconds": 15}
WATCHED = {
    "out_flood": (_PATIENCE, {"output_kb": 1 << 20}, "printed more than", "None"),
    "res_memory_shared": (_PATIENCE, {"memory_mb": 4096}, "MiB of memory", "an array was expected"),
    "crash_stopped": (
        {"call_seconds": 0.5, "total_seconds": 1},
        {"call_seconds": 1.5, "total_seconds": 2},
        "no answer within 0.5 s",
        "no answer within 1.5 s",
    ),
}


@pytest.mark.parametrize("name", WATCHED)
def test_without_the_watch_a_rogue_goes_on(name):
    limits, never, stopped, went_on = WATCHED[name]
    for given, sentence in ((limits, stopped), (limits | never, went_on)):
        (report,) = graded([name], **given)["reports"].values()
        assert sentence in report["checks"][0]["message"]
