"""Reports on a screen of fixed width, as whole blocks: what a learner reads, and that nothing in it can move the cursor."""

import io
import re
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from grader.judge.words import value_text
from grader.report.terminal import show_report
from grader.report.text import in_ascii, one_line, printable
from grader.results import CheckResult, Diagnosis, Isolation, Outcome, Report, Verdict


def shown(report, width=80, encoding="utf-8", file="exercises/one.py", command="grade exercise1"):
    """The report as such a console prints it; markup and emoji are on, as a careless caller would leave them."""
    screen = io.TextIOWrapper(io.BytesIO(), encoding, newline="\n", write_through=True)
    console = Console(file=screen, width=width, color_system=None, markup=True, emoji=True)
    show_report(console, report, file, command)
    return screen.buffer.getvalue().decode(encoding)


def check(outcome, title="softmax: each row of a batch sums to 1", message="", **more):
    points = 2 if outcome is Outcome.PASSED else 0
    return CheckResult("check_x", title, title.partition(":")[0], outcome, points, 2, message, **more)


def report(*checks, verdict=Verdict.FAILED, reason=None, isolation=Isolation.FULL):
    points = sum(check.points for check in checks)
    return Report(
        "exercise1", "Activation functions", verdict, reason, points, 2 * len(checks) or 20, 1, isolation, 0.1, checks
    )


PASSED = check(Outcome.PASSED, "relu: keeps the numbers above 0")
DIAGNOSIS = Diagnosis(
    "whole",
    "You divide by the sum of the whole array. Each row is one sample: sum along the last axis, "
    "`axis=-1, keepdims=True`.",
)
WRONG = check(
    Outcome.FAILED,
    message="at index [0, 1] the answer is 0.3, but 0.6 was expected; 2 of 4 values differ, by 0.3 at most",
    call="softmax(np.array([[1.0, 2.0], [3.0, 5.0]]))",
    got="array([[0.1, 0.3],\n       [0.2, 0.4]])  shape (2, 2), float64",
    expected="array([[0.4, 0.6],\n       [0.1, 0.9]])  shape (2, 2), float64",
    diagnosis=DIAGNOSIS,
)
WRONG_TOO = check(
    Outcome.FAILED,
    "softmax: large scores do not overflow",
    "the answer is nan, but 1 was expected",
    diagnosis=DIAGNOSIS,
)

