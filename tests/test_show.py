"""`grade show`: pictures of what a submission's functions answer, in the terminal, as a page and as a PNG."""

import html.parser
import io
import os
import re
import shutil
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from helpers.command import GRADE, ROOT, TINY_COURSE, grade, working_copy
from helpers.pictures import COURSE, DRAWN, WRONG
from helpers.screen import Terminal
from PIL import Image
from rich.console import Console

from grader.checks import CheckFailed
from grader.errors import CourseError, UsageError
from grader.judge.grading import reference_of
from grader.pictures.album import _pictures_in, panels_of
from grader.pictures.looks import heights, leaves, round_steps
from grader.pictures.own import OwnPicture, own_picture
from grader.pictures.panels import Chart, Images, Of, Words, expected, given, image, numbers, redrawn, yours
from grader.pictures.terminal import show_panels
from grader.pictures.words import sentences_of, tables_of
from grader.worker.loading import share

FILE = "exercise1_activations.py"
MIXED = r'''
import numpy as np


def step_function(x):
    return (x >= 0).astype(int)


def sigmoid(x):
    return 1 / (1 + np.exp(-2 * x))


def relu(x):
    raise ValueError("<script>alert(1)</script> & \x1b[31mred 한국어")


def softmax(a):
    if a[0] > 1000:
        import os

        os._exit(3)
    e = np.exp(a)
    return e / e.sum()
'''
YOURS, EXPECTED = (26, 91, 184), (246, 199, 127)


