"""What goes wrong in exercise 2: affine, output_shape, weight_shapes, parameter_count.

Each function is a wrong answer as a beginner writes it. Its docstring is what that beginner is told.
`like=` marks another spelling of the same mistake: other numbers or another error, same name, same words.
A bare `raise ValueError` stands for a learner's `raise ValueError(…)` with whatever text.
"""

from itertools import pairwise

import numpy as np
from reference import weight_shapes

from grader.bank import mistake, probe

# ---------------------------------------------------------------------------------------------------------
# affine
# ---------------------------------------------------------------------------------------------------------


@mistake(of="affine")
def affine_multiplies_entry_by_entry(x, W, b):
    """`*` multiplies entry by entry. The matrix product is `np.dot(x, W)`: it multiplies and adds up."""
    return x * W + b


@mistake(of="affine")
def affine_entry_by_entry_then_sum(x, W, b):
    """You multiply with `*` and add up afterwards.
    `*` does not line x up with the columns of W; `np.dot(x, W)` does both steps.
    """
    return np.sum(np.multiply(x, W), axis=0) + b


@mistake(of="affine", like="affine_entry_by_entry_then_sum")
def affine_entry_by_entry_then_sum_last(x, W, b):
    return np.sum(np.multiply(x, W), axis=1) + b


@mistake(of="affine")
def affine_operands_swapped(x, W, b):
    """You multiply W by x. The order matters in a matrix product: x comes first, then W."""
    return np.dot(W, x) + b


@mistake(of="affine")
def affine_w_transposed(x, W, b):
    """You use W turned around: rows and columns have changed places.
    W has one row for each input: leave it as it is.
    """
    return np.dot(x, np.transpose(W)) + b


@mistake(of="affine")
def affine_column_vectors(x, W, b):
    """Right for one sample, not for a batch. You multiply the turned W by x, as some books do.
    Here a batch has one sample in each row, so x stands on the left: `np.dot(x, W)`.
    """
    return np.dot(np.transpose(W), x) + b


@mistake(of="affine")
def affine_columns_of_samples(x, W, b):
    """Right for one sample. In a batch you turn x too, so a sample becomes a column of the result, and b goes to
    the wrong places.
    Put x on the left and turn nothing: `np.dot(x, W)`.
    """
    return np.dot(np.transpose(W), np.transpose(x)) + b


@mistake(of="affine", like="affine_columns_of_samples")
def affine_columns_of_samples_whole(x, W, b):
    return (np.dot(x, W) + b).T


@mistake(of="affine")
def affine_x_transposed(x, W, b):
    """Right for one sample. In a batch you turn x around, so its rows are not samples any more. Leave x as it is."""
    return np.dot(np.transpose(x), W) + b


@mistake(of="affine")
def affine_bias_before_product(x, W, b):
    """You add b to x before you multiply. The bias comes after the product: first `np.dot(x, W)`, then `+ b`."""
    return np.dot(x + b, W)


@mistake(of="affine")
def affine_bias_added_to_weights(x, W, b):
    """You add b to W before you multiply, so the bias is multiplied too. Close the parenthesis earlier:
    `np.dot(x, W)`, then `+ b`.
    """
    return np.dot(x, W + b)


@mistake(of="affine")
def affine_bias_missing(x, W, b):
    """The bias is missing: add b to the product."""
    return np.dot(x, W)


@mistake(of="affine")
def affine_bias_twice(x, W, b):
    """You add the bias twice. Once is enough."""
    return np.dot(x, W) + b + b


@mistake(of="affine")
def affine_bias_subtracted(x, W, b):
    """You take the bias away. Add it: `+ b`."""
    return np.dot(x, W) - b


@mistake(of="affine", like="affine_bias_subtracted")
def affine_bias_subtracted_from(x, W, b):
    return b - np.dot(x, W)


@mistake(of="affine")
def affine_bias_multiplied(x, W, b):
    """You multiply by the bias. Add it: `+ b`."""
    return np.dot(x, W) * b


@mistake(of="affine", like="affine_bias_multiplied")
def affine_bias_multiplied_by_dot(x, W, b):
    return np.dot(np.dot(x, W), b)


@mistake(of="affine")
def affine_bias_first_entry_only(x, W, b):
    """You add the same bias to every neuron: the first entry of b. Each neuron has its own: add the whole b."""
    return np.dot(x, W) + b[0]


@mistake(of="affine")
def affine_bias_summed(x, W, b):
    """You add the sum of all biases to every neuron. Each neuron has its own: add b as it is."""
    return np.dot(x, W) + np.sum(b)


@mistake(of="affine")
def affine_bias_as_column(x, W, b):
    """You turn b into a column, so each *row* gets a bias. Each column, one neuron, needs its own: add b as it is."""
    return np.dot(x, W) + np.reshape(b, (-1, 1))


@mistake(of="affine")
def affine_bias_as_third_argument(x, W, b):
    """The third argument of `np.dot` is the place where the result is written, not something to add.
    Add b after the product: `+ b`.
    """
    return np.dot(x, W, b)


@mistake(of="affine")
def affine_changes_the_bias(x, W, b):
    """`b += …` writes the result into the caller's b. Make a new array: the product first, then `+ b`."""
    b += np.dot(x, W)
    return b


@mistake(of="affine")
def affine_adds_activation(x, W, b):
    """You apply an activation function too. affine is only the part before it: product plus bias."""
    return 1 / (1 + np.exp(-(np.dot(x, W) + b)))


@mistake(of="affine", like="affine_adds_activation")
def affine_adds_relu(x, W, b):
    return np.maximum(0, np.dot(x, W) + b)


@mistake(of="affine", like="affine_adds_activation")
def affine_adds_tanh(x, W, b):
    return np.tanh(np.dot(x, W) + b)


@mistake(of="affine", like="affine_adds_activation")
def affine_adds_step(x, W, b):
    return (np.dot(x, W) + b > 0).astype(int)


@mistake(of="affine", like="affine_adds_activation")
def affine_adds_softmax(x, W, b):
    a = np.dot(x, W) + b
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="affine", like="affine_adds_activation")
def affine_adds_sigmoid_to_product(x, W, b):
    return 1 / (1 + np.exp(-np.dot(x, W))) + b


@mistake(of="affine")
def affine_outer_product(x, W, b):
    """`np.outer` multiplies every number by every number and adds nothing up. You need `np.dot(x, W)`."""
    return np.outer(x, W) + b


@mistake(of="affine")
def affine_sums_everything(x, W, b):
    """You add up all products into one single number. Each neuron, a column of W, has a sum of its own:
    `np.dot(x, W)`.
    """
    return np.sum(np.multiply(x, W)) + b


@mistake(of="affine", like="affine_sums_everything")
def affine_sums_everything_vdot(x, W, b):
    return np.vdot(x, W) + b


@mistake(of="affine", like="affine_sums_everything")
def affine_sums_everything_dot(x, W, b):
    return np.sum(np.dot(x, W)) + b


@mistake(of="affine", like="affine_sums_everything")
def affine_sums_everything_at_the_end(x, W, b):
    return np.sum(np.dot(x, W) + b)


@mistake(of="affine")
def affine_adds_instead_of_multiplying(x, W, b):
    """You add x to W. A weight is a factor: multiply with `np.dot(x, W)`, then add b."""
    return x + W + b


@mistake(of="affine")
def affine_one_sample_becomes_batch(x, W, b):
    """One sample comes back with the shape (1, m) instead of (m,).
    `np.dot` takes one sample as it is: no new axis is needed.
    """
    return np.dot(np.atleast_2d(x), W) + b


