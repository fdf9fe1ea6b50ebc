"""A watching session: grade at every save, follow the keys, until `q`."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty

from grader.cli.hint import one_more
from grader.cli.reset import NO, YES, has_work, is_stub, refuse_own_folder, restore, told
from grader.cli.watching.events import Event, Events, Key, Polling, Redraw, Saved
from grader.cli.watching.keys import QUIT, Keys
from grader.cli.watching.saves import Saves
from grader.cli.watching.scene import Scene, View
from grader.cli.watching.screen import Screen
from grader.cli.watching.warm import Warm
from grader.course import Exercise
from grader.errors import EngineError, SubmissionError, UsageError
from grader.language import _
from grader.report.text import one_line
from grader.standing import next_place, place, places
from grader.state import State, StateError, change_state, read_state
from grader.submission import read_regular

# Seconds: a save of the same bytes so soon after they were read is the rest of one burst of events; and so long
# an editor may take to put a file in the place of the one that it has moved away or emptied.
_SAME_SAVE = _IN_BETWEEN = 0.2


class Session:
    """Turns events into gradings and frames, one at a time."""

    def __init__(self, scene: Scene, events: Events, keys: Keys, saves: Saves, screen: Screen) -> None:
        self._scene = scene
        self._events = events
        self._keys = keys
        self._saves = saves
        self._screen = screen
        self._sha256 = ""
        self._read_at = 0.0
        self._forgetful = False
        """Whether what is remembered cannot be written down: said once, and kept for this session."""
        self._presses: dict[str, Callable[[], None]] = {
            "n": self._move_on,
            "h": self._hint,
            "l": self._list,
            "r": self._grade,
            "x": self._ask_to_reset,
        }

    def run(self, warm: Warm) -> int:
        """Watch until the learner quits; exit code 0."""
        self._warm = warm
        self._grade()
        while self._goes_on(self._event()):
            pass
        return 0

    def _event(self) -> Event:
        """The next event. A signal that comes in the very moment in which waiting begins is noticed a second later."""
        while True:
            try:
                return self._events.get(timeout=1.0)
            except Empty:
                continue

    def draw(self) -> None:
        """Show the scene as it is now."""
        self._screen.draw(self._scene.body, self._scene.footer)

    def _goes_on(self, event: Event) -> bool:
        scene = self._scene
        if isinstance(event, Saved):
            if self._is_news(event):
                self._grade()
        elif isinstance(event, Key):
            if event.name == QUIT and scene.view is View.REPORT:
                return False
            self._press(event.name)
        else:
            scene.polling = scene.polling or isinstance(event, Polling)
            if isinstance(event, Redraw):
                self._screen.spoil()
            self.draw()
        return True

    def _press(self, key: str) -> None:
        scene = self._scene
        if scene.view is View.RESETTING:
            self._answer(key)
        elif scene.view is View.LIST:
            self._show(View.REPORT)
        else:
            scene.message = ""
            self._presses.get(key, self.draw)()

    def _show(self, view: View, message: str = "") -> None:
        self._scene.view, self._scene.message = view, message
        self.draw()

    # Grading

    def _is_news(self, saved: Saved) -> bool:
        patience = time.monotonic() + _IN_BETWEEN
        while not (data := _bytes_of(self._scene.file)) and time.monotonic() < patience:
            time.sleep(0.01)
        same = hashlib.sha256(data).hexdigest() == self._sha256
        return not same or saved.at > self._read_at + _SAME_SAVE

    def _grade(self) -> None:
        scene = self._scene
        self._keys.busy = True
        try:
            scene.hints, scene.trouble = None, ""
            self._warm.begin(scene.exercise, scene.file, Path(os.path.relpath(scene.file)))
            self._show(View.CHECKING)
            answer = self._warm.finish()
        except EngineError as error:
            scene.report = None
            scene.trouble = error.sentence + (f"\n{error.next_command}" if error.next_command else "")
            self._sha256, self._read_at = "", time.monotonic()
        else:
            scene.report = answer.report
            self._sha256, self._read_at = answer.sha256, answer.read_at
        finally:
            self._keys.busy = False
        scene.graded_at = time.strftime("%H:%M:%S")
        scene.view = View.REPORT
        report, sha256 = scene.report, self._sha256
        self._remember(lambda s: s.with_report(report, sha256) if report and sha256 else s.with_current(scene.exercise.id))
        self._count_hints()
        self.draw()
        self._prepare()

    def _prepare(self) -> None:
        """The libraries of the next exercise are imported while the learner reads that this one is done."""
        following = self._next() if self._scene.done else None
        self._warm.prepare(self._scene.exercise, *([following] if following else []))

    def _remember(self, change: Callable[[State], State]) -> None:
        scene = self._scene
        scene.state = change(scene.state if self._forgetful else read_state(scene.folder))
        try:
            change_state(scene.folder, change)
        except StateError as error:
            if not self._forgetful:
                scene.message = one_line(error.sentence)
            self._forgetful = True

    # Keys

    def _next(self) -> Exercise | None:
        """The next exercise that is not done, from here to the end and then from the start."""
        scene = self._scene
        found = places(scene.course, scene.folder, scene.state)
        here = scene.exercise.number
        ahead = next_place([one for one in found if one.exercise.number > here], None)
        behind = next_place([one for one in found if one.exercise.number < here], None)
        best = ahead or behind
        return best.exercise if best else None

    def _move_on(self) -> None:
        scene = self._scene
        if not scene.done:
            self._show(View.REPORT, _("n leads on once all checks pass. Stuck? h gives a hint."))
            return
        following = self._next()
        if following is None:
            self._show(View.LIST)
            return
        scene.exercise, scene.report = following, None
        self._saves.follow(scene.file)
        self._grade()

    def _hint(self) -> None:
        scene = self._scene
        here = place(scene.course, scene.folder, scene.state, scene.exercise)
        if scene.done:
            self._show(View.REPORT, _("All checks pass: there is nothing left to hint at."))
            return
        hints = scene.hints = one_more(here, scene.state)
        self._remember(lambda state: state.with_hint(scene.exercise.id, hints.function, len(hints.shown)))
        self._count_hints()
        self.draw()

    def _count_hints(self) -> None:
        here = place(self._scene.course, self._scene.folder, self._scene.state, self._scene.exercise)
        upcoming = one_more(here, self._scene.state)
        self._scene.hints_left = bool(upcoming.shown) and not (upcoming.again and self._scene.hints is not None)

    def _list(self) -> None:
        self._show(View.LIST)

    def _ask_to_reset(self) -> None:
        scene = self._scene
        try:
            refuse_own_folder(scene.course, scene.folder)
        except UsageError as error:
            self._show(View.REPORT, error.sentence)
            return
        if is_stub(scene.course, scene.exercise, scene.file):
            self._show(View.REPORT, _("This is the stub as it came: there is nothing to put back."))
        elif has_work(scene.course, scene.exercise, scene.file):
            self._show(View.RESETTING)
        else:
            self._reset()

    def _answer(self, key: str) -> None:
        if key in YES:
            self._reset()
        elif key in NO or key in (QUIT, "\x1b"):
            self._show(View.REPORT, _("Nothing was changed."))

    def _reset(self) -> None:
        scene = self._scene
        try:
            restored = restore(scene.course, scene.exercise, scene.folder)
        except UsageError as error:
            again = _("Try:  {command}").format(command=scene.command(error.next_command or "grade init"))
            self._show(View.REPORT, f"{error.sentence}\n{again}")
            return
        self._remember(lambda state: state.without(scene.exercise.id))
        self._grade()
        self._show(View.REPORT, told(restored))


def _bytes_of(path: Path) -> bytes:
    try:
        return read_regular(path)
    except SubmissionError:
        return b""
