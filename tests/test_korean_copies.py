"""The stubs in Korean: the same code and examples as the English ones, handed out and known as stubs in either language."""

import ast
import doctest
import os
import re
import shutil
import subprocess
import sys
import tokenize

import pytest
from helpers.command import ROOT, assert_no_fault_of_ours, grade, manifest_of
from rich.cells import cell_len

from grader.course import load_course
from grader.language import speak
from grader.submission import MAX_BYTES

EXERCISES = manifest_of(ROOT)["exercises"]
COURSE = load_course(ROOT)
KOREAN = ROOT / "locale" / "ko" / "exercises"
_HANGUL = re.compile(r"[가-힣]")
# Three English words in a row are prose; names, paths and formulas are not.
_ENGLISH = re.compile(r"(?:\b[A-Za-z][a-z’']+ ){2}[A-Za-z][a-z]+\b")
# Stays English, for it is drawn: the font that comes with Matplotlib has no Hangul.
_DRAWN = "The family of activation functions"
_FIRST = "exercise1_activations.py"

_MNIST = "mnist.py"

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise["id"])
each_file = pytest.mark.parametrize("file", [*(exercise["file"] for exercise in EXERCISES), _MNIST])


def both(file):
    """The text of a stub, or of what they share, English and Korean."""
    return [(folder / file).read_text(encoding="utf-8") for folder in (ROOT / "exercises", KOREAN)]


def texts(node):
    """Every text in the order of the code; an f-string is one, and its values may stand in another order in Korean."""
    if isinstance(node, ast.JoinedStr):
        yield "".join(part.value for part in node.values if isinstance(part, ast.Constant))
        for value in sorted(ast.unparse(part.value) for part in node.values if isinstance(part, ast.FormattedValue)):
            yield from texts(ast.parse(value))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    else:
        for child in ast.iter_child_nodes(node):
            yield from texts(child)


