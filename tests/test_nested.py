"""Students hand in ZIPs of their own: they are opened where they lie, and what cannot be opened is told in the student's row."""

import io
import os
import zipfile

import pytest
from helpers.command import grade
from test_layouts import COURSE, FILE, as_folder, as_zip, git, late_course, placed, plan_of

from grader.classroom.layouts import CANVAS, CHECKOUTS, FOLDERS, MOODLE
from grader.errors import SubmissionError

RIGHT = (COURSE.solutions / FILE).read_bytes()


def packed(files, **more):
    """The bytes of a ZIP."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def notes_of(plan):
    return {one.who.key: one.note for one in plan.placed.places}


# Of each layout the places of two people's ZIPs, and their keys.
PLACES = {
    FOLDERS: (("ada/homework.zip", "bob/deep/hw.ZIP"), ("ada", "bob")),
    "files": (("ada.zip", f"bob_{FILE[:-3]}.zip"), ("ada", "bob")),
    CANVAS: (("lovelaceada_LATE_17_815_hw.zip", f"babbagebob_18_816_{FILE[:-3]}-1.zip"), ("17", "18")),
    MOODLE: (("Ada_1_assignsubmission_file_/hw.zip", "Bob_2_assignsubmission_file_hw.zip"), ("Ada", "Bob")),
}
INSIDE = [
    ({FILE: b"1"}, {FILE: b"2"}),
    ({f"homework/{FILE}": b"1", "__MACOSX/homework/._" + FILE: b"x"}, {f"a/b/{FILE}": b"2", "notes.txt": b""}),
    ({"again.zip": packed({FILE: b"1"})}, {FILE: b"2", "empty/": b""}),
]


@pytest.mark.parametrize("inside", INSIDE)
@pytest.mark.parametrize("kind", ["folder", "wrapped folder", "ZIP", "wrapped ZIP"])
@pytest.mark.parametrize("layout", PLACES)
def test_a_zip_of_a_student_is_opened_in_every_layout(tmp_path, layout, kind, inside):
    names, keys = PLACES[layout]
    files = {name: packed(content) for name, content in zip(names, inside, strict=True)}
    wrap = "class 3/" if "wrapped" in kind else ""
    if "ZIP" in kind:
        path = as_zip(tmp_path / "all.zip", files, wrap)
    else:
        path = tmp_path / "in"
        as_folder(path / wrap, files)
    plan = plan_of(path)
    assert placed(plan) == {(keys[0], "exercise1"): b"1", (keys[1], "exercise1"): b"2"}
    assert plan.placed.unplaced == []
    assert plan.layout.kinds == {FOLDERS if layout == "files" else layout: 2}


def test_reading_back_and_forth_reads_the_right_archive(tmp_path):
    files = {f"s{n}/hw.zip": packed({"in.zip": packed({FILE: f"{n}".encode()})}) for n in range(4)}
    plan = plan_of(as_folder(tmp_path, files))
    pieces = {one.who.key: one.piece.member for one in plan.placed.places}
    for key in ("s0", "s3", "s1", "s0", "s2", "s3"):
        assert plan.tree.read(pieces[key]) == key[1:].encode()


def test_it_is_graded_and_fed_back_like_any_other(tmp_path):
    as_folder(tmp_path / "in", {"ada/hw.zip": packed({f"hw/{FILE}": RIGHT}), f"bob/{FILE}": RIGHT, "eve/hw.rar": b"Rar!"})
    ended = grade("class", "in", "--exercise", "exercise1", cwd=tmp_path)
    assert ended.code == 0, ended.err
    marks = grade("export", "csv", cwd=tmp_path).out
    assert "ada,ada,,20.00" in marks
    assert "bob,bob,,20.00" in marks
    assert "eve: An archive was handed in and not opened, eve/hw.rar: Only ZIPs are opened." in ended.words
    assert "eve/hw.rar" in marks


def test_of_two_candidates_in_one_zip_none_is_guessed_at(tmp_path):
    two = packed({f"old/{FILE}": b"1", f"new/{FILE}": b"2"})
    plan = plan_of(as_folder(tmp_path, {"lovelaceada_17_815_hw.zip": two, f"bob_18_9_{FILE}": b"3"}))
    assert "17/" not in notes_of(plan)["17"]
    assert "There are 2 files" in notes_of(plan)["17"]
    assert f"hw.zip/new/{FILE}" in notes_of(plan)["17"]


def test_of_two_zips_of_canvas_the_newest_counts(tmp_path):
    files = {"ada_17_815_hw.zip": packed({FILE: b"old"}), "ada_17_820_hw-1.zip": packed({FILE: b"new"})}
    plan = plan_of(as_folder(tmp_path, files))
    assert placed(plan) == {("17", "exercise1"): b"new"}


@pytest.mark.parametrize(
    ("archive", "told"),
    [
        (b"PK", "neither a folder nor a ZIP"),
        (b"", "neither a folder nor a ZIP"),
        (packed({"a.zip": packed({"b.zip": packed({FILE: b"1"})})}), "too many other archives"),
        (packed({f"{n}.zip": packed({"x": b""}) for n in range(25)}), "too many other archives"),
        (packed({f"{n}.txt": b"" for n in range(20_001)}), "20001 files"),
    ],
)
def test_what_cannot_be_opened_is_told_in_its_row(tmp_path, archive, told):
    plan = plan_of(as_folder(tmp_path, {"ada/homework.zip": archive, f"bob/{FILE}": b"1"}))
    (_member, why) = plan.placed.unplaced[0]
    assert told in why
    assert told in notes_of(plan)["ada"]
    assert "ada/homework.zip" in notes_of(plan)["ada"]
    assert ("bob", "exercise1") in placed(plan)


def test_a_zip_of_one_gigabyte_is_not_read(tmp_path):
    as_folder(tmp_path, {"ada/homework.zip": b"", f"bob/{FILE}": b"1"})
    os.truncate(tmp_path / "ada" / "homework.zip", 1 << 30)
    plan = plan_of(tmp_path)
    assert "1024.0 MiB" in notes_of(plan)["ada"]


def test_a_bomb_in_it_is_not_unpacked(tmp_path):
    bomb = packed({"hw.zip": b"\0" * (32 << 20)})
    mine = packed({FILE: b"\0" * (900 << 10)})
    plan = plan_of(as_folder(tmp_path, {"ada/hw.zip": bomb, "bob/hw.zip": mine, f"cid/{FILE}": b"1"}))
    assert "tightly" in notes_of(plan)["ada"]
    (bob,) = [one for one in plan.placed.places if one.who.key == "bob"]
    with pytest.raises(SubmissionError, match="tightly"):
        plan.tree.read(bob.piece.member)


@pytest.mark.parametrize("name", [f"../bob/{FILE}", f"/etc/{FILE}", f"C:\\{FILE}", f"x/../../bob/{FILE}"])
def test_a_name_that_leads_out_of_it_leads_nowhere(tmp_path, name):
    folder = as_folder(tmp_path / "in", {"ada/hw.zip": packed({name: b"forged"}), f"bob/{FILE}": b"1"})
    before = set(tmp_path.rglob("*"))
    plan = plan_of(folder)
    for one in plan.placed.places:
        if one.who.key == "ada" and one.piece:
            with pytest.raises(SubmissionError, match="leads out"):
                plan.tree.read(one.piece.member)
        else:
            assert plan.tree.read(one.piece.member) == b"1"
    assert set(tmp_path.rglob("*")) == before


# Checkouts in ZIPs -----------------------------------------------------------------------------------------------------


def repository(folder, content=b"x = 1", when="2026-11-22T12:00:00+09:00"):
    """A checkout of one commit, with a configuration that would run a program."""
    as_folder(folder, {f"exercises/{FILE}": content})
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "done", when=when)
    git(folder, "config", "core.fsmonitor", "touch /tmp/never")
    return folder


def all_of(folder, prefix=""):
    return {f"{prefix}{path.relative_to(folder)}": path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("packs", [False, True])
@pytest.mark.parametrize("kind", ["one ZIP", "ZIP in a folder", "ZIP in a ZIP", "below a folder"])
def test_a_commit_in_a_zip_tells_the_time(tmp_path, kind, packs):
    course = late_course(tmp_path)
    mine = repository(tmp_path / "ada")
    if packs:
        git(mine, "gc", "-q")
    other = {f"bob/{FILE}": b"2"}
    path = {
        "one ZIP": lambda: as_zip(tmp_path / "all.zip", all_of(mine, "ada/") | other),
        "ZIP in a folder": lambda: as_folder(tmp_path / "in", {"ada/hw.zip": packed(all_of(mine, "repo/"))} | other),
        "ZIP in a ZIP": lambda: as_zip(tmp_path / "all.zip", {"ada.zip": packed(all_of(mine))} | other),
        "below a folder": lambda: as_folder(tmp_path / "in", all_of(mine, "ada/homework/") | other),
    }[kind]()
    plan = plan_of(path, course=course)
    (ada,) = [plan.row(one) for one in plan.placed.places if one.who.key == "ada"]
    assert ada.submitted.isoformat() == "2026-11-22T03:00:00+00:00"
    assert (ada.late_percent, ada.remark) == (20, "")
    told = " ".join(plan.remarks)
    assert "the last commit of the file (1)" in told
    assert ("the date in the ZIP (1)" if path.suffix else "the date of the file (1)") in told
    if kind != "below a folder":
        return
    assert plan.layout.kinds == {FOLDERS: 2}
    assert plan_of(as_folder(tmp_path / "two", all_of(mine, "ada/") | other)).layout.kinds == {CHECKOUTS: 1, FOLDERS: 1}


def test_what_was_changed_after_its_commit_has_the_date_of_its_file(tmp_path):
    course = late_course(tmp_path)
    mine = repository(tmp_path / "in" / "ada", when="2026-11-01T12:00:00+09:00")
    path = mine / "exercises" / FILE
    path.write_bytes(b"x = 2")
    os.utime(path, (1_795_500_000, 1_795_500_000))
    as_folder(tmp_path / "in", {f"bob/{FILE}": b"2"})
    plan = plan_of(tmp_path / "in", course=course)
    (ada,) = [plan.row(one) for one in plan.placed.places if one.who.key == "ada"]
    assert ada.submitted.timestamp() == 1_795_500_000
    assert "date of the file" in ada.remark


def test_line_ends_of_windows_are_no_change(tmp_path):
    course = late_course(tmp_path)
    mine = repository(tmp_path / "in" / "ada", b"x = 1\ny = 2\n")
    (mine / "exercises" / FILE).write_bytes(b"x = 1\r\ny = 2\r\n")
    plan = plan_of(as_folder(tmp_path / "in", {f"bob/{FILE}": b"2"}), course=course)
    (ada,) = [plan.row(one) for one in plan.placed.places if one.who.key == "ada"]
    assert ada.submitted.isoformat() == "2026-11-22T03:00:00+00:00"


def test_names_in_a_git_folder_of_a_zip_lead_nowhere(tmp_path):
    course = late_course(tmp_path)
    traps = {
        "ada/.git/HEAD": b"ref: refs/heads/../../../../../../tmp/x\n",
        "ada/.git/refs/heads/../../../../../../../../tmp/neuralings-trap": b"0" * 40,
        "ada/.git/objects/info/alternates": b"/etc\n",
        "ada/.git/refs/heads": b"a file where a folder should be",
        "ada/.git/refs/heads/main": b"0" * 40,
        f"ada/{FILE}": b"1",
        f"bob/{FILE}": b"2",
    }
    plan = plan_of(as_zip(tmp_path / "all.zip", traps), course=course)
    assert len(placed(plan)) == 2
    assert not os.path.exists("/tmp/neuralings-trap")
