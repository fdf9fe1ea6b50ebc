"""The pages of `grade show` in a real browser: wide and narrow, in light and in dark, looked at as their readers do.

NEURALINGS_SCREENSHOTS=FOLDER keeps a picture of each, for people to look at.
"""

import os
from pathlib import Path

import pytest
from helpers.browser import WIDTHS, assert_sound, opened
from helpers.pictures import COURSE, DRAWN

from grader.language import speak
from grader.pictures.page import Heading, page_of
from grader.pictures.panels import Chart, Images, Words, expected, given, image, yours

# How large letters are drawn, be they upright or turned, and whether all of each lies inside of its picture.
LETTERS = """
[...document.querySelectorAll('figure > svg text')].map(text => {
  const box = text.getBoundingClientRect(), around = text.closest('svg').getBoundingClientRect();
  const inside = box.left >= around.left - 1 && box.right <= around.right + 1 && box.bottom <= around.bottom + 1;
  return [Math.max(box.width, box.height), inside];
})
"""
INSIDE = """
[...document.querySelectorAll('figure > *')].every(
  part => part.getBoundingClientRect().right <= part.parentElement.getBoundingClientRect().right + 1)
"""
LEFT_EDGES = "[...document.querySelectorAll('figure')].map(figure => Math.round(figure.getBoundingClientRect().x))"
PAPER_AND_INK = """
[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('figure > svg text')).fill]
"""
PAGES = [*((name, "reference") for name in DRAWN), ("exercise1", "wrong"), ("exercise10", "wrong")]
# Enough for what does not depend on what is drawn.
X = [x / 10 for x in range(20)]
SOME = (Chart((yours(X, X), expected(X, X), given(X, X[::-1], "a third")), "x", "a label", "relu: x", "A note."),)


@pytest.fixture
def written(tmp_path):
    """Write the page of these panels; its path."""

    def write(panels, name="exercise1"):
        exercise = COURSE.exercise(name)
        path = tmp_path / f"{name}.html"
        heading = Heading(name, exercise.title, f"exercises/{exercise.file}", f"grade show {name}")
        path.write_text(page_of(heading, panels), encoding="utf-8")
        return path

    return write


def keep(window, name, width, dark):
    folder = os.environ.get("NEURALINGS_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        window.picture(Path(folder) / f"{name}_{width}{'_dark' if dark else ''}.png")


def assert_drawn(window, panels, width):
    page = window.page
    assert page.locator("figure").count() == len(panels)
    charts = [panel for panel in panels if isinstance(panel, Chart)]
    assert page.locator("figure > svg[role=img]").count() == len(charts)
    assert page.evaluate(INSIDE)
    letters = page.evaluate(LETTERS)
    assert len(letters) > 4 * len(charts)
    assert min((height for height, _inside in letters), default=9) >= 9
    assert all(inside for _height, inside in letters)
    columns = set(page.evaluate(LEFT_EDGES))
    assert len(columns) == 1 if width < 600 else len(columns) <= 2


@pytest.mark.parametrize(("name", "kind"), PAGES)
def test_the_page_of_each_exercise(name, kind, album, browser, written):
    panels = album(name, kind)
    path = written(panels, name)
    with opened(browser, path) as window:
        for width, dark in [(width, False) for width in WIDTHS] + [(1280, True)]:
            window.becomes(width=width, dark=dark)
            assert_sound(window)
            assert_drawn(window, panels, width)
            keep(window, f"{name}_{kind}", width, dark)


def test_light_and_dark_differ_in_paper_and_in_ink(browser, written):
    seen = {}
    with opened(browser, written(SOME)) as window:
        for dark in (False, True):
            window.becomes(width=1280, dark=dark)
            paper, ink = window.page.evaluate(PAPER_AND_INK)
            seen[dark] = [sum(map(int, colour[4:-1].split(","))) for colour in (paper, ink)]
    assert seen[False][0] > 700 > 350 > seen[False][1]
    assert seen[True][0] < 100 < 450 < seen[True][1]


def test_the_numbers_open_and_scroll_inside_of_their_panel(browser, written):
    with opened(browser, written(SOME), width=390) as window:
        table = window.page.locator("table").first
        assert not table.is_visible()
        window.page.locator("summary").first.click()
        assert table.is_visible()
        assert table.locator("tbody tr").count() == 13
        assert_sound(window)


def test_a_key_without_a_mouse(browser, written):
    with opened(browser, written(SOME)) as window:
        window.page.keyboard.press("Tab")
        window.page.keyboard.press("Enter")
        assert window.page.locator("details[open]").count() == 1


def test_long_words_of_a_learner_stay_on_the_page_and_are_only_words(browser, written):
    evil = "<img src=x onerror=alert(1)> & " + "endless" * 60
    ink = [[0.0] * 28] * 28
    flat = [pixel for row in ink for pixel in row]
    panels = (
        Words(f"relu raised an exception: {evil}", f"relu: {evil}"),
        Chart((yours([0, 1], [0, 1], evil),), evil[:40], evil[:40], f"tanh: {evil}", evil),
        Images((image(flat, evil),), "shift: x", evil),
    )
    with opened(browser, written(panels)) as window:
        for width in WIDTHS:
            window.becomes(width=width)
            assert_sound(window)
            assert window.page.locator("img").count() == 1
            assert "<img src=x onerror=alert(1)> &" in window.page.inner_text("body")


@pytest.fixture
def korean():
    """This process speaks Korean meanwhile."""
    speak("ko")
    yield
    speak("en")


def test_a_korean_page_is_drawn_with_the_reader_s_letters(korean, browser, written):
    panels = (Chart((yours([0, 1], [0, 1]),), "에포크", "손실", "train: 에포크마다 줄어드는 손실", "손실이 줄어듭니다."),)
    with opened(browser, written(panels)) as window:
        for width in WIDTHS:
            window.becomes(width=width)
            assert_sound(window)
            assert_drawn(window, panels, width)
            assert window.page.evaluate("document.documentElement.lang") == "ko"
            assert "에포크" in window.page.locator("figure > svg").inner_html()
            keep(window, "korean", width, False)
