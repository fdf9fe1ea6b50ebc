"""The store of a class: killed at any moment and resumed it holds what an undisturbed run holds; faults are sentences."""

import contextlib
import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from helpers.classes import contents, lasting, reports_in, tiny_class
from helpers.command import TINY_COURSE, assert_no_fault_of_ours, finish, grade, nothing_left_behind, start

from grader.classroom.faults import FILE
from grader.classroom.records import Student
from grader.classroom.schema import VERSION
from grader.classroom.store import Filed, Row, Store
from grader.cli.pages import write_pages
from grader.errors import EngineError, GraderError, UsageError
from grader.report.book import as_document

WORDS = ("--course", TINY_COURSE)
KILLS_A_STORE = 5
STORES = 4


def document(out):
    import json

    with Store.open(out) as store:
        return lasting(json.loads(as_document(store.gradebook())))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """A class, its store, and how long a run takes."""
    folder = tmp_path_factory.mktemp("class")
    submissions = tiny_class(folder / "in", 14)
    begun = time.monotonic()
    ended = grade("class", submissions, "--out", folder / "out", *WORDS, cwd=folder)
    assert ended.code == 0, ended.err
    return submissions, folder / "out", time.monotonic() - begun


@pytest.mark.parametrize("seed", range(STORES))
def test_killed_at_random_moments_and_resumed_it_is_the_same_store(tmp_path, undisturbed, seed):
    submissions, whole, seconds = undisturbed
    moments = random.Random(seed)
    out = tmp_path / "out"
    for _ in range(KILLS_A_STORE):
        with nothing_left_behind():
            process = start("class", submissions, "--out", out, *WORDS, cwd=tmp_path)
            time.sleep(moments.uniform(0, seconds))
            process.send_signal(signal.SIGKILL)
            finish(process)
        if (out / FILE).exists():
            assert_sound(out)
    ended = grade("class", submissions, "--out", out, *WORDS, cwd=tmp_path)
    assert ended.code == 0, ended.err
    assert contents(out) == contents(whole)
    assert document(out) == document(whole)
    # The page and the feedback are written even where the last kill came after the last mark.
    assert sorted(p.name for p in out.rglob("*.md")) == sorted(p.name for p in whole.rglob("*.md"))
    assert (out / "report.html").exists()


def assert_sound(out):
    with sqlite3.connect(out / FILE) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_interrupt_says_how_to_go_on(tmp_path, undisturbed):
    submissions, _whole, _seconds = undisturbed
    with nothing_left_behind():
        process = start("class", submissions, "--out", "out", *WORDS, cwd=tmp_path)
        deadline = time.monotonic() + 60
        while not reports_in(tmp_path / "out") and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        ended = finish(process)
    if ended.code == 0:
        pytest.skip("it was quicker than the interrupt")
    assert ended.code == 130
    assert "grade class" in ended.errors
    assert_no_fault_of_ours(ended)
    again = grade("class", submissions, "--out", "out", *WORDS, cwd=tmp_path)
    assert again.code == 0
    assert "graded already" in again.words


def test_a_second_run_grades_nothing_and_a_third_with_regrade_everything(tmp_path, undisturbed):
    submissions, whole, _seconds = undisturbed
    out = shutil.copytree(whole, tmp_path / "out")
    before = graded_at(out)
    assert "nothing has changed" in grade("class", submissions, "--out", out, *WORDS, cwd=tmp_path).words
    (out / "report.html").write_text("old")
    assert grade("mark", "student000", "telegram", "1", "--reason", "x", "--store", out, cwd=tmp_path).code == 0
    assert grade("class", submissions, "--out", out, *WORDS, cwd=tmp_path).code == 0
    assert "student000" in (out / "report.html").read_text(encoding="utf-8")
    assert grade("mark", "student000", "telegram", "--clear", "--store", out, cwd=tmp_path).code == 0
    assert graded_at(out) == before
    assert grade("class", submissions, "--out", out, "--regrade", *WORDS, cwd=tmp_path).code == 0
    assert not set(graded_at(out).items()) & set(before.items())
    assert contents(out) | {"overrides": []} == contents(whole)


