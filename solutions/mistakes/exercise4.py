"""Known mistakes of exercise 4: `predict` and `accuracy`.

What is told to a learner must be true of every spelling under its name. Spellings differ where the same slip
gives other numbers, another exception or other calls to `predict`.
"""

from itertools import pairwise

import numpy as np
from reference import load_mnist, load_network, predict, sigmoid, softmax

from grader.bank import mistake, probe

# ---------------------------------------------------------------------------------------------------- predict


def _weights(network):
    return [network[key] for key in ("W1", "b1", "W2", "b2", "W3", "b3")]


def _scores(network, x, hidden=sigmoid):
    """The ten scores before softmax, with another function in the hidden layers if asked."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = hidden(np.dot(x, W1) + b1)
    z2 = hidden(np.dot(z1, W2) + b2)
    return np.dot(z2, W3) + b3


@mistake(of="predict")
def predict_no_sigmoid_in_layer_1(network, x):
    """The sigmoid of layer 1 is missing: layer 2 gets the plain sums. Layer 2 must get `z1 = sigmoid(a1)`,
    not `a1`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    a1 = np.dot(x, W1) + b1
    z2 = sigmoid(np.dot(a1, W2) + b2)
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict")
def predict_no_sigmoid_in_layer_2(network, x):
    """The sigmoid of layer 2 is missing: layer 3 gets the plain sums. Layer 3 must get `z2 = sigmoid(a2)`,
    not `a2`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    a2 = np.dot(z1, W2) + b2
    return softmax(np.dot(a2, W3) + b3)


@mistake(of="predict")
def predict_no_sigmoid_at_all(network, x):
    """Both sigmoids are missing. Without them, three layers can do no more than one. Put `sigmoid` around the
    sums of layer 1 and of layer 2."""
    return softmax(_scores(network, x, hidden=lambda a: a))


@mistake(of="predict")
def predict_relu_in_hidden_layers(network, x):
    """The hidden layers use ReLU. These weights were trained with the sigmoid, so only the sigmoid fits them:
    `z1 = sigmoid(a1)`."""
    return softmax(_scores(network, x, hidden=lambda a: np.maximum(a, 0)))


@mistake(of="predict")
def predict_tanh_in_hidden_layers(network, x):
    """The hidden layers use tanh. These weights were trained with the sigmoid, so only the sigmoid fits them:
    `z1 = sigmoid(a1)`."""
    return softmax(_scores(network, x, hidden=np.tanh))


@mistake(of="predict")
def predict_step_in_hidden_layers(network, x):
    """The hidden layers use the step function: each neuron gives only 0 or 1, and the small differences are
    lost. Use `sigmoid`."""
    return softmax(_scores(network, x, hidden=lambda a: (a > 0).astype(int)))


@mistake(of="predict")
def predict_softmax_in_hidden_layers(network, x):
    """The hidden layers use softmax. Softmax is for the output only. Layers 1 and 2 need `sigmoid`."""
    return softmax(_scores(network, x, hidden=softmax))


@mistake(of="predict")
def predict_softmax_in_layer_2(network, x):
    """Layer 2 uses softmax. Softmax is for the output only. Layer 2 needs `sigmoid`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = softmax(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict")
def predict_sigmoid_on_the_input(network, x):
    """The images go through the sigmoid before layer 1. Layer 1 must get `x` as it is. The sigmoid comes
    after the sum: `z1 = sigmoid(np.dot(x, W1) + b1)`."""
    return softmax(_scores(network, sigmoid(x)))


@mistake(of="predict")
def predict_returns_scores(network, x):
    """The softmax is missing: these are the scores of the last layer, not probabilities. Return
    `softmax(a3)`. Then each row sums to 1."""
    return _scores(network, x)


@mistake(of="predict")
def predict_sigmoid_instead_of_softmax(network, x):
    """The last layer uses the sigmoid. Then the numbers of one image do not sum to 1. The output needs
    `softmax`."""
    return sigmoid(_scores(network, x))


@mistake(of="predict")
def predict_sigmoid_before_softmax(network, x):
    """The last layer has a sigmoid and then the softmax. The sigmoid makes the scores almost the same. Give
    the scores to softmax as they are: `softmax(a3)`."""
    return softmax(sigmoid(_scores(network, x)))


@mistake(of="predict")
def predict_softmax_twice(network, x):
    """Softmax is used two times. The second one makes the probabilities almost the same. Once is enough:
    `softmax(a3)`."""
    return softmax(softmax(_scores(network, x)))


@mistake(of="predict")
def predict_softmax_over_images(network, x):
    """Your softmax goes down the columns: here each column sums to 1. One image is one row, so each row must
    sum to 1. Sum along the last axis: `axis=-1, keepdims=True`."""
    a = _scores(network, x)
    e = np.exp(a - a.max(axis=0))
    return e / e.sum(axis=0)


@mistake(of="predict")
def predict_softmax_over_whole_batch(network, x):
    """Your softmax divides by the sum of the whole batch. Each image needs its own sum, so that each row sums
    to 1. Use the `softmax` that is given."""
    a = _scores(network, x)
    e = np.exp(a - a.max())
    return e / e.sum()


@mistake(of="predict")
def predict_softmax_without_keepdims(network, x):
    """Your softmax sums each row, but the sums have the shape `(n,)`, and `(n, 10) / (n,)` does not divide
    row by row. Keep the sums as a column: `axis=1, keepdims=True`."""
    a = _scores(network, x)
    e = np.exp(a - a.max(axis=1, keepdims=True))
    return e / e.sum(axis=1)


@mistake(of="predict", like="predict_softmax_without_keepdims")
def predict_softmax_without_keepdims_unshifted(network, x):
    e = np.exp(_scores(network, x))
    return e / e.sum(axis=1)


@mistake(of="predict")
def predict_exp_without_sum(network, x):
    """You have the `exp` of softmax, but not the division. Divide each row by its sum, or use the `softmax`
    that is given."""
    return np.exp(_scores(network, x))


@mistake(of="predict", like="predict_exp_without_sum")
def predict_exp_without_sum_shifted(network, x):
    a = _scores(network, x)
    return np.exp(a - a.max(axis=-1, keepdims=True))


@mistake(of="predict", like="predict_exp_without_sum")
def predict_exp_without_sum_shifted_by_one_number(network, x):
    a = _scores(network, x)
    return np.exp(a - a.max())


@mistake(of="predict")
def predict_divides_scores_by_sum(network, x):
    """You divide the scores by their sum. A score can be negative, and then it is no probability. Softmax
    takes `exp` first: `softmax(a3)`."""
    a = _scores(network, x)
    return a / a.sum(axis=-1, keepdims=True)


@mistake(of="predict", like="predict_divides_scores_by_sum")
def predict_divides_scores_by_whole_sum(network, x):
    a = _scores(network, x)
    return a / a.sum()


@mistake(of="predict")
def predict_log_probabilities(network, x):
    """These are the logarithms of the probabilities. Return the probabilities themselves, without
    `np.log`."""
    return np.log(softmax(_scores(network, x)))


@mistake(of="predict")
def predict_percent(network, x):
    """The probabilities are in percent: each row sums to 100. Leave out the `* 100`, so that each row sums to
    1."""
    return softmax(_scores(network, x)) * 100


@mistake(of="predict")
def predict_rounds(network, x):
    """The probabilities are rounded. Then small ones become 0 and the rows no longer sum to exactly 1. Return
    them as they are, and round only what you print."""
    return np.round(softmax(_scores(network, x)), 2)


@mistake(of="predict", like="predict_rounds")
def predict_rounds_to_0(network, x):
    return np.round(softmax(_scores(network, x)))


@mistake(of="predict", like="predict_rounds")
def predict_rounds_to_1(network, x):
    return np.round(softmax(_scores(network, x)), 1)


@mistake(of="predict", like="predict_rounds")
def predict_rounds_to_3(network, x):
    return np.round(softmax(_scores(network, x)), 3)


@mistake(of="predict", like="predict_rounds")
def predict_rounds_to_4(network, x):
    return np.round(softmax(_scores(network, x)), 4)


@mistake(of="predict")
def predict_returns_digit(network, x):
    """You return the guess, the place of the largest probability. `predict` returns all the probabilities,
    `(n, 10)`. The `np.argmax` belongs in `accuracy`."""
    return np.argmax(softmax(_scores(network, x)), axis=1)


@mistake(of="predict", like="predict_returns_digit")
def predict_returns_digit_list(network, x):
    return np.argmax(softmax(_scores(network, x)), axis=1).tolist()


@mistake(of="predict", like="predict_returns_digit")
def predict_returns_digit_column(network, x):
    return np.argmax(softmax(_scores(network, x)), axis=1, keepdims=True)


@mistake(of="predict", like="predict_returns_digit")
def predict_returns_one_place(network, x):
    return np.argmax(softmax(_scores(network, x)))


@mistake(of="predict", like="predict_returns_digit")
def predict_returns_digit_axis_0(network, x):
    return np.argmax(softmax(_scores(network, x)), axis=0)


@mistake(of="predict")
def predict_returns_top_probability(network, x):
    """You return only the largest probability of each image. `predict` returns all ten of each image: leave
    out `np.max`."""
    return np.max(softmax(_scores(network, x)), axis=1)


@mistake(of="predict", like="predict_returns_top_probability")
def predict_returns_top_probability_column(network, x):
    return np.max(softmax(_scores(network, x)), axis=1, keepdims=True)


@mistake(of="predict")
def predict_returns_top_probability_of_batch(network, x):
    """You return one number, the largest probability of the whole batch. `predict` returns all the
    probabilities, one row an image: leave out `np.max`."""
    return np.max(softmax(_scores(network, x)))


@mistake(of="predict")
def predict_returns_one_hot(network, x):
    """You return 1 for the guess and 0 for the rest. `predict` returns the probabilities themselves:
    `softmax(a3)`."""
    y = softmax(_scores(network, x))
    return np.eye(y.shape[1])[np.argmax(y, axis=1)]


@mistake(of="predict", like="predict_returns_one_hot")
def predict_returns_one_hot_integers(network, x):
    y = softmax(_scores(network, x))
    return np.eye(y.shape[1], dtype=int)[np.argmax(y, axis=1)]


@mistake(of="predict", like="predict_returns_one_hot")
def predict_returns_one_hot_booleans(network, x):
    y = softmax(_scores(network, x))
    return y == y.max(axis=1, keepdims=True)


@mistake(of="predict")
def predict_returns_pair(network, x):
    """You return two things, the probabilities and the guess. Return only the probabilities: `return y`."""
    y = softmax(_scores(network, x))
    return y, np.argmax(y, axis=1)


@mistake(of="predict", like="predict_returns_pair")
def predict_returns_pair_guess_first(network, x):
    y = softmax(_scores(network, x))
    return np.argmax(y, axis=1), y


@mistake(of="predict")
def predict_returns_list(network, x):
    """You return a list. `accuracy` needs an array with rows and columns. Return `y` itself, without
    `tolist()` or `list()`."""
    return softmax(_scores(network, x)).tolist()


@mistake(of="predict", like="predict_returns_list")
def predict_returns_list_of_rows(network, x):
    return list(softmax(_scores(network, x)))


@mistake(of="predict")
def predict_returns_none(network, x):
    """Your function returns nothing, so Python gives `None`. What you print is not returned. End with
    `return y`."""


@mistake(of="predict")
def predict_first_image_only(network, x):
    """You give the answer for the first image only. `x` has `n` images, and the answer needs `n` rows.
    NumPy does them all at once: use `x`, not `x[0]`."""
    return softmax(_scores(network, x))[0]


@mistake(of="predict", like="predict_first_image_only")
def predict_first_image_only_as_row(network, x):
    return softmax(_scores(network, x[:1]))


@mistake(of="predict")
def predict_last_image_only(network, x):
    """You give the answer for the last image only: each image in the loop replaces the answer before. You
    need no loop. `np.dot(x, W1)` does all images at once."""
    return softmax(_scores(network, x))[-1]


@mistake(of="predict", like="predict_last_image_only")
def predict_last_image_only_as_row(network, x):
    return softmax(_scores(network, x[-1:]))


@mistake(of="predict")
def predict_flattens_the_batch(network, x):
    """You make one long row of the whole batch. That works only for a single image. Each image is already one
    row of `x`, so `x` needs no `flatten` and no `reshape`."""
    return softmax(_scores(network, np.asarray(x).reshape(-1)))


@mistake(of="predict", like="predict_flattens_the_batch")
def predict_flattens_the_batch_to_one_row(network, x):
    return softmax(_scores(network, np.asarray(x).reshape(1, -1)))


@mistake(of="predict")
def predict_flattens_the_answer(network, x):
    """Your answer is one long row for all images. Keep one row an image, the shape `(n, 10)`: leave out
    `flatten`."""
    return softmax(_scores(network, x)).reshape(-1)


@mistake(of="predict")
def predict_squeezes(network, x):
    """For a batch of one image, `squeeze` takes the first axis away: the answer is `(10,)`, not `(1, 10)`.
    Then `accuracy` cannot use `axis=1`. Leave `squeeze` out."""
    return np.squeeze(softmax(_scores(network, x)))


@mistake(of="predict")
def predict_returns_transpose(network, x):
    """Rows and columns of the answer are exchanged. One image must be one row, the shape `(n, 10)`: leave out
    the last `.T`."""
    return softmax(_scores(network, x)).T


@mistake(of="predict")
def predict_no_biases(network, x):
    """The biases are missing. Each layer adds its own: `np.dot(x, W1) + b1`."""
    W1, _, W2, _, W3, _ = _weights(network)
    return softmax(np.dot(sigmoid(np.dot(sigmoid(np.dot(x, W1)), W2)), W3))


@mistake(of="predict")
def predict_no_bias_in_layer_1(network, x):
    """The bias of layer 1 is missing: `a1 = np.dot(x, W1) + b1`."""
    W1, _, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1))
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict")
def predict_no_bias_in_layer_2(network, x):
    """The bias of layer 2 is missing: `a2 = np.dot(z1, W2) + b2`."""
    W1, b1, W2, _, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2))
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict")
def predict_no_bias_in_layer_3(network, x):
    """The bias of layer 3 is missing: `a3 = np.dot(z2, W3) + b3`."""
    W1, b1, W2, b2, W3, _ = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W3))