@mistake(of="affine", like="affine_one_sample_becomes_batch")
def affine_one_sample_becomes_batch_reshape(x, W, b):
    return np.dot(np.reshape(x, (1, -1)), W) + b


@mistake(of="affine")
def affine_flattens_the_batch(x, W, b):
    """You make one long row out of x. In a batch the samples then run into each other: leave x as it is."""
    return np.dot(np.ravel(x), W) + b


@mistake(of="affine")
def affine_flattens_the_result(x, W, b):
    """You make one long row out of the result. A batch must come back as (n, m), one row a sample."""
    return np.ravel(np.dot(x, W) + b)


@mistake(of="affine")
def affine_first_sample_only(x, W, b):
    """From a batch you return the first sample's row only. Every sample needs its row."""
    if np.ndim(x) == 2:
        x = x[0]
    return np.dot(x, W) + b


@mistake(of="affine", like="affine_first_sample_only")
def affine_first_entry(x, W, b):
    return np.dot(x[0], W) + b


@mistake(of="affine")
def affine_averages_the_batch(x, W, b):
    """You add up or average over the samples of a batch. Each sample keeps its own row in the result."""
    y = np.dot(x, W) + b
    return y if np.ndim(y) == 1 else np.sum(y, axis=0)


@mistake(of="affine", like="affine_averages_the_batch")
def affine_averages_the_batch_mean(x, W, b):
    y = np.dot(x, W) + b
    return y if np.ndim(y) == 1 else np.mean(y, axis=0)


@mistake(of="affine")
def affine_batches_only(x, W, b):
    """Right for a batch. One sample has the shape (d,), and your code asks for a second axis there.
    `np.dot(x, W)` takes both as they are.
    """
    n = x.shape[0]
    m = W.shape[1]
    y = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            for k in range(x.shape[1]):
                y[i, j] += x[i, k] * W[k, j]
            y[i, j] += b[j]
    return y


@mistake(of="affine", like="affine_batches_only")
def affine_batches_only_unpacked(x, W, b):
    n, d = x.shape
    return np.dot(x.reshape(n, d), W) + b


@mistake(of="affine")
def affine_returns_two_things(x, W, b):
    """There is a comma where `+` should be: you return two things, the product and b. Add them."""
    return np.dot(x, W), b


@mistake(of="affine")
def affine_returns_integers(x, W, b):
    """You turn the result into integers, and that cuts off the decimals. Return the floats as they are."""
    return (np.dot(x, W) + b).astype(int)


@mistake(of="affine")
def affine_rounded(x, W, b):
    """You round the result. That loses digits that later layers need: return it as it is."""
    return np.round(np.dot(x, W) + b, 2)


@mistake(of="affine", like="affine_rounded")
def affine_rounded_1(x, W, b):
    return np.round(np.dot(x, W) + b, 1)


@mistake(of="affine", like="affine_rounded")
def affine_rounded_3(x, W, b):
    return np.round(np.dot(x, W) + b, 3)


@mistake(of="affine", like="affine_rounded")
def affine_rounded_0(x, W, b):
    return np.round(np.dot(x, W) + b)


@mistake(of="affine")
def affine_returns_list(x, W, b):
    """You return a Python list. The answer must be a NumPy array: leave `.tolist()` away."""
    return (np.dot(x, W) + b).tolist()


@mistake(of="affine", like="affine_returns_list")
def affine_returns_list_of_rows(x, W, b):
    return list(np.dot(x, W) + b)


@mistake(of="affine")
def affine_returns_nothing(x, W, b):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """
    _ = np.dot(x, W) + b


@mistake(of="affine", raises="NameError")
def affine_dot_without_np(x, W, b):
    """Python does not know `dot` alone. It belongs to NumPy: `np.dot`."""
    return dot(x, W) + b  # noqa: F821


@mistake(of="affine")
def affine_python_sum(x, W, b):
    """Python's `sum(product, b)` adds all rows of the product to b and gives one row. Write `np.dot(x, W) + b`: `+` adds
    b to each row."""
    return sum(np.dot(x, W), b)


@mistake(of="affine", like="affine_python_sum")
def affine_python_sum_of_rows(x, W, b):
    return sum(np.atleast_2d(np.dot(x, W)), b)


@mistake(of="affine", like="affine_changes_the_bias")
def affine_changes_the_bias_for_one_sample(x, W, b):
    if np.ndim(x) == 1:
        b += np.dot(x, W)
        return b
    return np.dot(x, W) + b


@mistake(of="affine")
def affine_batch_of_one_becomes_sample(x, W, b):
    """A batch of one sample comes back as a single sample: (m,) instead of (1, m). Leave the shape as `np.dot` makes it."""
    y = np.atleast_2d(np.dot(x, W) + b)
    return y[0] if len(y) == 1 else y


@mistake(of="affine", like="affine_batch_of_one_becomes_sample")
def affine_batch_of_one_squeezed(x, W, b):
    return np.squeeze(np.dot(x, W) + b)


@probe(of="affine")
def affine_probes():
    """Wide and tall weights, square ones, one sample, batches of the layer's size, integers."""
    W = np.array([[1.5, -2.0, 0.5], [0.25, 3.0, -1.0]])
    b = np.array([0.5, -1.5, 2.0])
    yield (np.array([1.0, 2.0]), W, b)
    yield (np.array([[1.0, 2.0], [-0.5, 4.0]]), W, b)
    yield (np.array([[1.0, 2.0], [-0.5, 4.0], [3.0, 0.125]]), W, b)
    yield (np.array([[3.0, -1.25]]), W, b)
    square = np.array([[2.0, -1.0], [0.5, 3.0]])
    yield (np.array([1.0, -2.0]), square, np.array([0.75, 4.0]))
    yield (np.array([[1.0, -2.0], [3.5, 0.5]]), square, np.array([0.75, 4.0]))
    yield (np.array([[1.0, -2.0], [3.5, 0.5], [-1.0, 2.0]]), square, np.array([0.75, 4.0]))
    yield (np.array([[1, 2], [3, -4]]), np.array([[5, -6], [7, 8]]), np.array([9, -10]))
    yield (np.array([2.0]), np.array([[-3.0]]), np.array([0.5]))
    yield (np.array([0.1234567, 2.0]), np.array([[1.0], [-0.7654321]]), np.array([0.0123]))


# ---------------------------------------------------------------------------------------------------------
# output_shape
# ---------------------------------------------------------------------------------------------------------


@mistake(of="output_shape")
def output_shape_inner_sizes(x_shape, W_shape):
    """You return the inner sizes. They must be equal, and they disappear.
    What stays is the rest of each shape, the outer sizes.
    """
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (x_shape[-1], W_shape[0])


@mistake(of="output_shape", like="output_shape_inner_sizes")
def output_shape_inner_sizes_no_check(x_shape, W_shape):
    return (x_shape[-1], W_shape[0])


@mistake(of="output_shape", like="output_shape_inner_sizes")
def output_shape_inner_sizes_two_axes(x_shape, W_shape):
    if x_shape[1] != W_shape[0]:
        raise ValueError
    return (x_shape[1], W_shape[0])


