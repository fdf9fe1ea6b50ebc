"""Pictures of exercise 3: the network as a function, of which both outputs are drawn against the first input."""

import numpy as np

from grader.language import of_course
from grader.pictures.panels import Chart, curves, expected, numbers, yours

X = np.linspace(-5.0, 5.0, 101)
# The second input stays at 0.5, as in the task's example.
BATCH = np.column_stack([X, np.full_like(X, 0.5)])


def outputs(mine, right, note):
    """Both outputs, the learner's over the expected ones."""
    mine, right = numbers(mine, (len(X), 2)), numbers(right, (len(X), 2))
    names = (of_course("first output"), of_course("second output"))
    series = [yours(X, mine[:, i], label=names[i]) for i in (0, 1)]
    series += [expected(X, right[:, i]) for i in (0, 1)]
    return Chart(tuple(series), x_label="x[0]", y_label="y", note=note)


def picture_identity_function(learner, reference):
    """identity_function: what comes in goes out"""
    x = X[::10]
    return curves(x, learner.identity_function(x), reference.identity_function(x), "identity_function(x)")


def picture_forward(learner, reference):
    """forward: what comes out of your network while the first input grows"""
    mine = learner.forward(learner.init_network(), BATCH)
    note = of_course("At 1.0 you can read the two numbers of the task's example: 0.317 and 0.696.")
    return outputs(mine, reference.forward(reference.init_network(), BATCH), note)


def picture_forward_of_large_weights(learner, reference):
    """forward: the same network with weights eight times as large"""
    network = {name: value * 8 if name.startswith("W") else value for name, value in reference.init_network().items()}
    note = of_course("Small weights leave the sigmoids nearly straight. Large ones make them steps, and the network bends.")
    return outputs(learner.forward(network, BATCH), reference.forward(network, BATCH), note)