@mistake(of="predict")
def predict_biases_multiplied(network, x):
    """You multiply by the biases. They are added: `np.dot(x, W1) + b1`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) * b1)
    return softmax(np.dot(sigmoid(np.dot(z1, W2) * b2), W3) * b3)


@mistake(of="predict")
def predict_bias_after_sigmoid(network, x):
    """The bias is added after the sigmoid. It belongs to the sum, inside:
    `z1 = sigmoid(np.dot(x, W1) + b1)`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1)) + b1
    z2 = sigmoid(np.dot(z1, W2)) + b2
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict", like="predict_bias_after_sigmoid")
def predict_bias_after_sigmoid_and_softmax(network, x):
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1)) + b1
    z2 = sigmoid(np.dot(z1, W2)) + b2
    return softmax(np.dot(z2, W3)) + b3


@mistake(of="predict")
def predict_bias_added_to_weights(network, x):
    """The bias is added to the weights, inside `np.dot`. Close the parenthesis earlier:
    `np.dot(x, W1) + b1`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1 + b1))
    z2 = sigmoid(np.dot(z1, W2 + b2))
    return softmax(np.dot(z2, W3 + b3))


@mistake(of="predict")
def predict_b1_in_every_layer(network, x):
    """Every layer adds `b1`. Each layer has its own bias: `b1`, then `b2`, then `b3`."""
    W1, b1, W2, _, W3, _ = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b1)
    return softmax(np.dot(z2, W3) + b1)


@mistake(of="predict")
def predict_b1_in_layer_2(network, x):
    """Layer 2 adds `b1`. Layer 2 has its own bias: `a2 = np.dot(z1, W2) + b2`."""
    W1, b1, W2, _, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b1)
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict")
def predict_b2_in_layer_3(network, x):
    """Layer 3 adds `b2`. Layer 3 has its own bias: `a3 = np.dot(z2, W3) + b3`."""
    W1, b1, W2, b2, W3, _ = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W3) + b2)


@mistake(of="predict")
def predict_W1_in_every_layer(network, x):
    """Every layer uses `W1`. Each layer has its own weights: `W1`, then `W2`, then `W3`."""
    W1, b1, _, b2, _, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W1) + b2)
    return softmax(np.dot(z2, W1) + b3)


@mistake(of="predict", like="predict_W1_in_every_layer")
def predict_W1_and_b1_in_every_layer(network, x):
    W1, b1, *_ = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W1) + b1)
    return softmax(np.dot(z2, W1) + b1)


@mistake(of="predict")
def predict_W1_in_layer_2(network, x):
    """Layer 2 uses `W1` again. Its shape does not fit there. Layer 2 has its own weights:
    `a2 = np.dot(z1, W2) + b2`."""
    W1, b1, _, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W1) + b2)
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict", like="predict_W1_in_layer_2")
def predict_W1_and_b1_in_layer_2(network, x):
    W1, b1, _, _, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W1) + b1)
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict")
def predict_W2_in_layer_3(network, x):
    """Layer 3 uses `W2` again. Its shape does not fit there. Layer 3 has its own weights:
    `a3 = np.dot(z2, W3) + b3`."""
    W1, b1, W2, b2, _, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W2) + b3)


@mistake(of="predict", like="predict_W2_in_layer_3")
def predict_W2_and_b2_in_layer_3(network, x):
    W1, b1, W2, b2, *_ = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W2) + b2)


@mistake(of="predict")
def predict_x_into_layer_2(network, x):
    """Layer 2 gets the images `x` again. It must get the result of layer 1: `a2 = np.dot(z1, W2) + b2`."""
    _, _, W2, b2, W3, b3 = _weights(network)
    z2 = sigmoid(np.dot(x, W2) + b2)
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict")
def predict_z1_into_layer_3(network, x):
    """Layer 3 gets `z1`, so layer 2 is left out. Layer 3 must get the result of layer 2:
    `a3 = np.dot(z2, W3) + b3` with `z2 = sigmoid(a2)`."""
    W1, b1, _, _, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    return softmax(np.dot(z1, W3) + b3)


@mistake(of="predict")
def predict_x_into_every_layer(network, x):
    """The last layer gets the images `x`, so the layers before it have no effect. Each layer must get the
    result of the layer before: `x`, then `z1`, then `z2`."""
    *_, W3, b3 = _weights(network)
    return softmax(np.dot(x, W3) + b3)


@mistake(of="predict")
def predict_stops_after_layer_2(network, x):
    """Your answer comes from layer 2: layer 3 has no part in it. Add the last layer,
    `a3 = np.dot(z2, W3) + b3`, and give `a3` to softmax."""
    W1, b1, W2, b2, _, _ = _weights(network)
    return softmax(np.dot(sigmoid(np.dot(x, W1) + b1), W2) + b2)


@mistake(of="predict", like="predict_stops_after_layer_2")
def predict_returns_z2(network, x):
    W1, b1, W2, b2, _, _ = _weights(network)
    return sigmoid(np.dot(sigmoid(np.dot(x, W1) + b1), W2) + b2)


@mistake(of="predict", like="predict_stops_after_layer_2")
def predict_returns_softmax_of_z2(network, x):
    W1, b1, W2, b2, _, _ = _weights(network)
    return softmax(sigmoid(np.dot(sigmoid(np.dot(x, W1) + b1), W2) + b2))


@mistake(of="predict")
def predict_weights_before_input(network, x):
    """The order in `np.dot` is exchanged. The images come first, `(n, 784)` by `(784, 50)`: `np.dot(x, W1)`,
    not `np.dot(W1, x)`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(W1, x) + b1)
    z2 = sigmoid(np.dot(W2, z1) + b2)
    return softmax(np.dot(W3, z2) + b3)


