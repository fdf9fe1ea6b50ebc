"""The bank of mistakes: faults are sentences with a line; a mistake becomes a submission that makes exactly it."""

import ast
from pathlib import Path

import pytest

from grader import wire
from grader.bank import Variant, compose, load_bank, submission_of
from grader.course import find_course, load_course
from grader.diagnose.replay import Replay
from grader.errors import CourseError
from grader.learner import Call

REFERENCE = '''\
"""The reference."""

from __future__ import annotations

import math


def double(x):
    return 2 * x


def area(r):
    return math.pi * double(r) * r / 2
'''
BANK = '''\
"""Mistakes of two functions."""

from __future__ import annotations

from grader.bank import mistake, probe
from reference import double

import functools

FACTOR = 3


def helper(x):
    return FACTOR * x


@mistake(of="double")
def triples(x):
    """You multiply by 3.
    Multiply by 2."""
    return helper(x)


@mistake(of="double", like="triples")
def triples_by_adding(x):
    return x + x + x


@functools.lru_cache
@mistake(of="area", raises="NameError")
def forgets_pi(r):
    """The area of a circle needs π."""
    return double(r) * r / 2


@probe(of="double")
def probes():
    yield (0,)
    yield (5,)


@probe(of="double")
def more_probes():
    yield (7,)
'''
FUNCTIONS = ("double", "area")


def load(tmp_path, text):
    path = tmp_path / "bank.py"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_bank(path, FUNCTIONS)


def line_of(function):
    """The line of the bank in which a function is defined."""
    return BANK[: BANK.index(f"def {function}(")].count("\n") + 1


def run(source):
    names = {}
    exec(compile(source, "submission.py", "exec", dont_inherit=True), names)
    return names


def test_a_bank_tells_its_variants_and_probes(tmp_path):
    bank = load(tmp_path, BANK)
    words = "You multiply by 3. Multiply by 2."
    assert bank.variants == (
        Variant("triples", "double", "triples", words, line_of("triples")),
        Variant("triples_by_adding", "double", "triples", words, line_of("triples_by_adding")),
        Variant(
            "forgets_pi", "area", "forgets_pi", "The area of a circle needs π.", line_of("forgets_pi"), "NameError"
        ),
    )
    assert bank.probes == {"double": ("probes", "more_probes")}
    assert bank.of("area") == bank.variants[2:]
    assert bank.texts() == {"triples": words, "forgets_pi": "The area of a circle needs π."}


def test_an_absent_bank_is_empty(tmp_path):
    path = tmp_path / "none.py"
    bank = load_bank(path, FUNCTIONS)
    assert (bank.path, bank.pieces, bank.variants, bank.probes) == (path, (), (), {})
    assert compose(REFERENCE, load_bank(path, FUNCTIONS)) == REFERENCE


