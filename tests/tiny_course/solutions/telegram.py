"""Writing a telegram: the reference."""


def shout(text: str) -> str:
    """The text in capitals, with one exclamation mark."""
    return text.upper() + "!"


def initials(text: str) -> list[str]:
    """The first letter of each word."""
    return [word[0] for word in text.split()]