@mistake(of="predict")
def predict_transposes_weights(network, x):
    """The weights are turned around with `.T`. They already have the right shape, inputs by neurons:
    `np.dot(x, W1)`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1.T) + b1)
    z2 = sigmoid(np.dot(z1, W2.T) + b2)
    return softmax(np.dot(z2, W3.T) + b3)


@mistake(of="predict")
def predict_transposes_images(network, x):
    """The images are turned around with `.T`: then one image is a column. Each row of `x` is one image, and
    so it must stay: `np.dot(x, W1)`."""
    return softmax(_scores(network, np.asarray(x).T))


@mistake(of="predict")
def predict_multiplies_by_element(network, x):
    """`*` multiplies element by element. A layer needs sums of products: `np.dot(x, W1)` or `x @ W1`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(x * W1 + b1)
    z2 = sigmoid(z1 * W2 + b2)
    return softmax(z2 * W3 + b3)


@mistake(of="predict")
def predict_divides_by_255(network, x):
    """You divide the images by 255. `load_mnist` has already done that: the pixels are from 0 to 1. Use `x`
    as it is."""
    return softmax(_scores(network, x / 255))


@mistake(of="predict", like="predict_divides_by_255")
def predict_divides_by_255_in_place(network, x):
    x /= 255
    return softmax(_scores(network, x))


@mistake(of="predict")
def predict_adds_to_the_network(network, x):
    """You put your own results into the dict `network`. It belongs to the caller, who does not expect new
    keys in it. Use variables: `z1 = sigmoid(...)`."""
    network["z1"] = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    network["z2"] = sigmoid(np.dot(network["z1"], network["W2"]) + network["b2"])
    return softmax(np.dot(network["z2"], network["W3"]) + network["b3"])


@mistake(of="predict", like="predict_adds_to_the_network")
def predict_adds_all_to_the_network(network, x):
    network["a1"] = np.dot(x, network["W1"]) + network["b1"]
    network["z1"] = sigmoid(network["a1"])
    network["a2"] = np.dot(network["z1"], network["W2"]) + network["b2"]
    network["z2"] = sigmoid(network["a2"])
    network["a3"] = np.dot(network["z2"], network["W3"]) + network["b3"]
    network["y"] = softmax(network["a3"])
    return network["y"]


@mistake(of="predict")
def predict_empties_the_network(network, x):
    """`pop` takes the arrays out of the dict, so the next call finds nothing there. Read them with square
    brackets: `network["W1"]`."""
    W1, b1, W2, b2, W3, b3 = (network.pop(key) for key in ("W1", "b1", "W2", "b2", "W3", "b3"))
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W3) + b3)


@mistake(of="predict")
def predict_loads_its_own_network(network, x):
    """You call `load_network()` inside `predict`, so the argument `network` has no effect. Use the one that
    is given: `network["W1"]`."""
    return softmax(_scores(load_network(), x))


@mistake(of="predict")
def predict_unknown_key(network, x):
    """The dict has no such key. The keys are `W1`, `b1`, `W2`, `b2`, `W3`, `b3`: a capital W, a small b, and
    the numbers start at 1."""
    return network["w1"]


@mistake(of="predict", like="predict_unknown_key")
def predict_unknown_key_B1(network, x):
    return np.dot(x, network["W1"]) + network["B1"]


@mistake(of="predict", like="predict_unknown_key")
def predict_unknown_key_W0(network, x):
    return network["W0"]


@mistake(of="predict", like="predict_unknown_key")
def predict_unknown_key_number(network, x):
    return network[0]


@mistake(of="predict", like="predict_unknown_key")
def predict_unknown_key_one(network, x):
    return network[1]


@mistake(of="predict")
def predict_dict_without_brackets(network, x):
    """`network` is a dict. You reach what is in it with square brackets and a key: `W1 = network["W1"]`."""
    return network.W1


@mistake(of="predict", like="predict_dict_without_brackets")
def predict_dict_called_like_a_function(network, x):
    return network("W1")


@mistake(of="predict", like="predict_dict_without_brackets")
def predict_dict_slice(network, x):
    return network["W1", "W2", "W3"]


@mistake(of="predict")
def predict_unpacks_the_keys(network, x):
    """To unpack a dict gives its keys, such as the text "W1", not the arrays. Ask for each array by its key:
    `W1, W2, W3 = network["W1"], network["W2"], network["W3"]`."""
    W1, _W2, _W3 = network
    return np.dot(x, W1)


@mistake(of="predict", like="predict_unpacks_the_keys")
def predict_unpacks_all_keys(network, x):
    W1, _b1, _W2, _b2, _W3, _b3 = network
    return np.dot(x, W1)


@mistake(of="predict")
def predict_swaps_parameters(network, x):
    """The two parameters are in the wrong order: the network comes first, then the images. Write
    `def predict(network, x):`."""
    network, x = x, network
    return softmax(_scores(network, x))


@probe(of="predict")
def predict_probes():
    """Square layers, where a wrong matrix fits too and gives wrong numbers; and the real network's input
    size."""
    rng = np.random.default_rng(40)
    # Four numbers in, four out, everywhere: no shape can be wrong, so only the values speak.
    for n in (4, 3):
        yield _network(rng, 4, 4, 4, 4), rng.normal(size=(n, 4))
    yield _network(rng, 3, 5, 4, 6), rng.normal(size=(6, 3))  # as many images as classes
    for _ in range(2):
        yield _network(rng, 3, 4, 5, 2), rng.normal(size=(1, 3))
    yield _network(rng, 784, 3, 3, 10), rng.normal(size=(2, 784))


def _network(rng, *sizes):
    """Random weights and biases. The biases balance what the sigmoids add, so that the guesses differ."""
    network = {}
    for number, (inputs, outputs) in enumerate(pairwise(sizes), start=1):
        W = rng.normal(scale=6.0 / np.sqrt(inputs), size=(inputs, outputs))
        balance = 0.0 if number == 1 else W.sum(axis=0) / 2
        network[f"W{number}"] = W
        network[f"b{number}"] = rng.normal(scale=0.5, size=outputs) - balance
    return network


