"""Text from outside as Markdown that means just this text: no heading, no link, no HTML can come out of it."""

from __future__ import annotations

import re

from grader.report.text import lines, one_line, plain

_ACTIVE = re.compile(r"[\\`*_\[\]<>&#|~!$]")
# What begins a list, a heading, a quotation, a rule or a table where it stands first.
_AT_START = re.compile(r"^(\d{1,9})?([-+=.):])")
# What GitHub makes links of without being asked.
_LINK = re.compile(r"(?<=https)(:)(?=//)|(?<=http)(:)(?=//)|(?<=ftp)(:)(?=//)|(?<=www)(\.)|(@)", re.IGNORECASE)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_FENCE = re.compile(r"`{3,}")


def inline(text: str) -> str:
    """The text as one line of prose; what stands between two backticks stays code."""
    text = " ".join(plain(text).split())
    parts = _CODE.split(text)  # prose, code, prose, code, …
    return "".join(_prose(part, first=n == 0) if n % 2 == 0 else _code(part) for n, part in enumerate(parts))


def block(text: str) -> str:
    """The text as a block of code, behind a fence that is longer than any in it."""
    shown = "\n".join(lines(plain(text)))
    fence = "`" * (max((len(run) for run in _FENCE.findall(shown)), default=2) + 1)
    return f"{fence}text\n{shown}\n{fence}"


def cell(text: str) -> str:
    """The text as the cell of a table."""
    return inline(one_line(text))


def _code(text: str) -> str:
    return f"`{text}`" if text.strip() else _prose(f"`{text}`", first=False)


def _prose(text: str, *, first: bool) -> str:
    text = _LINK.sub(lambda match: f"\\{match[0]}", _ACTIVE.sub(r"\\\g<0>", text))
    return _AT_START.sub(r"\1\\\2", text) if first else text
