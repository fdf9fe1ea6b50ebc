"""Whose file is it, and which exercise? Three hundred made submissions in every layout, as folders and as ZIPs."""

import io
import os
import stat
import struct
import subprocess
import time
import unicodedata
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from helpers.classes import lasting
from helpers.command import ROOT, grade
from hypothesis import given
from hypothesis import strategies as st

from grader.classroom.archives import ZipTree, open_tree
from grader.classroom.layouts import CANVAS, CHECKOUTS, FLAT, FOLDERS, MOODLE
from grader.classroom.plan import make_plan
from grader.classroom.roster import match, read_roster
from grader.classroom.store import Store
from grader.course import find_course, load_course
from grader.errors import SubmissionError, UsageError

COURSE = load_course(find_course())
FILE = COURSE.exercise("exercise1").file
SEOUL = timezone(timedelta(hours=9))
NUMBER = 300
_PEOPLE = [("Kim ", "Minjun"), ("김", "철수"), ("O'Neil, ", "Ada")]
NAMES = [f"{family}{given} {number}" for number, (family, given) in enumerate(_PEOPLE * 100)]


def text_of(number):
    return f"# handed in by {number}\n".encode()


def folders():
    return {f"{name}/{FILE}": text_of(i) for i, name in enumerate(NAMES)}


def flat():
    return {f"{name}_{FILE}": text_of(i) for i, name in enumerate(NAMES)}


def canvas():
    return {f"kimminjun{'_LATE' if i % 3 == 0 else ''}_{1000 + i}_{5000 + i}_{FILE}": text_of(i) for i in range(NUMBER)}


def moodle():
    return {f"{name}_{7000 + i}_assignsubmission_file_/{FILE}": text_of(i) for i, name in enumerate(NAMES)}


def checkouts():
    files = {f"homework-{i:03d}/exercises/{FILE}": text_of(i) for i in range(NUMBER)}
    return files | {f"homework-{i:03d}/.git/HEAD": b"ref: refs/heads/main\n" for i in range(NUMBER)}


LAYOUTS = {FOLDERS: folders, FLAT: flat, CANVAS: canvas, MOODLE: moodle, CHECKOUTS: checkouts}


# Of each number the key that its student has.
KEYS = {
    FOLDERS: lambda number: NAMES[number],
    FLAT: lambda number: NAMES[number],
    CANVAS: lambda number: str(1000 + number),
    MOODLE: lambda number: NAMES[number],
    CHECKOUTS: lambda number: f"homework-{number:03d}",
}


