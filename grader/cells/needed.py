"""Of all statements of a notebook those that certain functions need, so that a training or a plot beside them is not run."""

from __future__ import annotations

import ast
import builtins
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from grader.cells.python import Statement

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def needed_by(functions: Iterable[str], statements: Sequence[Statement]) -> list[Statement]:
    """In their order, the statements without which these functions would not be what they are after the last of all.

    From the last statement to the first: what binds a name that is wanted is kept, and what it reads is wanted from there on.
    A name that is bound anew is not wanted before, so that an attempt which raised and was mended does no harm.
    """
    binders = _Binders(statements)
    wanted = binders.with_what_they_call(functions, len(statements))
    kept = []
    for index in range(len(statements) - 1, -1, -1):
        statement = statements[index]
        names = statement.names
        if not (
            names.binds & wanted or binders.changes_a_value(index, wanted) or binders.may_fill_a_gap(index, wanted)
        ):
            continue
        kept.append(statement)
        wanted -= names.binds if names.replaces else set()
        wanted |= binders.with_what_they_call(names.now, index)
    return kept[::-1]


class _Binders:
    """Which statements bind a name."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._of: dict[str, list[int]] = defaultdict(list)
        for index, statement in enumerate(statements):
            for name in statement.names.binds:
                self._of[name].append(index)

    def last(self, name: str, before: int) -> Statement | None:
        """The last statement before this one that binds the name."""
        where = self._of.get(name, [])
        place = bisect_left(where, before)
        return self._statements[where[place - 1]] if place else None

    def with_what_they_call(self, names: Iterable[str], before: int) -> set[str]:
        """These names, and all that their functions read when they are called."""
        found: set[str] = set()
        new = list(names)
        while new:
            name = new.pop()
            if name not in found:
                found.add(name)
                binder = self.last(name, before)
                new += binder.names.later if binder else ()
        return found

    def changes_a_value(self, index: int, wanted: set[str]) -> bool:
        """Whether the statement changes a wanted value in place. What is imported, such as `plt`, is no value of the learner's."""
        return any(self._is_value(name, index) for name in self._statements[index].names.changes & wanted)

    def _is_value(self, name: str, before: int) -> bool:
        binder = self.last(name, before)
        return binder is not None and not isinstance(binder.node, (ast.Import, ast.ImportFrom, *_DEFINITIONS))

    def may_fill_a_gap(self, index: int, wanted: set[str]) -> bool:
        """Whether this is `from … import *`, and a wanted name comes from nowhere else."""
        if not self._statements[index].names.star:
            return False
        return any(self.last(name, index) is None and not hasattr(builtins, name) for name in wanted)
