"""A learner's file is read as Python would read it, or refused with a sentence that says what to do."""

import codecs
import errno
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.errors import SubmissionError, UsageError
from grader.submission import MAX_BYTES, Submission, decode_source, find_exercises, read_submission

HANGUL = "# 한글 주석\nx = '값'\n"


def refusal(data, name="work.py"):
    """The sentence that these bytes are refused with."""
    with pytest.raises(SubmissionError) as caught:
        decode_source(data, name)
    return caught.value.sentence


@pytest.fixture
def path(tmp_path):
    return tmp_path / "work.py"


def refusal_of(path):
    with pytest.raises(SubmissionError) as caught:
        read_submission(path, "exercise1.py")
    return caught.value.sentence


# --- files -------------------------------------------------------------------------------------------------------------


def test_a_file_becomes_text_under_the_name_that_it_is_graded_as(path):
    data = HANGUL.encode()
    path.write_bytes(data)
    assert read_submission(path, "exercise1.py") == Submission("exercise1.py", HANGUL, hashlib.sha256(data).hexdigest())


def test_a_missing_file(path):
    assert refusal_of(path) == f"There is no file {path}."


def test_a_missing_folder(tmp_path):
    assert refusal_of(tmp_path / "no" / "work.py") == f"There is no file {tmp_path / 'no' / 'work.py'}."


def test_a_file_for_a_folder(path):
    path.write_text("x = 1\n")
    assert refusal_of(path / "work.py") == "work.py cannot be read: Not a directory."


def test_a_folder(path):
    path.mkdir()
    assert refusal_of(path) == "work.py is a folder, not a Python file."


def test_a_fifo_is_refused_without_waiting_for_a_writer(path):
    os.mkfifo(path)
    assert refusal_of(path) == "work.py is not a regular file."


def test_a_device():
    assert refusal_of(Path(os.devnull)) == "null is not a regular file."


@pytest.mark.parametrize("target", ["other.py", "missing.py", "/etc/passwd", "work.py"])
def test_a_link_is_not_followed(path, target):
    (path.parent / "other.py").write_text("x = 1\n")
    path.symlink_to(target)
    assert refusal_of(path) == "work.py is a link to another file. Put the file itself there."


def test_a_name_that_is_too_long(tmp_path):
    name = "x" * 300 + ".py"
    assert refusal_of(tmp_path / name) == f"{name} cannot be read: File name too long."


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
def test_a_file_that_may_not_be_read(path, monkeypatch, number):
    def refuse(*args, **kwargs):
        raise OSError(number, os.strerror(number))

    path.write_text("x = 1\n")
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)  # permission bits do not bind root
        sentence = refusal_of(path)
    assert sentence == f"work.py cannot be read: you have no permission. Try `chmod u+r {path}`."


def test_a_file_that_breaks_while_it_is_read(path, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    path.write_text("x = 1\n")
    with monkeypatch.context() as patch:
        patch.setattr("grader.submission.io.FileIO", fail)
        sentence = refusal_of(path)
    assert sentence == "work.py cannot be read: Input/output error."


def test_no_descriptor_is_left_open(path):
    path.write_bytes(b"\xff")
    before = sorted(os.listdir("/proc/self/fd"))
    for _ in range(3):
        refusal_of(path)
    assert sorted(os.listdir("/proc/self/fd")) == before


def test_one_mebibyte_is_read_and_one_byte_more_is_not(path):
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read_submission(path, "exercise1.py").source) == MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert refusal_of(path) == "work.py is 1.0 MiB large. A solution is a few KiB; at most 1 MiB is read."
    os.truncate(path, 5 * MAX_BYTES // 2)
    assert refusal_of(path) == "work.py is 2.5 MiB large. A solution is a few KiB; at most 1 MiB is read."


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n\n"])
def test_an_empty_file(path, data):
    path.write_bytes(data)
    assert refusal_of(path) == "work.py is empty. `grade reset` puts the stub back."


def test_the_nearest_exercises_folder(tmp_path):
    inner = tmp_path / "course" / "exercises" / "deep"
    inner.mkdir(parents=True)
    folder = tmp_path / "course" / "exercises"
    assert find_exercises(inner) == find_exercises(folder) == find_exercises(tmp_path / "course") == folder
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "exercises").write_text("a file, not a folder")
    with pytest.raises(UsageError) as caught:
        find_exercises(tmp_path / "other")
    assert caught.value.next_command == "grade init"
    assert caught.value.sentence == (f"There is no exercises/ folder in {tmp_path / 'other'} or in a folder above it.")


