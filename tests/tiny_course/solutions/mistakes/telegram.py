"""What goes wrong in a telegram."""

from grader.bank import mistake, probe


@mistake(of="shout")
def shout_without_mark(text):
    """The exclamation mark is missing: add `"!"`."""
    return text.upper()


@probe(of="shout")
def things_to_shout():
    """Two texts."""
    yield ("hail",)
    yield ("Clear sky",)


@mistake(of="initials")
def initials_of_letters(text):
    """You go through the letters. Go through the words: `text.split()`."""
    return list(text)


@probe(of="initials")
def texts():
    """Two texts of several words."""
    yield ("low clouds",)
    yield ("a b",)
