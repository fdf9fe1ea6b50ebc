"""`assignments.yaml` → `Course`, `Exercise`: frozen, and checked so that every error is a sentence with file and line."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from grader.errors import CourseError, UsageError, mended_by
from grader.language import LANGUAGES, _, language, speak_of
from grader.manifest import MANIFEST, Entry, Field, Table, load_manifest

__all__ = ["MANIFEST", "Course", "Exercise", "Late", "Limits", "find_course", "load_course"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may use: seconds a call, seconds in all, MiB of memory above the start, KiB of printed text."""

    call_seconds: float = 2.0
    total_seconds: float = 20.0
    memory_mb: int = 512
    output_kb: int = 8192
    load_seconds: float | None = None

    @property
    def seconds_to_load(self) -> float:
        """What the file itself may take to run, with what it imports: as long as a call unless the author says more."""
        return self.load_seconds or self.call_seconds


@dataclass(frozen=True, slots=True)
class Late:
    """What a late submission loses: nothing until due date and grace are over, then so many percent for each day begun."""

    due: datetime
    grace_hours: float = 0.0
    percent_per_day: float = 0.0
    cap_percent: float = 100.0


# Compared by identity: the settings of an author need not be hashable.
@dataclass(frozen=True, eq=False)
class Exercise:
    """One exercise of a course, as `assignments.yaml` states it."""

    id: str
    number: int
    topic: str
    title: str
    file: str
    functions: tuple[str, ...]
    trace: tuple[str, ...]
    points: float
    needs: str
    preload: tuple[str, ...]
    limits: Limits
    settings: Mapping[str, object]
    hints: Mapping[str, tuple[str, ...]]
    late: Late | None = None

    @property
    def names(self) -> tuple[str, str, str]:
        """What a person may type for this exercise."""
        return (self.id, str(self.number), self.topic)


@dataclass(frozen=True, eq=False)
class Course:
    """A folder with `assignments.yaml`, `exercises/` and `solutions/`."""

    folder: Path
    title: str
    shared: tuple[str, ...]
    exercises: tuple[Exercise, ...]

    @property
    def stubs(self) -> Path:
        """The folder that a learner's working copy is made from."""
        return self.folder / "exercises"

    @property
    def solutions(self) -> Path:
        """The folder that a learner does not see."""
        return self.folder / "solutions"

    def handed_out(self, name: str, lang: str | None = None) -> Path:
        """What a learner gets under this name of `exercises/`, in a language (None: the one spoken now), else in English."""
        own = self.folder / "locale" / (lang or language()) / "exercises" / name
        return own if own.is_file() else self.stubs / name

    def stubs_of(self, exercise: Exercise) -> tuple[Path, ...]:
        """The stub of an exercise in every language in which it is written; where it is compared with, each is one."""
        return tuple(dict.fromkeys(self.handed_out(exercise.file, lang) for lang in LANGUAGES))

    def checks_of(self, exercise: Exercise) -> Path:
        """The file of hidden checks of an exercise."""
        return self.solutions / "checks" / f"check_{exercise.id}.py"

    def mistakes_of(self, exercise: Exercise) -> Path:
        """The bank of mistakes of an exercise."""
        return self.solutions / "mistakes" / f"{exercise.id}.py"

    def pictures_of(self, exercise: Exercise) -> Path:
        """What to draw of an exercise; not every exercise has such a file."""
        return self.solutions / "pictures" / f"{exercise.id}.py"

    @property
    def old_words(self) -> Path:
        """The file of words that older books use."""
        return self.solutions / "mistakes" / "from_books.yaml"

    def shared_paths(self) -> tuple[Path, ...]:
        """What lies beside the stubs for every submission to use."""
        return tuple(self.stubs / name for name in self.shared)

    def text_paths(self) -> tuple[Path, ...]:
        """The task texts beside the stubs, README.md and the like, one a language, and the folder of their pictures."""
        return tuple(path for path in (*sorted(self.stubs.glob("README*.md")), self.stubs / "images") if path.exists())

    def text_in(self, lang: str | None = None) -> Path | None:
        """The task texts in a language (None: the one spoken now), else in English; None where the course has none."""
        names = (f"README.{lang or language()}.md", "README.md")
        return next((self.stubs / name for name in names if (self.stubs / name).is_file()), None)

    @cached_property
    def _by_name(self) -> dict[str, Exercise]:
        return {name: exercise for exercise in self.exercises for name in exercise.names}

    def exercise(self, name: str, command: str = "grade") -> Exercise:
        """The exercise of this id, number or topic. Raises `UsageError` with the nearest name for any other."""
        found = self.find(name)
        if found is not None:
            return found
        best = self._meant(name)
        if best is not None:
            raise UsageError(
                _("There is no exercise called “{name}”. Did you mean {best}?").format(name=name, best=best.id),
                next_command=f"{command} {best.id}",
            )
        raise UsageError(_("There is no exercise called “{name}”.").format(name=name), next_command="grade")

    def find(self, name: str) -> Exercise | None:
        """The exercise of this id, number or topic; None where there is none."""
        return self._by_name.get(name.lower())

    def _meant(self, name: str) -> Exercise | None:
        """The exercise with this file or function, or else the one whose name is nearest; None where several are alike."""
        for exercise in self.exercises:
            if Path(name).name == exercise.file or name in exercise.functions:
                return exercise
        if name.isdecimal():
            return self.find(name.lstrip("0"))  # 01 is 1; but 99 is as far from 9 as from 10
        if sum(exercise.id.startswith(name.lower()) for exercise in self.exercises) > 1:
            return None
        near = difflib.get_close_matches(name.lower(), self._by_name, n=1, cutoff=0.5)
        return self._by_name[near[0]] if near else None