def graded_at(out):
    with sqlite3.connect(out / FILE) as connection:
        return dict(connection.execute("SELECT key, graded_at FROM reports"))


def test_a_changed_submission_is_an_attempt_and_the_best_is_remembered(tmp_path, undisturbed):
    submissions, whole, _seconds = undisturbed
    out = shutil.copytree(whole, tmp_path / "out")
    own = shutil.copytree(submissions, tmp_path / "in")
    (own / "student000" / "telegram.py").write_text("def shout(text):\n    return text\n", encoding="utf-8")
    before = graded_at(out)
    assert grade("class", own, "--out", out, *WORDS, cwd=tmp_path).code == 0
    assert len(graded_at(out)) == len(before) + 1
    with Store.open(out) as store:
        (entry,) = [entry for entry in store.gradebook().entries if entry.student.key == "student000"]
        assert store.source(entry.sha256) == (own / "student000" / "telegram.py").read_bytes()
    assert (entry.attempts, entry.earned, entry.best) == (2, 0, 3)


def test_a_mark_by_hand_outlives_every_run(tmp_path, undisturbed):
    submissions, whole, _seconds = undisturbed
    out = shutil.copytree(whole, tmp_path / "out")
    ended = grade(
        "mark", "student001", "telegram", "2.5", "--reason", "explained it well", "--store", out, cwd=tmp_path
    )
    assert ended.code == 0, ended.err
    # Whoever hands the pages on now hands on this mark.
    for page in (out / "report.html", out / "feedback" / "student001.md"):
        assert "explained it well" in page.read_text(encoding="utf-8")
    assert grade("class", submissions, "--out", out, "--regrade", *WORDS, cwd=tmp_path).code == 0
    with Store.open(out) as store:
        (entry,) = [entry for entry in store.gradebook().entries if entry.student.key == "student001"]
    assert entry.mark == 2.5
    assert entry.override.reason == "explained it well"
    assert grade("mark", "student001", "telegram", "--clear", "--store", out, cwd=tmp_path).code == 0
    with Store.open(out) as store:
        (entry,) = [entry for entry in store.gradebook().entries if entry.student.key == "student001"]
    assert entry.override is None
    assert entry.mark == entry.earned


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nobody", "telegram", "1", "--reason", "x"), "no student “nobody”"),
        (("student01", "telegram", "1", "--reason", "x"), "Did you mean"),
        (("student001", "painting", "1", "--reason", "x"), "no exercise “painting”"),
        (("student001", "telegram", "1"), "Say why"),
        (("student001", "telegram", "nan", "--reason", "x"), "A mark is a number"),
        (("student001", "telegram", "--reason", "x"), "A mark is a number"),
    ],
)
def test_a_mark_that_cannot_be_set_is_told(tmp_path, undisturbed, words, told):
    ended = grade("mark", *words, "--store", undisturbed[1], cwd=tmp_path)
    assert ended.code == 2
    assert told in ended.errors
    assert "Try:" in ended.errors


# Bad stores ----------------------------------------------------------------------------------------------------------


def made(folder):
    with Store.create(folder) as store:
        store.begin_run({"title": "t", "course": "c", "seed": "1"}, [("e", 1, "E", 3.0)], [Student("s", "S")])
    return folder / FILE


