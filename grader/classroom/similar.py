"""Submissions that share rare structure: a hint where to look, never an accusation.

Each file becomes a row of tokens in which names of the author's own are all alike. Runs of tokens are fingerprints, thinned by
winnowing (the smallest in each window, so that any shared run of a certain length is found). What the stub or the reference has
too, or many students have, says nothing and is left out; the rest is compared.
"""

from __future__ import annotations

import builtins
import hashlib
import io
import keyword
import token
import tokenize
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from grader.cells import code_of
from grader.classroom.records import Gradebook
from grader.course import Course, Exercise
from grader.errors import SubmissionError
from grader.submission import MAX_BYTES, NOTEBOOK, decode_source

RUN = 14  # tokens in a fingerprint: shorter runs are in every program
WINDOW = 6
# At least this many rare fingerprints in common: one is a turn of phrase.
_LEAST_SHARED = 6
_LEAST_SCORE = 0.25
_MOST_PAIRS = 50
# What more students have than this is the way to write it, however rare elsewhere.
_COMMON_PART, _COMMON_LEAST = 0.05, 3
_SILENT = {token.COMMENT, token.NL, token.NEWLINE, token.ENCODING, token.ENDMARKER, token.DEDENT}
# The arithmetic of the fingerprints: the first token of a run leaves with the weight that it has by then.
_PRIME, _BASE = (1 << 61) - 1, 1_000_003
_LEAVING = pow(_BASE, RUN, _PRIME)
_KEPT = {*keyword.kwlist, *dir(builtins)}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two students whose files share rare structure: how much of the smaller file, both texts, and the lines in common."""

    exercise: str
    first: str
    second: str
    score: float
    texts: tuple[str, str]
    lines: tuple[frozenset[int], frozenset[int]]

    def sides(self) -> tuple[list[tuple[int, str, bool]], list[tuple[int, str, bool]]]:
        """Both files by line: its number, its text, and whether it is in common."""
        return self._side(0), self._side(1)

    def _side(self, which: int) -> list[tuple[int, str, bool]]:
        lines = self.texts[which].split("\n")
        return [(number, text, number in self.lines[which]) for number, text in enumerate(lines, 1)]


@dataclass(frozen=True, slots=True)
class _Print:
    value: int
    first_line: int
    last_line: int


def similar(exercise: str, texts: Mapping[str, str], known: Iterable[str]) -> tuple[Pair, ...]:
    """Pairs of these students, most alike first. `known` are the stub, the reference, and whatever else all were given."""
    given = {print_.value for text in known for print_ in _runs(text)}
    prints = {key: [one for one in _winnowed(_runs(text)) if one.value not in given] for key, text in texts.items()}
    owners: defaultdict[int, set[str]] = defaultdict(set)
    for key, found in prints.items():
        for one in found:
            owners[one.value].add(key)
    most = max(_COMMON_LEAST, int(_COMMON_PART * len(texts)))
    rare = {value: keys for value, keys in owners.items() if len(keys) <= most}
    shared: Counter[tuple[str, str]] = Counter()
    for keys in rare.values():
        shared.update(combinations(sorted(keys), 2))
    own = {key: {one.value for one in found if one.value in rare} for key, found in prints.items()}
    pairs = [
        _pair(exercise, first, second, texts, prints, own)
        for (first, second), count in shared.items()
        if count >= _LEAST_SHARED and count / min(len(own[first]), len(own[second])) >= _LEAST_SCORE
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second))[:_MOST_PAIRS])


def similar_in(gradebook: Gradebook, course: Course, source: Callable[[str], bytes | None]) -> tuple[Pair, ...]:
    """The pairs of every exercise; `source` gives the file that has this SHA-256."""
    pairs: list[Pair] = []
    for name in gradebook.exercises:
        exercise = course.exercise(name)
        texts = {}
        for entry in gradebook.entries:
            data = source(entry.sha256) if entry.exercise == name and entry.sha256 else None
            text = _text_of(data, entry.file or "", exercise) if data is not None else None
            if text is not None:
                texts[entry.student.key] = text
        given = (*course.stubs_of(exercise), course.solutions / exercise.file)
        known = [path.read_text(encoding="utf-8") for path in given]
        pairs += similar(name, texts, known)
    return tuple(pairs)


def _text_of(data: bytes, file: str, exercise: Exercise) -> str | None:
    """The Python text of a file, which may be a notebook; None where it has none."""
    try:
        if not file.lower().endswith(NOTEBOOK):
            return decode_source(data, file)
        return code_of(data, file, exercise.functions, MAX_BYTES).source
    except SubmissionError:
        return None


def _pair(
    exercise: str,
    first: str,
    second: str,
    texts: Mapping[str, str],
    prints: Mapping[str, Sequence[_Print]],
    own: Mapping[str, set[int]],
) -> Pair:
    both = own[first] & own[second]
    score = len(both) / min(len(own[first]), len(own[second]))
    lines = (_lines(prints[first], both), _lines(prints[second], both))
    return Pair(exercise, first, second, round(score, 3), (texts[first], texts[second]), lines)


def _lines(prints: Iterable[_Print], values: set[int]) -> frozenset[int]:
    return frozenset(line for one in prints if one.value in values for line in range(one.first_line, one.last_line + 1))


def _winnowed(runs: Sequence[_Print]) -> list[_Print]:
    """In each window the smallest, the last of equals: of a run of RUN + WINDOW - 1 tokens in common, both files keep the same."""
    chosen: dict[int, _Print] = {}
    for start in range(max(1, len(runs) - WINDOW + 1)):
        window = range(start, min(start + WINDOW, len(runs)))
        if window:
            smallest = min(window, key=lambda place: (runs[place].value, -place))
            chosen[smallest] = runs[smallest]
    return list(chosen.values())


def _runs(text: str) -> list[_Print]:
    """A fingerprint of every run, each made from the one before it: a token comes, a token goes."""
    tokens = [(_number(word), line) for word, line in _tokens(text)]
    runs, value = [], 0
    for place, (number, line) in enumerate(tokens):
        gone = tokens[place - RUN][0] * _LEAVING if place >= RUN else 0
        value = (value * _BASE + number - gone) % _PRIME
        if place >= RUN - 1:
            runs.append(_Print(value, tokens[place - RUN + 1][1], line))
    return runs


@cache
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "backslashreplace"), digest_size=7).digest())


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """What the author wrote, with its lines: own names as `n`, texts as `s`; a file that is no Python is read as far as it goes."""
    after_dot = False
    try:
        for kind, word, (line, _column), _end, _line in tokenize.generate_tokens(io.StringIO(text).readline):
            if kind in _SILENT:
                continue
            yield _word(kind, word, after_dot), line
            after_dot = word == "."
    except (tokenize.TokenError, SyntaxError):
        return


def _word(kind: int, word: str, after_dot: bool) -> str:
    if kind == token.NAME:
        return word if after_dot or word in _KEPT else "n"
    if kind == token.STRING:
        return "s"
    return "{" if kind == token.INDENT else word
