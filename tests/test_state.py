"""What a working copy remembers: any bytes are read, only our own are believed, and nothing that can go wrong hurts."""

import json
import os
import resource
import subprocess

import pytest
from helpers.command import GRADE, TINY_COURSE, grade, working_copy
from hypothesis import given
from hypothesis import strategies as st

from grader.results import CheckResult, Isolation, Outcome, Report, Verdict
from grader.state import FILE, VERSION, Graded, State, StateError, change_state, decode, encode, is_newer, read_state

TINY = ("--course", TINY_COURSE)
RIGHT = (TINY_COURSE / "solutions" / "telegram.py").read_text(encoding="utf-8")
texts = st.text(max_size=12)
points = st.floats(min_value=0, max_value=1e6)
gradings = st.builds(Graded, texts, points, points, st.booleans(), st.lists(texts, max_size=3).map(tuple))
counts = st.dictionaries(texts, st.dictionaries(texts, st.integers(0, 1000), max_size=3), max_size=3)
states = st.builds(State, st.none() | texts, st.dictionaries(texts, gradings, max_size=3), counts)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture
def station(tmp_path):
    return working_copy(tmp_path, TINY_COURSE)


# ------------------------------------------------------------------------------------------------------------
# The format
# ------------------------------------------------------------------------------------------------------------


@given(states)
def test_what_is_written_is_read(state):
    assert decode(encode(state)) == state


@given(st.binary(max_size=200))
def test_no_bytes_by_chance_are_a_state(data):
    assert decode(data) is None


@given(st.dictionaries(st.sampled_from(["version", "current", "graded", "hints", "more"]), anything))
def test_no_other_document_is_a_state(document):
    document["graded"] = {"exercise1": document.get("graded")}
    assert decode(json.dumps(document).encode()) is None


@given(states, st.data())
def test_a_state_cut_off_or_with_one_byte_changed_is_read_without_a_crash(state, data):
    whole = bytearray(encode(state))
    place = data.draw(st.integers(0, len(whole) - 3))
    assert decode(bytes(whole[:place])) is None
    whole[place] = data.draw(st.integers(0, 255))
    assert decode(bytes(whole)) is None or isinstance(decode(bytes(whole)), State)


@pytest.mark.parametrize(
    "data",
    [b"[" * 100_000, b"1" * 10_000, b'{"version": 1e400}', b"\xff\xfe{}", b"null", b'{"version": true}', b'{"version": 1}'],
    ids=lambda data: repr(data[:12]),
)
def test_what_readers_stumble_over_is_no_state(data):
    assert decode(data) is None
    assert not is_newer(data)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("points", float("inf")),
        ("points", -1),
        ("points", True),
        ("points", "20"),
        ("sha256", None),
        ("done", 1),
        ("open", "relu"),
        ("open", [1]),
    ],
)
def test_a_grading_that_cannot_be_is_none(key, value):
    document = json.loads(encode(State(graded={"e": Graded("0", 1.0, 2.0, False)})))
    document["graded"]["e"][key] = value
    assert decode(json.dumps(document).encode()) is None


def a_report(*outcomes):
    checks = tuple(CheckResult(f"c{n}", f"f{n}: t", f"f{n}", outcome, 1, 1, "") for n, outcome in enumerate(outcomes))
    verdict = Verdict.PASSED if set(outcomes) == {Outcome.PASSED} else Verdict.FAILED
    return Report("e", "E", verdict, None, outcomes.count(Outcome.PASSED), len(outcomes), 1, Isolation.FULL, 0.1, checks)


def test_a_grading_is_remembered_with_the_functions_that_are_left():
    state = State().with_report(a_report(Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED), "abc")
    assert state == State("e", {"e": Graded("abc", 1.0, 3.0, False, ("f1", "f2"))})
    state = state.with_report(a_report(Outcome.PASSED), "abd")
    assert state.graded == {"e": Graded("abd", 1.0, 1.0, True)}
    assert state.with_hint("e", "f1", 2).without("e") == State("e")


