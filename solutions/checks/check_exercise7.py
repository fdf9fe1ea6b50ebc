"""Hidden checks of exercise 7: preprocess, build_model, train, evaluate.

The judge calculates with NumPy what the network does: forwards, and backwards where all images are one batch or all the
same. So few and small trainings prove optimizer, rate, loss, epochs and batches. One training on the digits shows that
they are learnt; docs/exercise7.md tells how its threshold was found.
Everything is asked before anything is compared, so that a mistake shows itself more than once.
"""

from itertools import pairwise

import numpy as np

from grader.checks import N_, after, agrees, claim, facts, points, set_weights, stays, unchanged

# Keras calculates in float32.
CLOSE = {"rtol": 1e-3, "atol": 1e-4}
SIZES = [784, 256, 128, 10]
RATE = 0.1


def one_hot(labels):
    """Rows of ten, all 0 but for a 1 at the label's place."""
    return np.eye(10, dtype=np.float32)[labels]


def rows(images):
    """What preprocess makes of images."""
    return (images.reshape(len(images), 784) / 255).astype(np.float32)


def pair_of(answer):
    """x and y out of what preprocess returned."""
    claim(isinstance(answer, (tuple, list)) and len(answer) == 2, "preprocess must return two arrays: return x, y.")
    for name, part in zip("xy", answer, strict=True):
        plain = isinstance(part, (list, tuple))
        claim(not plain, "{name} is a list. Make an array of it: np.array({name}, dtype='float32').", name=name)
        claim(isinstance(part, np.ndarray), "preprocess must return two arrays: return x, y.")
    return answer


def random_images(rng, n):
    """Images whose brightest pixel is 200 at most, so that 255 cannot be found by looking."""
    return rng.integers(0, 201, size=(n, 28, 28), dtype=np.uint8)


@points(2)
def check_preprocess_pixels(learner, rng):
    """preprocess: each image becomes a row of 784 numbers from 0 to 1"""
    asked = [(random_images(rng, n), np.arange(n, dtype=np.uint8)) for n in (3, 10)]
    got = [learner.preprocess(images, labels) for images, labels in asked]
    unchanged(learner)
    for answer, (images, _) in zip(got, asked, strict=True):
        agrees(pair_of(answer)[0], rows(images), rtol=1e-5, atol=1e-6)


@points(1)
@after("check_preprocess_pixels")
@stays("no variant: a diagnosis takes float32 and float64 for the same, and this check says itself what to write")
def check_preprocess_float32(learner, rng):
    """preprocess: x is float32"""
    got = [learner.preprocess(random_images(rng, n), np.arange(n, dtype=np.uint8)) for n in (10, 2)]
    for answer in got:
        kind = pair_of(answer)[0].dtype.name
        claim(kind == "float32", "x is {kind}. Keras calculates in float32: use .astype('float32').", kind=kind)


@points(1)
@after("check_preprocess_pixels")
def check_preprocess_extremes(learner):
    """preprocess: right for all black, all white, and for one image alone"""
    blank = [np.full((n, 28, 28), value, dtype=np.uint8) for n in (1, 3) for value in (0, 255, 1)]
    got = [learner.preprocess(images, np.arange(len(images), dtype=np.uint8)) for images in blank]
    for answer, images in zip(got, blank, strict=True):
        agrees(pair_of(answer)[0], rows(images), rtol=1e-5, atol=1e-7)


@points(2)
@after("check_preprocess_pixels")
def check_preprocess_labels(learner, rng):
    """preprocess: each label becomes ten numbers, all 0 but for one 1"""
    # The second row of labels has no 9, the third only one label.
    asked = [rng.permutation(10), np.array([3, 0, 7, 3]), np.array([5])]
    got = [learner.preprocess(random_images(rng, len(labels)), labels.astype(np.uint8)) for labels in asked]
    for answer, labels in zip(got, asked, strict=True):
        agrees(pair_of(answer)[1], one_hot(labels))


