"""Pictures of exercise 9: real trainings with the learner's diagnosis, ways down a valley, dropout and shifts of a digit."""

import json

import numpy as np
from mnist import DATA, load_mnist

from grader.checks import claim, facts, make
from grader.language import N_, of_course
from grader.pictures.panels import Chart, Images, Mark, expected, given, image, numbers, redrawn, yours

# What curves.json tells of the trainings that are drawn here: the catalogue's script does not read it.
STORIES = (
    N_("200 images, Adam"),
    N_("SGD with the rate 0.005"),
    N_("SGD with the rate 0.00001"),
    N_("dropout 0.5, Adam"),
)
PATIENCE = 5
START = np.array([-7.0, 2.0])
STEPS = 30


def trainings():
    """One real training of each kind."""
    every = json.loads((DATA / "curves.json").read_text(encoding="utf-8"))
    return {training["diagnosis"]: training for training in reversed(every)}


def picture_diagnose(learner):
    """diagnose: real trainings, and what you say of them"""
    for kind, training in trainings().items():
        history = {name: training[name] for name in ("loss", "val_loss")}
        epochs = np.arange(1, len(history["loss"]) + 1)
        series = tuple(given(epochs, values, name) for name, values in history.items())
        said = learner.diagnose(history)
        note = of_course("Your diagnosis: {said}. Expected: {expected}.").format(said=f"{said!r:.60}", expected=repr(kind))
        title = "diagnose: " + of_course("a real training, {story}").format(story=of_course(training["story"]))
        yield Chart(series, of_course("epoch"), of_course("loss"), title, note)


def picture_best_epoch(learner, reference):
    """best_epoch: where to stop"""
    losses = trainings()["overfitting"]["val_loss"]
    epochs = np.arange(1, len(losses) + 1)
    best = learner.best_epoch(losses, PATIENCE)
    right = reference.best_epoch(losses, PATIENCE)
    inside = isinstance(best, (int, np.integer)) and not isinstance(best, bool) and 0 <= best < len(losses)
    claim(inside, "best_epoch must return the index of an epoch, from 0 to {last}.", last=len(losses) - 1)
    series = (
        given(epochs, losses, "val_loss"),
        yours([best + 1], [losses[best]], of_course("your best epoch"), Mark.POINTS),
        expected([right + 1], [losses[right]], of_course("the expected one"), Mark.POINTS),
    )
    note = of_course("The training stops after {patience} epochs without an improvement.").format(patience=PATIENCE)
    return Chart(series, of_course("epoch"), of_course("loss"), note=note)


def slope(w):
    """The gradient of the valley x²/20 + y²: steep from side to side, and nearly flat along its bottom."""
    return np.array([w[0] / 10, 2 * w[1]])


def way_down(step, memory):
    """The places of a walk; `step(w, gradient, memory, t)` gives the new w and what it remembers."""
    places, w = [START], START
    for t in range(1, STEPS + 1):
        w, memory = step(w, slope(w), memory, t)
        w = numbers(w, (2,))
        claim(np.isfinite(w).all(), "After step {t} the weights are not finite any more: {w}.", t=t, w=w.tolist())
        places.append(w)
    return np.array(places)


def valley(step_of, mine, right, memory):
    """Both ways from the same start, in the valley x²/20 + y²."""
    mine, right = way_down(step_of(mine), memory), way_down(step_of(right), memory)
    note = of_course("A walk of {steps} steps in the valley x²/20 + y², from (-7, 2) to its lowest place, (0, 0).")
    series = (
        expected(right[:, 0], right[:, 1]),
        yours(mine[:, 0], mine[:, 1]),
        given([0.0], [0.0], of_course("the lowest place"), Mark.POINTS),
    )
    return Chart(series, "x", "y", note=note.format(steps=STEPS))


def picture_sgd_step(learner, reference):
    """sgd_step: from side to side down a long valley"""

    def step_of(sgd_step):
        return lambda w, grad, memory, t: (sgd_step(w, grad, 0.95), memory)

    return valley(step_of, learner.sgd_step, reference.sgd_step, None)


def picture_momentum_step(learner, reference):
    """momentum_step: like a ball that rolls"""

    def step_of(momentum_step):
        return lambda w, grad, velocity, t: pair(momentum_step(w, grad, velocity, 0.1))

    def pair(answer):
        claim(isinstance(answer, tuple) and len(answer) == 2, "momentum_step must return a tuple: the new w and velocity.")
        return answer[0], numbers(answer[1], (2,))

    return valley(step_of, learner.momentum_step, reference.momentum_step, np.zeros(2))


def picture_adam_step(learner, reference):
    """adam_step: steps of nearly the same size in all directions"""

    def step_of(adam_step):
        return lambda w, grad, memory, t: triple(adam_step(w, grad, *memory, t, learning_rate=0.3))

    def triple(answer):
        claim(isinstance(answer, tuple) and len(answer) == 3, "adam_step must return a tuple: the new w, m and v.")
        return answer[0], (numbers(answer[1], (2,)), numbers(answer[2], (2,)))

    return valley(step_of, learner.adam_step, reference.adam_step, (np.zeros(2), np.zeros(2)))


def digit():
    """A handwritten digit of the course, (28, 28)."""
    return load_mnist()[1][0][4].reshape(28, 28)


def picture_dropout(learner):
    """dropout: a digit of which some pixels are dropped"""
    x = digit()
    images = [image(x, of_course("as it is"))]
    for rate in (0.2, 0.5, 0.8):
        rng = make(learner, "np.random.Generator", 9)
        dropped = numbers(learner.dropout(x, rate, rng), x.shape) * (1 - rate)
        images.append(image(dropped, of_course("rate {rate}").format(rate=rate)))
    return Images(tuple(images), note=of_course("What is kept grows, by 1 / (1 - rate). Here it is drawn as dark as it was."))


def picture_shift(learner, reference):
    """shift: one digit becomes many"""
    x = digit()
    mine, right = of_course("yours: dy = {dy}, dx = {dx}"), of_course("expected: dy = {dy}, dx = {dx}")
    images = []
    for dy, dx in ((0, 6), (7, -5), (-8, 3)):
        images.append(image(learner.shift(x, dy, dx), mine.format(dy=dy, dx=dx)))
        images.append(image(reference.shift(x, dy, dx), right.format(dy=dy, dx=dx)))
    return Images(tuple(images))


def picture_plot_history(learner):
    """plot_history: the lines of your own figure, in our drawing"""
    training = trainings()["good"]
    figure = learner.plot_history({name: training[name] for name in ("loss", "val_loss")})
    return redrawn(facts(figure), note=of_course("This is the training of which the right diagnosis is 'good'."))
