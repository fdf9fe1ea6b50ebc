"""`assignments.yaml` loads, or one sentence says in which line of it what is wrong."""

import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.course import Course, Limits, find_course, load_course
from grader.errors import CourseError, UsageError

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = (ROOT / "assignments.yaml").read_text(encoding="utf-8")
SMALL = """\
format_version: 1
title: Small
shared: [help.py]
exercises:
  - id: one
    topic: first
    title: The first
    file: first.py
    functions: [f, g]
    points: 3
    hints:
      f: [Look., Look again.]
  - id: two
    topic: second
    title: The second
    file: second.py
    functions: [h]
    trace: [h]
    points: 2.5
    needs: tensorflow
    limits: {call_seconds: 0.5, memory_mb: 64}
    settings: {threshold: 0.9, names: [a, b], nested: {k: true}}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "help.py").write_text("")
    return tmp_path


def load(folder, text):
    (folder / "assignments.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_course(folder)


def replaced(old, new):
    assert SMALL.count(old) >= 1
    return SMALL.replace(old, new, 1)


def test_the_shipped_course_loads_as_yaml_itself_reads_it():
    course = load_course(find_course())
    data = yaml.safe_load(SHIPPED)
    assert course.folder == ROOT
    assert (course.title, list(course.shared)) == (data["title"], data["shared"])
    assert [exercise.number for exercise in course.exercises] == list(range(1, len(data["exercises"]) + 1))
    for exercise, entry in zip(course.exercises, data["exercises"], strict=True):
        for key in ("id", "topic", "title", "file", "points"):
            assert getattr(exercise, key) == entry[key]
        assert list(exercise.functions) == entry["functions"]
        assert list(exercise.trace) == entry.get("trace", [])
        assert exercise.limits == Limits(**entry.get("limits", {}))
        assert dict(exercise.settings) == entry.get("settings", {})
        assert {name: list(texts) for name, texts in exercise.hints.items()} == entry["hints"]
        assert set(exercise.hints) == set(exercise.functions)
        assert (course.stubs / exercise.file).is_file()
        assert (course.solutions / exercise.file).is_file()
    assert all(path.exists() for path in course.shared_paths())


def test_a_small_course_loads_with_defaults(folder):
    course = load(folder, SMALL)
    one, two = course.exercises
    assert (one.needs, one.trace, one.limits, dict(one.settings)) == ("numpy", (), Limits(), {})
    assert dict(one.hints) == {"f": ("Look.", "Look again.")}
    assert (two.needs, two.trace, two.points, dict(two.hints)) == ("tensorflow", ("h",), 2.5, {})
    assert two.limits == Limits(call_seconds=0.5, memory_mb=64)
    assert dict(two.settings) == {"threshold": 0.9, "names": ["a", "b"], "nested": {"k": True}}
    assert course.checks_of(two) == folder / "solutions" / "checks" / "check_two.py"
    assert course.mistakes_of(two) == folder / "solutions" / "mistakes" / "two.py"
    assert course.shared_paths() == (folder / "exercises" / "help.py",)


@pytest.mark.parametrize(
    "data",
    [SMALL.replace("\n", "\r\n").encode(), SMALL.replace("\n", "\r").encode(), b"\xef\xbb\xbf" + SMALL.encode()],
    ids=["CRLF", "CR", "BOM"],
)
def test_line_ends_and_a_byte_order_mark_do_not_matter(folder, data):
    assert [exercise.id for exercise in load(folder, data).exercises] == ["one", "two"]


def test_an_exercise_is_found_by_id_number_and_topic_in_any_case(folder):
    course = load(folder, SMALL)
    for name in ("two", "2", "second", "TWO", "Second"):
        assert course.exercise(name).id == "two"


@pytest.mark.parametrize(
    ("name", "sentence", "command"),
    [
        ("seconds", "There is no exercise called “seconds”. Did you mean two?", "grade two"),
        ("xyzzy", "There is no exercise called “xyzzy”.", "grade"),
        ("0", "There is no exercise called “0”.", "grade"),
        ("", "There is no exercise called “”.", "grade"),
    ],
)
def test_an_unknown_exercise_is_a_usage_error_with_the_nearest_name(folder, name, sentence, command):
    with pytest.raises(UsageError) as caught:
        load(folder, SMALL).exercise(name)
    assert (caught.value.sentence, caught.value.next_command) == (sentence, command)


# --- every fault: the text, the line it is reported in, the sentence ---------------------------------------------------

FAULTS = {
    "empty file": ("", 1, "the file is empty"),
    "comments only": ("# nothing\n", 1, "the file is empty"),
    "null": ("null", 1, "here must stand a table of keys, `key: value`"),
    "a list at the top": ("- a\n- b\n", 1, "here must stand a table of keys, `key: value`"),
    "a word at the top": ("hello", 1, "here must stand a table of keys, `key: value`"),
    "tab": (replaced("    points: 3", "\tpoints: 3"), 10, "a tab at the start of the line; YAML wants spaces"),
    "not YAML": (
        replaced("title: Small", "title: a: b"),
        2,
        "this is not YAML: mapping values are not allowed in this context",
    ),
    "open quote": ("title: 'x", 1, "this is not YAML: found unexpected end of stream"),
    "open bracket": (replaced("[help.py]", "[help.py"), 4, "this is not YAML: did not find expected ',' or ']'"),
    "two documents": (SMALL + "---\na: 1\n", 23, "this is not YAML: but found another document"),
    "unknown alias": (replaced("Small", "*nobody"), 2, "this is not YAML: found undefined alias"),
    "null byte": (replaced("Small", "Sm\x00all"), 2, "the character U+0000 may not stand in YAML"),
    "escape": (replaced("first.py", "\x1b[31m"), 8, "the character U+001B may not stand in YAML"),
    "not UTF-8": (replaced("The first", "X").encode().replace(b"X", b"\xe9"), 7, "the file is not UTF-8 text"),
    "UTF-16": (SMALL.encode("utf-16"), 1, "the file is not UTF-8 text"),
    "unknown key": (
        replaced("shared:", "shares:"),
        3,
        "unknown key “shares”; known keys are format_version, title, shared, late, exercises",
    ),
    "unknown key of an exercise": (
        replaced("    trace:", "    traces:"),
        18,
        "unknown key “traces”; known keys are id, topic, title, file, functions, trace, …",
    ),
    "unknown limit": (
        replaced("memory_mb", "memory"),
        21,
        "unknown key “memory”; known keys are call_seconds, total_seconds, memory_mb, output_kb, load_seconds",
    ),
    "key that is no word": (SMALL + "? [a]\n: b\n", 23, "a key must be a plain word"),
    "key twice": (SMALL + "title: Other\n", 23, "the key “title” stands here for the second time"),
    "key of an exercise twice": (SMALL + "    points: 4\n", 23, "the key “points” stands here for the second time"),
    "hints twice": (
        replaced("      f: [Look.,", "      f: [x]\n      f: [Look.,"),
        13,
        "the key “f” stands here for the second time",
    ),
    "key missing": (replaced("title: Small\n", ""), 1, "the key “title” is missing"),
    "key of an exercise missing": (replaced("    points: 2.5\n", ""), 13, "the key “points” is missing"),
    "format_version 2": (replaced("format_version: 1", "format_version: 2"), 1, "“format_version” must be 1, not 2"),
    "format_version as text": (
        replaced("format_version: 1", "format_version: '1'"),
        1,
        "“format_version” must be a whole number, not '1'",
    ),
    "format_version true": (
        replaced("format_version: 1", "format_version: true"),
        1,
        "“format_version” must be a whole number, not True",
    ),
    "title as number": (replaced("Small", "5"), 2, "“title” must be a text, not 5"),
    "title empty": (replaced("Small", "' '"), 2, "“title” must not be empty"),
    "title without value": (replaced("Small", ""), 2, "“title” must be a text, not None"),
    "bad id": (replaced("one", "One"), 5, "“id” must look like “exercise3”, not 'One'"),
    "bad id by a path": (replaced("one", "../one"), 5, "“id” must look like “exercise3”, not '../one'"),
    "bad topic": (replaced("first", "1st"), 6, "“topic” must look like “forward”, not '1st'"),
    "bad file": (
        replaced("first.py", "../first.py"),
        8,
        "“file” must look like “exercise3_forward.py”, not '../first.py'",
    ),
    "id twice": (replaced("id: two", "id: one"), 13, "id “one” is already taken by one"),
    "topic twice": (replaced("topic: second", "topic: first"), 14, "topic “first” is already taken by one"),
    "topic like an id": (replaced("topic: second", "topic: one"), 14, "topic “one” is already taken by one"),
    "file twice": (replaced("second.py", "first.py"), 16, "file “first.py” is already taken by one"),
    "negative points": (replaced("points: 3", "points: -3"), 10, "“points” must be above 0, not -3"),
    "no points": (replaced("points: 3", "points: 0"), 10, "“points” must be above 0, not 0"),
    "points that are no number": (replaced("points: 3", "points: .nan"), 10, "“points” must be a number, not nan"),
    "points without end": (replaced("points: 3", "points: .inf"), 10, "“points” must be a number, not inf"),
    "limits without end": (
        replaced("call_seconds: 0.5", "call_seconds: .inf"),
        21,
        "“call_seconds” must be a number, not inf",
    ),
    "points as text": (replaced("points: 3", "points: many"), 10, "“points” must be a number, not 'many'"),
    "points as truth value": (replaced("points: 3", "points: yes"), 10, "“points” must be a number, not True"),
    "points too long": (
        replaced("points: 3", "points: " + "9" * 5000),
        10,
        "a value that cannot be read: '" + "9" * 38 + "…",
    ),
    "functions as text": (replaced("[h]\n    trace", "h\n    trace"), 17, "“functions” must be a list, not 'h'"),
    "functions as table": (replaced("[f, g]", "{f: g}"), 9, "“functions” must be a list, not {'f': 'g'}"),
    "functions of numbers": (replaced("[f, g]", "[f, 3]"), 9, "“functions” must be a list of which each is a text"),
    "trace of nobody": (replaced("trace: [h]", "trace: [g]"), 18, "“g” is not one of the functions"),
    "unknown library": (
        replaced("needs: tensorflow", "needs: torch"),
        20,
        "“needs” must be numpy or tensorflow, not 'torch'",
    ),
    "limit of zero": (replaced("call_seconds: 0.5", "call_seconds: 0"), 21, "“call_seconds” must be above 0, not 0"),
    "limit as text": (replaced("memory_mb: 64", "memory_mb: 64.5"), 21, "“memory_mb” must be a whole number, not 64.5"),
    "limits as a list": (
        replaced("{call_seconds: 0.5, memory_mb: 64}", "[1]"),
        21,
        "here must stand a table of keys, `key: value`",
    ),
    "settings as a list": (
        SMALL.split("    settings")[0] + "    settings: [1]\n",
        22,
        "“settings” must be a table of keys, not [1]",
    ),
    "exercises as a table": (SMALL.split("  - id")[0] + "  one: two\n", 5, "“exercises” must be a list"),
    "exercises without value": (SMALL.split("  - id")[0], 4, "“exercises” must be a list"),
    "an exercise that is a word": (SMALL + "  - three\n", 23, "here must stand a table of keys, `key: value`"),
    "hints for an unknown function": (
        replaced("      f: [", "      k: ["),
        11,
        "hints for “k”, which is not one of the functions",
    ),
    "hints as a word": (replaced("[Look., Look again.]", "Look."), 11, "the hints of “f” must be a list of texts"),
    "hints of numbers": (replaced("[Look., Look again.]", "[1]"), 11, "the hints of “f” must be a list of texts"),
    "shared file absent": (
        replaced("[help.py]", "[help.py, data]"),
        3,
        "“data” is listed as shared, but exercises/data does not exist",
    ),
    "object tag": (replaced("0.9", "!!python/name:os.system ''"), 22, "a value that cannot be read: ''"),
    "integer of nothing": (replaced("0.9", "!!int ''"), 22, "a value that cannot be read: ''"),
    "truth value of maybe": (replaced("0.9", "!!bool maybe"), 22, "a value that cannot be read: 'maybe'"),
    "date of never": (replaced("0.9", "2024-13-45"), 22, "a value that cannot be read: '2024-13-45'"),
}


@pytest.mark.parametrize(("text", "line", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_a_sentence_with_path_and_line(folder, text, line, words):
    with pytest.raises(CourseError) as caught:
        load(folder, text)
    sentence = caught.value.sentence
    shown, dots, _ = f"{folder / 'assignments.yaml'}:{line}: {words}.".partition(" …")
    assert (sentence[: len(shown)] if dots else sentence) == shown
    assert sentence.endswith(".")
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    "text",
    [
        replaced("{threshold: 0.9,", "&loop {threshold: *loop,"),
        replaced("0.9", "[" * 2000 + "]" * 2000),
    ],
    ids=["an alias of itself", "very deep"],
)
def test_values_nested_without_end_have_no_line(folder, text):
    with pytest.raises(CourseError) as caught:
        load(folder, text)
    assert caught.value.sentence == f"{folder / 'assignments.yaml'}: the values are nested without end."


def test_a_file_that_is_not_there_or_not_a_file_has_no_line(folder):
    path = folder / "assignments.yaml"
    with pytest.raises(CourseError) as caught:
        load_course(folder)
    assert caught.value.sentence == f"{path}: the course has no such file."
    path.mkdir()
    with pytest.raises(CourseError) as caught:
        load_course(folder)
    assert caught.value.sentence == f"{path}: the file cannot be read (Is a directory)."


def test_a_tag_on_a_list_makes_no_object_and_runs_nothing(folder):
    marker = folder / "ran"
    text = replaced("0.9", f"!!python/object/apply:os.system ['touch {marker}']")
    assert load(folder, text).exercises[1].settings["threshold"] == [f"touch {marker}"]
    assert not marker.exists()


# --- mutations: a course or a sentence, never anything else ------------------------------------------------------------


def course_or_sentence(folder, text):
    """Whether it loads; whatever else than a `CourseError` with a sentence is raised fails the test."""
    try:
        course = load(folder, text)
    except CourseError as error:
        path = re.escape(str(folder / "assignments.yaml"))
        if not re.fullmatch(rf"{path}(:\d+)?: [^\n]+\.", error.sentence):
            raise AssertionError(f"not a sentence with its place: {error.sentence!r}") from error
        return False
    assert type(course) is Course
    names = [name for exercise in course.exercises for name in (exercise.id, exercise.topic, exercise.file)]
    assert len(names) == len(set(names))
    for exercise in course.exercises:
        assert exercise.points > 0
        assert set(exercise.trace) | set(exercise.hints) <= set(exercise.functions)
        assert min(exercise.limits.call_seconds, exercise.limits.total_seconds, exercise.limits.memory_mb) > 0
    return True


PIECES = [*"\t\n -:[]{}#&*!|>'\"%@`,?0\x00\x07é\u2028\ufeff", "  ", "- ", ": ", "null", "!!int ", "!!python/name:os ",
          "<<: *a\n", "&a ", "*a", "---\n", "...\n", "1e999", ".inf", ".nan", "0x", "1:30", "2024-13-45", "~", "yes"]  # fmt: skip


@pytest.fixture(scope="module")
def module_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    (folder / "exercises").mkdir()
    (folder / "exercises" / "help.py").write_text("")
    return folder


def test_hundreds_of_mutations_are_a_course_or_a_sentence(module_folder):
    generator = random.Random(99)
    loaded = 0
    for _ in range(700):
        text = SMALL
        for _ in range(generator.randint(1, 3)):
            place = generator.randrange(len(text) + 1)
            end = place + generator.choice([0, 0, 1, 3, 12, 60])
            text = text[:place] + generator.choice(["", *PIECES]) + text[end:]
        loaded += course_or_sentence(module_folder, text)
    assert 20 < loaded < 600


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SMALL.splitlines(keepends=True)) | st.sampled_from(PIECES), max_size=25))
def test_lines_in_any_order_are_a_course_or_a_sentence(module_folder, lines):
    course_or_sentence(module_folder, "".join(lines))


nodes = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)
PLACES = [
    ("format_version",), ("title",), ("shared",), ("exercises",), ("exercises", 0), ("exercises", 1, "limits"),
    *(("exercises", 1, key) for key in ("id", "file", "functions", "trace", "points", "needs", "settings", "hints")),
    ("exercises", 1, "limits", "memory_mb"), ("exercises", 0, "hints", "f"),
]  # fmt: skip


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.sampled_from(PLACES), nodes)
def test_any_value_in_any_place_is_a_course_or_a_sentence(module_folder, place, value):
    data = yaml.safe_load(SMALL)
    inner = data
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    course_or_sentence(module_folder, yaml.safe_dump(data, sort_keys=False, allow_unicode=True))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.binary(max_size=60), st.integers(0, len(SMALL)))
def test_any_bytes_in_the_file_are_a_course_or_a_sentence(module_folder, data, place):
    course_or_sentence(module_folder, SMALL.encode()[:place] + data + SMALL.encode()[place:])


def test_an_exercise_may_have_its_own_id_for_its_topic(folder):
    course = load(folder, replaced("topic: second", "topic: two"))
    assert course.exercise("two") is course.exercises[1]
