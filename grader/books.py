"""Words of older books: what Python says to them today, and the sentence that names today's spelling.

They are data of the course, `mistakes/from_books.yaml` in its solutions: the engine knows none of them. One is told where a file
cannot be loaded, and where a function raised and no mistake of its bank fits.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grader.language import _, of_course
from grader.manifest import Entry, Field, Table, load_manifest
from grader.results import Diagnosis

_WORDS = Table(
    {
        "format_version": Field(int, choices=(1,)),
        "words": Field(
            list,
            of=dict,
            table=Table(
                {
                    "id": Field(str, pattern=r"[a-z][a-z0-9_]*", like="np_utils"),
                    "raises": Field(list, of=str),
                    "text": Field(str),
                    "say": Field(str),
                    "example": Field(str),
                }
            ),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class OldWord:
    """One word: the exceptions and the pattern in their text by which it is known, what is said, and code that raises it."""

    id: str
    raises: frozenset[str]
    text: re.Pattern[str]
    say: str
    example: str


@lru_cache(maxsize=8)
def load_words(path: Path) -> tuple[OldWord, ...]:
    """The words in a file; an absent file has none. Raises `CourseError` with the line of what is wrong."""
    if not path.exists():
        return ()
    entries = load_manifest(path, _WORDS).items_of("words")
    ids: set[str] = set()
    for entry in entries:
        if entry["id"] in ids:
            raise entry.error("id", _("{name} stands here for the second time").format(name=entry["id"]))
        ids.add(entry["id"])
    return tuple(map(_word, entries))


def _word(entry: Entry) -> OldWord:
    try:
        pattern = re.compile(entry["text"])
    except re.error as error:
        raise entry.error("text", _("this is no regular expression: {error}").format(error=error)) from error
    try:
        asked = {name for _, name, _, _ in string.Formatter().parse(entry["say"]) if name is not None}
    except ValueError as error:
        raise entry.error("say", _("a brace too many or too few: {error}").format(error=error)) from error
    unknown = sorted(asked - set(pattern.groupindex))
    if unknown:
        raise entry.error("say", _("the pattern has no part called “{name}”").format(name=unknown[0]))
    return OldWord(entry["id"], frozenset(entry["raises"]), pattern, entry["say"], entry["example"])


def old_word(words: Iterable[OldWord], bases: Iterable[str], text: str) -> Diagnosis | None:
    """What is said of an exception with these classes and this text: the first word that fits, or None."""
    classes = set(bases)
    for word in words:
        found = word.text.search(text) if word.raises & classes else None
        if found:
            return Diagnosis(f"book:{word.id}", of_course(word.say).format(**found.groupdict()))
    return None
