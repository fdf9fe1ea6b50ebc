"""English and Korean: nothing is missing in the catalogues, nothing of a sentence is lost, and the command speaks as asked."""

import ast
import gettext
import importlib.util
import io
import json
import re
import sys
from collections import Counter
from string import Formatter

import pytest
from helpers.command import ROOT, TINY_COURSE, assert_no_fault_of_ours, grade, working_copy
from rich.cells import cell_len

from grader.course import load_course
from grader.language import LANGUAGES, language, of_course, speak, speak_of, system_language, translated

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%(?:\(\w+\))?[rsd]")
_CODE = re.compile(r"`[^`]+`")
_NUMBER = re.compile(r"(?<![A-Za-z_\d])\d+(?:\.\d+)?")
# Four English words in a row are a sentence; a name, a path or a word of Keras in a Korean one is not.
_ENGLISH = re.compile(r"(?:\b[A-Za-z][A-Za-z’']* ){3}\b[A-Za-z]+\b")

STEP = """
import numpy as np


def step_function(x):
    return (np.asarray(x) > 0).astype(int)
"""
WRONG = """

def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def relu(x):
    return np.maximum(0, x)


def softmax(a):
    e = np.exp(a - np.max(a))
    return e / np.sum(e)
"""


def script():
    """`scripts/messages.py` as a module."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "scripts" / "messages.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["messages"] = module
    spec.loader.exec_module(module)
    return module


messages = script()
CATALOGUES = {
    "engine": (messages.ENGINE, messages.engine_messages),
    "course": (messages.COURSE, messages.course_messages),
}


@pytest.fixture(scope="module", params=CATALOGUES)
def catalogue(request):
    """What the .po file holds, and what engine or course say today."""
    path, collect = CATALOGUES[request.param]
    return messages.read_catalogue(path), collect(), path


@pytest.fixture(autouse=True)
def english_again():
    """No test leaves another language behind."""
    yield
    speak("en")


def pairs(catalog):
    """Every sentence beside its translation; a plural in each of its forms."""
    for message in catalog:
        if not message.id:
            continue
        for english in [message.id] if isinstance(message.id, str) else message.id:
            yield english, message.string if isinstance(message.string, str) else message.string[0]


def lost(catalog, pattern):
    """The translations that lack something of their English which fits the pattern."""
    wrong = []
    for english, korean in pairs(catalog):
        lacking = set(pattern.findall(english)) - set(pattern.findall(korean)) if korean else set()
        if lacking:
            wrong.append((sorted(lacking), english, korean))
    return wrong


class TestCatalogues:
    def test_every_sentence_is_in_it_and_no_other(self, catalogue):
        catalog, said, _ = catalogue
        held = {message.id if isinstance(message.id, str) else tuple(message.id) for message in catalog if message.id}
        assert held == set(said), "run scripts/messages.py"

    def test_every_sentence_is_translated(self, catalogue):
        catalog, _, _ = catalogue
        assert messages.untranslated(catalog) == []
        assert [message.id for message in catalog if message.fuzzy and message.id] == []

    def test_it_is_compiled(self, catalogue):
        catalog, _, path = catalogue
        compiled = gettext.GNUTranslations(io.BytesIO(path.with_suffix(".mo").read_bytes()))
        for message in catalog:
            if message.id and isinstance(message.id, str):
                assert compiled.gettext(message.id) == message.string
            elif message.id:
                for number in (0, 1, 2, 5):
                    assert compiled.ngettext(*message.id, number) == message.string[0]
        assert len(compiled._catalog) == len(catalog) + 1, "the compiled file holds more than the text"

    def test_korean_has_one_form_for_every_number(self, catalogue):
        catalog, _, _ = catalogue
        assert catalog.num_plurals == 1
        assert [message.id for message in catalog if message.pluralizable and len(message.string) != 1] == []

    def test_every_placeholder_stays(self, catalogue):
        catalog, _, _ = catalogue
        assert lost(catalog, _PLACEHOLDER) == []

    def test_no_placeholder_is_invented(self, catalogue):
        catalog, _, _ = catalogue
        invented = []
        for message in catalog:
            if message.id:
                english = message.id if isinstance(message.id, str) else " ".join(message.id)
                korean = message.string if isinstance(message.string, str) else message.string[0]
                if "{" in english and set(_PLACEHOLDER.findall(korean)) - set(_PLACEHOLDER.findall(english)):
                    invented.append((english, korean))
        assert invented == []

    def test_values_can_be_filled_in(self, catalogue):
        """A brace too many would be an exception where a learner should read a sentence."""
        catalog, _, _ = catalogue
        broken = []
        for english, korean in pairs(catalog):
            try:
                fields = {name for _, name, _, _ in Formatter().parse(english) if name}
            except ValueError:
                continue  # a brace that is one: this sentence has no values
            if fields and {name for _, name, _, _ in Formatter().parse(korean) if name} != fields:
                broken.append((english, korean))
        assert broken == []

    def test_code_stays_as_it_is(self, catalogue):
        catalog, _, _ = catalogue
        assert lost(catalog, _CODE) == []

    def test_numbers_stay(self, catalogue):
        catalog, _, _ = catalogue
        assert lost(catalog, _NUMBER) == []

    def test_spaces_at_the_ends_stay(self, catalogue):
        catalog, _, _ = catalogue
        ends = re.compile(r"^\s+|\s+$")
        assert [(e, k) for e, k in pairs(catalog) if k and ends.findall(e) != ends.findall(k)] == []

    def test_no_english_sentence_stands_for_its_translation(self, catalogue):
        catalog, _, _ = catalogue
        same = [
            english
            for english, korean in pairs(catalog)
            if english == korean and _ENGLISH.search(_CODE.sub("", english))
        ]
        assert same == []


def test_the_title_of_a_check_begins_with_its_function():
    speak("ko")
    course = load_course(ROOT)
    for exercise in course.exercises:
        for text in messages.texts_in(course.checks_of(exercise)):
            function = text.partition(":")[0]
            if function in exercise.functions and text.startswith(f"{function}: "):
                assert of_course(text).startswith(f"{function}: "), of_course(text)


def test_every_training_that_is_drawn_is_told_in_korean():
    """Its story is data of the course, which the collector of sentences does not read."""
    speak("ko")
    speak_of(ROOT)
    every = json.loads((ROOT / "exercises" / "data" / "curves.json").read_text(encoding="utf-8"))
    drawn = {training["diagnosis"]: training["story"] for training in reversed(every)}
    assert len(drawn) == 4
    assert [story for story in drawn.values() if of_course(story) == story] == []


def test_a_claim_keeps_its_values_behind_its_sentence(tmp_path):
    """An f-string would be another sentence for every value: the script refuses it."""
    path = tmp_path / "check_x.py"
    path.write_text(
        'def check_x(learner):\n    """f: x"""\n    claim(False, f"{learner} is wrong.")\n', encoding="utf-8"
    )
    with pytest.raises(SystemExit, match=r"check_x.py:3: values belong behind the sentence"):
        list(messages.texts_in(path))


def test_the_sentences_of_a_check_file(tmp_path):
    path = tmp_path / "check_x.py"
    path.write_text(
        "def helper(got, sentence):\n    claim(got, sentence)\n\n\n"
        'def check_x(learner):\n    """f: the title\n\n    More."""\n'
        '    claim(learner, "One {x}.", x=1)\n    assert learner, "Two."\n    helper(1, "Three.")\n'
        '    advice = N_("Four.")\n    claim(learner, "Five." if learner else "Six.")\n    claim(learner, advice)\n',
        encoding="utf-8",
    )
    assert Counter(messages.texts_in(path)) == Counter(
        ["f: the title", "One {x}.", "Two.", "Three.", "Four.", "Five.", "Six."]
    )


@pytest.mark.parametrize("path", sorted((ROOT / "grader").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentence_stands_inside_an_f_string(path):
    """The collector of sentences does not look into them, so that such a sentence would stay English."""
    calls = (
        call
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext")
    )
    assert [f"line {call.lineno}: {ast.unparse(call)}" for call in calls if isinstance(call.args[0], ast.Constant)] == []


def test_merging_takes_known_sentences_and_gives_the_others_back():
    catalog = messages.catalogue(ROOT / "no such file.po", {"One.": "here", ("{n} file", "{n} files"): "here"})
    assert messages.merge(catalog, {"One.": "하나.", "{n} file": "파일 {n}개", "Two.": "둘."}) == {"Two."}
    assert messages.untranslated(catalog) == []
    assert catalog.get(("{n} file", "{n} files")).string == ("파일 {n}개",)


class TestTheLanguageOfTheSystem:
    @pytest.mark.parametrize(
        ("variables", "spoken"),
        [
            ({}, "en"),
            ({"LANG": ""}, "en"),
            ({"LANG": "C"}, "en"),
            ({"LANG": "C.UTF-8"}, "en"),
            ({"LANG": "ko_KR.UTF-8"}, "ko"),
            ({"LANG": "ko"}, "ko"),
            ({"LANG": "ko_KR.eucKR"}, "ko"),
            ({"LANG": "en_GB.UTF-8"}, "en"),
            ({"LANG": "fr_FR.UTF-8"}, "en"),
            ({"LANG": "kok_IN"}, "en"),
            ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, "en"),
            ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, "ko"),
            ({"LC_ALL": "ko_KR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "ko"),
            ({"LANG": "en_US.UTF-8", "LANGUAGE": "ko"}, "ko"),
            ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "en:ko"}, "en"),
            ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "fr:ko:en"}, "ko"),
            ({"LANG": "C", "LANGUAGE": "ko"}, "en"),
        ],
    )
    def test_it_is_what_gettext_says(self, monkeypatch, variables, spoken):
        for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert system_language() == spoken
        speak(None)
        assert language() == spoken

    def test_a_sentence_of_another_process_is_known_by_its_template(self):
        speak("ko")
        templates = ("an array of shape {shape} is larger than {mib} MiB allow",)
        told = translated("an array of shape (3, 4) is larger than 64 MiB allow", templates)
        assert "(3, 4)" in told
        assert "64 MiB" in told
        assert not _ENGLISH.search(told)
        assert translated("Permission denied", templates) == "Permission denied"

    def test_a_course_without_a_catalogue_speaks_its_own_language(self):
        speak("ko")
        speak_of(TINY_COURSE)
        assert of_course("The answer must be the name of a station.") == "The answer must be the name of a station."
        assert of_course("") == ""


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A working copy whose softmax is wrong for a batch."""
    folder = working_copy(tmp_path_factory.mktemp("copy"))
    (folder / "exercises" / "exercise1_activations.py").write_text(STEP + WRONG, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def korean(copy):
    """The report of a wrong softmax, in Korean."""
    return grade("exercise1", "--lang", "ko", cwd=copy)


def prose(text):
    """The lines that are sentences: no code, no values, no commands."""
    for line in text.splitlines():
        if not re.match(r" *(호출|나온 값|나와야 할 값) |\s+\[|\s*grade ", line):
            yield _CODE.sub("", line)


class TestTheCommandInKorean:
    def test_the_report_is_in_korean(self, korean):
        assert korean.code == 1
        assert "샘플" in korean.words
        assert "softmax에서 틀린 것" in korean.words
        assert "keepdims=True" in korean.words
        assert [line for line in prose(korean.out) if _ENGLISH.search(line)] == []
        assert_no_fault_of_ours(korean)

    def test_values_line_up_behind_words_of_any_width(self, korean):
        fields = re.findall(r"^( +(?:호출|나온 값|나와야 할 값) +)\S", korean.out, re.MULTILINE)
        assert len(fields) == 3
        assert len({cell_len(field) for field in fields}) == 1

    @pytest.mark.parametrize("columns", [40, 80])
    def test_no_line_is_wider_than_the_terminal(self, copy, columns):
        told = grade("exercise1", "--lang", "ko", cwd=copy, env={"COLUMNS": str(columns)})
        wide = [line for line in told.out.splitlines() if cell_len(line) > columns]
        assert [line for line in wide if not line.lstrip().startswith("grade ")] == []

    def test_the_system_is_asked_where_lang_is_not_given(self, copy):
        told = grade("exercise1", cwd=copy, env={"LANG": "ko_KR.UTF-8"})
        assert "softmax에서 틀린 것" in told.words

    def test_lang_wins_over_the_system(self, copy):
        told = grade("exercise1", "--lang", "en", cwd=copy, env={"LANG": "ko_KR.UTF-8"})
        assert "What is wrong in softmax" in told.words

    def test_the_next_command_goes_on_in_the_same_language(self, copy, korean):
        assert "grade hint exercise1 --lang ko" in korean.words
        assert korean.words.endswith("grade exercise1 --lang ko")
        asked_by_nobody = grade("exercise1", cwd=copy, env={"LANG": "ko_KR.UTF-8"})
        assert asked_by_nobody.words.endswith("grade exercise1")

    def test_json_is_english_unless_it_is_asked_for(self, copy):
        english = grade("exercise1", "--json", cwd=copy, env={"LANG": "ko_KR.UTF-8"})
        korean = grade("exercise1", "--json", "--lang=ko", cwd=copy)
        assert english.json["title"] == "Activation functions"
        assert english.out.isascii()
        assert korean.out.isascii()
        assert korean.json["title"] == "활성화 함수"
        for ours, theirs in zip(english.json["checks"], korean.json["checks"], strict=True):
            assert {key: ours[key] for key in ("id", "outcome", "points")} == {
                key: theirs[key] for key in ("id", "outcome", "points")
            }
            if ours["diagnosis"]:
                assert ours["diagnosis"]["id"] == theirs["diagnosis"]["id"]
                assert ours["diagnosis"]["text"] != theirs["diagnosis"]["text"]

    def test_help_is_korean_and_fits(self, tmp_path):
        told = grade("--help", "--lang", "ko", cwd=tmp_path, env={"COLUMNS": "60"})
        assert told.code == 0
        assert "사용법:" in told.out
        options = told.out[told.out.index("옵션:") : told.out.index("명령:")]
        assert [line for line in options.splitlines() if cell_len(line) > 60] == []
        assert [line for line in prose(options) if _ENGLISH.search(line)] == []

    def test_what_a_command_does_is_wrapped_by_columns(self, tmp_path):
        told = grade("hint", "--help", "--lang", "ko", cwd=tmp_path, env={"COLUMNS": "60"})
        assert "부를 때마다 힌트를 하나씩 더" in told.words
        assert [line for line in told.out.splitlines() if cell_len(line) > 60] == []

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["exercise99"], "“exercise99”"),
            (["--nope"], "모르는 인수예요: --nope"),
            (["--seed"], "값이 하나 필요해요"),
            (["--seed", "-3"], "인수"),
            (["init", "a", "b"], "모르는 인수예요: b"),
        ],
    )
    def test_bad_words_are_told_in_the_language_asked_for(self, tmp_path, words, said):
        told = grade(*words, "--lang", "ko", cwd=tmp_path)
        assert told.code == 2
        assert said in told.errors
        assert "해 보기:" in told.errors
        assert not _ENGLISH.search(told.errors)


