"""The shape trace: every spelling of a layer draws the same, and code that cannot be followed draws nothing."""

from contextlib import suppress

import numpy as np
import pytest

from grader.diagnose.trace import draw
from grader.worker.shapes import ShapeTrace

RNG = np.random.default_rng(7)
X, W, B = RNG.normal(size=(4, 2)), RNG.normal(size=(2, 3)), RNG.normal(size=3)
W2, B2 = RNG.normal(size=(3, 5)), RNG.normal(size=5)
NETWORK = {"W1": W, "b1": B, "W2": W2, "b2": B2}


def steps_of(function, args, parameters):
    trace = ShapeTrace(parameters)
    with suppress(ValueError, TypeError):  # the step that broke has noted it
        trace.run(function, args)
    return trace.steps


def layer(x, W, b):
    return np.dot(x, W) + b


def drawn(function, args=(X, W, B), expected=layer, parameters=("x", "W", "b")):
    return draw(steps_of(function, args, parameters), steps_of(expected, args, parameters))


def in_place(x, W, b):
    a = np.dot(x, W)
    a += b
    return a


SPELLINGS = {
    "np.dot": layer,
    "@": lambda x, W, b: x @ W + b,
    ".dot": lambda x, W, b: x.dot(W) + b,
    "np.matmul": lambda x, W, b: np.matmul(x, W) + b,
    "np.einsum": lambda x, W, b: np.einsum("ij,jk->ik", x, W) + b,
    "np.tensordot": lambda x, W, b: np.tensordot(x, W, 1) + b,
    "multi_dot": lambda x, W, b: np.linalg.multi_dot([x, W]) + b,
    "np.add": lambda x, W, b: np.add(np.dot(x, W), b),
    "bias first": lambda x, W, b: b + np.dot(x, W),
    "in place": in_place,
    "asarray": lambda x, W, b: np.asarray(x) @ W + b,
    "asarray of W": lambda x, W, b: np.dot(x, np.asarray(W, dtype=float)) + b,
    "copies": lambda x, W, b: np.array(x) @ W.copy() + np.array(b),
    "asarray of the product": lambda x, W, b: np.asarray(x @ W) + b,
    "atleast_2d": lambda x, W, b: np.dot(np.atleast_2d(x), W) + b,
}


@pytest.mark.parametrize("function", SPELLINGS.values(), ids=SPELLINGS)
def test_every_spelling_of_a_right_layer_draws_the_same_without_a_cross(function):
    assert drawn(function) == ["  x (4, 2) · W (2, 3) + b (3,) → a1 (4, 3)"]


def test_one_sample():
    x = RNG.normal(size=2)
    for function in (layer, lambda x, W, b: x @ W + b, lambda x, W, b: np.einsum("j,jk->k", x, W) + b):
        assert drawn(function, (x, W, B)) == ["  x (2,) · W (2, 3) + b (3,) → a1 (3,)"]


def test_the_steps_are_plain_data():
    assert steps_of(layer, (X, W, B), "xWb") == [
        {"sign": "·", "left": ["x", [4, 2]], "right": ["W", [2, 3]], "result": ["a1", [4, 3]], "error": None},
        {"sign": "+", "left": ["a1", [4, 3]], "right": ["b", [3]], "result": ["a1", [4, 3]], "error": None},
    ]
    assert steps_of(layer, ([[1.0, 2.0]], [[1.0], [1.0]], [0.5]), "xWb")[0]["left"] == [
        "x",
        [1, 2],
    ]  # lists are traced too


WRONG = {
    "no bias": (
        lambda x, W, b: x @ W,
        ["  x (4, 2) · W (2, 3) → a1 (4, 3)", "    ✗ here a1 (4, 3) + b (3,) is missing"],
    ),
    "no bias, by einsum": (
        lambda x, W, b: np.einsum("ij,jk", x, W),
        ["  x (4, 2) · W (2, 3) → a1 (4, 3)", "    ✗ here a1 (4, 3) + b (3,) is missing"],
    ),
    "bias twice": (
        lambda x, W, b: x @ W + b + b,
        [
            "  x (4, 2) · W (2, 3) + b (3,) + b (3,) → a1 (4, 3)\n    ✗ nothing more was expected here",
        ],
    ),
    "swapped": (
        lambda x, W, b: np.dot(W, x) + b,
        ["  W (2, 3) · x (4, 2)\n    ✗ the inner sizes must be equal, but they are 3 and 4"],
    ),
    "swapped @": (
        lambda x, W, b: W @ x + b,
        ["  W (2, 3) · x (4, 2)\n    ✗ the inner sizes must be equal, but they are 3 and 4"],
    ),
    "transposed": (
        lambda x, W, b: x.dot(W.T) + b,
        ["  x (4, 2) · W (3, 2)\n    ✗ the inner sizes must be equal, but they are 2 and 3"],
    ),
    "both transposed": (
        lambda x, W, b: (W.T @ x.T).T + b,
        ["  W (3, 2) · x (2, 4) → a1 (3, 4)\n    ✗ expected here: x (4, 2) · W (2, 3)"],
    ),
    "elementwise": (
        lambda x, W, b: x * W + b,
        ["  x (4, 2) * W (2, 3)\n    ✗ the shapes (4, 2) and (2, 3) do not fit together"],
    ),
    "bias that does not fit": (
        lambda x, W, b: x @ W + b[:2],
        ["  x (4, 2) · W (2, 3) + b (2,)\n    ✗ the shapes (4, 3) and (2,) do not fit together"],
    ),
    "bias first of all": (
        lambda x, W, b: (x + 1) @ W - b,
        ["  x (4, 2) · W (2, 3) → a1 (4, 3)", "    ✗ here a1 (4, 3) + b (3,) is missing"],
    ),
}


