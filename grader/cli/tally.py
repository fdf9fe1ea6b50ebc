"""While a class is graded: a bar with the time that is left, and the mistakes that come up most."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from grader.classroom.grading import mistakes_in
from grader.language import _
from grader.report.text import one_line

_MOST = 5


class Tally:
    """A context; entered, it is a function that is told of every submission that has been graded."""

    def __init__(self, total: int) -> None:
        self._mistakes: Counter[tuple[str, str, str]] = Counter()
        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn(_("left"))
        )
        self._task = self._progress.add_task(_("Grading"), total=total)
        self._live = Live(console=Console(stderr=True), get_renderable=self._shown, transient=True, refresh_per_second=5)

    def __enter__(self) -> Tally:
        self._live.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._live.stop()

    def __call__(self, done: int, report: dict[str, Any] | None) -> None:
        self._progress.advance(self._task, done)
        if report:
            for mistake in mistakes_in(report):
                self._mistakes[mistake] += done

    def _shown(self) -> Group:
        rows = [
            Text(f"{number:>4}  {exercise} {function}: {one_line(text)}", overflow="ellipsis", no_wrap=True)
            for (exercise, function, text), number in self._mistakes.most_common(_MOST)
        ]
        return Group(*rows, self._progress)