def model_facts(model):
    """What the model is made of."""
    known = facts(model)
    claim(known["kind"] == "keras.Model", "build_model must return the Keras model, as in `return model`.")
    return known


def built(learner):
    """What the learner's model is made of; asked twice, since one odd answer is not enough for a diagnosis."""
    model = learner.build_model()
    if model is None:
        learner.build_model()
    first, _second = model_facts(model), model_facts(model)
    return first


def dense_layers(known):
    """[neurons, activation, bias] of each Dense layer; an activation as a layer of its own counts to the one before."""
    found = []
    for layer in known["layers"]:
        kind = layer["class"]
        if kind == "Dense":
            found.append([layer["units"], layer["activation"], layer["use_bias"]])
        elif kind in ("Activation", "ReLU", "Softmax") and found and found[-1][1] in ("linear", None):
            found[-1][1] = layer.get("activation") or kind.lower()
        else:
            allowed = kind in ("InputLayer", "Flatten")
            claim(
                allowed,
                "The model has a layer of the kind {kind}. It needs three Dense layers, and nothing else.",
                kind=kind,
            )
    return found


@points(2)
def check_build_model_layers(learner):
    """build_model: three Dense layers with 256, 128 and 10 neurons"""
    known = built(learner)
    layers = dense_layers(known)
    units = [units for units, _, _ in layers]
    claim(
        units == SIZES[1:],
        "The Dense layers have {units} neurons. They should have {wanted}.",
        units=units,
        wanted=SIZES[1:],
    )
    claim(all(bias for _, _, bias in layers), "A layer has no bias. Leave use_bias at True.")
    if known["weights"]:  # A model of a class of its own may call itself built and have none yet.
        inputs = known["weights"][0].shape[0]
        claim(
            inputs == 784,
            "The model takes {inputs} numbers for an image. It should take 784: Input(shape=(784,)).",
            inputs=inputs,
        )
        equal = any(np.ptp(kernel) == 0 for kernel in known["weights"][::2])
        claim(
            not equal,
            "All weights of a layer start with the same number, so its neurons all learn the same. Leave kernel_initializer out.",
        )


@points(1)
@after("check_build_model_layers")
def check_build_model_activations(learner):
    """build_model: relu in the first two layers, softmax in the last"""
    activations = [activation for _, activation, _ in dense_layers(built(learner))]
    wanted = ["relu", "relu", "softmax"]
    claim(
        activations == wanted,
        "The activations are {activations}. They should be {wanted}.",
        activations=activations,
        wanted=wanted,
    )


@points(1)
@after("check_build_model_layers")
def check_build_model_loss(learner):
    """build_model: compiled with the categorical cross-entropy as its loss"""
    known = built(learner)
    claim(known["compiled"], "The model is not compiled: call model.compile(…) before you return it.")
    loss = known["loss"]
    claim(loss == "categorical_crossentropy", "The loss is {loss}. Use loss='categorical_crossentropy'.", loss=loss)
    advice = N_("The loss has from_logits=True, which is for a last layer without softmax. Leave it out.")
    softmax = dense_layers(known)[-1][1] == "softmax"
    claim(not (softmax and known["from_logits"]), advice)


@points(1)
@after("check_build_model_loss")
def check_build_model_optimizer(learner):
    """build_model: compiled with plain SGD and the learning rate 0.1"""
    optimizer = built(learner)["optimizer"]
    claim(optimizer["class"] == "SGD", "The optimizer is {name}. Use keras.optimizers.SGD.", name=optimizer["class"])
    claim(not optimizer.get("momentum"), "The optimizer has momentum. Leave it out: SGD(learning_rate=0.1).")
    agrees(optimizer["learning_rate"], RATE, rtol=1e-5)


