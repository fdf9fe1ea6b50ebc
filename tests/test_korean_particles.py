"""Korean particles fit the values that a sentence is filled with."""

import pytest
from helpers.command import grade
from hypothesis import given
from hypothesis import strategies as st

from grader.korean import Sentence, particle_behind
from grader.language import _, language, ngettext, speak

SYLLABLES = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))


@pytest.fixture
def korean():
    before = language()
    speak("ko")
    yield
    speak(before)


@pytest.mark.parametrize(
    ("word", "topic", "subject", "thing", "along", "towards", "called"),
    [
        ("김민준", "은", "이", "을", "과", "으로", "이"),
        ("이서아", "는", "가", "를", "와", "로", ""),
        ("서울", "은", "이", "을", "과", "로", "이"),  # behind ㄹ it is 로
        ("exercise1", "은", "이", "을", "과", "로", "이"),  # 일
        ("exercise2", "는", "가", "를", "와", "로", ""),  # 이
        ("exercise3", "은", "이", "을", "과", "으로", "이"),  # 삼
        ("exercise10", "은", "이", "을", "과", "으로", "이"),  # 십, or 영
    ],
)
def test_hangul_and_digits_have_one_right_form(word, topic, subject, thing, along, towards, called):
    sentence = Sentence("{w}은(는) {w}이(가) {w}을(를) {w}와(과) {w}과(와) {w}(으)로 {w}(이)라는")
    forms = (topic, subject, thing, along, along, towards, f"{called}라는")
    assert sentence.format(w=word) == " ".join(word + form for form in forms)


@pytest.mark.parametrize("word", ["softmax", "a.py", "", "강의(월)", "ㅋㅋ", "?"])
def test_where_the_reading_is_not_known_both_forms_stay(word):
    assert Sentence("{w}은(는), {w}(으)로").format(w=word) == f"{word}은(는), {word}(으)로"


def test_a_closing_mark_and_a_format_may_stand_between():
    assert Sentence("“{a}”은(는) `{b}`이(가) {c:.1f}을(를)").format(a="답", b="x2", c=2.04) == "“답”은 `x2`가 2.0을"


def test_a_value_that_looks_like_a_particle_is_left_as_it_is():
    assert Sentence("{a}을(를)").format(a="{b}은(는) 답") == "{b}은(는) 답을"


@given(SYLLABLES)
def test_the_final_consonant_of_every_syllable_decides(letter):
    final = (ord(letter) - 0xAC00) % 28  # The Unicode Standard, 3.12: T index of a precomposed syllable
    assert particle_behind(letter, "은(는)") == ("은" if final else "는")
    assert particle_behind(letter, "(으)로") == ("로" if final in (0, 8) else "으로")


@given(st.text(), st.text())
def test_nothing_else_of_the_sentence_changes(before, value):
    before = before.replace("{", "{{").replace("}", "}}")
    assert Sentence(before + "{v} 다").format(v=value) == (before + "{v} 다").format(v=value)


def test_what_the_engine_says_fits(korean):
    assert isinstance(_("{name} is empty."), Sentence)
    assert isinstance(ngettext("{number} file", "{number} files", 2), str)
    assert type(_("{name} is empty.").format(name="a")) is str


def test_a_file_named_in_hangul_is_told_of_in_good_korean(tmp_path):
    (tmp_path / "과제").mkdir()
    told = grade("exercise1", "--file", "과제", "--lang", "ko", cwd=tmp_path)
    assert "과제는 Python 파일이 아니라 폴더예요." in told.out
