"""Results are plain data: what `to_dict` writes is what `--json` promises, and `from_dict` reads it back."""

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.report.document import as_json
from grader.results import FORMAT, CheckResult, Diagnosis, Isolation, Outcome, Report, Verdict

QUICK = settings(max_examples=80, deadline=None, derandomize=True)

texts = st.text(st.characters(exclude_categories=()), max_size=20)
maybe_texts = st.none() | texts
points = st.integers(0, 100) | st.floats(0, 100)
seconds = st.integers(0, 10**9).map(lambda microseconds: microseconds / 1e6)
diagnoses = st.none() | st.builds(Diagnosis, texts, texts)
check_results = st.builds(
    CheckResult, texts, texts, texts, st.sampled_from(Outcome), points, points, texts,
    maybe_texts, maybe_texts, maybe_texts, diagnoses, seconds,
)  # fmt: skip
reports = st.builds(
    Report, texts, texts, st.sampled_from(Verdict), maybe_texts, points, points, st.integers(), st.sampled_from(Isolation),
    seconds, st.lists(check_results, max_size=3).map(tuple),
)  # fmt: skip

CHECK = CheckResult(
    "check_a", "f: works", "f", Outcome.FAILED, 0, 2, "wrong", "f(1)", "3", "2", Diagnosis("off", "By one.")
)
REPORT = Report("exercise1", "One", Verdict.FAILED, None, 0, 2, 7, Isolation.FULL, 0.12345678, (CHECK,))


@QUICK
@given(reports)
def test_a_report_comes_back_through_json_as_it_was(report):
    assert Report.from_dict(json.loads(as_json([report]))) == report
    assert Report.from_dict(report.to_dict()) == report


@QUICK
@given(check_results)
def test_a_check_result_comes_back_as_it_was(result):
    assert CheckResult.from_dict(json.loads(json.dumps(result.to_dict()))) == result


@QUICK
@given(st.lists(reports, max_size=3))
def test_one_report_is_an_object_and_several_are_an_array_in_ascii(several):
    text = as_json(several)
    assert text.isascii()
    document = json.loads(text)
    assert type(document) is (dict if len(several) == 1 else list)
    documents = [document] if len(several) == 1 else document
    assert [Report.from_dict(one) for one in documents] == several


def test_the_document_that_json_prints_has_exactly_these_fields():
    assert REPORT.to_dict() == {
        "format": "neuralings/1",
        "exercise": "exercise1",
        "title": "One",
        "outcome": "failed",
        "reason": None,
        "points": 0,
        "max_points": 2,
        "seed": 7,
        "isolation": "full",
        "seconds": 0.123457,
        "checks": [
            {
                "id": "check_a",
                "title": "f: works",
                "function": "f",
                "outcome": "failed",
                "points": 0,
                "max_points": 2,
                "message": "wrong",
                "call": "f(1)",
                "got": "3",
                "expected": "2",
                "diagnosis": {"id": "off", "text": "By one."},
                "seconds": 0.0,
            }
        ],
    }
    without = CheckResult("c", "f: t", "f", Outcome.PASSED, 1, 1, "").to_dict()
    assert [without[key] for key in ("call", "got", "expected", "diagnosis")] == [None] * 4


def test_the_words_of_the_format():
    assert [*Outcome] == ["passed", "failed", "raised", "timed_out", "crashed", "not_implemented", "skipped", "broken"]
    assert [*Verdict] == ["passed", "failed", "ungradable"]
    assert [*Isolation] == ["full", "partial", "process-only"]
    assert FORMAT == "neuralings/1"


@pytest.mark.parametrize("value", [REPORT, CHECK, CHECK.diagnosis], ids=lambda value: type(value).__name__)
def test_results_cannot_be_changed(value):
    for field in dataclasses.fields(value):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, field.name, None)


def changed(**changes):
    return REPORT.to_dict() | changes


def without(key):
    return {name: value for name, value in REPORT.to_dict().items() if name != key}


BROKEN = [
    ({}, ValueError),
    (changed(format="neuralings/2"), ValueError),
    (changed(format=None), ValueError),
    (without("format"), ValueError),
    (without("checks"), KeyError),
    (without("outcome"), KeyError),
    (without("points"), TypeError),
    (changed(more=1), TypeError),
    (changed(outcome="excellent"), ValueError),
    (changed(isolation="none"), ValueError),
    (changed(checks=None), TypeError),
    (changed(checks=[{}]), TypeError),
    (changed(checks=[CHECK.to_dict() | {"outcome": "ungradable"}]), ValueError),
    (changed(checks=[CHECK.to_dict() | {"diagnosis": {"id": "x"}}]), TypeError),
    (changed(checks=[CHECK.to_dict() | {"more": 1}]), TypeError),
]


@pytest.mark.parametrize(("data", "error"), BROKEN)
def test_what_to_dict_did_not_write_is_refused(data, error):
    with pytest.raises(error):
        Report.from_dict(data)


def test_not_a_number_is_no_json():
    with pytest.raises(ValueError, match="JSON"):
        as_json([dataclasses.replace(REPORT, points=float("nan"))])