_LIMITS = Table(
    {
        "call_seconds": Field(float, default=2.0, above=0),
        "total_seconds": Field(float, default=20.0, above=0),
        "memory_mb": Field(int, default=512, above=0),
        "output_kb": Field(int, default=8192, above=0),
        "load_seconds": Field(float, default=None, above=0),
    }
)
# What an exercise leaves out is as for the whole course.
_LATE = Table(
    {
        "due": Field(str, default=None, like="2026-11-20T23:59+09:00"),
        "grace_hours": Field(float, default=None, above=-1),
        "percent_per_day": Field(float, default=None, above=-1),
        "cap_percent": Field(float, default=None, above=-1),
    }
)
_EXERCISE = Table(
    {
        "id": Field(str, pattern=r"[a-z][a-z0-9_]*", like="exercise3"),
        "topic": Field(str, pattern=r"[a-z][a-z0-9_]*", like="forward"),
        "title": Field(str),
        "file": Field(str, pattern=r"[A-Za-z_][A-Za-z0-9_]*\.py", like="exercise3_forward.py"),
        "functions": Field(list, of=str),
        "trace": Field(list, of=str, default=()),
        "points": Field(float, above=0),
        "needs": Field(str, default="numpy", choices=("numpy", "tensorflow")),
        "preload": Field(list, of=str, default=()),
        "limits": Field(dict, default={}, table=_LIMITS),
        "settings": Field(dict, default={}),
        "hints": Field(dict, default={}),
        "late": Field(dict, default={}, table=_LATE),
    }
)
_COURSE = Table(
    {
        "format_version": Field(int, choices=(1,)),
        "title": Field(str),
        "shared": Field(list, of=str, default=()),
        "late": Field(dict, default={}, table=_LATE),
        "exercises": Field(list, of=dict, table=_EXERCISE),
    }
)


def find_course() -> Path:
    """The folder of the course that comes with the grader: the checkout, or what the wheel carries beside the package."""
    package = Path(__file__).resolve().parent
    for folder in (package.parent, package.parent / "grader_course"):
        if (folder / MANIFEST).is_file() and (folder / "exercises").is_dir():
            return folder
    raise CourseError(
        _("The course that belongs to this grader is missing (looked in {folder}).").format(folder=package.parent),
        next_command="pip install --force-reinstall neuralings",
    )