# ------------------------------------------------------------------------------------------------------------
# The file
# ------------------------------------------------------------------------------------------------------------


def test_the_file_is_replaced_in_one_step_and_nothing_else_is_left(tmp_path):
    (tmp_path / "exercises").mkdir()
    for number in (1, 2):
        change_state(tmp_path / "exercises", lambda state, n=number: state.with_hint("e", "f", n))
    assert sorted(os.listdir(tmp_path)) == [FILE, "exercises"]
    assert read_state(tmp_path / "exercises") == State(hints={"e": {"f": 2}})


def test_a_link_is_no_state_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "exercises").mkdir()
    victim = tmp_path / "victim"
    victim.write_bytes(encode(State("e")))
    (tmp_path / FILE).symlink_to(victim)
    assert read_state(tmp_path / "exercises") == State()
    change_state(tmp_path / "exercises", lambda state: state.with_current("f"))
    assert victim.read_bytes() == encode(State("e"))
    assert read_state(tmp_path / "exercises") == State("f")


@pytest.mark.parametrize("data", [b"", b"\x00" * 20, b"{", b" " * (2 << 20)], ids=["empty", "nulls", "cut", "huge"])
def test_a_damaged_state_costs_a_rerun_and_is_mended(station, data):
    (station / FILE).write_bytes(data)
    ended = grade(*TINY, cwd=station)
    assert (ended.code, ended.err) == (0, "")
    assert "0/3" in ended.out
    (station / "exercises" / "telegram.py").write_text(RIGHT, encoding="utf-8")
    assert grade("telegram", *TINY, cwd=station).err == ""
    assert "✓ telegram" in grade(*TINY, cwd=station).out


def test_a_state_of_a_newer_version_is_left_alone_and_told(station):
    newer = json.dumps({"version": VERSION + 1, "graded": "otherwise"}).encode()
    (station / FILE).write_bytes(newer)
    ended = grade("telegram", *TINY, cwd=station)
    assert f"{station / FILE} was written by a newer version of grade." in ended.errors
    assert ended.code == 1
    assert (station / FILE).read_bytes() == newer
    assert grade(*TINY, cwd=station).err == ""


def test_where_nothing_can_be_written_grading_goes_on_with_a_word(station):
    (station / FILE).mkdir()
    ended = grade("telegram", *TINY, cwd=station)
    assert f"Your progress cannot be noted in {station / FILE}: " in ended.errors
    assert "0 of 3 points" in ended.out
    assert ended.code == 1
    assert grade("hint", "telegram", *TINY, cwd=station).code == 0


def test_a_full_disk_leaves_the_old_state(tmp_path):
    (tmp_path / "exercises").mkdir()
    change_state(tmp_path / "exercises", lambda state: state.with_current("e"))
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limit[1]))
    try:
        with pytest.raises(StateError, match="cannot be noted"):
            change_state(tmp_path / "exercises", lambda state: state.with_current("f"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert read_state(tmp_path / "exercises") == State("e")
    assert sorted(os.listdir(tmp_path)) == [FILE, "exercises"]


def test_only_the_learners_own_file_is_remembered(station, tmp_path_factory):
    grade("telegram", "--solutions", *TINY, cwd=station)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "mine.py"
    elsewhere.write_text(RIGHT, encoding="utf-8")
    grade("telegram", "--file", elsewhere, *TINY, cwd=station)
    assert not (station / FILE).exists()
    assert os.listdir(elsewhere.parent) == ["mine.py"]
    grade("telegram", "--json", *TINY, cwd=station)
    assert set(read_state(station / "exercises").graded) == {"telegram"}


def test_two_gradings_at_once_leave_a_whole_state(station):
    before = sorted(os.listdir(station))
    commands = [subprocess.Popen([*GRADE, "telegram", *map(str, TINY)], cwd=station, stdout=subprocess.DEVNULL) for _ in range(3)]
    for command in commands:
        command.wait(60)
    assert decode((station / FILE).read_bytes()) is not None
    assert sorted(os.listdir(station)) == sorted([FILE, *before])
