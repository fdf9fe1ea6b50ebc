"""What `grade export` can write: each format by its name, and the function that makes its files of a gradebook."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.classroom.records import Gradebook
from grader.course import find_course, load_course
from grader.errors import UsageError
from grader.language import N_, _
from grader.report.marks import entries_of, file_names, only
from grader.report.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    from grader.classroom.similar import Pair

# The name of the file where a format makes one document only.
DOCUMENT = ""


@dataclass(frozen=True, slots=True)
class Built:
    """The files of an export by their names, and what is to be said of them."""

    files: Mapping[str, bytes]
    said: Sequence[str] = ()


Build = Callable[[Gradebook, argparse.Namespace], Built]


def _csv(gradebook: Gradebook, _options: argparse.Namespace) -> Built:
    from grader.report.tables import by_student

    return Built({DOCUMENT: by_student(gradebook)})


def _excel(gradebook: Gradebook, _options: argparse.Namespace) -> Built:
    from grader.report.tables import for_excel

    return Built({DOCUMENT: for_excel(gradebook)})


def _entries(gradebook: Gradebook, _options: argparse.Namespace) -> Built:
    from grader.report.tables import by_entry

    return Built({DOCUMENT: by_entry(gradebook)})


def _json(gradebook: Gradebook, _options: argparse.Namespace) -> Built:
    from grader.report.book import as_document

    return _document(as_document(gradebook))


def _junit(gradebook: Gradebook, _options: argparse.Namespace) -> Built:
    from grader.report.junit import as_junit

    return Built({DOCUMENT: as_junit(gradebook)})


def _html(gradebook: Gradebook, options: argparse.Namespace) -> Built:
    from grader.report.classpage import class_page

    return _document(class_page(gradebook, _similar(gradebook, options) if options.similar else None))


def _similar(gradebook: Gradebook, options: argparse.Namespace) -> tuple[Pair, ...]:
    from grader.classroom.similar import similar_in
    from grader.classroom.store import Store

    if options.sources or options.student is not None:
        raise UsageError(
            _("Similar submissions are looked for in a whole class, as a store holds it."),
            next_command="grade export html report.html --similar",
        )
    with Store.open(options.store) as store:
        return similar_in(gradebook, load_course(options.course or find_course()), store.source)


def _markdown(gradebook: Gradebook, _options: argparse.Namespace) -> Built:
    from grader.report.feedback import as_folder, feedback

    if len(gradebook.students) == 1:
        return _document(feedback(gradebook, gradebook.students[0]))
    return _folder(as_folder(gradebook))


def _gradescope(gradebook: Gradebook, options: argparse.Namespace) -> Built:
    from grader.report.gradescope import as_folder, as_results, read_metadata

    if len(gradebook.students) != 1:
        return _folder(as_folder(gradebook))
    metadata = read_metadata(_text_of(options.metadata), str(options.metadata)) if options.metadata else {}
    return _document(as_results(gradebook.of(gradebook.students[0]), metadata))


def _canvas(gradebook: Gradebook, options: argparse.Namespace) -> Built:
    from grader.report.canvas import fill_canvas

    sheet = _template(options)
    if sheet is None:
        raise UsageError(
            _("Canvas wants its own gradebook back: export it there, and name the file."),
            next_command="grade export canvas filled.csv --template EXPORTED.csv --dry-run",
        )
    data, filling = fill_canvas(sheet, gradebook, _columns(options), allow_lower=options.allow_lower)
    return Built({DOCUMENT: data}, filling.lines())


def _moodle(gradebook: Gradebook, options: argparse.Namespace) -> Built:
    from grader.report.moodle import for_moodle

    sheet = _template(options)
    files, filling = for_moodle(gradebook, sheet, _columns(options), allow_lower=options.allow_lower)
    return Built(files, filling.lines() if sheet else filling.notes)


def _runner(name: str) -> Build:
    """A format of another autograder, which knows one person at a time."""

    def build(gradebook: Gradebook, _options: argparse.Namespace) -> Built:
        from grader.report import runners

        makers = {
            "check50": runners.as_check50,
            "exercism": runners.as_exercism,
            "prairielearn": runners.as_prairielearn,
        }
        if len(gradebook.students) == 1:
            return _document(makers[name](gradebook.entries))
        names = file_names(gradebook.students)
        found = entries_of(gradebook)
        return _folder({f"{names[key]}/results.json": makers[name](entries) for key, entries in found.items()})

    return build


FORMATS: dict[str, tuple[str, Build]] = {
    "csv": (N_("one row a student"), _csv),
    "excel": (N_("the same with a byte order mark, for Excel"), _excel),
    "entries": (N_("one row a student and exercise, as CSV"), _entries),
    "json": (N_("everything, for programs"), _json),
    "junit": (N_("JUnit XML: GitLab, Jenkins, GitHub"), _junit),
    "canvas": (N_("a gradebook of Canvas, filled in (--template)"), _canvas),
    "moodle": (N_("a file an exercise to import in Moodle"), _moodle),
    "gradescope": (N_("a results.json a student"), _gradescope),
    "check50": (N_("what `check50 --output json` prints"), _runner("check50")),
    "exercism": (N_("Exercism's results.json"), _runner("exercism")),
    "prairielearn": (N_("PrairieLearn's results.json"), _runner("prairielearn")),
    "markdown": (N_("a feedback file a student"), _markdown),
    "html": (N_("the report of the class, one page"), _html),
}


def narrowed(gradebook: Gradebook, options: argparse.Namespace) -> Gradebook:
    """The gradebook of the exercises and the student asked for."""
    asked = [exercise_id(name, gradebook, options) for name in options.exercise]
    unknown = [name for name in asked if name not in gradebook.exercises]
    if unknown:
        sentence = _("There are no marks for {exercise}. There are for: {known}.")
        raise UsageError(sentence.format(exercise=unknown[0], known=", ".join(gradebook.exercises) or "–"))
    gradebook = only(gradebook, asked) if asked else gradebook
    if options.student is None:
        return gradebook
    students = tuple(one for one in gradebook.students if options.student in (one.key, one.name, one.email))
    if len(students) != 1:
        sentence = _("{count} students are called “{name}” by their id, name or email address.")
        raise UsageError(
            sentence.format(count=len(students), name=options.student), next_command="grade export csv --student ID"
        )
    return replace(gradebook, students=students, entries=gradebook.of(students[0]))


def exercise_id(asked: str, gradebook: Gradebook, options: argparse.Namespace) -> str:
    """The id of the exercise that is called so: by its id, or by any name that the course has for it."""
    if asked in gradebook.exercises:
        return asked
    course = load_course(options.course or find_course())
    return next((one.id for one in course.exercises if asked in (*one.names, one.title)), asked)


def _document(text: str) -> Built:
    return Built({DOCUMENT: text.encode("utf-8", "backslashreplace")})


def _folder(files: Mapping[str, str]) -> Built:
    return Built({name: text.encode("utf-8", "backslashreplace") for name, text in files.items()})


def _columns(options: argparse.Namespace) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in options.column]
    for exercise, equals, column in pairs:
        if not (exercise and equals and column):
            raise UsageError(
                _("--column says which column belongs to an exercise, as in exercise3=4711."),
                next_command="grade export canvas filled.csv --template EXPORTED.csv --column exercise3=4711",
            )
    return {exercise: column for exercise, _equals, column in pairs}


def _template(options: argparse.Namespace) -> Sheet | None:
    return read_sheet(_bytes_of(options.template), options.template.name) if options.template else None


def _text_of(path: Path) -> str:
    return _bytes_of(path).decode("utf-8", "replace")


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(_("{path} cannot be read: {why}.").format(path=path, why=error.strerror)) from error
