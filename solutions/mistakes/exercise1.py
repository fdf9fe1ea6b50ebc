"""What goes wrong in exercise 1: step_function, sigmoid, relu, softmax.

Each function is a wrong answer as a beginner writes it. Its docstring is what that beginner is told.
`like=` marks another spelling of the same mistake: other numbers or another error, same name, same words.
"""

import math

import numpy as np

from grader.bank import mistake, probe

# ---------------------------------------------------------------------------------------------------------
# step_function
# ---------------------------------------------------------------------------------------------------------


@mistake(of="step_function")
def step_one_at_zero(x):
    """Your function gives 1 at x = 0. There the answer is 0: compare with `>`, not with `>=`."""
    return (np.asarray(x) >= 0).astype(int)


@mistake(of="step_function")
def step_returns_booleans(x):
    """You return `True` and `False`. The answers must be the numbers 1 and 0: turn them with `.astype(int)`."""
    return np.asarray(x) > 0


@mistake(of="step_function", like="step_returns_booleans")
def step_returns_booleans_by_dtype(x):
    return np.array(x > 0, dtype=bool)


@mistake(of="step_function")
def step_booleans_one_at_zero(x):
    """Two things: you return `True` and `False` instead of 1 and 0, and at x = 0 your answer is `True`.
    Compare with `>`, and turn the result into integers with `.astype(int)`.
    """
    return np.asarray(x) >= 0


@mistake(of="step_function")
def step_returns_floats(x):
    """Your zeros and ones are floats: 1.0 instead of 1. The task asks for integers: `.astype(int)`."""
    return (np.asarray(x) > 0).astype(float)


@mistake(of="step_function")
def step_floats_one_at_zero(x):
    """Two things: your zeros and ones are floats (1.0 instead of 1), and at x = 0 your answer is one.
    Compare with `>` and turn the result into integers. In `np.heaviside(x, v)`, v is the answer at x = 0.
    """
    return np.heaviside(x, 1)


@mistake(of="step_function")
def step_half_at_zero(x):
    """Your function gives 0.5 at x = 0, and floats everywhere. At x = 0 the answer is 0, and all answers are integers.
    Compare with `x > 0`, then turn the result into integers.
    """
    return np.heaviside(x, 0.5)


@mistake(of="step_function")
def step_keeps_input_type(x):
    """An array made like x (`np.zeros_like(x)`, a copy of x) takes the number type of x too.
    So for decimal x your ones and zeros are floats.
    Give the type yourself: `np.zeros_like(x, dtype=int)`.
    """
    x = np.asarray(x)
    y = np.zeros_like(x)
    y[x > 0] = 1
    return y


@mistake(of="step_function")
def step_changes_its_argument(x):
    """You write your ones and zeros into x itself, so the caller's array is changed.
    Make a new array, for example from the comparison `x > 0`.
    """
    x[x > 0] = 1
    x[x <= 0] = 0
    return x


@mistake(of="step_function", like="step_changes_its_argument")
def step_changes_its_argument_loop(x):
    for i in range(len(x)):
        if x[i] > 0:
            x[i] = 1
        else:
            x[i] = 0
    return x


@mistake(of="step_function")
def step_returns_sign(x):
    """You return the sign of x: negative numbers give −1. The step function knows only 0 and 1.
    Everything that is not above 0 gives 0.
    """
    return np.sign(x)


@mistake(of="step_function", like="step_returns_sign")
def step_returns_sign_as_integer(x):
    return np.sign(x).astype(int)


@mistake(of="step_function")
def step_minus_one_below(x):
    """You return −1 where x is negative. The step function knows only 0 and 1: 1 where x > 0, 0 everywhere else."""
    return np.where(np.asarray(x) > 0, 1, -1)


@mistake(of="step_function", like="step_minus_one_below")
def step_minus_one_below_one_at_zero(x):
    return np.where(x >= 0, 1, -1)


@mistake(of="step_function")
def step_numbers_only(x):
    """Your function works for one number only. `if` and `int( )` want one answer, but `x > 0` on an array gives one for
    each entry. Leave them away: compare the whole array at once, then turn the result into integers.
    """
    if x > 0:
        return 1
    return 0


@mistake(of="step_function", like="step_numbers_only")
def step_numbers_only_int(x):
    return int(x > 0)


@mistake(of="step_function")
def step_numbers_only_one_at_zero(x):
    """Two things: `if` and `int( )` work for one number only, not for an array, and at x = 0 your answer is 1 instead of 0.
    Leave them away: compare the whole array with `>`, then turn the result into integers.
    """
    if x >= 0:
        return 1
    return 0


@mistake(of="step_function", like="step_numbers_only_one_at_zero")
def step_numbers_only_one_at_zero_int(x):
    return int(x >= 0)


@mistake(of="step_function")
def step_one_answer_for_all(x):
    """You give one answer for the whole array: `.all()` and `.any()` make one truth of many.
    Each entry needs its own answer. Without the `if`, `x > 0` compares entry by entry.
    """
    if np.all(np.asarray(x) > 0):
        return 1
    return 0


@mistake(of="step_function", like="step_one_answer_for_all")
def step_one_answer_for_all_any(x):
    if np.any(np.asarray(x) > 0):
        return 1
    return 0


@mistake(of="step_function")
def step_reversed(x):
    """It is the wrong way round: your function gives 1 where x is negative and 0 where x is positive.
    It must be 1 where `x > 0`.
    """
    return (np.asarray(x) < 0).astype(int)


@mistake(of="step_function", like="step_reversed")
def step_reversed_zero_and_one_swapped(x):
    return np.where(x > 0, 0, 1)


@mistake(of="step_function")
def step_threshold_half(x):
    """Your step is at 0.5: numbers between 0 and 0.5 give 0. The step is at 0: compare with `x > 0`."""
    return (np.asarray(x) > 0.5).astype(int)


@mistake(of="step_function", like="step_threshold_half")
def step_threshold_half_or_equal(x):
    return np.where(x >= 0.5, 1, 0)


@mistake(of="step_function")
def step_threshold_one(x):
    """Numbers between 0 and 1, such as 0.7, give 0 in your function. The step is at 0: compare x itself with `x > 0`.
    Turn the result of the comparison into integers, not x: that would cut 0.7 down to 0.
    """
    return (np.asarray(x) > 1).astype(int)


@mistake(of="step_function", like="step_threshold_one")
def step_threshold_one_or_equal(x):
    return np.where(x >= 1, 1, 0)


@mistake(of="step_function")
def step_one_for_negatives(x):
    """Your function gives 1 for every number that is not 0, for negative ones too. Only numbers above 0 give 1."""
    return np.where(np.asarray(x) != 0, 1, 0)


@mistake(of="step_function")
def step_cut_to_range(x):
    """You cut x to the range from 0 to 1: a number between, such as 0.3, stays as it is.
    The step function gives 1 for every x above 0.
    """
    return np.clip(x, 0, 1)


@mistake(of="step_function")
def step_is_relu(x):
    """You return x itself where x > 0. That is ReLU. The step function gives 1 there."""
    return np.maximum(0, x)


@mistake(of="step_function")
def step_is_sigmoid(x):
    """You return the sigmoid, a smooth curve between 0 and 1. The step function jumps: 1 where x > 0, else 0."""
    return 1 / (1 + np.exp(-np.asarray(x)))


@mistake(of="step_function")
def step_one_dimension_only(x):
    """Your loop over x works for one row of numbers only, not for a table and not for a single number.
    NumPy needs no loop: `x > 0` compares every entry, whatever the shape.
    """
    return np.array([1 if v > 0 else 0 for v in x])


@mistake(of="step_function", like="step_one_dimension_only")
def step_one_dimension_only_int(x):
    return np.array([int(v > 0) for v in x])


@mistake(of="step_function", like="step_one_dimension_only")
def step_one_dimension_only_zeros(x):
    y = np.zeros(len(x), dtype=int)
    for i in range(len(x)):
        if x[i] > 0:
            y[i] = 1
    return y


@mistake(of="step_function", like="step_one_dimension_only")
def step_one_dimension_only_zeros_shape(x):
    y = np.zeros(x.shape, dtype=int)
    for i in range(len(x)):
        if x[i] > 0:
            y[i] = 1
    return y


@mistake(of="step_function")
def step_flattens(x):
    """Your answer is one long row, whatever the shape of x. It must have the shape of x.
    Leave `flatten` and the loop away: `x > 0` compares every entry and keeps the shape.
    """
    return np.array([1 if v > 0 else 0 for v in np.asarray(x).ravel()])


