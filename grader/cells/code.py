"""A notebook → `Code`: one text of Python, of each of its lines the place in the notebook, and what was left out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grader.cells.document import Document, read_document
from grader.cells.needed import needed_by
from grader.cells.python import LeftOut, Reading, Statement, read_cell
from grader.language import _, ngettext

_MOST_SHOWN = 5
_MOST_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Code:
    """What is run of a notebook; `name` is what the notebook is called."""

    name: str
    source: str
    places: tuple[str, ...]
    notes: tuple[str, ...]


def code_of(data: bytes, name: str, functions: Sequence[str], most: int) -> Code:
    """The code that these functions need, from the bytes of an .ipynb file. Raises `SubmissionError` for what is none."""
    document = read_document(data, name, most)
    readings = [read_cell(cell) for cell in document.cells]
    broken = None if document.history else _broken_task(readings, functions)
    lines = list(_lines(readings, functions) if broken is None else _whole(broken))
    places = tuple(_("{cell}, line {line}").format(cell=cell, line=line) for cell, line, _text in lines)
    source = "\n".join(text for _cell, _line, text in lines) + "\n"
    return Code(document.name, source, places, tuple(_notes(document, readings, broken)))


def _whole(broken: Reading) -> Iterator[tuple[str, int, str]]:
    """All of a cell that Python cannot read: Python says best itself, in the worker, what is wrong with it."""
    return ((broken.cell.label, number, text) for number, text in enumerate(broken.lines, start=1))


def _lines(readings: Sequence[Reading], functions: Sequence[str]) -> Iterator[tuple[str, int, str]]:
    statements = [statement for reading in readings for statement in reading.statements]
    futures = [statement for statement in statements if _of_the_future(statement)]
    for statement in [*futures, *needed_by(functions, [s for s in statements if not _of_the_future(s)])]:
        for number, text in enumerate(statement.text.split("\n")):
            yield statement.label, statement.line + number, text


def _broken_task(readings: Sequence[Reading], functions: Sequence[str]) -> Reading | None:
    """The last cell that Python cannot read although it defines one of the functions."""
    words = "|".join(map(re.escape, functions))
    task = re.compile(rf"^\s*(?:async\s+)?def\s+(?:{words})\b", re.MULTILINE)
    return next((r for r in reversed(readings) if r.error and task.search("\n".join(r.lines))), None)


def _of_the_future(statement: Statement) -> bool:
    """`from __future__ import …`: Python wants it at the top, and in a notebook it may stand anywhere."""
    return isinstance(statement.node, ast.ImportFrom) and statement.node.module == "__future__"


def _notes(document: Document, readings: Sequence[Reading], broken: Reading | None) -> Iterator[str]:
    if document.history:  # what a session has run is as good as read: its author was told by each cell
        return
    lines = [(reading, line) for reading in readings for line in reading.left_out]
    if lines:
        count = sum(len(reading.lines) if line.whole else 1 for reading, line in lines)
        sentence = ngettext(
            "{count} line is left out, because it is no Python: {which}.",
            "{count} lines are left out, because they are no Python: {which}.",
            count,
        )
        shown = [_shown(line) for _reading, line in lines[:_MOST_SHOWN]]
        yield sentence.format(count=count, which="; ".join(shown) + ("; …" if len(lines) > _MOST_SHOWN else ""))
    for reading in readings:
        if reading.error and reading is not broken:
            sentence = _("Left out, because Python cannot read it: {cell} ({why}).")
            yield sentence.format(cell=reading.cell.label, why=reading.error)


def _shown(line: LeftOut) -> str:
    place = line.label if line.whole else _("{cell}, line {line}").format(cell=line.label, line=line.line)
    text = line.text.strip()
    return f"{place} ({text if len(text) <= _MOST_COLUMNS else text[: _MOST_COLUMNS - 1] + '…'})"
