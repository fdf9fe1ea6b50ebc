"""Hidden checks of exercise 3: identity_function, init_network, forward."""

from itertools import pairwise

import numpy as np

from grader.checks import after, agrees, claim, points, unchanged

# An answer in float32 is an honest answer: six digits must agree.
CLOSE = {"rtol": 1e-5, "atol": 1e-6}

WEIGHTS = {
    "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
    "W2": np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]),
    "W3": np.array([[0.1, 0.3], [0.2, 0.4]]),
}
BIASES = {"b1": np.array([0.1, 0.2, 0.3]), "b2": np.array([0.1, 0.2]), "b3": np.array([0.1, 0.2])}


def numbers(rng, shape, scale=1.0):
    """Random numbers, short enough to be read in a report."""
    return rng.normal(scale=scale, size=shape).round(2)


def random_network(rng, *sizes):
    """A network of three layers with these four sizes, all weights and biases random."""
    network = {}
    for number, (before, behind) in enumerate(pairwise(sizes), start=1):
        network[f"W{number}"] = numbers(rng, (before, behind))
        network[f"b{number}"] = numbers(rng, behind)
    return network


@points(2)
def check_identity_values(learner, rng):
    """identity_function: gives back what it gets, in every shape"""
    for shape in [(3,), (1,), (4, 2), (2, 3, 4)]:
        x = numbers(rng, shape, scale=3.0)
        agrees(learner.identity_function(x), x, **CLOSE)
        unchanged(learner)
    agrees(learner.identity_function(np.array([[-2, 0], [1000, 3]])), np.array([[-2, 0], [1000, 3]]), **CLOSE)


@points(1)
def check_init_network_names(learner):
    """init_network: a dict with the six names of weights and biases"""
    network = learner.init_network()
    claim(isinstance(network, dict), "init_network must return a dict, as in `return network`.")
    wanted = sorted({**WEIGHTS, **BIASES})
    missing = [name for name in wanted if name not in network]
    claim(
        not missing,
        "The dict has no {missing}. It needs the keys {wanted}.",
        missing=", ".join(missing),
        wanted=", ".join(wanted),
    )
    extra = [str(name) for name in network if name not in wanted]
    claim(not extra, "The dict has keys that nobody asked for: {extra}. Take them out.", extra=", ".join(extra))


@points(1)
@after("check_init_network_names")
def check_init_network_shapes(learner):
    """init_network: NumPy arrays of the right shapes"""
    network = learner.init_network()
    for name, expected in {**WEIGHTS, **BIASES}.items():
        claim(isinstance(network[name], np.ndarray), "{name} must be a NumPy array: write np.array([…]).", name=name)
        got, wanted = network[name].shape, expected.shape
        claim(
            got == wanted,
            "{name} has the shape {got}, but the task's {name} has the shape {wanted}.",
            name=name,
            got=got,
            wanted=wanted,
        )


@points(2)
@after("check_init_network_shapes")
def check_init_network_weights(learner):
    """init_network: the weights are those of the task"""
    # Asked twice: the second network must be as good as the first.
    for network in (learner.init_network(), learner.init_network()):
        agrees({name: network[name] for name in WEIGHTS}, WEIGHTS, **CLOSE)


@points(1)
@after("check_init_network_shapes")
def check_init_network_biases(learner):
    """init_network: the biases are those of the task"""
    for network in (learner.init_network(), learner.init_network()):
        agrees({name: network[name] for name in BIASES}, BIASES, **CLOSE)


@points(2)
def check_forward_example(learner):
    """forward: right for the network of the task"""
    x = np.array([1.0, 0.5])
    agrees(learner.forward({**WEIGHTS, **BIASES}, x), np.array([0.31682708, 0.69627909]), **CLOSE)


@points(1)
@after("check_forward_example")
def check_forward_list(learner, reference):
    """forward: takes a list of numbers, and integers"""
    network = {**WEIGHTS, **BIASES}
    agrees(learner.forward(network, [1.0, 0.5]), np.array([0.31682708, 0.69627909]), **CLOSE)
    agrees(learner.forward(network, [2, -1]), reference.forward(network, np.array([2.0, -1.0])), **CLOSE)


@points(2)
@after("check_forward_example")
def check_forward_network_given(learner, reference, rng):
    """forward: calculates with the network that it is given"""
    for _ in range(2):
        network, x = random_network(rng, 2, 3, 2, 2), numbers(rng, 2)
        agrees(learner.forward(network, x), reference.forward(network, x), **CLOSE)


@points(2)
@after("check_forward_network_given")
def check_forward_other_sizes(learner, reference, rng):
    """forward: right for networks of other sizes"""
    # Where all sizes are equal, a transposed W or another layer's weights raise no error.
    for sizes in [(3, 3, 3, 3), (4, 5, 3, 2), (1, 1, 1, 1), (12, 8, 9, 6), (3, 2, 6, 1)]:
        network, x = random_network(rng, *sizes), numbers(rng, sizes[0])
        agrees(learner.forward(network, x), reference.forward(network, x), **CLOSE)


@points(1)
@after("check_forward_network_given")
def check_forward_output_range(learner, reference, rng):
    """forward: the output may be any number, not only 0 to 1"""
    network, x = random_network(rng, 3, 4, 5, 2), numbers(rng, 3)
    network["W3"] *= 20.0
    network["b3"] = np.array([50.0, -50.0])
    agrees(learner.forward(network, x), reference.forward(network, x), **CLOSE)


@points(3)
@after("check_forward_example")
def check_forward_batch(learner, reference, rng):
    """forward: right for a batch, one sample a row"""
    # Three samples and three neurons in the first layer: a bias that is added as a column raises no error.
    network = {**WEIGHTS, **BIASES}
    for n in (3, 2, 40):
        x = numbers(rng, (n, 2))
        agrees(learner.forward(network, x), reference.forward(network, x), **CLOSE)


@points(1)
@after("check_forward_batch")
def check_forward_batch_of_one(learner, reference, rng):
    """forward: a batch of one sample stays a batch"""
    network, x = {**WEIGHTS, **BIASES}, numbers(rng, (1, 2))
    agrees(learner.forward(network, x), reference.forward(network, x), **CLOSE)


@points(1)
@after("check_forward_example")
def check_forward_leaves_arguments(learner):
    """forward: the network and x are the same after the call"""
    # Asked twice: what the first call might leave behind must not change the second answer.
    for _ in range(2):
        network, x = {**WEIGHTS, **BIASES}, np.array([1.0, 0.5])
        agrees(learner.forward(network, x), np.array([0.31682708, 0.69627909]), **CLOSE)
        unchanged(learner)
