"""A mistake in a figure is named, whatever title and names of axes the learner has chosen."""

import gc

import pytest
from helpers.grading import COURSE, diagnoses, reports_of

from grader.diagnose import stories

PLOT_HISTORY = """

def plot_history(history):
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for name in ("loss", "val_loss"):
        axes.plot(range({first}, len(history[name]) + {first}), history[name]{label})
    axes.set_title("My very own title")
    axes.set_xlabel("{xlabel}")
    axes.set_ylabel("{ylabel}")
    axes.legend(["loss", "val_loss"])
    return figure
"""
PLOT_ACTIVATIONS = """

def plot_activations(x):
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for function in (tanh, leaky_relu, elu, selu, swish, mish):
        axes.plot(x, function(x), label=function.__name__)
    axes.set_title("The family")
    axes.set_xlabel("x")
    axes.set_ylabel("f(x)")
    return figure
"""


@pytest.fixture
def said_of(tmp_path):
    """What is said of a solution with another last function."""

    def said(name, text):
        exercise = COURSE.exercise(name)
        path = tmp_path / exercise.file
        path.write_text((COURSE.solutions / exercise.file).read_text(encoding="utf-8") + text, encoding="utf-8")
        return diagnoses(reports_of(name, (path,))[path, 0])

    return said


def test_epochs_from_0_are_named_under_a_title_of_ones_own(said_of):
    text = PLOT_HISTORY.format(first=0, label=", label=name", xlabel="epoch number", ylabel="the loss")
    assert said_of("exercise9", text) == {"plot_history": {"plot_epochs_from_0"}}


def test_a_missing_name_of_an_axis_is_named_under_a_title_of_ones_own(said_of):
    text = PLOT_HISTORY.format(first=1, label=", label=name", xlabel="", ylabel="loss of the network")
    assert said_of("exercise9", text) == {"plot_history": {"plot_no_xlabel"}}


def test_a_missing_legend_is_named_under_names_of_ones_own(said_of):
    assert said_of("exercise8", PLOT_ACTIVATIONS) == {"plot_activations": {"plot_without_legend"}}


def test_the_worker_that_tells_stories_is_let_go_with_its_forkserver(said_of):
    text = PLOT_HISTORY.format(first=0, label=", label=name", xlabel="epochs gone by", ylabel="loss so far")
    assert said_of("exercise9", text)
    # What was left open would be told by Python when the stage is forgotten, and a warning fails a test here.
    stories._stage.cache_clear()
    gc.collect()
