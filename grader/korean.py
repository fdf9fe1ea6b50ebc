"""Korean particles behind a value: which of two forms stands there depends on how the value's last letter is read."""

from __future__ import annotations

import re
from typing import Any

# A placeholder, what may close a quotation behind it, and a particle in both its forms: "{name}은(는)".
_OPEN = re.compile(r"(\{[^{}]+\})([”’\"'`)]*)(은\(는\)|이\(가\)|을\(를\)|과\(와\)|와\(과\)|\(으\)로|\(이\)(?=[가-힣]))")
# Each particle behind a final consonant, and behind a vowel.
_FORMS = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "와(과)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)": ("이", ""),
}
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS = "가", "힣", 28
_RIEUL = 8
# How digits end when they are read (영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구): with ㄹ, with another consonant, with none.
_DIGITS = {"0": 1, "1": _RIEUL, "2": 0, "3": 1, "4": 0, "5": 0, "6": 1, "7": _RIEUL, "8": _RIEUL, "9": 0}


class Sentence(str):
    """A Korean sentence whose particles fit the values that `format` fills in.

    Behind a Hangul syllable and behind a digit there is one right form. How a word in Latin letters is read is not known:
    both forms stay, as Korean programs commonly show them.
    """

    def format(self, *args: Any, **values: Any) -> str:
        """The sentence with these values; plain text."""

        def fitting(match: re.Match[str]) -> str:
            placeholder, closing, particle = match.groups()
            return placeholder + closing + particle_behind(placeholder.format(*args, **values), particle)

        return _OPEN.sub(fitting, self).format(*args, **values)


def particle_behind(word: str, particle: str) -> str:
    """The form of a particle, such as `은(는)`, that stands behind this word; both where that cannot be known."""
    final = _final(word[-1:])
    if final is None:
        return particle
    closed, open_ = _FORMS[particle]
    behind_consonant = final != 0 and not (particle == "(으)로" and final == _RIEUL)
    return closed if behind_consonant else open_


def _final(letter: str) -> int | None:
    """The final consonant of a syllable by its number in Unicode, 0 for none; None for what is neither Hangul nor a digit."""
    if letter and _FIRST_SYLLABLE <= letter <= _LAST_SYLLABLE:
        return (ord(letter) - ord(_FIRST_SYLLABLE)) % _FINALS
    return _DIGITS.get(letter)
