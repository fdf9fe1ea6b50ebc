"""A YAML file checked against a table of fields; every fault is a sentence with file and line.

PyYAML's safe loader says no lines once it has built its objects, so this walks the nodes, which know theirs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from grader.errors import CourseError
from grader.language import N_, _

MANIFEST = "assignments.yaml"
_KIND_WORDS = {
    str: N_("a text"),
    int: N_("a whole number"),
    float: N_("a number"),
    list: N_("a list"),
    dict: N_("a table of keys"),
}
_MISSING = object()
# libyaml's parser is ten times faster; a PyYAML built without it still works.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Field:
    """What one key may hold."""

    kind: type
    default: object = _MISSING
    of: type | None = None
    table: Table | None = None
    choices: tuple[object, ...] = ()
    pattern: str | None = None
    like: str = ""
    above: float | None = None


@dataclass(frozen=True)
class Table:
    """The keys that a mapping may have."""

    fields: Mapping[str, Field]


@dataclass(frozen=True)
class Entry(Mapping[str, Any]):
    """A checked mapping that still knows the line of each of its keys."""

    path: Path
    line: int
    values_: Mapping[str, Any]
    lines: Mapping[str, int] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Any:
        return self.values_[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)

    def items_of(self, key: str) -> list[Entry]:
        """The entries of a list of tables."""
        return list(self.values_[key])

    def error(self, key: str, sentence: str) -> CourseError:
        """The error that names this key's line."""
        return fault(self.path, self.lines.get(key, self.line), sentence)


def fault(path: Path, line: int | None, sentence: str) -> CourseError:
    """A `CourseError` as every fault in a manifest reads: `path:line: sentence.`"""
    place = f"{path}:{line}" if line else str(path)
    return CourseError(f"{place}: {sentence}.")


def load_manifest(path: Path, table: Table) -> Entry:
    """The manifest's checked content. Raises `CourseError` for a missing, unreadable, malformed or wrong file."""
    try:
        root = _compose(path)
        if root is None:
            raise fault(path, 1, _("the file is empty"))
        return _entry(path, root, table)
    except RecursionError as error:
        raise fault(path, None, _("the values are nested without end")) from error


def _compose(path: Path) -> yaml.Node | None:
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError as error:
        raise fault(path, None, _("the course has no such file")) from error
    except UnicodeDecodeError as error:
        raise fault(path, data[: error.start].count(b"\n") + 1, _("the file is not UTF-8 text")) from error
    except OSError as error:
        raise fault(path, None, _("the file cannot be read ({why})").format(why=error.strerror)) from error
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _malformed(path, text, error) from error
    except yaml.YAMLError as error:
        raise _unreadable(path, text, error) from error
    return node


def _unreadable(path: Path, text: str, error: yaml.YAMLError) -> CourseError:
    """YAML allows no control characters; the parser says where in the text, but not in which line."""
    bad = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if bad is None:
        return fault(path, None, _("this is not YAML ({why})").format(why=" ".join(str(error).split())))
    line = text[: bad.start()].count("\n") + 1
    return fault(path, line, _("the character U+{code:04X} may not stand in YAML").format(code=ord(bad[0])))


def _malformed(path: Path, text: str, error: yaml.MarkedYAMLError) -> CourseError:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else None
    lines = text.splitlines()
    if line and line <= len(lines) and "\t" in lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]:
        return fault(path, line, _("a tab at the start of the line; YAML wants spaces"))
    return fault(path, line, _("this is not YAML: {why}").format(why=error.problem or error.context))


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _entry(path: Path, node: yaml.Node, table: Table) -> Entry:
    pairs = _pairs(path, node)
    values: dict[str, Any] = {}
    for key, (key_node, value) in pairs.items():
        if key not in table.fields:
            known = ", ".join(table.fields)
            raise fault(
                path, _line(key_node), _("unknown key “{key}”; known keys are {known}").format(key=key, known=known)
            )
        values[key] = _value(path, value, key, table.fields[key])
    for key, spec in table.fields.items():
        if key not in values:
            if spec.default is _MISSING:
                raise fault(path, _line(node), _("the key “{key}” is missing").format(key=key))
            values[key] = _entry_of_defaults(path, node, spec) if spec.table else spec.default
    return Entry(path, _line(node), values, {key: _line(pair[0]) for key, pair in pairs.items()})


def _entry_of_defaults(path: Path, node: yaml.Node, spec: Field) -> object:
    assert spec.table is not None
    return Entry(path, _line(node), {key: inner.default for key, inner in spec.table.fields.items()})


def _pairs(path: Path, node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise fault(path, _line(node), _("here must stand a table of keys, `key: value`"))
    pairs: dict[str, tuple[yaml.Node, yaml.Node]] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise fault(path, _line(key), _("a key must be a plain word"))
        if key.value in pairs:
            raise fault(
                path, _line(key), _("the key “{value}” stands here for the second time").format(value=key.value)
            )
        pairs[key.value] = (key, value)
    return pairs


def _value(path: Path, node: yaml.Node, key: str, spec: Field) -> object:
    if spec.table is not None and spec.kind is dict:
        return _entry(path, node, spec.table)
    if spec.table is not None:
        return [_entry(path, item, spec.table) for item in _sequence(path, node, key)]
    value = _plain(path, node)
    line = _line(node)
    if spec.kind is str and isinstance(value, date):
        value = node.value  # YAML knows dates of its own; whoever wants a text reads it as it was typed
    if spec.kind is float and type(value) is int:
        value = float(value) if value != int(value) else value
    elif type(value) is not spec.kind or (isinstance(value, float) and not math.isfinite(value)):
        raise fault(
            path,
            line,
            _("“{key}” must be {kind}, not {value}").format(
                key=key, kind=_(_KIND_WORDS[spec.kind]), value=_shown(value)
            ),
        )
    if spec.of is not None and any(type(item) is not spec.of for item in value):
        raise fault(
            path,
            line,
            _("“{key}” must be a list of which each is {kind}").format(key=key, kind=_(_KIND_WORDS[spec.of])),
        )
    _check_rules(path, line, key, value, spec)
    return value


def _check_rules(path: Path, line: int, key: str, value: Any, spec: Field) -> None:
    if spec.choices and value not in spec.choices:
        choices = _(" or ").join(str(choice) for choice in spec.choices)
        raise fault(
            path,
            line,
            _("“{key}” must be {choices}, not {value}").format(key=key, choices=choices, value=_shown(value)),
        )
    if spec.pattern and not re.fullmatch(spec.pattern, value):
        raise fault(
            path,
            line,
            _("“{key}” must look like “{like}”, not {value}").format(key=key, like=spec.like, value=_shown(value)),
        )
    if spec.above is not None and not value > spec.above:
        raise fault(
            path,
            line,
            _("“{key}” must be above {above:g}, not {value}").format(key=key, above=spec.above, value=_shown(value)),
        )
    if spec.kind is str and not value.strip():
        raise fault(path, line, _("“{key}” must not be empty").format(key=key))


def _sequence(path: Path, node: yaml.Node, key: str) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise fault(path, _line(node), _("“{key}” must be a list").format(key=key))
    return list(node.value)


def _plain(path: Path, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key: _plain(path, value) for key, (_, value) in _pairs(path, node).items()}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(path, item) for item in node.value]
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node)
    except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:  # PyYAML lets its own slips through
        raise fault(
            path, _line(node), _("a value that cannot be read: {value}").format(value=_shown(node.value))
        ) from error


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