class Page(html.parser.HTMLParser):
    """A parsed page: its text, its tables, whatever it would fetch, and whether each element ends where it should."""

    EMPTY = ("meta", "img", "path", "use", "rect", "circle", "clippath")

    def __init__(self, path):
        super().__init__()
        self.text, self.tables, self.fetched, self.attributes, self.open = "", [], [], [], []
        self.source = path.read_text(encoding="utf-8")
        self.feed(self.source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.attributes.append((tag, dict(attributes)))
        self.fetched += [value for name, value in attributes if name in ("src", "href", "srcset", "action", "data")]
        if tag not in self.EMPTY or (tag == "clippath"):
            self.open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_startendtag(self, tag, attributes):
        self.attributes.append((tag, dict(attributes)))
        self.fetched += [value for name, value in attributes if name in ("src", "href")]

    def handle_endtag(self, tag):
        if tag not in self.EMPTY or tag == "clippath":
            assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in ("td", "th"):
            self.tables[-1][-1][-1] += data
        elif not self.open or self.open[-1] not in ("style", "script"):
            self.text += data


@pytest.fixture
def here(tmp_path):
    """A working copy."""
    return working_copy(tmp_path)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A working copy with right, wrong, raising and endless functions, and what `grade show` said of it."""
    folder = working_copy(tmp_path_factory.mktemp("mixed"))
    (folder / "exercises" / FILE).write_text(MIXED, encoding="utf-8")
    return folder, grade("show", "exercise1", cwd=folder)


# ------------------------------------------------------------------------------------------------------------
# What is shown
# ------------------------------------------------------------------------------------------------------------


def test_every_function_gets_its_picture_or_its_sentence(mixed):
    folder, ended = mixed
    assert (ended.code, ended.err) == (0, "")
    assert "step_function: off up to 0, on above it Yours differs at 1 of 241 places: at x = 0 it is 1 instead of 0." in ended.words
    assert "sigmoid: a smooth step from 0 to 1 Yours differs at" in ended.words
    assert r"relu raised an exception: ValueError: <script>alert(1)</script> & \x1b[31mred 한국어" in ended.words
    assert "line 14, in relu" in ended.words
    assert "softmax did not answer: " in ended.words
    assert ended.out.endswith("pictures/exercise1.png\n")
    assert "3 pictures. Open the page in a browser:\n  pictures/exercise1.html\n" in ended.out
    assert sorted(path.name for path in (folder / "pictures").iterdir()) == ["exercise1.html", "exercise1.png"]


def test_the_page_holds_all_that_it_needs(mixed):
    page = Page(mixed[0] / "pictures" / "exercise1.html")
    assert [value for value in page.fetched if not value.startswith(("#", "data:image/png;base64,"))] == []
    assert not re.search(r"https?:|<script|@import|url\((?!#)", page.source)
    assert ("html", {"lang": "en"}) in page.attributes
    assert "<script>alert(1)</script> & \\x1b[31mred 한국어" in page.text
    svgs = [attributes for tag, attributes in page.attributes if tag == "svg" and attributes.get("role") == "img"]
    assert len(svgs) == 3
    assert all(svg["aria-label"] for svg in svgs)
    ids = [attributes["id"] for _tag, attributes in page.attributes if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_numbers_on_the_page_are_those_that_the_function_returned(mixed):
    page = Page(mixed[0] / "pictures" / "exercise1.html")
    table = page.tables[1]
    assert table[0] == ["x", "yours", "expected"]
    assert len(table) == 14
    for x, mine, right in (map(float, row) for row in table[1:]):
        assert mine == pytest.approx(1 / (1 + np.exp(-2 * x)), rel=1e-3)
        assert right == pytest.approx(1 / (1 + np.exp(-x)), rel=1e-3)


def test_the_png_shows_both_curves(mixed):
    with Image.open(mixed[0] / "pictures" / "exercise1.png") as picture:
        picture.load()
        assert picture.format == "PNG"
        colours = picture.convert("RGB").getcolors(1 << 24)
    count = {colour: number for number, colour in colours}
    assert count[YOURS] > 500
    assert count[EXPECTED] > 500
    assert count[(255, 255, 255)] > sum(count.values()) / 2


def test_one_run_is_like_another(mixed):
    folder, _ended = mixed
    assert grade("show", "1", "--out", "again", cwd=folder).code == 0
    for name in ("exercise1.html", "exercise1.png"):
        one, two = ((folder / out / name).read_bytes() for out in ("pictures", "again"))
        assert one == two.replace(b" --out again", b"")


@pytest.mark.parametrize("name", ["exercise4", "exercise5", "exercise10"])
def test_pictures_of_digits_of_models_and_of_drawings(name, tmp_path):
    ended = grade("show", name, "--solutions", cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert "Yours is where it is expected." in ended.out
    page = Page(tmp_path / "pictures" / f"{name}.html")
    images = [attributes for tag, attributes in page.attributes if tag == "img"]
    assert all(image["alt"] and image["src"].startswith("data:image/png;base64,") for image in images)
    assert len(images) == {"exercise4": 16, "exercise5": 0, "exercise10": 39}[name]
    assert ("<code>grade show exercise10 --picture FILE</code>" in page.source) is (name == "exercise10")
    with Image.open(tmp_path / "pictures" / f"{name}.png") as picture:
        assert len(picture.convert("RGB").getcolors(1 << 24)) > 2


# ------------------------------------------------------------------------------------------------------------
# A picture of the learner's own
# ------------------------------------------------------------------------------------------------------------


def test_an_own_picture_is_shown_instead_of_the_courses(tmp_path):
    drawing = "my 7 <b>.jpg"
    shutil.copy(ROOT / "exercises" / "data" / "drawings" / "5_grey.jpg", tmp_path / drawing)
    ended = grade("show", "exercise10", "--solutions", "--picture", drawing, cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert f"load_digit: how sure the network is of {drawing}" in ended.words
    assert "the drawing · your 28 × 28 pixels · the reference's" in ended.words
    assert "Yours is where it is expected. It reads a 5 from your pixels, and a 5 from the reference's." in ended.words
    page = Page(tmp_path / "pictures" / "exercise10.html")
    assert [attributes["alt"] for tag, attributes in page.attributes if tag == "img"] == [
        *("the drawing", "your 28 × 28 pixels", "the reference's"),
        "read as 5",
    ]
    assert f"grade show exercise10 --solutions --picture '{drawing}'" in page.text


def test_an_exercise_that_reads_no_pictures_says_so(tmp_path):
    shutil.copy(ROOT / "exercises" / "data" / "drawings" / "5_grey.jpg", tmp_path / "5.jpg")
    ended = grade("show", "1", "--solutions", "--picture", "5.jpg", cwd=tmp_path)
    assert ended.code == 2
    assert ended.err.endswith("with yours.\nTry:  grade show exercise1\n")
    ended = grade("show", "10", "--solutions", "--picture", "none.png", cwd=tmp_path)
    assert ended.err == "There is no picture none.png.\nTry:  grade show exercise10 --solutions --picture PICTURE\n"


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "There is no picture .*mine.png"),
        (lambda path: path.mkdir(), "mine.png is a folder"),
        (lambda path: os.mkfifo(path), "mine.png is not a regular file"),
        (lambda path: path.symlink_to(path), "mine.png is a link"),
        (lambda path: path.write_bytes(b""), "mine.png is no picture that can be read. Save your drawing as PNG or JPEG."),
        (lambda path: path.write_bytes(png_bytes()[:500]), "mine.png is no picture"),
        (lambda path: Image.new("L", (9, 9)).save(path, format="GIF"), "mine.png is no picture"),
        (lambda path: Image.new("1", (10_000, 10_000)).save(path), "mine.png has too many pixels"),
        (lambda path: (path.touch(), os.truncate(path, 33 << 20)), "33 MiB large, and at most 32 MiB"),
    ],
)
def test_what_is_no_picture_is_told_in_a_sentence(make, sentence, tmp_path):
    make(tmp_path / "mine.png")
    with pytest.raises(UsageError, match=sentence) as told, own_picture(tmp_path / "mine.png", "grade show"):
        pass
    assert told.value.next_command == "grade show"


def test_a_copy_is_read_under_a_plain_name_and_is_gone_afterwards(tmp_path):
    mine = tmp_path / "é\n 7.PNG"
    data = png_bytes()
    mine.write_bytes(data)
    with own_picture(mine, "grade show") as own:
        copy = Path(own.path)
        assert (copy.name, own.name, copy.read_bytes()) == ("picture.png", mine.name, data)
    assert not copy.parent.exists()


def png_bytes():
    data = io.BytesIO()
    Image.effect_noise((60, 60), 80).save(data, format="PNG")
    return data.getvalue()


def stroke(mode, paper, ink):
    picture = Image.new(mode, (60, 90), paper)
    picture.paste(ink, (27, 10, 33, 80))
    return picture


@pytest.mark.parametrize(
    ("picture", "ink", "note"),
    [
        (stroke("L", 255, 0), (0.05, 0.1), ""),
        (stroke("RGBA", (0, 0, 0, 0), (0, 0, 0, 255)), (0.05, 0.1), ""),
        (stroke("I;16", 65535, 0), (0.05, 0.1), ""),
        (stroke("L", 0, 255), (0.5, 0.7), "Is it white on black?"),
        (stroke("L", 255, 250), (0.0, 0.01), "Nothing in it is dark enough."),
    ],
)
def test_an_own_picture_is_shown_as_it_was_drawn(picture, ink, note, tmp_path):
    share(COURSE.shared_paths())
    exercise = COURSE.exercise("exercise10")
    reference = reference_of(COURSE, exercise)()
    picture.save(tmp_path / "mine.png")
    draw = _pictures_in(COURSE.pictures_of(exercise))["picture_load_digit"]
    images, *_sureness = draw(reference, reference, OwnPicture(str(tmp_path / "mine.png"), "mine.png"))
    assert ink[0] <= images.images[0].ink.mean() <= ink[1]
    assert note in images.note
    assert bool(images.note) is bool(note)


# ------------------------------------------------------------------------------------------------------------
# Every file of pictures
# ------------------------------------------------------------------------------------------------------------


def said_of(panels):
    return [sentence for panel in panels for sentence in sentences_of(panel)]


def test_which_exercises_have_pictures():
    assert set(DRAWN) == set(WRONG) == {exercise.id for exercise in COURSE.exercises} - {"exercise2"}


@pytest.mark.parametrize("name", DRAWN)
def test_the_reference_is_drawn_where_it_is_expected(name, album):
    panels = album(name)
    assert [panel for panel in panels if isinstance(panel, Words)] == []
    assert all(panel.title for panel in panels)
    assert any(isinstance(panel, Chart) for panel in panels)
    assert not any("differs" in sentence or "another way" in sentence for sentence in said_of(panels))


@pytest.mark.parametrize("name", DRAWN)
def test_of_a_stub_there_are_sentences_only(name, album):
    panels = album(name, "stub")
    assert all(isinstance(panel, Words) for panel in panels)
    assert all("is not written yet" in sentence for sentence in said_of(panels))


@pytest.mark.parametrize("name", DRAWN)
def test_a_mistake_is_seen(name, album):
    assert said_of(album(name, "wrong")) != said_of(album(name))
    assert any(isinstance(panel, Chart | Images) for panel in album(name, "wrong"))


# ------------------------------------------------------------------------------------------------------------
# The terminal
# ------------------------------------------------------------------------------------------------------------


def test_in_a_terminal_curves_bars_and_a_link(mixed):
    folder, _ended = mixed
    with Terminal("show", "exercise1", cwd=folder, rows=100) as terminal:
        assert terminal.ends() == 0
        drawn = terminal.text
    assert "step_function: off up to 0, on above     sigmoid: a smooth step from 0 to 1" in drawn
    assert re.search("[\u2801-\u28ff]{5}", drawn)
    assert "░░ expected   ── yours" in drawn
    assert re.search(r"2 █{8,}.  0\.7366", drawn)
    assert "  pictures/exercise1.html" in drawn


@pytest.mark.parametrize(("columns", "env"), [(49, {}), (80, {"PYTHONIOENCODING": "ascii"})])
def test_where_pictures_do_not_read_well_only_sentences_are_printed(columns, env, mixed):
    folder, _ended = mixed
    with Terminal("show", "exercise1", cwd=folder, rows=100, columns=columns, env=env) as terminal:
        assert terminal.ends() == 0
        drawn = terminal.text
    assert not re.search("[\u2580-\u259f\u2800-\u28ff]", drawn)
    assert "Yours differs at 1 of 241 places" in terminal.words
    assert "  pictures/exercise1.html" in drawn


def test_digits_in_a_terminal_without_colours(tmp_path):
    with Terminal("show", "exercise4", "--solutions", cwd=tmp_path, rows=100, env={"NO_COLOR": "1"}) as terminal:
        assert terminal.ends() == 0
        drawn = terminal.text
    assert len(re.findall("a \\d, read as \\d", drawn)) == 6
    assert "… and 10 more on the page." in drawn
    assert len(re.findall("[█▀▄]{3}", drawn)) > 20


def test_a_page_in_korean(mixed):
    folder, _ended = mixed
    ended = grade("show", "exercise1", "--lang", "ko", "--out", "ko", cwd=folder)
    assert (ended.code, ended.err) == (0, "")
    page = Page(folder / "ko" / "exercise1.html")
    assert ("html", {"lang": "ko"}) in page.attributes
    for text in (ended.out, page.text):
        assert re.search("[가-힣]", text)
        assert not re.search("Yours|differs|picture\\b|expected|raised|answer|numbers", text)


# ------------------------------------------------------------------------------------------------------------
# Bad input
# ------------------------------------------------------------------------------------------------------------


def test_of_a_fresh_stub_nothing_is_drawn_and_nothing_is_written(here):
    ended = grade("show", "1", cwd=here)
    assert (ended.code, ended.err) == (1, "")
    assert "sigmoid is not written yet, so there is nothing to draw." in ended.out
    assert ended.words.endswith("save it, and run: grade show exercise1")
    assert not (here / "pictures").exists()


def test_a_file_that_cannot_be_run_gets_the_reason_and_the_next_command(here):
    (here / "exercises" / FILE).write_text("def step_function(x:\n", encoding="utf-8")
    ended = grade("show", "exercise1", cwd=here)
    assert ended.code == 1
    assert "This file cannot be drawn." in ended.out
    assert "line 1" in ended.out
    assert ended.out.endswith("  grade show exercise1\n")
    (here / "exercises" / FILE).unlink()
    ended = grade("show", "exercise1", cwd=here)
    assert ended.code == 1
    assert "grade init" in ended.out
    assert not (here / "pictures").exists()


def test_an_exercise_without_pictures_says_so(here):
    ended = grade("show", "shapes", cwd=here)
    assert (ended.code, ended.out) == (2, "")
    assert "There is no picture of exercise2" in ended.err
    assert ended.err.endswith("Try:  grade exercise2\n")
    ended = grade("show", "1", "--course", TINY_COURSE, cwd=here)
    assert ended.code == 2
    assert "There is no picture of" in ended.err


def test_without_a_working_copy_the_next_command_is_init(tmp_path):
    ended = grade("show", "1", cwd=tmp_path)
    assert ended.code == 2
    assert ended.err.endswith("Try:  grade init\n")


def test_what_somebody_else_has_written_stays(here, mixed):
    (here / "exercises" / FILE).write_text(MIXED, encoding="utf-8")
    (here / "pictures").mkdir()
    for name, other in (("exercise1.html", b"<p>mine</p>"), ("exercise1.png", b"\x89PNG")):
        path = here / "pictures" / name
        path.write_bytes(other)
        ended = grade("show", "1", cwd=here)
        assert ended.code == 2
        assert f"{name} was not written by `grade show`" in ended.errors
        assert ended.err.endswith("Try:  grade show exercise1 --out ANOTHER_FOLDER\n")
        assert path.read_bytes() == other
        path.unlink()
    ours = (mixed[0] / "pictures" / "exercise1.html").read_bytes()
    (here / "pictures" / "exercise1.html").write_bytes(ours[:2000] + b"an older one of ours")
    (here / "pictures" / "notes.txt").write_text("kept")
    assert grade("show", "1", cwd=here).code == 0
    assert Page(here / "pictures" / "exercise1.html").tables
    assert (here / "pictures" / "notes.txt").read_text() == "kept"


def test_a_folder_that_cannot_be_written(mixed, tmp_path):
    mine = mixed[0] / "exercises" / FILE
    (tmp_path / "taken").write_text("a file")
    ended = grade("show", "1", "--file", mine, "--out", "taken", cwd=tmp_path)
    assert ended.code == 2
    assert "The pictures cannot be written to taken: " in ended.errors
    assert "sigmoid: a smooth step from 0 to 1 Yours differs at" in ended.words
    assert ended.err.endswith("--out ANOTHER_FOLDER\n")
    assert (tmp_path / "taken").read_text() == "a file"


def test_a_full_disk_costs_no_older_picture(mixed, tmp_path):
    mine = mixed[0] / "exercises" / FILE
    shutil.copytree(mixed[0] / "pictures", tmp_path / "pictures")
    before = {path.name: path.read_bytes() for path in (tmp_path / "pictures").iterdir()}
    most = len(before["exercise1.html"]) // 1024 + 1  # in KiB: the page fits, the PNG does not
    assert most << 10 < len(before["exercise1.png"])
    limited = ["bash", "-c", f'ulimit -f {most}; exec "$@"', "grade", *GRADE]
    ended = grade("show", "1", "--file", mine, cwd=tmp_path, command=limited)
    assert ended.code == 2
    assert "The pictures cannot be written to pictures: File too large." in ended.errors
    assert {path.name: path.read_bytes() for path in (tmp_path / "pictures").iterdir()} == before


ODD = """
import numpy as np
def step_function(x): return None
def sigmoid(x): return np.where(x > 2, np.nan, np.where(x < -2, 1e308, 1 / (1 + np.exp(-x))))
def relu(x): return {answer}
def softmax(a): return a.reshape(1, -1)
"""


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [("x + 1j", "not all that came back are real numbers"), ("open", "but <builtins.builtin_function_or_method> came back")],
)
def test_answers_that_are_no_curve_are_told_in_a_sentence(answer, sentence, tmp_path):
    path = tmp_path / "mine.py"
    path.write_text(ODD.replace("{answer}", answer), encoding="utf-8")
    ended = grade("show", "1", "--file", path, cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert "Numbers of the shape (241,) were to be drawn, but None came back." in ended.words
    assert sentence in ended.words
    assert "Yours differs at" in ended.words
    assert "A part of your values is too far away for this picture." in ended.words
    assert "but the shape (1, 3) came back" in ended.words


def test_a_loop_ends_at_its_limit_and_the_other_pictures_are_drawn(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text(MIXED.replace("return 1 / (1 +", "while True: pass  #"), encoding="utf-8")
    ended = grade("show", "1", "--file", path, cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    assert "sigmoid did not answer: no answer within 2 s" in ended.words
    assert "2 pictures." in ended.out


def test_a_report_of_wrong_answers_offers_the_picture_and_no_other(mixed, here):
    assert "\nSee it drawn:\n  grade show exercise1\n" in grade("exercise1", cwd=mixed[0]).out
    assert "See it drawn" not in grade("exercise1", "exercise2", cwd=here).out
    assert "See it drawn" not in grade("exercise1", "--solutions", cwd=here).out


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("def picture_x(learner):\n    'x'\n", 'must begin with "function: …"'),
        ("X = 1\n", "there is no picture in it"),
        ("def picture_x(learner):\n    'shout: x'\n    return 1 / 0\n", r"telegram\.py:3: ZeroDivisionError"),
        ("def picture_x(learner:\n", r"telegram\.py:1: '\(' was never closed\."),
        (
            "from grader.pictures.panels import expected\n"
            "def picture_x(learner):\n    'shout: x'\n    return expected([1, 2], [3])\n",
            r"telegram\.py:4: ValueError: the series “expected” has 2 x and 1 y, and must have as many of both\.",
        ),
        (
            "from grader.pictures.panels import Chart, expected, yours\n"
            "def picture_x(learner):\n    'shout: x'\n    return Chart((yours([1], [2]), expected([1, 2], [3, 4])))\n",
            r"telegram\.py:4: ValueError: “yours” has 1 and “expected” 2 points, but they are compared",
        ),
    ],
)
def test_each_fault_of_a_file_of_pictures_has_its_sentence(text, sentence, tmp_path):
    (tmp_path / "telegram.py").write_text(text, encoding="utf-8")
    exercise = COURSE.exercise("exercise1")
    course = SimpleNamespace(
        pictures_of=lambda _exercise: tmp_path / "telegram.py",
        shared_paths=COURSE.shared_paths,
        solutions=COURSE.solutions,
    )
    learner = SimpleNamespace(begin=lambda _name, _seed: None, calls=[])
    with pytest.raises(CourseError, match=sentence):
        panels_of(course, exercise, learner, seed=1)


def test_a_broken_file_of_pictures_is_its_authors_to_mend(tmp_path):
    course = tmp_path / "course"
    shutil.copytree(TINY_COURSE, course, ignore=shutil.ignore_patterns("__pycache__"))
    (course / "solutions" / "pictures").mkdir()
    broken = "def picture_x(learner):\n    'shout: x'\n    return 1 / 0\n"
    (course / "solutions" / "pictures" / "telegram.py").write_text(broken, encoding="utf-8")
    ended = grade("show", "telegram", "--solutions", "--course", course, cwd=tmp_path)
    assert ended.code == 3
    assert "solutions/pictures/telegram.py:3: ZeroDivisionError" in ended.errors
    assert "Traceback" not in ended.err


# ------------------------------------------------------------------------------------------------------------
# Rules
# ------------------------------------------------------------------------------------------------------------


def chart(mine, right, x=(0.0, 1.0, 2.0)):
    return Chart((yours(x, list(mine)), expected(x, list(right))))


def test_what_agrees_and_what_differs():
    assert sentences_of(chart([1, 2, 3], [1, 2, 3.001])) == ("Yours is where it is expected.",)
    (said,) = sentences_of(chart([1, 2.5, 3.5], [1, 2, 3]))
    assert said == "Yours differs at 2 of 3 places, first at x = 1: 2.5 instead of 2."
    (said,) = sentences_of(chart([1, np.nan, 3], [1, 2, 3]))
    assert said == "Yours differs at 1 of 3 places: at x = 1 it is nan instead of 2."
    (said,) = sentences_of(chart([1, 0.5, 3e-9], [1, 0.5, 0.25]))
    assert said == "Yours differs at 1 of 3 places: at x = 2 it is ≈ 0 instead of 0.25."
    way = Chart((yours([0, 2], [0, 1]), expected([0, 1], [0, 1])))
    assert sentences_of(way) == ("Yours goes another way, first at step 1: to (2, 1) instead of (1, 1).",)


@pytest.mark.parametrize("far", [1e3, 1e99, 1e308, np.inf, -np.inf])
def test_what_is_far_away_does_not_flatten_what_is_right(far):
    drawn = chart([0, 1, far], [0, 1, 2])
    low, high = heights(drawn)
    assert low >= -2.2
    assert high <= 4.2
    assert leaves(drawn)


def test_without_an_expectation_all_is_shown():
    x = np.arange(40.0)
    drawn = Chart((yours(x, np.exp(-x) * 8),))
    assert heights(drawn)[1] > 8
    assert not leaves(drawn)
    low, high = heights(Chart((yours(x, np.full(40, np.nan)),)))
    assert low < high


def test_tables_hold_the_ends_and_no_more_than_a_dozen_places():
    x = np.linspace(0, 1, 1000)
    ((head, rows),) = tables_of(Chart((yours(x, x * 2), expected(x, x * 3)), x_label="x"))
    assert head == ("x", "yours", "expected")
    assert len(rows) == 13
    assert rows[0] == ("0", "0", "0")
    assert rows[-1] == ("1", "2", "3")
    both = Chart((yours([1, 2], [3, 4]), given([7], [8], "points")))
    assert [rows for _head, rows in tables_of(both)] == [[("1", "3"), ("2", "4")], [("7", "8")]]


def test_a_figure_is_redrawn_from_its_facts():
    line = {"label": "_child0", "x": np.array([0.0, 1.0]), "y": np.array([2.0, 3.0])}
    axes = {"title": "", "xlabel": "epoch", "ylabel": "$loss", "legend": ["tanh"], "lines": [line]}
    drawn = redrawn({"kind": "matplotlib.Figure", "axes": [axes]})
    assert (drawn.x_label, drawn.y_label) == ("epoch", "$loss")
    assert [(series.label, series.y, series.of) for series in drawn.series] == [("tanh", (2.0, 3.0), Of.YOURS)]
    uneven = axes | {"lines": [line | {"y": np.array([2.0])}]}
    for facts in ({"kind": "object"}, {"kind": "matplotlib.Figure", "axes": []}, {"kind": "matplotlib.Figure", "axes": [uneven]}):
        with pytest.raises(CheckFailed):
            redrawn(facts)


def test_where_nothing_is_read_wrong_there_is_no_image_and_no_fault():
    console = Console(file=io.StringIO(), width=80, force_terminal=True)
    show_panels(console, [Images((), "train: what is read wrong", "None is.")])
    assert "None is." in console.file.getvalue()


@pytest.mark.parametrize("number", [int, np.int64])
def test_an_epoch_may_be_any_integer(number):
    share(COURSE.shared_paths())
    picture = _pictures_in(COURSE.pictures_of(COURSE.exercise("exercise9")))["picture_best_epoch"]
    learner = SimpleNamespace(best_epoch=lambda losses, patience: number(2))
    assert picture(learner, learner).series[1].x == (3.0,)
    for odd in (True, 2.0, -1, 10_000, None):
        with pytest.raises(CheckFailed, match="must return the index"):
            picture(SimpleNamespace(best_epoch=lambda losses, patience, odd=odd: odd), learner)


@pytest.mark.parametrize("label", ["yours", "endless" * 60, "한국어" * 60])
def test_the_key_of_a_chart_covers_no_curve(label):
    from grader.pictures.draw import _SIZE, _STANDINS, _draw_chart, _legend, _style

    with _style() as figure_class:
        figure = figure_class(figsize=_SIZE, layout="constrained")
        axes = figure.subplots()
        drawn = Chart((yours([0, 1], [0, 1], label), *(given([0, 1], [1, n], f"another {n}") for n in range(3))))
        _draw_chart(axes, drawn, _STANDINS, str)
        _legend(figure, axes)
        figure.draw_without_rendering()
    (key,) = figure.legends
    assert key.get_window_extent().y1 <= axes.get_tightbbox().y0
    assert axes.get_window_extent().height > 0.4 * figure.bbox.height


@pytest.mark.parametrize("number", [3, 6, 16, 30])
@pytest.mark.parametrize("caption", ["a 0, read as 2", "정답 0, 예측 2"])
def test_captions_of_small_pictures_do_not_meet(number, caption):
    from grader.pictures.draw import _SIZE, _draw_images, _style

    with _style() as figure_class:
        figure = figure_class(figsize=_SIZE, layout="constrained")
        _draw_images(figure, Images((image(np.zeros(784), caption),) * number), {"ink": "black"})
        figure.draw_without_rendering()
    boxes = [axes.title.get_window_extent() for axes in figure.axes if axes.get_title()]
    for one, other in pairwise(boxes):
        assert one.y0 != other.y0 or one.x1 < other.x0


def test_labels_with_dollars_and_hangul_are_drawn_as_they_are(caplog):
    from grader.pictures.draw import png_of, svg_of

    drawn = Chart((yours([0, 1], [0, 1], "a $\\frac{1$ <b>"),), x_label="에포크 $x", y_label="_y")
    svg = svg_of(drawn, 1, r'a "label" of $\sigma(x)$ and \x1b')
    assert "에포크 $x" in svg
    assert r'aria-label="a &quot;label&quot; of $\sigma(x)$ and \x1b"' in svg
    with Image.open(io.BytesIO(png_of([drawn], ["시그모이드"]))) as picture:
        assert picture.format == "PNG"
    assert caplog.records == []


def test_a_font_for_hangul_that_came_after_matplotlib_is_found(monkeypatch):
    from matplotlib import font_manager

    from grader.pictures.draw import _HANGUL_FILES, _hangul_fonts

    if not any(Path(path).name.lower().startswith(_HANGUL_FILES) for path in font_manager.findSystemFonts()):
        pytest.skip("there is no font for Hangul here")
    dejavu = [entry for entry in font_manager.fontManager.ttflist if entry.name.startswith("DejaVu")]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", dejavu)
    found = _hangul_fonts.__wrapped__()
    assert found
    assert set(found) <= set(font_manager.get_font_names())


@pytest.mark.parametrize("odd", [np.nan, np.inf, 1e308, -1e308, 5e-324])
def test_a_place_that_is_no_place_is_left_out(odd):
    from grader.pictures.draw import png_of, svg_of

    drawn = Chart((yours([0, odd, 1, odd, 3], [0, 1, odd, odd, 2]), yours([odd], [odd])))
    assert svg_of(drawn, 1, "a label")
    assert png_of([drawn], ["a name"])
    console = Console(file=io.StringIO(), width=80, force_terminal=True)
    show_panels(console, [drawn])
    assert "yours" in console.file.getvalue()


def test_numbers_of_a_shape_or_a_sentence():
    assert numbers([True, 2, 3.5], (3,)).tolist() == [1.0, 2.0, 3.5]
    assert numbers(np.float32(2), ()).item() == 2.0
    for answer, told in (
        *((None, "None came back"), ("text", "str came back"), ({1: 2}, "dict came back")),
        *(([1, "2", 3], "not all"), ([1, None, 3], "not all"), ([[1, 2], [3]], "not all"), (1 + 2j, "complex came back")),
        *((np.zeros((3, 1)), r"the shape \(3, 1\) came back"), (np.zeros(7), r"the shape \(7,\) came back")),
    ):
        with pytest.raises(CheckFailed, match=told):
            numbers(answer, (3,))


@pytest.mark.parametrize(
    ("low", "high", "most", "steps"),
    [
        (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (-5, 5, 5, [-5, -2.5, 0, 2.5, 5]),
        (1, 40, 7, [10, 20, 30, 40]),
        (2, 2, 6, [2]),
        (0, 1e-322, 6, [0]),
    ],
)
def test_round_numbers_for_a_ruler(low, high, most, steps):
    assert round_steps(low, high, most) == pytest.approx(steps)


def test_matplotlib_and_plotext_are_imported_where_they_draw():
    for path in (ROOT / "grader").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if re.search(r"^\s*(import|from) plotext", text, re.MULTILINE):
            assert path.name == "terminal.py"
        if re.search(r"^(import|from) (matplotlib|plotext)", text, re.MULTILINE):
            pytest.fail(f"{path} imports it for whoever imports the module")
