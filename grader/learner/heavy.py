"""Imports of large libraries, for which an exercise that needs none of them has neither the time nor the memory."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.course import Exercise

# Each takes about a second to import, or several.
_HEAVY = {
    *("cv2", "jax", "keras", "matplotlib", "pandas", "plotly", "pylab", "scipy", "seaborn", "sklearn", "tensorflow", "torch"),
    *("torchvision", "transformers"),
}


def heavy_import(source: str, exercise: Exercise) -> tuple[str, int] | None:
    """The first large library that the file imports, and the line, where the exercise has no time for any but its own."""
    if exercise.needs != "numpy" or exercise.limits.load_seconds is not None:
        return None  # its limits are made for such libraries
    own = {name.partition(".")[0] for name in exercise.preload}
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    found = ((name, node.lineno) for node in _run_at_once(statements) for name in _libraries(node))
    return next((one for one in found if one[0] in _HEAVY - own), None)


def _run_at_once(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run while the file is loaded, in their order: not those in functions, nor what runs by hand only."""
    for node in statements:
        yield node
        by_hand = isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"
        if by_hand or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for part in ("body", "handlers", "orelse", "finalbody"):
            yield from _run_at_once(getattr(node, part, []))


def _libraries(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.partition(".")[0]]
    return []