def as_folder(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def as_zip(path, files, wrap=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(wrap + name, data)
    return path


def plan_of(path, wanted=(), roster=None, course=COURSE):
    return make_plan(path, course, [course.exercise(name) for name in wanted], roster)


def placed(plan):
    """Of each student and exercise the bytes that are graded."""
    return {
        (plan.people[one.who.key].key, one.exercise.id): plan.tree.read(one.piece.member)
        for one in plan.placed.places
        if one.piece
    }


@pytest.mark.parametrize("kind", ["folder", "wrapped folder", "ZIP", "wrapped ZIP"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_three_hundred_submissions_each_find_their_student(tmp_path, layout, kind):
    files = LAYOUTS[layout]()
    wrap = "class 3/" if "wrapped" in kind else ""
    if "ZIP" in kind:
        path = as_zip(tmp_path / "all.zip", files, wrap)
    else:
        path = tmp_path / "submissions"
        as_folder(path / wrap, files)
    plan = plan_of(path)
    assert plan.layout.kinds == {layout: NUMBER}
    assert [exercise.id for exercise in plan.exercises] == ["exercise1"]
    expected = {(KEYS[layout](number), "exercise1"): text_of(number) for number in range(NUMBER)}
    assert placed(plan) == expected
    assert len(plan.students) == NUMBER
    assert plan.placed.unplaced == []
    assert not any(one.note for one in plan.placed.places)


# What three hundred people hand in in turn: right, wrong, not begun, no Python at all.
HANDED_IN = [
    COURSE.solutions / FILE,
    ROOT / "tests" / "wrong" / "exercise1" / "softmax_axis_1_only.py",
    COURSE.stubs / FILE,
    ROOT / "tests" / "wrong" / "exercise1" / "sigmoid_sign.py",
    ROOT / "tests" / "rogues" / "src_not_python.py",
]


@pytest.fixture(scope="module")
def one_by_one():
    """The report that `grade` alone gives of each of them."""
    return [lasting(grade("exercise1", "--file", path, "--json", cwd=ROOT).json) for path in HANDED_IN]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_marks_in_every_layout_are_those_of_grade_one_by_one(tmp_path, one_by_one, layout):
    bodies = {text_of(number): HANDED_IN[number % len(HANDED_IN)].read_bytes() for number in range(NUMBER)}
    files = {name: bodies.get(data, data) for name, data in LAYOUTS[layout]().items()}
    path = as_zip(tmp_path / "all.zip", files) if layout == CANVAS else as_folder(tmp_path / "all", files)
    ended = grade("class", path, "--exercise", "exercise1", "--out", "out", cwd=tmp_path)
    assert ended.code == 0, ended.err
    with Store.open(tmp_path / "out") as store:
        entries = {entry.student.key: entry for entry in store.gradebook().entries}
    assert set(entries) == {KEYS[layout](number) for number in range(NUMBER)}
    for number in range(NUMBER):
        entry, alone = entries[KEYS[layout](number)], one_by_one[number % len(HANDED_IN)]
        found = lasting(entry.report.to_dict())
        if alone["reason"]:  # it names the file, which has another name here
            assert (found["outcome"], entry.mark) == (alone["outcome"], 0)
            assert found["reason"]
        else:
            assert found == alone
            assert entry.mark == alone["points"]


def test_names_stay_as_they_are(tmp_path):
    assert {student.name for student in plan_of(as_folder(tmp_path, folders())).students} == set(NAMES)
    assert {who.name for who in plan_of(as_zip(tmp_path / "a.zip", moodle())).students} == set(NAMES)
    assert {key for key, _ in placed(plan_of(as_zip(tmp_path / "b.zip", flat())))} == set(NAMES)


@pytest.mark.parametrize(
    "name",
    [
        "=1+1",
        "Robert'); DROP TABLE students;--",
        'a "b", c',
        "two\nlines",
        "a/../etc",
        "-rf",
        "e\u0301ve",
        "\u202ekim",
        "한글",
    ],
)
def test_strange_names_are_names(tmp_path, name):
    folder = name.replace("/", "∕")
    plan = plan_of(as_folder(tmp_path, {f"{folder}/{FILE}": b"x = 1", f"other/{FILE}": b"y = 1"}))
    assert unicodedata.normalize("NFC", folder) in {student.key for student in plan.students}
    assert len(placed(plan)) == 2


# Which file, which exercise ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        (FILE, "exercise1"),
        (FILE.upper().replace(".PY", ".py"), "exercise1"),
        (FILE.replace(".py", " (1).py"), "exercise1"),
        (FILE.replace(".py", "-2.py"), "exercise1"),
        ("Exercise 1.py", "exercise1"),
        ("my_exercise1_final.py", "exercise1"),
        ("exercise10.py", "exercise10"),
        ("activations.py", "exercise1"),
        ("week1/exercise1/solution.py", "exercise1"),
        (FILE.replace(".py", ".ipynb"), "exercise1"),
        ("myexercise1.py", None),
        ("exercise1_and_exercise2.py", None),
        ("solution.py", None),
    ],
)
def test_a_file_tells_its_exercise(tmp_path, name, exercise):
    plan = plan_of(as_folder(tmp_path, {f"ada/{name}": b"x = 1", f"bob/{COURSE.exercise('exercise3').file}": b""}))
    assert [ex for key, ex in placed(plan) if key == "ada"] == ([exercise] if exercise else [])
    assert [member.path for member, _ in plan.placed.unplaced] == ([] if exercise else [f"ada/{name}"])


def test_the_only_file_is_the_exercise_that_was_asked_for(tmp_path):
    plan = plan_of(as_folder(tmp_path, {"ada/main.py": b"1", "bob/main.py": b"2", "bob/other.py": b"3"}), ["exercise1"])
    assert placed(plan) == {("ada", "exercise1"): b"1"}
    (bob,) = [one for one in plan.placed.places if one.who.key == "bob"]
    assert "bob/main.py" in bob.note
    assert "bob/other.py" in bob.note
    assert bob.is_unclear


def test_two_candidates_are_named_and_not_graded(tmp_path):
    files = {f"ada/{FILE}": b"old", f"ada/new/{FILE}": b"new", f"bob/{FILE}": b"same", f"bob/copy/{FILE}": b"same"}
    plan = plan_of(as_folder(tmp_path, files))
    (ada,) = [one for one in plan.placed.places if one.who.key == "ada"]
    assert ada.piece is None
    assert f"ada/{FILE}" in ada.note
    assert f"ada/new/{FILE}" in ada.note
    assert placed(plan)[("bob", "exercise1")] == b"same"


def test_the_exact_name_goes_before_one_that_only_says_the_exercise(tmp_path):
    plan = plan_of(as_folder(tmp_path, {f"ada/{FILE}": b"this", "ada/exercise1_old.py": b"that", f"bob/{FILE}": b"b"}))
    assert placed(plan)[("ada", "exercise1")] == b"this"


def test_of_what_canvas_numbers_the_newest_is_graded(tmp_path):
    again = FILE.replace(".py", "-1.py")
    files = {
        f"lovelaceada_17_500_{again}": b"second",
        f"lovelaceada_17_400_{FILE}": b"first",
        f"kimminjun_LATE_18_600_{FILE}": b"older upload",
        f"kimminjun_LATE_18_601_{FILE}": b"newer upload",
    }
    plan = plan_of(as_folder(tmp_path, files))
    assert placed(plan) == {("17", "exercise1"): b"second", ("18", "exercise1"): b"newer upload"}
    assert {one.who.key: one.piece.late for one in plan.placed.places} == {"17": False, "18": True}


def test_two_of_one_name_are_two(tmp_path):
    plan = plan_of(
        as_folder(
            tmp_path,
            {
                f"Kim Minjun_1_assignsubmission_file_/{FILE}": b"one",
                f"Kim Minjun_2_assignsubmission_file_/{FILE}": b"two",
                f"Ada_3_assignsubmission_file_{FILE}": b"three",
            },
        )
    )
    assert sorted(placed(plan).values()) == [b"one", b"three", b"two"]
    assert ("Ada", "exercise1") in placed(plan)
    assert any("Kim Minjun" in remark for remark in plan.remarks)


def test_empty_folders_are_students(tmp_path):
    as_folder(tmp_path, {f"ada/{FILE}": b"1", f"bob/{FILE}": b"2"})
    (tmp_path / "carl").mkdir()
    plan = plan_of(tmp_path)
    (carl,) = [one for one in plan.placed.places if one.who.key == "carl"]
    assert "empty" in carl.note


def test_what_the_course_shares_is_nobodys(tmp_path):
    plan = plan_of(
        as_folder(
            tmp_path, {f"ada/{FILE}": b"1", "ada/mnist.py": b"2", "ada/__pycache__/x.py": b"3", f"bob/{FILE}": b"4"}
        )
    )
    assert plan.placed.unplaced == []
    assert len(placed(plan)) == 2


def test_links_are_not_followed(tmp_path):
    outside = as_folder(tmp_path / "outside", {FILE: b"secret"})
    inside = as_folder(tmp_path / "in", {f"bob/{FILE}": b"2", f"cid/{FILE}": b"3"})
    (inside / "ada").symlink_to(outside)
    (inside / "eve").mkdir()
    (inside / "eve" / FILE).symlink_to(outside / FILE)
    plan = plan_of(inside)
    notes = {one.who.key: one.note for one in plan.placed.places}
    assert "link" in notes["ada"]
    (eve,) = [one for one in plan.placed.places if one.who.key == "eve"]
    with pytest.raises(SubmissionError, match="link"):
        plan.tree.read(eve.piece.member)


def test_a_large_file_is_not_read(tmp_path):
    as_folder(tmp_path, {f"ada/{FILE}": b"", f"bob/{FILE}": b"1"})
    os.truncate(tmp_path / "ada" / FILE, 1 << 30)
    plan = plan_of(tmp_path)
    with pytest.raises(SubmissionError, match="MiB large"):
        placed(plan)


@given(st.text(min_size=1, max_size=30).filter(lambda t: t.strip(" ._-") and not set(t) & {"/", "\0", "\\"}))
def test_any_name_finds_a_place_in_a_zip(name):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(f"{name.encode('utf-8', 'replace').decode()}/{FILE}", b"x")
    path = f"/tmp/neuralings-layout-{os.getpid()}.zip"
    with open(path, "wb") as stream:
        stream.write(data.getvalue())
    try:
        plan = plan_of(Path(path))
        assert len(plan.placed.places) <= 1
        assert len(plan.students) == len({student.key for student in plan.students})
    finally:
        os.unlink(path)


# ZIPs ----------------------------------------------------------------------------------------------------------------


def written(path, name, data=b"x = 1", **attributes):
    """Add a member whose entry has these attributes."""
    info = zipfile.ZipInfo("placeholder", date_time=(2026, 11, 20, 12, 30, 0))
    for key, value in attributes.items():
        setattr(info, key, value)
    info.filename = name
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(info, data)


@pytest.mark.parametrize("encoding", ["cp949", "euc-kr", "utf-8"])
def test_hangul_names_without_a_mark(tmp_path, encoding):
    path = as_zip(tmp_path / "a.zip", {})
    raw = f"김철수/{FILE}".encode(encoding)
    placeholder = "x" * len(raw)
    written(path, placeholder)
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), raw))
    assert [key for key, _ in placed(plan_of(path))] == ["김철수"]


