"""Pictures of exercise 8: each function of the family over the expected one, the gradients, and the learner's own diagram."""

import numpy as np

from grader.checks import facts
from grader.language import of_course
from grader.pictures.panels import Chart, expected, redrawn, yours

X = np.linspace(-5.0, 5.0, 201)


def curve(mine, right, y_label):
    """The learner's function over the expected one."""
    return Chart((yours(X, mine(X)), expected(X, right(X))), x_label="x", y_label=y_label)


def picture_tanh(learner, reference):
    """tanh: a smooth step from -1 to 1"""
    return curve(learner.tanh, reference.tanh, "tanh(x)")


def picture_leaky_relu(learner, reference):
    """leaky_relu: with alpha = 0.1, so that one sees the leak"""
    alpha = 0.1
    mine, right = learner.leaky_relu(X, alpha), reference.leaky_relu(X, alpha)
    return Chart((yours(X, mine), expected(X, right)), x_label="x", y_label="leaky_relu(x, 0.1)")


def picture_elu(learner, reference):
    """elu: below 0 it comes close to -alpha"""
    return curve(learner.elu, reference.elu, "elu(x)")


def picture_selu(learner, reference):
    """selu: elu with the two numbers of its paper"""
    return curve(learner.selu, reference.selu, "selu(x)")


def picture_swish(learner, reference):
    """swish: x, let through by its own sigmoid"""
    return curve(learner.swish, reference.swish, "swish(x)")


def picture_mish(learner, reference):
    """mish: a relative of swish"""
    return curve(learner.mish, reference.mish, "mish(x)")


def picture_sigmoid_gradient(learner, reference):
    """sigmoid_gradient: never steeper than 1/4"""
    return curve(learner.sigmoid_gradient, reference.sigmoid_gradient, "dy/dx")


def picture_tanh_gradient(learner, reference):
    """tanh_gradient: steepest at 0"""
    return curve(learner.tanh_gradient, reference.tanh_gradient, "dy/dx")


def picture_relu_gradient(learner, reference):
    """relu_gradient: 1 or 0, nothing between"""
    return curve(learner.relu_gradient, reference.relu_gradient, "dy/dx")


def picture_plot_activations(learner):
    """plot_activations: the lines of your own figure, in our drawing"""
    note = of_course("Run the exercise's file with Python, and it saves the figure as you have drawn it.")
    return redrawn(facts(learner.plot_activations(np.linspace(-3.0, 3.0, 121))), note=note)
