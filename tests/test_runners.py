"""Reports in the words of other autograders, by the rules that these have written down."""

import json
from dataclasses import replace

import pytest
from helpers.gradebook import entry, invented, report
from hypothesis import given
from hypothesis import strategies as st

from grader.report.book import of_one_person
from grader.report.runners import as_check50, as_exercism, as_prairielearn
from grader.results import Outcome


def made(maker, *reports):
    return json.loads(maker(of_one_person(list(reports)).entries))


def test_check50_tells_right_wrong_and_not_asked():
    document = made(as_check50, report("wrong"))
    assert set(document) == {"slug", "version", "results"}
    assert document["slug"] == "exercise1"
    passed = [result["passed"] for result in document["results"]]
    assert (passed.count(True), passed.count(False), passed.count(None)) == (11, 1, 5)
    for result in document["results"]:
        assert set(result) == {"name", "description", "passed", "log", "cause", "data", "dependency"}
        assert (result["cause"] is None) == (result["passed"] is True)
    assert "axis=-1" in next(r for r in document["results"] if r["passed"] is False)["cause"]["help"]


def test_check50_has_an_error_instead_of_results():
    document = made(as_check50, report("broken"))
    assert "results" not in document
    assert set(document["error"]) == {"type", "value", "traceback", "actions", "data"}
    assert "SyntaxError" in document["error"]["value"]


@pytest.mark.parametrize(
    ("name", "status"), [("right", "pass"), ("wrong", "fail"), ("stub", "fail"), ("broken", "error")]
)
def test_exercism_wants_a_message_where_nothing_ran(name, status):
    document = made(as_exercism, report(name))
    assert (document["version"], document["status"]) == (3, status)
    assert bool(document["message"]) == (status == "error")
    for test in document["tests"]:
        assert test["status"] in ("pass", "fail", "error")
        assert bool(test["message"]) == (test["status"] != "pass")


def test_an_exercise_that_could_not_be_graded_is_not_forgotten_beside_another():
    right, broken = report("right"), replace(report("broken"), exercise="exercise2", title="Layer shapes")
    nothing = entry(of_one_person([right]).students[0], None, exercise="exercise3", title="A network", max_points=10)
    entries = (*of_one_person([right, broken]).entries, nothing)
    for told in (json.loads(maker(entries)) for maker in (as_check50, as_exercism, as_prairielearn)):
        text = json.dumps(told)
        assert "SyntaxError" in text
        assert "no file was handed in" in text
    assert json.loads(as_exercism(entries))["status"] == "fail"
    results = json.loads(as_check50(entries))["results"]
    assert [one["name"] for one in results if not one["passed"]] == ["exercise2", "exercise3"]
    graded = json.loads(as_prairielearn(entries))
    assert (graded["gradable"], graded["score"]) == (True, 0.4)
    assert sum(test["max_points"] for test in graded["tests"]) == 50


def test_nothing_handed_in_is_told_too():
    nothing = entry(of_one_person([report("right")]).students[0], None, note="")
    assert json.loads(as_exercism([nothing]))["message"] == "Nothing was handed in."
    assert json.loads(as_prairielearn([]))["format_errors"] == ["Nothing was handed in."]


def test_prairielearn_has_a_score_from_0_to_1_and_points_everywhere():
    document = made(as_prairielearn, report("wrong"), report("shapes"))
    assert document["score"] == 32 / 40
    assert sum(test["points"] for test in document["tests"]) == 32
    assert sum(test["max_points"] for test in document["tests"]) == 40
    broken = made(as_prairielearn, report("broken"))
    assert (broken["gradable"], broken["score"]) == (False, 0)
    assert "SyntaxError" in broken["format_errors"][0]


def test_prairielearns_document_stays_below_its_limit():
    text = as_prairielearn(of_one_person([invented("x" * 2_000_000)]).entries)
    assert len(text) < 1 << 20
    assert json.loads(text)["tests"][0]["max_points"] == 2


@given(st.text(st.characters(codec=None), max_size=60), st.sampled_from(list(Outcome)))
def test_any_message_makes_three_documents(message, outcome):
    graded = invented(message, outcome=outcome, call=message, got=message, expected=message)
    for maker in (as_check50, as_exercism, as_prairielearn):
        assert "\x1b" not in json.dumps(made(maker, graded), ensure_ascii=False)
