"""Wrong submissions as beginners write them: each loses points, most are told their mistake, none is told another one.

A file in `tests/wrong/` is a whole submission. Its first line says what is wrong, `# wrong: function: words | function: words`.
Its second line lists the ids of diagnoses that are true of it: `# accept: id|id`, `# accept: silence` where there is none, and
`# accept: function=id|id; function=silence` where two functions are wrong. They were judged by a person who read the sentence
beside the file: an id that is not in the list needs the same judgement before it is added.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.grading import diagnoses, reports_of

FOLDER = Path(__file__).with_name("wrong")
NUMPY = ("exercise1", "exercise2", "exercise3", "exercise4", "exercise8", "exercise9", "exercise10")
KERAS = ("exercise5", "exercise6", "exercise7")
# TensorFlow takes seconds for each; `ALL_SUBMISSIONS=1 pytest` grades the others too.
KERAS_QUICK = (
    *("compile_returned", "hidden_layer", "no_input_and_adam", "sgd_as_text", "sgd_lr"),
    *("epochs_forgotten_and_dict", "history_none_and_first_only", "lists_into_fit", "nb_epoch", "predict_classes"),
    *("sums_as_float", "line_without_b", "stops_early", "mixed_pixels_and_one_epoch_less", "softmax_twice"),
)
NAMED_AT_LEAST = 0.8


@dataclass(frozen=True)
class Wrong:
    """What the two lines at the top of a file say: of each wrong function the ids that are true of it."""

    path: Path
    accept: dict


def _read(path):
    wrong, accept = path.read_text(encoding="utf-8").splitlines()[:2]
    assert wrong.startswith("# wrong: ")
    assert accept.startswith("# accept: ")
    functions = [part.partition(":")[0].strip() for part in wrong.removeprefix("# wrong: ").split(" | ")]
    parts = [part.strip() for part in accept.removeprefix("# accept: ").split(";")]
    if len(functions) > 1:
        parts = [next(p.removeprefix(f"{name}=") for p in parts if p.startswith(f"{name}=")) for name in functions]
    return Wrong(path, {name: set(part.split("|")) for name, part in zip(functions, parts, strict=True)})


def _paths(exercise):
    paths = sorted((FOLDER / exercise).glob("*.py"))
    if exercise in NUMPY or os.environ.get("ALL_SUBMISSIONS"):
        return tuple(paths)
    return tuple(path for path in paths if path.stem in KERAS_QUICK)


def _report(path):
    exercise = path.parent.name
    return reports_of(exercise, _paths(exercise))[path, 0]


def _parameters(*exercises):
    return [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for name in exercises for path in _paths(name)]


@pytest.mark.parametrize("path", _parameters(*NUMPY))
def test_a_wrong_numpy_submission_loses_points_and_is_told_nothing_untrue(path):
    _judge(path)


@pytest.mark.parametrize("path", _parameters(*KERAS))
def test_a_wrong_keras_submission_loses_points_and_is_told_nothing_untrue(path):
    _judge(path)


def _judge(path):
    wrong, report = _read(path), _report(path)
    assert report.reason is None
    assert report.points < report.max_points
    for function in wrong.accept:
        assert sum(check.points for check in report.checks if check.function == function) < _worth(report, function)
    for function, said in diagnoses(report).items():
        assert function in wrong.accept, f"{function} is right, but it was told {said}"
        assert said <= wrong.accept[function]


def _worth(report, function):
    return sum(check.max_points for check in report.checks if check.function == function)


def test_eight_of_ten_mistakes_in_numpy_are_named():
    _assert_most_are_named(*NUMPY)


def test_eight_of_ten_mistakes_in_keras_are_named():
    _assert_most_are_named(*KERAS)


def _assert_most_are_named(*exercises):
    named, silent = 0, []
    for exercise in exercises:
        for path in _paths(exercise):
            said = diagnoses(_report(path))
            for function in _read(path).accept:
                # Words that would fit any function are help, but no name.
                if any(not name.startswith("generic:") for name in said.get(function, ())):
                    named += 1
                else:
                    silent.append(f"{exercise}/{path.stem}: {function}")
    share = named / (named + len(silent))
    assert share >= NAMED_AT_LEAST, f"{share:.0%} are named; not these: {silent}"
