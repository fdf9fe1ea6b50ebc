"""Hidden checks of exercise 9: learning curves, early stopping, dropout, shifted images, optimizers.

Answers that depend on chance are held to what chance allows: each limit is wide enough that a right answer misses it less
than once in a million. Everything is asked before anything is compared, so that a mistake shows itself more than once.
"""

import json
from pathlib import Path

import numpy as np
from mnist import DATA

from grader.checks import after, agrees, claim, facts, make, points, unchanged

# An answer in float32 is an honest answer: five digits must agree.
CLOSE = {"rtol": 1e-5, "atol": 1e-6}
# What scripts/record_curves.py has recorded.
TRAININGS = json.loads((DATA / "curves.json").read_text(encoding="utf-8"))
KERAS = json.loads((Path(__file__).parent / "keras_steps.json").read_text(encoding="utf-8"))


def curves(loss, val_loss=None):
    """A history; without val_loss, the one of a network that does as well on new data."""
    return {"loss": loss, "val_loss": [value + 0.1 for value in loss] if val_loss is None else val_loss}


def diagnoses(learner, asked):
    """Ask for the diagnosis of each history, then compare each with what it should be."""
    got = [learner.diagnose(history) for history, _ in asked]
    for answer, (_, expected) in zip(got, asked, strict=True):
        agrees(answer, expected)


def generator(learner, seed):
    """A generator for dropout, in the worker."""
    return make(learner, "np.random.Generator", int(seed))


def dropped(learner, x, rate, seed):
    """What dropout makes of x with a new generator of this seed."""
    return learner.dropout(x, rate, generator(learner, seed))


def is_shape(answer, x):
    """Passes for an array of numbers with the shape of x."""
    claim(isinstance(answer, np.ndarray) and answer.dtype.kind in "iuf", "dropout must return an array of numbers.")
    claim(
        answer.shape == x.shape,
        "For x of shape {shape}, dropout returned the shape {got}.",
        shape=x.shape,
        got=answer.shape,
    )


def moved(images, dy, dx):
    """The shifted images, pixel by pixel: slow, and nothing like the reference."""
    result = np.zeros_like(images)
    height, width = images.shape[-2:]
    for y in range(height):
        for x in range(width):
            if 0 <= y - dy < height and 0 <= x - dx < width:
                result[..., y, x] = images[..., y - dy, x - dx]
    return result


def shifts(learner, images, ways):
    """Ask for each shift of the images, then compare."""
    got = []
    for dy, dx in ways:
        got.append(learner.shift(images, dy, dx))
        unchanged(learner)
    for answer, (dy, dx) in zip(got, ways, strict=True):
        expected = moved(images, dy, dx)
        agrees(answer, expected)
        kind = answer.dtype.name
        claim(
            answer.dtype == images.dtype,
            "The images are {kind}, but your answer is {got}.",
            kind=images.dtype.name,
            got=kind,
        )


def drawn_axes(learner, histories):
    """The one axes of each history's figure."""
    figures = [learner.plot_history(history) for history in histories]
    claim(all(figure is not None for figure in figures), "plot_history returned nothing. Is a `return figure` missing?")
    found = [facts(figure) for figure in figures]
    for known in found:
        claim(known["kind"] == "matplotlib.Figure", "plot_history must return the figure, as plt.subplots() gives it.")
        claim(len(known["axes"]) == 1, "The figure has {count} axes. Draw both lines in one.", count=len(known["axes"]))
    return [known["axes"][0] for known in found]


def labels_of(axes):
    """The lines' labels: their own, or those that the legend gives them."""
    legend = axes["legend"] or []
    own = [line["label"] for line in axes["lines"]]
    return [legend[i] if label.startswith("_") and i < len(legend) else label for i, label in enumerate(own)]


# ---------------------------------------------------------------------------------------------------- diagnose


@points(1)
def check_diagnose_trainings(learner):
    """diagnose: right for eight real trainings"""
    diagnoses(learner, [(curves(t["loss"], t["val_loss"]), t["diagnosis"]) for t in TRAININGS])