def test_decorators_and_imports_of_ours_are_gone_and_the_rest_is_kept(tmp_path):
    tree = ast.parse(compose(REFERENCE, load(tmp_path, BANK)))
    imported = [ast.unparse(node) for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert imported == ["from __future__ import annotations", "import math", "import functools"]
    decorators = {
        node.name: [ast.unparse(decorator) for decorator in node.decorator_list]
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    assert decorators == {
        "double": [],
        "area": [],
        "helper": [],
        "triples": [],
        "triples_by_adding": [],
        "forgets_pi": ["functools.lru_cache"],
        "probes": [],
        "more_probes": [],
    }


def test_the_composed_source_has_the_reference_and_every_variant(tmp_path):
    names = run(compose(REFERENCE, load(tmp_path, BANK)))
    assert (names["double"](5), names["triples"](5), names["triples_by_adding"](5)) == (10, 15, 15)
    assert (round(names["area"](1), 6), names["forgets_pi"](1)) == (3.141593, 1)
    assert [*names["probes"](), *names["more_probes"]()] == [(0,), (5,), (7,)]


@pytest.mark.parametrize(("number", "double", "area"), [(0, 15, 4.712389), (1, 15, 4.712389), (2, 10, 1)])
def test_a_submission_has_its_variant_in_the_functions_place_and_no_other(tmp_path, number, double, area):
    bank = load(tmp_path, BANK)
    variant = bank.variants[number]
    names = run(submission_of(REFERENCE, bank, variant))
    assert (names["double"](5), round(names["area"](1), 6)) == (double, area)  # area calls the double that is there
    assert names[variant.of] is names[variant.name]
    absent = {other.name for other in bank.variants} - {variant.name} | {"probes", "more_probes"}
    assert not absent & set(names)
    assert names["helper"](1) == 3


def test_a_replay_gives_the_answers_of_the_composed_source(tmp_path):
    replay = Replay(REFERENCE, load(tmp_path, BANK), "circle.py")
    assert list(replay.probes("double")) == [[0], [5], [7]]
    assert list(replay.probes("area")) == []


def test_what_a_variant_prints_does_not_reach_the_reader(tmp_path, capfd):
    text = 'from grader.bank import mistake\n\n@mistake(of="double")\ndef prints(x):\n    "Words."\n    print(x)\n'
    replay = Replay(REFERENCE, load(tmp_path, text), "circle.py")
    answer = replay.answer("prints", Call("double", wire.encode([[5], {}]), "check_double"))
    assert (answer.value, answer.exception) == (None, None)
    assert capfd.readouterr() == ("", "")


MISTAKE = '@mistake(of="double")\ndef {name}(x):\n    """Words."""\n    return x\n'
FAULTS = {
    "no docstring": (
        '@mistake(of="double")\ndef m(x):\n    return x\n',
        ":2: m has no docstring, so the learner would be told nothing.",
    ),
    "an empty docstring": (
        '@mistake(of="double")\ndef m(x):\n    "  "\n',
        ":2: m has no docstring, so the learner would be told nothing.",
    ),
    "a comment for a docstring": (
        '\n@mistake(of="double")\ndef m(x):\n    # Words.\n    return x\n',
        ":3: m has no docstring, so the learner would be told nothing.",
    ),
    "a root without docstring": (
        '@mistake(of="double")\ndef m(x): pass\n\n@mistake(of="double", like="m")\ndef n(x):\n    "Words."\n',
        ":2: m has no docstring, so the learner would be told nothing.",
    ),
    "unknown function": (
        MISTAKE.format(name="m").replace("double", "triple"),
        ":2: m is of “triple”, which is no function here.",
    ),
    "the same name twice": (MISTAKE.format(name="m") * 2, ":6: m stands here for the second time."),
    "the right function's name": (
        MISTAKE.format(name="double"),
        ":2: double is the right function's name; give the mistake its own.",
    ),
    "like nothing": (
        '@mistake(of="double", like="nobody")\ndef m(x):\n    "Words."\n',
        ":2: m is like “nobody”, which is no mistake.",
    ),
    "like a mistake of another function": (
        MISTAKE.format(name="m") + '@mistake(of="area", like="m")\ndef n(x): pass\n',
        ":6: n is like “m”, which is no mistake.",
    ),
    "like one that is like another": (
        MISTAKE.format(name="m")
        + '@mistake(of="double", like="m")\ndef n(x): pass\n@mistake(of="double", like="n")\ndef o(x): pass\n',
        ":8: o is like “n”, which is no mistake.",
    ),
    "like itself by another": (
        '@mistake(of="double", like="n")\ndef m(x): "Words."\n@mistake(of="double", like="m")\ndef n(x): "Words."\n',
        ":2: m is like “n”, which is no mistake.",
    ),
    "of nothing": (
        '@mistake(like="m")\ndef m(x):\n    "Words."\n',
        ':1: write @mistake(of="…") with the name of a function.',
    ),
    "of by position": (
        '@mistake("double")\ndef m(x):\n    "Words."\n',
        ':1: write @mistake(of="…") with the name of a function.',
    ),
    "of a number": (
        '\n@mistake(of=2)\ndef m(x):\n    "Words."\n',
        ':2: write @mistake(of="…") with the name of a function.',
    ),
    "of a variable": (
        '@mistake(of=double)\ndef m(x):\n    "Words."\n',
        ':1: write @mistake(of="…") with the name of a function.',
    ),
    "a probe of nothing": (
        "@probe()\ndef p():\n    yield ()\n",
        ':1: write @probe(of="…") with the name of a function.',
    ),
    "a probe of an unknown function": (
        '@probe(of="triple")\ndef p():\n    yield ()\n',
        ": there are probes of “triple”, which is no function here.",
    ),
    "syntax error": ("x = 1\ndef m(:\n", ":2: invalid syntax."),
    "indentation": ("def m():\nreturn 1\n", ":2: expected an indented block after function definition on line 1."),
    "not UTF-8": (b"# \xe9\n", ": the file is not UTF-8 text."),
}


@pytest.mark.parametrize(("text", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_a_sentence_with_its_place(tmp_path, text, words):
    with pytest.raises(CourseError) as caught:
        load(tmp_path, text)
    assert caught.value.sentence == f"{tmp_path / 'bank.py'}{words}"


def test_a_null_byte_is_a_fault(tmp_path):
    with pytest.raises(CourseError, match=r"bank\.py(:\d+)?: source code (string )?cannot contain null bytes\."):
        load(tmp_path, "x = 1\n\x00")


def test_a_folder_in_the_banks_place_is_a_fault(tmp_path):
    with pytest.raises(CourseError) as caught:
        load_bank(tmp_path, FUNCTIONS)
    assert caught.value.sentence == f"{tmp_path}: the file cannot be read (Is a directory)."


def test_a_bank_that_cannot_be_run_is_a_fault(tmp_path):
    bank = load(tmp_path, "1 / 0\n")
    with pytest.raises(CourseError) as caught:
        Replay(REFERENCE, bank, "circle.py")
    assert caught.value.sentence == f"{tmp_path / 'bank.py'} cannot be run: ZeroDivisionError: division by zero."


COURSE = load_course(find_course())


@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda exercise: exercise.id)
def test_the_shipped_banks_load_and_every_variant_is_defined_once(exercise):
    bank = load_bank(COURSE.mistakes_of(exercise), exercise.functions)
    reference = Path(COURSE.solutions / exercise.file).read_text(encoding="utf-8")
    tree = ast.parse(compose(reference, bank))
    defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert len(defined) == len(set(defined))
    assert {variant.name for variant in bank.variants} < set(defined)
    assert all(text == " ".join(text.split()) != "" for text in bank.texts().values())


def test_a_variant_says_that_it_remembers(tmp_path):
    text = 'from grader.bank import mistake\n\n\n@mistake(of="double", remembers=True)\ndef grows(x):\n    """It grows."""\n'
    assert [variant.remembers for variant in load(tmp_path, text).variants] == [True]
    assert not any(variant.remembers for variant in load(tmp_path, BANK).variants)
