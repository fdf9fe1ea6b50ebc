"""One class, several runs: a roster that comes later, one that is forgotten, and feedback that is nobody's any more."""

import pytest
from helpers.classes import tiny_class
from helpers.command import TINY_COURSE, assert_no_fault_of_ours, grade

from grader.classroom.memory import feedback_of
from grader.classroom.store import Store

TINY = ("--course", TINY_COURSE)


@pytest.fixture
def folder(tmp_path):
    """A class of three that was graded without a roster, one mark of it by hand; and a roster that knows two of them."""
    tiny_class(tmp_path / "in", 3)
    (tmp_path / "roster.csv").write_text("id,name,username\ns1,Ada,student000\ns2,Bob,student001\n", encoding="utf-8")
    assert grade("class", "in", *TINY, cwd=tmp_path).code == 0
    assert grade("mark", "student000", "telegram", "1", "--reason", "why not", cwd=tmp_path).code == 0
    return tmp_path


def rows_of(folder):
    with Store.open(folder / "class") as store:
        return {entry.student.key: entry for entry in store.gradebook().entries}


def test_a_roster_that_comes_later_takes_over_marks_attempts_and_feedback(folder):
    (folder / "class" / "feedback" / "my own notes.md").write_text("mine", encoding="utf-8")
    ended = grade("class", "in", "--roster", "roster.csv", *TINY, cwd=folder)
    assert ended.code == 0, ended.err
    rows = rows_of(folder)
    assert set(rows) == {"s1", "s2", "student002"}
    assert (rows["s1"].mark, rows["s1"].override.reason, rows["s1"].attempts) == (1, "why not", 1)
    found = {path.name for path in (folder / "class" / "feedback").iterdir()}
    assert found == {"Ada_s1.md", "Bob_s2.md", "student002.md", "my own notes.md"}
    again = grade("class", "in", "--roster", "roster.csv", *TINY, cwd=folder)
    assert "nothing has changed" in again.words
    assert set(rows_of(folder)) == set(rows)


def test_a_roster_that_is_forgotten_is_named(folder):
    assert grade("class", "in", "--roster", "roster.csv", *TINY, cwd=folder).code == 0
    ended = grade("class", "in", *TINY, cwd=folder)
    assert ended.code == 2
    assert "roster.csv, which was not named" in ended.errors
    assert "--roster roster.csv" in ended.errors
    assert_no_fault_of_ours(ended)
    assert set(rows_of(folder)) == {"s1", "s2", "student002"}


def test_what_a_store_says_of_feedback_leads_nowhere(folder):
    (folder / "secret.md").write_text("mine", encoding="utf-8")
    with Store.open(folder / "class") as store:
        with store.transaction() as connection:
            connection.execute("UPDATE meta SET value = ? WHERE name = 'feedback'", ('["../../secret.md", "a.md"]',))
        assert feedback_of(store) == {"a.md"}
