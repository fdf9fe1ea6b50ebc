"""How an outcome looks: its glyph, its word, its colour. Glyph and word carry the meaning; the colour only repeats it."""

from __future__ import annotations

from grader.language import N_
from grader.results import Outcome

LOOK = {
    Outcome.PASSED: ("✓", "", "green"),
    Outcome.FAILED: ("✗", N_("wrong answer"), "red"),
    Outcome.RAISED: ("✗", N_("raised an exception"), "red"),
    Outcome.TIMED_OUT: ("✗", N_("timed out"), "red"),
    Outcome.CRASHED: ("✗", N_("crashed"), "red"),
    Outcome.NOT_IMPLEMENTED: ("·", N_("not written yet"), "yellow"),
    Outcome.SKIPPED: ("–", N_("skipped"), "yellow"),
    Outcome.BROKEN: ("!", N_("this check is broken, not your code"), "magenta"),
}
# What needs no more words than its line.
QUIET = (Outcome.PASSED, Outcome.NOT_IMPLEMENTED, Outcome.SKIPPED)
