"""Pictures of exercise 4: the digits that are read wrong, and how many of each digit are read right."""

import numpy as np
from mnist import load_mnist, load_network

from grader.language import of_course
from grader.pictures.panels import Chart, Images, Mark, Words, expected, image, numbers, yours

SHOWN = 16


def guesses_of(predict, x):
    """The digit with the largest probability, for each image."""
    return numbers(predict(load_network(), x), (len(x), 10)).argmax(axis=1)


def picture_predict(learner, reference):
    """predict: digits that the network reads wrong"""
    _, (x, t) = load_mnist()
    guesses = guesses_of(learner.predict, x)
    wrong = np.flatnonzero(guesses != t)
    right_wrong = int(np.sum(guesses_of(reference.predict, x) != t))
    if len(wrong) == 0:
        return Words(of_course("None of the test images is read wrong. That is too good to be true."))
    caption = of_course("a {label}, read as {guess}")
    images = [image(x[i], caption.format(label=t[i], guess=guesses[i])) for i in wrong[:SHOWN]]
    note = of_course(
        "{count} of {total} test images are read wrong, and these are the first {shown}. "
        "With the same weights, the reference solution reads {expected} wrong."
    )
    values = {"count": len(wrong), "total": len(x), "shown": len(images), "expected": right_wrong}
    return Images(tuple(images), note=note.format(**values))


def picture_accuracy(learner, reference):
    """accuracy: for each digit, the part of its test images that is read right"""
    _, (x, t) = load_mnist()
    network, digits = load_network(), np.arange(10)
    mine = [learner.accuracy(network, x[t == digit], t[t == digit]) for digit in digits]
    right = [reference.accuracy(network, x[t == digit], t[t == digit]) for digit in digits]
    series = (yours(digits, mine, mark=Mark.BARS), expected(digits, right, mark=Mark.BARS))
    return Chart(series, x_label=of_course("digit"), y_label=of_course("accuracy"))
