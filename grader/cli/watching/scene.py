"""What a watching session shows: the scene as data, and its body and footer as lines."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader.cli.hint import Hints, hint_lines
from grader.cli.options import typed
from grader.cli.overview import overview_lines
from grader.course import Course, Exercise
from grader.language import _, of_course
from grader.report.brief import Lines, brief, cut
from grader.report.lines import wrapped
from grader.report.progress import progress_bar
from grader.report.text import lines as text_lines
from grader.report.text import one_line
from grader.results import Outcome, Report, Verdict
from grader.standing import places
from grader.state import State

_KEY, _BLANK = "bold", (Text(""), 0)
# On a screen of fewer rows, the report needs the row of the file's name.
_ROOMY = 20


class View(Enum):
    """What the screen is for at the moment."""

    REPORT = "the report, and the keys"
    CHECKING = "the last report of this exercise, and that the next is on its way"
    LIST = "where the learner stands"
    RESETTING = "the question whether to reset"


@dataclass
class Scene:
    """All that can be seen. The session changes it and draws it anew."""

    course: Course
    folder: Path
    options: argparse.Namespace
    exercise: Exercise
    state: State
    view: View = View.CHECKING
    report: Report | None = None
    trouble: str = ""
    """Why there is no report: the grader itself cannot work."""
    hints: Hints | None = None
    hints_left: bool = True
    message: str = ""
    graded_at: str = ""
    polling: bool = False

    @property
    def file(self) -> Path:
        """The file that is watched."""
        return self.folder / self.exercise.file

    @property
    def done(self) -> bool:
        """Whether the last report of this exercise has full marks."""
        return self.report is not None and self.report.outcome is Verdict.PASSED

    def command(self, command: str) -> str:
        """A command as it must be typed here."""
        return one_line(typed(command, self.options))

    def body(self, console: Console, height: int) -> list[Text]:
        """The rows above the footer."""
        if self.view is View.LIST:
            return cut(console, self._overview(console, height), height, self.command("grade"))
        whole = self.command(f"grade {self.exercise.id}")
        if self.report is not None and not self.trouble:
            return brief(console, self.report, self._extra(console, height), height, whole)
        title = Text(f"{self.exercise.id} · {of_course(self.exercise.title)}", style="bold")
        trouble: Lines = [(Text(line, style="red"), 2) for line in text_lines(self.trouble)] if self.trouble else []
        return cut(console, wrapped(console, [(title, 0), _BLANK, *trouble]), height, whole)

    def _overview(self, console: Console, height: int) -> list[Text]:
        """Where the learner stands; without the titles where that is what makes it fit."""
        for titles in (True, False):
            found = overview_lines(self.course, self.folder, self.state, console.width, self.options, titles=titles)
            rows = wrapped(console, found)
            if len(rows) <= height:
                break
        return rows

    def footer(self, console: Console) -> Lines:
        """The rows at the bottom; the cursor waits behind the last."""
        if self.view is View.LIST:
            return [(Text(_("Any key leads back.")), 0)]
        bar = progress_bar(places(self.course, self.folder, self.state), console.width)
        found: Lines = [(bar, 0)]
        if console.height >= _ROOMY:
            found.append((self._file_line(), 0))
        if self.polling:
            found.append((Text(_("No word of saves comes from this folder, so it is looked at 3 times a second."), "dim"), 0))
        if self.message:
            found.append((Text(self.message, style="yellow"), 0))
        return [*found, (self._prompt(), 0)]

    def _extra(self, console: Console, height: int) -> Lines:
        if self.hints is not None:
            every = list(hint_lines(self.hints))
            fits = len(wrapped(console, every)) <= height // 2
            return every if fits else list(hint_lines(self.hints, newest_only=True))
        if not os.path.lexists(self.file):
            return [(Text(_("Has it another name now? The key x gives you the exercise anew.")), 0)]
        file = one_line(os.path.relpath(self.file))
        if self.report is not None and {check.outcome for check in self.report.checks} == {Outcome.NOT_IMPLEMENTED}:
            begin = _("Open {file} in your editor, write {function}, and save it: the answer appears here.")
            return [(Text(begin.format(file=file, function=self.exercise.functions[0])), 0)]
        if not self.done:
            return []
        compare = _("To compare, in another terminal: {command}")
        picture = _("A picture of it: {command}")
        drawn = self.course.pictures_of(self.exercise).is_file()
        return [
            (Text(compare.format(command=self.command(f"grade solution {self.exercise.id}"))), 0),
            *([(Text(picture.format(command=self.command(f"grade show {self.exercise.id}"))), 0)] if drawn else []),
            (Text(_("When you are done experimenting, press n to move on.")), 0),
        ]

    def _file_line(self) -> Text:
        link = f"link {self.file.absolute().as_uri()}"
        line = Text.assemble((one_line(os.path.relpath(self.file)), link))
        if self.graded_at and self.view is not View.CHECKING:
            line.append(" · ").append(_("graded at {time}").format(time=self.graded_at), "dim")
        return line

    def _prompt(self) -> Text:
        if self.view is View.CHECKING:
            return Text(_("Checking {exercise} …  (q: quit)").format(exercise=self.exercise.id), style="bold")
        if self.view is View.RESETTING:
            question = _("Put the stub back in place of {file}? Yours is kept beside it. (y/n)")
            return Text(question.format(file=one_line(os.path.relpath(self.file))), style="bold")
        keys = [("n", _("next"))] if self.done else []
        keys += [("h", _("hint"))] if self.hints_left and not self.done else []
        keys += [("l", _("list")), ("r", _("run")), ("x", _("reset")), ("q", _("quit"))]
        prompt = Text(" / ").join(Text.assemble((key, _KEY), f":{word}") for key, word in keys)
        return prompt.append(" ? ")