# --- encodings ---------------------------------------------------------------------------------------------------------

ACCEPTED = {
    "utf-8": HANGUL.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + HANGUL.encode(),
    "utf8 declared": f"# coding: utf8\n{HANGUL}".encode(),
    "utf8 declared, with a mark": codecs.BOM_UTF8 + f"# coding: utf8\n{HANGUL}".encode(),
    "UTF-8 declared as Emacs does": f"# -*- coding: UTF-8 -*-\n{HANGUL}".encode(),
    "utf-8-sig declared": f"# coding: utf-8-sig\n{HANGUL}".encode(),
    "latin-1 declared, with a mark": codecs.BOM_UTF8 + f"# coding: latin-1\n{HANGUL}".encode(),
    **{
        f"{name} declared": f"# coding: {name}\n{HANGUL}".encode(encoding)
        for name, encoding in {
            "cp949": "cp949",
            "uhc": "cp949",
            "ms949": "cp949",
            "euc-kr": "euc-kr",
            "euckr": "euc-kr",
        }.items()
    },
}


@pytest.mark.parametrize("data", ACCEPTED.values(), ids=ACCEPTED)
def test_korean_text_is_read_in_the_encodings_that_are_in_use(data):
    source = decode_source(data, "work.py")
    assert source.endswith(HANGUL)
    assert "\ufeff" not in source
    names = {}
    exec(compile(source, "work.py", "exec", dont_inherit=True), names)
    assert names["x"] == "값"


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        *((name, "cp1252", "é€") for name in ("cp1252", "windows-1252", "CP1252")),
        *((name, "latin-1", "é£") for name in ("latin-1", "latin1", "iso-8859-1", "ISO_8859-1", "l1")),
        ("iso-8859-15", "iso-8859-15", "é€"),
        ("ascii", "ascii", "e"),
        ("us-ascii", "ascii", "e"),
    ],
)
def test_european_text_is_read_in_its_declared_encoding(declared, encoding, text):
    source = f"#!/usr/bin/env python\n# vim: set fileencoding={declared} :\nx = '{text}'\n"
    assert decode_source(source.encode(encoding), "work.py") == source


@pytest.mark.parametrize(
    "name", ["utf-7", "UTF-7", "utf_7", "utf-16", "rot13", "base64", "punycode", "shift_jis", "johab"]
)
def test_an_encoding_that_could_hide_code_is_refused(name):
    assert refusal(f"# coding: {name}\nx = 1\n".encode()) == (
        f"work.py says that it is written in {name}, which is not accepted. Save it as UTF-8."
    )


def test_a_comment_stays_a_comment():
    hidden = b"# coding: utf-7\n# +AAo-import os\n"
    assert "utf-7" in refusal(hidden)
    assert decode_source(b"\n\n" + hidden, "work.py") == "\n\n" + hidden.decode()  # line 3 declares nothing