@points(1)
@after("check_diagnose_trainings")
def check_diagnose_order(learner):
    """diagnose: the first question with a yes gives the answer"""
    rising = [1.0, 2.0, 3.0, 4.0, 5.0]
    falling = {"accuracy": [0.1, 0.5, 0.9], **curves([2.0, 0.4, 0.1]), "val_accuracy": [0.1, 0.5, 0.9]}
    asked = [
        (curves([2.0, 2.0, 2.1, 2.0, 2.0], rising), "stalled"),
        (curves([2.0, 1.5, 1.4, 1.3, 1.2], rising), "underfitting"),
        (curves([2.0, 1.0, 0.6, 0.3, 0.1], rising), "overfitting"),
        (curves([2.0, 3.0, 4.0, 9.0, 9.0], rising), "stalled"),
        (falling, "good"),
    ]
    diagnoses(learner, asked)
    unchanged(learner)


@points(1)
@after("check_diagnose_trainings")
def check_diagnose_limits(learner):
    """diagnose: exact at the limits 0.95, 0.5 and 1.1"""
    flat = [20.0, 20.0, 20.0]
    asked = [
        (curves([20.0, 30.0, 19.2, 19.2, 19.2]), "stalled"),
        (curves([20.0, 30.0, 19.0, 19.0, 19.0]), "underfitting"),
        (curves([20.0, 30.0, 18.8, 18.8, 18.8]), "underfitting"),
        (curves([20.0, 30.0, 10.2, 10.2, 10.2], flat), "underfitting"),
        (curves([20.0, 30.0, 10.0, 10.0, 10.0], flat), "good"),
        (curves([20.0, 30.0, 9.8, 9.8, 9.8], flat), "good"),
        (curves([20.0, 9.0, 2.0, 2.0, 2.0], [50.0, 10.0, 10.0, 10.0, 11.2, 11.2, 11.2]), "overfitting"),
        (curves([20.0, 9.0, 2.0, 2.0, 2.0], [50.0, 10.0, 10.0, 10.0, 11.0, 11.0, 11.0]), "good"),
        (curves([20.0, 9.0, 2.0, 2.0, 2.0], [50.0, 10.0, 10.0, 10.0, 10.8, 10.8, 10.8]), "good"),
    ]
    diagnoses(learner, asked)


@points(1)
@after("check_diagnose_trainings")
def check_diagnose_smooth(learner):
    """diagnose: means of three values decide, and no single value does"""
    calm = [1.0] * 6
    asked = [
        # The last value alone says something else, and so does the mean of the last two, four or five.
        (curves([1.0, 0.2, 0.2, 0.9, 0.2, 0.7], calm), "underfitting"),
        (curves([1.0, 0.9, 0.9, 0.2, 0.5, 0.6], calm), "good"),
        (curves([1.0, 0.9, 0.9, 0.8, 0.1, 0.45], calm), "good"),
        # One val_loss is low, or high, by chance; a curve that falls to its end; one that rose and comes down again.
        (curves([3.0, 0.5, 0.1, 0.1, 0.1, 0.1], [1.0, 1.0, 0.8, 1.0, 1.0, 1.0]), "good"),
        (curves([3.0, 0.5, 0.1, 0.1, 0.1, 0.1], [1.0, 1.0, 1.0, 1.0, 1.0, 1.2]), "good"),
        (curves([3.0, 0.5, 0.1, 0.1, 0.1], [2.0, 1.5, 1.0, 0.6, 0.3]), "good"),
        (curves([3.0, 0.5, 0.1, 0.1, 0.1, 0.1], [1.0, 1.0, 1.0, 1.3, 1.3, 1.05]), "overfitting"),
        # Short ones.
        (curves([3.0]), "stalled"),
        (curves([1.0, 0.1]), "underfitting"),
        (curves([1.0, 0.2, 0.1]), "good"),
    ]
    diagnoses(learner, asked)


# -------------------------------------------------------------------------------------------------- best_epoch


