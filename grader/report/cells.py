"""Tables as CSV that a spreadsheet can open: what it would take for a formula stays text, numbers stay numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from grader.report.text import legal

# What Excel, LibreOffice and Google Sheets calculate; also behind quotes of our own, so that `restored` can tell them apart.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
Cell = str | float | int | None


def defused(text: str) -> str:
    """The text as a cell: what a spreadsheet would calculate begins with an apostrophe, which makes it text again."""
    text = legal(text)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def restored(cell: str) -> str:
    """The text that `defused` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def mark_text(mark: float) -> str:
    """A mark with the two decimals at which gradebooks compare."""
    return f"{mark:.2f}"


def as_csv(rows: Iterable[Sequence[Cell]], *, bom: bool = False) -> bytes:
    """The rows as UTF-8, floats as marks. Excel reads UTF-8 only behind a byte order mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8")


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return defused(value)
    if value is None:
        return ""
    return mark_text(value) if isinstance(value, float) else str(value)