def test_a_mac_writes_hangul_in_pieces(tmp_path):
    plan = plan_of(
        as_zip(tmp_path / "a.zip", {unicodedata.normalize("NFD", f"김철수/{FILE}"): b"1", f"Ada/{FILE}": b"2"})
    )
    assert ("김철수", "exercise1") in placed(plan)


@pytest.mark.parametrize(
    "name", [f"../../{FILE}", f"/etc/ada/{FILE}", f"ada/../../../{FILE}", f"C:\\ada\\{FILE}", f"..\\..\\{FILE}"]
)
def test_a_name_that_leads_out_leads_nowhere(tmp_path, name):
    before = set(tmp_path.rglob("*"))
    path = as_zip(tmp_path / "a.zip", {f"bob/{FILE}": b"1", f"cid/{FILE}": b"2"})
    written(path, name)
    plan = plan_of(path)
    for one in plan.placed.places:
        if one.piece and one.who.key not in ("bob", "cid"):
            with pytest.raises(SubmissionError, match="leads out"):
                plan.tree.read(one.piece.member)
    assert set(tmp_path.rglob("*")) - before == {path}


def test_encrypted_and_linked_members_say_so(tmp_path):
    path = as_zip(tmp_path / "a.zip", {f"bob/{FILE}": b"1"})
    written(path, f"ada/{FILE}", b"../bob", external_attr=(stat.S_IFLNK | 0o777) << 16)
    written(path, f"eve/{FILE}")
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(bytes(data))
    faults = {}
    plan = plan_of(path)
    for one in plan.placed.places:
        try:
            plan.tree.read(one.piece.member)
        except SubmissionError as error:
            faults[one.who.key] = error.sentence
    assert "link" in faults["ada"]
    assert "encrypted" in faults["eve"]
    assert "bob" not in faults