def test_an_encoding_that_python_does_not_know():
    assert refusal(b"# coding: klingon\nx = 1\n") == (
        "work.py names an encoding that Python does not know. Save it as UTF-8."
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("text", ["x = 1\n# hello\n", HANGUL])
def test_utf_16_and_32_with_their_mark(encoding, order, text):
    codec = f"{encoding}-{order}"
    assert (
        refusal(("\ufeff" + text).encode(codec)) == f"work.py is saved as {encoding.upper()}. Save it again as UTF-8."
    )


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("text", ["x = 1\n# hello\n", "# 한글 comment\nx = 1 + 1\n"])
def test_utf_16_without_a_mark(order, text):
    assert refusal(text.encode(f"utf-16-{order}")) == "work.py looks like UTF-16. Save it again as UTF-8."


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\x00", 1),
        (b"x = 1\n\x00", 2),
        (b"x = 1\r\ny = 2\r\n# \x00\r\n", 3),
        (b"x = 1\ry = 2\r\x00", 3),
        (b"a\n\r\nb\x00\x00", 3),
        ("x = 1\n".encode("utf-32-le"), 1),
        (b"\x7fELF\x02\x01\x01\x00\x00", 1),
    ],
)
def test_a_null_byte_names_its_line(data, line):
    assert refusal(data) == (f"work.py has a null byte in line {line}: this is not a text file. Save it as UTF-8 text.")


@pytest.mark.parametrize(
    ("data", "line", "byte", "encoding"),
    [
        (b"\xe9", 1, "e9", "utf-8"),
        (b"a\nb\n# \xe9t\xe9\n", 3, "e9", "utf-8"),
        (b"a\r\nb\r\n# \xe9\r\n", 3, "e9", "utf-8"),
        (b"a\rb\r# \xe9\r", 3, "e9", "utf-8"),
        (b"\n" * 99 + b"x = '\xa4'", 100, "a4", "utf-8"),
        ("# 한글\n".encode() + b"# \xff", 2, "ff", "utf-8"),
        (codecs.BOM_UTF8 + b"\n\n\nx = 'abc\xe9'\n", 4, "e9", "utf-8"),
        (codecs.BOM_UTF8 + b"x = 'abc\xe9'\n", 1, "e9", "utf-8"),
        (b"# coding: utf-8\n# \x80\n", 2, "80", "utf-8"),
        (b"# coding: ascii\n\n# \xe9\n", 3, "e9", "ascii"),
        (b"# coding: cp1252\n# \x81\n", 2, "81", "cp1252"),
        (b"# coding: cp949\n# \xff\n", 2, "ff", "cp949"),
        (b"\x89PNG\r\n\x1a\n", 1, "89", "utf-8"),
    ],
)
def test_a_stray_byte_names_its_line_and_itself(data, line, byte, encoding):
    assert refusal(data) == f"work.py, line {line}: byte 0x{byte} is not {encoding}. Save the file as UTF-8."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_reads_as_a_newline(end):
    text = "def f():\n    '''two\n    lines'''\n\n    return 1\n"
    assert decode_source(text.replace("\n", end).encode(), "work.py") == text
    assert decode_source(b"a\r\nb\rc\nd\n\re", "work.py") == "a\nb\nc\nd\n\ne"


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(min_size=1), st.sampled_from(["utf-8", "utf-8-sig"]))
def test_utf_8_text_comes_back_or_is_refused_for_what_is_in_it(text, encoding):
    data = text.encode(encoding)
    if "\x00" in text or not data.strip() or "coding" in text or text.startswith("\ufeff"):
        return
    assert decode_source(data, "work.py") == text.replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.binary(max_size=80),
    st.sampled_from([b"", codecs.BOM_UTF8, b"# coding: cp949\n", b"# coding: latin-1\n", b"# coding:"]),
)
def test_any_bytes_are_text_without_null_or_carriage_return_or_refused(data, start):
    try:
        source = decode_source(start + data, "work.py")
    except SubmissionError as error:
        sentence = error.sentence
    else:
        sentence = ""
        assert not {"\x00", "\r"} & set(source)
    assert sentence == "" or (sentence.startswith("work.py") and sentence.endswith(("UTF-8.", "back.", "text.")))
