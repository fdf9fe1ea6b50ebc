"""Pictures of exercise 1: the activation functions as curves, softmax as bars."""

import numpy as np

from grader.language import of_course
from grader.pictures.panels import Chart, Mark, curves, expected, yours

X = np.linspace(-6.0, 6.0, 241)
SCORES = np.array([0.3, 2.9, 4.0])
LARGE_SCORES = np.array([1010.0, 1000.0, 990.0])


def bars(mine, right, scores, note):
    """The probabilities that softmax makes of some scores."""
    places = np.arange(len(scores))
    series = (yours(places, mine(scores), mark=Mark.BARS), expected(places, right(scores), mark=Mark.BARS))
    return Chart(series, x_label="i", y_label="softmax(a)[i]", note=note)


def picture_step_function(learner, reference):
    """step_function: off up to 0, on above it"""
    return curves(X, learner.step_function(X), reference.step_function(X), "step(x)")


def picture_sigmoid(learner, reference):
    """sigmoid: a smooth step from 0 to 1"""
    return curves(X, learner.sigmoid(X), reference.sigmoid(X), "sigmoid(x)")


def picture_relu(learner, reference):
    """relu: 0 up to 0, then x itself"""
    return curves(X, learner.relu(X), reference.relu(X), "relu(x)")


def picture_softmax(learner, reference):
    """softmax: the scores 0.3, 2.9 and 4.0 become probabilities"""
    note = of_course("The largest score gets the largest part, and all parts together are 1.")
    return bars(learner.softmax, reference.softmax, SCORES, note)


def picture_softmax_of_large_scores(learner, reference):
    """softmax: large scores, 1010, 1000 and 990, must not overflow"""
    note = of_course("Only differences count: exp(10) is about 22,000, so the first score takes nearly everything.")
    return bars(learner.softmax, reference.softmax, LARGE_SCORES, note)
