"""Hidden checks of exercise 8: the family of activation functions, three gradients, plot_activations."""

import numpy as np

from grader.checks import after, agrees, claim, facts, points, unchanged

# An answer in float32 is an honest answer: six digits must agree.
CLOSE = {"rtol": 1e-5, "atol": 1e-6}

# What the literals below belong to; they were calculated with 40 decimals.
X = np.array([-3.0, -1.0, -0.5, 0.0, 0.5, 2.0])
LARGE = np.array([-1000.0, -50.0, 1000.0, 50.0])


def arrays(rng):
    """Random arrays of several shapes: one number, a vector, a batch, a stack of batches."""
    for shape in [(1,), (7,), (3, 4), (2, 3, 4)]:
        yield rng.normal(scale=2.0, size=shape)


def one_number(answer):
    """The number in the answer for a 0-d array: some right ways give it as an array of shape (1,)."""
    return answer[0] if isinstance(answer, np.ndarray) and answer.shape == (1,) else answer


def has_values(learner, function, *values):
    """Passes where the function gives these values at X, and leaves X as it is."""
    got = function(X)
    unchanged(learner)
    agrees(got, np.array(values), **CLOSE)


def works_everywhere(function, right, rng, large):
    """Passes where the function is right for every shape, for integers, and for LARGE, where the values are `large`."""
    for x in arrays(rng):
        agrees(function(x), right(x), **CLOSE)
    agrees(function(np.array([[-2, 0], [1, 3]])), right(np.array([[-2.0, 0.0], [1.0, 3.0]])), **CLOSE)
    agrees(one_number(function(np.array(-0.5))), float(right(np.array(-0.5))), **CLOSE)
    agrees(function(LARGE), np.array(large), **CLOSE)
    # One number at a time: who chooses between two formulas by the largest or the first number is found here.
    for number, value in zip(LARGE, large, strict=True):
        agrees(function(np.array([0.0, number])), np.array([float(right(np.array(0.0))), value]), **CLOSE)


def slope(function, x, h=1e-5):
    """How steep the function is at x, measured: by how much it grows from x - h to x + h."""
    return (function(x + h) - function(x - h)) / (2 * h)


@points(1)
def check_tanh_values(learner):
    """tanh: right for numbers between -3 and 2, and x stays as it was"""
    has_values(learner, learner.tanh, -0.995054754, -0.761594156, -0.462117157, 0.0, 0.462117157, 0.96402758)


@points(1)
@after("check_tanh_values")
def check_tanh_everywhere(learner, reference, rng):
    """tanh: right for every shape, for whole numbers and for very large ones"""
    works_everywhere(learner.tanh, reference.tanh, rng, [-1.0, -1.0, 1.0, 1.0])


@points(1)
def check_leaky_relu_values(learner):
    """leaky_relu: right with the alpha it has by itself, and x stays as it was"""
    has_values(learner, learner.leaky_relu, -0.03, -0.01, -0.005, 0.0, 0.5, 2.0)


@points(1)
@after("check_leaky_relu_values")
def check_leaky_relu_alpha(learner, reference, rng):
    """leaky_relu: right with any alpha, for every shape and for whole numbers"""
    for alpha in (0.2, 1.5, 0.0):
        agrees(learner.leaky_relu(X, alpha), np.where(X > 0, X, alpha * X), **CLOSE)
    agrees(learner.leaky_relu(X, alpha=0.3), np.where(X > 0, X, 0.3 * X), **CLOSE)
    works_everywhere(learner.leaky_relu, reference.leaky_relu, rng, [-10.0, -0.5, 1000.0, 50.0])


@points(1)
def check_elu_values(learner):
    """elu: right with the alpha it has by itself, and x stays as it was"""
    has_values(learner, learner.elu, -0.950212932, -0.632120559, -0.39346934, 0.0, 0.5, 2.0)


@points(1)
@after("check_elu_values")
def check_elu_alpha(learner):
    """elu: right with any alpha"""
    below = np.array([-0.950212932, -0.632120559, -0.39346934])
    for alpha in (0.5, 2.0):
        agrees(learner.elu(X, alpha), np.array([*(alpha * below), 0.0, 0.5, 2.0]), **CLOSE)
    agrees(learner.elu(X, alpha=0.1), np.array([*(0.1 * below), 0.0, 0.5, 2.0]), **CLOSE)


@points(1)
@after("check_elu_values")
def check_elu_everywhere(learner, reference, rng):
    """elu: right for every shape, for whole numbers and for very large ones"""
    works_everywhere(learner.elu, reference.elu, rng, [-1.0, -1.0, 1000.0, 50.0])


@points(1)
def check_selu_values(learner):
    """selu: right for numbers between -3 and 2, and x stays as it was"""
    has_values(learner, learner.selu, -1.670568729, -1.111330738, -0.691758188, 0.0, 0.525350494, 2.101401975)


@points(1)
@after("check_selu_values")
def check_selu_everywhere(learner, reference, rng):
    """selu: right for every shape, for whole numbers and for very large ones"""
    works_everywhere(learner.selu, reference.selu, rng, [-1.758099341, -1.758099341, 1050.700987355, 52.535049368])


@points(1)
def check_swish_values(learner):
    """swish: right for numbers between -3 and 2, and x stays as it was"""
    has_values(learner, learner.swish, -0.14227762, -0.268941421, -0.188770334, 0.0, 0.311229666, 1.761594156)


@points(1)
@after("check_swish_values")
def check_swish_everywhere(learner, reference, rng):
    """swish: right for every shape, for whole numbers and for very large ones"""
    works_everywhere(learner.swish, reference.swish, rng, [0.0, 0.0, 1000.0, 50.0])