class _WithoutTexts(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.Constant("") if isinstance(node.value, str) else node

    def visit_JoinedStr(self, node):
        values = [part for part in node.values if isinstance(part, ast.FormattedValue)]
        return ast.JoinedStr(sorted(values, key=ast.dump))  # not visited: how a value is formatted is code


def code(text):
    """The tree of a file without its texts."""
    return ast.dump(_WithoutTexts().visit(ast.parse(text)))


def text_pairs(file):
    """Every text of a file, English and Korean."""
    return list(zip(*(texts(ast.parse(text)) for text in both(file)), strict=True))


def examples(text):
    """Of each docstring what can be typed and what it answers."""
    nodes = (ast.Module, ast.FunctionDef)
    docs = [ast.get_docstring(node) or "" for node in ast.walk(ast.parse(text)) if isinstance(node, nodes)]
    return [[(one.source, one.want) for one in doctest.DocTestParser().get_examples(doc)] for doc in docs]


def comments(path):
    with path.open("rb") as stream:
        return [token.string for token in tokenize.tokenize(stream.readline) if token.type == tokenize.COMMENT]


def prose(text):
    """The lines that are sentences: no examples, no code spans, no titles in quotation marks."""
    for said in texts(ast.parse(text.replace(_DRAWN, ""))):
        for line in re.sub(r">>>.*|^ +from .*? import .*?$", "", said, flags=re.DOTALL | re.MULTILINE).splitlines():
            yield re.sub(r'`[^`]*`|"[^"]*"', "", line)


def working_copy(folder, *words):
    """What `grade init` makes, in Korean unless the words say otherwise."""
    made = grade("init", *(words or ("--lang", "ko")), cwd=folder)
    assert (made.code, made.err) == (0, "")
    return made


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """A Korean working copy that no test writes to."""
    folder = tmp_path_factory.mktemp("korean")
    working_copy(folder)
    return folder


class TestTheTexts:
    def test_there_is_one_for_every_stub_and_for_nothing_else(self):
        written = {path.name for path in KOREAN.iterdir() if path.name != "__pycache__"}
        assert written == {*(exercise["file"] for exercise in EXERCISES), _MNIST}

    @each_file
    def test_the_code_is_the_same(self, file):
        english, korean = both(file)
        assert code(korean) == code(english)

    @each_exercise
    def test_the_examples_are_the_same(self, exercise):
        english, korean = both(exercise["file"])
        assert any(examples(english))
        assert examples(korean) == examples(english)

    @each_file
    def test_a_text_is_either_korean_or_as_it_was(self, file):
        """A name, a key, or the name of a loss must not be translated."""
        changed = [(one, other) for one, other in text_pairs(file) if one != other]
        assert [pair for pair in changed if not _HANGUL.search(pair[1]) and pair[1].strip()] == []
        assert [pair for pair in changed if pair[0].isidentifier()] == []

    @each_file
    def test_every_docstring_is_korean(self, file):
        nodes = (ast.Module, ast.FunctionDef)
        tree = ast.parse(both(file)[1])
        for node in ast.walk(tree):
            if isinstance(node, nodes):
                assert _HANGUL.search(ast.get_docstring(node) or ""), ast.dump(node)[:80]

    @each_file
    def test_no_english_is_left(self, file):
        assert [line for line in prose(both(file)[1]) if _ENGLISH.search(line)] == []
        assert [
            line for line in comments(KOREAN / file) if not _HANGUL.search(line) and "fmt:" not in line and "type:" not in line
        ] == []

    @each_file
    def test_nothing_of_a_docstring_is_lost(self, file):
        """Every code span, and every number that is not in a word, stands in the Korean too."""
        for one, other in text_pairs(file):
            for pattern in (r"`[^`]+`", r"(?<![A-Za-z_\d])\d+(?:\.\d+)?(?![A-Za-z\d])"):
                assert set(re.findall(pattern, one)) - set(re.findall(pattern, other)) == set()

    @each_exercise
    def test_every_task_is_there_in_its_place(self, exercise):
        english, korean = both(exercise["file"])
        todos = [[number for number, line in enumerate(re.findall(r"^def \w+|# TODO: ", text, re.MULTILINE))
                  if line.startswith("#")] for text in (english, korean)]  # fmt: skip
        assert len(todos[1]) == len(exercise["functions"])
        assert todos[1] == todos[0]

    @each_file
    def test_it_fits_the_screen_and_the_limits(self, file):
        _, korean = both(file)
        assert [line for line in korean.splitlines() if cell_len(line) > 120] == []
        assert len(korean.encode()) < MAX_BYTES // 50

    @each_exercise
    def test_the_commands_at_the_top_line_up(self, exercise):
        _, korean = both(exercise["file"])
        heads = re.findall(r"^(.*: +)(?:python |grade )", ast.get_docstring(ast.parse(korean)), re.MULTILINE)
        assert len(heads) == 3
        assert len({cell_len(head) for head in heads}) == 1


class TestByHand:
    # Those of Keras and TensorFlow end with the same sentence, and start for seconds.
    @pytest.mark.parametrize(
        "exercise", [entry for entry in EXERCISES if entry["needs"] == "numpy"], ids=lambda exercise: exercise["id"]
    )
    def test_it_names_the_first_task_in_korean(self, exercise, copied, tmp_path):
        done = subprocess.run(
            [sys.executable, str(copied / "exercises" / exercise["file"])],
            cwd=tmp_path,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
            capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        first = re.search(rf"\b{exercise['functions'][0]}\b.*", done.stdout)
        assert first
        assert "아직 작성하지 않았어요." in first[0]
        assert not _ENGLISH.search(first[0])


class TestWorkingCopies:
    def test_init_gives_the_stubs_of_the_language_spoken(self, copied, tmp_path):
        for file in (*(exercise["file"] for exercise in EXERCISES), _MNIST):
            assert (copied / "exercises" / file).read_bytes() == (KOREAN / file).read_bytes()
        working_copy(tmp_path, "--lang", "en")
        english = (ROOT / "exercises" / _FIRST).read_bytes()
        assert (tmp_path / "exercises" / _FIRST).read_bytes() == english

    def test_a_copy_in_another_language_is_never_overwritten(self, tmp_path):
        working_copy(tmp_path, "--lang", "en")
        assert "1개" not in working_copy(tmp_path).words.split("exercises:")[1].split(",")[0]
        assert (tmp_path / "exercises" / _FIRST).read_bytes() == (ROOT / "exercises" / _FIRST).read_bytes()

    def test_init_names_the_task_texts_of_its_language(self, tmp_path):
        assert "exercises/README.ko.md" in working_copy(tmp_path, "--lang=ko").words
        english = working_copy(tmp_path, "--lang=en").words
        assert "exercises/README.md" in english
        assert "README.ko.md" not in english

    def test_a_fresh_copy_scores_nothing_and_every_check_says_not_implemented(self, copied):
        told = grade("exercise1", "--json", cwd=copied)
        assert told.json["points"] == 0
        assert {check["outcome"] for check in told.json["checks"]} == {"not_implemented"}
        assert_no_fault_of_ours(told)

    @pytest.mark.parametrize("language", ["en", "ko"])
    @pytest.mark.parametrize("made_in", ["en", "ko"])
    def test_a_fresh_copy_is_not_begun_in_whichever_language(self, tmp_path, made_in, language):
        working_copy(tmp_path, "--lang", made_in)
        told = grade("--lang", language, cwd=tmp_path)
        assert told.out.count({"en": "not begun", "ko": "시작하지 않음"}[language]) == len(EXERCISES)


class TestReset:
    def test_it_puts_back_the_stub_of_the_language_spoken(self, tmp_path):
        working_copy(tmp_path)
        mine = tmp_path / "exercises" / _FIRST
        for language, folder in (("ko", KOREAN), ("en", ROOT / "exercises")):
            mine.write_text("mine = 1\n", encoding="utf-8")
            assert grade("reset", "exercise1", "--yes", "--lang", language, cwd=tmp_path).code == 0
            assert mine.read_bytes() == (folder / _FIRST).read_bytes()

    def test_an_untouched_stub_of_the_other_language_is_replaced_without_a_question_or_a_backup(self, tmp_path):
        working_copy(tmp_path, "--lang", "en")
        told = grade("reset", "exercise1", "--lang", "ko", cwd=tmp_path)
        assert (told.code, told.err) == (0, "")
        assert (tmp_path / "exercises" / _FIRST).read_bytes() == (KOREAN / _FIRST).read_bytes()
        assert list((tmp_path / "exercises").glob("*.bak")) == []
        again = grade("reset", "exercise1", "--lang", "ko", cwd=tmp_path)
        assert "되돌릴 것이 없어요" in again.words


class TestCourse:
    @pytest.fixture(autouse=True)
    def english_again(self):
        yield
        speak("en")

    def test_the_stub_is_that_of_the_language_asked_for_or_spoken(self):
        assert COURSE.handed_out(_FIRST) == ROOT / "exercises" / _FIRST
        assert COURSE.handed_out(_FIRST, "ko") == KOREAN / _FIRST
        speak("ko")
        assert COURSE.handed_out(_FIRST) == KOREAN / _FIRST
        assert COURSE.handed_out("mnist.py") == KOREAN / "mnist.py"
        assert COURSE.handed_out("data") == ROOT / "exercises" / "data"

    def test_a_course_in_one_language_has_one_stub_and_may_have_no_texts(self, tmp_path):
        shutil.copytree(ROOT / "tests" / "tiny_course", tmp_path / "tiny")
        tiny = load_course(tmp_path / "tiny")
        speak("ko")
        (exercise,) = tiny.exercises[:1]
        assert tiny.stubs_of(exercise) == (tiny.stubs / exercise.file,)
        assert tiny.text_in() is None
        (tiny.stubs / "README.md").write_text("# Tasks\n", encoding="utf-8")
        assert tiny.text_in() == tiny.stubs / "README.md"