@pytest.mark.parametrize(("function", "lines"), WRONG.values(), ids=WRONG)
def test_the_first_step_that_goes_another_way_is_marked(function, lines):
    assert drawn(function) == lines


def test_a_product_that_fits_by_chance_is_marked_where_it_differs():
    x, square = RNG.normal(size=(3, 3)), RNG.normal(size=(3, 3))
    assert drawn(lambda x, W, b: np.dot(W, x) + b, (x, square, B)) == [
        "  W (3, 3) · x (3, 3) → a1 (3, 3)\n    ✗ expected here: x (3, 3) · W (3, 3)"
    ]
    assert drawn(lambda x, W, b: x * W + b, (x, square, B)) == [
        "  x (3, 3) * W (3, 3) → a1 (3, 3)\n    ✗ expected here: x (3, 3) · W (3, 3)"
    ]


def loops(x, W, b):
    out = np.zeros((len(x), W.shape[1]))
    for i in range(len(x)):
        for j in range(W.shape[1]):
            out[i, j] = sum(x[i, k] * W[k, j] for k in range(len(W))) + b[j]
    return out


UNFOLLOWED = {
    "loops": loops,
    "row by row": lambda x, W, b: np.array([row @ W + b for row in x]),
    "broadcast and sum": lambda x, W, b: (x[:, :, None] * W).sum(axis=1) + b,
    "inner": lambda x, W, b: np.inner(x, W.T) + b,
    "asarray of both": lambda x, W, b: np.asarray(x) @ np.asarray(W) + b,
    "bias in the matrix": lambda x, W, b: np.hstack([x, np.ones((len(x), 1))]) @ np.vstack([W, b]),
    "a constant for b": lambda x, W, b: x @ W + np.ones(3),
    "a constant for W": lambda x, W, b: x @ np.ones((2, 3)) + b,
    "lists": lambda x, W, b: np.dot(x.tolist(), W.tolist()) + b.tolist(),
    "nothing": lambda x, W, b: None,
    "an exception of its own": lambda x, W, b: 1 + "",
}


@pytest.mark.parametrize("function", UNFOLLOWED.values(), ids=UNFOLLOWED)
def test_code_that_cannot_be_followed_draws_nothing(function):
    assert drawn(function) == []


def test_nothing_is_drawn_where_the_reference_cannot_be_followed():
    assert drawn(layer, expected=loops) == []


# --- several layers ----------------------------------------------------------------------------------------------------


def sigmoid(x):
    x = np.asarray(x, dtype=float)  # leaves the trace, as the course's own does
    return 1 / (1 + np.exp(-x))


def forward(network, x):
    z1 = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    return np.dot(z1, network["W2"]) + network["b2"]


TWO_LAYERS = ["  x (4, 2) · W1 (2, 3) + b1 (3,) → a1 (4, 3)", "  z1 (4, 3) · W2 (3, 5) + b2 (5,) → a2 (4, 5)"]


def through_two(function):
    return drawn(function, (NETWORK, X), forward, ("network", "x"))


def with_activation(activate):
    def network_of_two(network, x):
        return activate(x @ network["W1"] + network["b1"]) @ network["W2"] + network["b2"]

    return network_of_two


ACTIVATIONS = {
    "the given one": sigmoid,
    "one's own": lambda a: 1 / (1 + np.exp(-a)),
    "np.maximum": lambda a: np.maximum(a, 0),
    "np.where": lambda a: np.where(a > 0, a, 0),
    "np.tanh in place": lambda a: np.tanh(a, out=np.empty(a.shape)),
    "a copy": lambda a: sigmoid(a).copy(),
}


@pytest.mark.parametrize("activate", ACTIVATIONS.values(), ids=ACTIVATIONS)
def test_an_activation_of_any_kind_makes_z_of_a(activate):
    assert through_two(with_activation(activate)) == TWO_LAYERS


def test_a_forgotten_activation_is_marked():
    assert through_two(with_activation(lambda a: a)) == [
        TWO_LAYERS[0],
        "  a1 (4, 3) · W2 (3, 5) → a2 (4, 5)\n    ✗ expected here: z1 (4, 3) · W2 (3, 5)",
    ]


def test_the_input_in_the_place_of_the_last_output_is_marked():
    def again(network, x):
        sigmoid(x @ network["W1"] + network["b1"])
        return x @ network["W2"] + network["b2"]

    assert through_two(again) == [
        TWO_LAYERS[0],
        "  x (4, 2) · W2 (3, 5)\n    ✗ the inner sizes must be equal, but they are 2 and 3",
    ]


def test_a_missing_layer_is_marked():
    assert through_two(lambda network, x: x @ network["W1"] + network["b1"]) == [
        TWO_LAYERS[0],
        "    ✗ here z1 (4, 3) · W2 (3, 5) is missing",
    ]


def test_the_learners_values_are_not_changed_by_being_followed():
    seen = []

    def function(x, W, b):
        seen.append(np.array(x @ W + b))
        return seen[0]

    steps_of(function, (X, W, B), "xWb")
    np.testing.assert_array_equal(seen[0], X @ W + B)


def test_a_long_loop_of_products_keeps_no_more_steps_than_can_be_drawn():
    def power(x, W, b):
        for _ in range(500):
            W = W @ x
        return W

    square = np.eye(2)
    assert len(steps_of(power, (square, square, B), "xWb")) == 40
