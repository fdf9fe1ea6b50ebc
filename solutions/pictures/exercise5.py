"""Pictures of exercise 5: the loss against the epoch, and the line on its way to the points.

All points are one batch, so NumPy knows the right losses and lines from the same start.
"""

import numpy as np

from grader.checks import claim, facts, set_weights
from grader.language import of_course
from grader.pictures.panels import Chart, Mark, expected, given, numbers, yours

X = np.array([0.0, 1.0, 2.0])
Y = 2 * X + 1
GRID = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
RATE = 0.1
STOPS = (1, 3, 40)


def neuron(learner):
    """The learner's model, with the weight 0 and the bias 0."""
    model = learner.build_model(learning_rate=RATE)
    known = facts(model)
    claim(known["kind"] == "keras.Model", "build_model must return the Keras model, as in `return model`.")
    if not known["built"]:  # Without an Input, Keras makes the weights when the first data comes.
        learner.predict(model, X)
    set_weights(model, [np.array([[0.0]]), np.array([0.0])])
    return model


def losses_of(result):
    """The losses in what train returned: a History, or a dict of lists."""
    history = result if isinstance(result, dict) else facts(result).get("history")
    advice = "train must return what model.fit returns, or a dict with a list of losses under the key 'loss'."
    claim(isinstance(history, dict) and isinstance(history.get("loss"), list), advice)
    return history["loss"]


def descend(w, b, epochs):
    """Gradient descent on the mean squared error: w and b at the end, and the loss before each step."""
    losses = []
    for _ in range(epochs):
        error = w * X + b - Y
        losses.append(float(np.mean(error**2)))
        w, b = w - RATE * 2 * np.mean(error * X), b - RATE * 2 * np.mean(error)
    return w, b, losses


def picture_train(learner):
    """train: the loss falls, and the line comes to the points"""
    model = neuron(learner)
    w = b = 0.0
    done, mine, right, lines = 0, [], [], [given(X, Y, of_course("points to learn from"), Mark.POINTS)]
    for stop in STOPS:
        epochs = stop - done
        losses = losses_of(learner.train(model, X, Y, epochs))
        mine += numbers(losses, (epochs,)).tolist()
        w, b, losses = descend(w, b, epochs)
        right += losses
        done = stop
        label = of_course("after 1 epoch") if stop == 1 else of_course("after {epochs} epochs").format(epochs=stop)
        lines += [yours(GRID, learner.predict(model, GRID), label), expected(GRID, w * GRID + b)]
    epochs = np.arange(1, done + 1)
    title = of_course("train: the loss against the epoch")
    yield Chart((yours(epochs, mine), expected(epochs, right)), of_course("epoch"), of_course("loss"), title)
    title = of_course("predict: the line on its way to the points")
    note = of_course("The points lie on y = 2x + 1. Beyond x = 2 your network has never seen one.")
    yield Chart(tuple(lines), "x", "y", title, note)
