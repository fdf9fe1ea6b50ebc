"""Hidden checks of exercise 6: train_step, fit_line.

One step of gradient descent is arithmetic: NumPy knows W, b and the loss after each step, to float32's precision.
Everything is asked before anything is compared, so that a mistake shows itself more than once.
"""

import numpy as np

from grader.checks import after, agrees, facts, make, points, unchanged

# TensorFlow's variables are float32.
CLOSE = {"rtol": 1e-4, "atol": 1e-4}


def descend(w, b, x, y, rate, steps):
    """Gradient descent on the mean squared error: after each step w and b, and the loss before it."""
    way = []
    for _ in range(steps):
        error = w * x + b - y
        loss = float(np.mean(error**2))
        w, b = w - rate * 2 * np.mean(error * x), b - rate * 2 * np.mean(error)
        way.append((w, b, loss))
    return way


def points_near_a_line(rng, n):
    """x and y of n points; more of the x are above 0 than below, so W and b pull on each other."""
    x = rng.normal(loc=0.8, size=n)
    return x, 1.7 * x - 0.6 + rng.normal(scale=0.5, size=n)


def variables(learner, w, b):
    """Two variables in the learner's process."""
    return make(learner, "tf.Variable", w), make(learner, "tf.Variable", b)


def value_of(remote):
    """The number in a variable or a tensor."""
    return facts(remote)["value"]


def number_of(answer):
    """What train_step returned; out of a tensor, its number."""
    plain = isinstance(answer, (int, float, str, list, tuple, dict, np.ndarray, np.generic)) or answer is None
    return answer if plain else facts(answer).get("value", answer)


def walk(learner, w, b, x, y, rate, steps):
    """The learner's steps on one pair of variables: after each step W and b, and the loss that came back."""
    W, B = variables(learner, w, b)
    way = []
    for _ in range(steps):
        loss = learner.train_step(W, B, x, y, rate)
        way.append((value_of(W), value_of(B), number_of(loss)))
    return way


@points(3)
def check_train_step_once(learner):
    """train_step: one step changes W and b, in place, by the right amounts"""
    # By hand: the errors are -5 and four times 0, so the gradients are 2 * -5 * 0.5 / 5 = -1 and 2 * -5 / 5 = -2.
    # Five points, so that who divides by their number is not taken for who divides by 2.
    x, y = np.array([0.5, 2.0, -1.0, 1.0, 0.0]), np.array([7.0, 5.0, -1.0, 3.0, 1.0])
    (w, b, _), *_ = walk(learner, 2.0, 1.0, x, y, 0.25, 2)
    agrees(w, 2.25, **CLOSE)
    agrees(b, 1.5, **CLOSE)


@points(4)
@after("check_train_step_once")
def check_train_step_way(learner, rng):
    """train_step: right for many points, step after step, at every learning rate"""
    x, y = points_near_a_line(rng, 9)
    for rate in (0.1, 0.02):
        got = walk(learner, -0.5, 2.0, x, y, rate, 3)
        wanted = descend(-0.5, 2.0, x, y, rate, 3)
        for (w, b, _), (right_w, right_b, _) in zip(got, wanted, strict=True):
            agrees(w, right_w, **CLOSE)
            agrees(b, right_b, **CLOSE)


@points(3)
@after("check_train_step_way")
def check_train_step_loss(learner, rng):
    """train_step: returns the mean squared error before the step"""
    x, y = points_near_a_line(rng, 6)
    got = walk(learner, 1.0, 0.5, x, y, 0.2, 3)
    for (_, _, loss), (_, _, wanted) in zip(got, descend(1.0, 0.5, x, y, 0.2, 3), strict=True):
        agrees(loss, wanted, **CLOSE)


@points(1)
@after("check_train_step_way")
def check_train_step_tensors(learner, rng):
    """train_step: x and y may be tensors"""
    x, y = (array.astype(np.float32) for array in points_near_a_line(rng, 5))
    W, b = variables(learner, 0.7, 0.1)
    learner.train_step(W, b, make(learner, "tf.constant", x), make(learner, "tf.constant", y), 0.3)
    ((right_w, right_b, _),) = descend(0.7, 0.1, x, y, 0.3, 1)
    agrees((value_of(W), value_of(b)), (right_w, right_b), **CLOSE)


@points(4)
@after("check_train_step_way")
def check_fit_line_steps(learner, rng):
    """fit_line: a few steps from W = 0 and b = 0, then two floats"""
    x, y = points_near_a_line(rng, 8)
    asked = [(3, 0.1), (1, 0.3), (5, 0.002)]
    got = [learner.fit_line(x, y, steps=steps, learning_rate=rate) for steps, rate in asked]
    # The loss of small numbers is small at once, and is no reason to stop.
    small = learner.fit_line(x, y / 10000, steps=4, learning_rate=0.1)
    for answer, (steps, rate) in zip(got, asked, strict=True):
        agrees(answer, descend(0.0, 0.0, x, y, rate, steps)[-1][:2], **CLOSE)
    agrees(small, descend(0.0, 0.0, x, y / 10000, 0.1, 4)[-1][:2], rtol=1e-3, atol=1e-8)


@points(2)
@after("check_fit_line_steps")
def check_fit_line_points(learner, rng):
    """fit_line: works for any number of points, also tensors, and leaves them as they are"""
    for n in (1, 30):
        x, y = points_near_a_line(rng, n)
        got = learner.fit_line(x, y, steps=2, learning_rate=0.1)
        unchanged(learner)
        agrees(got, descend(0.0, 0.0, x, y, 0.1, 2)[-1][:2], **CLOSE)
    x, y = (array.astype(np.float32) for array in points_near_a_line(rng, 5))
    got = learner.fit_line(make(learner, "tf.constant", x), make(learner, "tf.constant", y), 2, 0.1)
    agrees(got, descend(0.0, 0.0, x, y, 0.1, 2)[-1][:2], **CLOSE)


@points(3)
@after("check_fit_line_steps")
def check_fit_line_defaults(learner):
    """fit_line: 1000 steps at the rate 0.01 unless it is told otherwise"""
    # Points that far apart are not done after 1000 steps: the answer tells how many there were.
    x, y = np.array([2.0, 2.5, 3.0]), np.array([0.0, 2.0, 4.0])
    got = learner.fit_line(x, y)
    again = learner.fit_line(x, y, steps=10)
    agrees(got, descend(0.0, 0.0, x, y, 0.01, 1000)[-1][:2], rtol=1e-3, atol=1e-3)
    agrees(again, descend(0.0, 0.0, x, y, 0.01, 10)[-1][:2], **CLOSE)
