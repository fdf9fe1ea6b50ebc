"""Code from older books, as learners copy it: each file is told today's spelling, whether it can be loaded or not.

A file in `tests/books/` is a whole submission. Its first line, `# says: words | words`, is what has to be read in its report.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from helpers.grading import COURSE, reports_of

from grader.books import load_words, old_word
from grader.errors import CourseError

FOLDER = Path(__file__).with_name("books")
PATHS = sorted(FOLDER.glob("*/*.py"))
WORDS = load_words(COURSE.old_words)
RAISE_ALL = """
import json, sys
found = {}
for name, example in json.load(sys.stdin).items():
    try:
        exec(example, {})
    except Exception as error:
        found[name] = [[kind.__name__ for kind in type(error).__mro__], str(error)]
print(json.dumps(found))
"""
GOOD = {"id": "old", "raises": ["KeyError"], "text": "(?P<key>old)", "say": "It is new, not {key}.", "example": "{}['old']"}


def _said(report):
    diagnoses = [check.diagnosis.text for check in report.checks if check.diagnosis]
    return " ".join([report.reason or "", *diagnoses])


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_submission_from_an_older_book_is_told_todays_spelling(path):
    exercise = path.parent.name
    report = reports_of(exercise, tuple(p for p in PATHS if p.parent.name == exercise))[path, 0]
    first = path.read_text(encoding="utf-8").splitlines()[0]
    said = " ".join(_said(report).split())
    for words in first.removeprefix("# says: ").split(" | "):
        assert words in said
    assert report.points < report.max_points


@pytest.fixture(scope="module")
def raised():
    """What every example of the course raises, in one Python that has all libraries."""
    import json

    done = subprocess.run(
        [sys.executable, "-c", RAISE_ALL],
        input=json.dumps({word.id: word.example for word in WORDS}),
        env=os.environ | {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1", "MPLBACKEND": "agg"},
        capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.id)
def test_the_example_of_a_word_raises_what_the_word_is_known_by(raised, word):
    assert word.id in raised, "the example raises nothing"
    told = old_word(WORDS, *raised[word.id])
    assert told is not None, raised[word.id]
    assert told.id == f"book:{word.id}"
    assert "{" not in told.text


@pytest.mark.parametrize("error", ["KeyError: 'x'", "ValueError: shapes (2,) and (3,) not aligned", "NameError: name 'y'"])
def test_nothing_is_said_of_an_exception_of_today(error):
    kind, _, text = error.partition(": ")
    assert old_word(WORDS, [kind, "Exception", "object"], text) is None


def _load(folder, *words):
    path = folder / "from_books.yaml"
    path.write_text(yaml.safe_dump({"format_version": 1, "words": list(words)}), encoding="utf-8")
    return load_words(path)


def test_a_part_of_the_pattern_is_filled_into_the_sentence(tmp_path):
    told = old_word(_load(tmp_path, GOOD), ["KeyError", "LookupError"], "'old'")
    assert told.text == "It is new, not old."


def test_an_absent_file_has_no_words(tmp_path):
    assert load_words(tmp_path / "from_books.yaml") == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": "(old"}, "no regular expression"),
        ({"say": "It is {new}."}, "no part called “new”"),
        ({"say": "It is {key."}, "a brace too many or too few"),
        ({"id": "Old"}, "must look like"),
        ({"raises": "KeyError"}, "must be a list"),
    ],
)
def test_a_faulty_word_is_told_with_its_line(tmp_path, change, sentence):
    with pytest.raises(CourseError, match=r"from_books\.yaml:\d+: .*" + sentence):
        _load(tmp_path, GOOD | change)


def test_a_word_that_stands_there_twice_is_told(tmp_path):
    with pytest.raises(CourseError, match="old stands here for the second time"):
        _load(tmp_path, GOOD, GOOD)