def test_a_store_of_a_newer_version(tmp_path):
    path = made(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(UsageError, match="newer grade") as caught:
        Store.open(tmp_path)
    assert caught.value.next_command.startswith("pip install --upgrade")


@pytest.mark.parametrize("damage", ["text", "middle", "another program"])
def test_a_damaged_store_is_not_touched(tmp_path, damage):
    path = made(tmp_path)
    if damage == "text":
        path.write_bytes(b"this is no database, but a text that somebody has put here" * 40)
    elif damage == "middle":
        data = bytearray(path.read_bytes())
        data[100 : len(data)] = os.urandom(len(data) - 100)
        path.write_bytes(bytes(data))
    else:
        path.unlink()
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(GraderError, match="is damaged") as caught, Store.create(tmp_path) as store:
        store.gradebook()
    assert caught.value.next_command.startswith("mv ")
    assert path.read_bytes() == before


def test_a_locked_store(tmp_path, monkeypatch):
    path = made(tmp_path)
    monkeypatch.setattr("grader.classroom.store._PATIENCE", 0.1)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(UsageError, match="in use"), Store.open(tmp_path) as store:
        store.file([Row("s", "e")])
    holder.execute("ROLLBACK")
    holder.close()
    with Store.open(tmp_path) as store:
        store.file([Row("s", "e")])


def store_one(store, number):
    report = Filed(f"k{number}", "e", f"{number:064}", 1.0, "x" * 3000, "h", datetime.now(UTC))
    store.file([Row("s", "e", "f", report.sha256, report=report.key)], report, os.urandom(2000))


def test_a_full_disk_keeps_what_is_there(tmp_path):
    made(tmp_path)
    with Store.open(tmp_path) as store:
        with store.transaction() as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages + 6}")
        filed = 0
        with contextlib.suppress(EngineError):
            while filed < 1000:
                store_one(store, filed)
                filed += 1
        with pytest.raises(EngineError, match="full"):
            store_one(store, filed)
    assert filed
    with Store.open(tmp_path) as store:
        assert len(store.graded("e")) == filed


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="cannot be written"):
        Store.create(tmp_path / "file" / "out")
    ended = grade(
        "class", TINY_COURSE / "solutions", "--exercise", "telegram", "--out", "/proc/class", *WORDS, cwd=tmp_path
    )
    assert ended.code == 2
    assert "Try:" in ended.errors


def test_no_store_is_a_sentence(tmp_path):
    with pytest.raises(UsageError, match="no marks") as caught:
        Store.open(tmp_path)
    assert "grade class" in caught.value.next_command


def test_two_that_make_the_same_store_at_once(tmp_path):
    code = (
        "import sys; from pathlib import Path; from grader.classroom.store import Store;"
        "Store.create(Path(sys.argv[1])).gradebook()"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, tmp_path / "out"]) for _ in range(4)]
    assert [process.wait(60) for process in both] == [0] * 4


@pytest.mark.parametrize("why", ["unable to open database file", "database or disk is full"])
def test_who_may_only_read_still_gets_the_marks_out(tmp_path, monkeypatch, why):
    path = made(tmp_path)
    before = path.read_bytes()

    def refused(folder):
        raise sqlite3.OperationalError(why)  # what SQLite says where it cannot make its files beside the store

    monkeypatch.setattr(Store, "_opened", refused)
    with Store.open(tmp_path) as store:
        assert [student.name for student in store.gradebook().students] == ["S"]
        with pytest.raises(UsageError, match="cannot be written"):
            store.file([Row("s", "e")])
    assert path.read_bytes() == before
    path.with_name(f"{FILE}-wal").write_bytes(b"what has not been written to the store yet")
    with pytest.raises(GraderError):
        Store.open(tmp_path)


def test_pages_for_which_the_disk_is_full_are_written_by_the_next_run(tmp_path, monkeypatch):
    made(tmp_path)

    def full(path, data):
        if path.name == "report.html":
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("grader.cli.pages.write_whole", full)
    with Store.open(tmp_path) as store, pytest.raises(EngineError, match="is full") as caught:
        write_pages(store.gradebook(), store)
    assert caught.value.next_command.startswith("df -h")
    assert (tmp_path / "feedback").is_dir()
    assert not (tmp_path / "report.html").exists()
