"""The learner's language: gettext catalogues; the English of the source is the message id.

`_` and `ngettext` are for the engine's own sentences, `of_course` for what the course says (titles, check lines, mistakes, hints,
the sentences of its claims). A sentence with values in it is translated before they are filled in:
`_("{name} is empty.").format(name=name)`. `N_` only marks a sentence that is translated elsewhere, where it is shown.

`scripts/messages.py` collects the sentences; the catalogues lie in `grader/locale/` and in `locale/` of the course.
"""

from __future__ import annotations

import gettext as _gettext
import os
import re
from collections.abc import Iterable
from pathlib import Path

from grader.errors import UsageError

LANGUAGES = ("en", "ko")
_ENGINE = Path(__file__).resolve().parent / "locale"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_LETTERS = {"en": "", "ko": "한"}


class _Current:
    """What this process speaks: English until `speak` says otherwise."""

    language = "en"
    engine: _gettext.NullTranslations = _gettext.NullTranslations()
    course: _gettext.NullTranslations = _gettext.NullTranslations()


def speak(language: str | None) -> None:
    """Speak this language from now on; None means that of the system. Raises `UsageError` for one that we do not know."""
    spoken = system_language() if language is None else _known(language)
    if spoken is None:
        known = ", ".join(LANGUAGES)
        sentence = _("“{language}” is none of the languages that grade speaks: {known}.")
        raise UsageError(sentence.format(language=language, known=known), next_command="grade --lang en")
    _Current.language = spoken
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
    locale = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "C")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return "en"  # there, as in every program that uses gettext, LANGUAGE does not count
    wishes = [wish for wish in os.environ.get("LANGUAGE", "").split(":") if wish] or [locale]
    return next(filter(None, map(_known, wishes)), "en")


def can_be_read(encoding: str | None) -> bool:
    """Whether a terminal of this encoding can show the letters of the language spoken now."""
    try:
        _LETTERS[_Current.language].encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _known(wish: str) -> str | None:
    """`ko` for `ko`, `KO`, `ko_KR.UTF-8`; None for a language that we do not speak."""
    spoken = re.split(r"[_.@-]", wish.lower())[0]
    return spoken if spoken in LANGUAGES else None


def _catalogue(domain: str, folder: Path) -> _gettext.NullTranslations:
    if _Current.language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation(domain, folder, languages=[_Current.language], fallback=True)


def _(text: str) -> str:
    """An engine sentence in the current language."""
    return _filled_well(_Current.engine.gettext(text))


def ngettext(one: str, many: str, number: int) -> str:
    """The form of an engine sentence for this number of things."""
    return _filled_well(_Current.engine.ngettext(one, many, number))


def N_(text: str) -> str:
    """Mark a sentence for the catalogue; it is translated where it is shown."""
    return text


def translated(text: str, templates: Iterable[str]) -> str:
    """An English sentence from a process that knows no languages, by the one of these templates that it was made from."""
    for template in templates:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(template))
        found = re.fullmatch(pattern, text, re.DOTALL)
        if found:
            return _(template).format(**found.groupdict())
    return text


def of_course(text: str) -> str:
    """A sentence of the course in the current language. The empty text stays empty: gettext would answer with its header."""
    return _filled_well(_Current.course.gettext(text)) if text else text


def _filled_well(text: str) -> str:
    """The sentence; where its grammar depends on the values that will be filled in, one that knows how."""
    if _Current.language != "ko" or "{" not in text:
        return text
    from grader.korean import Sentence

    return Sentence(text)
