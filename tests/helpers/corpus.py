"""Grade files of the corpus in one judge session, and print what came of each as JSON. Run as a script, by any user.

The one argument is a job: `files`, `without` (walls to leave out), `after` (names after which an honest file is graded), `limits`.
"""

import builtins
import json
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = "exercise1"
HONEST = ROOT / "tests" / "rogues" / "ok_plain.py"


def main(job):
    """The document: walls, a report for each file, and what became of the judge."""
    from grader.course import Limits, load_course
    from grader.diagnose import diagnose
    from grader.errors import SubmissionError
    from grader.judge import convene
    from grader.judge.grading import ungradable
    from grader.learner import Forkservers, Learner
    from grader.submission import read_submission

    course = load_course(ROOT)
    exercise = replace(course.exercise(EXERCISE), limits=Limits(**job["limits"]))
    known = dict(vars(builtins))
    found = {"reports": {}, "after": {}}

    def grade(judge, forkservers, path):
        walls = forkservers.walls(exercise)
        try:
            submission = read_submission(path, exercise.file)
        except SubmissionError as error:
            return ungradable(exercise, error.sentence, 1, walls.label).to_dict()
        learner = Learner(forkservers.of(exercise), exercise, submission).start()
        try:
            return judge.grade(exercise, learner, 1, walls.label, diagnose).to_dict()
        finally:
            learner.close()

    def body(judge):
        with Forkservers(course, without=job["without"]) as forkservers:
            walls = forkservers.walls(exercise)
            found["walls"] = {"label": walls.label, "observed": walls.observed, "refusals": walls.refusals}
            for path in map(Path, job["files"]):
                found["reports"][path.stem] = grade(judge, forkservers, path)
                if path.stem in job["after"]:
                    found["after"][path.stem] = grade(judge, forkservers, HONEST)["outcome"]

    convene(course, [exercise], body)
    changed = {name for name in {*known, *vars(builtins)} if known.get(name) is not vars(builtins).get(name)}
    found["builtins"] = sorted(changed - {"_"})
    return found


if __name__ == "__main__":
    sys.path[:] = [str(ROOT), *sys.path[1:]]
    document = main(json.loads(sys.argv[1]))
    sys.stdout.write(json.dumps(document))