class TestLanguagesAndTerminalsThatDoNotGoTogether:
    @pytest.mark.parametrize("name", ["fr", "", "korean", "../ko"])
    def test_an_unknown_language_is_a_sentence(self, tmp_path, name):
        told = grade("--lang", name, cwd=tmp_path)
        assert told.code == 2
        assert ", ".join(LANGUAGES) in told.errors
        assert "grade --lang en" in told.errors

    def test_it_is_said_in_the_language_of_the_system(self, tmp_path):
        assert "아는 언어" in grade("--lang", "fr", cwd=tmp_path, env={"LANG": "ko_KR.UTF-8"}).errors

    def test_a_terminal_without_hangul_gets_english_and_why(self, copy):
        told = grade("exercise1", "--lang", "ko", cwd=copy, env={"PYTHONIOENCODING": "ascii"})
        assert "What is wrong in softmax" in told.words
        assert told.out.isascii()
        assert "ascii" in told.errors
        assert "English" in told.errors

    def test_the_c_locale_is_no_obstacle(self, copy):
        told = grade("exercise1", "--lang", "ko", cwd=copy, env={"LC_ALL": "C"})
        assert told.code == 1
        assert_no_fault_of_ours(told)
        assert "softmax에서 틀린 것" in told.words  # Python itself takes UTF-8 for this locale

    def test_a_korean_terminal_that_is_not_utf_8_gets_what_it_knows(self, copy, tmp_path):
        with (tmp_path / "out").open("wb") as stream:
            told = grade("exercise1", "--lang", "ko", cwd=copy, env={"PYTHONIOENCODING": "euc-kr"}, stdout=stream)
        assert told.code == 1
        text = (tmp_path / "out").read_bytes().decode("euc-kr")
        assert "softmax에서 틀린 것" in text
        assert "\\u" not in text
