"""Hidden checks of exercise 5: build_model, train, predict.

Full-batch gradient descent on one neuron is arithmetic: NumPy knows the weights after each epoch. So a few
epochs from known weights prove the optimizer, the rate, the loss and the data; long training proves no more.
"""

import numpy as np

from grader.checks import N_, after, agrees, claim, facts, points, set_weights, stays, unchanged

# Keras calculates in float32.
CLOSE = {"rtol": 1e-4, "atol": 1e-4}


def model_facts(model):
    """What the model is made of."""
    claim(model is not None, "build_model returned nothing. Is a `return model` missing?")
    known = facts(model)
    claim(known["kind"] == "keras.Model", "build_model must return the Keras model, as in `return model`.")
    return known


def optimizer_facts(model):
    """What the optimizer of a compiled model is made of."""
    optimizer = model_facts(model)["optimizer"]
    claim(optimizer is not None, "The model has no optimizer: call model.compile(optimizer=…, loss=…, metrics=…).")
    return optimizer


def neuron(learner, w, b, **arguments):
    """The learner's model with the weight w and the bias b."""
    model = learner.build_model(**arguments)
    if not model_facts(model)["built"]:  # Without an Input, Keras makes the weights when the first data comes.
        learner.predict(model, np.array([0.0, 1.0]))
    shapes = [weights.shape for weights in facts(model)["weights"]]
    claim(
        shapes == [(1, 1), (1,)],
        "The model's weights have the shapes {shapes}. Dense(1) has (1, 1) and (1,).",
        shapes=shapes,
    )
    set_weights(model, [np.array([[w]]), np.array([b])])
    return model


def descend(w, b, x, y, rate, epochs):
    """Gradient descent on the mean squared error: w and b at the end, and the loss before each step."""
    losses = []
    for _ in range(epochs):
        error = w * x + b - y
        losses.append(round(float(np.mean(error**2)), 6))
        w, b = w - rate * 2 * np.mean(error * x), b - rate * 2 * np.mean(error)
    return w, b, losses


def losses_of(result):
    """The losses in what train returned: a History, or a dict of lists."""
    advice = N_("train must return what model.fit returns, or a dict with a list of losses under the key 'loss'.")
    claim(not isinstance(result, (type(None), list, tuple, np.ndarray)), advice)
    history = result if isinstance(result, dict) else facts(result).get("history")
    claim(isinstance(history, dict) and isinstance(history.get("loss"), list), advice)
    return history["loss"]


def has_weights(model, w, b, epochs):
    """Passes where the model's weight and bias are these after this many epochs."""
    got_w, got_b = (float(weights.sum()) for weights in facts(model)["weights"])
    claim(
        np.allclose([got_w, got_b], [w, b], **CLOSE),
        "With all samples in one batch, and {epochs} epoch(s) of one step each, w = {w:.4f} and b = {b:.4f} were "
        "expected, but your model has w = {got_w:.4f} and b = {got_b:.4f}.",
        epochs=epochs,
        w=w,
        b=b,
        got_w=got_w,
        got_b=got_b,
    )


def has_line(model, w, b):
    """Passes where the model has learnt y = w * x + b."""
    got_w, got_b = (float(weights.sum()) for weights in facts(model)["weights"])
    claim(
        np.allclose([got_w, got_b], [w, b], rtol=0.0, atol=0.18),
        "Training ended at y = {got_w:.3f} * x + {got_b:.3f}, too far from y = {w:g} * x + {b:g}.",
        got_w=got_w,
        got_b=got_b,
        w=w,
        b=b,
    )


@points(2)
def check_build_model_layer(learner):
    """build_model: one Dense layer with one neuron"""
    known = model_facts(learner.build_model())
    layers = [layer for layer in known["layers"] if layer["class"] != "InputLayer"]
    classes = [layer["class"] for layer in layers]
    claim(classes == ["Dense"], "The model's layers are {classes}. It needs exactly one Dense layer.", classes=classes)
    units = layers[0]["units"]
    claim(units == 1, "The Dense layer has {units} neurons. A line needs one: Dense(1).", units=units)
    claim(layers[0]["use_bias"], "The Dense layer has no bias. Leave use_bias at True: the line needs its b.")
    size = known["input_shape"]  # None where no Input was given: Keras finds it out from the data
    claim(size in (None, (None, 1)), "The input has the shape {size}. One x a sample is keras.Input((1,)).", size=size)


@points(1)
@after("check_build_model_layer")
def check_build_model_linear(learner):
    """build_model: the neuron is linear, without an activation function"""
    activation = model_facts(learner.build_model())["layers"][-1]["activation"]
    claim(
        activation in ("linear", None),
        "The activation is {activation}. Leave it out: a line has no bends.",
        activation=activation,
    )


@points(1)
@after("check_build_model_layer")
def check_build_model_loss(learner):
    """build_model: compiled with the mean squared error as its loss"""
    known = model_facts(learner.build_model())
    claim(known["compiled"], "The model is not compiled: call model.compile(…) before you return it.")
    loss = known["loss"]
    right = loss in ("mean_squared_error", ["mean_squared_error"])
    claim(right, "The loss is {loss}. Compile the model with loss='mse'.", loss=loss)