@mistake(of="output_shape")
def output_shape_no_check(x_shape, W_shape):
    """You never compare the inner sizes. Where they differ, the product does not exist: `raise ValueError(…)`."""
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_mismatch_gives_none(x_shape, W_shape):
    """Where the inner sizes differ, your function gives `None`, and a `print` stops nobody. It must be an error, so
    that nobody goes on with it: `raise ValueError(…)`.
    """
    if x_shape[-1] != W_shape[0]:
        return None
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_mismatch_returned(x_shape, W_shape):
    """Where the inner sizes differ, you return something. That must be an error, so that nobody goes on with it:
    `raise ValueError(…)`.
    """
    if x_shape[-1] != W_shape[0]:
        return False
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_mismatch_returned")
def output_shape_mismatch_returns_minus_one(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        return -1
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_mismatch_returned")
def output_shape_mismatch_returns_empty(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        return ()
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_mismatch_returned")
def output_shape_mismatch_returns_text(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        return "ValueError"
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_mismatch_returned")
def output_shape_mismatch_returns_error(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        return ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_mismatch_returned")
def output_shape_mismatch_returns_error_with_text(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        return ValueError("the inner sizes differ")
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_asserts(x_shape, W_shape):
    """`assert` raises an `AssertionError`. The task asks for a `ValueError`: `if …: raise ValueError(…)`."""
    assert x_shape[-1] == W_shape[0]
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_wrong_error(x_shape, W_shape):
    """You raise an error, but of another kind.
    The task asks for a `ValueError`, so that callers can catch just this one.
    """
    if x_shape[-1] != W_shape[0]:
        raise TypeError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_wrong_error")
def output_shape_wrong_error_exception(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise Exception
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_wrong_error")
def output_shape_wrong_error_index(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise IndexError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_wrong_error")
def output_shape_wrong_error_runtime(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise RuntimeError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", raises="NameError")
def output_shape_error_misspelled(x_shape, W_shape):
    """Python does not know the name of your error. It is written `ValueError`: capital V, capital E, no space."""
    if x_shape[-1] != W_shape[0]:
        raise valueError("the inner sizes differ")  # noqa: F821
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_error_misspelled", raises="NameError")
def output_shape_error_misspelled_small(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise valueerror("the inner sizes differ")  # noqa: F821
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_error_misspelled", raises="NameError")
def output_shape_error_misspelled_capital(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise Valueerror("the inner sizes differ")  # noqa: F821
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_error_is_text(x_shape, W_shape):
    """After `raise` comes an error, not a text. Put the text inside it: `raise ValueError("…")`."""
    if x_shape[-1] != W_shape[0]:
        raise "ValueError"  # noqa: B016
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_error_reversed(x_shape, W_shape):
    """It is the wrong way round: you raise the error where the inner sizes are *equal*.
    Raise it where they differ: `!=`.
    """
    if x_shape[-1] == W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_demands_equal_shapes(x_shape, W_shape):
    """You demand that the two shapes are equal as a whole.
    Only the inner sizes must be: the last of x and the first of W.
    """
    if x_shape != W_shape:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_demands_equal_shapes")
def output_shape_demands_equal_lengths(x_shape, W_shape):
    if len(x_shape) != len(W_shape):
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_compares_wrong_sizes(x_shape, W_shape):
    """You compare the wrong sizes. The inner sizes are the last of x and the first of W:
    `x_shape[-1]` and `W_shape[0]`.
    """
    if x_shape[0] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_compares_wrong_sizes")
def output_shape_compares_last_sizes(x_shape, W_shape):
    if x_shape[-1] != W_shape[-1]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_compares_wrong_sizes")
def output_shape_compares_outer_sizes(x_shape, W_shape):
    if x_shape[0] != W_shape[-1]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_compares_wrong_sizes")
def output_shape_compares_outer_sizes_two_axes(x_shape, W_shape):
    if x_shape[0] != W_shape[1]:
        raise ValueError
    return (x_shape[0], W_shape[1])


@mistake(of="output_shape", like="output_shape_compares_wrong_sizes")
def output_shape_compares_first_sizes_two_axes(x_shape, W_shape):
    if x_shape[0] != W_shape[0]:
        raise ValueError
    return (x_shape[0], W_shape[1])


@mistake(of="output_shape")
def output_shape_two_axes_only(x_shape, W_shape):
    """Your code asks for a second size of both shapes. A shape such as (3,) has one only, so there it stops with an
    error.
    Count from the end, `x_shape[-1]`, or ask `len(x_shape)` first.
    """
    if x_shape[1] != W_shape[0]:
        raise ValueError
    return (x_shape[0], W_shape[1])


@mistake(of="output_shape", like="output_shape_two_axes_only")
def output_shape_two_axes_only_last(x_shape, W_shape):
    if x_shape[-1] != W_shape[-2]:
        raise ValueError
    return (x_shape[-2], W_shape[-1])


@mistake(of="output_shape", like="output_shape_two_axes_only")
def output_shape_two_axes_only_unpacked(x_shape, W_shape):
    n, d = x_shape
    e, m = W_shape
    if d != e:
        raise ValueError
    return (n, m)


@mistake(of="output_shape", like="output_shape_two_axes_only")
def output_shape_two_axes_only_no_check(x_shape, W_shape):
    return (x_shape[0], W_shape[1])


@mistake(of="output_shape")
def output_shape_w_with_one_axis_forgotten(x_shape, W_shape):
    """You take care of a 1-D x, but not of a 1-D W: a shape such as (3,) has no second size.
    With `W_shape[1:]` nothing is left of it, and that is right.
    """
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(x_shape) == 1:
        return (W_shape[1],)
    return (x_shape[0], W_shape[1])


@mistake(of="output_shape", like="output_shape_w_with_one_axis_forgotten")
def output_shape_w_with_one_axis_forgotten_slice(x_shape, W_shape):
    if x_shape[-1] != W_shape[-2]:
        raise ValueError
    return (*x_shape[:-1], W_shape[-1])


@mistake(of="output_shape")
def output_shape_x_with_one_axis_forgotten(x_shape, W_shape):
    """You take care of a 1-D W, but not of a 1-D x: a shape such as (3,) has no second size.
    `x_shape[-1]` is its last size, and `x_shape[:-1]` is what is left.
    """
    if x_shape[1] != W_shape[0]:
        raise ValueError
    if len(W_shape) == 1:
        return (x_shape[0],)
    return (x_shape[0], W_shape[1])


@mistake(of="output_shape")
def output_shape_first_and_last(x_shape, W_shape):
    """You always take the first size of x and the last size of W. A 1-D shape has one size only, the inner one, and
    that must disappear.
    Leave out one size of each: `x_shape[:-1]`.
    """
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (x_shape[0], W_shape[-1])


@mistake(of="output_shape", like="output_shape_first_and_last")
def output_shape_first_and_last_no_check(x_shape, W_shape):
    return (x_shape[0], W_shape[-1])


@mistake(of="output_shape")
def output_shape_one_row(x_shape, W_shape):
    """For a 1-D x you return two sizes, such as (1, 4). `np.dot` makes no new axis: (3,) and (3, 4) give (4,)."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(x_shape) == 1 and len(W_shape) == 2:
        return (1, W_shape[1])
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_one_row")
def output_shape_one_row_and_one(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(x_shape) == 1:
        return (1, *W_shape[1:])
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_one_column(x_shape, W_shape):
    """For a 1-D W you return two sizes, such as (2, 1). `np.dot` makes no new axis: (2, 3) and (3,) give (2,)."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(x_shape) == 2 and len(W_shape) == 1:
        return (x_shape[0], 1)
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_one_column")
def output_shape_one_column_and_one(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(W_shape) == 1:
        return (*x_shape[:-1], 1)
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_always_two_axes(x_shape, W_shape):
    """You always return two sizes and fill up with 1.
    `np.dot` makes no new axis: (3,) and (3, 4) give (4,); (3,) and (3,) give ().
    """
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    rows = x_shape[0] if len(x_shape) == 2 else 1
    columns = W_shape[1] if len(W_shape) == 2 else 1
    return (rows, columns)


@mistake(of="output_shape", like="output_shape_always_two_axes")
def output_shape_always_two_axes_but_scalar(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(x_shape) == 1 and len(W_shape) == 1:
        return ()
    rows = x_shape[0] if len(x_shape) == 2 else 1
    columns = W_shape[1] if len(W_shape) == 2 else 1
    return (rows, columns)


@mistake(of="output_shape", like="output_shape_always_two_axes")
def output_shape_always_two_axes_but_one(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(x_shape) == 1 and len(W_shape) == 1:
        return (1,)
    rows = x_shape[0] if len(x_shape) == 2 else 1
    columns = W_shape[1] if len(W_shape) == 2 else 1
    return (rows, columns)


@mistake(of="output_shape")
def output_shape_vector_by_vector(x_shape, W_shape):
    """All right but for two 1-D shapes. Their product is one number, and the shape of a number is `()`."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:]) or (1,)


@mistake(of="output_shape", like="output_shape_vector_by_vector")
def output_shape_vector_by_vector_two_ones(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:]) or (1, 1)


@mistake(of="output_shape", like="output_shape_vector_by_vector")
def output_shape_vector_by_vector_one(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:]) or 1


@mistake(of="output_shape", like="output_shape_vector_by_vector")
def output_shape_vector_by_vector_none(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:]) or None


@mistake(of="output_shape", like="output_shape_vector_by_vector")
def output_shape_vector_by_vector_same(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:]) or x_shape


@mistake(of="output_shape", like="output_shape_vector_by_vector")
def output_shape_vector_by_vector_index(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(W_shape) == 2:
        return (*x_shape[:-1], W_shape[1])
    if len(x_shape) == 2:
        return (x_shape[0],)
    return (W_shape[1],)


@mistake(of="output_shape")
def output_shape_comma_missing(x_shape, W_shape):
    """A shape with one size needs a comma: `(4,)`. Without it, `(4)` is the plain number 4."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    outer = (*x_shape[:-1], *W_shape[1:])
    return outer[0] if len(outer) == 1 else outer


@mistake(of="output_shape", like="output_shape_comma_missing")
def output_shape_comma_missing_and_one(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    outer = (*x_shape[:-1], *W_shape[1:]) or (1,)
    return outer[0] if len(outer) == 1 else outer


@mistake(of="output_shape")
def output_shape_swapped(x_shape, W_shape):
    """The two sizes have changed places. First comes what x keeps, then what W keeps: (2, 3) and (3, 4) give (2, 4)."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (*W_shape[1:], *x_shape[:-1])


@mistake(of="output_shape", like="output_shape_swapped")
def output_shape_swapped_no_check(x_shape, W_shape):
    return (*W_shape[1:], *x_shape[:-1])


@mistake(of="output_shape", like="output_shape_swapped")
def output_shape_swapped_two_axes(x_shape, W_shape):
    if x_shape[1] != W_shape[0]:
        raise ValueError
    return (W_shape[1], x_shape[0])


@mistake(of="output_shape")
def output_shape_of_w_dot_x(x_shape, W_shape):
    """You work out the shape of W times x. The order matters in a matrix product: it is x times W."""
    if W_shape[-1] != x_shape[0]:
        raise ValueError
    return (*W_shape[:-1], *x_shape[1:])


@mistake(of="output_shape")
def output_shape_returns_list(x_shape, W_shape):
    """You return a list. A shape is a tuple, in round brackets: `(2, 4)`."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return [*x_shape[:-1], *W_shape[1:]]


@mistake(of="output_shape", like="output_shape_returns_list")
def output_shape_returns_list_two_axes(x_shape, W_shape):
    if x_shape[1] != W_shape[0]:
        raise ValueError
    return [x_shape[0], W_shape[1]]


@mistake(of="output_shape")
def output_shape_returns_array(x_shape, W_shape):
    """You return a NumPy array. A shape is a plain tuple of whole numbers: `(2, 4)`."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return np.array([*x_shape[:-1], *W_shape[1:]])


@mistake(of="output_shape", like="output_shape_returns_array")
def output_shape_returns_zeros(x_shape, W_shape):
    return np.dot(np.zeros(x_shape), np.zeros(W_shape))


@mistake(of="output_shape", like="output_shape_returns_array")
def output_shape_returns_ones(x_shape, W_shape):
    return np.dot(np.ones(x_shape), np.ones(W_shape))


@mistake(of="output_shape")
def output_shape_returns_text(x_shape, W_shape):
    """You return text. "(2, 4)" with quotation marks is not a shape: return the tuple itself."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return str((*x_shape[:-1], *W_shape[1:]))


@mistake(of="output_shape")
def output_shape_multiplies_sizes(x_shape, W_shape):
    """You multiply the sizes: that is how many numbers the result holds.
    The shape is a tuple of the sizes themselves.
    """
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return int(np.prod((*x_shape[:-1], *W_shape[1:])))


@mistake(of="output_shape", like="output_shape_multiplies_sizes")
def output_shape_multiplies_sizes_two_axes(x_shape, W_shape):
    if x_shape[1] != W_shape[0]:
        raise ValueError
    return x_shape[0] * W_shape[1]


@mistake(of="output_shape", like="output_shape_multiplies_sizes")
def output_shape_by_size(x_shape, W_shape):
    return np.dot(np.zeros(x_shape), np.zeros(W_shape)).size


@mistake(of="output_shape")
def output_shape_keeps_inner_sizes(x_shape, W_shape):
    """You join both shapes and keep everything. The inner sizes, the last of x and the first of W, must disappear."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return tuple(x_shape) + tuple(W_shape)


@mistake(of="output_shape", like="output_shape_keeps_inner_sizes")
def output_shape_keeps_inner_sizes_no_check(x_shape, W_shape):
    return x_shape + W_shape


@mistake(of="output_shape")
def output_shape_keeps_one_inner_size(x_shape, W_shape):
    """One inner size is still in your answer. Both must disappear: the last size of x and the first size of W."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return (*x_shape, *W_shape[1:])


@mistake(of="output_shape", like="output_shape_keeps_one_inner_size")
def output_shape_keeps_one_inner_size_no_check(x_shape, W_shape):
    return (*x_shape, *W_shape[1:])


@mistake(of="output_shape")
def output_shape_entry_by_entry(x_shape, W_shape):
    """This is the shape of `x * W`, which multiplies entry by entry.
    `np.dot` follows another rule: the inner sizes disappear.
    """
    return (np.zeros(x_shape) * np.zeros(W_shape)).shape


@mistake(of="output_shape")
def output_shape_dot_of_the_shapes(x_shape, W_shape):
    """You multiply the two *shapes* with `np.dot`.
    They are only tuples of sizes; pick the sizes out of them with `[ ]`.
    """
    return np.dot(x_shape, W_shape)


@mistake(of="output_shape", like="output_shape_dot_of_the_shapes")
def output_shape_dot_of_the_shapes_shape(x_shape, W_shape):
    return np.dot(x_shape, W_shape).shape


@mistake(of="output_shape")
def output_shape_asks_a_shape_for_its_shape(x_shape, W_shape):
    """x_shape is the shape already, a tuple such as (2, 3).
    It has no `.shape` itself: take a size with `x_shape[-1]`.
    """
    if x_shape.shape[-1] != W_shape.shape[0]:
        raise ValueError
    return (*x_shape.shape[:-1], *W_shape.shape[1:])


@mistake(of="output_shape", like="output_shape_asks_a_shape_for_its_shape")
def output_shape_asks_a_shape_for_its_axes(x_shape, W_shape):
    if x_shape.ndim == 1:
        return (W_shape[1],)
    return (x_shape[0], W_shape[1])


@mistake(of="output_shape")
def output_shape_returns_x_shape(x_shape, W_shape):
    """You return one of the two shapes as it came.
    The last size of x goes away, and the sizes of W after its first one come.
    """
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return x_shape


@mistake(of="output_shape", like="output_shape_returns_x_shape")
def output_shape_returns_w_shape(x_shape, W_shape):
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    return W_shape


@mistake(of="output_shape")
def output_shape_returns_nothing(x_shape, W_shape):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """
    if x_shape[-1] != W_shape[0]:
        raise ValueError


@mistake(of="output_shape", like="output_shape_returns_nothing")
def output_shape_returns_nothing_ever(x_shape, W_shape):
    _ = (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_one_output_as_number(x_shape, W_shape):
    """For a vector times a matrix with one column you return (). The column does not disappear: (3,) and (3, 1) give (1,)."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(x_shape) == 1 and W_shape[-1] == 1:
        return ()
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_one_row_as_number(x_shape, W_shape):
    """For a matrix with one row times a vector you return (). The row does not disappear: (1, 7) and (7,) give (1,)."""
    if x_shape[-1] != W_shape[0]:
        raise ValueError
    if len(W_shape) == 1 and x_shape[0] == 1:
        return ()
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape")
def output_shape_checks_matrices_only(x_shape, W_shape):
    """You compare the inner sizes for two matrices only. A vector can misfit too: (3,) and (4,) must raise `ValueError`.
    `x_shape[-1]` and `W_shape[0]` exist for vectors as well.
    """
    if len(x_shape) == 2 and len(W_shape) == 2 and x_shape[1] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_checks_matrices_only")
def output_shape_checks_two_dimensional_x_only(x_shape, W_shape):
    if len(x_shape) == 2 and x_shape[1] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@mistake(of="output_shape", like="output_shape_checks_matrices_only")
def output_shape_checks_two_dimensional_w_only(x_shape, W_shape):
    if len(W_shape) == 2 and x_shape[-1] != W_shape[0]:
        raise ValueError
    return (*x_shape[:-1], *W_shape[1:])


@probe(of="output_shape")
def output_shape_probes():
    """All four kinds of operands, fitting and not, with sizes that are equal by chance."""
    yield ((2, 3), (3, 4))
    yield ((3, 2), (2, 5))
    yield ((4, 4), (4, 4))
    yield ((3,), (3, 4))
    yield ((2, 3), (3,))
    yield ((5,), (5,))
    yield ((1, 6), (6, 1))
    yield ((5,), (5, 1))
    yield ((2,), (2, 1))
    yield ((1, 4), (4,))
    yield ((1, 2), (2,))
    yield ((2,), (3, 2))
    yield ((3, 2), (3,))
    yield ((2, 3), (4, 2))
    yield ((2, 3), (2, 3))
    yield ((2, 5), (4, 5))
    yield ((3,), (4,))
    yield ((3,), (4, 3))
    yield ((4, 3), (4,))


# ---------------------------------------------------------------------------------------------------------
# weight_shapes
# ---------------------------------------------------------------------------------------------------------


@mistake(of="weight_shapes")
def weight_shapes_transposed(layer_sizes):
    """The two sizes have changed places.
    The size of the layer before comes first: (784, 50), because x stands on the left in x · W.
    """
    return [(layer_sizes[i + 1], layer_sizes[i]) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_with_bias_row(layer_sizes):
    """One size is too large by 1: you count the bias as one more row or column.
    Biases have their own arrays, b1, b2, ….
    """
    return [(layer_sizes[i] + 1, layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes", like="weight_shapes_with_bias_row")
def weight_shapes_with_bias_column(layer_sizes):
    return [(layer_sizes[i], layer_sizes[i + 1] + 1) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes", like="weight_shapes_with_bias_row")
def weight_shapes_with_bias_both(layer_sizes):
    return [(layer_sizes[i] + 1, layer_sizes[i + 1] + 1) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_input_layer_too(layer_sizes):
    """You list one shape too many, for the input layer.
    It only passes x on: a matrix stands between each two layers.
    """
    sizes = list(layer_sizes)
    return [(1, sizes[0])] + [(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]


@mistake(of="weight_shapes", like="weight_shapes_input_layer_too")
def weight_shapes_input_layer_too_square(layer_sizes):
    sizes = list(layer_sizes)
    return [(sizes[0], sizes[0])] + [(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_wraps_around(layer_sizes):
    """Your first shape joins the last layer to the first: for i = 0, `layer_sizes[i - 1]` is the *last* entry.
    Start at 1.
    """
    return [(layer_sizes[i - 1], layer_sizes[i]) for i in range(len(layer_sizes))]


@mistake(of="weight_shapes", like="weight_shapes_wraps_around")
def weight_shapes_wraps_around_at_the_end(layer_sizes):
    return [(layer_sizes[i], layer_sizes[(i + 1) % len(layer_sizes)]) for i in range(len(layer_sizes))]


@mistake(of="weight_shapes")
def weight_shapes_index_too_far(layer_sizes):
    """Your loop asks for a place that the list does not have. After the last layer there is no next one, so stop
    one step earlier: `range(len(layer_sizes) - 1)`.
    If your loop is `for i in layer_sizes`, then i is a size and not a place: there, too, `range` helps.
    """
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes))]


@mistake(of="weight_shapes", like="weight_shapes_index_too_far")
def weight_shapes_values_as_index_before(layer_sizes):
    return [(layer_sizes[i - 1], layer_sizes[i]) for i in layer_sizes]


@mistake(of="weight_shapes")
def weight_shapes_loops_over_a_number(layer_sizes):
    """`len(…)` is one number, and a number cannot be looped over. Put `range( )` around it."""
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in len(layer_sizes)]


@mistake(of="weight_shapes")
def weight_shapes_last_missing(layer_sizes):
    """The last matrix is missing, the one into the output layer. Your loop stops one step too early."""
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 2)]


@mistake(of="weight_shapes")
def weight_shapes_first_missing(layer_sizes):
    """The first matrix is missing, the one from the input layer. The places of a list start at 0."""
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in range(1, len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_skips_every_other(layer_sizes):
    """You go on by two layers at a time, so every second matrix is missing. Each layer but the last has a next one."""
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in range(0, len(layer_sizes) - 1, 2)]


@mistake(of="weight_shapes")
def weight_shapes_jumps_over_a_layer(layer_sizes):
    """Your pairs jump over a layer. A matrix joins a layer to the very next one."""
    return [(layer_sizes[i], layer_sizes[i + 2]) for i in range(len(layer_sizes) - 2)]


@mistake(of="weight_shapes")
def weight_shapes_always_from_input(layer_sizes):
    """Every pair starts with the input layer. From the second matrix on, the layer before is a hidden one."""
    return [(layer_sizes[0], size) for size in layer_sizes[1:]]


@mistake(of="weight_shapes")
def weight_shapes_always_to_output(layer_sizes):
    """Every pair ends with the output layer. A matrix joins a layer to the very next one."""
    return [(size, layer_sizes[-1]) for size in layer_sizes[:-1]]


@mistake(of="weight_shapes")
def weight_shapes_every_pair(layer_sizes):
    """You join every layer to every later one. A matrix stands only between a layer and the very next one."""
    n = len(layer_sizes)
    return [(layer_sizes[i], layer_sizes[j]) for i in range(n) for j in range(i + 1, n)]


@mistake(of="weight_shapes", like="weight_shapes_every_pair")
def weight_shapes_every_pair_both_ways(layer_sizes):
    return [(first, second) for first in layer_sizes for second in layer_sizes]


@mistake(of="weight_shapes")
def weight_shapes_same_size_twice(layer_sizes):
    """Both sizes of each pair are the same layer's. A matrix joins a layer to the next one."""
    return [(size, size) for size in layer_sizes]


@mistake(of="weight_shapes", like="weight_shapes_same_size_twice")
def weight_shapes_same_size_twice_one_fewer(layer_sizes):
    return [(layer_sizes[i], layer_sizes[i]) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_next_size_computed(layer_sizes):
    """You add 1 to the size itself: `layer_sizes[i] + 1` is 785. The next layer's size is `layer_sizes[i + 1]`."""
    return [(layer_sizes[i], layer_sizes[i] + 1) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes", like="weight_shapes_next_size_computed")
def weight_shapes_next_size_computed_all(layer_sizes):
    return [(size, size + 1) for size in layer_sizes]


@mistake(of="weight_shapes")
def weight_shapes_backwards(layer_sizes):
    """You list the matrices from the output back to the input. The task asks for the first layer first."""
    return [(layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1)][::-1]


@mistake(of="weight_shapes", like="weight_shapes_backwards")
def weight_shapes_backwards_transposed(layer_sizes):
    return [(layer_sizes[i], layer_sizes[i - 1]) for i in range(len(layer_sizes) - 1, 0, -1)]


@mistake(of="weight_shapes")
def weight_shapes_returns_tuple(layer_sizes):
    """You return a tuple of shapes. The task asks for a list, in square brackets."""
    return tuple((layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1))


@mistake(of="weight_shapes")
def weight_shapes_returns_zip(layer_sizes):
    """The pairs are not in a list yet. `zip`, `map`, `pairwise` and a `for` in round brackets only promise them, one
    after another. Put `list( )` around it.
    """
    return zip(layer_sizes[:-1], layer_sizes[1:], strict=True)  # noqa: RUF007 - as learners write it


@mistake(of="weight_shapes", like="weight_shapes_returns_zip")
def weight_shapes_returns_pairwise(layer_sizes):
    return pairwise(layer_sizes)


@mistake(of="weight_shapes", like="weight_shapes_returns_zip")
def weight_shapes_returns_map(layer_sizes):
    return map(tuple, [layer_sizes[i : i + 2] for i in range(len(layer_sizes) - 1)])


@mistake(of="weight_shapes", like="weight_shapes_returns_zip")
def weight_shapes_returns_generator(layer_sizes):
    return ((before, after) for before, after in pairwise(layer_sizes))


@mistake(of="weight_shapes")
def weight_shapes_lists_inside(layer_sizes):
    """Each of your shapes is a list, `[784, 50]`. A shape is a tuple, in round brackets: `(784, 50)`."""
    return [[layer_sizes[i], layer_sizes[i + 1]] for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_returns_array(layer_sizes):
    """You return a NumPy array. The task asks for a plain list of tuples."""
    return np.array([(layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1)])


@mistake(of="weight_shapes", like="weight_shapes_returns_array")
def weight_shapes_returns_matrices(layer_sizes):
    return [np.zeros((layer_sizes[i], layer_sizes[i + 1])) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_returns_dict(layer_sizes):
    """You return a dict with names such as "W1". The task asks for a list of the shapes alone."""
    return {f"W{i + 1}": (layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1)}


@mistake(of="weight_shapes")
def weight_shapes_flat(layer_sizes):
    """Your list holds plain numbers, one after the other.
    Each matrix needs its own tuple: append `(before, after)` as one thing.
    """
    flat = []
    for i in range(len(layer_sizes) - 1):
        flat += [layer_sizes[i], layer_sizes[i + 1]]
    return flat


@mistake(of="weight_shapes")
def weight_shapes_multiplied(layer_sizes):
    """You multiply the two sizes: that is how many weights the matrix has. Its shape is the pair itself:
    `(before, after)`.
    """
    return [layer_sizes[i] * layer_sizes[i + 1] for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_as_text(layer_sizes):
    """Your shapes are text. "(784, 50)" with quotation marks is not a shape: leave the quotation marks or `str`
    away.
    """
    return [str((layer_sizes[i], layer_sizes[i + 1])) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes", like="weight_shapes_as_text")
def weight_shapes_as_text_with_x(layer_sizes):
    return [f"{layer_sizes[i]}x{layer_sizes[i + 1]}" for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_fixed_example(layer_sizes):
    """You always return the example of the task. Use `layer_sizes`, so that other networks work too."""
    return [(784, 50), (50, 100), (100, 10)]


@mistake(of="weight_shapes")
def weight_shapes_three_matrices_only(layer_sizes):
    """Your code is written for exactly four layer sizes. Other networks have more or fewer: use a loop."""
    s = layer_sizes
    return [(s[0], s[1]), (s[1], s[2]), (s[2], s[3])]


@mistake(of="weight_shapes", like="weight_shapes_three_matrices_only")
def weight_shapes_three_matrices_only_unpacked(layer_sizes):
    a, b, c, d = layer_sizes
    return [(a, b), (b, c), (c, d)]


@mistake(of="weight_shapes")
def weight_shapes_biases_too(layer_sizes):
    """You list the shapes of the biases too. The task asks for the weight matrices only."""
    shapes = []
    for i in range(len(layer_sizes) - 1):
        shapes.append((layer_sizes[i], layer_sizes[i + 1]))
        shapes.append((layer_sizes[i + 1],))
    return shapes


@mistake(of="weight_shapes")
def weight_shapes_layers_not_pairs(layer_sizes):
    """Each of your shapes has one size only, as a bias has.
    A weight matrix has two: the layer before and the layer after.
    """
    return [(size,) for size in layer_sizes]


@mistake(of="weight_shapes", like="weight_shapes_layers_not_pairs")
def weight_shapes_layers_not_pairs_without_input(layer_sizes):
    return [(size,) for size in layer_sizes[1:]]


@mistake(of="weight_shapes")
def weight_shapes_unchanged_sizes(layer_sizes):
    """You return the layer sizes as they came. Make a pair of each layer and the next one."""
    return layer_sizes


@mistake(of="weight_shapes")
def weight_shapes_changes_its_argument(layer_sizes):
    """You take entries out of the caller's list, so afterwards it is shorter.
    Read the sizes by their place, or copy the list first.
    """
    shapes = []
    while len(layer_sizes) > 1:
        before = layer_sizes.pop(0)
        shapes.append((before, layer_sizes[0]))
    return shapes


@mistake(of="weight_shapes", like="weight_shapes_changes_its_argument")
def weight_shapes_changes_its_argument_first(layer_sizes):
    before = layer_sizes.pop(0)
    shapes = []
    for size in layer_sizes:
        shapes.append((before, size))
        before = size
    return shapes


@mistake(of="weight_shapes")
def weight_shapes_returns_inside_loop(layer_sizes):
    """`return` stands inside the loop, so the function ends after the first step.
    Move it to the left, under the `for`.
    """
    shapes = []
    for i in range(len(layer_sizes) - 1):
        shapes.append((layer_sizes[i], layer_sizes[i + 1]))
        return shapes
    return None


@mistake(of="weight_shapes", like="weight_shapes_returns_inside_loop")
def weight_shapes_returns_inside_loop_pair(layer_sizes):
    for i in range(len(layer_sizes) - 1):
        return (layer_sizes[i], layer_sizes[i + 1])
    return None


@mistake(of="weight_shapes")
def weight_shapes_keeps_only_last(layer_sizes):
    """Each step of your loop replaces the result of the step before, so only the last shape is left.
    Append to one list.
    """
    shapes = []
    for i in range(len(layer_sizes) - 1):
        shapes = [(layer_sizes[i], layer_sizes[i + 1])]
    return shapes


@mistake(of="weight_shapes", like="weight_shapes_keeps_only_last")
def weight_shapes_keeps_only_last_pair(layer_sizes):
    shape = None
    for i in range(len(layer_sizes) - 1):
        shape = (layer_sizes[i], layer_sizes[i + 1])
    return shape


@mistake(of="weight_shapes")
def weight_shapes_append_two_values(layer_sizes):
    """`append` takes one thing, and you give it two. Put the pair into its own parentheses:
    `append((before, after))`.
    """
    shapes = []
    for i in range(len(layer_sizes) - 1):
        shapes.append(layer_sizes[i], layer_sizes[i + 1])
    return shapes


@mistake(of="weight_shapes")
def weight_shapes_append_result_kept(layer_sizes):
    """`append` changes the list and returns `None`.
    Do not write `shapes = shapes.append(…)`, only `shapes.append(…)`.
    """
    shapes = []
    for i in range(len(layer_sizes) - 1):
        shapes = shapes.append((layer_sizes[i], layer_sizes[i + 1]))
    return shapes


@mistake(of="weight_shapes")
def weight_shapes_returns_nothing(layer_sizes):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """
    _ = [(layer_sizes[i], layer_sizes[i + 1]) for i in range(len(layer_sizes) - 1)]


@mistake(of="weight_shapes")
def weight_shapes_finds_place_by_value(layer_sizes):
    """`index(size)` finds the *first* layer of this size. Where two layers have the same size, you get the wrong neighbour.
    Loop over places: `range(len(layer_sizes) - 1)`.
    """
    return [(size, layer_sizes[layer_sizes.index(size) + 1]) for size in layer_sizes[:-1]]


@mistake(of="weight_shapes")
def weight_shapes_loses_equal_sizes(layer_sizes):
    """You leave out what came before: a dict, a set or `not in` does that. So layers of the same size get lost.
    Append every pair to a list.
    """
    return list(dict(zip(layer_sizes, layer_sizes[1:], strict=False)).items())  # noqa: RUF007


@mistake(of="weight_shapes", like="weight_shapes_loses_equal_sizes")
def weight_shapes_loses_equal_pairs(layer_sizes):
    shapes = []
    for i in range(len(layer_sizes) - 1):
        pair = (layer_sizes[i], layer_sizes[i + 1])
        if pair not in shapes:
            shapes.append(pair)
    return shapes


@probe(of="weight_shapes")
def weight_shapes_probes():
    """Networks of two to six layers, no two sizes alike, and one with equal sizes."""
    yield ([784, 50, 100, 10],)
    yield ([2, 3, 5, 4],)
    yield ([3, 2],)
    yield ([4, 1, 3],)
    yield ([7, 6, 5, 4, 3],)
    yield ([2, 9, 4, 8, 3, 5],)
    yield ([3, 3, 3],)
    yield ([4, 2, 4, 5],)
    yield ([2, 6, 2, 6, 3],)


# ---------------------------------------------------------------------------------------------------------
# parameter_count
# ---------------------------------------------------------------------------------------------------------


@mistake(of="parameter_count")
def parameter_count_without_biases(layer_sizes):
    """The biases are missing.
    Every neuron behind the input layer has one: add the size of the layer after each matrix.
    """
    return sum(before * after for before, after in weight_shapes(layer_sizes))


@mistake(of="parameter_count")
def parameter_count_input_biases_too(layer_sizes):
    """You count biases for the input layer too. It only passes x on and learns nothing: leave its neurons out."""
    return sum(before * after for before, after in weight_shapes(layer_sizes)) + sum(layer_sizes)


@mistake(of="parameter_count")
def parameter_count_biases_only(layer_sizes):
    """You count the biases only.
    Add the weights: size before times size after, for each two layers next to each other.
    """
    return sum(layer_sizes[1:])


@mistake(of="parameter_count")
def parameter_count_biases_of_layer_before(layer_sizes):
    """You count the biases of the layer *before* each matrix. Biases belong to the layer after it."""
    return sum(before * after + before for before, after in weight_shapes(layer_sizes))


@mistake(of="parameter_count")
def parameter_count_product_of_all(layer_sizes):
    """You multiply all sizes with each other.
    Only neighbours are joined: multiply each two layers next to each other, then add up.
    """
    return int(np.prod(layer_sizes))


@mistake(of="parameter_count", like="parameter_count_product_of_all")
def parameter_count_product_of_all_plus_biases(layer_sizes):
    return int(np.prod(layer_sizes)) + sum(layer_sizes[1:])


@mistake(of="parameter_count")
def parameter_count_one_bias_a_layer(layer_sizes):
    """You count one bias for each layer. Each *neuron* has its own bias: add the size of the layer, not 1."""
    return sum(before * after + 1 for before, after in weight_shapes(layer_sizes))


@mistake(of="parameter_count", like="parameter_count_one_bias_a_layer")
def parameter_count_one_bias_a_layer_input_too(layer_sizes):
    return sum(before * after for before, after in weight_shapes(layer_sizes)) + len(layer_sizes)


@mistake(of="parameter_count")
def parameter_count_one_bias_in_all(layer_sizes):
    """You count one single bias for the whole network. Each neuron behind the input layer has its own."""
    return sum(before * after for before, after in weight_shapes(layer_sizes)) + 1


@mistake(of="parameter_count")
def parameter_count_last_biases_only(layer_sizes):
    """You add the biases of the last layer only. Every layer behind the input has biases: add them inside the loop."""
    return sum(before * after for before, after in weight_shapes(layer_sizes)) + layer_sizes[-1]


@mistake(of="parameter_count")
def parameter_count_hidden_biases_only(layer_sizes):
    """The biases of the output layer are missing. Its neurons have biases too."""
    return sum(before * after for before, after in weight_shapes(layer_sizes)) + sum(layer_sizes[1:-1])


@mistake(of="parameter_count")
def parameter_count_sum_of_sizes(layer_sizes):
    """You add up the layer sizes: that is the number of neurons.
    Between two layers there are size times size weights.
    """
    return sum(layer_sizes)


@mistake(of="parameter_count")
def parameter_count_number_of_arrays(layer_sizes):
    """You count the arrays, not the numbers in them. A matrix of shape (784, 50) holds 784 × 50 numbers."""
    return 2 * (len(layer_sizes) - 1)


@mistake(of="parameter_count", like="parameter_count_number_of_arrays")
def parameter_count_number_of_matrices(layer_sizes):
    return len(layer_sizes) - 1


@mistake(of="parameter_count", like="parameter_count_number_of_arrays")
def parameter_count_number_of_layers(layer_sizes):
    return len(layer_sizes)


@mistake(of="parameter_count")
def parameter_count_adds_the_sizes(layer_sizes):
    """You add the two sizes of a matrix. Every neuron before is joined to every neuron after: multiply them."""
    return sum(before + after for before, after in weight_shapes(layer_sizes))


@mistake(of="parameter_count", like="parameter_count_adds_the_sizes")
def parameter_count_adds_the_sizes_and_biases(layer_sizes):
    return sum(before + after + after for before, after in weight_shapes(layer_sizes))


@mistake(of="parameter_count")
def parameter_count_weights_twice(layer_sizes):
    """Watch the parentheses: `before * (after + after)` counts all weights twice and no bias.
    Multiply first, then add the biases.
    """
    return sum(before * (after + after) for before, after in weight_shapes(layer_sizes))


@mistake(of="parameter_count")
def parameter_count_extra_bias_row_and_column(layer_sizes):
    """You add 1 to both sizes before you multiply.
    The bias is one more *row* only: each neuron of the layer after has one.
    """
    return sum((before + 1) * (after + 1) for before, after in weight_shapes(layer_sizes))


@mistake(of="parameter_count")
def parameter_count_last_layer_missing(layer_sizes):
    """The last matrix and its biases are missing, the step into the output layer.
    Your loop stops one step too early.
    """
    return sum(before * after + after for before, after in weight_shapes(layer_sizes)[:-1])


@mistake(of="parameter_count")
def parameter_count_first_layer_missing(layer_sizes):
    """The first matrix and its biases are missing, the step from the input layer. The places of a list start at 0."""
    return sum(before * after + after for before, after in weight_shapes(layer_sizes)[1:])


@mistake(of="parameter_count")
def parameter_count_every_other_layer(layer_sizes):
    """You go on by two layers at a time, so every second matrix is missing. Each layer but the last has a next one."""
    return sum(before * after + after for before, after in weight_shapes(layer_sizes)[::2])


@mistake(of="parameter_count")
def parameter_count_always_from_input(layer_sizes):
    """You multiply every layer by the input layer. From the second matrix on, the layer before is a hidden one."""
    return sum(layer_sizes[0] * size + size for size in layer_sizes[1:])


@mistake(of="parameter_count")
def parameter_count_squares(layer_sizes):
    """You multiply each size by itself. A matrix joins a layer to the *next* one: multiply those two sizes."""
    return sum(size * size + size for size in layer_sizes)


@mistake(of="parameter_count", like="parameter_count_squares")
def parameter_count_squares_without_input(layer_sizes):
    return sum(size * size + size for size in layer_sizes[1:])


@mistake(of="parameter_count", like="parameter_count_squares")
def parameter_count_squares_without_biases(layer_sizes):
    return sum(size * size for size in layer_sizes)


@mistake(of="parameter_count")
def parameter_count_wraps_around(layer_sizes):
    """You also join the last layer to the first: for i = 0, `layer_sizes[i - 1]` is the *last* entry. Start at 1."""
    return sum(layer_sizes[i - 1] * layer_sizes[i] + layer_sizes[i] for i in range(len(layer_sizes)))


@mistake(of="parameter_count", like="parameter_count_wraps_around")
def parameter_count_wraps_around_without_biases(layer_sizes):
    return sum(layer_sizes[i - 1] * layer_sizes[i] for i in range(len(layer_sizes)))


@mistake(of="parameter_count")
def parameter_count_index_too_far(layer_sizes):
    """Your loop asks for a place that the list does not have. After the last layer there is no next one, so stop
    one step earlier.
    And loop over places, `range(…)`: `for i in layer_sizes` gives the sizes themselves.
    """
    return sum(layer_sizes[i] * layer_sizes[i + 1] + layer_sizes[i + 1] for i in range(len(layer_sizes)))


@mistake(of="parameter_count")
def parameter_count_loops_over_a_number(layer_sizes):
    """`len(…)` is one number, and a number cannot be looped over. Put `range( )` around it."""
    return sum(layer_sizes[i] * layer_sizes[i + 1] + layer_sizes[i + 1] for i in len(layer_sizes))


@mistake(of="parameter_count")
def parameter_count_keeps_only_last(layer_sizes):
    """Each step of your loop replaces the count, so only the last layer is left. Add to it: `total += …`."""
    total = 0
    for before, after in weight_shapes(layer_sizes):
        total = before * after + after
    return total


@mistake(of="parameter_count", like="parameter_count_keeps_only_last")
def parameter_count_keeps_only_last_without_biases(layer_sizes):
    total = 0
    for before, after in weight_shapes(layer_sizes):
        total = before * after
    return total


@mistake(of="parameter_count")
def parameter_count_returns_inside_loop(layer_sizes):
    """`return` stands inside the loop, so the function ends after the first step.
    Move it to the left, under the `for`.
    """
    total = 0
    for before, after in weight_shapes(layer_sizes):
        total += before * after + after
        return total
    return None


@mistake(of="parameter_count")
def parameter_count_a_list(layer_sizes):
    """You return one count for each layer. The task asks for one number: add them up with `sum`."""
    return [before * after + after for before, after in weight_shapes(layer_sizes)]


@mistake(of="parameter_count", like="parameter_count_a_list")
def parameter_count_a_list_without_biases(layer_sizes):
    return [before * after for before, after in weight_shapes(layer_sizes)]


@mistake(of="parameter_count")
def parameter_count_two_numbers(layer_sizes):
    """You return two numbers, the weights and the biases. The task asks for one: add them."""
    return sum(before * after for before, after in weight_shapes(layer_sizes)), sum(layer_sizes[1:])


@mistake(of="parameter_count")
def parameter_count_fixed_example(layer_sizes):
    """You always return the answer for one example. Use `layer_sizes`, so that other networks work too."""
    return 45360


@mistake(of="parameter_count", like="parameter_count_fixed_example")
def parameter_count_fixed_small_example(layer_sizes):
    return 13


@mistake(of="parameter_count")
def parameter_count_three_matrices_only(layer_sizes):
    """Your code is written for exactly four layer sizes. Other networks have more or fewer: use a loop."""
    s = layer_sizes
    return s[0] * s[1] + s[1] + s[1] * s[2] + s[2] + s[2] * s[3] + s[3]


@mistake(of="parameter_count", like="parameter_count_three_matrices_only")
def parameter_count_three_matrices_only_unpacked(layer_sizes):
    a, b, c, d = layer_sizes
    return a * b + b + b * c + c + c * d + d


@mistake(of="parameter_count", like="parameter_count_three_matrices_only")
def parameter_count_two_matrices_only(layer_sizes):
    s = layer_sizes
    return s[0] * s[1] + s[1] + s[1] * s[2] + s[2]


@mistake(of="parameter_count")
def parameter_count_as_text(layer_sizes):
    """You return text. "13" with quotation marks is not a number: return the number itself."""
    return str(sum(before * after + after for before, after in weight_shapes(layer_sizes)))


@mistake(of="parameter_count")
def parameter_count_changes_its_argument(layer_sizes):
    """You take entries out of the caller's list, so afterwards it is shorter.
    Read the sizes by their place, or copy the list first.
    """
    total = 0
    while len(layer_sizes) > 1:
        before = layer_sizes.pop(0)
        total += before * layer_sizes[0] + layer_sizes[0]
    return total


@mistake(of="parameter_count", like="parameter_count_changes_its_argument")
def parameter_count_changes_its_argument_first(layer_sizes):
    before = layer_sizes.pop(0)
    total = 0
    for after in layer_sizes:
        total += before * after + after
        before = after
    return total


@mistake(of="parameter_count")
def parameter_count_uses_np_product(layer_sizes):
    """`np.product` comes from old books: today's NumPy has no such name.
    It is `np.prod` now; or multiply the two sizes with `*`.
    """
    return sum(np.product(shape) for shape in weight_shapes(layer_sizes)) + sum(layer_sizes[1:])


@mistake(of="parameter_count")
def parameter_count_returns_nothing(layer_sizes):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """
    _ = sum(before * after + after for before, after in weight_shapes(layer_sizes))


@mistake(of="parameter_count")
def parameter_count_returns_float(layer_sizes):
    """Your count is a float, such as 13.0. A count is a whole number: start with `0`, not `0.0`, and do not divide."""
    return float(sum(before * after + after for before, after in weight_shapes(layer_sizes)))


@probe(of="parameter_count")
def parameter_count_probes():
    """Networks of two to six layers, no two sizes alike."""
    yield ([784, 50, 100, 10],)
    yield ([2, 3, 1],)
    yield ([2, 3, 5, 4],)
    yield ([3, 2],)
    yield ([7, 6, 5, 4, 3],)
    yield ([2, 9, 4, 8, 3, 5],)
    yield ([5, 11, 3],)
    yield ([4, 4, 2],)
