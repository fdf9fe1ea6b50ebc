"""The console that reports are printed on."""

from __future__ import annotations

import sys

from rich.console import Console


def make_console() -> Console:
    """Colour only for a terminal that wants it; the width of the terminal, 80 columns for a pipe."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False, legacy_windows=False)
