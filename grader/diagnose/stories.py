"""Name a mistake by stories: for exercises whose objects live in a worker and never in the judge.

The story of a check is the row of questions it asked. It is told again to workers that hold the reference solution and the whole
bank, with one variant in the place of the function in question, and compared step by step.
"""

from __future__ import annotations

from functools import lru_cache

from grader.bank import Bank
from grader.diagnose.answers import is_figure
from grader.diagnose.stage import Stage
from grader.diagnose.story import stories_of
from grader.judge.grading import Plan
from grader.language import of_course
from grader.learner import Forkserver, Learner
from grader.results import Diagnosis


def name_by_stories(learner: Learner, plan: Plan, bank: Bank, function: str) -> Diagnosis | None:
    """The one mistake whose variant tells every story of this function as the learner's code did."""
    stories, variants = stories_of(learner, plan, function), bank.of(function)
    if not stories or not variants:
        return None
    stage = _stage(plan, bank, learner.forkserver)
    fitting = stage.fitting(variants, stories)
    if not fitting and any(is_figure(step.told.value) for story in stories for step in story.steps if step.told):
        fitting = stage.fitting(variants, stories, own_words=True)
    mistakes = {variant.mistake: of_course(variant.text) for variant in fitting}
    return Diagnosis(*mistakes.popitem()) if len(mistakes) == 1 else None


@lru_cache(maxsize=4)
def _stage(plan: Plan, bank: Bank, forkserver: Forkserver) -> Stage:
    # It stays for the next submission: the same checks ask the same questions. It ends with its forkserver.
    return Stage(plan, bank, forkserver)
