"""Which exercise is it? By the exact file name, by its id, by its topic."""

from __future__ import annotations

import re
from collections.abc import Iterable

from grader.course import Course, Exercise

# `exercise1_activations (1).py`, ` - Copy.py`, ` - 복사본.py`: what a browser and a desktop make of a second copy.
_COPY = re.compile(r"(?P<stem>.+?)\s*(?:\(\d{1,3}\)|-\d{1,3}|- (?:Copy|Kopie|복사본))(?P<suffix>\.[A-Za-z0-9]+)", re.DOTALL)
_SECOND = re.compile(r"\s*(?:\(\d{1,3}\)|- (?:Copy|Kopie|복사본))$")
_SUFFIX = re.compile(r"\.(?:py|ipynb|zip)$", re.IGNORECASE)
_TURN = re.compile(r"-\d{1,3}")
_EDGES = " _-.,()[]+"
# Folders that a working copy has, and that are nobody's name.
_OWN = {"exercises", "solutions", "src", "code", "submission", "submissions"}


class Titles:
    """What the exercises of a course are called in the names of files."""

    def __init__(self, course: Course) -> None:
        self.shared = frozenset(name for name in course.shared)
        self._exercises = course.exercises
        self._files = {exercise.file.lower(): exercise for exercise in course.exercises}
        self._ids = {exercise.id: _as_token(exercise.id) for exercise in course.exercises}
        self._topics = {exercise.id: _as_token(exercise.topic) for exercise in course.exercises}

    def exact(self, name: str) -> Exercise | None:
        """The exercise whose file has this very name, or had it before a second copy was made."""
        copy = _COPY.fullmatch(name)
        plain = copy["stem"] + copy["suffix"] if copy else name
        return self._files.get(_as_python(plain)) or self._files.get(_as_python(name))

    def by_id(self, name: str) -> Exercise | None:
        """The one exercise whose id stands in the name."""
        return self._single(e for e in self._exercises if self._ids[e.id].search(name.lower()))

    def by_topic(self, name: str) -> Exercise | None:
        """The one exercise whose topic stands in the name."""
        return self._single(e for e in self._exercises if self._topics[e.id].search(name.lower()))

    def says_exercise(self, name: str) -> bool:
        """Whether the name tells of an exercise at all."""
        return bool(self.exact(name) or self.by_id(name) or self.by_topic(name))

    def without(self, name: str) -> str:
        """What is left of a file's name without suffix and exercise: in a flat folder, the student's name."""
        stem = _SECOND.sub("", _SUFFIX.sub("", name))
        for exercise in self._exercises:
            own = exercise.file.removesuffix(".py").lower()
            at = stem.lower().find(own)
            if at >= 0:
                rest = stem[at + len(own) :]
                return (stem[:at] + ("" if _TURN.fullmatch(rest) else rest)).strip(_EDGES)
        found = self.by_id(name) or self.by_topic(name)
        if found is not None:
            stem = self._ids[found.id].sub("", self._topics[found.id].sub("", stem))
        return stem.strip(_EDGES)

    def is_own(self, folder: str) -> bool:
        """Whether a folder is called after an exercise, or as in every working copy."""
        return folder.lower() in _OWN or self.says_exercise(folder)

    @staticmethod
    def _single(found: Iterable[Exercise]) -> Exercise | None:
        exercises = list(found)
        return exercises[0] if len(exercises) == 1 else None


def _as_python(name: str) -> str:
    name = name.lower()
    return name.removesuffix(".ipynb") + ".py" if name.endswith(".ipynb") else name


def _as_token(word: str) -> re.Pattern[str]:
    """`exercise1` is neither in `exercise10` nor in `myexercise1`, but in `Exercise 1`; `_` may be typed as a space."""
    pieces = re.findall(r"[a-z]+|[0-9]+", word)
    return re.compile(r"(?<![a-z0-9])" + r"[ _-]?".join(pieces) + r"(?![a-z0-9])", re.IGNORECASE)