@mistake(of="step_function")
def step_returns_list(x):
    """You return a Python list. The answer must be a NumPy array: later exercises calculate with it.
    Compare the whole array at once with `x > 0`, then turn the result into integers.
    """
    return [1 if v > 0 else 0 for v in x]


@mistake(of="step_function", like="step_returns_list")
def step_returns_list_int(x):
    return [int(v > 0) for v in x]


@mistake(of="step_function", like="step_returns_list")
def step_returns_list_tolist(x):
    return (np.asarray(x) > 0).astype(int).tolist()


@mistake(of="step_function", like="step_returns_list")
def step_returns_list_flat(x):
    return [1 if v > 0 else 0 for v in np.asarray(x).ravel()]


@mistake(of="step_function")
def step_returns_text(x):
    """You return text: "1" with quotation marks is not a number. Use the numbers 1 and 0."""
    return np.where(np.asarray(x) > 0, "1", "0")


@mistake(of="step_function", like="step_returns_text")
def step_returns_text_as_type(x):
    return (np.asarray(x) > 0).astype(int).astype(str)


@mistake(of="step_function", like="step_returns_text")
def step_returns_text_if(x):
    if x > 0:
        return "1"
    return "0"


@mistake(of="step_function")
def step_returns_nothing(x):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """
    _ = np.asarray(x) > 0


@mistake(of="step_function", like="step_returns_nothing")
def step_returns_nothing_if(x):
    _ = 1 if x > 0 else 0


@mistake(of="step_function")
def step_uses_np_int(x):
    """`np.int` comes from old books: today's NumPy has no such name. Write plain `int`:
    `dtype=int` or `.astype(int)`.
    """
    return np.array(x > 0, dtype=np.int)


@mistake(of="step_function")
def step_uses_np_float(x):
    """`np.float` comes from old books: today's NumPy has no such name.
    And the answers must be integers: write `dtype=int`.
    """
    return np.array(x > 0, dtype=np.float)


@probe(of="step_function")
def step_probes():
    """Zero and its neighbours, 0.5 and 1, signs, kinds of numbers, shapes."""
    yield (np.array([-2.0, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 3.0]),)
    yield (np.array([[-3, 0, 1], [2, -1, 0]]),)
    yield (np.array([[[0.3, -0.3], [0.0, 1.0]], [[-5.0, 0.5], [2.5, -0.5]]]),)
    yield (np.array([0.7]),)
    yield (np.array([-0.7]),)
    yield (np.array([0.2, 0.4, 0.9]),)
    yield (np.array(0.4),)
    yield (np.array(0.0),)


# ---------------------------------------------------------------------------------------------------------
# sigmoid
# ---------------------------------------------------------------------------------------------------------


@mistake(of="sigmoid")
def sigmoid_sign_flipped(x):
    """Your curve falls where it must rise, as if the exponent had the other sign.
    Compare with the formula: `1 / (1 + np.exp(-x))`.
    """
    return 1 / (1 + np.exp(x))


@mistake(of="sigmoid")
def sigmoid_exp_above_the_line(x):
    """Your curve falls where it must rise: exp(-x) stands above the fraction line too. There belongs a 1:
    `1 / (1 + np.exp(-x))`.
    """
    x = np.asarray(x)
    return np.exp(-x) / (1 + np.exp(-x))


@mistake(of="sigmoid")
def sigmoid_parentheses_missing(x):
    """Your answer is 1 + exp(-x): the division is lost. Python divides before it adds, so `1/1 + …` is 1 + ….
    Put everything below the fraction line into parentheses.
    """
    return 1 / 1 + np.exp(-np.asarray(x))


@mistake(of="sigmoid")
def sigmoid_overflows(x):
    """Right for small x, but for large x you get `nan`: exp(x) is too large for a float there, and inf / inf is nan.
    In `1 / (1 + …)` with `np.exp(-x)`, a very large number does no harm.
    """
    return np.exp(x) / (1 + np.exp(x))


@mistake(of="sigmoid")
def sigmoid_is_tanh(x):
    """This is tanh: it runs from −1 to 1 and is 0 at x = 0. The sigmoid runs from 0 to 1 and is 0.5 at x = 0."""
    return np.tanh(x)


@mistake(of="sigmoid", like="sigmoid_is_tanh")
def sigmoid_is_tanh_by_exp(x):
    x = np.asarray(x)
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@mistake(of="sigmoid")
def sigmoid_by_tanh_of_x(x):
    """Your curve is too steep. The sigmoid can be written with tanh, but of half of x: `np.tanh(x / 2)`."""
    return (np.tanh(x) + 1) / 2


@mistake(of="sigmoid")
def sigmoid_returns_integers(x):
    """You turn the result into integers. That cuts off the decimals, and nearly every answer becomes 0.
    The sigmoid's answers lie between 0 and 1: leave them floats.
    """
    return (1 / (1 + np.exp(-np.asarray(x)))).astype(int)


@mistake(of="sigmoid")
def sigmoid_floor_division(x):
    """`//` divides and cuts off the decimals, so nearly every answer becomes 0. Divide with `/`."""
    return 1 // (1 + np.exp(-x))


@mistake(of="sigmoid")
def sigmoid_keeps_integer_type(x):
    """An array made like x (`np.zeros_like(x)`, a copy of x) takes the number type of x too.
    When x holds integers, your answers are cut down to 0 and 1.
    Give the type yourself: `np.zeros_like(x, dtype=float)`.
    """
    x = np.asarray(x)
    y = np.zeros_like(x)
    y[x >= 0] = 1 / (1 + np.exp(-x[x >= 0]))
    y[x < 0] = np.exp(x[x < 0]) / (1 + np.exp(x[x < 0]))
    return y


@mistake(of="sigmoid", like="sigmoid_keeps_integer_type")
def sigmoid_keeps_integer_type_loop(x):
    y = np.zeros_like(x)
    for i in range(len(x)):
        y[i] = 1 / (1 + np.exp(-x[i]))
    return y


@mistake(of="sigmoid")
def sigmoid_math_exp(x):
    """`math.exp` works for one number only, and it stops with an error where the result is too large.
    `np.exp` works for whole arrays.
    """
    return 1 / (1 + math.exp(-x))


@mistake(of="sigmoid", like="sigmoid_math_exp")
def sigmoid_math_exp_in_loop(x):
    return np.array([1 / (1 + math.exp(-v)) for v in x])


@mistake(of="sigmoid", like="sigmoid_math_exp")
def sigmoid_math_exp_in_list(x):
    return [1 / (1 + math.exp(-v)) for v in x]


@mistake(of="sigmoid", like="sigmoid_math_exp")
def sigmoid_math_exp_by_if(x):
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    return math.exp(x) / (1 + math.exp(x))


@mistake(of="sigmoid")
def sigmoid_numbers_only(x):
    """Your function works for one number only. `if` wants one answer, but on an array the comparison gives one for
    each entry. The formula itself needs no `if`; to choose entry by entry there is `np.where`.
    """
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


@mistake(of="sigmoid")
def sigmoid_returns_gradient(x):
    """You return the slope of the sigmoid, s(1 − s): a hill with its top 0.25 at x = 0. Return s itself."""
    s = 1 / (1 + np.exp(-np.asarray(x)))
    return s * (1 - s)


@mistake(of="sigmoid")
def sigmoid_x_times_one_minus_x(x):
    """You return x(1 − x). That belongs to the slope of the sigmoid. The sigmoid itself is 1 divided by 1 + exp(-x)."""
    x = np.asarray(x)
    return x * (1 - x)


@mistake(of="sigmoid")
def sigmoid_rounded(x):
    """You round the result. That loses digits that later layers need: return the value as it is."""
    return np.round(1 / (1 + np.exp(-np.asarray(x))), 2)


@mistake(of="sigmoid", like="sigmoid_rounded")
def sigmoid_rounded_1(x):
    return np.round(1 / (1 + np.exp(-np.asarray(x))), 1)


@mistake(of="sigmoid", like="sigmoid_rounded")
def sigmoid_rounded_3(x):
    return np.round(1 / (1 + np.exp(-np.asarray(x))), 3)


@mistake(of="sigmoid", like="sigmoid_rounded")
def sigmoid_rounded_4(x):
    return np.round(1 / (1 + np.exp(-np.asarray(x))), 4)


@mistake(of="sigmoid", like="sigmoid_rounded")
def sigmoid_rounded_5_bare(x):
    return np.round(1 / (1 + np.exp(-x)), 5)


@mistake(of="sigmoid", like="sigmoid_rounded")
def sigmoid_rounded_0(x):
    return np.round(1 / (1 + np.exp(-np.asarray(x))))


@mistake(of="sigmoid")
def sigmoid_decides(x):
    """You turn the result into a yes or no: above 0.5 or not.
    The sigmoid is smooth: return the number between 0 and 1.
    """
    return np.where(1 / (1 + np.exp(-np.asarray(x))) > 0.5, 1, 0)


@mistake(of="sigmoid", like="sigmoid_decides")
def sigmoid_decides_or_equal(x):
    return np.where(1 / (1 + np.exp(-x)) >= 0.5, 1, 0)


@mistake(of="sigmoid", like="sigmoid_decides")
def sigmoid_decides_boolean(x):
    return 1 / (1 + np.exp(-x)) > 0.5


@mistake(of="sigmoid")
def sigmoid_x_cut_too_tightly(x):
    """You cut x off, so beyond some point your curve does not move any more.
    Against overflow, cut much later: at ±500, say.
    """
    return 1 / (1 + np.exp(-np.clip(x, -10, 10)))


@mistake(of="sigmoid", like="sigmoid_x_cut_too_tightly")
def sigmoid_x_cut_at_5(x):
    return 1 / (1 + np.exp(-np.clip(x, -5, 5)))


@mistake(of="sigmoid", like="sigmoid_x_cut_too_tightly")
def sigmoid_x_cut_at_6(x):
    return 1 / (1 + np.exp(-np.clip(x, -6, 6)))


@mistake(of="sigmoid", like="sigmoid_x_cut_too_tightly")
def sigmoid_x_cut_at_1(x):
    return 1 / (1 + np.exp(-np.clip(x, -1, 1)))


@mistake(of="sigmoid", like="sigmoid_x_cut_too_tightly")
def sigmoid_x_cut_at_0(x):
    return 1 / (1 + np.exp(-np.maximum(x, 0)))


@mistake(of="sigmoid")
def sigmoid_result_cut(x):
    """You cut the result off near 0 and near 1. That belongs to a later step, the logarithm of a loss.
    Return the value as it is.
    """
    return np.clip(1 / (1 + np.exp(-np.asarray(x))), 0.01, 0.99)


@mistake(of="sigmoid", like="sigmoid_result_cut")
def sigmoid_result_cut_tenth(x):
    return np.clip(1 / (1 + np.exp(-x)), 0.1, 0.9)


@mistake(of="sigmoid", like="sigmoid_result_cut")
def sigmoid_result_cut_thousandth(x):
    return np.clip(1 / (1 + np.exp(-x)), 1e-3, 1 - 1e-3)


@mistake(of="sigmoid", like="sigmoid_result_cut")
def sigmoid_result_cut_1e5(x):
    return np.clip(1 / (1 + np.exp(-x)), 1e-5, 1 - 1e-5)


@mistake(of="sigmoid")
def sigmoid_plus_one_missing(x):
    """Your answer is exp(x), which grows without end: the `1 +` below the fraction line is missing."""
    return 1 / np.exp(-np.asarray(x))


@mistake(of="sigmoid")
def sigmoid_only_exp(x):
    """You return exp(-x) alone. That is one part of the formula: 1 divided by the sum of 1 and exp(-x)."""
    return np.exp(-np.asarray(x))


@mistake(of="sigmoid")
def sigmoid_one_inside_exp(x):
    """There is a 1 inside the exponent, added to −x. It belongs outside, added to exp(-x).
    Close the parenthesis of `np.exp(` earlier.
    """
    return 1 / np.exp(1 - np.asarray(x))


@mistake(of="sigmoid", like="sigmoid_one_inside_exp")
def sigmoid_one_inside_exp_too(x):
    return 1 / (1 + np.exp(1 - x))


@mistake(of="sigmoid")
def sigmoid_minus_instead_of_plus(x):
    """Below the fraction line you subtract exp(-x) from 1. There it must be 1 *plus* exp(-x).
    Yours divides by 0 at x = 0.
    """
    return 1 / (1 - np.exp(-np.asarray(x)))


@mistake(of="sigmoid")
def sigmoid_exp_missing(x):
    """`np.exp` is missing: you add −x itself to 1. Add exp(-x): `np.exp(-x)`."""
    return 1 / (1 + (-np.asarray(x)))


@mistake(of="sigmoid")
def sigmoid_returns_logarithm(x):
    """You return the logarithm of the sigmoid: all your answers are negative or 0. Leave the logarithm away."""
    return np.log(1 / (1 + np.exp(-np.asarray(x))))


@mistake(of="sigmoid", like="sigmoid_returns_logarithm")
def sigmoid_returns_logarithm_safe(x):
    return -np.logaddexp(0, -np.asarray(x))


@mistake(of="sigmoid")
def sigmoid_absolute_value(x):
    """You use the size of x without its sign, so −2 gets the same answer as 2.
    For x below 0 the answer must be under 0.5, for x above 0 over it.
    """
    return 1 / (1 + np.exp(-np.abs(x)))


@mistake(of="sigmoid", like="sigmoid_absolute_value")
def sigmoid_absolute_value_flipped(x):
    return 1 / (1 + np.exp(np.abs(x)))


@mistake(of="sigmoid")
def sigmoid_x_on_top(x):
    """There is x above the fraction line. It must be 1: the formula is 1 divided by 1 + exp(-x)."""
    x = np.asarray(x)
    return x / (1 + np.exp(-x))


@mistake(of="sigmoid")
def sigmoid_is_softmax(x):
    """This is softmax: your answers share out 1 between all entries. The sigmoid looks at each entry alone."""
    return np.exp(x) / np.sum(np.exp(x))


@mistake(of="sigmoid", like="sigmoid_is_softmax")
def sigmoid_is_softmax_shifted(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e)


@mistake(of="sigmoid")
def sigmoid_sums_the_exponentials(x):
    """You add up exp(-x) over all entries. The sigmoid looks at each entry alone: leave `sum` away."""
    return 1 / (1 + np.sum(np.exp(-np.asarray(x))))


@mistake(of="sigmoid")
def sigmoid_rounded_e(x):
    """Your e has too few digits (2.718…), so your answers are not exact. `np.exp(-x)` uses e with all its digits."""
    return 1 / (1 + 2.718 ** (-np.asarray(x)))


@mistake(of="sigmoid", like="sigmoid_rounded_e")
def sigmoid_rounded_e_27_bare(x):
    return 1 / (1 + 2.7 ** (-x))


@mistake(of="sigmoid", like="sigmoid_rounded_e")
def sigmoid_rounded_e_271_bare(x):
    return 1 / (1 + 2.71 ** (-x))


@mistake(of="sigmoid", like="sigmoid_rounded_e")
def sigmoid_rounded_e_272_bare(x):
    return 1 / (1 + 2.72 ** (-x))


@mistake(of="sigmoid")
def sigmoid_returns_list(x):
    """You return a Python list. The answer must be a NumPy array: later exercises calculate with it.
    No loop is needed: `np.exp` works on the whole array.
    """
    return [1 / (1 + np.exp(-v)) for v in x]


@mistake(of="sigmoid", like="sigmoid_returns_list")
def sigmoid_returns_list_tolist(x):
    return (1 / (1 + np.exp(-np.asarray(x)))).tolist()


@mistake(of="sigmoid", like="sigmoid_returns_list")
def sigmoid_returns_list_flat(x):
    return [1 / (1 + np.exp(-v)) for v in np.asarray(x).ravel()]


@mistake(of="sigmoid")
def sigmoid_flattens(x):
    """Your answer is one long row, whatever the shape of x. It must have the shape of x.
    Leave `flatten` and the loop away: `np.exp` works for any shape.
    """
    return np.array([1 / (1 + np.exp(-v)) for v in np.asarray(x).ravel()])


@mistake(of="sigmoid")
def sigmoid_loop_needs_a_row(x):
    """You loop over x, and one single number cannot be looped over. No loop is needed:
    `np.exp` works on numbers and arrays.
    """
    return np.array([1 / (1 + np.exp(-v)) for v in x])


@mistake(of="sigmoid")
def sigmoid_one_dimension_only(x):
    """Your loop over x works for one row of numbers only, not for a table and not for a single number.
    NumPy needs no loop: `np.exp` works for any shape.
    """
    y = np.zeros(len(x))
    for i in range(len(x)):
        y[i] = 1 / (1 + np.exp(-x[i]))
    return y


@mistake(of="sigmoid")
def sigmoid_changes_its_argument(x):
    """You calculate inside x itself, so the caller's array is changed. Write the result into a new name: `y = …`."""
    x *= -1
    return 1 / (1 + np.exp(x))