def test_a_bomb_is_not_unpacked(tmp_path):
    path = as_zip(
        tmp_path / "a.zip", {f"ada/{FILE}": b"\0" * (900 << 10), f"bob/{FILE}": b"\0" * (64 << 20), f"cid/{FILE}": b"1"}
    )
    plan = plan_of(path)
    sentences = {}
    for one in plan.placed.places:
        try:
            plan.tree.read(one.piece.member)
        except SubmissionError as error:
            sentences[one.who.key] = error.sentence
    assert "tightly" in sentences["ada"]
    assert "64.0 MiB" in sentences["bob"]


def test_a_size_that_is_a_lie(tmp_path):
    path = as_zip(tmp_path / "a.zip", {f"ada/{FILE}": os.urandom(2 << 20), f"bob/{FILE}": b"1"})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<I", 2 << 20), struct.pack("<I", 1000)))
    plan = plan_of(path)
    with pytest.raises(SubmissionError):
        placed(plan)


def test_a_flood_of_members_is_refused_before_it_is_read(tmp_path):
    path = as_zip(tmp_path / "a.zip", {f"ada/{FILE}": b"1"})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    data[at + 12 : at + 16] = struct.pack("<I", 1 << 30)
    path.write_bytes(bytes(data))
    with pytest.raises(UsageError, match="holds"):
        open_tree(path)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + b"\xff" * 18, b"PK\x03\x04" + b"\0" * 50]
)
def test_what_is_no_zip_is_told(tmp_path, data):
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        open_tree(path)
    assert caught.value.next_command


