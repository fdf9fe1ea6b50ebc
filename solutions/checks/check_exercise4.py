"""Hidden checks of exercise 4: predict, accuracy."""

from functools import cache
from itertools import pairwise

import numpy as np

from grader.checks import after, agrees, claim, points, unchanged, watching

# An answer in float32 is an honest answer: six digits must agree.
CLOSE = {"rtol": 1e-5, "atol": 1e-6}


def numbers(rng, shape, scale=1.0):
    """Random numbers, short enough to be read in a report."""
    return rng.normal(scale=scale, size=shape).round(2)


def random_network(rng, *sizes, scale=2.0):
    """A network of three layers with these four sizes; large weights, so that the guesses differ."""
    network = {}
    for number, (before, behind) in enumerate(pairwise(sizes), start=1):
        network[f"W{number}"] = numbers(rng, (before, behind), scale=scale)
        network[f"b{number}"] = numbers(rng, behind, scale=0.5)
    return network


def labelled_images(reference, rng, *batches):
    """A network, images x and labels t, of which the network gets some right in each batch.

    batches: (images, right) for each batch, one after the other. We choose the counts, so that each wrong way
    to count gives a number of its own.
    """
    network = random_network(rng, 8, 12, 11, 10)
    right = np.concatenate([rng.permutation(np.arange(n) < k) for n, k in batches])
    x = numbers(rng, (len(right), 8))
    guesses = reference.predict(network, x).argmax(axis=1)
    return network, x, np.where(right, guesses, (guesses + rng.integers(1, 10, size=len(right))) % 10)


def is_numbers(answer):
    """True for an array of integers or floats."""
    return isinstance(answer, np.ndarray) and answer.dtype.kind in "iuf"


def batches_hold(seen, size, last):
    """Passes where each call of predict got a whole batch, or as many images as the last one has.

    Who writes the product out instead of calling predict is not seen here: the values are checked elsewhere.
    Nor is a call that names its argument, `predict(network, x=batch)`.
    """
    shapes = [call[1] for call in seen if len(call) > 1 and call[1] is not None]
    claim(all(len(shape) == 2 for shape in shapes), "predict got one image. Give it a batch: x[i : i + batch_size].")
    for shape in shapes:
        claim(
            shape[0] in (size, last),
            "predict got {count} images in one call. Here each batch has {size} or {last}.",
            count=shape[0],
            size=size,
            last=last,
        )


@points(2)
def check_predict_rows(learner, rng):
    """predict: ten probabilities for each image, which add up to 1"""
    network, x = random_network(rng, 5, 6, 7, 10, scale=1.0), numbers(rng, (4, 5))
    got = learner.predict(network, x)
    claim(is_numbers(got) and got.shape == (4, 10), "For four images, predict must return an array (4, 10).")
    claim((got >= 0).all() and (got <= 1).all(), "A probability lies between 0 and 1. Is there a softmax at the end?")
    agrees(got.sum(axis=1), np.ones(4), **CLOSE)
    claim(np.ptp(got, axis=0).max() > 1e-6, "Four different images get the same probabilities. Is x used at all?")


@points(3)
@after("check_predict_rows")
def check_predict_values(learner, reference, rng):
    """predict: the right probabilities for a batch of images"""
    # Where all sizes are equal, a transposed W or another layer's weights raise no error.
    for sizes in [(10, 10, 10, 10), (8, 12, 11, 10), (20, 7, 5, 10)]:
        network, x = random_network(rng, *sizes, scale=1.0), numbers(rng, (10, sizes[0]))
        agrees(learner.predict(network, x), reference.predict(network, x), **CLOSE)


@points(1)
@after("check_predict_values")
def check_predict_batches(learner, reference, rng):
    """predict: right for batches of every size, down to one image"""
    network = random_network(rng, 6, 9, 8, 10, scale=1.0)
    for n in (1, 10, 64):
        x = numbers(rng, (n, 6))
        agrees(learner.predict(network, x), reference.predict(network, x), **CLOSE)


@points(1)
@after("check_predict_values")
def check_predict_leaves_arguments(learner, reference, rng):
    """predict: the network and the images are the same after the call"""
    network, x = random_network(rng, 4, 5, 6, 10), numbers(rng, (3, 4))
    for _ in range(2):
        agrees(learner.predict(network, x), reference.predict(network, x), **CLOSE)
        unchanged(learner)


