"""A cell → its statements, without what is no Python: magics, shell lines, questions, `get_ipython`."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from grader.cells.document import Cell
from grader.cells.names import Names, names_of

# After `%%`: what leaves the body of the cell as it is, and runs it. Every other one may do anything with it.
_RUN_THE_BODY = {"time", "capture", "prun"}
_MAGIC = re.compile(
    r"""\s*(?: %{1,2}\w | [!?]                      # %matplotlib inline   !pip install …   ?softmax
             | [\w.*\[\]]+\?{1,2}\s*$               # softmax?
             | [\w.,\ \[\]'"]+=\s*(?: ! | %\w ) )   # files = !ls          answer = %sql …
    """,
    re.VERBOSE,
)
_SURELY = re.compile(r"\s*(?:%\w|!)")
# How much of a cell is read again and again, all in all, in search of magics: real cells need a few KiB.
_MOST_READ = 20 << 20
_MOST_TRIES = 200
_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement at the top of a cell: its text, the cell's label, the line in the cell where it begins, its names."""

    label: str
    line: int
    text: str
    node: ast.stmt
    names: Names


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is no Python; `whole` where the rest of its cell is left out too."""

    label: str
    line: int
    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell holds. Where it is broken, `error` says why, and there are no statements."""

    cell: Cell
    lines: Sequence[str]
    statements: Sequence[Statement] = ()
    left_out: Sequence[LeftOut] = ()
    error: str = ""


def read_cell(cell: Cell) -> Reading:
    """The statements of one cell. Nothing in it can make this raise."""
    lines = cell.source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    left_out: list[LeftOut] = []
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[first].startswith("%%"):
        words = lines[first][2:].split()
        whole = words[:1] == [] or words[0] not in _RUN_THE_BODY
        left_out.append(LeftOut(cell.label, first + 1, lines[first], whole))
        if whole:
            return Reading(cell, lines, left_out=left_out)
        lines[first] = ""
    try:
        tree = _parse(cell.label, lines, left_out)
        statements = [_statement(cell.label, lines, node) for node in tree.body]
    except _UNREADABLE as error:
        return Reading(cell, lines, left_out=left_out, error=_why(error))
    left_out += [LeftOut(s.label, s.line, s.text.partition("\n")[0]) for s in statements if _asks_ipython(s)]
    return Reading(cell, lines, [s for s in statements if not _asks_ipython(s)], left_out)


def _parse(label: str, lines: list[str], left_out: list[LeftOut]) -> ast.Module:
    """Python itself says which line it cannot read: where that is a magic, it becomes `pass`, and Python reads on."""
    size = sum(map(len, lines)) + 1
    for _ in range(min(_MOST_TRIES, _MOST_READ // size + 1)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of "\d" and the like: not ours to complain about here
                return ast.parse("\n".join(lines))
        except SyntaxError as error:
            number = (error.lineno or 0) - 1
            if not 0 <= number < len(lines) or not _MAGIC.match(lines[number]):
                raise
            while number < len(lines):  # where a magic has ended, the next line may well be another
                left_out.append(LeftOut(label, number + 1, lines[number].strip()))
                number = _blank(lines, number)
                if number < len(lines) and not _SURELY.match(lines[number]):
                    break
    raise RecursionError


def _blank(lines: list[str], number: int) -> int:
    """`pass` instead of a magic, which goes on after a backslash; the number of the line after it."""
    goes_on = lines[number].endswith("\\")
    lines[number] = lines[number][: len(lines[number]) - len(lines[number].lstrip())] + "pass"
    number += 1
    while goes_on and number < len(lines):
        goes_on = lines[number].endswith("\\")
        lines[number] = ""
        number += 1
    return number


def _statement(label: str, lines: list[str], node: ast.stmt) -> Statement:
    decorators = getattr(node, "decorator_list", [])
    line = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    assert node.end_lineno is not None
    text = lines[line - 1 : node.end_lineno]
    # Columns count bytes. The end first: it may be the same line.
    text[-1] = text[-1].encode("utf-8")[: node.end_col_offset].decode("utf-8")
    if not decorators:
        text[0] = text[0].encode("utf-8")[node.col_offset :].decode("utf-8")
    return Statement(label, line, "\n".join(text), node, names_of("\n".join(text), node))


def _asks_ipython(statement: Statement) -> bool:
    return "get_ipython" in statement.names.now


def _why(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}: {error.msg}"
    return type(error).__name__
