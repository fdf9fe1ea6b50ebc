"""Folders that go with their process, even where that is killed."""

import os
import signal
import subprocess
import sys
import time

import pytest

from grader.classroom.scratch import scratch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody remove what is in use")
_HOLDER = """
import sys, time
from grader.classroom.scratch import scratch
with scratch() as folder:
    (folder / "solutions").mkdir()
    (folder / "solutions" / "secret.py").write_text("x")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A temporary folder of our own."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def holder(temporary):
    """Another process with such a folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER],
        env=os.environ | {"TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    return process, process.stdout.readline().strip()


def test_it_goes_with_its_process(temporary):
    with scratch() as folder:
        (folder / "file").write_text("x")
    assert not list(temporary.iterdir())


def test_what_a_killed_process_has_left_goes_and_what_is_in_use_stays(temporary):
    dead, left = holder(temporary)
    living, used = holder(temporary)
    with dead, living:
        dead.send_signal(signal.SIGKILL)
        dead.wait()
        assert os.path.isdir(left)
        with scratch() as mine:
            assert {path.name for path in temporary.iterdir()} == {mine.name, os.path.basename(used)}
        assert os.path.exists(f"{used}/solutions/secret.py")
        living.stdin.close()
        living.wait()
    assert not list(temporary.iterdir())


def test_one_that_is_just_being_made_and_what_is_not_ours_stay(temporary):
    new, old, other = (temporary / name for name in ("neuralings-scratch-new", "neuralings-scratch-old", "neuralings"))
    for folder in (new, old, other):
        folder.mkdir()
    (temporary / "neuralings-scratch-link").symlink_to(other)
    long_ago = time.time() - 3600
    os.utime(old, (long_ago, long_ago))
    with scratch() as mine:
        assert {path.name for path in temporary.iterdir()} == {new.name, other.name, "neuralings-scratch-link", mine.name}