# --------------------------------------------------------------------------------------------------- accuracy


def _guesses(network, batch):
    return np.argmax(predict(network, batch), axis=1)


def _matches(network, x, t, batch_size):
    """For each batch, which guesses are right."""
    for i in range(0, len(x), batch_size):
        yield _guesses(network, x[i : i + batch_size]) == t[i : i + batch_size]


def _right(network, x, t, batch_size):
    return sum(np.sum(match) for match in _matches(network, x, t, batch_size))


# What is done with the right guesses in the end.


@mistake(of="accuracy")
def accuracy_returns_count(network, x, t, batch_size=100):
    """You return how many guesses are right. The accuracy is a part of all images, from 0 to 1: divide by
    `len(x)`."""
    return _right(network, x, t, batch_size)


@mistake(of="accuracy", like="accuracy_returns_count")
def accuracy_returns_count_as_float(network, x, t, batch_size=100):
    return float(_right(network, x, t, batch_size))


@mistake(of="accuracy")
def accuracy_divides_by_batch_size(network, x, t, batch_size=100):
    """You count over all batches, but you divide by the size of one batch. So the answer can be more than 1.
    Divide by the number of all images: `len(x)`."""
    return _right(network, x, t, batch_size) / batch_size


@mistake(of="accuracy", like="accuracy_divides_by_batch_size")
def accuracy_divides_by_last_batch(network, x, t, batch_size=100):
    sizes = [len(x[i : i + batch_size]) for i in range(0, len(x), batch_size)]
    return _right(network, x, t, batch_size) / sizes[-1]


@mistake(of="accuracy")
def accuracy_divides_by_number_of_batches(network, x, t, batch_size=100):
    """You divide the number of right guesses by the number of batches. Divide by the number of images:
    `len(x)`."""
    return _right(network, x, t, batch_size) / len(range(0, len(x), batch_size))


