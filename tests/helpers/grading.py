"""Grade many files of one exercise as `grade` does, each in a worker of its own, in one session of the judge."""

from contextlib import closing
from functools import cache

from grader.course import find_course, load_course
from grader.diagnose import diagnose
from grader.judge import convene
from grader.learner import Forkservers, Learner
from grader.submission import read_submission

COURSE = load_course(find_course())


@cache
def reports_of(name, paths, seeds=(0,)):
    """Of each path and seed the report; `paths` and `seeds` are tuples, so that the same question is answered once."""
    exercise = COURSE.exercise(name)
    with Forkservers(COURSE) as forkservers:

        def grade(judge, path, seed):
            submission = read_submission(path, exercise.file)
            with closing(Learner(forkservers.of(exercise), exercise, submission)) as learner:
                return judge.grade(exercise, learner, seed, forkservers.walls(exercise).label, diagnose)

        def body(judge):
            return {(path, seed): grade(judge, path, seed) for path in paths for seed in seeds}

        return convene(COURSE, [exercise], body)


def diagnoses(report):
    """Of each function the ids of what was said of it."""
    said = {}
    for check in report.checks:
        if check.diagnosis:
            said.setdefault(check.function, set()).add(check.diagnosis.id)
    return said
