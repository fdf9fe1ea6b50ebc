"""The learner's language: gettext catalogues; the English of the source is the message id.

`_` and `ngettext` are for the engine's own sentences, `of_course` for what the course says (titles, check lines, mistakes, hints,
the sentences of its claims). A sentence with values in it is translated before they are filled in:
`_("{name} is empty.").format(name=name)`. `N_` only marks a sentence that is translated elsewhere, where it is shown.
"""

from __future__ import annotations

import gettext as _gettext
import os
from pathlib import Path

from grader.errors import UsageError

LANGUAGES = ("en", "ko")
_ENGINE = Path(__file__).resolve().parent / "locale"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class _Current:
    """What this process speaks: English until `speak` says otherwise."""

    language = "en"
    engine: _gettext.NullTranslations = _gettext.NullTranslations()
    course: _gettext.NullTranslations = _gettext.NullTranslations()


def speak(language: str | None) -> None:
    """Speak this language from now on; None means that of the system. Raises `UsageError` for one that we do not know."""
    if language is not None and language.lower() not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise UsageError(f"“{language}” is none of the languages that grade speaks: {known}.", next_command="grade --lang en")
    _Current.language = language.lower() if language else system_language()
    _Current.engine = _catalogue("grader", _ENGINE)
    _Current.course = _gettext.NullTranslations()


def speak_of(course_folder: Path) -> None:
    """Read the course's own catalogue, `locale/` in its folder, for `of_course`."""
    _Current.course = _catalogue("course", course_folder / "locale")


def language() -> str:
    """The language spoken now: one of `LANGUAGES`."""
    return _Current.language


def system_language() -> str:
    """The language that the environment asks for; English where it asks for none that we know."""
    for name in _VARIABLES:
        value = os.environ.get(name, "")
        if value:
            spoken = value.partition(".")[0].partition("_")[0].lower()
            return spoken if spoken in LANGUAGES else "en"
    return "en"


def _catalogue(domain: str, folder: Path) -> _gettext.NullTranslations:
    if _Current.language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation(domain, folder, languages=[_Current.language], fallback=True)


def _(text: str) -> str:
    """An engine sentence in the current language."""
    return _Current.engine.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of an engine sentence for this number of things."""
    return _Current.engine.ngettext(one, many, number)


def N_(text: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return text


def of_course(text: str) -> str:
    """A sentence of the course in the current language. The empty text stays empty: gettext would answer with its header."""
    return _Current.course.gettext(text) if text else text