@points(1)
@after("check_build_model_loss")
def check_build_model_metric(learner):
    """build_model: compiled with the accuracy as a metric"""
    metrics = built(learner)["metrics"]
    found = "accuracy" in metrics or "categorical_accuracy" in metrics
    claim(found, "The metrics are {metrics}. Compile the model with metrics=['accuracy'].", metrics=metrics)


def random_weights(rng):
    """Weights and biases for the network, with which different images get different answers."""
    weights = []
    for before, behind in pairwise(SIZES):
        normal = rng.normal(scale=np.sqrt(2 / before), size=(before, behind))
        # Each neuron's weights add up to 0: else what all images have in common, some brightness, decides the answer.
        weights.append((normal - normal.mean(axis=0)).astype(np.float32))
        weights.append(rng.normal(scale=0.1, size=behind).astype(np.float32))
    return weights


def random_rows(rng, n):
    """Random images and their labels, as preprocess gives them; large grey squares, so that no two look alike."""
    squares = rng.integers(0, 256, size=(n, 4, 4), dtype=np.uint8)
    images = squares.repeat(7, axis=1).repeat(7, axis=2)
    return rows(images), one_hot(rng.integers(0, 10, size=n))


def same_rows(rng, n):
    """One image and its label, n times; dark, so that it is not learnt at once.

    Where all images are the same, it does not matter which of them are in a batch: only how many batches there are.
    """
    x, y = random_rows(rng, 1)
    return np.repeat(x / 8, n, axis=0), np.repeat(y, n, axis=0)


def network(learner, weights):
    """The learner's model with these weights."""
    model = learner.build_model()
    if not model_facts(model)["weights"]:  # Without an Input, Keras makes the weights when the first data comes.
        learner.evaluate(model, np.zeros((1, 784), np.float32), one_hot([0]))
    set_weights(model, weights)
    return model


def forward(weights, x):
    """The output of each layer, from x to the probabilities."""
    outputs = [np.asarray(x, dtype=float)]
    for index in range(0, len(weights), 2):
        a = outputs[-1] @ weights[index] + weights[index + 1]
        outputs.append(np.maximum(a, 0.0))
    e = np.exp(a - a.max(axis=1, keepdims=True))
    return [*outputs[:-1], e / e.sum(axis=1, keepdims=True)]


def accuracy_of(weights, x, y):
    """The part of the images that a network with these weights reads right."""
    return float(np.mean(forward(weights, x)[-1].argmax(axis=1) == y.argmax(axis=1)))