def load_course(folder: Path) -> Course:
    """The course in a folder, and from now on its words for `of_course`.

    Raises `CourseError`, a sentence with file and line, for every fault in it.
    """
    folder = folder.resolve()  # workers live in another folder than the one in which `--course .` was typed
    speak_of(folder)
    with mended_by("grade verify"):
        return _course_in(folder)


def _course_in(folder: Path) -> Course:
    manifest = load_manifest(folder / MANIFEST, _COURSE)
    exercises = []
    for number, item in enumerate(manifest.items_of("exercises"), start=1):
        exercises.append(_exercise(item, number, _late(manifest["late"], item["late"])))
    _refuse_duplicates(manifest, exercises)
    shared = tuple(manifest["shared"])
    for name in shared:
        if not (folder / "exercises" / name).exists():
            raise manifest.error(
                "shared", _("“{name}” is listed as shared, but exercises/{name} does not exist").format(name=name)
            )
    return Course(folder, manifest["title"], shared, tuple(exercises))


def _late(course: Entry, own: Entry) -> Late | None:
    """The exercise's policy: its own words before those of the course. Without a due date nothing is late."""
    said = {**{k: v for k, v in course.items() if v is not None}, **{k: v for k, v in own.items() if v is not None}}
    place = own if own["due"] is not None else course
    if "due" not in said:
        if said:
            raise (own if any(v is not None for v in own.values()) else course).error("due", _("the key “due” is missing"))
        return None
    for key, most in (("grace_hours", math.inf), ("percent_per_day", 100), ("cap_percent", 100)):
        if not 0 <= said.get(key, 0) <= most:
            raise (own if own[key] is not None else course).error(
                key, _("“{key}” must not be below 0 or above {most:g}").format(key=key, most=most)
            )
    try:
        said["due"] = datetime.fromisoformat(said["due"])
    except ValueError as error:
        words = _("“due” must be a date and a time like 2026-11-20T23:59+09:00, not {value}")
        raise place.error("due", words.format(value=said["due"])) from error
    if said["due"].tzinfo is None:
        typed = said["due"].isoformat(timespec="minutes")
        raise place.error("due", _("“due” needs its time zone, as in {date}+09:00").format(date=typed))
    return Late(**said)


def _exercise(item: Entry, number: int, late: Late | None) -> Exercise:
    functions = tuple(item["functions"])
    hints = {}
    for name, texts in item["hints"].items():
        if name not in functions:
            raise item.error("hints", _("hints for “{name}”, which is not one of the functions").format(name=name))
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise item.error("hints", _("the hints of “{name}” must be a list of texts").format(name=name))
        hints[name] = tuple(texts)
    for name in item["trace"]:
        if name not in functions:
            raise item.error("trace", _("“{name}” is not one of the functions").format(name=name))
    return Exercise(
        id=item["id"],
        number=number,
        topic=item["topic"],
        title=item["title"],
        file=item["file"],
        functions=functions,
        trace=tuple(item["trace"]),
        points=item["points"],
        needs=item["needs"],
        preload=tuple(item["preload"]),
        limits=Limits(**item["limits"]),
        settings=MappingProxyType(dict(item["settings"])),
        hints=MappingProxyType(hints),
        late=late,
    )


def _refuse_duplicates(manifest: Entry, exercises: list[Exercise]) -> None:
    seen: dict[str, Exercise] = {}
    for item, exercise in zip(manifest.items_of("exercises"), exercises, strict=True):
        for key, name in (("id", exercise.id), ("topic", exercise.topic), ("file", exercise.file)):
            if seen.get(name, exercise) is not exercise:  # its own id may be its topic too
                raise item.error(
                    key, _("{key} “{name}” is already taken by {id}").format(key=key, name=name, id=seen[name].id)
                )
            seen[name] = exercise