@mistake(of="sigmoid", like="sigmoid_changes_its_argument")
def sigmoid_changes_its_argument_loop(x):
    for i in range(len(x)):
        x[i] = 1 / (1 + np.exp(-x[i]))
    return x


@mistake(of="sigmoid")
def sigmoid_returns_nothing(x):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """
    _ = 1 / (1 + np.exp(-np.asarray(x)))


@mistake(of="sigmoid")
def sigmoid_uses_np_float(x):
    """`np.float` comes from old books: today's NumPy has no such name. Write plain `float`:
    `dtype=float` or `.astype(float)`.
    """
    return 1 / (1 + np.exp(-np.array(x, dtype=np.float)))


@mistake(of="sigmoid", raises="NameError")
def sigmoid_exp_without_np(x):
    """Python does not know `exp` alone. It belongs to NumPy: `np.exp`."""
    return 1 / (1 + exp(-x))  # noqa: F821


@mistake(of="sigmoid", raises="NameError")
def sigmoid_math_not_imported(x):
    """`math` is not imported, and `math.exp` would work for one number only. `np.exp` works for whole arrays."""
    raise NameError("name 'math' is not defined")


@probe(of="sigmoid")
def sigmoid_probes():
    """Both tails at several distances, integers, one entry, several rows, single numbers."""
    yield (np.array([-12.0, -5.5, -2.0, -0.3, 0.0, 0.3, 1.0, 2.0, 7.5, 20.0]),)
    yield (np.array([-1000.0, -800.0, 0.0, 800.0, 1000.0]),)
    yield (np.array([-3, -1, 0, 1, 4]),)
    yield (np.array([[0.25, -4.0, 1.5], [3.0, -0.75, 9.0]]),)
    yield (np.array([[[-0.5, 0.5]], [[2.0, -6.5]]]),)
    yield (np.array([1.7]),)
    yield (np.array(-0.8),)
    yield (np.array(1.25),)
    yield (np.array([[2, -1], [0, -5]]),)
    yield (np.array([-745.0, -40.0, 9.0, 720.0]),)


# ---------------------------------------------------------------------------------------------------------
# relu
# ---------------------------------------------------------------------------------------------------------


@mistake(of="relu")
def relu_keeps_the_negatives(x):
    """It is the wrong way round: you keep the negative numbers and turn the positive ones into 0.
    Take the larger one of 0 and x: `np.maximum`.
    """
    return np.minimum(0, x)


@mistake(of="relu", like="relu_keeps_the_negatives")
def relu_keeps_the_negatives_min(x):
    return min(0, x)


@mistake(of="relu", like="relu_keeps_the_negatives")
def relu_keeps_the_negatives_in_place(x):
    x[x > 0] = 0
    return x


@mistake(of="relu")
def relu_is_absolute_value(x):
    """You turn −3 into 3. ReLU turns every negative number into 0."""
    return np.abs(x)


@mistake(of="relu", like="relu_is_absolute_value")
def relu_is_absolute_value_if(x):
    if x > 0:
        return x
    return -x


@mistake(of="relu")
def relu_sign_flipped(x):
    """You take the larger one of 0 and −x: there is a minus sign too much. It is 0 and x."""
    return np.maximum(0, -np.asarray(x))


@mistake(of="relu")
def relu_leaky(x):
    """This is leaky ReLU: negative numbers become small, but not 0. Plain ReLU gives exactly 0 there."""
    x = np.asarray(x)
    return np.where(x > 0, x, 0.01 * x)


@mistake(of="relu", like="relu_leaky")
def relu_leaky_tenth(x):
    return np.maximum(0.1 * x, x)


@mistake(of="relu", like="relu_leaky")
def relu_leaky_fifth(x):
    return np.maximum(0.2 * x, x)


@mistake(of="relu", like="relu_leaky")
def relu_leaky_thousandth(x):
    return np.maximum(0.001 * x, x)


@mistake(of="relu", like="relu_leaky")
def relu_leaky_if(x):
    if x > 0:
        return x
    return 0.01 * x


@mistake(of="relu")
def relu_changes_its_argument(x):
    """You write the zeros into x itself, so the caller's array is changed.
    Make a new array: `np.maximum` does it for you.
    """
    x[x < 0] = 0
    return x


@mistake(of="relu", like="relu_changes_its_argument")
def relu_changes_its_argument_loop(x):
    for i in range(len(x)):
        if x[i] < 0:
            x[i] = 0
    return x


@mistake(of="relu")
def relu_numbers_only(x):
    """Your function works for one number only: `max` and `if` cannot decide for a whole array at once.
    `np.maximum` compares entry by entry.
    """
    return max(0, x)


@mistake(of="relu", like="relu_numbers_only")
def relu_numbers_only_float(x):
    return max(0.0, x)


@mistake(of="relu")
def relu_largest_only(x):
    """You return one number, the largest of the whole array. ReLU answers for each entry: `np.maximum(0, x)`."""
    return np.max(x)


@mistake(of="relu", like="relu_largest_only")
def relu_largest_only_with_zero(x):
    return max(0, np.max(x))


@mistake(of="relu", like="relu_largest_only")
def relu_largest_only_builtin(x):
    return max(x)


@mistake(of="relu")
def relu_np_max(x):
    """`np.max` looks for the largest number inside *one* array; it reads its second argument as an axis.
    `np.maximum` compares two things entry by entry.
    """
    return np.max(0, x)


@mistake(of="relu", like="relu_np_max")
def relu_np_max_x_first(x):
    return np.max(x, 0)


@mistake(of="relu", like="relu_np_max")
def relu_np_max_of_pair(x):
    return np.max([0, x])


@mistake(of="relu")
def relu_cut_at_one(x):
    """You also cut everything above 1 down to 1. ReLU has no upper limit: 5 stays 5."""
    return np.clip(x, 0, 1)


@mistake(of="relu")
def relu_cut_at_six(x):
    """You also cut everything above 6 down to 6. That is "ReLU6". Plain ReLU has no upper limit."""
    return np.minimum(np.maximum(0, x), 6)


@mistake(of="relu")
def relu_upper_limit(x):
    """You also cut large numbers off. ReLU has no upper limit: 30 stays 30."""
    return np.clip(x, 0, 10)


@mistake(of="relu")
def relu_squares(x):
    """You multiply x by itself: 3 becomes 9. Where x > 0, ReLU gives x as it is."""
    return np.maximum(0, x) * x


@mistake(of="relu")
def relu_is_step(x):
    """You return 1 where x > 0. That is the step function. ReLU gives x itself there."""
    return np.where(np.asarray(x) > 0, 1, 0)


@mistake(of="relu")
def relu_returns_booleans(x):
    """You return `True` and `False`: the result of the comparison `x > 0`. Multiply x by it, or take `np.maximum`."""
    return np.asarray(x) > 0


@mistake(of="relu", like="relu_returns_booleans")
def relu_returns_booleans_at_least(x):
    return x >= 0


@mistake(of="relu")
def relu_drops_the_negatives(x):
    """You pick out the positive numbers and drop the others, so the answer has another shape than x.
    Put 0 in the place of each negative number: `np.maximum` keeps the shape.
    """
    return x[x > 0]


@mistake(of="relu", like="relu_drops_the_negatives")
def relu_drops_the_negatives_at_least(x):
    return x[x >= 0]


@mistake(of="relu", like="relu_drops_the_negatives")
def relu_drops_the_negatives_list(x):
    return [v for v in x if v > 0]


@mistake(of="relu", like="relu_drops_the_negatives")
def relu_drops_the_negatives_loop(x):
    return np.array([v for v in x if v > 0])


@mistake(of="relu")
def relu_minus_one_below(x):
    """You return −1 where x is negative. ReLU gives 0 there."""
    return np.where(np.asarray(x) > 0, x, -1)


@mistake(of="relu", like="relu_minus_one_below")
def relu_minus_one_below_zero_stays(x):
    return np.where(x >= 0, x, -1)


@mistake(of="relu", like="relu_minus_one_below")
def relu_minus_one_below_maximum(x):
    return np.maximum(-1, x)


@mistake(of="relu")
def relu_at_least_one(x):
    """Your answers are never below 1: you compare x with 1. Compare it with 0."""
    return np.maximum(1, x)


@mistake(of="relu")
def relu_threshold_one(x):
    """Your function gives 0 up to x = 1. The bend is at 0: 0.5 stays 0.5."""
    x = np.asarray(x)
    return np.where(x > 1, x, 0)


@mistake(of="relu", like="relu_threshold_one")
def relu_threshold_one_or_equal(x):
    return np.where(x >= 1, x, 0)


@mistake(of="relu")
def relu_passes_everything(x):
    """You return x without any change. Negative numbers must become 0."""
    return x


@mistake(of="relu")
def relu_is_softplus(x):
    """This is softplus, a smooth relative: it gives 0.693 at x = 0. ReLU has a sharp bend: 0 for x ≤ 0, x above it."""
    return np.log(1 + np.exp(x))


@mistake(of="relu", like="relu_is_softplus")
def relu_is_softplus_safe(x):
    return np.logaddexp(0, x)


@mistake(of="relu")
def relu_is_elu(x):
    """This is ELU: negative numbers give exp(x) − 1. ReLU gives exactly 0 there."""
    x = np.asarray(x)
    return np.where(x > 0, x, np.exp(x) - 1)


@mistake(of="relu")
def relu_is_sigmoid(x):
    """You return the sigmoid: all answers lie between 0 and 1. ReLU gives x itself where x > 0, and 0 elsewhere."""
    return 1 / (1 + np.exp(-np.asarray(x)))


@mistake(of="relu")
def relu_returns_integers(x):
    """You turn the result into integers, and that cuts off the decimals: 2.7 becomes 2. ReLU gives 2.7."""
    return np.maximum(0, x).astype(int)


@mistake(of="relu")
def relu_all_or_nothing(x):
    """You decide once for the whole array: `.all()` and `.any()` make one truth of many.
    ReLU decides for each entry: `np.maximum`.
    """
    if np.all(np.asarray(x) > 0):
        return x
    return 0


@mistake(of="relu", like="relu_all_or_nothing")
def relu_all_or_nothing_any(x):
    if np.any(x > 0):
        return x
    return 0


@mistake(of="relu")
def relu_one_dimension_only(x):
    """Your loop over x works for one row of numbers only, not for a table and not for a single number.
    NumPy needs no loop: `np.maximum` works for any shape.
    """
    return np.array([max(0, v) for v in x])


@mistake(of="relu", like="relu_one_dimension_only")
def relu_one_dimension_only_float(x):
    return np.array([max(0.0, v) for v in x])


@mistake(of="relu", like="relu_one_dimension_only")
def relu_one_dimension_only_zeros(x):
    y = np.zeros(len(x))
    for i in range(len(x)):
        if x[i] > 0:
            y[i] = x[i]
    return y


@mistake(of="relu", like="relu_one_dimension_only")
def relu_one_dimension_only_zeros_shape(x):
    y = np.zeros(x.shape)
    for i in range(len(x)):
        y[i] = max(0, x[i])
    return y


@mistake(of="relu", like="relu_one_dimension_only")
def relu_one_dimension_only_zeros_like(x):
    y = np.zeros_like(x)
    for i in range(len(x)):
        y[i] = max(0, x[i])
    return y


@mistake(of="relu")
def relu_returns_list(x):
    """You return a Python list. The answer must be a NumPy array: later exercises calculate with it.
    No loop is needed: `np.maximum` works on the whole array.
    """
    return [max(0, v) for v in x]


@mistake(of="relu", like="relu_returns_list")
def relu_returns_list_float(x):
    return [max(0.0, v) for v in x]


@mistake(of="relu", like="relu_returns_list")
def relu_returns_list_if_less(x):
    return [0 if v < 0 else v for v in x]


@mistake(of="relu", like="relu_returns_list")
def relu_returns_list_tolist(x):
    return np.maximum(0, x).tolist()


@mistake(of="relu", like="relu_returns_list")
def relu_returns_list_flat(x):
    return [max(0, v) for v in np.asarray(x).ravel()]


@mistake(of="relu")
def relu_flattens(x):
    """Your answer is one long row, whatever the shape of x. It must have the shape of x: `np.maximum` keeps it."""
    return np.maximum(0, np.asarray(x).ravel())


@mistake(of="relu", like="relu_flattens")
def relu_flattens_loop(x):
    return np.array([max(0, v) for v in x.flatten()])


@mistake(of="relu")
def relu_returns_nothing(x):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """
    np.maximum(0, x)


