"""A gradebook that another system has exported: read as it is, some cells filled in, every other byte kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grader.errors import UsageError
from grader.language import _

_MOST_CELL = 1 << 24
_BOM = "\ufeff"
_END = "\r\n"  # csv puts quotes around what would end a line, and only around that


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a CSV file, the header first, each beside the text that it was read from."""

    rows: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]
    delimiter: str
    encoding: str

    @property
    def header(self) -> tuple[str, ...]:
        """The first row."""
        return self.rows[0]

    def cell(self, row: int, column: int) -> str:
        """A cell without the blanks around it; empty where the row is too short."""
        return self.rows[row][column].strip() if column < len(self.rows[row]) else ""

    def filled(self, cells: Mapping[tuple[int, int], str]) -> bytes:
        """The file with these cells instead of its own. A row without any of them keeps its very text."""
        changed = {row for row, _column in cells}
        texts = [self._row(number, cells) if number in changed else text for number, text in enumerate(self.texts)]
        return "".join(texts).encode(self.encoding)

    def _row(self, number: int, cells: Mapping[tuple[int, int], str]) -> str:
        values = list(self.rows[number])
        for (row, column), value in cells.items():
            if row == number:
                values += [""] * (column + 1 - len(values))
                values[column] = value
        out = io.StringIO()
        csv.writer(out, delimiter=self.delimiter, lineterminator=_END).writerow(values)
        text = self.texts[number]
        return out.getvalue().removesuffix(_END) + text[len(text.rstrip("\r\n")) :]


def read_sheet(data: bytes, name: str) -> Sheet:
    """The sheet in these bytes; `,`, `;` and tabs are told apart. Raises `UsageError` for what is none."""
    # With its byte order in its name, an encoding leaves the mark in the text, and no byte changes on the way back.
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        sentence = _("{name} is not UTF-8 text. Export it once more, as CSV, and do not save it in a spreadsheet.")
        raise UsageError(sentence.format(name=name)) from error
    delimiter = _delimiter(text.partition("\n")[0])
    csv.field_size_limit(_MOST_CELL)
    try:
        rows = list(_rows(text, delimiter))
    except csv.Error as error:
        raise UsageError(_("{name} is not a CSV file: {why}.").format(name=name, why=error)) from error
    if len(rows) < 2 or len(rows[0][0]) < 2:
        raise UsageError(
            _("{name} has no columns or no rows. Give the CSV file that your system exported.").format(name=name)
        )
    return Sheet(tuple(row for row, _text in rows), tuple(text for _row, text in rows), delimiter, encoding)


def _delimiter(first_line: str) -> str:
    return max(",;\t", key=first_line.count)


def _rows(text: str, delimiter: str) -> Iterator[tuple[tuple[str, ...], str]]:
    mark = _BOM if text.startswith(_BOM) else ""
    lines = io.StringIO(text.removeprefix(_BOM), newline="").readlines()
    reader, begun = csv.reader(lines, delimiter=delimiter, strict=False), 0
    for row in reader:
        yield tuple(row), mark + "".join(lines[begun : reader.line_num])
        mark, begun = "", reader.line_num
