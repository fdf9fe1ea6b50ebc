"""The bank of mistakes: named wrong variants of an exercise's functions, and the questions that tell them apart.

A bank file is ordinary Python that imports `mistake`, `probe` from here and names of the reference solution from `reference`. Its
text is run inside a copy of the reference solution, in the judge for exercises that need NumPy only, else in a worker.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from grader.errors import CourseError, mended_by
from grader.language import _

F = TypeVar("F", bound=Callable[..., Any])


def mistake(
    of: str, like: str | None = None, raises: str | None = None, remembers: bool = False
) -> Callable[[F], F]:
    """A wrong variant of the function `of`; with `like`, another spelling of the mistake of that name.

    `raises` says that the mistake shows as an exception which would else be a bug of the variant: NameError, ImportError, ….
    `remembers` says that it keeps something from one call to the next: each check meets it in a fresh module.
    """

    def mark(variant: F) -> F:
        variant.__dict__["mistake"] = (of, like)
        return variant

    return mark


def probe(of: str) -> Callable[[F], F]:
    """A generator of argument tuples that tell the variants of the function `of` apart."""

    def mark(generator: F) -> F:
        generator.__dict__["probe"] = of
        return generator

    return mark


@dataclass(frozen=True, slots=True)
class Variant:
    """One wrong variant: the function's name in the bank, the mistake it stands for, what the learner is told."""

    name: str
    of: str
    mistake: str
    text: str
    line: int
    raises: str | None = None
    remembers: bool = False


@dataclass(frozen=True, eq=False)
class Bank:
    """The mistakes of one exercise. `pieces` are its top-level statements as text, with their names where they define one."""

    path: Path
    pieces: tuple[tuple[str, str], ...]
    variants: tuple[Variant, ...]
    probes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, function: str) -> tuple[Variant, ...]:
        """The variants of one function."""
        return tuple(variant for variant in self.variants if variant.of == function)

    def texts(self) -> dict[str, str]:
        """What the learner is told, by mistake."""
        return {variant.mistake: variant.text for variant in self.variants}


def load_bank(path: Path, functions: Iterable[str]) -> Bank:
    """The bank in a file; an absent file is an empty bank. Raises `CourseError` with the line of what is wrong."""
    with mended_by(f"grade verify {path.stem}"):
        return _read_bank(path, set(functions))


def _read_bank(path: Path, functions: set[str]) -> Bank:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Bank(path, (), ())
    except OSError as error:
        raise CourseError(
            _("{path}: the file cannot be read ({why}).").format(path=path, why=error.strerror)
        ) from error
    except UnicodeDecodeError as error:
        raise CourseError(_("{path}: the file is not UTF-8 text.").format(path=path)) from error
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        place = f"{path}:{error.lineno}" if error.lineno else f"{path}"  # of a null byte, Python tells no line
        raise CourseError(f"{place}: {error.msg}.") from error
    except ValueError as error:  # a null byte, in some versions of Python
        raise CourseError(f"{path}: {error}.") from error
    variants, probes = _declared(path, tree)
    _validate(path, variants, probes, functions)
    return Bank(path, _pieces(tree), _with_texts(variants), probes)


def compose(reference: str, bank: Bank) -> str:
    """The reference solution with the whole bank in it: every function, every variant."""
    # The bank's `from __future__` lines could not stand here; they are dropped with its imports of ours.
    return "\n\n".join([reference, *(text for _, text in bank.pieces)])


def submission_of(reference: str, bank: Bank, variant: Variant) -> str:
    """The source of a submission with this mistake: the variant, and what of the bank is no variant, in the reference."""
    others = {other.name for other in bank.variants if other is not variant}
    others.update(name for names in bank.probes.values() for name in names)
    pieces = [text for name, text in bank.pieces if name not in others]
    return "\n\n".join([reference, *pieces, f"{variant.of} = {variant.name}\n"])


def _declared(path: Path, tree: ast.Module) -> tuple[list[Variant], dict[str, tuple[str, ...]]]:
    variants: list[Variant] = []
    probes: dict[str, tuple[str, ...]] = {}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        for decorator in node.decorator_list:
            name, words = _call(path, decorator)
            if name == "mistake":
                text = inspect.cleandoc(ast.get_docstring(node) or "")
                root = words.get("like") or node.name
                raises, remembers = words.get("raises"), bool(words.get("remembers"))
                variants.append(Variant(node.name, words["of"], root, text, node.lineno, raises, remembers))
            elif name == "probe":
                probes[words["of"]] = (*probes.get(words["of"], ()), node.name)
    return variants, probes


def _call(path: Path, decorator: ast.expr) -> tuple[str, dict[str, str]]:
    if not isinstance(decorator, ast.Call) or not isinstance(decorator.func, ast.Name):
        return "", {}
    name = decorator.func.id
    words = {k.arg: k.value.value for k in decorator.keywords if k.arg and isinstance(k.value, ast.Constant)}
    if name in ("mistake", "probe") and not isinstance(words.get("of"), str):
        raise CourseError(
            _('{path}:{line}: write @{name}(of="…") with the name of a function.').format(
                path=path, line=decorator.lineno, name=name
            )
        )
    return name, words  # type: ignore[return-value]


def _validate(path: Path, variants: list[Variant], probes: dict[str, tuple[str, ...]], functions: set[str]) -> None:
    seen: dict[str, Variant] = {}
    for variant in variants:
        if variant.of not in functions:
            raise CourseError(
                _("{path}:{line}: {name} is of “{of}”, which is no function here.").format(
                    path=path, line=variant.line, name=variant.name, of=variant.of
                )
            )
        if variant.name in functions:
            raise CourseError(
                _("{path}:{line}: {name} is the right function's name; give the mistake its own.").format(
                    path=path, line=variant.line, name=variant.name
                )
            )
        if variant.name in seen:
            raise CourseError(
                _("{path}:{line}: {name} stands here for the second time.").format(
                    path=path, line=variant.line, name=variant.name
                )
            )
        seen[variant.name] = variant
    for variant in variants:
        root = seen.get(variant.mistake)
        if root is None or root.of != variant.of or root.mistake != root.name:
            raise CourseError(
                _("{path}:{line}: {name} is like “{mistake}”, which is no mistake.").format(
                    path=path, line=variant.line, name=variant.name, mistake=variant.mistake
                )
            )
        if not root.text:
            raise CourseError(
                _("{path}:{line}: {name} has no docstring, so the learner would be told nothing.").format(
                    path=path, line=root.line, name=root.name
                )
            )
    for function in probes:
        if function not in functions:
            raise CourseError(
                _("{path}: there are probes of “{function}”, which is no function here.").format(
                    path=path, function=function
                )
            )


def _with_texts(variants: list[Variant]) -> tuple[Variant, ...]:
    texts = {variant.name: " ".join(variant.text.split()) for variant in variants}
    return tuple(replace(variant, text=texts[variant.mistake]) for variant in variants)


def _pieces(tree: ast.Module) -> tuple[tuple[str, str], ...]:
    """The bank's statements without decorators of ours and imports of `grader` and `reference`."""
    body = [node for node in tree.body if not _is_ours(node)]
    for node in body:
        if isinstance(node, ast.FunctionDef):
            node.decorator_list = [d for d in node.decorator_list if not _is_mark(d)]
    return tuple((getattr(node, "name", ""), ast.unparse(node)) for node in body)


def _is_ours(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module in ("grader.bank", "reference", "__future__")


def _is_mark(decorator: ast.expr) -> bool:
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Name)
        and decorator.func.id in ("mistake", "probe")
    )