def best_epochs(learner, asked):
    """Ask for the best epoch of each, then compare."""
    got = [learner.best_epoch(val_loss, patience) for val_loss, patience, _ in asked]
    for answer, (_, _, expected) in zip(got, asked, strict=True):
        agrees(answer, expected, integer=True)


@points(1)
def check_best_epoch_stops(learner):
    """best_epoch: stops after `patience` epochs without an improvement"""
    dip = [0.9, 0.5, 0.6, 0.55, 0.3, 0.4]
    two_dips = [0.9, 0.7, 0.8, 0.6, 0.7, 0.75, 0.8, 0.2]
    asked = [(dip, 2, 1), (dip, 3, 4), (dip, 1, 1), (two_dips, 2, 3), (two_dips, 3, 3), (two_dips, 4, 7)]
    best_epochs(learner, asked)
    unchanged(learner)


@points(1)
@after("check_best_epoch_stops")
def check_best_epoch_edges(learner):
    """best_epoch: right for one epoch, for losses that only rise, and where it never stops"""
    rising, falling = [0.3, 0.4, 0.5, 0.6, 0.1], [0.9, 0.8, 0.7, 0.6]
    asked = [([0.7], 1, 0), ([0.7], 5, 0), (rising, 1, 0), (rising, 3, 0), (rising, 4, 4), (falling, 1, 3)]
    asked += [(falling, 10, 3), ([0.9, 0.4, 0.6], 5, 1), ([7.0, 5.0, 6.0, 4.0, 8.0], 2, 3), ([7.0, 8.0, 3.0], 2, 2)]
    best_epochs(learner, asked)


@points(1)
@after("check_best_epoch_stops")
def check_best_epoch_ties(learner):
    """best_epoch: an equal loss is no improvement, and a smaller one always is"""
    asked = [([0.5, 0.4, 0.4, 0.6], 5, 1), ([0.5, 0.4, 0.4, 0.4, 0.3], 2, 1), ([0.2, 0.2, 0.2], 4, 0)]
    asked += [([0.5, 0.4, 0.4, 0.3, 0.3, 0.1], 2, 5)]
    # However little smaller a loss is, it is an improvement.
    asked += [([0.5, 0.49999, 0.49998, 0.49997, 0.6], 2, 3), ([0.9, 0.5, 0.49999, 0.6, 0.2], 2, 4)]
    best_epochs(learner, asked)


# ----------------------------------------------------------------------------------------------------- dropout


@points(1)
def check_dropout_kept(learner, rng):
    """dropout: a number becomes 0, or is divided by 1 - rate"""
    asked = [(rng.integers(1, 10, size=(5, 6)).astype(float), rate) for rate in (0.5, 0.2, 0.75)]
    asked.append((-np.arange(1.0, 31.0), 0.5))
    got = [dropped(learner, x, rate, rng.integers(1000)) for x, rate in asked]
    for answer, (x, rate) in zip(got, asked, strict=True):
        is_shape(answer, x)
        agrees(answer, np.where(answer == 0, 0.0, x / (1 - rate)), **CLOSE)
    claim(any((answer == 0).any() for answer in got), "No number became 0. With rate 0.5, about half of them do.")


@points(1)
@after("check_dropout_kept")
def check_dropout_share(learner, rng):
    """dropout: the share of zeros is the rate, and the mean stays about the same"""
    x = np.full((40, 50), 2.0)
    for rate in (0.2, 0.7):
        got = [dropped(learner, x, rate, rng.integers(1 << 30)) for _ in range(5)]
        for answer in got:
            is_shape(answer, x)
        zeros = np.mean([answer == 0 for answer in got])
        # 10,000 numbers: five standard deviations are 0.02 and 0.023.
        claim(
            abs(zeros - rate) < 0.03,
            "With rate {rate}, {zeros:.0%} of the numbers became 0, not {rate:.0%}.",
            rate=rate,
            zeros=zeros,
        )
        # That five calls drop equally many happens less than once in a million.
        counts = {int(np.sum(answer == 0)) for answer in got}
        claim(
            len(counts) > 1,
            "With rate {rate}, exactly {count} numbers became 0 in each of five calls. Each number needs a chance of its own.",
            rate=rate,
            count=max(counts),
        )
        mean = np.mean(got)
        claim(
            abs(mean - 2) < 0.2,
            "The mean of x is 2, but after dropout with rate {rate} it is {mean:.2f}.",
            rate=rate,
            mean=mean,
        )