@given(st.binary(max_size=400))
def test_any_bytes_after_a_zip_are_a_sentence_at_worst(data):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(f"ada/{FILE}", b"x = 1")
    path = Path(f"/tmp/neuralings-zip-{os.getpid()}.zip")
    bytes_ = bytearray(whole.getvalue())
    for index, byte in enumerate(data):
        bytes_[(index * 7919) % len(bytes_)] ^= byte
    path.write_bytes(bytes(bytes_))
    try:
        plan = plan_of(path)
        for one in plan.placed.places:
            if one.piece:
                plan.tree.read(one.piece.member)
    except (UsageError, SubmissionError):
        return  # whatever else it raises is a fault of ours
    finally:
        path.unlink()


def test_dates_of_a_zip_are_those_of_the_course(tmp_path):
    path = as_zip(tmp_path / "a.zip", {})
    written(path, f"ada/{FILE}")
    tree = ZipTree(path, SEOUL)
    (member,) = [m for m in tree.members() if not m.is_folder]
    assert member.modified == datetime(2026, 11, 20, 12, 30, tzinfo=SEOUL)
    stamp = struct.pack("<HHBi", 0x5455, 5, 1, 1_790_000_000)
    written(path, f"bob/{FILE}", extra=stamp)
    (bob,) = [m for m in ZipTree(path, SEOUL).members() if m.parts[0] == "bob" and not m.is_folder]
    assert bob.modified == datetime.fromtimestamp(1_790_000_000, UTC)


# Checkouts -----------------------------------------------------------------------------------------------------------


def git(folder, *words, when=None):
    stamp = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        cwd=folder,
        env=os.environ | stamp,
        check=True,
        capture_output=True,
    )


def late_course(tmp_path, **late):
    from helpers.command import ROOT, copy_course

    assert ROOT
    folder = copy_course(tmp_path / "course")
    manifest = folder / "assignments.yaml"
    words = {"due": "2026-11-20T23:59+09:00", "percent_per_day": 10} | late
    manifest.write_text("late: {" + ", ".join(f"{k}: {v}" for k, v in words.items()) + "}\n" + manifest.read_text())
    return load_course(folder)


def test_a_commit_tells_the_time_and_the_checkout_runs_nothing(tmp_path):
    course = late_course(tmp_path)
    folder = as_folder(tmp_path / "in" / "ada", {FILE: b"x = 1"})
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", FILE)
    git(folder, "commit", "-qm", "done", when="2026-11-21T12:00:00+09:00")
    (folder / "later.txt").write_text("x")
    git(folder, "add", "later.txt")
    git(folder, "commit", "-qm", "more", when="2026-11-25T12:00:00+09:00")
    traps = tmp_path / "ran"
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {traps}\n")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "core.sshCommand", "gpg.program", "diff.external", "core.editor"):
        git(folder, "config", name, str(trap))
    git(folder, "config", "log.showSignature", "true")
    as_folder(tmp_path / "in", {f"bob/{FILE}": b"y = 1"})
    plan = plan_of(tmp_path / "in", course=course)
    (ada,) = [one for one in plan.placed.places if one.who.key == "ada"]
    row = plan.row(ada)
    assert row.submitted == datetime.fromisoformat("2026-11-21T12:00:00+09:00")
    assert row.late_percent == 10
    assert not traps.exists()


