"""Exercise: writing a telegram. You write shout and initials."""


def shout(text: str) -> str:
    """The text in capitals, with one exclamation mark.

    >>> shout("storm")
    'STORM!'
    """
    # TODO: capitals, then the mark.
    raise NotImplementedError


def initials(text: str) -> list[str]:
    """The first letter of each word.

    >>> initials("heavy rain tonight")
    ['h', 'r', 't']
    """
    # TODO: one letter a word.
    raise NotImplementedError
