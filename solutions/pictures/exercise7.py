"""Pictures of exercise 7: how the network learns, and which digits it still reads wrong.

After each epoch the judge takes the weights and calculates itself, with NumPy, what they make of the images.
"""

import numpy as np
from mnist import load_mnist

from grader.checks import claim, facts
from grader.language import of_course
from grader.pictures.panels import Chart, Images, image, numbers, yours

EPOCHS = 10
SHOWN = 16
SIZES = [(784, 256), (256,), (256, 128), (128,), (128, 10), (10,)]


def probabilities(weights, x):
    """What a network with these weights makes of the images."""
    for index in (0, 2, 4):
        a = x @ weights[index] + weights[index + 1]
        x = np.maximum(a, 0.0)
    e = np.exp(a - a.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def loss_and_accuracy(weights, x, labels):
    """The mean cross-entropy, and the part of the images that are read right."""
    p = probabilities(weights, x)
    loss = -np.mean(np.log(np.maximum(p[np.arange(len(x)), labels], 1e-7)))
    return float(loss), float(np.mean(p.argmax(axis=1) == labels))


def weights_of(model):
    """The weights of the learner's model."""
    known = facts(model)
    claim(known["kind"] == "keras.Model", "build_model must return the Keras model, as in `return model`.")
    shapes = [array.shape for array in known["weights"]]
    claim(
        shapes == SIZES,
        "The weights of your model have the shapes {shapes}. Only a network 784 → 256 → 128 → 10 can be drawn.",
        shapes=shapes,
    )
    return known["weights"]


def picture_train(learner):
    """train: how your network learns"""
    train, test = load_mnist(normalize=False, flatten=False)
    x, y = learner.preprocess(*train)
    model = learner.build_model()
    # The learner's network learns what the learner's preprocess made; it is judged by what it should have made.
    data = [(numbers(images, images.shape).reshape(-1, 784) / 255, labels) for images, labels in (train, test)]
    curve = []
    for _ in range(EPOCHS):
        learner.train(model, x, y, epochs=1)
        curve.append([loss_and_accuracy(weights_of(model), *part) for part in data])
    values = np.array(curve)  # (epochs, train or test, loss or accuracy)
    epochs = np.arange(1, EPOCHS + 1)
    names = (of_course("{count} training images"), of_course("{count} test images"))
    names = [name.format(count=f"{len(part[0]):,}") for name, part in zip(names, data, strict=True)]
    titles = (of_course("train: the loss against the epoch"), of_course("train: the accuracy against the epoch"))
    notes = (
        of_course("The test images are never learnt from: where their loss stops falling, the network learns by heart."),
        of_course("After {epochs} epochs your network reads {accuracy:.1%} of the test images right."),
    )
    for what, label in ((0, of_course("loss")), (1, of_course("accuracy"))):
        series = tuple(yours(epochs, values[:, part, what], names[part]) for part in (0, 1))
        note = notes[what].format(epochs=EPOCHS, accuracy=values[-1, 1, 1])
        yield Chart(series, of_course("epoch"), label, titles[what], note)
    yield misread(weights_of(model), *data[1])


def misread(weights, x, labels):
    """The first test images that the trained network reads wrong."""
    guesses = probabilities(weights, x).argmax(axis=1)
    wrong = np.flatnonzero(guesses != labels)
    caption = of_course("a {label}, read as {guess}")
    images = [image(x[i], caption.format(label=labels[i], guess=guesses[i])) for i in wrong[:SHOWN]]
    note = of_course("{count} of {total} test images are read wrong, and these are the first {shown}.")
    title = of_course("train: what your network still reads wrong")
    return Images(tuple(images), title, note.format(count=len(wrong), total=len(x), shown=len(images)))