@points(1)
@after("check_dropout_kept")
def check_dropout_chance(learner, rng):
    """dropout: each number has its own chance, and the chance comes from rng"""
    x = np.ones((50, 60))
    one, other = rng.choice(1 << 30, size=2, replace=False)
    first, again, third = (dropped(learner, x, 0.5, seed) for seed in (one, one, other))
    used = generator(learner, one)
    twice = [learner.dropout(x, 0.5, used) for _ in range(2)]
    for answer in (first, again, third, *twice):
        is_shape(answer, x)
    whole_columns, whole_rows = (np.ptp(first, axis=axis) == 0 for axis in (0, 1))
    claim(
        not whole_columns.any(),
        "In your answer a whole column has one fate. Each number needs a random number of its own.",
    )
    claim(
        not whole_rows.any(), "In your answer a whole row has one fate. Each number needs a random number of its own."
    )
    claim((first == again).all(), "Two generators with one seed gave two answers. Take the random numbers from rng.")
    claim((first != third).any(), "Two generators with two seeds gave one answer. Take the random numbers from rng.")
    claim((twice[0] != twice[1]).any(), "Two calls with one rng gave the same answer. Draw new numbers in each call.")


@points(1)
@after("check_dropout_kept")
def check_dropout_leaves_x(learner, rng):
    """dropout: x stays as it was, and rate 0 keeps all numbers"""
    for shape in [(8,), (3, 4), (2, 3, 4)]:
        x = rng.integers(1, 10, size=shape).astype(float)
        for rate in (0, 0.0, 0.4):
            answer = dropped(learner, x, rate, rng.integers(1000))
            unchanged(learner)
            is_shape(answer, x)
            agrees(answer, np.where(answer == 0, 0.0, x / (1 - rate)) if rate else x, **CLOSE)
    whole = rng.integers(1, 10, size=30)
    answer = dropped(learner, whole, 0.2, rng.integers(1000))
    agrees(answer, np.where(answer == 0, 0.0, whole / 0.8), **CLOSE)


# ------------------------------------------------------------------------------------------------------- shift


@points(1)
def check_shift_one_image(learner, rng):
    """shift: one image moves down and to the right, and zeros come in"""
    shifts(learner, rng.integers(1, 256, size=(5, 7), dtype=np.uint8), [(1, 0), (0, 1), (2, 3), (0, 0)])
    shifts(learner, rng.random((28, 28)).round(2), [(3, 1)])


@points(1)
@after("check_shift_one_image")
def check_shift_back_and_far(learner, rng):
    """shift: right up and to the left, over both edges, and beyond the image"""
    near = [(-1, 0), (0, -2), (-2, 1), (3, -1), (-1, -3)]
    far = [(5, 0), (0, 7), (-5, 0), (0, -7), (6, 1), (1, -9), (-20, 0), (0, 20), (4, 6), (-4, -6)]
    shifts(learner, rng.integers(1, 256, size=(5, 7), dtype=np.uint8), near + far)


@points(1)
@after("check_shift_one_image")
def check_shift_many_images(learner, rng):
    """shift: a batch of images is shifted as each of them alone, and keeps its dtype"""
    ways = [(1, 0), (0, 2), (2, 1), (1, -1)]
    shifts(learner, rng.integers(1, 256, size=(3, 6, 4), dtype=np.uint8), ways)
    shifts(learner, rng.random((4, 4, 4)).round(2).astype(np.float32), ways)
    shifts(learner, rng.integers(1, 9, size=(1, 5, 5)), ways)


# -------------------------------------------------------------------------------------------------- optimizers


