"""Hidden checks of exercise 1: step_function, sigmoid, relu, softmax."""

import numpy as np

from grader.checks import after, agrees, points, unchanged

# An answer in float32 is an honest answer: six digits must agree.
CLOSE = {"rtol": 1e-5, "atol": 1e-6}


def numbers(rng, *shape):
    """Random numbers, positive and negative, short enough to be read in a report."""
    return rng.normal(scale=2.0, size=shape).round(2)


def arrays(rng):
    """Random arrays of several shapes: one number, a vector, a batch, a stack of batches."""
    for shape in [(1,), (7,), (3, 4), (2, 3, 4)]:
        yield numbers(rng, *shape)


def one_number(answer):
    """The number in the answer for a 0-d array: some right ways give it as an array of shape (1,)."""
    return answer[0] if isinstance(answer, np.ndarray) and answer.shape == (1,) else answer


@points(1)
def check_step_signs(learner):
    """step_function: tells positive numbers from negative ones"""
    agrees(learner.step_function(np.array([-1.0, 1.0, 2.0])), np.array([0, 1, 1]))
    agrees(learner.step_function(np.array([0.3, -0.1, -20.0, 50.0])), np.array([1, 0, 0, 1]))


@points(1)
@after("check_step_signs")
def check_step_zero(learner):
    """step_function: right at 0 itself, and very close to it"""
    agrees(learner.step_function(np.array([0.0, 3.0, -0.0, -3.0])), np.array([0, 1, 0, 0]))
    agrees(learner.step_function(np.array([1e-9, -1e-9])), np.array([1, 0]))


@points(1)
@after("check_step_signs")
def check_step_integers(learner, reference, rng):
    """step_function: the answers are integers, not floats"""
    x = numbers(rng, 5)
    agrees(learner.step_function(x), reference.step_function(x), integer=True)


@points(1)
@after("check_step_signs")
def check_step_shapes(learner, reference, rng):
    """step_function: the same shape comes back, and x stays as it was"""
    for x in arrays(rng):
        agrees(learner.step_function(x), reference.step_function(x))
        unchanged(learner)
        agrees(learner.step_function(x), reference.step_function(x))
    agrees(learner.step_function(np.array([[-2, 3], [1, -1]])), np.array([[0, 1], [1, 0]]))
    agrees(one_number(learner.step_function(np.array(2.5))), 1)


@points(1)
def check_sigmoid_values(learner):
    """sigmoid: right for numbers between -1 and 2"""
    expected = np.array([0.26894142, 0.5, 0.73105858, 0.88079708])
    agrees(learner.sigmoid(np.array([-1.0, 0.0, 1.0, 2.0])), expected, **CLOSE)


@points(1)
@after("check_sigmoid_values")
def check_sigmoid_shapes(learner, reference, rng):
    """sigmoid: right for arrays of every shape, and x stays as it was"""
    for x in arrays(rng):
        agrees(learner.sigmoid(x), reference.sigmoid(x), **CLOSE)
        unchanged(learner)
        agrees(learner.sigmoid(x), reference.sigmoid(x), **CLOSE)


@points(1)
@after("check_sigmoid_values")
def check_sigmoid_large(learner):
    """sigmoid: right for very large numbers of either sign"""
    expected = np.array([0.0, 0.11920292, 0.5, 0.88079708, 1.0])
    agrees(learner.sigmoid(np.array([-1000.0, -2.0, 0.0, 2.0, 1000.0])), expected, **CLOSE)


@points(1)
@after("check_sigmoid_values")
def check_sigmoid_integer_input(learner):
    """sigmoid: integers go in, floats come out; one number works too"""
    expected = np.array([0.04742587, 0.5, 0.98201379])
    agrees(learner.sigmoid(np.array([-3, 0, 4])), expected, **CLOSE)
    agrees(one_number(learner.sigmoid(np.array(-1.0))), 0.26894142, **CLOSE)


