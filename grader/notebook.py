"""`from grader.notebook import grade`: in a cell of Jupyter or Colab, grade the functions that this session has defined.

What is graded is what the session has run: the cells in the order in which they ran, of these the last definition of each function
of the exercise, and what these need (`grader.cells` says how that is found). The grading is done by a `grade` in a process of its
own: forking this one, with its threads and perhaps TensorFlow in it, would not be safe, and nothing here is disturbed by it.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.cells import HISTORY
from grader.cli.children import own_command
from grader.course import Exercise, find_course, load_course
from grader.errors import GraderError, UsageError
from grader.language import _, language, speak
from grader.results import Report

_FILE = "notebook.ipynb"


@dataclass(frozen=True, eq=False)
class Grading:
    """What `grade` gives back: a notebook shows it as a page, a terminal as text. `report` is None where `sentence` says why."""

    report: Report | None
    sentence: str = ""
    notes: tuple[str, ...] = ()

    def _repr_html_(self) -> str:
        from grader.report.html import report_html, sentence_html

        return sentence_html(self.sentence) if self.report is None else report_html(self.report, self.notes)

    def __repr__(self) -> str:
        if self.report is None:
            return self.sentence
        from rich.console import Console

        from grader.report.terminal import show_report

        text = io.StringIO()
        # Left alone, it would find the notebook and show each line as an output of its own.
        console = Console(
            file=text, width=80, color_system=None, force_jupyter=False, force_terminal=False, markup=False
        )
        show_report(console, self.report, _("the cell"), f'grade("{self.report.exercise}")')
        return text.getvalue().rstrip("\n")


def grade(
    exercise: str | int, *, seed: int | None = None, lang: str | None = None, course: str | None = None
) -> Grading:
    """Grade one exercise, `grade("exercise1")`, as this session has it. Raises `UsageError` outside of a notebook."""
    shell = _shell()
    try:
        speak(lang)
        folder = Path(course).resolve() if course else find_course()
        asked = load_course(folder).exercise(str(exercise))
        cells = _cells(shell)
        _refuse_nothing(asked, shell)
        words = [asked.id, "--json", "--lang", language(), "--course", str(folder)]
        return _graded_elsewhere([*words, *(["--seed", str(seed)] if seed is not None else [])], cells)
    except GraderError as error:
        return Grading(None, error.sentence)


def _shell() -> Any:
    """The IPython that runs this cell."""
    # Whoever is in a notebook has imported it long ago.
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None or getattr(shell, "history_manager", None) is None:
        raise UsageError(
            _("grade(…) works in a cell of a notebook. In a terminal, type: grade exercise1 --file my.ipynb")
        )
    return shell


def _cells(shell: Any) -> list[dict[str, Any]]:
    """What has run in this session, this cell included, as the cells of a notebook."""
    ran = shell.history_manager.input_hist_raw
    return [
        {"cell_type": "code", "execution_count": number, "metadata": {}, "outputs": [], "source": str(source)}
        for number, source in enumerate(ran)
        if source
    ]


def _refuse_nothing(exercise: Exercise, shell: Any) -> None:
    if not any(callable(shell.user_ns.get(name)) for name in exercise.functions):
        sentence = _(
            "No function of {exercise} is defined in this session yet: {functions}. Run the cell that defines them, then this one."
        )
        raise UsageError(sentence.format(exercise=exercise.id, functions=", ".join(exercise.functions)))


def _graded_elsewhere(words: Sequence[str], cells: list[dict[str, Any]]) -> Grading:
    document = {"nbformat": 4, "nbformat_minor": 4, "metadata": {HISTORY: True}, "cells": cells}
    try:
        with tempfile.TemporaryDirectory(prefix="grade-") as folder:
            file = Path(folder, _FILE)
            file.write_text(json.dumps(document), encoding="utf-8")
            out, err = _run([*words, "--file", str(file)])
    except OSError as error:
        raise UsageError(_("grade cannot start a process here: {why}.").format(why=error.strerror)) from error
    notes = tuple(line for line in err.splitlines() if line.strip())
    try:
        return Grading(Report.from_dict(json.loads(out)), notes=notes)
    except (ValueError, LookupError, TypeError):
        # No document: what it wrote instead says why.
        return Grading(None, "\n".join(notes) or _("grade has ended without an answer."))


def _run(words: Sequence[str]) -> tuple[str, str]:
    # The backend of the notebook draws into a cell; over there is none.
    environment = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    with subprocess.Popen(
        own_command(*words),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            return process.communicate()
        except BaseException:  # the cell is stopped by its user
            process.terminate()
            raise