@points(1)
def check_mish_values(learner):
    """mish: right for numbers between -3 and 2, and x stays as it was"""
    has_values(learner, learner.mish, -0.145647461, -0.303401461, -0.220743775, 0.0, 0.375245211, 1.94395896)


@points(1)
@after("check_mish_values")
def check_mish_everywhere(learner, reference, rng):
    """mish: right for every shape, for whole numbers and for very large ones"""
    works_everywhere(learner.mish, reference.mish, rng, [0.0, 0.0, 1000.0, 50.0])


@points(1)
def check_sigmoid_gradient_values(learner, reference, rng):
    """sigmoid_gradient: as steep as the sigmoid is, and x stays as it was"""
    got = learner.sigmoid_gradient(X)
    unchanged(learner)
    agrees(got, np.array([0.04517666, 0.196611933, 0.235003712, 0.25, 0.235003712, 0.104993585]), **CLOSE)
    x = rng.normal(scale=2.0, size=8)
    agrees(learner.sigmoid_gradient(x), slope(reference.sigmoid, x), **CLOSE)


@points(1)
@after("check_sigmoid_gradient_values")
def check_sigmoid_gradient_everywhere(learner, reference, rng):
    """sigmoid_gradient: right for every shape, for whole numbers and for very large ones"""
    works_everywhere(learner.sigmoid_gradient, reference.sigmoid_gradient, rng, [0.0, 0.0, 0.0, 0.0])


@points(1)
def check_tanh_gradient_values(learner, reference, rng):
    """tanh_gradient: as steep as tanh is, for every shape and very large numbers too"""
    x = rng.normal(size=8)
    agrees(learner.tanh_gradient(x), slope(np.tanh, x), **CLOSE)
    expected = (0.009866037, 0.419974342, 0.786447733, 1.0, 0.786447733, 0.070650825)
    has_values(learner, learner.tanh_gradient, *expected)
    works_everywhere(learner.tanh_gradient, reference.tanh_gradient, rng, [0.0, 0.0, 0.0, 0.0])


@points(1)
def check_relu_gradient_values(learner, reference, rng):
    """relu_gradient: 1 where x > 0, else 0, also at 0 itself"""
    x = rng.permutation(np.array([-4.0, -1.5, -0.2, 0.3, 1.0, 7.0]))
    agrees(learner.relu_gradient(x), slope(reference.relu, x), **CLOSE)
    has_values(learner, learner.relu_gradient, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0)
    works_everywhere(learner.relu_gradient, reference.relu_gradient, rng, [0.0, 0.0, 1.0, 1.0])


FAMILY = ("tanh", "leaky_relu", "elu", "selu", "swish", "mish")
# A line without a label of its own: Matplotlib gives it one that begins with an underscore, and no legend shows it.
UNNAMED = "_"


def figures_of(learner, *xs):
    """The diagrams of the figures for these x; all are asked for before the first is looked at."""
    figures = [learner.plot_activations(x) for x in xs]
    known = [facts(figure) for figure in figures]
    for figure in known:
        claim(
            figure["kind"] == "matplotlib.Figure",
            "plot_activations must return the figure: figure, axes = plt.subplots() … return figure.",
        )
    return [figure["axes"] for figure in known]


def lines_of(diagrams):
    """The lines with a name, from all diagrams of a figure."""
    return [line for axes in diagrams for line in axes["lines"] if not line["label"].startswith(UNNAMED)]


@points(1)
def check_plot_lines(learner):
    """plot_activations: a figure with six lines in one diagram, each with its function's name"""
    for diagrams in figures_of(learner, np.linspace(-2.0, 3.0, 11), np.linspace(-1.0, 1.0, 5)):
        labels = [line["label"] for line in lines_of(diagrams)]
        missing = [name for name in FAMILY if name not in labels]
        wanted = ", ".join(FAMILY)
        claim(
            not missing,
            "The figure has no line with the label {missing}. It needs {wanted}.",
            missing=", ".join(missing),
            wanted=wanted,
        )
        claim(
            len(labels) == len(FAMILY),
            "The figure has lines with the labels {labels}. It needs only {wanted}.",
            labels=labels,
            wanted=wanted,
        )
        claim(
            len(diagrams) == 1,
            "The figure has {count} diagrams. Draw all lines in one: plt.subplots().",
            count=len(diagrams),
        )


@points(1)
@after("check_plot_lines", *(f"check_{name}_values" for name in FAMILY))
def check_plot_data(learner, reference):
    """plot_activations: each line has the right numbers, at the x it was given"""
    xs = np.linspace(-4.0, 2.0, 25), np.array([-1.0, 0.5, 7.0])
    for diagrams, x in zip(figures_of(learner, *xs), xs, strict=True):
        for line in lines_of(diagrams):
            agrees(line["x"], x, **CLOSE)
            agrees(line["y"], getattr(reference, line["label"])(x), **CLOSE)


@points(1)
@after("check_plot_lines")
def check_plot_legend(learner):
    """plot_activations: a legend tells which line is which"""
    for diagrams in figures_of(learner, np.linspace(-2.0, 2.0, 9), np.linspace(0.0, 1.0, 4)):
        (axes,) = diagrams
        claim(axes["legend"] is not None, "The diagram has no legend: call axes.legend() after the lines are drawn.")
        missing = [name for name in FAMILY if name not in axes["legend"]]
        claim(
            not missing,
            "The legend does not name {missing}. Draw all lines before axes.legend().",
            missing=", ".join(missing),
        )
