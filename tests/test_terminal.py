"""The report in every kind of terminal: narrow, without colour, in ASCII, a real one (a pty), a pipe."""

import contextlib
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios

import pytest
from helpers.command import GRADE, PATIENCE, TINY_COURSE, environment, grade, working_copy
from rich.cells import cell_len

ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COLOUR = re.compile(r"\x1b\[(?:[0-9]+;)*(?:3[0-7]|9[0-7])m")
FILE = "exercise1_activations.py"
# Every kind of outcome that a learner can cause, and a text that tries to paint, to move the cursor, to be markup.
MIXED = r"""
import os
import numpy as np


def step_function(x):
    return (x >= 0).astype(int)


def sigmoid(x):
    raise ValueError("\x1b[31mred\x1b[0m \x1b[2J [bold]not bold[/bold] \u202ereversed 한국어 " + "long " * 60)


def relu(x):
    os._exit(3)
"""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A folder with an exercise 1 of which something is wrong in every function."""
    folder = working_copy(tmp_path_factory.mktemp("mixed"))
    (folder / "exercises" / FILE).write_text(MIXED, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    """A working copy of the tiny course, with two wrong answers."""
    folder = working_copy(tmp_path_factory.mktemp("station"), TINY_COURSE)
    (folder / "exercises" / "telegram.py").write_text("def shout(text):\n    return text.upper()\n", encoding="utf-8")
    return folder


def in_a_terminal(*words, cwd, columns, **env):
    """What the command writes to a terminal of this width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*GRADE, *words],
        cwd=cwd,
        env=environment(**{"COLUMNS": None, "TERM": "xterm-256color"} | env),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = b""
    with process, contextlib.suppress(OSError):  # Linux ends a pty with EIO
        while piece := os.read(ours, 65536):
            written += piece
    os.close(ours)
    process.wait(PATIENCE)
    return written.decode().replace("\r\n", "\n")


def assert_fits(text, columns):
    """No line wider than the terminal, none with spaces at its end, and no character that could move the cursor."""
    for line in ANSI.sub("", text).splitlines():
        assert cell_len(line) <= columns, line
        assert line == line.rstrip()
    assert "\x1b[2J" not in text
    assert "\u202e" not in text


# ------------------------------------------------------------------------------------------------------------
# Whole reports, letter by letter
# ------------------------------------------------------------------------------------------------------------

TELEGRAM_80 = """\
telegram · Writing a telegram

  shout
    ✗ capitals and one exclamation mark — wrong answer
  initials
    · one letter a word — not written yet

· telegram.py has no function called initials

What is wrong in shout
  → The exclamation mark is missing: add `"!"`.
  ✗ capitals and one exclamation mark
      call     shout('storm')
      got      'STORM'
      expected 'STORM!'
      the answer is 'STORM', but 'STORM!' was expected

isolation: full
✗ 0 of 3 points. 2 of 2 checks to go.
Stuck? A hint:
  grade hint telegram --course {course}
Edit exercises/telegram.py, save it, and run:
  grade telegram --course {course}

"""
TELEGRAM_40 = """\
telegram · Writing a telegram

  shout
    ✗ capitals and one exclamation mark
    — wrong answer
  initials
    · one letter a word — not written
    yet

· telegram.py has no function called
initials

What is wrong in shout
  → The exclamation mark is missing: add
  `"!"`.
  ✗ capitals and one exclamation mark
     call     shout('storm')
     got      'STORM'
     expected 'STORM!'
     the answer is 'STORM', but 'STORM!'
     was expected

isolation: full
✗ 0 of 3 points. 2 of 2 checks to go.
Stuck? A hint:
  grade hint telegram --course {course}
Edit exercises/telegram.py, save it, and
run:
  grade telegram --course {course}

"""
TWINS = {"·": "-", "✗": "x", "—": "-", "→": "->"}


def in_twins(text):
    for glyph, twin in TWINS.items():
        text = text.replace(glyph, twin)
    return text


@pytest.fixture
def telegram(station):
    """The text of a report on the telegram, with this environment."""

    def report(**env):
        ended = grade("telegram", "--course", TINY_COURSE, cwd=station, env=env)
        assert (ended.code, ended.err) == (1, "")
        # On a machine without all the walls this one line differs.
        return re.sub(r"(?m)^isolation: .*\n(?:(?!✗|x ).*\n)*", "isolation: full\n", ended.out)

    return report


