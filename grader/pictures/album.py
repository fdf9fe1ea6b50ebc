"""Run an exercise's file of pictures on a submission: each picture gives panels, or the sentence why there is none."""

from __future__ import annotations

import importlib.util
import inspect
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from grader.checks import CheckFailed
from grader.course import Course, Exercise
from grader.errors import CourseError, UsageError
from grader.judge.grading import numbers_from, reference_of
from grader.judge.outcomes import fault_words
from grader.language import _, of_course
from grader.learner import Learner, LearnerFault, LearnerRaised
from grader.pictures.own import OwnPicture
from grader.pictures.panels import Panel, Words
from grader.results import Outcome
from grader.worker.loading import share

Picture = Callable[..., Panel | Iterator[Panel]]


def panels_of(
    course: Course, exercise: Exercise, learner: Learner, seed: int, own: OwnPicture | None = None
) -> tuple[Panel, ...]:
    """Every panel of the exercise for this learner, whose source has been loaded; with an own picture, those that are about it.

    Raises `CourseError` for a fault of the file of pictures, and `UsageError` for an own picture that it has no use for.
    """
    path = course.pictures_of(exercise)
    share(course.shared_paths())
    with _told(path):
        pictures = _pictures_in(path)
    if own is not None:
        pictures = _about_own(pictures, exercise)
    reference = reference_of(course, exercise)
    panels: list[Panel] = []
    for name, picture in pictures.items():
        words = numbers_from(seed, exercise.id, name)
        learner.begin(name, int(words[0]))
        values = {"settings": exercise.settings, "rng": np.random.default_rng(words), "picture": own}
        hand = _Hand(path, learner, reference, values)
        panels += hand.draw(picture)
    return tuple(panels)


def _pictures_in(path: Path) -> dict[str, Picture]:
    spec = importlib.util.spec_from_file_location(f"pictures_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = {name: value for name, value in vars(module).items() if name.startswith("picture_") and callable(value)}
    if not found:
        raise CourseError(
            _("{path}: there is no picture in it; a picture is a function called picture_….").format(path=path)
        )
    return found


def _about_own(pictures: dict[str, Picture], exercise: Exercise) -> dict[str, Picture]:
    """Those that ask for a picture of the learner's own. Raises `UsageError` where none does."""
    found = {name: picture for name, picture in pictures.items() if "picture" in inspect.signature(picture).parameters}
    if not found:
        sentence = _("{exercise} reads no pictures, so there is nothing that could be done with yours.")
        raise UsageError(sentence.format(exercise=exercise.id), next_command=f"grade show {exercise.id}")
    return found


class _Hand:
    """What draws one picture: it hands out what the picture names, and turns what the learner's code does into words."""

    def __init__(self, path: Path, learner: Learner, reference: Callable[[], Any], values: dict[str, Any]) -> None:
        self._path = path
        self._reference = reference
        self._learner = learner
        self._values = {"learner": learner, **values}

    def draw(self, picture: Picture) -> list[Panel]:
        """The picture's panels, each with its title; what stops it is the last of them."""
        function, title = self._title(picture)
        panels: list[Panel] = []
        try:
            with _told(self._path):
                for panel in _each(picture(**self._arguments(picture))):
                    panels.append(replace(panel, title=panel.title or title))
        except LearnerFault as fault:
            asked = self._learner.calls[-1].function if self._learner.calls else ""
            panels.append(Words(_fault_sentence(fault, asked or function), title))
        except CheckFailed as failed:
            panels.append(Words(failed.sentence, title))
        return panels

    def _arguments(self, picture: Picture) -> dict[str, Any]:
        named = inspect.signature(picture).parameters
        return {name: self._reference() if name == "reference" else self._values[name] for name in named}

    def _title(self, picture: Picture) -> tuple[str, str]:
        first = (picture.__doc__ or "").strip().partition("\n")[0]
        function, colon, _sentence = first.partition(":")
        if not colon:
            raise CourseError(
                _('{path}: the docstring of {name} must begin with "function: …".').format(path=self._path, name=picture.__name__)
            )
        return function, of_course(first)


def _each(panels: Panel | Iterator[Panel]) -> Iterator[Panel]:
    return panels if isinstance(panels, Iterator) else iter((panels,))


def _fault_sentence(fault: LearnerFault, function: str) -> str:
    if fault.outcome is Outcome.NOT_IMPLEMENTED and isinstance(fault, LearnerRaised):
        return _("{function} is not written yet, so there is nothing to draw.").format(function=function)
    if isinstance(fault, LearnerRaised):
        return _("{function} raised an exception: {error}").format(function=function, error=fault_words(fault))
    return _("{function} did not answer: {reason}").format(function=function, reason=fault_words(fault))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever a file of pictures raises itself is its author's to mend."""
    try:
        yield
    except (LearnerFault, CheckFailed, CourseError):
        raise
    except SyntaxError as error:
        raise CourseError(f"{path}:{error.lineno}: {error.msg}.") from error
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
        place = f"{path}:{lines[-1]}" if lines else str(path)
        raise CourseError(f"{place}: {type(error).__name__}: {error}.") from error
