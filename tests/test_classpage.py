"""The report of a class: one page that needs nothing else, in which no name and no message can do anything but be read."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from helpers.browser import WIDTHS, assert_sound, opened
from helpers.command import ROOT
from helpers.gradebook import NAMES, entry, gradebook, invented, report, student
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.classroom.records import Gradebook
from grader.classroom.similar import Pair
from grader.course import load_course
from grader.language import speak
from grader.report.classfacts import bins, mistakes, notices, rates, shares, summaries
from grader.report.classpage import class_page
from grader.results import Diagnosis, Isolation

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}</style></script>&amp;\u202e\x1b[2J"
PAIR = Pair("exercise1", "s000", "s001", 0.5, ("a = 1\nb = 2", "c = 3"), (frozenset({2}), frozenset({1})))


class Page(HTMLParser):
    """The elements of a page, each closed as it must be, and its text; `prose` is that outside of code."""

    VOID = ("meta", "br", "input", "img", "link", "use")

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.texts, self.prose, self.open = [], [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] not in ("script", "style"):
            self.texts.append(data)
            if not {"code", "pre"} & set(self.open):
                self.prose.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.texts).split())


def evil_book():
    """Whatever a name, a message, a note or a reason can hold."""
    one = replace(student(1, EVIL), key=EVIL)
    graded = invented(EVIL, title=f"softmax: {EVIL}", call=EVIL, got=EVIL, expected=EVIL)
    entries = (
        entry(one, graded, remark=EVIL, file=EVIL, host=EVIL),
        entry(one, None, note=EVIL, exercise="exercise2"),
    )
    return Gradebook(EVIL, EVIL, 1, (one,), ("exercise1", "exercise2"), entries)


# ------------------------------------------------------------------------------------------------------------
# What a class has in common
# ------------------------------------------------------------------------------------------------------------


def test_each_exercise_in_numbers():
    first, second = summaries(gradebook())
    assert (first.handed_in, first.done, first.late, first.max_points) == (8, 2, 1, 20)
    assert first.mean == pytest.approx((12 + 20 + 12.8 + 0 + 12.5 + 0 + 12 + 20) / 8)
    assert first.middle == pytest.approx((12 + 12.5) / 2)
    assert (second.handed_in, second.done, second.mean) == (5, 5, 20)


def test_the_points_lie_in_tenths():
    assert bins([0.0, 0.099, 0.1, 0.95, 1.0]) == (2, 1, 0, 0, 0, 0, 0, 0, 0, 2)
    assert sum(bins(shares(gradebook(), "exercise2"))) == 5  # who handed in nothing is not counted


def test_each_check_has_its_rate():
    found = {rate.title: (rate.passed, rate.graded) for rate in rates(gradebook())}
    assert found["softmax: each row of a batch is a sample of its own"] == (3, 7)
    assert found["sigmoid: right for numbers between -1 and 2"] == (4, 7)


def test_mistakes_come_by_frequency_with_who_made_them():
    first, second = mistakes(gradebook())
    assert (first.function, [one.key for one in first.students]) == ("softmax", ["s000", "s006"])
    assert (second.function, [one.key for one in second.students]) == ("sigmoid", ["s002"])
    assert "axis=-1" in first.text


def test_what_is_worth_a_look():
    found = [(one.student.key, one.why) for one in notices(gradebook())]
    assert ("s004", "crashed") in found
    assert any(key == "s005" and "SyntaxError" in why for key, why in found)
    students = [student(n, f"N{n}") for n in range(9)]
    graded = [replace(report("right"), seconds=60.0 if n == 3 else 0.5) for n in range(9)]
    graded[4] = replace(graded[4], isolation=Isolation.PARTIAL)
    entries = tuple(entry(one, result) for one, result in zip(students, graded, strict=True))
    found = notices(Gradebook("", "", 1, tuple(students), ("exercise1",), entries))
    assert [(one.student.key, one.seconds) for one in found] == [("s004", None), ("s003", 60.0)]


def test_what_was_handed_in_and_not_graded_is_no_absence():
    ada, bob = student(1, "Ada"), student(2, "Bob")
    unclear = entry(ada, None, file="ada/a.py, ada/b.py", note="There are 2 files.")
    book = Gradebook("", "", 1, (ada, bob), ("exercise1",), (unclear, entry(bob, None)))
    assert [(one.student.key, one.why) for one in notices(book)] == [("s001", "There are 2 files.")]
    assert summaries(book)[0].handed_in == 1
    assert re.search(r"handed in nothing\s*</dt>\s*<dd>1<", class_page(book))


# ------------------------------------------------------------------------------------------------------------
# The page
# ------------------------------------------------------------------------------------------------------------


def test_the_page_tells_everything():
    page = Page(class_page(gradebook(), [PAIR]))
    assert "One sample has only one axis, and axis=1 does not exist there." in page.text
    assert "softmax(np.array([0.3, 2.9, 4.0]))" in page.text
    assert "The mark was set by hand: The machine crashed, the code is fine." in page.text
    assert "1.5 days late: 16 points were earned, 12.8 count" in page.text
    assert "no file was handed in" in page.text
    assert "A hint where to look, and nothing more" in page.text
    assert page.tags.count("tr") > len(NAMES)
    assert "Similar" not in Page(class_page(gradebook())).text


def test_nothing_is_fetched_and_only_our_own_script_runs():
    page = Page(class_page(evil_book(), [replace(PAIR, first=EVIL, second=EVIL, texts=(EVIL, EVIL))]))
    assert page.tags.count("script") == 1
    assert not [tag for tag in page.tags if tag in ("img", "link", "iframe", "object", "base", "form")]
    addresses = [value for _tag, name, value in page.attributes if name in ("href", "src", "action", "xlink:href")]
    assert addresses
    assert all(value.startswith("#") for value in addresses)
    assert not [name for _tag, name, _value in page.attributes if name.startswith("on")]
    assert "alert(1)" in page.text  # it is there, to be read
    assert "49" not in page.text  # and not to be evaluated
    assert "\u202e" not in page.text
    assert "\x1b" not in page.text


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=40), st.text(max_size=80))
def test_any_name_and_any_message_make_a_page(name, message):
    one = replace(student(1, name), key=f"k{name}")
    graded = invented(message, title=message or "x", got=message)
    book = Gradebook(name, "", 1, (one,), ("exercise1",), (entry(one, graded),))
    tags = Page(class_page(book)).tags
    assert (tags.count("script"), tags.count("img"), tags.count("h1")) == (1, 0, 1)


def test_the_page_speaks_korean():
    speak("ko")
    try:
        load_course(ROOT)
        page = Page(class_page(gradebook(), [PAIR]))
    finally:
        speak("en")
    assert ("html", "lang", "ko") in page.attributes
    # What a class has brought along: names, ids and titles of its own, and notes in the language of their day.
    brought = {*NAMES, "O'Neil", "exercise1", "exercise2", "Neural networks", "Shapes", "no file was handed in"}
    seen = {" ".join(text.split()) for text in page.prose} | {
        value for _tag, name, value in page.attributes if name in ("aria-label", "placeholder", "data-words")
    }
    english = {text for text in seen if re.search("[A-Za-z]{4}", text) and not re.search("[가-힣]", text)}
    assert {text for text in english if not any(known in text for known in brought)} == set()


def test_the_checks_stand_in_the_order_of_the_course():
    one, exercises = student(1, "Ada"), ("exercise1", "exercise2", "exercise10")
    entries = tuple(entry(one, replace(report("right"), exercise=name)) for name in exercises)
    text = class_page(Gradebook("", "", 1, (one,), exercises, entries))
    checks = text[text.index('<section id="checks">') : text.index('<section id="look">')]
    assert re.findall(r"<summary>(\w+)", checks) == list(exercises)


def test_a_file_that_is_not_graded_yet_is_worth_a_look():
    one = student(1, "Ada")
    book = Gradebook("", "", 1, (one,), ("exercise1",), (entry(one, None, note="", file="a.py"),))
    assert [notice.why for notice in notices(book)] == ["has not been graded"]
    speak("ko")
    try:
        assert "Project-Id-Version" not in class_page(book)  # gettext's answer to an empty sentence
    finally:
        speak("en")


def test_rare_mistakes_are_folded_away():
    one = student(1, "Ada")
    checks = [
        invented("no", title=f"f{n}: x", diagnosis=Diagnosis(f"d{n}", f"Mistake {n}.")).checks[0] for n in range(25)
    ]
    graded = replace(report("stub"), checks=tuple(checks))
    text = class_page(Gradebook("", "", 1, (one,), ("exercise1",), (entry(one, graded),)))
    assert "5 mistakes more" in text
    assert text.count('class="mistakes"') == 2
    assert text.index("Mistake 19.") < text.index("5 mistakes more") < text.index("Mistake 20.")


def test_a_student_without_a_name_can_be_clicked():
    one = replace(student(1, ""), key="")
    text = class_page(Gradebook("", "", 1, (one,), ("exercise1",), (entry(one, report("right")),)))
    assert '<a href="#s0">–</a>' in text


def test_an_empty_class_has_a_page():
    assert "Nothing was graded." in Page(class_page(Gradebook("", "", 1, (), (), ()))).text


def test_three_hundred_students_and_ten_exercises_fit_into_one_page():
    students = [student(n, f"Student {n}") for n in range(300)]
    kinds = [report(name) for name in ("wrong", "sign", "stub", "right", "shapes")]
    exercises = tuple(f"exercise{n}" for n in range(1, 11))
    entries = tuple(
        entry(one, replace(kinds[(number + place) % 5], exercise=exercise))
        for number, one in enumerate(students)
        for place, exercise in enumerate(exercises)
    )
    size = len(class_page(Gradebook("Big", "", 1, tuple(students), exercises, entries)).encode())
    assert size < 8_000_000


# ------------------------------------------------------------------------------------------------------------
# In a browser
# ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path):
    """The page of a class in a file."""
    path = tmp_path / "report.html"
    path.write_text(class_page(gradebook(), [PAIR]), encoding="utf-8")
    return path


def names(page):
    return page.locator("#class tbody tr:visible td:first-child").all_inner_texts()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dark", [False, True])
def test_the_page_is_sound_on_a_desk_and_on_a_phone(browser, file, width, dark):
    with opened(browser, file, width=width, dark=dark) as window:
        assert_sound(window)
        small = "[...document.querySelectorAll('main p, main td')].filter(e => parseFloat(getComputedStyle(e).fontSize) < 13)"
        assert window.page.evaluate(f"{small}.length") == 0


def test_the_table_is_sorted_by_its_buttons_and_by_the_keyboard(browser, file):
    with opened(browser, file) as window:
        page = window.page
        total = page.locator("#class th button", has_text="Total")
        total.click()
        marks = [float(text) for text in page.locator("#class tbody td:nth-child(3)").all_inner_texts()]
        assert marks == sorted(marks, reverse=True)
        assert page.locator("#class th[aria-sort=descending]").inner_text().strip() == "Total"
        page.keyboard.press("Enter")
        marks = [float(text) for text in page.locator("#class tbody td:nth-child(3)").all_inner_texts()]
        assert marks == sorted(marks)
        page.locator("#class th button", has_text="exercise2").click()
        cells = page.locator("#class tbody td:nth-child(5)").all_inner_texts()
        assert cells[-3:] == ["–"] * 3  # what is not there is neither large nor small
        page.locator("#class th button", has_text="Name").press("Space")
        assert names(page)[-1] == "김철수"
        assert window.complaints == []


def test_the_search_filters_the_table_and_the_sections(browser, file):
    with opened(browser, file) as window:
        page = window.page
        page.locator("#search").fill("ada")
        assert names(page) == ["Ada Lovelace"]
        assert page.locator(".students > details:visible").count() == 1
        assert page.locator("#count").inner_text() == "1 of 8 shown"
        page.locator("#search").fill("late 철수")
        assert page.locator("#class tbody tr:visible td:nth-child(2)").all_inner_texts() == ["s002"]
        page.locator("#search").fill("nobody")
        assert names(page) == []
        page.locator("#search").fill("")
        assert len(names(page)) == 8


def test_a_name_leads_to_what_that_student_saw(browser, file):
    with opened(browser, file) as window:
        page = window.page
        page.locator("#class a", has_text="Ada").click()
        section = page.locator("#s0")
        assert section.get_attribute("open") is not None
        assert section.locator("pre").first.is_visible()
        section.locator("summary").click()
        page.locator("#class a", has_text="Ada").click()
        assert section.get_attribute("open") is not None


def test_print_leaves_out_what_is_for_the_hand(browser, file):
    with opened(browser, file) as window:
        page = window.page
        page.locator("#s0 summary").click()
        page.emulate_media(media="print")
        assert not page.locator("nav").is_visible()
        assert not page.locator("#search").is_visible()
        assert page.locator("#s0 pre").first.is_visible()
        assert not page.locator("#s1").is_visible()


@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_name_and_an_id_of_any_length_leave_the_marks_in_sight(browser, tmp_path, media):
    one = replace(student(1, "a" * 200), key="b" * 200)
    path = tmp_path / "long.html"
    path.write_text(class_page(Gradebook("", "", 1, (one,), ("exercise1",), (entry(one, report("right")),))))
    with opened(browser, path) as window:
        window.page.emulate_media(media=media)
        box = window.page.locator("#class tbody td").nth(3).bounding_box()
        assert box["x"] + box["width"] < 1280


def test_no_name_runs_in_a_browser(browser, tmp_path):
    path = tmp_path / "evil.html"
    path.write_text(class_page(evil_book()), encoding="utf-8")
    with opened(browser, path) as window:
        window.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        assert_sound(window)
        assert re.search(r"alert\(1\)", names(window.page)[0])