BLOCKS = {
    "passed": (
        report(PASSED, check(Outcome.PASSED, "relu: 0 for the numbers below 0"), verdict=Verdict.PASSED),
        80,
        "utf-8",
        """\
exercise1 · Activation functions

  relu
    ✓ keeps the numbers above 0
    ✓ 0 for the numbers below 0

isolation: full
✓ 4 of 4 points: exercise1 is done.
Where you stand, and what comes next:
  grade exercise1
""",
    ),
    "failed with one diagnosis for two checks": (
        report(PASSED, WRONG, WRONG_TOO),
        80,
        "utf-8",
        """\
exercise1 · Activation functions

  relu
    ✓ keeps the numbers above 0
  softmax
    ✗ each row of a batch sums to 1 — wrong answer
    ✗ large scores do not overflow — wrong answer

What is wrong in softmax
  → You divide by the sum of the whole array. Each row is one sample: sum along
  the last axis, `axis=-1, keepdims=True`.
  ✗ each row of a batch sums to 1
      call     softmax(np.array([[1.0, 2.0], [3.0, 5.0]]))
      got      array([[0.1, 0.3],
                      [0.2, 0.4]])  shape (2, 2), float64
      expected array([[0.4, 0.6],
                      [0.1, 0.9]])  shape (2, 2), float64
      at index [0, 1] the answer is 0.3, but 0.6 was expected; 2 of 4 values
      differ, by 0.3 at most
  ✗ large scores do not overflow
      the answer is nan, but 1 was expected

isolation: full
✗ 2 of 6 points. 2 of 3 checks to go.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "failed on a narrow screen": (
        report(PASSED, WRONG, WRONG_TOO),
        40,
        "utf-8",
        """\
exercise1 · Activation functions

  relu
    ✓ keeps the numbers above 0
  softmax
    ✗ each row of a batch sums to 1 —
    wrong answer
    ✗ large scores do not overflow —
    wrong answer

What is wrong in softmax
  → You divide by the sum of the whole
  array. Each row is one sample: sum
  along the last axis, `axis=-1,
  keepdims=True`.
  ✗ each row of a batch sums to 1
     call     softmax(np.array([[1.0,
     2.0], [3.0, 5.0]]))
     got      array([[0.1, 0.3],
                     [0.2, 0.4]])  shape
     (2, 2), float64
     expected array([[0.4, 0.6],
                     [0.1, 0.9]])  shape
     (2, 2), float64
     at index [0, 1] the answer is 0.3,
     but 0.6 was expected; 2 of 4 values
     differ, by 0.3 at most
  ✗ large scores do not overflow
     the answer is nan, but 1 was
     expected

isolation: full
✗ 2 of 6 points. 2 of 3 checks to go.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "raised": (
        report(
            check(
                Outcome.RAISED,
                message="ZeroDivisionError: division by zero\nline 7, in softmax: return a / 0",
                call="softmax(np.array([1.0]))",
            )
        ),
        80,
        "utf-8",
        """\
exercise1 · Activation functions

  softmax
    ✗ each row of a batch sums to 1 — raised an exception

What is wrong in softmax
  ✗ each row of a batch sums to 1
      call     softmax(np.array([1.0]))
      ZeroDivisionError: division by zero
      line 7, in softmax: return a / 0

isolation: full
✗ 0 of 2 points. 1 of 1 checks to go.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "timed out": (
        report(check(Outcome.TIMED_OUT, message="the call took more than 2 s", call="softmax(np.array([1.0]))")),
        80,
        "utf-8",
        """\
exercise1 · Activation functions

  softmax
    ✗ each row of a batch sums to 1 — timed out

What is wrong in softmax
  ✗ each row of a batch sums to 1
      call     softmax(np.array([1.0]))
      the call took more than 2 s

isolation: full
✗ 0 of 2 points. 1 of 1 checks to go.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "crashed behind partial walls": (
        report(check(Outcome.CRASHED, message="the process was ended by SIGSEGV"), isolation=Isolation.PARTIAL),
        80,
        "utf-8",
        """\
exercise1 · Activation functions

  softmax
    ✗ each row of a batch sums to 1 — crashed

What is wrong in softmax
  ✗ each row of a batch sums to 1
      the process was ended by SIGSEGV

isolation: partial (some walls around the learner's code are missing here; see
docs/security.md)
✗ 0 of 2 points. 1 of 1 checks to go.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "not written, skipped": (
        report(
            check(Outcome.NOT_IMPLEMENTED, message="not written yet"),
            check(Outcome.SKIPPED, "softmax: large scores do not overflow", "waits for “x”"),
            PASSED,
        ),
        80,
        "utf-8",
        """\
exercise1 · Activation functions

  softmax
    · each row of a batch sums to 1 — not written yet
    – large scores do not overflow — skipped
  relu
    ✓ keeps the numbers above 0

isolation: full
✗ 2 of 6 points. 2 of 3 checks to go.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "broken without walls": (
        report(
            check(Outcome.BROKEN, message="the check itself is broken: KeyError: 'O'"), isolation=Isolation.PROCESS_ONLY
        ),
        80,
        "utf-8",
        """\
exercise1 · Activation functions

  softmax
    ! each row of a batch sums to 1 — this check is broken, not your code

What is wrong in softmax
  ! each row of a batch sums to 1
      the check itself is broken: KeyError: 'O'

isolation: process-only (the learner's code could read and write files here)
✗ 0 of 2 points. 1 of 1 checks to go.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "ungradable": (
        report(
            verdict=Verdict.UNGRADABLE,
            reason="one.py, line 3: SyntaxError: '(' was never closed\n    print((1)\n         ^",
        ),
        80,
        "utf-8",
        """\
exercise1 · Activation functions

  ✗ This file cannot be graded.
    one.py, line 3: SyntaxError: '(' was never closed
        print((1)
             ^

isolation: full
✗ 0 of 20 points.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "ungradable on a narrow screen": (
        report(verdict=Verdict.UNGRADABLE, reason="work.py, line 3: byte 0xe9 is not utf-8. Save the file as UTF-8."),
        40,
        "utf-8",
        """\
exercise1 · Activation functions

  ✗ This file cannot be graded.
    work.py, line 3: byte 0xe9 is not
    utf-8. Save the file as UTF-8.

isolation: full
✗ 0 of 20 points.
Edit exercises/one.py, save it, and run:
  grade exercise1
""",
    ),
    "failed in ASCII": (
        report(PASSED, WRONG, check(Outcome.SKIPPED, "softmax: 행의 합", "waits for “x”")),
        80,
        "ascii",
        r"""
exercise1 - Activation functions

  relu
    + keeps the numbers above 0
  softmax
    x each row of a batch sums to 1 - wrong answer
    - \ud589\uc758 \ud569 - skipped

What is wrong in softmax
  -> You divide by the sum of the whole array. Each row is one sample: sum along
  the last axis, `axis=-1, keepdims=True`.
  x each row of a batch sums to 1
      call     softmax(np.array([[1.0, 2.0], [3.0, 5.0]]))
      got      array([[0.1, 0.3],
                      [0.2, 0.4]])  shape (2, 2), float64
      expected array([[0.4, 0.6],
                      [0.1, 0.9]])  shape (2, 2), float64
      at index [0, 1] the answer is 0.3, but 0.6 was expected; 2 of 4 values
      differ, by 0.3 at most

isolation: full
x 2 of 6 points. 2 of 3 checks to go.
Edit exercises/one.py, save it, and run:
  grade exercise1
"""[1:],
    ),
}


@pytest.mark.parametrize(("graded", "width", "encoding", "block"), BLOCKS.values(), ids=BLOCKS)
def test_a_report_reads_like_this(graded, width, encoding, block):
    assert shown(graded, width, encoding) == block



def test_the_rows_of_an_array_stand_below_each_other():
    got = value_text(np.array([[1.5, 2.0], [3.0, 4.25]]))
    assert got == "array([[1.5 , 2.  ],\n       [3.  , 4.25]])  shape (2, 2), float64"


def test_a_diagnosis_and_a_message_of_several_lines_keep_them():
    graded = report(
        check(
            Outcome.FAILED,
            "f: works",
            "the way through your code:\n  x (4, 2) · W (2, 3)\n    ✗ here",
            diagnosis=Diagnosis("d", "one\ntwo"),
        )
    )
    assert (
        "\n  → one\n    two\n  ✗ works\n      the way through your code:\n        x (4, 2) · W (2, 3)\n          ✗ here\n"
        in (shown(graded))
    )


def test_points_are_shown_without_needless_digits():
    graded = Report("e", "T", Verdict.FAILED, None, 2.5, 7.0, 1, Isolation.FULL, 0.1, (check(Outcome.FAILED),))
    assert "✗ 2.5 of 7 points. 1 of 1 checks to go." in shown(graded)


# --- text from outside: shown, never obeyed ----------------------------------------------------------------------------

HOSTILE = {
    "colour": ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
    "clear screen": ("\x1b[2J\x1b[H", r"\x1b[2J\x1b[H"),
    "window title": ("\x1b]0;owned\x07", r"\x1b]0;owned\x07"),
    "link": ("\x1b]8;;http://x.y\x1b\\click\x1b]8;;\x1b\\", r"\x1b]8;;http://x.y\x1b\click\x1b]8;;\x1b\ ".strip()),
    "C1 introducer": ("\x9b31m", r"\x9b31m"),
    "backspace": ("wrong\x08\x08\x08\x08\x08right", r"wrong\x08\x08\x08\x08\x08right"),
    "carriage return": ("wrong\rright", r"wrong\x0dright"),
    "null": ("a\x00b", r"a\x00b"),
    "form feed": ("a\x0cb\x0bc", r"a\x0cb\x0bc"),
    "delete": ("a\x7fb", r"a\x7fb"),
    "next line": ("a\x85b", r"a\x85b"),
    "line separator": ("a\u2028b\u2029c", r"a\u2028b\u2029c"),
    "right to left": ("\u202egnorw\u202c", r"\u202egnorw\u202c"),
    "isolate": ("\u2066a\u2069", r"\u2066a\u2069"),
    "zero width": ("pass\u200b\u200d\ufeffed", r"pass\u200b\u200d\ufeffed"),
    "surrogate": ("\ud800", r"\ud800"),
    "tab": ("a\tb", "a    b"),
    "markup": ("[bold red]x[/bold red]", "[bold red]x[/bold red]"),
    "markup that closes nothing": ("[/]", "[/]"),
    "markup link": ("[link=http://x.y]x[/link]", "[link=http://x.y]x[/link]"),
    "emoji code": (":smile:", ":smile:"),
    "HTML": ("<script>alert(1)</script>&amp;", "<script>alert(1)</script>&amp;"),
    "percent": ("%s%n{0}{x}", "%s%n{0}{x}"),
}
FIELDS = ["message", "call", "got", "expected", "diagnosis", "reason", "file", "command"]


def with_text(field, text, width=80, encoding="utf-8"):
    """A report with this text in one field, as it is shown."""
    if field in ("file", "command"):
        return shown(report(check(Outcome.FAILED)), width, encoding, **{field: text})
    if field == "reason":
        return shown(report(verdict=Verdict.UNGRADABLE, reason=text), width, encoding)
    value = Diagnosis("d", text) if field == "diagnosis" else text
    return shown(report(check(Outcome.RAISED, **{field: value})), width, encoding)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(("text", "visible"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_shown_as_text(field, text, visible):
    screen = with_text(field, f"<{text}>")
    assert f"<{visible}>" in screen
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in screen.replace("\n", ""))
    assert f"<{in_ascii(visible)}>" in with_text(field, f"<{text}>", encoding="ascii")


@pytest.mark.parametrize("field", ["file", "command"])
def test_a_file_name_cannot_begin_a_line(field):
    assert "one.py\\x0a✓ 20 of 20 points" in with_text(field, "one.py\n✓ 20 of 20 points")


def test_a_command_stays_in_one_piece_on_a_narrow_screen():
    command = "grade exercise1 --file submissions/a-very-long-folder-name/exercise1_activations.py"
    assert f"\n  {command}\n" in shown(report(check(Outcome.FAILED)), width=40, command=command)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    st.sampled_from(FIELDS[:-1]),
    st.text(max_size=120) | st.sampled_from(["x" * 300, "한글 " * 60, "한" * 90]),
    st.sampled_from([20, 40, 80]),
)
def test_no_line_is_longer_than_the_screen_and_none_ends_in_a_space(field, text, width):
    screen = with_text(field, text, width)
    assert screen.endswith("\n  grade exercise1\n")
    for line in screen.splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip(" ")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_printable_keeps_what_is_visible_and_the_ascii_twin_is_ascii(text):
    safe = printable(text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", safe)
    assert printable(safe) == safe
    assert "\n" not in one_line(text)
    assert in_ascii(safe).isascii()
    if text.isascii() and text.isprintable():
        assert in_ascii(safe) == safe == text


def test_every_glyph_of_a_report_has_an_ascii_twin():
    glyphs = {c for graded, *_ in BLOCKS.values() for c in shown(graded) if not c.isascii() and not "가" <= c <= "힣"}
    assert glyphs == set("·✓✗—–→")
    assert [in_ascii(glyph) for glyph in "·✓✗—–→“”…×"] == ["-", "+", "x", "-", "-", "->", '"', '"', "...", "x"]
