"""Pictures of exercise 6: the loss against the step, and the line through the points, before and after many steps."""

import numpy as np

from grader.checks import facts, make
from grader.language import of_course
from grader.learner import Remote
from grader.pictures.panels import Chart, Mark, expected, given, numbers, yours

RATE = 0.05
STEPS = 40
GRID = np.array([0.0, 4.0])


def points_near_a_line(rng):
    """Twenty points near y = 2x + 1."""
    x = np.linspace(0.0, 4.0, 20)
    return x, 2 * x + 1 + rng.normal(scale=0.6, size=len(x))


def descend(w, b, x, y, steps):
    """Gradient descent on the mean squared error: w and b at the end, and the loss before each step."""
    losses = []
    for _ in range(steps):
        error = w * x + b - y
        losses.append(float(np.mean(error**2)))
        w, b = w - RATE * 2 * np.mean(error * x), b - RATE * 2 * np.mean(error)
    return w, b, losses


def number_of(answer):
    """The number that train_step returned; out of a tensor, its number."""
    value = facts(answer).get("value") if isinstance(answer, Remote) else answer
    return float(numbers(value, ()))


def picture_train_step(learner, rng):
    """train_step: the loss falls from step to step"""
    x, y = points_near_a_line(rng)
    W, b = make(learner, "tf.Variable", 0.0), make(learner, "tf.Variable", 0.0)
    mine = [number_of(learner.train_step(W, b, x, y, RATE)) for _ in range(STEPS)]
    steps = np.arange(1, STEPS + 1)
    series = (yours(steps, mine), expected(steps, descend(0.0, 0.0, x, y, STEPS)[2]))
    return Chart(series, of_course("step"), of_course("loss"))


def picture_fit_line(learner, rng):
    """fit_line: the line through the points"""
    x, y = points_near_a_line(rng)
    lines = [given(x, y, of_course("points"), Mark.POINTS)]
    for steps in (1, 2, 200):
        w, b = numbers(learner.fit_line(x, y, steps=steps, learning_rate=RATE), (2,))
        right_w, right_b, _ = descend(0.0, 0.0, x, y, steps)
        label = of_course("after 1 step") if steps == 1 else of_course("after {steps} steps").format(steps=steps)
        lines += [yours(GRID, w * GRID + b, label), expected(GRID, right_w * GRID + right_b)]
    note = of_course("Chance has moved the points away from y = 2x + 1. After {steps} steps your line is y = {w:.2f}x + {b:.2f}.")
    return Chart(tuple(lines), "x", "y", note=note.format(steps=steps, w=w, b=b))
