"""The bytes of an .ipynb file → its code cells. Whatever is no notebook for Python 3 is a `SubmissionError`."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from grader.errors import SubmissionError
from grader.language import _

# In the metadata of a notebook that was made from what a session has run, not saved by its author.
HISTORY = "neuralings_history"
_MOST_WORD = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """One code cell, and what its author calls it: `cell 3` is the third code cell, `cell [7]` the one that ran as number 7."""

    label: str
    source: str


@dataclass(frozen=True, slots=True)
class Document:
    """The code cells of a notebook in order. A history holds each cell as often as it was run, also where it failed."""

    name: str
    history: bool
    cells: tuple[Cell, ...]


def read_document(data: bytes, name: str, most: int) -> Document:
    """The document in these bytes, with at most so many bytes of code."""
    notebook = _in_format_4(_json(data, name), name)
    metadata = _table(notebook.get("metadata"))
    _refuse_other_languages(metadata, name)
    history = metadata.get(HISTORY) is True
    cells = tuple(_cells(notebook, history))
    if not any(cell.source.strip() for cell in cells):
        raise SubmissionError(_("{name} has no cell with code in it.").format(name=name))
    size = sum(len(cell.source.encode("utf-8")) for cell in cells)
    if size > most:
        sentence = _("The code in {name} is {size:.1f} MiB large. A solution is a few KiB; at most {most} MiB is read.")
        raise SubmissionError(sentence.format(name=name, size=size / (1 << 20), most=most >> 20))
    return Document(_("This notebook") if history else name, history, cells)


def _json(data: bytes, name: str) -> dict[str, Any]:
    if not data.strip():
        raise SubmissionError(_("{name} is empty: no notebook. Was it saved?").format(name=name))
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SubmissionError(_("{name} is no notebook: it is not UTF-8 text.").format(name=name)) from error
    except json.JSONDecodeError as error:
        sentence = _("{name} is no notebook, or a damaged one: line {line}: {what}. Save it again from Jupyter.")
        raise SubmissionError(sentence.format(name=name, line=error.lineno, what=error.msg)) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists in lists without end
        raise SubmissionError(_("{name} is no notebook that can be read.").format(name=name)) from error
    if not isinstance(document, dict) or "nbformat" not in document:
        raise SubmissionError(_("{name} is JSON, but no notebook.").format(name=name))
    return document


def _in_format_4(document: dict[str, Any], name: str) -> dict[str, Any]:
    import nbformat

    major, minor = document["nbformat"], document.get("nbformat_minor", 0)
    if type(major) is not int or type(minor) is not int or major not in nbformat.versions:
        sentence = _("{name} is a notebook of format {version}, which is not known here. Save it in format 4.")
        raise SubmissionError(sentence.format(name=name, version=str(major)[:_MOST_WORD]))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of ids that are missing: we need none
            notebook = nbformat.versions[major].to_notebook_json(document, minor=minor)
            converted: dict[str, Any] = nbformat.convert(notebook, 4)  # type: ignore[no-untyped-call]
    except Exception as error:  # of a damaged file, the converters raise whatever comes
        raise _damaged(name) from error
    if not isinstance(converted, dict) or not isinstance(converted.get("cells"), list):
        raise _damaged(name)
    return converted


def _damaged(name: str) -> SubmissionError:
    return SubmissionError(_("{name} is a damaged notebook. Open it in Jupyter, and save it again.").format(name=name))


def _refuse_other_languages(metadata: dict[str, Any], name: str) -> None:
    kernel, info = _table(metadata.get("kernelspec")), _table(metadata.get("language_info"))
    spoken = str(info.get("name") or kernel.get("language") or "python")
    if not spoken.lower().startswith(("python", "ipython")):
        sentence = _("{name} is a notebook for {language}, not for Python.")
        raise SubmissionError(sentence.format(name=name, language=spoken[:_MOST_WORD]))
    kernel_name, version = str(kernel.get("name", "")), str(info.get("version", ""))
    if kernel_name == "python2" or (not kernel_name and version.startswith("2.")):
        sentence = _("{name} is a notebook for Python 2. Choose a kernel of Python 3, run it, and save it again.")
        raise SubmissionError(sentence.format(name=name))


def _cells(notebook: dict[str, Any], history: bool) -> Iterator[Cell]:
    number = 0
    for cell in notebook["cells"]:
        if not isinstance(cell, dict) or cell.get("cell_type") != "code":
            continue
        number += 1
        ran_as, source = cell.get("execution_count"), cell.get("source")
        if history and type(ran_as) is int:
            label = _("cell [{number}]").format(number=ran_as)
        else:
            label = _("cell {number}").format(number=number)
        # JSON can hold halves of characters, which no source of Python can.
        text = source.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(source, str) else ""
        yield Cell(label, text)


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