def test_a_packed_and_shallow_checkout_tells_the_time_too(tmp_path):
    course = late_course(tmp_path)
    origin = as_folder(tmp_path / "origin", {FILE: b"x = 1"})
    git(origin, "init", "-q", "-b", "main")
    git(origin, "add", FILE)
    git(origin, "commit", "-qm", "done", when="2026-11-19T12:00:00+09:00")
    (origin / FILE).write_bytes(b"x = 2")
    git(origin, "commit", "-qam", "again", when="2026-11-20T12:00:00+09:00")
    (tmp_path / "in").mkdir()
    git(tmp_path / "in", "clone", "-q", "--depth", "1", f"file://{origin}", "ada")
    git(tmp_path / "in", "clone", "-q", f"file://{origin}", "bob")
    git(tmp_path / "in" / "bob", "gc", "-q")
    git(tmp_path / "in" / "bob", "pack-refs", "--all")
    plan = plan_of(tmp_path / "in", course=course)
    expected = datetime.fromisoformat("2026-11-20T12:00:00+09:00")
    assert [plan.row(one).submitted for one in plan.placed.places] == [expected, expected]


# Lateness and the roster ---------------------------------------------------------------------------------------------


def rows_of(plan):
    return {plan.row(one).student: plan.row(one) for one in plan.placed.places}


def at(folder, when):
    stamp = datetime.fromisoformat(when).timestamp()
    os.utime(folder / FILE, (stamp, stamp))


def test_lateness_comes_from_the_recorded_time(tmp_path):
    course = late_course(tmp_path, grace_hours=1, cap_percent=25)
    files = {f"{name}/{FILE}": name.encode() for name in ("in_time", "in_grace", "a_day", "three_days", "extended")}
    folder = as_folder(tmp_path / "in", files)
    for name, when in {
        "in_time": "2026-11-20T23:00+09:00",
        "in_grace": "2026-11-21T00:30+09:00",
        "a_day": "2026-11-21T02:00+09:00",
        "three_days": "2026-11-23T12:00+09:00",
        "extended": "2026-11-23T12:00+09:00",
    }.items():
        at(folder / name, when)
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name,extension\nextended,Ada,3\nthree_days,Bob,\n")
    plan = plan_of(folder, course=course, roster=read_roster(roster, course))
    assert {key: row.late_percent for key, row in rows_of(plan).items()} == {
        "in_time": 0,
        "in_grace": 0,
        "a_day": 10,
        "three_days": 25,
        "extended": 0,
    }


def test_files_that_were_all_copied_in_one_minute_have_no_recorded_time(tmp_path):
    course = late_course(tmp_path, due="2020-01-01T00:00+00:00")
    plan = plan_of(as_folder(tmp_path / "in", folders()), course=course)
    rows = rows_of(plan).values()
    assert {row.late_percent for row in rows} == {0}
    assert all("No submission time" in row.remark for row in rows)


def test_canvas_says_itself_what_is_late(tmp_path):
    course = late_course(tmp_path, due="2020-01-01T00:00+00:00")
    plan = plan_of(as_folder(tmp_path / "in", canvas()), course=course)
    rows = rows_of(plan)
    assert rows["1000"].late_percent == 10
    assert "one day" in rows["1000"].remark
    assert rows["1001"].late_percent == 0


def test_the_clock_of_today_does_not_matter(tmp_path, monkeypatch):
    course = late_course(tmp_path)
    folder = as_folder(tmp_path / "in", {f"ada/{FILE}": b"1", f"bob/{FILE}": b"2"})
    at(folder / "ada", "2026-11-22T12:00+09:00")
    at(folder / "bob", "2026-11-19T12:00+09:00")
    first = rows_of(plan_of(folder, course=course))
    monkeypatch.setattr(time, "time", lambda: 0)
    assert rows_of(plan_of(folder, course=course)) == first
    assert first["ada"].days_late == pytest.approx(1.5007, abs=1e-3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "sep=;\r\n"])
def test_rosters_come_in_many_forms(tmp_path, encoding, delimiter):
    path = tmp_path / "roster.csv"
    lines = [["Student ID", "Name", "E-Mail", "Section", "extension"], ["17", "김철수", "kim@example.org", "A", "2"]]
    said, delimiter = (delimiter, ";") if "sep" in delimiter else ("", delimiter)
    path.write_bytes((said + "\r\n".join(delimiter.join(line) for line in lines)).encode(encoding))
    roster = read_roster(path, COURSE)
    (student,) = roster.students
    assert (student.key, student.name, student.email) == ("17", "김철수", "kim@example.org")
    assert student.columns == {"Section": "A"}
    assert roster.extensions == {"17": {"": "2"}}


