"""`grade class --scheduler`: a real scheduler and two real workers on loopback, of which one is killed in mid-run."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest
from helpers.classes import contents, reports_in, tiny_class
from helpers.command import TINY_COURSE, assert_no_fault_of_ours, environment, finish, grade, start, wait_for

from grader.classroom.scratch import scratch

pytest.importorskip("distributed")

WORDS = ("--course", TINY_COURSE)
NUMBER = 60


def dask(folder, name, *words):
    """A process of Dask, with what it says in a file."""
    command = [sys.executable, "-m", "dask", *map(str, words)]
    # Outside of our checkout: a worker needs nothing but the installed package.
    settings = environment(TMPDIR=str(folder))
    with (folder / f"{name}.log").open("w") as log:
        return subprocess.Popen(command, cwd=folder, env=settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


@contextmanager
def cluster(folder, workers):
    """A scheduler on a free port and so many workers: its address, and the workers."""
    folder.mkdir()
    started = []
    try:
        started.append(
            dask(folder, "scheduler", "scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard", "--no-show")
        )
        log = folder / "scheduler.log"
        wait_for(lambda: re.search(r"Scheduler at:\s+(tcp://\S+)", log.read_text()), "the scheduler says where it is")
        address = re.search(r"Scheduler at:\s+(tcp://\S+)", log.read_text())[1]
        for number in range(workers):
            started.append(
                dask(
                    folder,
                    f"worker{number}",
                    "worker",
                    address,
                    "--nthreads",
                    1,
                    "--no-dashboard",
                    "--no-nanny",
                    "--host",
                    "127.0.0.1",
                )
            )
        wait_for(
            lambda: all("Registered to" in (folder / f"worker{n}.log").read_text() for n in range(workers)),
            "the workers are there",
        )
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
        for process in started:
            process.wait()


@pytest.fixture(scope="module")
def local(tmp_path_factory):
    """A class, and its store as this machine alone fills it."""
    folder = tmp_path_factory.mktemp("class")
    submissions = tiny_class(folder / "in", NUMBER)
    assert grade("class", submissions, "--out", folder / "out", *WORDS, cwd=folder).code == 0
    return submissions, contents(folder / "out")


def test_a_cluster_fills_the_same_store_even_where_a_worker_is_killed(tmp_path, local, monkeypatch):
    submissions, expected = local
    with cluster(tmp_path / "dask", 2) as (address, workers):
        ended = grade("class", submissions, "--out", "out", "--scheduler", address, *WORDS, cwd=tmp_path)
        assert ended.code == 0, ended.err
        assert_no_fault_of_ours(ended)
        assert contents(tmp_path / "out") == expected

        process = start("class", submissions, "--out", "killed", "--scheduler", address, *WORDS, cwd=tmp_path)
        wait_for(lambda: reports_in(tmp_path / "killed"), "the first submissions are graded")
        os.kill(workers[0].pid, signal.SIGKILL)
        ended = finish(process)
        assert ended.code == 0, ended.err
        assert contents(tmp_path / "killed") == expected
    # Nobody tidies up behind a killed worker but the next process that unpacks a course.
    assert list((tmp_path / "dask").glob("neuralings-scratch-*/solutions"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "dask"))
    with scratch() as mine:
        assert list((tmp_path / "dask").glob("neuralings-*")) == [mine]


def test_a_scheduler_without_workers_and_none_at_all_are_told(tmp_path):
    tiny_class(tmp_path / "in", 1)
    with cluster(tmp_path / "dask", 0) as (address, _workers):
        ended = grade("class", "in", "--scheduler", address, *WORDS, cwd=tmp_path)
    assert ended.code == 2
    assert "no workers" in ended.errors
    assert "dask worker" in ended.errors
    assert_no_fault_of_ours(ended)