@points(1)
def check_sgd_step(learner, rng):
    """sgd_step: against the gradient, as far as the learning rate says"""
    asked = [(np.array([1.0, 2.0, -3.0]), np.array([10.0, -10.0, 0.0]), 0.1, np.array([0.0, 3.0, -3.0]))]
    w, grad = rng.normal(size=(2, 3, 4)).round(2)
    asked.append((w, grad, 0.25, w - 0.25 * grad))
    asked.append((w, np.zeros((3, 4)), 1.0, w))
    got = []
    for arguments in asked:
        got.append(learner.sgd_step(*arguments[:3]))
        unchanged(learner)
    for answer, arguments in zip(got, asked, strict=True):
        agrees(answer, arguments[3], **CLOSE)
    for run in KERAS["sgd"]:
        w = np.array(KERAS["start"])
        for gradient, expected in zip(KERAS["gradients"], run["weights"], strict=True):
            w = learner.sgd_step(w, np.array(gradient), run["learning_rate"])
            agrees(w, np.array(expected), rtol=1e-4, atol=1e-5)


@points(1)
def check_momentum_step(learner, rng):
    """momentum_step: the new weights, then the new velocity, as Keras's SGD has them"""
    w, grad, velocity = np.array([1.0, -2.0]), np.array([2.0, 4.0]), np.array([-1.0, 0.5])
    # By hand: velocity = 0.5 * (-1) - 0.5 * 2 = -1.5 and 0.5 * 0.5 - 0.5 * 4 = -1.75.
    asked = [((w, grad, velocity, 0.5, 0.5), (np.array([-0.5, -3.75]), np.array([-1.5, -1.75])))]
    # With momentum 0.9: -0.9 - 1 = -1.9 and 0.45 - 2 = -1.55.
    asked.append(((w, grad, velocity, 0.5), (np.array([-0.9, -3.55]), np.array([-1.9, -1.55]))))
    w, grad, velocity = rng.normal(size=(3, 2, 3)).round(2)
    asked.append(((w, grad, velocity, 0.2, 0.0), (w - 0.2 * grad, -0.2 * grad)))
    asked.append(((w, 0 * grad, velocity, 0.2, 0.8), (w + 0.8 * velocity, 0.8 * velocity)))
    got = []
    for arguments, _ in asked:
        got.append(learner.momentum_step(*arguments))
        unchanged(learner)
    for answer, (_, expected) in zip(got, asked, strict=True):
        agrees(answer, expected, **CLOSE)
    for run in KERAS["momentum"]:
        w, velocity = np.array(KERAS["start"]), np.zeros(4)
        for gradient, expected in zip(KERAS["gradients"], run["weights"], strict=True):
            rate, momentum = run["learning_rate"], run["momentum"]
            w, velocity = learner.momentum_step(w, np.array(gradient), velocity, rate, momentum=momentum)
            agrees(w, np.array(expected), rtol=1e-4, atol=1e-5)


@points(1)
def check_adam_steps(learner):
    """adam_step: the new w, m and v of several steps, as Keras's Adam has them"""
    zero = np.zeros(2)
    # By hand, step 1: m = 0.1 * grad, v = 0.001 * grad², and both hats are those of the whole gradient.
    got = [learner.adam_step(np.array([1.0, 2.0]), np.array([4.0, -3.0]), zero, zero, 1, learning_rate=0.1)]
    unchanged(learner)
    # By hand, step 2 from there, with the gradients -2 and 3: m = 0.16 and 0.03, v = 0.019984 and 0.017991.
    m, v = np.array([0.4, -0.3]), np.array([0.016, 0.009])
    got.append(learner.adam_step(np.array([0.9, 2.1]), np.array([-2.0, 3.0]), m, v, 2, learning_rate=0.1))
    unchanged(learner)
    agrees(got[0], (np.array([0.9, 2.1]), m, v), **CLOSE)
    agrees(got[1], (np.array([0.8733663, 2.0947368]), np.array([0.16, 0.03]), np.array([0.019984, 0.017991])), **CLOSE)
    for run in KERAS["adam"]:
        w, m, v = np.array(KERAS["start"]), np.zeros(4), np.zeros(4)
        settings = {name: run[name] for name in ("learning_rate", "beta_1", "beta_2", "epsilon")}
        for t, (gradient, expected) in enumerate(zip(KERAS["gradients"], run["weights"], strict=True), start=1):
            w, m, v = learner.adam_step(w, np.array(gradient), m, v, t, **settings)
            agrees(w, np.array(expected), rtol=1e-4, atol=1e-5)


