"""Collect the sentences that grade can say, for the catalogues of their translations.

    python scripts/messages.py                     # bring the catalogues up to date, and compile them
    python scripts/messages.py --merge ko.json …   # and take translations from these: {"English": "한국어"}
    python scripts/messages.py --todo FOLDER       # and write what has none yet, one JSON list an exercise

The engine's catalogue is grader/locale/ko/LC_MESSAGES/grader.po, the course's is locale/ko/LC_MESSAGES/course.po. Translations that
are there stay; sentences that nobody says any more go. The compiled .mo files lie beside them in the repository, so that a
fresh clone speaks Korean without Babel.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from grader.bank import load_bank  # noqa: E402
from grader.books import load_words  # noqa: E402
from grader.course import Exercise, load_course  # noqa: E402

LANGUAGE = "ko"
ENGINE = ROOT / "grader" / "locale" / LANGUAGE / "LC_MESSAGES" / "grader.po"
COURSE = ROOT / "locale" / LANGUAGE / "LC_MESSAGES" / "course.po"
# What argparse says with our parser; it looks its words up in the engine's catalogue. They are listed here because
# its own source has others in every version of Python.
ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "argument %(argument_name)s: %(message)s",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "expected one argument",
    "expected at least one argument",
    "expected at most one argument",
    "ignored explicit argument %r",
    "not allowed with argument %s",
    "one of the arguments %s is required",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
    ("expected %s argument", "expected %s arguments"),
)
# Functions in files of checks and pictures whose argument of this number is a sentence; `assert` is another.
_SENTENCE_AT = {"claim": 1, "CheckFailed": 0, "N_": 0, "of_course": 0}
# The same every day, so that a catalogue changes only where a sentence does.
_MADE = datetime(2026, 11, 21, tzinfo=UTC)

# Where the engine's sentences stand: in its code, and in the templates of its pages.
_SOURCES = [("**.py", "python"), ("report/templates/*.html", "jinja2")]

Message = str | tuple[str, str]


def engine_messages() -> dict[Message, str]:
    """The sentences of the engine, each with the file in which it stands first."""
    keywords = {"_": None, "N_": None, "ngettext": (1, 2)}
    found: dict[Message, str] = dict.fromkeys(ARGPARSE, "argparse")
    extracted = extract_from_dir(ROOT / "grader", _SOURCES, keywords=keywords)
    for file, _line, message, _comments, _context in sorted(extracted, key=lambda entry: (entry[0], entry[1])):
        found.setdefault(message if isinstance(message, str) else tuple(message), f"grader/{file}")  # type: ignore[arg-type]
    return found


def course_messages(folder: Path = ROOT) -> dict[str, str]:
    """The sentences of the course, each with the exercise that says it first; `common` is the course itself."""
    course = load_course(folder)
    found = {course.title: "common"}
    found |= {word.say: "from_books" for word in load_words(course.old_words)}
    for exercise in course.exercises:
        bank = load_bank(course.mistakes_of(exercise), exercise.functions)
        said = [
            *_manifest_texts(exercise),
            *texts_in(course.checks_of(exercise)),
            *bank.texts().values(),
            *texts_in(course.pictures_of(exercise)),
        ]
        for text in said:
            found.setdefault(text, exercise.id)
    return found


def _manifest_texts(exercise: Exercise) -> list[str]:
    return [exercise.title, *(hint for hints in exercise.hints.values() for hint in hints)]


def texts_in(path: Path) -> Iterator[str]:
    """The titles of the checks or pictures in a file, and what else it says; an absent file says nothing."""
    if not path.exists():
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    positions = _SENTENCE_AT | _own_helpers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith(("check_", "picture_")):
            yield (ast.get_docstring(node) or "").splitlines()[0]
        elif isinstance(node, ast.Assert) and node.msg is not None:
            yield from _literals(path, node.msg)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            position = positions.get(node.func.id)
            if position is not None and len(node.args) > position:
                yield from _literals(path, node.args[position])


def _own_helpers(tree: ast.Module) -> dict[str, int]:
    """Functions of the check file that pass a `sentence` on, and which argument that is."""
    helpers = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            if "sentence" in names:
                helpers[node.name] = names.index("sentence")
    return helpers


def _literals(path: Path, node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        raise SystemExit(f'{path}:{node.lineno}: values belong behind the sentence: claim(…, "… {{x}} …", x=x).')
    if isinstance(node, ast.IfExp):
        yield from _literals(path, node.body)
        yield from _literals(path, node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def catalogue(path: Path, messages: dict[Any, str]) -> Catalog:
    """A catalogue of exactly these messages, with the translations that the file has."""
    old = read_catalogue(path) if path.exists() else Catalog(locale=LANGUAGE)
    fresh = Catalog(
        locale=LANGUAGE,
        project="neuralings",
        version="1",
        header_comment=f"# The {path.stem}'s sentences in Korean; scripts/messages.py keeps this file.",
        language_team=LANGUAGE,
        last_translator="neuralings",
        creation_date=_MADE,
        revision_date=_MADE,
        fuzzy=False,
    )
    for message, place in messages.items():
        known = old.get(message)
        fresh.add(message, known.string if known else None, locations=[(place, 0)])
    return fresh


def read_catalogue(path: Path) -> Catalog:
    """The catalogue in a .po file."""
    with path.open("rb") as stream:
        return read_po(stream, locale=LANGUAGE)


def merge(catalog: Catalog, translations: dict[str, str]) -> set[str]:
    """Take over the translations of sentences that are in the catalogue; the others come back."""
    unknown = set()
    for english, translated in translations.items():
        message = catalog.get(english)
        if message is None:
            unknown.add(english)
        else:
            message.string = (translated,) if message.pluralizable else translated
    return unknown


def write(path: Path, catalog: Catalog) -> None:
    """The catalogue as text, and compiled beside it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalog, width=120, include_lineno=False, ignore_obsolete=True)
    with path.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, catalog)


def untranslated(catalog: Catalog) -> list[str]:
    """The sentences, or their singular forms, that have no translation."""
    missing = [message for message in catalog if message.id and not any(message.string or ())]
    return [message.id if isinstance(message.id, str) else message.id[0] for message in missing]


def main() -> int:
    """Bring both catalogues up to date; exit code 1 while a translation is missing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--merge", nargs="+", type=Path, default=[], metavar="FILE", help="translations: {English: Korean}"
    )
    parser.add_argument("--todo", type=Path, metavar="FOLDER", help="where to write what has no translation yet")
    options = parser.parse_args()
    said_in = course_messages()
    engine, course = catalogue(ENGINE, engine_messages()), catalogue(COURSE, said_in)
    for file in options.merge:
        translations = json.loads(file.read_text(encoding="utf-8"))
        for text in sorted(merge(engine, translations) & merge(course, translations)):
            print(f"{file.name}: nobody says this (any more): {text}", file=sys.stderr)
    write(ENGINE, engine)
    write(COURSE, course)
    missing = untranslated(engine), untranslated(course)
    if options.todo:
        _write_todo(
            options.todo, {place: [text for text in missing[1] if said_in[text] == place] for place in said_in.values()}
        )
    print(f"engine: {len(engine)} sentences, {len(missing[0])} to translate")
    print(f"course: {len(course)} sentences, {len(missing[1])} to translate")
    return 1 if any(missing) else 0


def _write_todo(folder: Path, texts: dict[str, list[str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for place, todo in texts.items():
        file = folder / f"todo_{place}.json"
        file.write_text(json.dumps(todo, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
