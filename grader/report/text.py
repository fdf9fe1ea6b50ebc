"""Text from outside made safe to show: no terminal control, no hidden direction changes, no surprise in width."""

from __future__ import annotations

import re
import unicodedata

from grader.language import _

# C0 but tab and newline, DEL, C1, line and paragraph separators, bidirectional controls, letters without width or without ink
# (soft hyphen, joiners, Hangul fillers, tags), notes between lines, lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
# Accents pile up over the lines above; three are enough for any alphabet.
_ACCENT = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(f"({_ACCENT}{{3}}){_ACCENT}+")
# What neither XML 1.0 nor UTF-8 can hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_LINES = 40
_ASCII = {
    "✓": "+",
    "✗": "x",
    "–": "-",
    "—": "-",
    "→": "->",
    "·": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "’": "'",
    "×": "x",
    "≈": "~",
}


def printable(text: str) -> str:
    """The text with every character that could move the cursor or hide text shown as an escape."""
    return _PILE.sub(r"\1", _UNSAFE.sub(lambda match: _escape(match[0]), text)).replace("\t", "    ")


def legal(text: str) -> str:
    """The text with every character that no document may hold shown as an escape; all others stay as they are."""
    return _ILLEGAL.sub(lambda match: _escape(match[0]), text)


def plain(text: str) -> str:
    """Text for a document: what `printable` and `legal` leave."""
    return legal(printable(text))


def lines(text: str) -> list[str]:
    """The text's lines, printable, and no more of them than fit a screen or two: nobody can scroll our words away."""
    all_lines = printable(text).split("\n")
    if len(all_lines) <= _MOST_LINES:
        return all_lines
    return [*all_lines[:_MOST_LINES], _("… ({number} lines more)").format(number=len(all_lines) - _MOST_LINES)]


def columns(text: str) -> int:
    """As `rich.cells.cell_len` counts, Hangul as two, without rich: `grade --help` must not cost more than Python."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def folded(text: str, width: int) -> list[str]:
    """The words of a sentence in lines of at most so many columns; only a longer word has more."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".lstrip()
        if found[-1] and columns(longer) > width:
            found.append(word)
        else:
            found[-1] = longer
    return found


def one_line(text: str) -> str:
    """The same for a name that must not go on in a line of its own: a file can be called `a\\n✓ passed`."""
    return printable(text).replace("\n", "\\x0a")


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def in_ascii(text: str) -> str:
    """The text for a terminal that knows ASCII only."""
    return fitting(text, "ascii")


def fitting(text: str, encoding: str | None) -> str:
    """The text as a terminal of this encoding can show it: twins for our glyphs, escapes for what else it does not know."""
    encoding = encoding or "ascii"
    if encoding.lower().startswith("utf"):
        return text
    text = "".join(letter if _knows(encoding, letter) else _ASCII.get(letter, letter) for letter in text)
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _knows(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