def descend(weights, x, y, steps):
    """The weights after some steps of gradient descent on the mean cross-entropy of all of x."""
    weights = [array.astype(float) for array in weights]
    for _ in range(steps):
        outputs = forward(weights, x)
        slope = (outputs[-1] - y) / len(x)
        for index in (4, 2, 0):
            below = outputs[index // 2]
            of_weights, of_biases = below.T @ slope, slope.sum(axis=0)
            slope = (slope @ weights[index].T) * (below > 0)
            weights[index] = weights[index] - RATE * of_weights
            weights[index + 1] = weights[index + 1] - RATE * of_biases
    return weights


def has_weights(known, weights):
    """Compares the weights in a model's facts with these, the last layer first: it tells the most."""
    agrees(known["weights"][::-1], weights[::-1], **CLOSE)


def losses_of(result):
    """The losses in what train returned: a History, or a dict of lists."""
    advice = N_("train must return what model.fit returns, or a dict with a list of losses under the key 'loss'.")
    claim(result is not None, "train returned None: is a `return` missing? Return what model.fit returns.")
    plain = isinstance(result, (int, float, str, list, tuple, np.ndarray, np.generic))
    history = result if isinstance(result, dict) else {} if plain else facts(result).get("history")
    claim(isinstance(history, dict) and isinstance(history.get("loss"), list), advice)
    return history["loss"]


@points(3)
@after("check_build_model_layers", "check_build_model_activations")
def check_evaluate_accuracy(learner, rng):
    """evaluate: the part of the images that are read right, a float from 0 to 1; the model stays as it is"""
    weights = random_weights(rng)
    model = network(learner, weights)
    asked = []
    for n, right in ((150, 50), (7, 7), (120, 31)):
        x, _ = random_rows(rng, n)
        guesses = forward(weights, x)[-1].argmax(axis=1)
        labels = np.where(rng.permutation(n) < right, guesses, (guesses + rng.integers(1, 10, size=n)) % 10)
        asked.append((x, one_hot(labels), right / n))
    got = [learner.evaluate(model, x, y) for x, y, _ in asked]
    unchanged(learner)
    known = [facts(model) for _ in range(2)]
    for answer, (_, _, wanted) in zip(got, asked, strict=True):
        agrees(answer, wanted, rtol=1e-5, atol=1e-6)
    agrees(known[0]["weights"], weights, rtol=1e-5, atol=1e-6)


@points(1)
@after("check_build_model_activations", "check_build_model_loss", "check_build_model_optimizer")
def check_train_step(learner, rng):
    """train: the weights go down the slope of the loss, for all images of a batch"""
    weights = random_weights(rng)
    model = network(learner, weights)
    x, y = random_rows(rng, 24)
    known = []
    for epochs in (2, 1):
        learner.train(model, x, y, epochs=epochs, batch_size=24)
        known.append(facts(model))
    unchanged(learner)
    for after_training, steps in zip(known, (2, 3), strict=True):
        has_weights(after_training, descend(weights, x, y, steps))


@points(1)
@after("check_train_step")
def check_train_batches(learner, rng):
    """train: as many epochs and images a batch as it was told, with one loss for each epoch"""
    weights = random_weights(rng)
    model = network(learner, weights)
    x, y = same_rows(rng, 12)
    result = learner.train(model, x, y, 2, 5)
    counts = [len(losses_of(result))]
    known = [facts(model)]
    result = learner.train(model, x, y, epochs=3, batch_size=12)
    counts.append(len(losses_of(result)))
    known.append(facts(model))
    for after_training, steps in zip(known, (6, 9), strict=True):
        has_weights(after_training, descend(weights, x, y, steps))
    for count, epochs in zip(counts, (2, 3), strict=True):
        claim(
            count == epochs,
            "train was asked for {epochs} epochs, but it returned {count} losses.",
            epochs=epochs,
            count=count,
        )


@points(1)
@after("check_train_batches")
def check_train_defaults(learner, rng):
    """train: 20 epochs and 256 images a batch unless it is told otherwise"""
    weights = random_weights(rng)
    model = network(learner, weights)
    x, y = same_rows(rng, 257)
    result = learner.train(model, x, y)
    known, count = facts(model), len(losses_of(result))
    claim(count == 20, "Without an argument, train should run 20 epochs, but it returned {count} losses.", count=count)
    # Two batches an epoch: 256 images, and the last one.
    has_weights(known, descend(weights, x, y, 40))


@points(2)
@after("check_train_step", "check_evaluate_accuracy")
def check_train_digits(learner, settings):
    """train: learns to read real digits"""
    from mnist import load_mnist

    (images, labels), (test_images, test_labels) = load_mnist(normalize=False, flatten=False)
    epochs, least = settings["epochs"], settings["accuracy_threshold"]
    model = learner.build_model()
    learner.train(model, rows(images), one_hot(labels), epochs=epochs)
    weights = facts(model)["weights"]
    x, y = rows(test_images), one_hot(test_labels)
    said = learner.evaluate(model, x, y)
    # What the weights can do is for the judge to calculate.
    got = accuracy_of(weights, x, y)
    claim(
        got >= least,
        "After {epochs} epoch(s) your model reads {got:.3f} of the test images, but {least} is needed.",
        epochs=epochs,
        got=got,
        least=least,
    )
    agrees(said, got, rtol=0.0, atol=0.002)