@mistake(of="accuracy", like="accuracy_divides_by_number_of_batches")
def accuracy_divides_by_number_of_full_batches(network, x, t, batch_size=100):
    return _right(network, x, t, batch_size) / (len(x) // batch_size)


@mistake(of="accuracy", like="accuracy_divides_by_number_of_batches")
def accuracy_divides_by_broken_number_of_batches(network, x, t, batch_size=100):
    return _right(network, x, t, batch_size) / (len(x) / batch_size)


@mistake(of="accuracy")
def accuracy_divides_by_full_batches(network, x, t, batch_size=100):
    """You divide by batches times `batch_size`, as if the last batch were full. It can be smaller. Divide by
    `len(x)`."""
    return _right(network, x, t, batch_size) / (len(range(0, len(x), batch_size)) * batch_size)


@mistake(of="accuracy")
def accuracy_divides_by_columns(network, x, t, batch_size=100):
    """You divide by the number of pixels of an image. Divide by the number of images: `len(x)`, which is
    `x.shape[0]`."""
    return _right(network, x, t, batch_size) / x.shape[1]


@mistake(of="accuracy", like="accuracy_divides_by_columns")
def accuracy_divides_by_784(network, x, t, batch_size=100):
    return _right(network, x, t, batch_size) / 784


@mistake(of="accuracy")
def accuracy_divides_by_all_pixels(network, x, t, batch_size=100):
    """`x.size` counts every pixel of every image. Divide by the number of images: `len(x)`."""
    return _right(network, x, t, batch_size) / x.size


@mistake(of="accuracy")
def accuracy_divides_by_classes(network, x, t, batch_size=100):
    """You divide by the number of classes, the columns of the probabilities. Divide by the number of images:
    `len(x)`."""
    return _right(network, x, t, batch_size) / len(network["b3"])


@mistake(of="accuracy")
def accuracy_divides_by_fixed_number(network, x, t, batch_size=100):
    """You divide by a fixed number. That is right for one data set only. Ask the data: `len(x)`."""
    return _right(network, x, t, batch_size) / 10000


@mistake(of="accuracy", like="accuracy_divides_by_fixed_number")
def accuracy_divides_by_1000(network, x, t, batch_size=100):
    return _right(network, x, t, batch_size) / 1000


@mistake(of="accuracy", like="accuracy_divides_by_fixed_number")
def accuracy_divides_by_100(network, x, t, batch_size=100):
    return _right(network, x, t, batch_size) / 100


@mistake(of="accuracy", like="accuracy_divides_by_fixed_number")
def accuracy_divides_by_10(network, x, t, batch_size=100):
    return _right(network, x, t, batch_size) / 10


@mistake(of="accuracy")
def accuracy_divides_by_shape(network, x, t, batch_size=100):
    """You divide by `x.shape`. That is two numbers, such as (1000, 784). Divide by the first: `x.shape[0]`,
    or `len(x)`."""
    return np.int64(_right(network, x, t, batch_size)) / x.shape


@mistake(of="accuracy", like="accuracy_divides_by_shape")
def accuracy_divides_int_by_shape(network, x, t, batch_size=100):
    return int(_right(network, x, t, batch_size)) / x.shape


@mistake(of="accuracy", like="accuracy_divides_by_shape")
def accuracy_divides_float_by_shape(network, x, t, batch_size=100):
    return float(_right(network, x, t, batch_size)) / x.shape


@mistake(of="accuracy")
def accuracy_divides_in_every_round(network, x, t, batch_size=100):
    """You divide inside the loop, so the first batches are divided again and again. First count over all
    batches. After the loop, divide once by `len(x)`."""
    right = 0
    for match in _matches(network, x, t, batch_size):
        right = (right + np.sum(match)) / len(x)
    return right


@mistake(of="accuracy")
def accuracy_mean_of_batch_means(network, x, t, batch_size=100):
    """You take the accuracy of each batch and then their mean. Then each image of a small last batch counts
    too much. Count the right guesses over all batches and divide once by `len(x)`."""
    return np.mean([np.mean(match) for match in _matches(network, x, t, batch_size)])


@mistake(of="accuracy", like="accuracy_mean_of_batch_means")
def accuracy_sum_of_batch_means_over_full_batches(network, x, t, batch_size=100):
    return sum(np.mean(match) for match in _matches(network, x, t, batch_size)) / (len(x) // batch_size)


@mistake(of="accuracy", like="accuracy_mean_of_batch_means")
def accuracy_sum_of_batch_means_over_broken_number(network, x, t, batch_size=100):
    return sum(np.mean(match) for match in _matches(network, x, t, batch_size)) / (len(x) / batch_size)


@mistake(of="accuracy")
def accuracy_sum_of_batch_means(network, x, t, batch_size=100):
    """You add up the accuracy of each batch. The sum can be more than 1. Count the right guesses with
    `np.sum`, and after the loop divide by `len(x)`."""
    return sum(np.mean(match) for match in _matches(network, x, t, batch_size))


@mistake(of="accuracy")
def accuracy_divides_twice(network, x, t, batch_size=100):
    """You divide two times: `np.mean` divides by the size of the batch, and then comes `len(x)`. Count with
    `np.sum` in the loop and divide once, after it."""
    return sum(np.mean(match) for match in _matches(network, x, t, batch_size)) / len(x)


@mistake(of="accuracy")
def accuracy_error_rate(network, x, t, batch_size=100):
    """You count the wrong guesses: this is 1 minus the accuracy. Count where guess and label are the same,
    with `==`."""
    return 1 - _right(network, x, t, batch_size) / len(x)


@mistake(of="accuracy")
def accuracy_counts_wrong_guesses(network, x, t, batch_size=100):
    """You return how many guesses are wrong. Count the right ones, with `==`, and divide by `len(x)`."""
    return len(x) - _right(network, x, t, batch_size)


@mistake(of="accuracy")
def accuracy_percent(network, x, t, batch_size=100):
    """The answer is in percent. The accuracy asked for is from 0 to 1: leave out the `* 100`."""
    return 100 * _right(network, x, t, batch_size) / len(x)


@mistake(of="accuracy", like="accuracy_percent")
def accuracy_percent_rounded_to_2(network, x, t, batch_size=100):
    return round(float(100 * _right(network, x, t, batch_size) / len(x)), 2)


@mistake(of="accuracy", like="accuracy_percent")
def accuracy_percent_rounded_to_1(network, x, t, batch_size=100):
    return round(float(100 * _right(network, x, t, batch_size) / len(x)), 1)


@mistake(of="accuracy", like="accuracy_percent")
def accuracy_percent_as_integer(network, x, t, batch_size=100):
    return int(100 * _right(network, x, t, batch_size) / len(x))


@mistake(of="accuracy")
def accuracy_rounds(network, x, t, batch_size=100):
    """The answer is rounded. Two networks that differ by one image can then look the same. Return the number
    as it is, and round only what you print."""
    return round(float(_right(network, x, t, batch_size) / len(x)), 2)


@mistake(of="accuracy", like="accuracy_rounds")
def accuracy_rounds_to_1(network, x, t, batch_size=100):
    return round(float(_right(network, x, t, batch_size) / len(x)), 1)


@mistake(of="accuracy", like="accuracy_rounds")
def accuracy_rounds_to_3(network, x, t, batch_size=100):
    return round(float(_right(network, x, t, batch_size) / len(x)), 3)


@mistake(of="accuracy", like="accuracy_rounds")
def accuracy_rounds_to_4(network, x, t, batch_size=100):
    return round(float(_right(network, x, t, batch_size) / len(x)), 4)


@mistake(of="accuracy")
def accuracy_rounds_to_whole_number(network, x, t, batch_size=100):
    """The answer is rounded to a whole number, so it is 0 or 1 and nothing between. Return the division as it
    is: `right / len(x)`."""
    return round(float(_right(network, x, t, batch_size) / len(x)))


@mistake(of="accuracy", like="accuracy_rounds_to_whole_number")
def accuracy_rounds_to_whole_float(network, x, t, batch_size=100):
    return np.round(_right(network, x, t, batch_size) / len(x))


@mistake(of="accuracy")
def accuracy_cuts_to_whole_number(network, x, t, batch_size=100):
    """The answer is cut to a whole number: it is 0 until every guess is right. Use `/`, not `//`, and no
    `int`: `right / len(x)`."""
    return _right(network, x, t, batch_size) // len(x)


@mistake(of="accuracy", like="accuracy_cuts_to_whole_number")
def accuracy_cuts_to_whole_float(network, x, t, batch_size=100):
    return float(_right(network, x, t, batch_size)) // len(x)


@mistake(of="accuracy")
def accuracy_returns_text(network, x, t, batch_size=100):
    """You return text, not a number. Nobody can compare or plot it. Return the number itself, and make text
    of it only when you print."""
    return f"{_right(network, x, t, batch_size) / len(x)}"


@mistake(of="accuracy", like="accuracy_returns_text")
def accuracy_returns_text_percent_2(network, x, t, batch_size=100):
    return f"{_right(network, x, t, batch_size) / len(x):.2%}"


@mistake(of="accuracy", like="accuracy_returns_text")
def accuracy_returns_text_percent_1(network, x, t, batch_size=100):
    return f"{_right(network, x, t, batch_size) / len(x):.1%}"


@mistake(of="accuracy", like="accuracy_returns_text")
def accuracy_returns_text_4(network, x, t, batch_size=100):
    return f"{_right(network, x, t, batch_size) / len(x):.4f}"


@mistake(of="accuracy", like="accuracy_returns_text")
def accuracy_returns_text_2(network, x, t, batch_size=100):
    return f"{_right(network, x, t, batch_size) / len(x):.2f}"


@mistake(of="accuracy", like="accuracy_returns_text")
def accuracy_returns_text_book(network, x, t, batch_size=100):
    return "Accuracy:" + str(float(_right(network, x, t, batch_size)) / len(x))


@mistake(of="accuracy")
def accuracy_returns_pair(network, x, t, batch_size=100):
    """You return two things. Return one number, the accuracy: `return right / len(x)`."""
    right = _right(network, x, t, batch_size)
    return right / len(x), right


@mistake(of="accuracy", like="accuracy_returns_pair")
def accuracy_returns_pair_count_first(network, x, t, batch_size=100):
    right = _right(network, x, t, batch_size)
    return right, right / len(x)


@mistake(of="accuracy", like="accuracy_returns_pair")
def accuracy_returns_pair_of_counts(network, x, t, batch_size=100):
    return _right(network, x, t, batch_size), len(x)


@mistake(of="accuracy")
def accuracy_returns_none(network, x, t, batch_size=100):
    """Your function returns nothing, so Python gives `None`. What you print is not returned. End with
    `return right / len(x)`."""
    _right(network, x, t, batch_size)


@mistake(of="accuracy")
def accuracy_returns_matches(network, x, t, batch_size=100):
    """You return an array that says for each image if the guess is right. Make one number of it: how many are
    `True`, divided by `len(x)`."""
    return np.concatenate(list(_matches(network, x, t, batch_size)))


@mistake(of="accuracy", like="accuracy_returns_matches")
def accuracy_returns_matches_at_once(network, x, t, batch_size=100):
    return _guesses(network, x) == t


@mistake(of="accuracy", like="accuracy_returns_matches")
def accuracy_returns_matches_list(network, x, t, batch_size=100):
    return np.concatenate(list(_matches(network, x, t, batch_size))).tolist()


@mistake(of="accuracy")
def accuracy_returns_matches_of_last_batch(network, x, t, batch_size=100):
    """You return an array for the last batch: it says for each image if the guess is right. Count the right
    guesses of all batches in the loop, `right += np.sum(guesses == labels)`, and return `right / len(x)`."""
    return list(_matches(network, x, t, batch_size))[-1]


@mistake(of="accuracy")
def accuracy_returns_guesses(network, x, t, batch_size=100):
    """You return the guesses. Compare them with the labels `t`, count where they are the same, and divide by
    `len(x)`."""
    return np.concatenate([_guesses(network, x[i : i + batch_size]) for i in range(0, len(x), batch_size)])


@mistake(of="accuracy", like="accuracy_returns_guesses")
def accuracy_returns_guesses_at_once(network, x, t, batch_size=100):
    return _guesses(network, x)


@mistake(of="accuracy", like="accuracy_returns_guesses")
def accuracy_returns_guesses_list(network, x, t, batch_size=100):
    starts = range(0, len(x), batch_size)
    return [int(guess) for i in starts for guess in _guesses(network, x[i : i + batch_size])]


@mistake(of="accuracy")
def accuracy_returns_one_number_a_batch(network, x, t, batch_size=100):
    """You return a list with one number for each batch. Return one number for all images: add up the right
    guesses and divide by `len(x)`."""
    return [np.mean(match) for match in _matches(network, x, t, batch_size)]


@mistake(of="accuracy", like="accuracy_returns_one_number_a_batch")
def accuracy_returns_one_count_a_batch(network, x, t, batch_size=100):
    return [np.sum(match) for match in _matches(network, x, t, batch_size)]


@mistake(of="accuracy", like="accuracy_returns_one_number_a_batch")
def accuracy_returns_one_number_a_batch_as_array(network, x, t, batch_size=100):
    return np.array([np.mean(match) for match in _matches(network, x, t, batch_size)])


@mistake(of="accuracy")
def accuracy_all_or_nothing(network, x, t, batch_size=100):
    """You return only whether all guesses are right, `True` or `False`. Count the right ones and divide by
    `len(x)`."""
    return all(bool(np.all(match)) for match in list(_matches(network, x, t, batch_size)))


@mistake(of="accuracy", like="accuracy_all_or_nothing")
def accuracy_all_or_nothing_at_once(network, x, t, batch_size=100):
    return np.array_equal(_guesses(network, x), t)


# Which images are taken.


@mistake(of="accuracy")
def accuracy_drops_last_partial_batch(network, x, t, batch_size=100):
    """You leave out the last images when they do not fill a batch. Their guesses count too. Let the loop go
    to the end: `range(0, len(x), batch_size)`. A slice that is too long just stops at the end."""
    full = len(x) // batch_size * batch_size
    return _right(network, x[:full], t[:full], batch_size) / len(x)


@mistake(of="accuracy", like="accuracy_drops_last_partial_batch")
def accuracy_drops_last_partial_batch_and_its_size(network, x, t, batch_size=100):
    full = len(x) // batch_size * batch_size
    return int(_right(network, x[:full], t[:full], batch_size)) / full


@mistake(of="accuracy", like="accuracy_drops_last_partial_batch")
def accuracy_drops_last_partial_batch_of_floats(network, x, t, batch_size=100):
    full = len(x) // batch_size * batch_size
    return float(_right(network, x[:full], t[:full], batch_size)) / full


@mistake(of="accuracy", like="accuracy_drops_last_partial_batch")
def accuracy_drops_last_partial_batch_mean(network, x, t, batch_size=100):
    full = len(x) // batch_size * batch_size
    return np.mean([np.mean(match) for match in _matches(network, x[:full], t[:full], batch_size)])


@mistake(of="accuracy")
def accuracy_drops_last_batch(network, x, t, batch_size=100):
    """Your loop stops one batch too early, so the last batch is never read. The stop of a range is already
    left out, so nothing must be taken off: `range(0, len(x), batch_size)`."""
    right = 0
    for i in range(0, len(x) - batch_size, batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_drops_last_batch")
def accuracy_drops_last_batch_and_its_size(network, x, t, batch_size=100):
    right, seen = 0, 0
    for i in range(0, len(x) - batch_size, batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
        seen += batch_size
    return right / seen


@mistake(of="accuracy", like="accuracy_drops_last_batch")
def accuracy_drops_last_full_batch(network, x, t, batch_size=100):
    right = 0
    for number in range(len(x) // batch_size - 1):
        i = number * batch_size
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_skips_first_batch(network, x, t, batch_size=100):
    """Your loop starts at the second batch, so the first images are never read. Start at 0:
    `range(0, len(x), batch_size)`."""
    return _right(network, x[batch_size:], t[batch_size:], batch_size) / len(x)


@mistake(of="accuracy")
def accuracy_skips_first_image(network, x, t, batch_size=100):
    """Your loop starts at image 1, so image 0 is never read. The first index is 0:
    `range(0, len(x), batch_size)`."""
    return _right(network, x[1:], t[1:], batch_size) / len(x)


@mistake(of="accuracy")
def accuracy_first_batch_only(network, x, t, batch_size=100):
    """Only the first batch counts. Perhaps `return` stands inside the loop and ends it in the first round:
    move it to the left. Or the stop of the slice does not move: it must be `x[i : i + batch_size]`."""
    return np.sum(_guesses(network, x[:batch_size]) == t[:batch_size]) / len(x)


@mistake(of="accuracy", like="accuracy_first_batch_only")
def accuracy_first_batch_only_mean(network, x, t, batch_size=100):
    return np.mean(_guesses(network, x[:batch_size]) == t[:batch_size])


@mistake(of="accuracy", like="accuracy_first_batch_only")
def accuracy_first_batch_only_over_batch_size(network, x, t, batch_size=100):
    return np.sum(_guesses(network, x[:batch_size]) == t[:batch_size]) / batch_size


@mistake(of="accuracy", like="accuracy_first_batch_only")
def accuracy_first_batch_only_count(network, x, t, batch_size=100):
    return np.sum(_guesses(network, x[:batch_size]) == t[:batch_size])


@mistake(of="accuracy")
def accuracy_last_batch_only(network, x, t, batch_size=100):
    """Only the last batch counts. Each round of the loop replaces the count of the round before. Set
    `right = 0` once, before the loop, and add in the loop with `+=`."""
    return np.sum(list(_matches(network, x, t, batch_size))[-1]) / len(x)


@mistake(of="accuracy", like="accuracy_last_batch_only")
def accuracy_last_batch_only_mean(network, x, t, batch_size=100):
    return np.mean(list(_matches(network, x, t, batch_size))[-1])


@mistake(of="accuracy", like="accuracy_last_batch_only")
def accuracy_last_batch_only_over_batch_size(network, x, t, batch_size=100):
    return np.sum(list(_matches(network, x, t, batch_size))[-1]) / batch_size


@mistake(of="accuracy", like="accuracy_last_batch_only")
def accuracy_last_batch_only_count(network, x, t, batch_size=100):
    return np.sum(list(_matches(network, x, t, batch_size))[-1])


@mistake(of="accuracy")
def accuracy_repeats_first_batch(network, x, t, batch_size=100):
    """Every round of the loop reads the first batch again. The slice must move with the loop:
    `x[i : i + batch_size]`, and the same for `t`."""
    right = 0
    for _ in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[:batch_size]) == t[:batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_images_stay_at_first_batch(network, x, t, batch_size=100):
    """Every round of the loop reads the first images again, while the labels move on. Images and labels must
    move together: `x[i : i + batch_size]` and `t[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[:batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_labels_stay_at_first_batch(network, x, t, batch_size=100):
    """The images move on, but the labels are always the first ones. Take the labels of the same images:
    `t[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[:batch_size])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_labels_stay_at_first_batch")
def accuracy_labels_stay_at_first_batch_of_same_length(network, x, t, batch_size=100):
    right = 0
    for i in range(0, len(x), batch_size):
        guesses = _guesses(network, x[i : i + batch_size])
        right += np.sum(guesses == t[: len(guesses)])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_batch_against_all(network, x, t, batch_size=100):
    """You compare a batch with all the data: only the images or only the labels are cut into batches. Cut
    both at the same places: `x[i : i + batch_size]` and `t[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t)
    return right / len(x)


@mistake(of="accuracy", like="accuracy_batch_against_all")
def accuracy_all_against_batch(network, x, t, batch_size=100):
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_one_label_for_a_batch(network, x, t, batch_size=100):
    """You compare all the guesses of a batch with one label, `t[i]`. Take one label for each image:
    `t[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_labels_shifted(network, x, t, batch_size=100):
    """The labels are shifted by one against the images. Use the same start and stop for both:
    `x[i : i + batch_size]` and `t[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i + 1 : i + batch_size + 1])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_labels_shifted")
def accuracy_labels_shifted_round_the_end(network, x, t, batch_size=100):
    return _right(network, x, np.roll(t, -1), batch_size) / len(x)


@mistake(of="accuracy", like="accuracy_labels_shifted")
def accuracy_labels_shifted_back(network, x, t, batch_size=100):
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i - 1 : i + batch_size - 1])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_slice_one_too_short(network, x, t, batch_size=100):
    """The last image of each batch is left out. The stop of a slice is already left out, so nothing must be
    taken off: `x[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        stop = i + batch_size - 1
        right += np.sum(_guesses(network, x[i:stop]) == t[i:stop])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_slice_one_too_long(network, x, t, batch_size=100):
    """Each batch takes one image too many, so some images count twice. The stop of a slice is
    `i + batch_size`, without `+ 1`."""
    right = 0
    for i in range(0, len(x), batch_size):
        stop = i + batch_size + 1
        right += np.sum(_guesses(network, x[i:stop]) == t[i:stop])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_first_batch_only")
def accuracy_slice_stop_does_not_move(network, x, t, batch_size=100):
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i:batch_size]) == t[i:batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_slice_without_stop(network, x, t, batch_size=100):
    """Your slice `x[i:]` goes to the end of the data, so the last images count many times. Stop after one
    batch: `x[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i:]) == t[i:])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_index_times_batch_size_twice(network, x, t, batch_size=100):
    """You multiply by `batch_size` twice: the steps of the range are already that big. After the first batch
    you are past the right place. Use `x[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        part = slice(i * batch_size, (i + 1) * batch_size)
        right += np.sum(_guesses(network, x[part]) == t[part])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_batches_overlap(network, x, t, batch_size=100):
    """The batches overlap: your loop goes on by one image, not by one batch, so images count many times. Give
    the range a step: `range(0, len(x), batch_size)`."""
    right = 0
    for i in range(len(x)):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_batches_overlap")
def accuracy_batches_overlap_full_only(network, x, t, batch_size=100):
    right = 0
    for i in range(len(x) - batch_size + 1):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_batch_number_as_index(network, x, t, batch_size=100):
    """Your loop counts the batches 0, 1, 2 … but the slice needs the place of an image. Multiply by
    `batch_size`, or let the range do it: `range(0, len(x), batch_size)`."""
    right = 0
    for i in range(len(x) // batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_batch_number_as_index")
def accuracy_batch_number_as_index_rounded_up(network, x, t, batch_size=100):
    right = 0
    for i in range(-(-len(x) // batch_size)):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_range_arguments_swapped(network, x, t, batch_size=100):
    """Your loop does not run, so nothing is counted. The arguments of `range` are start, stop, step:
    `range(0, len(x), batch_size)`."""
    right = 0
    for i in range(len(x), batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_range_arguments_swapped")
def accuracy_range_arguments_in_reverse(network, x, t, batch_size=100):
    right = 0
    for i in range(len(x), 0, batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_range_of_a_fraction(network, x, t, batch_size=100):
    """`/` gives a number with a fraction, and `range` takes only whole numbers. You need no division:
    `range` can take steps, `range(0, len(x), batch_size)`."""
    return range(len(x) / batch_size)


@mistake(of="accuracy")
def accuracy_range_of_an_array(network, x, t, batch_size=100):
    """`range` needs a number, and `x` is an array. Give it the number of images:
    `range(0, len(x), batch_size)`."""
    return range(0, x, batch_size)


@mistake(of="accuracy", like="accuracy_range_of_an_array")
def accuracy_range_of_a_shape(network, x, t, batch_size=100):
    return range(0, x.shape, batch_size)


@mistake(of="accuracy")
def accuracy_ignores_batch_size(network, x, t, batch_size=100):
    """You call `predict` on all images at once. The number is right, but a large data set needs a lot of
    memory at once. Call it on one batch at a time: `predict(network, x[i : i + batch_size])`."""
    return np.mean(_guesses(network, x) == t)


@mistake(of="accuracy", like="accuracy_ignores_batch_size")
def accuracy_ignores_batch_size_in_each_round(network, x, t, batch_size=100):
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x)[i : i + batch_size] == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_fixed_batch_size(network, x, t, batch_size=100):
    """Your batches always have the same size, whatever `batch_size` says. Use the argument in the loop:
    `range(0, len(x), batch_size)` and `x[i : i + batch_size]`."""
    return _right(network, x, t, 100) / len(x)


@mistake(of="accuracy", like="accuracy_fixed_batch_size")
def accuracy_fixed_batch_size_10(network, x, t, batch_size=100):
    return _right(network, x, t, 10) / len(x)


@mistake(of="accuracy", like="accuracy_fixed_batch_size")
def accuracy_fixed_batch_size_32(network, x, t, batch_size=100):
    return _right(network, x, t, 32) / len(x)


@mistake(of="accuracy")
def accuracy_fixed_step(network, x, t, batch_size=100):
    """The steps of your loop are always 100, but the slices have `batch_size` images. Then images are left
    out or count twice. Use the argument in both places: `range(0, len(x), batch_size)`."""
    right = 0
    for i in range(0, len(x), 100):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_fixed_slice(network, x, t, batch_size=100):
    """Your slices always have 100 images, but the steps of the loop are `batch_size`. Then images are left
    out or count twice. Use the argument in both places: `x[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i : i + 100]) == t[i : i + 100])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_one_image_at_a_time(network, x, t, batch_size=100):
    """You call `predict` for one image at a time. The number is right, but it takes long. Give it a whole
    batch: `predict(network, x[i : i + batch_size])`."""
    return sum(np.argmax(predict(network, x[i])) == t[i] for i in range(len(x))) / len(x)


@mistake(of="accuracy", like="accuracy_one_image_at_a_time")
def accuracy_one_row_at_a_time(network, x, t, batch_size=100):
    return _right(network, x, t, 1) / len(x)


@mistake(of="accuracy")
def accuracy_one_image_a_batch(network, x, t, batch_size=100):
    """You read only one image of each batch, `x[i]`. Read the whole batch, images and labels:
    `x[i : i + batch_size]` and `t[i : i + batch_size]`."""
    return sum(np.argmax(predict(network, x[i])) == t[i] for i in range(0, len(x), batch_size)) / len(x)


@mistake(of="accuracy")
def accuracy_batch_size_as_number_of_batches(network, x, t, batch_size=100):
    """You make `batch_size` batches. But `batch_size` says how many images are in one batch. The batches are
    `x[i : i + batch_size]` for i in `range(0, len(x), batch_size)`."""
    images, labels = np.array_split(x, batch_size), np.array_split(t, batch_size)
    right = sum(np.sum(_guesses(network, batch) == label) for batch, label in zip(images, labels, strict=True))
    return right / len(x)


@mistake(of="accuracy", like="accuracy_batch_size_as_number_of_batches")
def accuracy_batch_size_as_number_of_steps(network, x, t, batch_size=100):
    size = len(x) // batch_size
    right = 0
    for i in range(0, len(x), size):
        right += np.sum(_guesses(network, x[i : i + size]) == t[i : i + size])
    return right / len(x)


# How guesses are made and compared.


@mistake(of="accuracy")
def accuracy_argmax_down_the_columns(network, x, t, batch_size=100):
    """`axis=0` looks down the columns: it finds the best image for each digit. You need the best digit for
    each image: `np.argmax(y, axis=1)`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(np.argmax(predict(network, x[i : i + batch_size]), axis=0) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_argmax_of_whole_batch(network, x, t, batch_size=100):
    """`np.argmax` without an axis gives one number for the whole batch. You need one guess for each image:
    `np.argmax(y, axis=1)`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(np.argmax(predict(network, x[i : i + batch_size])) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_argmax_of_whole_batch")
def accuracy_argmax_of_all_images(network, x, t, batch_size=100):
    return np.mean(np.argmax(predict(network, x)) == t)


@mistake(of="accuracy")
def accuracy_argmin(network, x, t, batch_size=100):
    """`np.argmin` gives the digit with the smallest probability. The guess is the digit with the largest:
    `np.argmax(y, axis=1)`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(np.argmin(predict(network, x[i : i + batch_size]), axis=1) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_max_instead_of_argmax(network, x, t, batch_size=100):
    """`np.max` gives the largest probability itself, such as 0.97. The guess is its place, the digit:
    `np.argmax(y, axis=1)`."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(np.max(predict(network, x[i : i + batch_size]), axis=1) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_mean_of_top_probabilities(network, x, t, batch_size=100):
    """You return the mean of the largest probabilities: how sure the network is, not how often it is right.
    Compare the guesses, `np.argmax(y, axis=1)`, with the labels `t`."""
    tops = [np.max(predict(network, x[i : i + batch_size]), axis=1) for i in range(0, len(x), batch_size)]
    return np.mean(np.concatenate(tops))


@mistake(of="accuracy")
def accuracy_mean_probability_of_label(network, x, t, batch_size=100):
    """You take the mean probability of the right digits. The accuracy counts right guesses only: compare
    `np.argmax(y, axis=1)` with the labels `t`."""
    total = 0.0
    for i in range(0, len(x), batch_size):
        y = predict(network, x[i : i + batch_size])
        total += np.sum(y[np.arange(len(y)), t[i : i + batch_size]])
    return total / len(x)


@mistake(of="accuracy")
def accuracy_compares_probabilities(network, x, t, batch_size=100):
    """You compare the probabilities with the labels. Make guesses of them first: `np.argmax(y, axis=1)` gives
    one digit for each image."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(predict(network, x[i : i + batch_size]) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy", like="accuracy_compares_probabilities")
def accuracy_compares_all_probabilities(network, x, t, batch_size=100):
    return np.mean(predict(network, x) == t)


@mistake(of="accuracy")
def accuracy_argmax_axis_1_of_a_row(network, x, t, batch_size=100):
    """You take `np.argmax(…, axis=1)` of one row of numbers, and a row has no axis 1. If it is `t`: it holds
    the digits already, so leave the argmax out. If it is one image: give `predict` a batch,
    `x[i : i + batch_size]`."""
    guesses = _guesses(network, x[:batch_size])
    return np.mean(guesses == np.argmax(t[:batch_size], axis=1))


@mistake(of="accuracy", like="accuracy_argmax_axis_1_of_a_row")
def accuracy_argmax_axis_1_of_all_labels(network, x, t, batch_size=100):
    guesses = _guesses(network, x)
    return np.mean(guesses == np.argmax(t, axis=1))


@mistake(of="accuracy", like="accuracy_argmax_axis_1_of_a_row")
def accuracy_argmax_axis_1_of_one_image(network, x, t, batch_size=100):
    return np.argmax(predict(network, x[0]), axis=1) == t[0]


@mistake(of="accuracy")
def accuracy_argmax_of_labels(network, x, t, batch_size=100):
    """You take `np.argmax` of the labels. That is for one-hot labels. Here `t` already holds the digits:
    compare with `t[i : i + batch_size]` itself."""
    right = 0
    for i in range(0, len(x), batch_size):
        right += np.sum(_guesses(network, x[i : i + batch_size]) == np.argmax(t[i : i + batch_size]))
    return right / len(x)


@mistake(of="accuracy", like="accuracy_argmax_of_labels")
def accuracy_argmax_of_all_labels(network, x, t, batch_size=100):
    return np.mean(_guesses(network, x) == np.argmax(t))


@mistake(of="accuracy")
def accuracy_one_hot_against_digits(network, x, t, batch_size=100):
    """You make one-hot rows of the labels, but the guesses are digits, `(n,)`. Both sides must be digits:
    compare `np.argmax(y, axis=1)` with `t` as it is."""
    right = 0
    for i in range(0, len(x), batch_size):
        y = predict(network, x[i : i + batch_size])
        right += np.sum(np.argmax(y, axis=1) == np.eye(y.shape[1])[t[i : i + batch_size]])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_writes_into_labels(network, x, t, batch_size=100):
    """You change the labels of the caller: a slice of `t` is no copy, so what you write into it goes into
    `t` itself. Compare without writing: `np.sum(guesses == t[i : i + batch_size])`."""
    right = 0
    for i in range(0, len(x), batch_size):
        labels = t[i : i + batch_size]
        labels[:] = labels == _guesses(network, x[i : i + batch_size])
        right += np.sum(labels)
    return right / len(x)


@mistake(of="accuracy", like="accuracy_writes_into_labels")
def accuracy_subtracts_in_place(network, x, t, batch_size=100):
    right = 0
    for i in range(0, len(x), batch_size):
        labels = t[i : i + batch_size]
        labels -= _guesses(network, x[i : i + batch_size])
        right += np.sum(labels == 0)
    return right / len(x)


@mistake(of="accuracy")
def accuracy_subtracts_from_small_integers(network, x, t, batch_size=100):
    """The labels of MNIST are small integers (uint8). They cannot hold numbers below 0, so `-=` with guesses
    does not work on them. You need no difference: count with `guesses == t[i : i + batch_size]`."""
    right = 0
    for i in range(0, len(x), batch_size):
        labels = t[i : i + batch_size].copy()
        labels -= _guesses(network, x[i : i + batch_size])
        right += np.sum(labels == 0)
    return right / len(x)


@mistake(of="accuracy")
def accuracy_squeezes_one_image(network, x, t, batch_size=100):
    """For a batch of one image, `squeeze` leaves one row, and a row has no `axis=1`. The last batch can be
    that small. Leave `squeeze` out: `predict` gives rows and columns for one image too."""
    right = 0
    for i in range(0, len(x), batch_size):
        y = np.squeeze(predict(network, x[i : i + batch_size]))
        right += np.sum(np.argmax(y, axis=1) == t[i : i + batch_size])
    return right / len(x)


@mistake(of="accuracy")
def accuracy_none_where_nothing_is_right(network, x, t, batch_size=100):
    """Where no guess is right, your function returns nothing, so Python gives `None`. The accuracy is 0.0
    then: you need no `if` before `return right / len(x)`."""
    right = _right(network, x, t, batch_size)
    if right:
        return right / len(x)
    return None


@mistake(of="accuracy")
def accuracy_integer_where_all_is_right(network, x, t, batch_size=100):
    """Where all guesses are right, or none, your function returns a whole number, 1 or 0. A float is asked
    for: 1.0 or 0.0. You need no `if`: `right / len(x)` gives both."""
    right = _right(network, x, t, batch_size)
    if right == len(x):
        return 1
    if right == 0:
        return 0
    return right / len(x)


@mistake(of="accuracy")
def accuracy_if_with_an_array(network, x, t, batch_size=100):
    """`if` needs one yes or no, but `guesses == labels` is a whole array of them. You need no `if`: count
    them all with `right += np.sum(guesses == labels)`."""
    right = 0
    for i in range(0, len(x), batch_size):
        if _guesses(network, x[i : i + batch_size]) == t[i : i + batch_size]:
            right += 1
    return right / len(x)


@mistake(of="accuracy", like="accuracy_if_with_an_array")
def accuracy_if_with_all_images(network, x, t, batch_size=100):
    return 1.0 if _guesses(network, x) == t else 0.0


@mistake(of="accuracy")
def accuracy_counts_perfect_batches(network, x, t, batch_size=100):
    """You count a batch only if all its guesses are right. Count the images:
    `right += np.sum(guesses == labels)`."""
    return sum(bool(np.all(match)) for match in _matches(network, x, t, batch_size)) / len(x)


@mistake(of="accuracy", like="accuracy_counts_perfect_batches")
def accuracy_part_of_perfect_batches(network, x, t, batch_size=100):
    return np.mean([bool(np.all(match)) for match in _matches(network, x, t, batch_size)])


@mistake(of="accuracy")
def accuracy_counts_everything(network, x, t, batch_size=100):
    """`len(guesses == labels)` counts all images, right or wrong, so the answer is always 1. Count only the
    `True`: `np.sum(guesses == labels)`."""
    return sum(len(match) for match in _matches(network, x, t, batch_size)) / len(x)


@mistake(of="accuracy")
def accuracy_compares_list_of_batches(network, x, t, batch_size=100):
    """You collect the guesses batch by batch in a list, and compare the list with all labels. Join the
    batches first: `np.concatenate(guesses)`. Or use `extend`, not `append`."""
    guesses = [_guesses(network, x[i : i + batch_size]) for i in range(0, len(x), batch_size)]
    return np.mean(np.array(guesses) == t)


@mistake(of="accuracy", like="accuracy_compares_list_of_batches")
def accuracy_sums_list_of_batches(network, x, t, batch_size=100):
    guesses = [_guesses(network, x[i : i + batch_size]) for i in range(0, len(x), batch_size)]
    return np.sum(guesses == t) / len(x)


# What is read in place of the arguments.


@mistake(of="accuracy")
def accuracy_loads_its_own_images(network, x, t, batch_size=100):
    """You call `load_mnist()` inside `accuracy`, so the arguments `x` and `t` have no effect. Use the
    images and labels that are given."""
    _, (x, t) = load_mnist()
    return _right(network, x, t, batch_size) / len(x)


@mistake(of="accuracy", like="accuracy_loads_its_own_images")
def accuracy_loads_the_training_images(network, x, t, batch_size=100):
    (x, t), _ = load_mnist()
    return _right(network, x, t, batch_size) / len(x)


@mistake(of="accuracy")
def accuracy_loads_its_own_network(network, x, t, batch_size=100):
    """You call `load_network()` inside `accuracy`, so the argument `network` has no effect. Use the one that
    is given: `predict(network, x[i : i + batch_size])`."""
    return _right(load_network(), x, t, batch_size) / len(x)


@mistake(of="accuracy")
def accuracy_swaps_arguments_of_predict(network, x, t, batch_size=100):
    """The arguments of `predict` are in the wrong order: the network comes first, then the images. Write
    `predict(network, x[i : i + batch_size])`."""
    return predict(x[:batch_size], network)


@mistake(of="accuracy", like="accuracy_swaps_arguments_of_predict")
def accuracy_swaps_arguments_of_predict_at_once(network, x, t, batch_size=100):
    return predict(x, network)


@mistake(of="accuracy")
def accuracy_predict_without_network(network, x, t, batch_size=100):
    """`predict` needs two arguments: the network and the images. Write
    `predict(network, x[i : i + batch_size])`."""
    return predict(x[:batch_size])


@mistake(of="accuracy", like="accuracy_predict_without_network")
def accuracy_predict_without_network_at_once(network, x, t, batch_size=100):
    return predict(x)


@mistake(of="accuracy")
def accuracy_divides_images_by_255(network, x, t, batch_size=100):
    """You divide the images by 255. `load_mnist` has already done that: the pixels are from 0 to 1. Use `x`
    as it is."""
    return _right(network, x / 255, t, batch_size) / len(x)


@mistake(of="accuracy", like="accuracy_divides_images_by_255")
def accuracy_divides_images_by_255_in_place(network, x, t, batch_size=100):
    x /= 255
    return _right(network, x, t, batch_size) / len(x)


@probe(of="accuracy")
def accuracy_probes():
    """Batches that fit and batches that do not; as many images as classes; more than 100 images; sure
    networks."""
    rng = np.random.default_rng(41)

    def labels(network, x, share):
        """The network's own guesses as labels, but for a share of random ones."""
        guesses = _guesses(network, x)
        return np.where(rng.random(len(x)) < share, rng.integers(0, len(network["b3"]), len(x)), guesses)

    square = _network(rng, 4, 4, 4, 4)
    for n, batch_size, share in ((8, 4, 0.6), (11, 4, 0.5), (8, 1, 0.6), (9, 4, 0.0), (5, 8, 0.7)):
        x = rng.normal(size=(n, 4))
        yield square, x, labels(square, x, share), batch_size
    # So sure that the probabilities are exactly 0 and 1. The largest label stands at a place that is a guess too.
    sure = {**square, "W3": square["W3"] * 1e4}
    for n in (8, 7):
        x = rng.normal(size=(n, 4))
        x = x[np.argsort(_guesses(sure, x) == 1, kind="stable")]
        t = np.ones(n, dtype=int)
        first = _guesses(sure, x)[0]
        t[first], t[-1] = 3, first
        yield sure, x, t, n
    for n in (5, 6):
        x = rng.normal(size=(n, 4))
        yield square, x, (_guesses(square, x) + 1) % 4, 4  # nothing is right
        yield square, x, labels(square, x, 0.5).astype(np.uint8), 4  # as the labels of MNIST are
    small = _network(rng, 3, 5, 4, 6)
    x = rng.normal(size=(230, 3))
    yield small, x, labels(small, x, 0.4), 60
    wide = _network(rng, 784, 3, 3, 10)
    x = rng.normal(size=(7, 784))
    yield wide, x, labels(wide, x, 0.5), 3