@points(1)
@after("check_build_model_layer")
def check_build_model_metric(learner):
    """build_model: compiled with the mean absolute error as a metric"""
    metrics = model_facts(learner.build_model())["metrics"]
    claim(
        "mean_absolute_error" in metrics,
        "The metrics are {metrics}. Compile the model with metrics=['mae'].",
        metrics=metrics,
    )


@points(2)
@after("check_build_model_layer")
def check_build_model_optimizer(learner):
    """build_model: compiled with plain SGD as its optimizer"""
    optimizer = optimizer_facts(learner.build_model())
    claim(optimizer["class"] == "SGD", "The optimizer is {name}. Use keras.optimizers.SGD.", name=optimizer["class"])
    claim(not optimizer.get("momentum"), "The optimizer has momentum. Leave it out: SGD(learning_rate=…).")


@points(1)
@after("check_build_model_optimizer")
def check_build_model_default_rate(learner):
    """build_model: has a default learning rate"""
    agrees(optimizer_facts(learner.build_model())["learning_rate"], 0.01, rtol=1e-5)


@points(1)
@after("check_build_model_optimizer")
def check_build_model_rate(learner):
    """build_model: gives the optimizer the learning rate it was asked for"""
    for rate in (0.2, 0.003):
        agrees(optimizer_facts(learner.build_model(rate))["learning_rate"], rate, rtol=1e-5)
    agrees(optimizer_facts(learner.build_model(learning_rate=0.05))["learning_rate"], 0.05, rtol=1e-5)


@points(1)
@after("check_build_model_layer")
def check_predict_line(learner):
    """predict: the answers are w * x + b"""
    x = np.array([-3.0, 0.0, 0.5, 4.0])
    model = neuron(learner, 1.0, 0.0)
    for w, b in [(2.5, -1.0), (-0.5, 3.0)]:
        set_weights(model, [np.array([[w]]), np.array([b])])
        got = learner.predict(model, x)
        claim(isinstance(got, np.ndarray), "predict must return a NumPy array.")
        agrees(got.reshape(-1), w * x + b, **CLOSE)


@points(1)
@after("check_predict_line")
def check_predict_shape(learner):
    """predict: the answers are a 1-D array, also for one x"""
    model = neuron(learner, 3.0, 1.0)
    for x in (np.array([1.0, -2.0, 4.0]), np.array([2.0])):
        agrees(learner.predict(model, x), 3.0 * x + 1.0, **CLOSE)
        unchanged(learner)


@points(3)
@after("check_build_model_layer")
@stays("The weights are recomputed by us; the losses are what the model says of itself.")
def check_train_weights(learner, rng):
    """train: the weights go down the slope, one step an epoch"""
    # Four samples: a batch of 4 is as right as Keras's 32, both take one step an epoch.
    x, y = rng.normal(size=(2, 4)).round(2)
    model = neuron(learner, 0.5, -1.0, learning_rate=0.05)
    learner.train(model, x, y, 1)
    unchanged(learner)
    has_weights(model, *descend(0.5, -1.0, x, y, 0.05, 1)[:2], 1)
    learner.train(model, x, y, 2)
    has_weights(model, *descend(0.5, -1.0, x, y, 0.05, 3)[:2], 3)


@points(2)
@after("check_build_model_layer")
def check_train_losses(learner):
    """train: one loss for each epoch, each the mean squared error"""
    x, y = np.array([0.0, 1.0, -1.0, 3.0]), np.array([1.0, 0.0, 2.0, 5.0])
    model = neuron(learner, 2.0, 0.5, learning_rate=0.04)
    expected = descend(2.0, 0.5, x, y, 0.04, 3)[2]
    for first, last in [(0, 1), (1, 3)]:
        losses = losses_of(learner.train(model, x, y, last - first))
        claim(
            len(losses) == last - first,
            "train was asked for {epochs} epoch(s), but the losses are {count}.",
            epochs=last - first,
            count=len(losses),
        )
        agrees(losses, expected[first:last], **CLOSE)


@points(2)
@after("check_build_model_rate")
@stays("The task promises that this line is learnt; the weights of a few epochs only imply it.")
def check_train_double(learner):
    """train: learns y = 2x from x = 1, 2, 3, 4"""
    x = np.array([1.0, 2.0, 3.0, 4.0])
    # From this start the steepest way leads straight to the line, so four epochs do the work of hundreds.
    model = neuron(learner, 3.0, 0.34, learning_rate=0.03)
    learner.train(model, x, 2 * x, 4)
    has_line(model, 2.0, 0.0)


@points(2)
@after("check_build_model_rate")
@stays("The task promises that this line is learnt; the weights of a few epochs only imply it.")
def check_train_double_plus_one(learner):
    """train: learns y = 2x + 1 from x = 0, 1, 2"""
    x = np.array([0.0, 1.0, 2.0])
    model = neuron(learner, 3.0, 1.72, learning_rate=0.1)
    learner.train(model, x, 2 * x + 1, 4)
    has_line(model, 2.0, 1.0)
