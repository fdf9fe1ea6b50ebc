"""The task texts: one section an exercise in each language, pictures that are there, examples that hold, no solution given away."""

import ast
import gettext
import json
import os
import re
import subprocess
import sys

import pytest
from helpers.command import ROOT, grade, manifest_of

STUBS = ROOT / "exercises"
EXERCISES = manifest_of(ROOT)["exercises"]
IDS = [exercise["id"] for exercise in EXERCISES]
TEXTS = {"en": "README.md", "ko": "README.ko.md"}
# The words of the book that our learners read.
TERMS = (
    *(
        "활성화 함수",
        "순전파",
        "은닉층",
        "편향",
        "가중치",
        "과적합",
        "출력층",
        "소프트맥스",
        "손실 함수",
        "경사 하강법",
        "미니배치",
    ),
    *("정확도", "학습률", "에폭", "기울기", "형상", "드롭아웃", "항등 함수", "계단 함수", "평균 제곱 오차", "원-핫"),
)

each_language = pytest.mark.parametrize("language", TEXTS)
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=IDS)


def text_of(language):
    return (STUBS / TEXTS[language]).read_text(encoding="utf-8")


def sections(language):
    """Of each exercise its title and its text."""
    parts = re.split(r"^## (\S+) · (.+)\n", text_of(language), flags=re.MULTILINE)[1:]
    return {name: (title, text) for name, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)}


def examples(language):
    """The blocks of what can be typed, in order."""
    return re.findall(r"```pycon\n(.*?)```", text_of(language), flags=re.DOTALL)


def functions(folder, exercise):
    tree = ast.parse((ROOT / folder / exercise["file"]).read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


@each_language
def test_there_is_one_section_an_exercise_in_the_order_of_the_course(language):
    assert list(sections(language)) == IDS


@each_exercise
def test_titles_are_those_of_the_course(exercise):
    assert sections("en")[exercise["id"]][0] == exercise["title"]
    korean = gettext.translation("course", ROOT / "locale", languages=["ko"]).gettext(exercise["title"])
    if korean != exercise["title"]:
        assert sections("ko")[exercise["id"]][0] == korean


@each_language
@each_exercise
def test_a_section_has_all_that_a_learner_needs(language, exercise):
    _title, text = sections(language)[exercise["id"]]
    assert re.search(r"^\$\$\n.+?\n\$\$$", text, flags=re.DOTALL | re.MULTILINE)
    ((description, picture),) = re.findall(r"!\[(.+?)\]\((.+?)\)", text)
    assert len(description) > 10
    assert picture == f"images/{exercise['id']}.svg"
    assert f"`{exercise['file']}`" in text
    assert text.count("```pycon\n") == 1
    assert f"```sh\ngrade {exercise['id']}\n```" in text
    assert [name for name in exercise["functions"] if f"`{name}" not in text] == []


@each_language
@each_exercise
def test_signatures_are_those_of_the_stub(language, exercise):
    _title, text = sections(language)[exercise["id"]]
    stub = functions("exercises", exercise)
    for name, arguments in re.findall(r"^- .*?`(\w+)\(([^`]*)\)`", text, flags=re.MULTILINE):
        for argument in stub[name].args.args:
            argument.annotation = None
        assert f"({arguments})" == f"({ast.unparse(stub[name].args)})", name


@each_language
def test_every_link_leads_somewhere(language):
    for target in re.findall(r"\]\(([^)]+)\)", text_of(language)):
        assert (STUBS / target).is_file(), target


def test_both_languages_show_the_same_examples_and_pictures():
    assert examples("en") == examples("ko")
    pictures = [re.findall(r"\]\((images/.+?)\)", text_of(language)) for language in TEXTS]
    assert pictures[0] == pictures[1]
    assert sorted(pictures[0]) == sorted(str(path.relative_to(STUBS)) for path in STUBS.glob("images/*"))


def test_the_formulas_are_the_same_but_for_their_words():
    without_words = [
        re.sub(r"\\text\{.*?\}", "", "".join(re.findall(r"\$\$.*?\$\$", text_of(x), re.DOTALL))) for x in TEXTS
    ]
    assert without_words[0] == without_words[1]


def test_the_korean_text_uses_the_words_of_the_book():
    assert [term for term in TERMS if term not in text_of("ko")] == []


@each_language
@each_exercise
def test_no_line_of_a_solution_is_given_away(language, exercise):
    _title, text = sections(language)[exercise["id"]]
    text = re.sub(r"^- .*", "", text, flags=re.MULTILINE)  # signatures
    written = functions("solutions", exercise)
    for name in exercise["functions"]:
        _docstring, *body = written[name].body
        lines = [line.strip() for statement in body for line in ast.unparse(statement).splitlines()]
        assert [line for line in lines if len(line) > 15 and line.removeprefix("return ") in text] == []


@pytest.mark.parametrize("path", sorted(STUBS.glob("images/*")), ids=lambda path: path.stem)
def test_a_picture_needs_no_font_and_no_network(path):
    picture = path.read_text(encoding="utf-8")
    assert "<text" not in picture
    assert set(re.findall(r'href="(.{5})', picture)) <= {"data:", *re.findall(r'href="(#.{4})', picture)}
    assert path.stat().st_size < 100_000


CHECK = """
import doctest, json, sys
import numpy as np
for name, text in json.load(sys.stdin).items():
    test = doctest.DocTestParser().get_doctest(text, {"np": np}, name, "README.md", 0)
    assert test.examples
    runner = doctest.DocTestRunner()
    runner.run(test)
    assert not runner.failures, name
"""


@pytest.mark.parametrize("needs", ["numpy", "tensorflow"])
def test_examples_hold_for_the_solutions(needs, tmp_path):
    asked = {exercise["id"]: sections("en")[exercise["id"]][1] for exercise in EXERCISES if exercise["needs"] == needs}
    path = os.pathsep.join(str(ROOT / folder) for folder in ("solutions", "exercises"))
    quiet = {
        "PYTHONPATH": path,
        "PYTHONDONTWRITEBYTECODE": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        input=json.dumps({name: re.findall(r"```pycon\n(.*?)```", text, flags=re.DOTALL)[0] for name, text in asked.items()}),
        cwd=tmp_path, env=os.environ | quiet, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_working_copy_has_the_texts_and_their_pictures(tmp_path):
    assert grade("init", cwd=tmp_path).code == 0
    for path in (*map(STUBS.joinpath, TEXTS.values()), *STUBS.glob("images/*")):
        assert (tmp_path / "exercises" / path.relative_to(STUBS)).read_bytes() == path.read_bytes()