def test_duplicate_rows_and_unknown_people_are_told(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text('id,name,extension\n1,Ada,soon\n2,"Kim, Minjun",\n1,Other,\n,,\n')
    course = late_course(tmp_path)
    roster = read_roster(path, course)
    assert [student.name for student in roster.students] == ["Ada", "Kim, Minjun"]
    assert "row 4" in roster.remarks[0]
    plan = plan_of(as_folder(tmp_path / "in", {f"Ada/{FILE}": b"1", f"Zed/{FILE}": b"2"}), course=course, roster=roster)
    told = " ".join(plan.remarks)
    assert [student.name for student in plan.strangers] == ["Zed"]
    assert "soon" in told
    assert [student.name for student in plan.absent] == ["Kim, Minjun"]
    assert {row.student for row in plan.absent_rows()} == {"2"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no column"),
        ("colour,size\nred,1\n", "names no column"),
        ('id,name\n1,"open\n', "CSV"),
        ("id\0,name", "UTF-8"),
    ],
)
def test_what_is_no_roster_is_told(tmp_path, text, words):
    path = tmp_path / "roster.csv"
    path.write_text(text)
    with pytest.raises(UsageError, match=words) as caught:
        read_roster(path, COURSE)
    assert caught.value.next_command


def test_submissions_find_their_row_by_id_address_and_name(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(
        "id,name,email,sis login id\n17,Ada Lovelace,ada@example.org,al\n18,김철수,kim@example.org,kcs\n"
        "19,Kim Minjun,k1@x.org,\n20,Kim Minjun,k2@x.org,\n"
    )
    roster = read_roster(path, COURSE)
    files = {
        f"lovelaceada_4711_1_{FILE}": b"1",
        unicodedata.normalize("NFD", f"김철수/{FILE}"): b"2",
        f"homework1-k1/{FILE}": b"3",
        f"Kim Minjun/{FILE}": b"4",
    }
    plan = plan_of(as_folder(tmp_path / "in", files), roster=roster)
    assert {key: student.key for key, student in plan.people.items()} == {
        "4711": "17",
        "김철수": "18",
        "homework1-k1": "19",
        "Kim Minjun": "Kim Minjun",
    }
    assert match(roster, [])[1] == []


# Several assignments in one folder --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["{who}_12_assignsubmission_file_/" + FILE, "{who}_{user}_2_" + FILE])
def test_two_downloads_in_one_folder_are_no_two_students(tmp_path, name):
    people = [("ada", 17), ("bob", 18)]
    files = {f"HW{n}/{name.format(who=who, user=user)}": b"1" for n in (1, 2) for who, user in people}
    with pytest.raises(UsageError, match="several assignments, not like students: HW1, HW2") as caught:
        plan_of(as_folder(tmp_path / "in", files))
    assert caught.value.next_command.endswith("in/HW1")
    assert len(plan_of(tmp_path / "in" / "HW1").students) == 2
    zipped = tmp_path / "zipped"
    zipped.mkdir()
    for n in (1, 2):
        as_zip(zipped / f"HW{n}.zip", {name: data for name, data in files.items() if name.startswith(f"HW{n}")})
    with pytest.raises(UsageError, match=r"HW1\.zip, HW2\.zip"):
        plan_of(zipped)


def test_two_folders_around_everything_are_nobody(tmp_path):
    files = {f"class 3/submissions/{who}/{FILE}": who.encode() for who in ("ada", "bob")}
    assert set(placed(plan_of(as_folder(tmp_path, files)))) == {("ada", "exercise1"), ("bob", "exercise1")}


def test_folders_that_may_be_assignments_are_told_and_copies_of_one_student_are_not(tmp_path):
    files = {f"HW{n}/{who}/{FILE}": b"1" for n in (1, 2) for who in ("ada", "bob")}
    assert "several assignments" in plan_of(as_folder(tmp_path / "in", files)).remarks[0]
    copies = {f"ada/old/{FILE}": b"1", f"ada/new/{FILE}": b"2", f"bob/{FILE}": b"3", f"cid/hw/exercises/{FILE}": b"4"}
    assert plan_of(as_folder(tmp_path / "two", copies)).remarks == []
