"""What the bank has answered is kept in the user's cache folder: it saves time, and whatever becomes of it, the words stay."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from helpers.grading import COURSE, diagnoses
from hypothesis import example, given
from hypothesis import strategies as st

from grader import wire
from grader.confine import WALLS
from grader.diagnose import diagnose, memory, shelf, stories
from grader.diagnose.actor import Actor
from grader.diagnose.answers import Answer, Sample, same_answer
from grader.diagnose.edition import edition_of
from grader.diagnose.memory import Heard, Memory, packed, unpacked
from grader.diagnose.shelf import Shelf, shelf_path
from grader.diagnose.story import Step, Story
from grader.errors import EngineError
from grader.judge import convene
from grader.learner import Forkservers, Learner
from grader.submission import Submission

PLOTS = COURSE.exercise("exercise9")
WRONG = (
    (COURSE.solutions / PLOTS.file).read_text(encoding="utf-8")
    + """

def plot_history(history):
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for name in ("loss", "val_loss"):
        axes.plot(range(len(history[name])), history[name], label=name)
    axes.set_xlabel("epochs gone by")
    axes.set_ylabel("loss so far")
    axes.legend(["loss", "val_loss"])
    return figure
"""
)
SAID = {"plot_history": {"plot_epochs_from_0"}}
KEY, OTHER = b"k" * 32, b"o" * 32

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A cache folder of this test's own."""
    monkeypatch.setenv("NEURALINGS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def plays(monkeypatch):
    """How often a worker has begun a story, so far."""
    begun = []
    begin_again = Actor._begin_again
    monkeypatch.setattr(Actor, "_begin_again", lambda actor, part: (begun.append(part.name), begin_again(actor, part)))
    return begun


def said(**forkservers):
    """What is said of the wrong submission by a judge and workers that know nothing yet."""
    with Forkservers(COURSE, **forkservers) as running:
        walls = running.walls(PLOTS)

        def body(judge):
            submission = Submission(PLOTS.file, WRONG, "")
            with closing(Learner(running.of(PLOTS), PLOTS, submission)) as learner:
                return judge.grade(PLOTS, learner, 0, walls.label, diagnose, "plot_history")

        return diagnoses(convene(COURSE, [PLOTS], body))


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The file as the first diagnosis leaves it."""
    folder = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEURALINGS_CACHE", str(folder))
        assert said() == SAID
    return folder / "answers.sqlite"


def test_the_next_judge_plays_nothing_again(folder, plays, filled):
    shutil.copytree(filled.parent, folder)
    assert said() == SAID
    assert plays == []


@pytest.mark.parametrize("at_once", [1, 3])
def test_one_worker_says_what_several_say(folder, plays, monkeypatch, at_once):
    monkeypatch.setenv("NEURALINGS_CACHE", "")
    assert said(at_once=at_once) == SAID
    assert len(plays) > 20
    assert not folder.exists()


@pytest.mark.parametrize("harm", ["garbage", "cut", "rows", "a folder", "no folder"])
def test_whatever_becomes_of_the_file_the_words_stay(folder, plays, filled, harm):
    file = folder / "answers.sqlite"
    if harm == "no folder":
        folder.write_text("")
    elif harm == "a folder":
        file.mkdir(parents=True)
    else:
        shutil.copytree(filled.parent, folder)
        spoil(file, harm)
    assert said() == SAID
    assert len(plays) > 20


def spoil(file, harm):
    if harm == "garbage":
        file.write_bytes(b"not what it was" * 1000)
    elif harm == "cut":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])
    else:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE answers SET data = substr(data, 1, length(data) - 3) || x'000000'")


def test_where_writing_is_not_held_back_nothing_is_kept_and_nothing_believed(folder, plays, filled):
    shutil.copytree(filled.parent, folder)
    assert said(without=WALLS) == SAID
    assert len(plays) > 20
    assert (folder / "answers.sqlite").read_bytes() == filled.read_bytes()


def test_a_failure_of_a_worker_is_told_and_not_taken_for_silence(folder, monkeypatch):
    def lost(actor, part, index):
        raise EngineError("The process that starts workers has ended unexpectedly.")

    monkeypatch.setattr(Actor, "play", lost)
    with pytest.raises(EngineError, match="ended unexpectedly"):
        said(at_once=3)


def test_what_one_judge_keeps_another_finds_at_once(tmp_path):
    one, other = Shelf(tmp_path / "new" / "a.sqlite"), Shelf(tmp_path / "new" / "a.sqlite")
    assert other.get(KEY) is None
    one.put(KEY, b"an answer")
    assert other.get(KEY) == b"an answer"
    assert other.get(OTHER) is None
    other.put(KEY, b"")
    assert one.get(KEY) == b""


def test_an_answer_under_another_key_is_none(tmp_path):
    shelf_of = Shelf(tmp_path / "a.sqlite")
    shelf_of.put(KEY, b"an answer")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection, connection:
        connection.execute("UPDATE answers SET key = ?", (OTHER,))
    assert shelf_of.get(OTHER) is None


def test_a_damaged_file_is_begun_anew_by_the_next_process(tmp_path):
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"something else" * 100)
    damaged = Shelf(path)
    damaged.put(KEY, b"an answer")
    assert damaged.get(KEY) is None
    fresh = Shelf(path)
    fresh.put(KEY, b"an answer")
    assert fresh.get(KEY) == b"an answer"


def test_a_locked_file_is_not_waited_for_again_and_again(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "_PATIENCE", 0.01)
    path = tmp_path / "a.sqlite"
    Shelf(path).put(KEY, b"an answer")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        late = Shelf(path)
        assert late.get(KEY) is None
    assert late.get(KEY) is None  # it has given up
    assert Shelf(path).get(KEY) == b"an answer"


def test_a_file_that_has_grown_too_large_is_begun_anew(tmp_path, monkeypatch):
    path = tmp_path / "a.sqlite"
    Shelf(path).put(KEY, b"x" * 100_000)
    monkeypatch.setattr(shelf, "_MAX_BYTES", 50_000)
    assert Shelf(path).get(KEY) is None
    assert path.stat().st_size < 50_000


@pytest.mark.parametrize(
    ("told", "xdg", "expected"),
    [
        ("/a/b", "/c", "/a/b/answers.sqlite"),
        ("", "/c", None),
        (None, "/c", "/c/neuralings/answers.sqlite"),
        (None, "", "/home/me/.cache/neuralings/answers.sqlite"),
        ("b", "/c", None),
    ],
)
def test_where_it_lies(monkeypatch, told, xdg, expected):
    monkeypatch.setenv("HOME", "/home/me")
    monkeypatch.setenv("XDG_CACHE_HOME", xdg)
    if told is None:
        monkeypatch.delenv("NEURALINGS_CACHE", raising=False)
    else:
        monkeypatch.setenv("NEURALINGS_CACHE", told)
    assert shelf_path() == (Path(expected) if expected else None)


@given(plain, plain, st.none() | st.tuples(st.text(max_size=9), st.text(max_size=9)))
def test_what_is_kept_comes_back(value, history, exception):
    heard = unpacked(packed(Heard(Answer(value, exception, (value, value), [["f", [None]]]), {"loss": history})))
    assert heard == Heard(Answer(value, exception, (value, value), [["f", [None]]]), {"loss": history})


@given(st.binary(max_size=200) | plain.map(wire.encode))
@example(wire.encode({"five!": None, "": None}))
@example(wire.encode(["five!", []]))
@example(wire.encode(0))
def test_what_is_no_answer_is_none(data):
    assert unpacked(data) is None


def test_an_object_of_a_worker_is_kept_by_its_type():
    heard = unpacked(packed(Heard(Answer([wire.Handle(7, "keras.Model")]))))
    assert heard.answer.value == [wire.Handle(7, "keras.Model")]
    assert heard.is_whole


def test_a_large_array_is_kept_as_a_sample_that_can_only_rule_out():
    weights = np.random.default_rng(0).normal(size=(100, 30)).astype("float32")
    kept = unpacked(packed(Heard(Answer({"weights": [weights, weights[0]]}))))
    assert not kept.is_whole
    assert isinstance(kept.answer.value["weights"][0], Sample)
    assert len(packed(Heard(Answer(weights)))) < weights.nbytes / 5

    def fits(first, second=weights[0]):
        told, sampled = Answer({"weights": [first, second]}), kept.answer
        return {same_answer(told, sampled, 1e-4), same_answer(sampled, told, 1e-4)}

    assert fits(weights) == fits(weights * (1 + 1e-6)) == {True}
    for other in (weights * 1.01, weights.T, weights[:-1], weights.astype(int), weights[0], None, weights.tolist()):
        assert fits(other) == {False}
    assert fits(weights, weights[1]) == {False}
    assert not Memory(None).recall(KEY)


def test_a_sample_is_no_answer_to_who_wants_the_whole(tmp_path):
    answer = Answer(np.arange(1000.0))
    Memory(Shelf(tmp_path / "a.sqlite")).keep(KEY, Heard(answer))
    later = Memory(Shelf(tmp_path / "a.sqlite"))
    assert not later.recall(KEY).is_whole
    assert later.recall(KEY, whole=True) is None
    later.keep(KEY, Heard(answer))
    assert later.recall(KEY, whole=True).answer is answer


@pytest.mark.parametrize("answer", [None, Answer(None, ("MemoryError", ""))])
def test_what_another_time_could_be_otherwise_is_not_put_on_the_shelf(tmp_path, answer):
    here = Memory(Shelf(tmp_path / "a.sqlite"))
    here.keep(KEY, Heard(answer))
    assert here.recall(KEY).answer is answer
    assert Memory(Shelf(tmp_path / "a.sqlite")).recall(KEY) is None


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(memory, "_MAX_KEPT_BYTES", 1000)
    here = Memory(None)
    here.keep(KEY, Heard(Answer(np.zeros(1000))))
    here.keep(OTHER, Heard(Answer(1)))
    assert here.recall(KEY) is None
    assert here.recall(OTHER).answer.value == 1


def test_an_edition_is_that_of_bank_limits_and_shared_files(tmp_path):
    class Shared:
        def shared_paths(self):
            return (tmp_path,)

    (tmp_path / "mnist.py").write_text("a = 1")
    first = edition_of(Shared(), PLOTS, "bank")
    assert edition_of(Shared(), PLOTS, "bank") == first
    assert edition_of(Shared(), PLOTS, "other bank") != first
    assert edition_of(Shared(), COURSE.exercise("exercise8"), "bank") != first
    (tmp_path / "mnist.py").write_text("a = 2")
    assert edition_of(Shared(), PLOTS, "bank") != first


def test_a_learner_who_returns_one_object_twice_has_asked_something_else():
    def story(*made):
        calls = [Step("call", "plot", [], {}, None, makes, b"call") for makes in made]
        return Story("check_plot", 0, (*calls, Step("facts", "", [wire.Handle(0, "")], {}, None, None, b"facts of 0")))

    two, one = (story(*made).ways("plot", "plot_green", b"edition") for made in ((0, 1), (0, 0)))
    assert two[0] == one[0]
    assert two[2] != one[2]  # the facts of the first figure, and of the second


def test_after_a_ctrl_c_the_workers_are_others(folder, monkeypatch):
    stage, interrupted = [], []

    class Noted(stories.Stage):
        def __init__(self, *given):
            super().__init__(*given)
            stage.append((self, list(self._actors)))

    def interrupt(actor, part):
        monkeypatch.setattr(Actor, "_begin_again", begin_again)
        interrupted.append(actor)
        raise KeyboardInterrupt

    begin_again = Actor._begin_again
    monkeypatch.setattr(stories, "Stage", Noted)
    monkeypatch.setattr(Actor, "_begin_again", interrupt)
    with pytest.raises(KeyboardInterrupt):
        said(at_once=1)
    ((noted, first),) = stage
    assert interrupted == first
    assert all(actor.is_dismissed for actor in first)
    assert not any(actor.is_dismissed or actor in first for actor in noted._actors)
