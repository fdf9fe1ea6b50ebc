"""What the course draws of a source, asked of a real worker, once in a test session, however many processes run it."""

import hashlib
import os
import pickle
from contextlib import closing
from functools import cache

import pytest

from grader.bank import load_bank, submission_of
from grader.course import find_course, load_course
from grader.files import write_whole
from grader.learner import Forkservers, Learner
from grader.pictures.album import panels_of
from grader.submission import Submission

COURSE = load_course(find_course())
# A mistake of each exercise that one can see.
WRONG = {
    "exercise1": "step_one_at_zero",
    "exercise3": "forward_no_sigmoid_in_layer_1",
    "exercise4": "predict_no_sigmoid_in_layer_1",
    "exercise5": "build_model_relu_output",
    "exercise6": "train_step_sums",
    "exercise7": "preprocess_does_not_divide",
    "exercise8": "tanh_is_sigmoid",
    "exercise9": "momentum_sign_in_w",
    "exercise10": "load_digit_not_inverted",
}
DRAWN = tuple(exercise.id for exercise in COURSE.exercises if COURSE.pictures_of(exercise).is_file())


@pytest.fixture(scope="session")
def album(tmp_path_factory):
    """`album(exercise, kind)`: the panels for its reference solution, its stub, or a wrong submission."""
    folder = tmp_path_factory.getbasetemp()
    # Beside the folders of all processes of this session: TensorFlow need not start, and train, in each of them.
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    with Forkservers(COURSE) as forkservers:

        @cache
        def panels(name, kind="reference"):
            known = shared / f"album_{name}_{kind}.pickle"
            if known.exists():
                return pickle.loads(known.read_bytes())  # noqa: S301 - our own, of a moment ago
            exercise = COURSE.exercise(name)
            source = _source(exercise, kind)
            submission = Submission(exercise.file, source, hashlib.sha256(source.encode()).hexdigest())
            with closing(Learner(forkservers.of(exercise), exercise, submission)) as learner:
                learner.ready()
                drawn = panels_of(COURSE, exercise, learner, seed=1)
            write_whole(known, pickle.dumps(drawn))
            return drawn

        yield panels


def _source(exercise, kind):
    folder = COURSE.stubs if kind == "stub" else COURSE.solutions
    source = (folder / exercise.file).read_text(encoding="utf-8")
    if kind != "wrong":
        return source
    bank = load_bank(COURSE.mistakes_of(exercise), exercise.functions)
    variant = next(variant for variant in bank.variants if variant.name == WRONG[exercise.id])
    return submission_of(source, bank, variant)
