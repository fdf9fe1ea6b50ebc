"""Pictures of exercise 8: each function of the family over the expected one, the gradients, and the learner's own diagram."""

import numpy as np

from grader.checks import facts
from grader.language import of_course
from grader.pictures.panels import curves, redrawn

X = np.linspace(-5.0, 5.0, 201)


def picture_tanh(learner, reference):
    """tanh: a smooth step from -1 to 1"""
    return curves(X, learner.tanh(X), reference.tanh(X), "tanh(x)")


def picture_leaky_relu(learner, reference):
    """leaky_relu: with alpha = 0.1, so that one sees the leak"""
    alpha = 0.1
    return curves(X, learner.leaky_relu(X, alpha), reference.leaky_relu(X, alpha), "leaky_relu(x, 0.1)")


def picture_elu(learner, reference):
    """elu: below 0 it comes close to -alpha"""
    return curves(X, learner.elu(X), reference.elu(X), "elu(x)")


def picture_selu(learner, reference):
    """selu: elu with the two numbers of its paper"""
    return curves(X, learner.selu(X), reference.selu(X), "selu(x)")


def picture_swish(learner, reference):
    """swish: x, let through by its own sigmoid"""
    return curves(X, learner.swish(X), reference.swish(X), "swish(x)")


def picture_mish(learner, reference):
    """mish: a relative of swish"""
    return curves(X, learner.mish(X), reference.mish(X), "mish(x)")


def picture_sigmoid_gradient(learner, reference):
    """sigmoid_gradient: never steeper than 1/4"""
    return curves(X, learner.sigmoid_gradient(X), reference.sigmoid_gradient(X), "dy/dx")


def picture_tanh_gradient(learner, reference):
    """tanh_gradient: steepest at 0"""
    return curves(X, learner.tanh_gradient(X), reference.tanh_gradient(X), "dy/dx")


def picture_relu_gradient(learner, reference):
    """relu_gradient: 1 or 0, nothing between"""
    return curves(X, learner.relu_gradient(X), reference.relu_gradient(X), "dy/dx")


def picture_plot_activations(learner):
    """plot_activations: the lines of your own figure, in our drawing"""
    note = of_course("Run the exercise's file with Python, and it saves the figure as you have drawn it.")
    return redrawn(facts(learner.plot_activations(np.linspace(-3.0, 3.0, 121))), note=note)