@points(2)
def check_relu_values(learner):
    """relu: right for negative numbers, zero and positive numbers"""
    x = np.array([-20.0, -0.5, 0.0, 0.5, 30.0])
    agrees(learner.relu(x), np.array([0.0, 0.0, 0.0, 0.5, 30.0]), **CLOSE)


@points(1)
@after("check_relu_values")
def check_relu_shapes(learner, reference, rng):
    """relu: right for arrays of every shape"""
    for x in arrays(rng):
        agrees(learner.relu(x), reference.relu(x), **CLOSE)
        agrees(learner.relu(x), reference.relu(x), **CLOSE)
    agrees(learner.relu(np.array([[-3, 0], [1, 4]])), np.array([[0, 0], [1, 4]]), **CLOSE)
    agrees(one_number(learner.relu(np.array(2.5))), 2.5, **CLOSE)


@points(1)
@after("check_relu_values")
def check_relu_leaves_x(learner):
    """relu: x is the same after the call as before"""
    agrees(learner.relu(np.array([-1.5, 2.0, 0.5, -4.0])), np.array([0.0, 2.0, 0.5, 0.0]), **CLOSE)
    unchanged(learner)


@points(2)
def check_softmax_one_sample(learner, reference, rng):
    """softmax: turns the scores of one sample into probabilities"""
    expected = np.array([0.01821127, 0.24519181, 0.73659691])
    agrees(learner.softmax(np.array([0.3, 2.9, 4.0])), expected, **CLOSE)
    for size in (1, 2, 10):
        a = numbers(rng, size)
        agrees(learner.softmax(a), reference.softmax(a), **CLOSE)
        agrees(learner.softmax(a), reference.softmax(a), **CLOSE)


@points(2)
@after("check_softmax_one_sample")
def check_softmax_batch(learner, reference, rng):
    """softmax: each row of a batch is a sample of its own"""
    # A square batch: without keepdims, or along the wrong axis, NumPy does not complain about it.
    for shape in [(3, 3), (4, 3), (2, 10), (1, 5), (3, 1)]:
        a = numbers(rng, *shape)
        agrees(learner.softmax(a), reference.softmax(a), **CLOSE)


@points(1)
@after("check_softmax_one_sample")
def check_softmax_large(learner):
    """softmax: scores around 1000 or -1000 do not overflow"""
    expected = np.array([9.99954600e-01, 4.53978686e-05, 2.06106005e-09])
    agrees(learner.softmax(np.array([1010.0, 1000.0, 990.0])), expected, **CLOSE)
    agrees(learner.softmax(np.array([-990, -1000, -1010])), expected, **CLOSE)


@points(1)
@after("check_softmax_large")
def check_softmax_far_apart(learner):
    """softmax: right for scores that lie far apart"""
    # Taking away the mean, the smallest or the first score leaves exp(1000): only the largest score is safe.
    agrees(learner.softmax(np.array([0.0, 1000.0, -1000.0])), np.array([0.0, 1.0, 0.0]), **CLOSE)


@points(1)
@after("check_softmax_batch")
def check_softmax_rows_far_apart(learner):
    """softmax: right where one row has small scores and another large"""
    # Less the largest score of the whole batch, the lower rows become exp(-1000) = 0, and 0 / 0 is NaN.
    a = np.array([[0.3, 2.9, 4.0], [1010.0, 1000.0, 990.0]])
    expected = np.array([[0.01821127, 0.24519181, 0.73659691], [9.99954600e-01, 4.53978686e-05, 2.06106005e-09]])
    agrees(learner.softmax(a), expected, **CLOSE)


@points(1)
@after("check_softmax_one_sample")
def check_softmax_leaves_scores(learner, reference, rng):
    """softmax: the scores are the same after the call as before"""
    for shape in [(4,), (1, 4)]:
        a = numbers(rng, *shape)
        agrees(learner.softmax(a), reference.softmax(a), **CLOSE)
        unchanged(learner)