@mistake(of="relu", like="relu_returns_nothing")
def relu_returns_nothing_in_place(x):
    x[x < 0] = 0


@mistake(of="relu", raises="NameError")
def relu_maximum_without_np(x):
    """Python does not know `maximum` alone. It belongs to NumPy: `np.maximum`."""
    return maximum(0, x)  # noqa: F821


@mistake(of="relu")
def relu_uses_np_float(x):
    """`np.float` comes from old books: today's NumPy has no such name. Write plain `float`: `dtype=float`."""
    return np.maximum(0, np.asarray(x, dtype=np.float))


@probe(of="relu")
def relu_probes():
    """Numbers around 0, 1, 6 and beyond, both signs, integers, shapes."""
    yield (np.array([-7.5, -1.0, -0.25, 0.0, 0.25, 0.5, 1.0, 1.5, 5.0, 6.5, 42.0, 1200.0]),)
    yield (np.array([[-3, 0, 1], [2, -1, 8]]),)
    yield (np.array([[[0.3, -0.3], [0.0, 1.7]], [[-5.0, 0.5], [2.5, -0.5]]]),)
    yield (np.array([2.7]),)
    yield (np.array([-2.7]),)
    yield (np.array([0.2, 1.4, 3.3]),)
    yield (np.array([-0.2, -1.4, -3.3]),)
    yield (np.array(0.4),)


