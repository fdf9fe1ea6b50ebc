"""What a statement does to the names of a module: which it binds, reads at once, reads when called, changes in place."""

from __future__ import annotations

import ast
import symtable
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one statement at the top of a module."""

    binds: frozenset[str]
    now: frozenset[str]
    """Read while the statement runs."""
    later: frozenset[str]
    """Read by the functions in it, whenever these are called."""
    changes: frozenset[str]
    """Bound elsewhere and changed in place: `weights` in `weights["W1"] = 0` and in `weights.update(…)`."""
    replaces: bool
    """Whether what its names were bound to before is gone for certain."""
    star: bool
    """`from … import *`: it may bind any name."""


def names_of(text: str, node: ast.stmt) -> Names:
    """The names of the statement with this text and this tree. Raises `SyntaxError` for what Python finds wrong only here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = symtable.symtable(text, "cell", "exec")
    top = table.get_symbols()
    binds = frozenset(symbol.get_name() for symbol in top if symbol.is_assigned() or symbol.is_imported())
    inner = frozenset(_globals_inside(table))
    now = {symbol.get_name() for symbol in top if symbol.is_referenced()} | _augmented(node)
    return Names(
        binds=binds - {"*"},
        now=frozenset(now if isinstance(node, _FUNCTIONS) else now | inner),
        later=inner,
        changes=frozenset(_changed_in_place(node)),
        replaces=_replaces(node),
        star=isinstance(node, ast.ImportFrom) and node.names[0].name == "*",
    )


def _globals_inside(table: symtable.SymbolTable) -> Iterator[str]:
    tables = table.get_children()
    while tables:
        inner = tables.pop()
        tables += inner.get_children()
        yield from (symbol.get_name() for symbol in inner.get_symbols() if symbol.is_global())


def _augmented(node: ast.stmt) -> set[str]:
    """`x += 1` reads x, which Python's symbol table does not say."""
    found = (inner.target for inner in _at_once(node) if isinstance(inner, ast.AugAssign))
    return {target.id for target in found if isinstance(target, ast.Name)}


def _changed_in_place(node: ast.stmt) -> Iterator[str]:
    for inner in _at_once(node):
        place: ast.expr | None = None
        if isinstance(inner, (ast.Attribute, ast.Subscript)) and not isinstance(inner.ctx, ast.Load):
            place = inner
        elif isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Call):
            place = inner.value.func if isinstance(inner.value.func, ast.Attribute) else None
        while isinstance(place, (ast.Attribute, ast.Subscript)):
            place = place.value
        if isinstance(place, ast.Name):
            yield place.id


def _at_once(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it that runs with it: not the bodies of functions and classes."""
    nodes = [node]
    while nodes:
        inner = nodes.pop()
        if not isinstance(inner, _SCOPES):
            yield inner
            nodes += ast.iter_child_nodes(inner)


def _replaces(node: ast.stmt) -> bool:
    # Not `import a.b`: what `import a.c` put there before stays.
    if isinstance(node, ast.AnnAssign):
        return node.value is not None
    return isinstance(node, (*_FUNCTIONS, ast.ClassDef, ast.ImportFrom, ast.Assign))