def test_the_report_in_80_columns(telegram):
    assert telegram(COLUMNS="80") == TELEGRAM_80.format(course=TINY_COURSE)


def test_the_report_in_40_columns(telegram):
    assert telegram(COLUMNS="40") == TELEGRAM_40.format(course=TINY_COURSE)


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
    ids=["PYTHONIOENCODING", "LANG"],
)
def test_the_report_in_ascii(env, telegram):
    assert telegram(**env) == in_twins(TELEGRAM_80.format(course=TINY_COURSE))


# ------------------------------------------------------------------------------------------------------------
# Width, colour, control characters
# ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [80, 40, 20])
def test_no_line_is_wider_than_the_terminal(columns, mixed):
    ended = grade("exercise1", cwd=mixed, env={"COLUMNS": str(columns)})
    assert_fits(ended.out, max(columns, 22))  # `Edit exercises/…` breaks anywhere; a command never
    assert "\x1b" not in ended.out
    assert ended.out.endswith("\n  grade exercise1\n\n")


def test_what_a_learner_writes_is_shown_and_not_obeyed(mixed):
    out = grade("exercise1", cwd=mixed, env={"FORCE_COLOR": "1", "TERM": "xterm-256color"}).out
    assert COLOUR.search(out)
    plain = ANSI.sub("", out)
    assert r"\x1b[31mred\x1b[0m \x1b[2J [bold]not bold[/bold] \u202ereversed 한국어" in " ".join(plain.split())
    assert_fits(out, 80)


def test_a_pipe_gets_no_colour_unless_it_is_asked_for(mixed):
    assert "\x1b" not in grade("exercise1", cwd=mixed).out
    assert "\x1b" not in grade("exercise1", "--json", cwd=mixed, env={"FORCE_COLOR": "1"}).out


@pytest.mark.parametrize("columns", [80, 40])
def test_a_real_terminal_gets_colour_and_its_own_width(columns, mixed):
    text = in_a_terminal("exercise1", cwd=mixed, columns=columns)
    assert COLOUR.search(text)
    assert_fits(text, columns)
    assert re.search(r"✗ \d+ of 20 points\.", ANSI.sub("", text))


def test_a_real_terminal_without_colour_where_none_is_wanted(mixed):
    text = in_a_terminal("exercise1", cwd=mixed, columns=80, NO_COLOR="1")
    assert not COLOUR.search(text)
    assert_fits(text, 80)


def test_a_dumb_terminal_gets_plain_text(mixed):
    assert "\x1b" not in in_a_terminal("exercise1", cwd=mixed, columns=80, TERM="dumb")


@pytest.mark.parametrize("words", ["", "--help", "init --help", "penguin", "exercise1"])
def test_every_other_sentence_is_plain_ascii_where_only_that_is_known(words, mixed):
    ended = grade(*words.split(), cwd=mixed, env={"PYTHONIOENCODING": "ascii"})
    assert ended.out.isascii()
    assert ended.err.isascii()
    assert "\\u" not in ended.out.replace(r"\u202e", "").replace("\\ud55c\\uad6d\\uc5b4", "")
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("words", ["", "penguin"])
def test_the_overview_and_the_errors_fit_in_40_columns(words, mixed):
    text = in_a_terminal(*words.split(), cwd=mixed, columns=40)
    assert_fits(text, 40)


@pytest.mark.parametrize("columns", [30, 60])
@pytest.mark.parametrize("words", ["init", "init --lang=ko", "solution exercise2", "reset exercise2 --lang=ko", "hint exercise1 f"])
def test_sentences_end_between_words_whatever_the_width(words, columns, tmp_path):
    working_copy(tmp_path)
    _first, wide, narrow = (in_a_terminal(*words.split(), cwd=tmp_path, columns=number) for number in (80, 1000, columns))
    assert narrow.split() == wide.split()
    rows = [row for row in narrow.splitlines() if not row.startswith(("  ", "Try:", "해 보기:"))]
    assert len(rows) > 1
    for row in rows:
        assert cell_len(row) <= columns or " " not in row, row
