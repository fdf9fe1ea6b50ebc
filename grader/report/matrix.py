"""A `Verification` as a matrix in the terminal: which check catches which mistake."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from grader.language import _
from grader.report.text import fitting, printable
from grader.results import Outcome
from grader.verify.findings import CAUGHT, Row, Verification

_SKIPPED = ("–", "dim")


def show_verification(console: Console, found: Verification) -> None:
    """Print one exercise: the matrix by function, then the faults, the verdict last."""
    for line in _lines(found, console.width):
        plain = fitting(line.plain, console.encoding)
        console.print(line if plain == line.plain else Text(plain), soft_wrap=True)


def _lines(found: Verification, width: int) -> Iterator[Text]:
    mistakes = len({row.mistake for row in found.rows})
    yield Text(found.exercise, style="bold")
    for function in dict.fromkeys(function for _check, function in found.checks):
        checks = [check for check, of in found.checks if of == function]
        yield Text("")
        for number, check in enumerate(checks, start=1):
            yield Text(f"  {number}  {check}", style="dim")
        rows = [row for row in found.rows if row.function == function]
        room = max(16, min(width, 100) - 3 * len(checks) - 12)
        yield Text(
            f"  {function:<{room}}" + "".join(f"{n:>3}" for n in range(1, len(checks) + 1)) + "  " + _("named"), "bold"
        )
        for row in rows:
            yield _row(row, checks, room)
    yield Text("")
    for fault in found.faults:
        yield Text.assemble(("✗ ", "bold red"), printable(fault))
    yield _verdict(found, mistakes)
    yield Text("")


def _row(row: Row, checks: list[str], room: int) -> Text:
    name = row.variant if len(row.variant) <= room - 2 else row.variant[: room - 3] + "…"
    line = Text(f"    {name:<{room - 2}}")
    for check in checks:
        outcome = row.outcomes.get(check, Outcome.SKIPPED)
        glyph, style = ("✗", "green") if outcome in CAUGHT else _SKIPPED if outcome is Outcome.SKIPPED else ("·", "dim")
        line.append(f"{glyph:>3}", style=style)
    named = row.named == row.mistake
    return line.append("  ✓" if named else "  " + _("no"), style="green" if named else "bold red")


def _verdict(found: Verification, mistakes: int) -> Text:
    said = _("{mistakes} mistakes in {spellings} spellings, {checks} checks, {seeds} seeds").format(
        mistakes=mistakes, spellings=len(found.rows), checks=len(found.checks), seeds=len(found.seeds)
    )
    if found.faults:
        sentence = _("{exercise}: {faults} faults; {said}")
        words = sentence.format(exercise=found.exercise, faults=len(found.faults), said=said)
        return Text.assemble(("✗ ", "bold red"), (words, "bold"))
    sound = _("{exercise} is sound: {said}").format(exercise=found.exercise, said=said)
    return Text.assemble(("✓ ", "bold green"), (sound, "bold"))