@points(1)
@after("check_adam_steps")
def check_adam_settings(learner, reference, rng):
    """adam_step: every setting is used where the formula has it, also for a gradient of 0"""
    w, grad, m = rng.normal(size=(3, 2, 3)).round(2)
    v = rng.random((2, 3)).round(2) + 0.1
    asked = [
        ((w, grad, m, v, 3), {}),
        ((w, grad, m, v, 7), {"learning_rate": 0.5, "epsilon": 0.2}),
        ((w, grad, m, v, 2), {"learning_rate": 0.5, "beta_1": 0.5, "beta_2": 0.6, "epsilon": 0.1}),
        ((w, grad, 0 * m, 0 * v, 1), {"learning_rate": 0.5, "beta_1": 0.0, "beta_2": 0.0, "epsilon": 0.3}),
        ((w, 0 * grad, 0 * m, 0 * v, 1), {}),
        ((w, 0 * grad, 0 * m, 0 * v, 1), {"learning_rate": 0.5, "epsilon": 0.1}),
    ]
    got = [learner.adam_step(*arguments, **settings) for arguments, settings in asked]
    for answer, (arguments, settings) in zip(got, asked, strict=True):
        agrees(answer, reference.adam_step(*arguments, **settings), **CLOSE)


# ------------------------------------------------------------------------------------------------ plot_history


@points(1)
def check_plot_history_lines(learner):
    """plot_history: a new figure with two lines, loss and val_loss against the epochs 1, 2, 3, …"""
    histories = [curves([2.0, 1.0, 0.5, 0.4], [2.1, 1.3, 0.9, 1.0]), curves([3.0, 2.0], [3.5, 2.5])]
    for history in histories:
        history["accuracy"] = [0.1] * len(history["loss"])
    for axes, history in zip(drawn_axes(learner, histories), histories, strict=True):
        count = len(axes["lines"])
        claim(count, "The figure has no lines. Draw them with axes.plot(epochs, values).")
        claim(
            count == 2,
            "The figure has {count} lines, not two: loss and val_loss, in a new figure for each call.",
            count=count,
        )
        drawn = {tuple(np.round(line["y"], 6)) for line in axes["lines"]}
        right = {tuple(history["loss"]), tuple(history["val_loss"])}
        claim(drawn == right, "The two lines are not the losses in history['loss'] and history['val_loss'].")
        for line in axes["lines"]:
            agrees(line["x"], np.arange(1.0, len(history["loss"]) + 1))


@points(1)
@after("check_plot_history_lines")
def check_plot_history_words(learner):
    """plot_history: labels, a legend and the names of both axes"""
    histories = [curves([2.0, 1.0, 0.5], [2.1, 1.3, 0.9]), curves([0.5, 0.4, 0.3, 0.2], [0.8, 0.7, 0.7, 0.9])]
    for axes, history in zip(drawn_axes(learner, histories), histories, strict=True):
        claim(axes["legend"], "There is no legend. Give each line a label, then call axes.legend().")
        labels = labels_of(axes)
        claim(
            sorted(labels) == ["loss", "val_loss"],
            "The lines are labelled {labels}, not 'loss' and 'val_loss'.",
            labels=labels,
        )
        for label, line in zip(labels, axes["lines"], strict=True):
            right = tuple(np.round(line["y"], 6)) == tuple(history[label])
            claim(right, "The line labelled {label!r} shows the other losses. Are the labels swapped?", label=label)
        for name, word in (("xlabel", "epoch"), ("ylabel", "loss")):
            label = axes[name]
            claim(
                word in label.lower(),
                "The {axis} axis should be named {word!r}, but its name is {label!r}.",
                axis=name[0],
                word=word,
                label=label,
            )