@points(2)
@after("check_predict_values")
def check_accuracy_one_batch(learner, reference, rng):
    """accuracy: the right guesses divided by the number of images"""
    network, x, t = labelled_images(reference, rng, (12, 9))
    agrees(learner.accuracy(network, x, t, 12), 9 / 12, **CLOSE)


@points(1)
@after("check_accuracy_one_batch")
def check_accuracy_whole_batches(learner, reference, rng):
    """accuracy: right where the images fill their batches exactly"""
    # Ten images a batch and ten classes: argmax over the wrong axis raises no error here.
    network, x, t = labelled_images(reference, rng, (10, 9), (10, 2), (10, 5))
    agrees(learner.accuracy(network, x, t, 10), 16 / 30, **CLOSE)


@points(3)
@after("check_accuracy_whole_batches")
def check_accuracy_last_batch(learner, reference, rng):
    """accuracy: the images of the last, smaller batch count like all others"""
    # Last batch dropped: 11/20 or 11/23. Mean of the batches: 0.7. Divided by three whole batches: 14/30.
    network, x, t = labelled_images(reference, rng, (10, 8), (10, 3), (3, 3))
    agrees(learner.accuracy(network, x, t, 10), 14 / 23, **CLOSE)
    network, x, t = labelled_images(reference, rng, (7, 4))
    agrees(learner.accuracy(network, x, t, 50), 4 / 7, **CLOSE)


@points(1)
@after("check_accuracy_whole_batches")
def check_accuracy_batches_of_one(learner, reference, rng):
    """accuracy: right for batches of one image"""
    network, x, t = labelled_images(reference, rng, (6, 4))
    agrees(learner.accuracy(network, x, t, 1), 4 / 6, **CLOSE)
    agrees(learner.accuracy(network, x[:1], t[:1], 1), float(t[0] == reference.predict(network, x[:1]).argmax()))


@points(2)
@after("check_accuracy_last_batch")
def check_accuracy_batch_size(learner, reference, rng):
    """accuracy: predict gets batch_size images at a time, else 100"""
    network, x, t = labelled_images(reference, rng, (9, 7), (9, 5), (4, 1))
    with watching(learner, "predict") as seen:
        got = learner.accuracy(network, x, t, batch_size=9)
    agrees(got, 13 / 22, **CLOSE)
    batches_hold(seen, 9, 4)
    network, x, t = labelled_images(reference, rng, (100, 80), (30, 6))
    with watching(learner, "predict") as seen:
        got = learner.accuracy(network, x, t)
    agrees(got, 86 / 130, **CLOSE)
    batches_hold(seen, 100, 30)


@points(1)
@after("check_accuracy_one_batch")
def check_accuracy_float(learner, reference, rng):
    """accuracy: a float between 0 and 1, also where all is right or wrong"""
    for right in (11, 0):
        network, x, t = labelled_images(reference, rng, (11, right))
        got = learner.accuracy(network, x, t, 11)
        agrees(got, right / 11, **CLOSE)
        claim(np.asarray(got).dtype.kind == "f", "accuracy returned an integer. Divide with `/`, or use float().")


@points(1)
@after("check_accuracy_one_batch")
def check_accuracy_leaves_arguments(learner, reference, rng):
    """accuracy: network, images and labels are the same after the call"""
    network, x, t = labelled_images(reference, rng, (13, 8))
    for _ in range(2):
        agrees(learner.accuracy(network, x, t, 13), 8 / 13, **CLOSE)
        unchanged(learner)


@cache
def real_digits():
    """The trained network, and the course's test images with their labels."""
    from mnist import load_mnist, load_network

    return load_network(), *load_mnist()[1]


@points(2)
@after("check_accuracy_last_batch")
def check_accuracy_digits(learner, reference, settings):
    """accuracy: reads real digits as well as the course's own solution"""
    network, x, t = real_digits()
    got = learner.accuracy(network, x, t)
    agrees(got, reference.accuracy(network, x, t))
    least = settings["accuracy_threshold"]
    claim(
        got >= least,
        "Your accuracy on the test images is {got:.3f}, but at least {least} is needed.",
        got=got,
        least=least,
    )
