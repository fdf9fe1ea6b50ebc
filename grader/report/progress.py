"""Where a learner stands, as lines for a terminal: a row an exercise, the bar of all points, what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from grader.language import N_, _, ngettext, of_course
from grader.standing import Place, Standing

Lines = list[tuple[Text, int]]
# Glyph and word carry the meaning; the colour only repeats it.
_LOOK = {
    Standing.DONE: ("✓", N_("done"), "green"),
    Standing.STARTED: ("~", "", "yellow"),
    Standing.CHANGED: ("~", N_("changed since it was graded"), "yellow"),
    Standing.BEGUN: ("~", N_("not graded yet"), "yellow"),
    Standing.UNTOUCHED: ("·", N_("not begun"), ""),
    Standing.MISSING: ("!", N_("no file"), "red"),
    Standing.UNREADABLE: ("!", N_("its file cannot be read"), "red"),
}
_NARROWEST_BAR = 8
_NARROWEST_TITLE = 24


def rows(places: Sequence[Place], width: int, here: Place | None, *, titles: bool = True) -> Lines:
    """A row an exercise: its standing, its points, its title; the one to go on at is bold."""
    names = max(cell_len(place.exercise.id) for place in places)
    numbers = max(len(_points(place)) for place in places)
    found: Lines = []
    for place in places:
        glyph, _word, style = _LOOK[place.standing]
        head = f"{place.exercise.id:<{names}}  {_points(place):>{numbers}}"
        row = Text.assemble((glyph, style), " ", (head, "bold" if place is here else ""))
        if not titles:
            found.append((_with_word(row, Text(_word_of(place), style), width), 2))
            continue
        rest = Text.assemble(of_course(place.exercise.title), (f" — {_word_of(place)}", style))
        found += _in_columns(row, rest, width)
    return found


def progress_bar(places: Sequence[Place], width: int) -> Text:
    """The points of all exercises as a bar of this width, or as numbers alone where it is too narrow."""
    earned = sum(place.points for place in places)
    total = sum(place.exercise.points for place in places)
    before = _("Progress:")
    after = _("{earned:g}/{total:g} points").format(earned=earned, total=total)
    room = width - cell_len(before) - cell_len(after) - len(" [] ")
    if room < _NARROWEST_BAR or not total:
        return Text(f"{before} {after}")
    full = int(room * earned / total)
    head = ">" if full < room else ""
    rest = "-" * (room - full - len(head))
    return Text.assemble(f"{before} [", ("#" * full + head, "green"), (rest, "red"), f"] {after}")


def next_step(place: Place | None, file: str, commands: dict[str, str], total: float) -> Lines:
    """What to do now: a sentence, and the command to type; `commands` by their first word, as they must be typed here."""
    if place is None:
        done = _("All exercises are done: {points:g} points.").format(points=total)
        return [
            (Text.assemble(("✓ ", "bold green"), (done, "bold")), 0),
            (Text(_("Well done! Compare what you wrote with the reference solutions:")), 0),
            _command(commands["solution"]),
        ]
    sentences = {
        Standing.MISSING: _("{file} is missing. This brings it back:"),
        Standing.UNREADABLE: _("{file} cannot be read as a Python file. This says why:"),
        Standing.UNTOUCHED: _("Next: open {file}, write the first function, save, and run:"),
        Standing.STARTED: _("Next: edit {file}, save it, and run:"),
    }
    sentence = sentences.get(place.standing, _("Next: see whether {file} passes:"))
    command = commands["init" if place.standing is Standing.MISSING else "grade"]
    lines: Lines = [(Text(sentence.format(file=file)), 0), _command(command)]
    if place.standing is Standing.STARTED:
        lines += [(Text(_("Stuck? A hint:")), 0), _command(commands["hint"])]
    elif place.standing is not Standing.MISSING:
        lines += [(Text(_("Or grade again whenever you save:")), 0), _command(commands["watch"])]
    return lines


def _in_columns(row: Text, rest: Text, width: int) -> Lines:
    """Row and title side by side, or below one another where the title would have to wrap within a few columns."""
    if width - row.cell_len - 4 < _NARROWEST_TITLE:
        return [(row, 2), (rest, 4)]
    return [(row + Text("  ") + rest, 2)]


def _with_word(row: Text, word: Text, width: int) -> Text:
    """The standing in a word too, where that fits; its glyph stands in the row anyway."""
    return row + Text("  ") + word if row.cell_len + word.cell_len + 4 <= width else row


def _points(place: Place) -> str:
    return f"{place.points:g}/{place.exercise.points:g}"


def _word_of(place: Place) -> str:
    if place.standing is Standing.STARTED:
        left = max(1, len(place.open))
        return ngettext("{left} function to go", "{left} functions to go", left).format(left=left)
    return _(_LOOK[place.standing][1])


def _command(command: str) -> tuple[Text, int]:
    return Text(f"  {command}", style="bold cyan", no_wrap=True), 0