# ---------------------------------------------------------------------------------------------------------
# softmax
# ---------------------------------------------------------------------------------------------------------


@mistake(of="softmax")
def softmax_sums_whole_batch(a):
    """You divide by the sum of the whole array.
    Each row is one sample: sum along the last axis, `axis=-1, keepdims=True`.
    """
    e = np.exp(a - np.max(a))
    return e / np.sum(e)


@mistake(of="softmax", like="softmax_sums_whole_batch")
def softmax_sums_whole_batch_row_max(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e)


@mistake(of="softmax", like="softmax_sums_whole_batch")
def softmax_sums_whole_batch_row_max_axis_one(a):
    e = np.exp(a - np.max(a, axis=1, keepdims=True))
    return e / np.sum(e)


@mistake(of="softmax", like="softmax_sums_whole_batch")
def softmax_sums_whole_batch_column_max(a):
    e = np.exp(a - np.max(a, axis=0))
    return e / np.sum(e)


@mistake(of="softmax")
def softmax_sums_whole_batch_no_shift(a):
    """Two things. You divide by the sum of the whole array, but each row is one sample: `axis=-1, keepdims=True`.
    And large numbers overflow to `nan`: take away the row's largest number before `np.exp`.
    """
    e = np.exp(a)
    return e / np.sum(e)


@mistake(of="softmax")
def softmax_sums_over_samples(a):
    """You add up down the columns, over the samples. Each row is one sample and must sum to 1: `axis=-1,
    keepdims=True`.
    Python's own `sum` adds the rows too.
    """
    e = np.exp(a - np.max(a))
    return e / np.sum(e, axis=0)


@mistake(of="softmax", like="softmax_sums_over_samples")
def softmax_sums_over_samples_column_max(a):
    e = np.exp(a - np.max(a, axis=0))
    return e / np.sum(e, axis=0)


@mistake(of="softmax", like="softmax_sums_over_samples")
def softmax_sums_over_samples_row_max(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=0)


@mistake(of="softmax", like="softmax_sums_over_samples")
def softmax_sums_over_samples_row_max_axis_one(a):
    e = np.exp(a - np.max(a, axis=1, keepdims=True))
    return e / np.sum(e, axis=0)


@mistake(of="softmax")
def softmax_sums_over_samples_no_shift(a):
    """Two things. You add up down the columns, but each row is one sample and must sum to 1: `axis=-1, keepdims=True`.
    And large numbers overflow to `nan`: take away the row's largest number before `np.exp`.
    """
    e = np.exp(a)
    return e / np.sum(e, axis=0)


@mistake(of="softmax")
def softmax_keepdims_missing(a):
    """Right for one sample. In a batch, `sum` along an axis drops that axis: shape (n,) does not line up with the rows.
    Keep it with `keepdims=True`: then the sums have the shape (n, 1).
    """
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1)


@mistake(of="softmax", like="softmax_keepdims_missing")
def softmax_keepdims_missing_global_max(a):
    e = np.exp(a - np.max(a))
    return e / np.sum(e, axis=-1)


@mistake(of="softmax")
def softmax_keepdims_missing_twice(a):
    """Right for one sample. In a batch, `max` and `sum` along an axis drop that axis: shape (n,) does not line up
    with the rows.
    Give `keepdims=True` to both: then they have the shape (n, 1).
    """
    e = np.exp(a - np.max(a, axis=-1))
    return e / np.sum(e, axis=-1)


@mistake(of="softmax")
def softmax_keepdims_missing_in_max(a):
    """Right for one sample. In a batch, your `max` drops its axis, so each row meets the largest numbers of other rows.
    Give `keepdims=True` to `max`, as you do to `sum`.
    """
    e = np.exp(a - np.max(a, axis=-1))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_keepdims_missing_no_shift(a):
    """Two things. `sum` along an axis drops that axis, so a batch goes wrong: keep it with `keepdims=True`.
    And large numbers overflow to `nan`: take away the row's largest number before `np.exp`.
    """
    e = np.exp(a)
    return e / np.sum(e, axis=-1)


