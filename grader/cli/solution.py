"""`grade solution exercise3`: the reference beside the learner's own, function by function, once that has full marks."""

from __future__ import annotations

import argparse
import ast
import warnings
from pathlib import Path

from rich.console import Console
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from grader.cli.asked import asked_exercise
from grader.cli.console import make_console
from grader.course import Course, Exercise, find_course, load_course
from grader.errors import SubmissionError, UsageError
from grader.language import _, of_course
from grader.report.lines import show_lines
from grader.report.text import in_ascii, one_line, printable
from grader.standing import Place, Standing, place
from grader.state import read_state
from grader.submission import find_exercises, read_submission

SIDE_BY_SIDE = 100


def solution(options: argparse.Namespace) -> int:
    """Show both; exit code 0, or 2 with the next command where it is too early."""
    course = load_course(options.course or find_course())
    exercise = asked_exercise(course, options, "grade solution")
    folder = find_exercises(Path.cwd())
    here = place(course, folder, read_state(folder), exercise)
    _refuse_too_early(here)
    mine, reference = _sources(course, exercise, here)
    console = make_console()
    console.print(Text(one_line(f"{exercise.id} · {of_course(exercise.title)}"), style="bold"))
    for function in exercise.functions:
        _show(console, function, mine, reference)
    return 0


def _refuse_too_early(here: Place) -> None:
    if here.standing is Standing.DONE:
        return
    name = here.exercise.id
    of_points = {"points": f"{here.points:g}", "most": f"{here.exercise.points:g}"}
    why = {
        Standing.STARTED: _("Yours has {points} of {most} points so far.").format(**of_points),
        Standing.CHANGED: _("Yours has changed since it was graded."),
        Standing.BEGUN: _("Yours has not been graded yet."),
        Standing.UNTOUCHED: _("You have not written anything yet."),
    }.get(here.standing, _("There is no file of yours."))
    rule = _("The reference solution is shown beside your own once yours has full marks.")
    raise UsageError(f"{rule} {why}", next_command=f"grade {name}")


def _sources(course: Course, exercise: Exercise, here: Place) -> tuple[str, str]:
    try:
        mine = read_submission(here.file, exercise.file).source
    except SubmissionError as error:  # it was there a moment ago
        raise UsageError(error.sentence, next_command=f"grade {exercise.id}") from error
    return mine, (course.solutions / exercise.file).read_text(encoding="utf-8")


def _show(console: Console, name: str, mine: str, reference: str) -> None:
    both = [_code(console, code_of(source, name)) for source in (mine, reference)]
    titles = [Text(title, style="bold cyan") for title in (_("Yours"), _("The reference"))]
    show_lines(console, [(Text(""), 0), (Text(name, style="bold"), 0)])
    if console.width < SIDE_BY_SIDE:
        for title, code in zip(titles, both, strict=True):
            show_lines(console, [(title, 2), *((line, 4) for line in code.split("\n", allow_blank=True))])
        return
    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    for _column in both:
        table.add_column(ratio=1, overflow="fold")
    table.add_row(*titles)
    table.add_row(*both)
    console.print(table)


def _code(console: Console, code: str | None) -> Text:
    if code is None:
        return Text(_("(no definition of this name at the top level of the file)"), style="dim")
    code = printable(code)
    if not console.encoding.lower().startswith("utf"):
        code = in_ascii(code)
    # The colours of the terminal itself: whoever has chosen a light background can read them too.
    text = Syntax(code, "python", theme="ansi_dark", background_color="default").highlight(code)
    text.rstrip()
    text.no_wrap = False  # nothing is cut off
    return text


def code_of(source: str, name: str) -> str | None:
    """The last definition of a name at the top level, without its docstring, which both have alike; None without one."""
    lines = source.split("\n")
    found = None
    for node in _parsed(source):
        if name in _names(node):
            found = node
    if found is None or found.end_lineno is None:
        return None
    first = min([found.lineno, *(decorator.lineno for decorator in getattr(found, "decorator_list", []))])
    hidden = _docstring_lines(found)
    return "\n".join(lines[n - 1] for n in range(first, found.end_lineno + 1) if n not in hidden)


def _parsed(source: str) -> list[ast.stmt]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a strange escape in the learner's text is no business of this command
        try:
            return ast.parse(source).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return []  # only where somebody has written into the state that such a file has full marks


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return []


def _docstring_lines(node: ast.stmt) -> range:
    if not isinstance(node, ast.FunctionDef) or ast.get_docstring(node, clean=False) is None or len(node.body) < 2:
        return range(0)
    docstring = node.body[0]
    # Where the docstring shares its line with other code, all stays.
    if docstring.lineno == node.lineno or node.body[1].lineno == docstring.end_lineno:
        return range(0)
    return range(docstring.lineno, (docstring.end_lineno or docstring.lineno) + 1)
