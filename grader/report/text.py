"""Text from outside made safe to show: no terminal control, no hidden direction changes, no surprise in width."""

from __future__ import annotations

import re

# C0 but tab and newline, DEL, C1, line and paragraph separators, bidirectional controls, zero-width characters, lone surrogates.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_ASCII = {"✓": "+", "✗": "x", "–": "-", "—": "-", "→": "->", "·": "-", "…": "...", "“": '"', "”": '"', "’": "'", "×": "x"}


def printable(text: str) -> str:
    """The text with every character that could move the cursor or hide text shown as an escape."""
    return _UNSAFE.sub(lambda match: _escape(match[0]), text).replace("\t", "    ")


def one_line(text: str) -> str:
    """The same for a name that must not go on in a line of its own: a file can be called `a\\n✓ passed`."""
    return printable(text).replace("\n", "\\x0a")


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def in_ascii(text: str) -> str:
    """The text for a terminal that knows ASCII only."""
    for glyph, twin in _ASCII.items():
        text = text.replace(glyph, twin)
    return text.encode("ascii", "backslashreplace").decode("ascii")
