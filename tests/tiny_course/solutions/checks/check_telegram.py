"""Hidden checks of the telegram."""

from grader.checks import agrees, points


@points(1)
def check_shout(learner, reference):
    """shout: capitals and one exclamation mark"""
    for text in ("storm", "Heavy rain", ""):
        agrees(learner.shout(text), reference.shout(text))


@points(2)
def check_initials(learner, reference):
    """initials: one letter a word"""
    for text in ("heavy rain tonight", "Storm", "  two  spaces "):
        agrees(learner.initials(text), reference.initials(text))