@mistake(of="softmax")
def softmax_axis_one(a):
    """One sample has only one axis, and `axis=1` does not exist there.
    `axis=-1` is the last axis, whatever the number of axes.
    """
    e = np.exp(a - np.max(a, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


@mistake(of="softmax", like="softmax_axis_one")
def softmax_axis_one_global_max(a):
    e = np.exp(a - np.max(a))
    return e / np.sum(e, axis=1, keepdims=True)


@mistake(of="softmax")
def softmax_axis_one_no_shift(a):
    """Two things. `axis=1` does not exist for one sample, which has only one axis: `axis=-1` is always the last one.
    And large numbers overflow to `nan`: take away the row's largest number before `np.exp`.
    """
    e = np.exp(a)
    return e / np.sum(e, axis=1, keepdims=True)


@mistake(of="softmax")
def softmax_axis_one_keepdims_missing(a):
    """Two things. `axis=1` does not exist for one sample, which has only one axis: `axis=-1` is always the last one.
    And `keepdims=True` is missing: in a batch, the sums have the shape (n,) and do not line up with the rows.
    """
    e = np.exp(a - np.max(a, axis=1, keepdims=True))
    return e / np.sum(e, axis=1)


@mistake(of="softmax", like="softmax_axis_one_keepdims_missing")
def softmax_axis_one_keepdims_missing_twice(a):
    e = np.exp(a - np.max(a, axis=1))
    return e / np.sum(e, axis=1)


@mistake(of="softmax", like="softmax_axis_one_keepdims_missing")
def softmax_axis_one_keepdims_missing_global_max(a):
    e = np.exp(a - np.max(a))
    return e / np.sum(e, axis=1)


@mistake(of="softmax", like="softmax_axis_one_keepdims_missing")
def softmax_axis_one_keepdims_missing_unshifted(a):
    e = np.exp(a)
    return e / np.sum(e, axis=1)


@mistake(of="softmax")
def softmax_no_shift(a):
    """Right for small numbers. But exp(1000) is too large for a float, and inf / inf is `nan`.
    Take away each row's largest number before `np.exp`: the answer does not change, and nothing overflows.
    """
    e = np.exp(a)
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_no_shift_by_math(a):
    """Right for small numbers. But exp(1000) is too large for a float, and there `math.exp` stops with an error.
    Take away each row's largest number before `exp`: the answer does not change, and nothing overflows.
    """
    a = np.asarray(a)
    if a.ndim == 2:
        return np.array([softmax_no_shift_by_math(row) for row in a])
    e = [math.exp(v) for v in a]
    return np.array([v / sum(e) for v in e])


@mistake(of="softmax", like="softmax_no_shift_by_math")
def softmax_no_shift_by_math_divided_at_once(a):
    a = np.asarray(a)
    if a.ndim == 2:
        return np.array([softmax_no_shift_by_math_divided_at_once(row) for row in a])
    e = np.array([math.exp(v) for v in a])
    return e / np.sum(e)


@mistake(of="softmax")
def softmax_shift_for_batches_only(a):
    """In a batch you take away the largest number before `np.exp`, for one sample you do not.
    There large numbers overflow to `nan`.
    """
    if np.ndim(a) == 2:
        e = np.exp(a - np.max(a, axis=1, keepdims=True))
        return e / np.sum(e, axis=1, keepdims=True)
    return np.exp(a) / np.sum(np.exp(a))


@mistake(of="softmax")
def softmax_shift_for_one_sample_only(a):
    """For one sample you take away the largest number before `np.exp`, in a batch you do not.
    There large numbers overflow to `nan`.
    """
    if np.ndim(a) == 2:
        return np.exp(a) / np.sum(np.exp(a), axis=1, keepdims=True)
    e = np.exp(a - np.max(a))
    return e / np.sum(e)


@mistake(of="softmax")
def softmax_shift_by_batch_max(a):
    """You take away the largest number of the whole batch. In a row that lies far below it, every exp becomes 0,
    and 0 / 0 is `nan`.
    Take away each row's own largest number: `axis=-1, keepdims=True` in `max` too.
    """
    e = np.exp(a - np.max(a))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_shift_by_column_max(a):
    """You take away the largest number of each *column*. So each entry of a row is moved by another amount, and the
    answer changes.
    Take away the largest number of each row: `axis=-1, keepdims=True`.
    """
    e = np.exp(a - np.max(a, axis=0))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_shift_by_column_max")
def softmax_shift_by_column_max_axis_one(a):
    e = np.exp(a - np.max(a, axis=0))
    return e / np.sum(e, axis=1, keepdims=True)


@mistake(of="softmax")
def softmax_shift_by_mean(a):
    """You take away the mean. When one number lies far above it, exp still overflows to `nan`.
    Take away the largest number.
    """
    e = np.exp(a - np.mean(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_shift_by_mean")
def softmax_shift_by_mean_of_all(a):
    e = np.exp(a - np.mean(a))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_shift_by_min(a):
    """You take away the smallest number, so the large ones stay large and exp overflows to `nan`.
    Take away the largest number.
    """
    e = np.exp(a - np.min(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_shift_by_min")
def softmax_shift_by_min_of_all(a):
    e = np.exp(a - np.min(a))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_shift_added(a):
    """You add the largest number instead of taking it away, so exp overflows even earlier.
    It is `a - …`, not `a + …`.
    """
    e = np.exp(a + np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_shift_added")
def softmax_shift_added_of_all(a):
    e = np.exp(a + np.max(a))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_shift_on_top_only(a):
    """You take away the largest number in one place, but not in the other, so the two do not fit together.
    Do it once, keep the result of `np.exp` in a variable, and use that variable twice.
    """
    return np.exp(a - np.max(a, axis=-1, keepdims=True)) / np.sum(np.exp(a), axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_shift_on_top_only")
def softmax_shift_on_top_only_whole_batch(a):
    return np.exp(a - np.max(a)) / np.sum(np.exp(a))


@mistake(of="softmax", like="softmax_shift_on_top_only")
def softmax_shift_below_only(a):
    return np.exp(a) / np.sum(np.exp(a - np.max(a, axis=-1, keepdims=True)), axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_shift_on_top_only")
def softmax_shift_below_only_whole_batch(a):
    return np.exp(a) / np.sum(np.exp(a - np.max(a)))


@mistake(of="softmax")
def softmax_divides_input_by_max(a):
    """You divide a by its largest number. That changes the answer. Take it away instead: `a - …`."""
    e = np.exp(a / np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_divides_input_by_max")
def softmax_divides_input_by_max_of_all(a):
    e = np.exp(a / np.max(a))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_divides_input_by_max")
def softmax_divides_input_by_max_whole_batch(a):
    e = np.exp(a / np.max(a))
    return e / np.sum(e)


@mistake(of="softmax")
def softmax_returns_logarithm(a):
    """You return the logarithm of softmax: all your answers are negative or 0.
    Leave the logarithm away: each row must sum to 1.
    """
    a = np.asarray(a)
    s = a - np.max(a, axis=-1, keepdims=True)
    return s - np.log(np.sum(np.exp(s), axis=-1, keepdims=True))


@mistake(of="softmax", like="softmax_returns_logarithm")
def softmax_returns_logarithm_of_result(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return np.log(e / np.sum(e, axis=-1, keepdims=True))


@mistake(of="softmax", like="softmax_returns_logarithm")
def softmax_returns_logarithm_no_shift(a):
    return a - np.log(np.sum(np.exp(a), axis=-1, keepdims=True))


@mistake(of="softmax")
def softmax_exp_missing(a):
    """`np.exp` is missing: you divide the numbers themselves by their sum.
    Negative numbers then give negative answers.
    """
    return a / np.sum(a, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_exp_missing")
def softmax_exp_missing_whole_batch(a):
    return a / np.sum(a)


@mistake(of="softmax", like="softmax_exp_missing")
def softmax_exp_missing_shifted(a):
    s = a - np.max(a, axis=-1, keepdims=True)
    return s / np.sum(s, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_is_sigmoid(a):
    """This is the sigmoid: it looks at each number alone.
    Softmax shares out 1 among the numbers of a row: divide by the row's sum.
    """
    return 1 / (1 + np.exp(-np.asarray(a)))


@mistake(of="softmax", like="softmax_is_sigmoid")
def softmax_is_sigmoid_by_exp(a):
    return np.exp(a) / (1 + np.exp(a))


@mistake(of="softmax")
def softmax_negative_exponent(a):
    """The sign in the exponent is the wrong way round: your largest number gets the smallest share.
    It must be `np.exp(a …)`, not `-a`.
    """
    a = -np.asarray(a)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_negative_exponent")
def softmax_negative_exponent_bare(a):
    e = np.exp(-a)
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_negative_exponent")
def softmax_negative_exponent_whole_batch(a):
    e = np.exp(-a)
    return e / np.sum(e)


@mistake(of="softmax", like="softmax_negative_exponent")
def softmax_negative_exponent_max_minus_a(a):
    e = np.exp(np.max(a, axis=-1, keepdims=True) - a)
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_negative_exponent")
def softmax_negative_exponent_max_minus_a_of_all(a):
    e = np.exp(np.max(a) - a)
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_winner_takes_all(a):
    """You give 1 to the largest number and 0 to the others. Softmax is softer: every number gets a share above 0."""
    a = np.asarray(a)
    return np.eye(a.shape[-1])[np.argmax(a, axis=-1)]


@mistake(of="softmax", like="softmax_winner_takes_all")
def softmax_winner_takes_all_equal(a):
    a = np.asarray(a)
    return (a == np.max(a, axis=-1, keepdims=True)).astype(int)


@mistake(of="softmax", like="softmax_winner_takes_all")
def softmax_winner_takes_all_equal_float(a):
    a = np.asarray(a)
    return (a == np.max(a, axis=-1, keepdims=True)).astype(float)


@mistake(of="softmax", like="softmax_winner_takes_all")
def softmax_winner_takes_all_equal_of_all(a):
    return np.where(a == np.max(a), 1, 0)


@mistake(of="softmax")
def softmax_returns_argmax(a):
    """You return the *place* of the largest number.
    Softmax gives a share for every number; the place is found later, with `np.argmax`.
    """
    return np.argmax(a, axis=-1)


@mistake(of="softmax", like="softmax_returns_argmax")
def softmax_returns_argmax_of_all(a):
    return np.argmax(a)


@mistake(of="softmax", like="softmax_returns_argmax")
def softmax_returns_argmax_axis_one(a):
    return np.argmax(a, axis=1)


@mistake(of="softmax")
def softmax_returns_largest_share(a):
    """You return only the largest share of each sample. Return the shares of all classes."""
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return np.max(e / np.sum(e, axis=-1, keepdims=True), axis=-1)


@mistake(of="softmax", like="softmax_returns_largest_share")
def softmax_returns_largest_share_of_all(a):
    e = np.exp(a - np.max(a))
    return np.max(e / np.sum(e))


@mistake(of="softmax")
def softmax_not_divided(a):
    """You do not divide by the sum, so the answers do not add up to 1. Divide by the sum of each row."""
    return np.exp(a - np.max(a, axis=-1, keepdims=True))


@mistake(of="softmax", like="softmax_not_divided")
def softmax_not_divided_max_of_all(a):
    return np.exp(a - np.max(a))


@mistake(of="softmax", like="softmax_not_divided")
def softmax_not_divided_no_shift(a):
    return np.exp(a)


@mistake(of="softmax", like="softmax_not_divided")
def softmax_not_divided_but_by_max(a):
    e = np.exp(a)
    return e / np.max(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_not_divided")
def softmax_not_divided_but_by_max_of_all(a):
    e = np.exp(a)
    return e / np.max(e)


@mistake(of="softmax")
def softmax_divides_by_mean(a):
    """You divide by the mean, so the answers of a row add up to the number of classes, not to 1. Divide by the sum."""
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.mean(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_divides_by_mean")
def softmax_divides_by_mean_no_shift(a):
    e = np.exp(a)
    return e / np.mean(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_divides_by_sum_of_inputs(a):
    """Below the fraction line you add up the numbers themselves. It must be the sum of their exponentials:
    `np.exp` first, then the sum.
    """
    return np.exp(a) / np.sum(a, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_divides_by_sum_of_inputs")
def softmax_divides_by_sum_of_inputs_whole(a):
    return np.exp(a) / np.sum(a)


@mistake(of="softmax", like="softmax_divides_by_sum_of_inputs")
def softmax_divides_by_sum_of_inputs_shifted(a):
    s = a - np.max(a, axis=-1, keepdims=True)
    return np.exp(s) / np.sum(s, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_exp_of_sum(a):
    """Below the fraction line you add first, then take exp. Take exp of each number first, then add:
    `np.sum(np.exp(…))`.
    """
    return np.exp(a) / np.exp(np.sum(a, axis=-1, keepdims=True))


@mistake(of="softmax", like="softmax_exp_of_sum")
def softmax_exp_of_sum_whole(a):
    return np.exp(a) / np.exp(np.sum(a))


@mistake(of="softmax", like="softmax_exp_of_sum")
def softmax_exp_of_sum_shifted(a):
    s = a - np.max(a, axis=-1, keepdims=True)
    return np.exp(s) / np.exp(np.sum(s, axis=-1, keepdims=True))


@mistake(of="softmax")
def softmax_exp_of_share(a):
    """You take exp at the very end, of the shares. It comes first: exp of every number, then divide by the sum."""
    return np.exp(a / np.sum(a, axis=-1, keepdims=True))


@mistake(of="softmax", like="softmax_exp_of_share")
def softmax_exp_of_share_whole(a):
    return np.exp(a / np.sum(a))


@mistake(of="softmax")
def softmax_twice(a):
    """You apply softmax to its own result. That pulls the shares together. Once is enough."""
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    y = e / np.sum(e, axis=-1, keepdims=True)
    e = np.exp(y - np.max(y, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_plus_one_below(a):
    """Below the fraction line there is a 1 too much: you mix softmax with the sigmoid.
    Divide by the sum of the exponentials alone.
    """
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / (1 + np.sum(e, axis=-1, keepdims=True))


@mistake(of="softmax", like="softmax_plus_one_below")
def softmax_plus_one_below_no_shift(a):
    e = np.exp(a)
    return e / (1 + np.sum(e, axis=-1, keepdims=True))


@mistake(of="softmax", like="softmax_plus_one_below")
def softmax_plus_one_below_whole_batch(a):
    e = np.exp(a)
    return e / (1 + np.sum(e))


@mistake(of="softmax")
def softmax_one_sample_only(a):
    """Right for one sample. Python's own `max` compares whole rows with each other, and that is an error in a batch.
    `np.max` can look along an axis: `axis=-1, keepdims=True`.
    """
    e = np.exp(a - max(a))
    return e / sum(e)


@mistake(of="softmax")
def softmax_math_exp(a):
    """`math.exp` works for one number only, and it stops with an error where the result is too large.
    `np.exp` works for a whole array, a batch too.
    """
    e = [math.exp(v) for v in a]
    return np.array([v / sum(e) for v in e])


@mistake(of="softmax", like="softmax_math_exp")
def softmax_math_exp_returns_list(a):
    e = [math.exp(v) for v in a]
    return [v / sum(e) for v in e]


@mistake(of="softmax", like="softmax_math_exp")
def softmax_math_exp_shifted(a):
    largest = np.max(a)
    e = [math.exp(v - largest) for v in a]
    return np.array([v / sum(e) for v in e])


@mistake(of="softmax", like="softmax_math_exp")
def softmax_math_exp_of_array(a):
    return math.exp(a) / sum(math.exp(a))


@mistake(of="softmax")
def softmax_loops_over_rows(a):
    """One sample has no rows: there your loop takes each number alone, and each gets the share 1.
    Without a loop, `axis=-1, keepdims=True` works for both.
    """
    return np.array([np.exp(row - np.max(row)) / np.sum(np.exp(row - np.max(row))) for row in a])


@mistake(of="softmax", like="softmax_loops_over_rows")
def softmax_loops_over_rows_no_shift(a):
    return np.array([np.exp(row) / np.sum(np.exp(row)) for row in a])


@mistake(of="softmax")
def softmax_keeps_integer_type(a):
    """`np.zeros_like(a)` takes the number type of a too. When a holds integers, your answers are cut down to 0 and 1.
    Give the type yourself: `np.zeros_like(a, dtype=float)`.
    """
    y = np.zeros_like(a)
    y[...] = np.exp(a - np.max(a, axis=-1, keepdims=True))
    y[...] = y / np.sum(y, axis=-1, keepdims=True)
    return y


@mistake(of="softmax", like="softmax_keeps_integer_type")
def softmax_keeps_integer_type_by_rows(a):
    y = np.zeros_like(a)
    if y.ndim == 1:
        y[:] = np.exp(a - np.max(a)) / np.sum(np.exp(a - np.max(a)))
    else:
        for i in range(len(a)):
            y[i] = np.exp(a[i] - np.max(a[i])) / np.sum(np.exp(a[i] - np.max(a[i])))
    return y


@mistake(of="softmax")
def softmax_one_sample_becomes_batch(a):
    """One sample of shape (k,) comes back with the shape (1, k). Its shape must stay (k,):
    `axis=-1` needs no second axis.
    """
    a = np.atleast_2d(a)
    e = np.exp(a - np.max(a, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


@mistake(of="softmax", like="softmax_one_sample_becomes_batch")
def softmax_one_sample_becomes_batch_no_shift(a):
    e = np.exp(np.atleast_2d(a))
    return e / np.sum(e, axis=1, keepdims=True)


@mistake(of="softmax")
def softmax_new_axis_for_one_sample(a):
    """For one sample the sum is a single number, and a number has no axis for `[:, np.newaxis]`.
    `keepdims=True` works for both.
    """
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1)[:, np.newaxis]


@mistake(of="softmax", like="softmax_new_axis_for_one_sample")
def softmax_new_axis_for_one_sample_no_shift(a):
    e = np.exp(a)
    return e / np.sum(e, axis=-1)[:, np.newaxis]


@mistake(of="softmax")
def softmax_result_transposed(a):
    """In a batch your answer is transposed: rows and columns have changed places.
    Turn it back before you return it: `.T`.
    """
    a = np.asarray(a)
    if a.ndim == 2:
        a = a.T
        a = a - np.max(a, axis=0)
        return np.exp(a) / np.sum(np.exp(a), axis=0)
    a = a - np.max(a)
    return np.exp(a) / np.sum(np.exp(a))


@mistake(of="softmax", like="softmax_result_transposed")
def softmax_result_transposed_no_shift(a):
    if a.ndim == 2:
        a = a.T
        return np.exp(a) / np.sum(np.exp(a), axis=0)
    return np.exp(a) / np.sum(np.exp(a))


@mistake(of="softmax")
def softmax_changes_its_argument(a):
    """You write into a itself (`a -= …`), so the caller's array is changed. Make a new array: `a = a - …`."""
    a -= np.max(a, axis=-1, keepdims=True)
    e = np.exp(a)
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", like="softmax_changes_its_argument")
def softmax_changes_its_argument_max_of_all(a):
    a -= np.max(a)
    e = np.exp(a)
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_changes_its_argument_whole_batch(a):
    """Two things. You write into a itself (`a -= …`), so the caller's array is changed: write `a = a - …`.
    And you divide by the sum of the whole array: each row needs its own, `axis=-1, keepdims=True`.
    """
    a -= np.max(a)
    e = np.exp(a)
    return e / np.sum(e)


@mistake(of="softmax")
def softmax_flattens(a):
    """Your answer is one long row: the shape of the batch is lost. The answer must have the shape of a."""
    a = np.asarray(a).ravel()
    e = np.exp(a - np.max(a))
    return e / np.sum(e)


@mistake(of="softmax", like="softmax_flattens")
def softmax_flattens_no_shift(a):
    e = np.exp(a).flatten()
    return e / np.sum(e)


@mistake(of="softmax")
def softmax_first_row_only(a):
    """For a batch you return the first row's shares only. Every row is a sample and needs its answer: no `a[0]`."""
    a = np.asarray(a)
    if a.ndim > 1:
        a = a[0]
    e = np.exp(a - np.max(a))
    return e / np.sum(e)


@mistake(of="softmax")
def softmax_rounded(a):
    """You round the result.
    Then a row may no longer sum to 1, and later steps lose digits: return the value as it is.
    """
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return np.round(e / np.sum(e, axis=-1, keepdims=True), 2)


@mistake(of="softmax", like="softmax_rounded")
def softmax_rounded_1(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return np.round(e / np.sum(e, axis=-1, keepdims=True), 1)


@mistake(of="softmax", like="softmax_rounded")
def softmax_rounded_3(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return np.round(e / np.sum(e, axis=-1, keepdims=True), 3)


@mistake(of="softmax", like="softmax_rounded")
def softmax_rounded_4(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return np.round(e / np.sum(e, axis=-1, keepdims=True), 4)


@mistake(of="softmax")
def softmax_in_percent(a):
    """Your answers are percentages: a row sums to 100. It must sum to 1: leave `* 100` away."""
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True) * 100


@mistake(of="softmax")
def softmax_base_two(a):
    """You use powers of 2. Softmax uses powers of e: `np.exp`, not `np.exp2` or `2 ** a`."""
    e = np.exp2(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_returns_list(a):
    """You return a Python list. The answer must be a NumPy array: later exercises calculate with it.
    Leave `.tolist()` away.
    """
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return (e / np.sum(e, axis=-1, keepdims=True)).tolist()


@mistake(of="softmax", like="softmax_returns_list")
def softmax_returns_list_loop(a):
    e = np.exp(a - np.max(a))
    return [v / np.sum(e) for v in e]


@mistake(of="softmax", like="softmax_returns_list")
def softmax_returns_list_of_rows(a):
    return [np.exp(row - np.max(row)) / np.sum(np.exp(row - np.max(row))) for row in a]


@mistake(of="softmax")
def softmax_returns_nothing(a):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    _ = e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_keepdims_misspelled(a):
    """NumPy does not know the word `keepdim`. It is `keepdims`, with an s."""
    e = np.exp(a - np.max(a, axis=-1, keepdim=True))
    return e / np.sum(e, axis=-1, keepdim=True)


@mistake(of="softmax", like="softmax_keepdims_misspelled")
def softmax_keepdims_misspelled_method(a):
    e = np.exp(a - a.max(axis=-1, keepdim=True))
    return e / e.sum(axis=-1, keepdim=True)


@mistake(of="softmax", like="softmax_keepdims_misspelled")
def softmax_keepdims_misspelled_in_sum(a):
    e = np.exp(a - np.max(a))
    return e / np.sum(e, axis=-1, keepdim=True)


@mistake(of="softmax", like="softmax_keepdims_misspelled")
def softmax_keepdims_misspelled_in_sum_method(a):
    e = np.exp(a - np.max(a))
    return e / e.sum(axis=-1, keepdim=True)


@mistake(of="softmax", raises="NameError")
def softmax_true_in_small_letters(a):
    """Python does not know the word `true`. It is `True`, with a capital T."""
    e = np.exp(a - np.max(a, axis=-1, keepdims=true))  # noqa: F821
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax", raises="NameError")
def softmax_exp_without_np(a):
    """Python does not know `exp` alone. It belongs to NumPy: `np.exp`."""
    e = exp(a - np.max(a, axis=-1, keepdims=True))  # noqa: F821
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_uses_np_float(a):
    """`np.float` comes from old books: today's NumPy has no such name. Write plain `float`: `dtype=float`."""
    a = np.asarray(a, dtype=np.float)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="softmax")
def softmax_batch_of_one_becomes_sample(a):
    """A batch of one sample comes back as a single sample: (k,) instead of (1, k). The answer must have the shape of a."""
    a = np.atleast_2d(a)
    e = np.exp(a - np.max(a, axis=1, keepdims=True))
    y = e / np.sum(e, axis=1, keepdims=True)
    return y[0] if len(y) == 1 else y


@mistake(of="softmax", like="softmax_batch_of_one_becomes_sample")
def softmax_batch_of_one_squeezed(a):
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return np.squeeze(e / np.sum(e, axis=-1, keepdims=True))


@probe(of="softmax")
def softmax_probes():
    """One sample, rows of unlike size, square batches, far-apart rows, integers, ties."""
    yield (np.array([0.3, 2.9, 4.0]),)
    yield (np.array([1.0]),)
    yield (np.array([[1.0, 2.0, 4.0], [3.0, 5.0, -1.0]]),)
    yield (np.array([[1.0, 2.0], [3.0, 5.5]]),)
    yield (np.array([[0.5, -1.5, 2.0], [4.0, 1.0, 0.25], [-3.0, 0.0, 1.0]]),)
    yield (np.array([[2.0, 2.0, -1.0]]),)
    yield (np.array([[1], [4], [2]]),)
    yield (np.array([1010.0, 1000.0, 990.0]),)
    yield (np.array([1000.0, 0.0, -1000.0]),)
    yield (np.array([-1000.0, -1001.0]),)
    yield (np.array([[1000.0, 1001.0, 999.0], [-1000.0, -999.0, -1002.0]]),)
    yield (np.array([[900.0, -900.0, 0.0], [1.0, 2.0, 3.0], [-800.0, 0.0, 801.0]]),)
    yield (np.array([[1, 3, 2], [0, -2, 5]]),)
    yield (np.array([2, 1, 3]),)
