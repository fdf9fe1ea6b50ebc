"""Known mistakes of exercise 8: six activation functions, three gradients and plot_activations.

Each function is a wrong answer as a beginner writes it. Its docstring is what that beginner is told.
`like=` marks another spelling of the same mistake: same name, same words.
"""

import math

import numpy as np
from reference import SELU_ALPHA, SELU_SCALE, elu, leaky_relu, mish, relu, selu, sigmoid, softplus, swish, tanh

from grader.bank import mistake, probe


def _questions():
    """Extra questions that tell variants apart: signs, 0, shapes, whole numbers, large numbers."""
    yield (np.array([-2.5, -0.75, 0.0, 0.25, 1.5]),)
    yield (np.array([-0.3, 0.7]),)
    yield (np.array([[0.4, -1.2], [-2.0, 3.0]]),)
    yield (np.array([-4.0, -0.1]),)
    yield (np.array([0.9, 4.0]),)
    yield (np.array([0.0, 0.0]),)
    yield (np.array([-3, 0, 2]),)
    yield (np.array([-30.0, 30.0]),)
    yield (np.array([-800.0, 800.0]),)
    yield (np.array([900.0]),)
    yield (np.array([-900.0]),)


def _questions_with_alpha():
    """The same, and some with an alpha."""
    yield from _questions()
    for alpha in (0.25, 3.0):
        yield np.array([-1.5, -0.5, 0.0, 2.0]), alpha
        yield np.array([-0.7, 0.7]), alpha


# ------------------------------------------------------------------------------------------------------- tanh


@mistake(of="tanh")
def tanh_is_sigmoid(x):
    """This is the sigmoid, which goes from 0 to 1. tanh goes from -1 to 1."""
    return 1 / (1 + np.exp(-np.asarray(x)))


@mistake(of="tanh")
def tanh_is_sigmoid_stretched(x):
    """You stretched the sigmoid to go from -1 to 1, but it is not steep enough. It works with 2x inside:
    2 * sigmoid(2 * x) - 1. Or ask `np.tanh`."""
    return 2 * sigmoid(x) - 1


@mistake(of="tanh")
def tanh_is_tan(x):
    """`np.tan` is the tangent of an angle. The hyperbolic tangent has an h: `np.tanh`."""
    return np.tan(x)


@mistake(of="tanh")
def tanh_is_arctan(x):
    """`np.arctan` is the inverse of the tangent. You want the hyperbolic tangent: `np.tanh`."""
    return np.arctan(x)


@mistake(of="tanh")
def tanh_is_arctanh(x):
    """`np.arctanh` is the inverse function: it is NaN beyond -1 and 1. You want `np.tanh`."""
    return np.arctanh(x)


@mistake(of="tanh")
def tanh_is_sinh(x):
    """This is the hyperbolic sine, or twice as much: the division is missing. Divide by the sum of the two exps, or
    ask `np.tanh`."""
    return np.sinh(x)


@mistake(of="tanh", like="tanh_is_sinh")
def tanh_is_twice_sinh(x):
    return np.exp(x) - np.exp(-x)


@mistake(of="tanh")
def tanh_upside_down(x):
    """Your curve falls where it must rise: the signs of x have changed places. exp(x) comes first, then exp(-x)."""
    return -np.tanh(x)


@mistake(of="tanh")
def tanh_fraction_turned(x):
    """Sum and difference have changed places, so you divide by 0 at x = 0. The difference stands above the line, the
    sum below."""
    return (np.exp(x) + np.exp(-x)) / (np.exp(x) - np.exp(-x))


@mistake(of="tanh")
def tanh_brackets_missing(x):
    """The brackets are missing: Python divides before it adds. Put brackets around both sides of the division, or ask
    `np.tanh`."""
    return np.exp(x) - np.exp(-x) / np.exp(x) + np.exp(-x)


@mistake(of="tanh", like="tanh_brackets_missing")
def tanh_brackets_missing_below(x):
    return (np.exp(x) - np.exp(-x)) / np.exp(x) + np.exp(-x)


@mistake(of="tanh")
def tanh_overflows(x):
    """Right for small x, but where x is large you get NaN: exp(1000) is too large for a float, and inf / inf is NaN.
    `np.tanh` knows a better way."""
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@mistake(of="tanh", like="tanh_overflows")
def tanh_overflows_by_sinh_and_cosh(x):
    return np.sinh(x) / np.cosh(x)


@mistake(of="tanh", like="tanh_overflows")
def tanh_overflows_doubled(x):
    return (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)


@mistake(of="tanh", like="tanh_overflows")
def tanh_overflows_doubled_down(x):
    return (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x))


@mistake(of="tanh")
def tanh_cut_off(x):
    """You cut tanh with straight lines: between -1 and 1 it is a curve. Ask `np.tanh`."""
    return np.clip(x, -1, 1)


@mistake(of="tanh")
def tanh_math(x):
    """`math` works for one number only. `np.tanh` works for whole arrays."""
    return math.tanh(x)


@mistake(of="tanh", like="tanh_math")
def tanh_math_exp(x):
    return (math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x))


@mistake(of="tanh")
def tanh_rounded(x):
    """You round the result. That loses digits that later layers need: return the value as it is."""
    return np.round(np.tanh(x), 2)


@mistake(of="tanh", like="tanh_rounded")
def tanh_rounded_to_4(x):
    return np.round(np.tanh(x), 4)


@mistake(of="tanh")
def tanh_flat_loop(x):
    """Your loop over x works for one row of numbers only, not for a table and not for a single number. NumPy needs no
    loop: `np.tanh(x)`."""
    return np.array([math.tanh(v) for v in x])


@mistake(of="tanh")
def tanh_returns_none(x):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@probe(of="tanh")
def tanh_probes():
    """Signs, 0, shapes, large numbers."""
    yield from _questions()


# ------------------------------------------------------------------------------------------------- leaky_relu


@mistake(of="leaky_relu")
def leaky_relu_is_relu(x, alpha=0.01):
    """This is plain ReLU: below 0 it is flat. A leaky ReLU gives alpha * x there."""
    return np.maximum(0, x)


@mistake(of="leaky_relu")
def leaky_relu_gives_alpha(x, alpha=0.01):
    """Below 0 you return alpha itself. It is alpha * x."""
    return np.where(x > 0, x, alpha)


@mistake(of="leaky_relu")
def leaky_relu_gives_minus_alpha_x(x, alpha=0.01):
    """Below 0 your answers are positive: there is a minus sign too much. It is alpha * x, and x is negative."""
    return np.where(x > 0, x, -alpha * x)


@mistake(of="leaky_relu", like="leaky_relu_gives_minus_alpha_x")
def leaky_relu_absolute_value(x, alpha=0.01):
    return np.where(x > 0, x, alpha * np.abs(x))


@mistake(of="leaky_relu")
def leaky_relu_wrong_way_round(x, alpha=0.01):
    """It is the wrong way round: you shrink the positive numbers. x stays where x > 0, and alpha * x is for the
    others."""
    return np.where(x > 0, alpha * x, x)


@mistake(of="leaky_relu", like="leaky_relu_wrong_way_round")
def leaky_relu_minimum(x, alpha=0.01):
    return np.minimum(x, alpha * x)


@mistake(of="leaky_relu")
def leaky_relu_shrinks_all(x, alpha=0.01):
    """You multiply all numbers by alpha. Those above 0 stay as they are."""
    return alpha * x


@mistake(of="leaky_relu")
def leaky_relu_subtracts(x, alpha=0.01):
    """Below 0 you add alpha or take it away. Multiply: alpha * x."""
    return np.where(x > 0, x, x - alpha)


@mistake(of="leaky_relu", like="leaky_relu_subtracts")
def leaky_relu_adds(x, alpha=0.01):
    return np.where(x > 0, x, x + alpha)


@mistake(of="leaky_relu")
def leaky_relu_divides(x, alpha=0.01):
    """Below 0 you divide by alpha, so small numbers become large. Multiply: alpha * x."""
    return np.where(x > 0, x, x / alpha)


@mistake(of="leaky_relu")
def leaky_relu_larger_of_x_and_alpha(x, alpha=0.01):
    """You take the larger one of x and alpha. Below 0 it is alpha * x."""
    return np.maximum(alpha, x)


@mistake(of="leaky_relu")
def leaky_relu_another_default(x, alpha=0.1):
    """The default of alpha is another one. Without an argument it must be 0.01: `def leaky_relu(x, alpha=0.01):`."""
    return np.where(x > 0, x, alpha * x)


@mistake(of="leaky_relu", like="leaky_relu_another_default")
def leaky_relu_default_02(x, alpha=0.2):
    return np.where(x > 0, x, alpha * x)


@mistake(of="leaky_relu", like="leaky_relu_another_default")
def leaky_relu_default_03(x, alpha=0.3):
    return np.where(x > 0, x, alpha * x)


@mistake(of="leaky_relu")
def leaky_relu_ignores_alpha(x, alpha=0.01):
    """alpha is always 0.01: the argument has no effect. Write `alpha * x`, not `0.01 * x`."""
    return np.where(x > 0, x, 0.01 * x)


@mistake(of="leaky_relu", like="leaky_relu_ignores_alpha")
def leaky_relu_ignores_alpha_by_maximum(x, alpha=0.01):
    return np.maximum(0.01 * x, x)


@mistake(of="leaky_relu")
def leaky_relu_maximum(x, alpha=0.01):
    """The larger one of x and alpha * x is right only while alpha is below 1. Ask for the sign of x:
    `np.where(x > 0, x, alpha * x)`."""
    return np.maximum(x, alpha * x)


@mistake(of="leaky_relu")
def leaky_relu_changes_x(x, alpha=0.01):
    """You write into x itself, so the caller's array is changed. Make a new array: `np.where` does it for you."""
    x[x < 0] = alpha * x[x < 0]
    return x


@mistake(of="leaky_relu", like="leaky_relu_changes_x")
def leaky_relu_changes_x_by_times(x, alpha=0.01):
    x[x < 0] *= alpha
    return x


@mistake(of="leaky_relu", like="leaky_relu_changes_x")
def leaky_relu_changes_x_at_zero_too(x, alpha=0.01):
    x[x <= 0] *= alpha
    return x


@mistake(of="leaky_relu")
def leaky_relu_keeps_integers(x, alpha=0.01):
    """Your array takes the number type of x. Where x holds whole numbers, the answers are cut off. Make it of floats:
    `np.zeros_like(x, dtype=float)`, or use `np.where`."""
    y = x.copy()
    y[x < 0] = alpha * x[x < 0]
    return y


@mistake(of="leaky_relu", like="leaky_relu_keeps_integers")
def leaky_relu_keeps_integers_zeros_like(x, alpha=0.01):
    y = np.zeros_like(x)
    y[x > 0] = x[x > 0]
    y[x <= 0] = alpha * x[x <= 0]
    return y


@mistake(of="leaky_relu")
def leaky_relu_numbers_only(x, alpha=0.01):
    """Your function works for one number only: `if` and `max` cannot decide for a whole array at once. `np.where(x >
    0, x, …)` chooses number by number."""
    if x > 0:
        return x
    return alpha * x


@mistake(of="leaky_relu", like="leaky_relu_numbers_only")
def leaky_relu_numbers_only_max(x, alpha=0.01):
    return max(alpha * x, x)


@mistake(of="leaky_relu")
def leaky_relu_flat_loop(x, alpha=0.01):
    """Your loop over x works for one row of numbers only. NumPy needs no loop: `np.where(x > 0, x, alpha * x)`."""
    return np.array([v if v > 0 else alpha * v for v in x])


@mistake(of="leaky_relu")
def leaky_relu_returns_none(x, alpha=0.01):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@mistake(of="leaky_relu")
def leaky_relu_rounded(x, alpha=0.01):
    """You round the result. That loses digits that later layers need: return the value as it is."""
    return np.round(np.where(x > 0, x, alpha * x), 2)


@mistake(of="leaky_relu", like="leaky_relu_rounded")
def leaky_relu_rounded_to_3(x, alpha=0.01):
    return np.round(np.where(x > 0, x, alpha * x), 3)


@mistake(of="leaky_relu")
def leaky_relu_gives_list(x, alpha=0.01):
    """You go through x number by number and return a list. That is right for one row only, and an array is asked for:
    `np.where(x > 0, x, alpha * x)`."""
    return [number if number > 0 else alpha * number for number in x]


@probe(of="leaky_relu")
def leaky_relu_probes():
    """With and without alpha."""
    yield from _questions_with_alpha()


# -------------------------------------------------------------------------------------------------------- elu


@mistake(of="elu")
def elu_forgets_minus_one(x, alpha=1.0):
    """Below 0 the -1 is missing: it is alpha * (exp(x) - 1). So the curve jumps at 0."""
    return np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0)))


@mistake(of="elu")
def elu_forgets_brackets(x, alpha=1.0):
    """Right for alpha = 1, but else the brackets are missing: alpha multiplies all of exp(x) - 1."""
    return np.where(x > 0, x, alpha * np.exp(np.minimum(x, 0)) - 1)


@mistake(of="elu")
def elu_subtracts_alpha_only(x, alpha=1.0):
    """Right for alpha = 1, but else not: you take alpha away, and exp(x) is not multiplied by it. It is
    alpha * (exp(x) - 1)."""
    return np.where(x > 0, x, np.exp(np.minimum(x, 0)) - alpha)


@mistake(of="elu")
def elu_sign_in_exp(x, alpha=1.0):
    """There is a minus sign too much in the exponent: below 0, exp(-x) grows without end. It is exp(x) - 1."""
    return np.where(x > 0, x, alpha * (np.exp(-x) - 1))


@mistake(of="elu")
def elu_one_minus_exp(x, alpha=1.0):
    """Below 0 your answers are positive: 1 and exp(x) have changed places. It is alpha * (exp(x) - 1)."""
    return np.where(x > 0, x, alpha * (1 - np.exp(np.minimum(x, 0))))


@mistake(of="elu")
def elu_wrong_way_round(x, alpha=1.0):
    """It is the wrong way round: the curve is for the numbers below 0. Where x > 0, x stays as it is."""
    return np.where(x > 0, alpha * (np.exp(x) - 1), x)


@mistake(of="elu")
def elu_is_relu(x, alpha=1.0):
    """This is plain ReLU: below 0 it is flat. There it should be alpha * (exp(x) - 1)."""
    return np.maximum(0, x)


@mistake(of="elu")
def elu_is_leaky(x, alpha=1.0):
    """Below 0 you give alpha * x, as the leaky ReLU does. It should be a curve: alpha * (exp(x) - 1)."""
    return np.where(x > 0, x, alpha * x)


@mistake(of="elu")
def elu_another_default(x, alpha=0.01):
    """The default of alpha is another one. Without an argument it must be 1.0: `def elu(x, alpha=1.0):`."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


@mistake(of="elu", like="elu_another_default")
def elu_default_05(x, alpha=0.5):
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


@mistake(of="elu", like="elu_another_default")
def elu_default_of_selu(x, alpha=1.67326):
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


@mistake(of="elu")
def elu_ignores_alpha(x, alpha=1.0):
    """The argument alpha has no effect. Multiply the curve by it: alpha * (exp(x) - 1)."""
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


@mistake(of="elu")
def elu_alpha_everywhere(x, alpha=1.0):
    """alpha multiplies the numbers above 0 too. There x stays as it is."""
    return alpha * np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


@mistake(of="elu")
def elu_multiplies_by_truth(x, alpha=1.0):
    """Where x is large you get NaN: exp(1000) is infinity, and infinity * 0 is NaN. Choose with `np.where`, and let exp
    see no large numbers: `np.exp(np.minimum(x, 0))`."""
    return (x > 0) * x + (x <= 0) * alpha * (np.exp(x) - 1)


@mistake(of="elu", like="elu_multiplies_by_truth")
def elu_multiplies_by_truth_last(x, alpha=1.0):
    return x * (x > 0) + alpha * (np.exp(x) - 1) * (x <= 0)


@mistake(of="elu")
def elu_minimum_of_curve(x, alpha=1.0):
    """The larger one of x and the curve is not ELU: above 0 the curve exp(x) - 1 is larger than x. Ask for the sign of
    x: `np.where(x > 0, ...)`."""
    return np.maximum(x, alpha * (np.exp(x) - 1))


@mistake(of="elu")
def elu_changes_x(x, alpha=1.0):
    """You write into x itself, so the caller's array is changed. Make a new array: `np.where` does it for you."""
    x[x < 0] = alpha * (np.exp(x[x < 0]) - 1)
    return x


@mistake(of="elu", like="elu_changes_x")
def elu_changes_x_at_zero_too(x, alpha=1.0):
    x[x <= 0] = alpha * (np.exp(x[x <= 0]) - 1)
    return x


@mistake(of="elu")
def elu_keeps_integers(x, alpha=1.0):
    """Your array takes the number type of x. Where x holds whole numbers, the answers are cut off. Make it of floats:
    `np.zeros_like(x, dtype=float)`, or use `np.where`."""
    y = x.copy()
    y[x < 0] = alpha * (np.exp(x[x < 0]) - 1)
    return y


@mistake(of="elu", like="elu_keeps_integers")
def elu_keeps_integers_zeros_like(x, alpha=1.0):
    y = np.zeros_like(x)
    y[x > 0] = x[x > 0]
    y[x <= 0] = alpha * (np.exp(x[x <= 0]) - 1)
    return y


@mistake(of="elu")
def elu_numbers_only(x, alpha=1.0):
    """Your function works for one number only: `if` and `max` cannot decide for a whole array at once. `np.where(x >
    0, x, …)` chooses number by number."""
    if x > 0:
        return x
    return alpha * (np.exp(x) - 1)


@mistake(of="elu")
def elu_flat_loop(x, alpha=1.0):
    """Your loop over x works for one row of numbers only. NumPy needs no loop: `np.where(x > 0, x, …)`."""
    return np.array([v if v > 0 else alpha * (math.exp(v) - 1) for v in x])


@mistake(of="elu")
def elu_math_exp(x, alpha=1.0):
    """`math.exp` works for one number only. `np.exp` works for whole arrays."""
    return np.where(x > 0, x, alpha * (math.exp(x) - 1))


@mistake(of="elu")
def elu_returns_none(x, alpha=1.0):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@mistake(of="elu")
def elu_adds_both(x, alpha=1.0):
    """Above 0 you add the curve to x. It is for the others only: choose with `np.where`, or let it see no positive numbers,
    `np.exp(np.minimum(x, 0))`."""
    return np.maximum(0, x) + alpha * (np.exp(x) - 1)


@mistake(of="elu")
def elu_gives_list(x, alpha=1.0):
    """You go through x number by number and return a list. That is right for one row only, and an array is asked for:
    `np.where(x > 0, x, …)`."""
    return [number if number > 0 else alpha * (np.exp(number) - 1) for number in x]


@probe(of="elu")
def elu_probes():
    """With and without alpha."""
    yield from _questions_with_alpha()


# ------------------------------------------------------------------------------------------------------- selu


@mistake(of="selu")
def selu_is_elu(x):
    """This is ELU with alpha = 1. SELU multiplies by its two numbers: SELU_SCALE everywhere, SELU_ALPHA below 0."""
    return elu(x)


@mistake(of="selu")
def selu_forgets_scale(x):
    """SELU_SCALE is missing: it multiplies both sides, the numbers above 0 too."""
    return elu(x, SELU_ALPHA)


@mistake(of="selu")
def selu_forgets_alpha(x):
    """SELU_ALPHA is missing: below 0 it multiplies exp(x) - 1, beside SELU_SCALE."""
    return SELU_SCALE * elu(x)


@mistake(of="selu")
def selu_scale_above_only(x):
    """Below 0, SELU_SCALE is missing: it multiplies both sides."""
    x = np.asarray(x)
    return np.where(x > 0, SELU_SCALE * x, SELU_ALPHA * np.expm1(np.minimum(x, 0)))


@mistake(of="selu")
def selu_scale_below_only(x):
    """Above 0, SELU_SCALE is missing: it multiplies both sides."""
    x = np.asarray(x)
    return np.where(x > 0, x, SELU_SCALE * SELU_ALPHA * np.expm1(np.minimum(x, 0)))


@mistake(of="selu")
def selu_alpha_everywhere(x):
    """SELU_ALPHA multiplies the numbers above 0 too. It is only for those below."""
    return SELU_SCALE * SELU_ALPHA * elu(x)


@mistake(of="selu")
def selu_swaps_numbers(x):
    """SELU_ALPHA and SELU_SCALE have changed places. SELU_SCALE multiplies everything, SELU_ALPHA what is below 0."""
    return SELU_ALPHA * elu(x, SELU_SCALE)


@mistake(of="selu")
def selu_forgets_minus_one(x):
    """Below 0 the -1 is missing: it is SELU_SCALE * SELU_ALPHA * (exp(x) - 1)."""
    x = np.asarray(x)
    return SELU_SCALE * np.where(x > 0, x, SELU_ALPHA * np.exp(np.minimum(x, 0)))


@mistake(of="selu")
def selu_forgets_brackets(x):
    """The brackets around exp(x) - 1 are missing: SELU_ALPHA multiplies both parts."""
    x = np.asarray(x)
    return SELU_SCALE * np.where(x > 0, x, SELU_ALPHA * np.exp(np.minimum(x, 0)) - 1)


@mistake(of="selu", like="selu_forgets_brackets")
def selu_forgets_brackets_scale_inside(x):
    x = np.asarray(x)
    return np.where(x > 0, SELU_SCALE * x, SELU_SCALE * SELU_ALPHA * np.exp(np.minimum(x, 0)) - 1)


@mistake(of="selu")
def selu_rounded_numbers(x):
    """You use rounded numbers, and the error shows. Use SELU_ALPHA and SELU_SCALE, which stand at the top of the
    file."""
    return 1.05 * elu(x, 1.67)


@mistake(of="selu", like="selu_rounded_numbers")
def selu_numbers_rounded_to_4(x):
    return 1.0507 * elu(x, 1.6733)


@mistake(of="selu", like="selu_rounded_numbers")
def selu_numbers_rounded_to_3(x):
    return 1.051 * elu(x, 1.673)


@mistake(of="selu")
def selu_wrong_way_round(x):
    """It is the wrong way round: the curve is for the numbers below 0."""
    x = np.asarray(x)
    return SELU_SCALE * np.where(x > 0, SELU_ALPHA * (np.exp(x) - 1), x)


@mistake(of="selu")
def selu_multiplies_by_truth(x):
    """Where x is large you get NaN: exp(1000) is infinity, and infinity * 0 is NaN. Choose with `np.where`, or call
    elu."""
    return SELU_SCALE * ((x > 0) * x + (x <= 0) * SELU_ALPHA * (np.exp(x) - 1))


@mistake(of="selu", like="selu_multiplies_by_truth")
def selu_multiplies_by_truth_last(x):
    return SELU_SCALE * (x * (x > 0) + SELU_ALPHA * (np.exp(x) - 1) * (x <= 0))


@mistake(of="selu")
def selu_keeps_integers(x):
    """Your array takes the number type of x. Where x holds whole numbers, the answers are cut off. Make it of floats,
    or call elu."""
    y = np.zeros_like(x)
    y[x > 0] = SELU_SCALE * x[x > 0]
    y[x <= 0] = SELU_SCALE * SELU_ALPHA * (np.exp(x[x <= 0]) - 1)
    return y


@mistake(of="selu", like="selu_keeps_integers")
def selu_keeps_integers_of_a_copy(x):
    y = x.copy()
    y[x > 0] = SELU_SCALE * x[x > 0]
    y[x <= 0] = SELU_SCALE * SELU_ALPHA * (np.exp(x[x <= 0]) - 1)
    return y


@mistake(of="selu")
def selu_changes_x(x):
    """You write into x itself, so the caller's array is changed. Make a new array, or call elu."""
    above = x > 0
    x[above] = SELU_SCALE * x[above]
    x[~above] = SELU_SCALE * SELU_ALPHA * (np.exp(x[~above]) - 1)
    return x


@mistake(of="selu")
def selu_numbers_only(x):
    """Your function works for one number only: `if` cannot decide for a whole array at once. Call elu, or use
    `np.where`."""
    if x > 0:
        return SELU_SCALE * x
    return SELU_SCALE * SELU_ALPHA * (np.exp(x) - 1)


@mistake(of="selu")
def selu_returns_none(x):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@probe(of="selu")
def selu_probes():
    """Signs, 0, shapes, large numbers."""
    yield from _questions()


# ------------------------------------------------------------------------------------------------------ swish


@mistake(of="swish")
def swish_is_sigmoid(x):
    """This is the sigmoid alone. Swish multiplies it by x."""
    return sigmoid(x)


@mistake(of="swish")
def swish_adds(x):
    """You add x and its sigmoid. Swish multiplies them."""
    return x + sigmoid(x)


@mistake(of="swish")
def swish_tanh(x):
    """You multiply x by its tanh. Swish takes the sigmoid: x * sigmoid(x)."""
    return x * np.tanh(x)


@mistake(of="swish")
def swish_sign_in_exp(x):
    """The sign in the exponent is the wrong way round: sigmoid(x) is 1 / (1 + exp(-x)). Use the sigmoid that is
    given."""
    return x * sigmoid(-np.asarray(x))


@mistake(of="swish", like="swish_sign_in_exp")
def swish_sign_in_own_exp(x):
    return x / (1 + np.exp(x))


@mistake(of="swish")
def swish_sigmoid_of_square(x):
    """You put x into the sigmoid twice, as x * x. It is x, multiplied by sigmoid(x)."""
    return sigmoid(np.asarray(x) * x)


@mistake(of="swish")
def swish_relu(x):
    """Below 0 your answer is 0. Swish has no corner there: x * sigmoid(x), also where x is negative."""
    return np.maximum(0, x) * sigmoid(x)


@mistake(of="swish")
def swish_hard(x):
    """This is hard swish, made of straight lines. The task asks for x * sigmoid(x)."""
    return x * np.clip(np.asarray(x) + 3, 0, 6) / 6


@mistake(of="swish")
def swish_gelu(x):
    """The sigmoid gets 1.702 * x, as for GELU. Swish is x * sigmoid(x)."""
    return x * sigmoid(1.702 * np.asarray(x))


@mistake(of="swish")
def swish_is_mish(x):
    """This is mish. Swish is x * sigmoid(x)."""
    return mish(x)


@mistake(of="swish")
def swish_overflows(x):
    """Right for small x, but where x is large you get NaN: exp(1000) is infinity, and infinity / infinity is NaN. Use
    the sigmoid that is given."""
    return x * np.exp(x) / (1 + np.exp(x))


@mistake(of="swish", like="swish_overflows")
def swish_overflows_in_brackets(x):
    return x * (np.exp(x) / (np.exp(x) + 1))


@mistake(of="swish")
def swish_math(x):
    """`math.exp` works for one number only. Use the sigmoid that is given: it works for whole arrays."""
    return x / (1 + math.exp(-x))


@mistake(of="swish")
def swish_dot(x):
    """`np.dot` and `@` multiply and add up. You want number by number: `x * sigmoid(x)`."""
    return np.dot(x, sigmoid(x))


@mistake(of="swish", like="swish_dot")
def swish_at(x):
    return x @ sigmoid(x)


@mistake(of="swish")
def swish_rounds(x):
    """You round the result. That loses digits that later layers need: return the value as it is."""
    return np.round(x * sigmoid(x), 2)


@mistake(of="swish", like="swish_rounds")
def swish_rounds_to_4(x):
    return np.round(x * sigmoid(x), 4)


@mistake(of="swish")
def swish_changes_x(x):
    """`*=` writes into x itself, so the caller's array is changed. Make a new array: `x * sigmoid(x)`."""
    x *= sigmoid(x)
    return x


@mistake(of="swish")
def swish_returns_none(x):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@probe(of="swish")
def swish_probes():
    """Signs, 0, shapes, large numbers."""
    yield from _questions()


# ------------------------------------------------------------------------------------------------------- mish


@mistake(of="mish")
def mish_is_swish(x):
    """This is swish. Mish is x * tanh(softplus(x))."""
    return swish(x)


@mistake(of="mish")
def mish_forgets_x(x):
    """x is missing: multiply tanh(softplus(x)) by it."""
    return tanh(softplus(x))


@mistake(of="mish")
def mish_forgets_tanh(x):
    """tanh is missing: it is x * tanh(softplus(x))."""
    return x * softplus(x)


@mistake(of="mish")
def mish_forgets_softplus(x):
    """softplus is missing, or the 1 in it: log(exp(x)) is only x. It is x * tanh(softplus(x)), with the softplus that is
    given."""
    return x * tanh(x)


@mistake(of="mish", like="mish_forgets_softplus")
def mish_log_of_exp(x):
    return x * np.tanh(np.log(np.exp(x)))


@mistake(of="mish")
def mish_swaps_functions(x):
    """tanh and softplus have changed places: softplus(x) goes into tanh."""
    return x * softplus(tanh(x))


@mistake(of="mish")
def mish_sigmoid_of_softplus(x):
    """softplus(x) goes into tanh, not into the sigmoid."""
    return x * sigmoid(softplus(x))


@mistake(of="mish")
def mish_tanh_of_exp(x):
    """The log is missing: softplus(x) is log(1 + exp(x)). Use the softplus that is given."""
    return x * np.tanh(np.exp(x))


@mistake(of="mish", like="mish_tanh_of_exp")
def mish_tanh_of_one_plus_exp(x):
    return x * np.tanh(1 + np.exp(x))


@mistake(of="mish")
def mish_sign_in_exp(x):
    """The sign in the exponent is the wrong way round: softplus(x) is log(1 + exp(x)). Use the softplus that is
    given."""
    return x * np.tanh(np.log(1 + np.exp(-x)))


@mistake(of="mish")
def mish_log10(x):
    """Your logarithm has the base 10 or the base 2. softplus has the natural one, `np.log`. Use the softplus that is
    given."""
    return x * np.tanh(np.log10(1 + np.exp(x)))


@mistake(of="mish", like="mish_log10")
def mish_log2(x):
    return x * np.tanh(np.log2(1 + np.exp(x)))


@mistake(of="mish", like="mish_log10")
def mish_logaddexp2(x):
    return x * np.tanh(np.logaddexp2(0.0, x))


@mistake(of="mish")
def mish_overflows(x):
    """Right for small x, but where x is large you get NaN: exp(1000) is infinity, and infinity / infinity is NaN. Use
    tanh and softplus."""
    return x * ((1 + np.exp(x)) ** 2 - 1) / ((1 + np.exp(x)) ** 2 + 1)


@mistake(of="mish", like="mish_overflows")
def mish_overflows_by_own_tanh(x):
    s = np.log(1 + np.exp(x))
    return x * (np.exp(s) - np.exp(-s)) / (np.exp(s) + np.exp(-s))


@mistake(of="mish", like="mish_overflows")
def mish_overflows_expanded(x):
    e = np.exp(x)
    return x * (e * e + 2 * e) / (e * e + 2 * e + 2)


@mistake(of="mish")
def mish_changes_x(x):
    """`*=` writes into x itself, so the caller's array is changed. Make a new array: `x * tanh(softplus(x))`."""
    x *= tanh(softplus(x))
    return x


@mistake(of="mish")
def mish_math(x):
    """`math` works for one number only. `np.tanh` and the softplus that is given work for whole arrays."""
    return x * math.tanh(softplus(x))


@mistake(of="mish", like="mish_math")
def mish_math_exp(x):
    return x * np.tanh(math.log(1 + math.exp(x)))


@mistake(of="mish")
def mish_rounds(x):
    """You round the result. That loses digits that later layers need: return the value as it is."""
    return np.round(x * tanh(softplus(x)), 2)


@mistake(of="mish", like="mish_rounds")
def mish_rounds_to_4(x):
    return np.round(x * tanh(softplus(x)), 4)


@mistake(of="mish")
def mish_returns_none(x):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@mistake(of="mish")
def mish_of_sigmoid(x):
    """You put sigmoid(x) into tanh. It is softplus(x) that goes in: x * tanh(softplus(x))."""
    return x * tanh(sigmoid(x))


@probe(of="mish")
def mish_probes():
    """Signs, 0, shapes, large numbers."""
    yield from _questions()


# ------------------------------------------------------------------------------------------- sigmoid_gradient


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_is_sigmoid(x):
    """This is the sigmoid itself. How steep it is says s * (1 - s), where s is sigmoid(x)."""
    return sigmoid(x)


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_of_output(x):
    """You use x as if it came out of the sigmoid already. Here x goes in: take `s = sigmoid(x)` first, then
    s * (1 - s)."""
    return x * (1 - x)


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_one_minus(x):
    """A factor is missing: this is 1 - s, and the gradient is s * (1 - s), where s is sigmoid(x). With exp it is
    exp(-x) divided by (1 + exp(-x))², and the square counts."""
    return 1 - sigmoid(x)


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_one_minus")
def sigmoid_gradient_forgets_square(x):
    return sigmoid(-np.asarray(x))


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_one_minus")
def sigmoid_gradient_forgets_square_by_exp(x):
    return np.exp(-x) / (1 + np.exp(-x))


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_squares(x):
    """You take 1 - s², as for tanh. The gradient of the sigmoid is s * (1 - s)."""
    return 1 - sigmoid(x) ** 2


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_twice(x):
    """You put sigmoid(x) into the sigmoid once more. Calculate `s = sigmoid(x)` once, then s * (1 - s)."""
    s = sigmoid(sigmoid(x))
    return s * (1 - s)


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_of_one_less_x(x):
    """The second factor is 1 - s, where s is sigmoid(x). You have 1 - x there."""
    return sigmoid(x) * (1 - np.asarray(x))


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_plus(x):
    """There is a plus where a minus should be: it is s * (1 - s)."""
    s = sigmoid(x)
    return s * (1 + s)


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_brackets(x):
    """The brackets are missing: it is s * (1 - s), and without them you get s - s = 0."""
    s = sigmoid(x)
    return s * 1 - s


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_negative(x):
    """The sign is the wrong way round: the sigmoid rises everywhere, so its gradient is positive. It is
    s * (1 - s)."""
    s = sigmoid(x)
    return s * (s - 1)


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_x_times(x):
    """You multiply by x. The gradient of the sigmoid is s * (1 - s), where s is sigmoid(x), and x is not in it."""
    return x * (1 - sigmoid(x))


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_x_times")
def sigmoid_gradient_x_times_all(x):
    s = sigmoid(x)
    return x * s * (1 - s)


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_overflows(x):
    """Right for small x, but for large ones you get NaN: exp(1000) is infinity, and infinity / infinity is NaN. Use
    s * (1 - s), where s is the sigmoid that is given."""
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_overflows")
def sigmoid_gradient_overflows_at_the_right(x):
    return np.exp(x) / (1 + np.exp(x)) ** 2


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_overflows")
def sigmoid_gradient_overflows_by_own_sigmoid(x):
    s = np.exp(x) / (1 + np.exp(x))
    return s * (1 - s)


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_numeric(x):
    """You measure the slope with two points that lie too far apart, so digits are lost. Use the formula:
    s * (1 - s)."""
    return (sigmoid(x + 0.1) - sigmoid(x - 0.1)) / 0.2


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_numeric")
def sigmoid_gradient_numeric_forward(x):
    return (sigmoid(x + 0.001) - sigmoid(x)) / 0.001


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_numeric")
def sigmoid_gradient_numeric_forward_far(x):
    return (sigmoid(x + 0.01) - sigmoid(x)) / 0.01


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_numeric")
def sigmoid_gradient_numeric_forward_near(x):
    return (sigmoid(x + 1e-4) - sigmoid(x)) / 1e-4


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_np_gradient(x):
    """`np.gradient` measures how an array grows from one place to the next. You want the formula for each number:
    s * (1 - s)."""
    return np.gradient(sigmoid(x))


@mistake(of="sigmoid_gradient", like="sigmoid_gradient_np_gradient")
def sigmoid_gradient_np_gradient_at_x(x):
    return np.gradient(sigmoid(x), x)


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_np_diff(x):
    """`np.diff` gives the steps between neighbours, one number less. You want the formula for each number:
    s * (1 - s)."""
    return np.diff(sigmoid(x))


@mistake(of="sigmoid_gradient")
def sigmoid_gradient_returns_none(x):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@probe(of="sigmoid_gradient")
def sigmoid_gradient_probes():
    """Signs, 0, shapes, large numbers."""
    yield from _questions()


# ---------------------------------------------------------------------------------------------- tanh_gradient


@mistake(of="tanh_gradient")
def tanh_gradient_is_tanh(x):
    """This is tanh itself. How steep it is says 1 - tanh(x)²."""
    return np.tanh(x)


@mistake(of="tanh_gradient")
def tanh_gradient_of_output(x):
    """You use x as if it came out of tanh already. Here x goes in: take `t = tanh(x)` first, then 1 - t²."""
    return 1 - np.asarray(x) ** 2


@mistake(of="tanh_gradient")
def tanh_gradient_forgets_square(x):
    """The square is missing: it is 1 - tanh(x)²."""
    return 1 - np.tanh(x)


@mistake(of="tanh_gradient")
def tanh_gradient_forgets_one(x):
    """This is tanh(x)². Take it away from 1."""
    return np.tanh(x) ** 2


@mistake(of="tanh_gradient")
def tanh_gradient_squares_difference(x):
    """You square all of 1 - tanh(x). Only tanh(x) is squared: 1 - tanh(x) ** 2."""
    return (1 - np.tanh(x)) ** 2


@mistake(of="tanh_gradient")
def tanh_gradient_squares_x(x):
    """You square x, and then take tanh. First tanh, then the square: 1 - tanh(x) ** 2."""
    return 1 - np.tanh(np.asarray(x) ** 2)


@mistake(of="tanh_gradient")
def tanh_gradient_of_sigmoid(x):
    """You use t * (1 - t), the formula of the sigmoid. For tanh it is 1 - t²."""
    t = np.tanh(x)
    return t * (1 - t)


@mistake(of="tanh_gradient")
def tanh_gradient_plus(x):
    """There is a plus where a minus should be: it is 1 - tanh(x)²."""
    return 1 + np.tanh(x) ** 2


@mistake(of="tanh_gradient")
def tanh_gradient_negative(x):
    """The sign is the wrong way round: tanh rises everywhere, so its gradient is positive. It is 1 - tanh(x)²."""
    return np.tanh(x) ** 2 - 1


@mistake(of="tanh_gradient")
def tanh_gradient_caret(x):
    """`^` is no power in Python. Write `tanh(x) ** 2`."""
    return 1 - np.tanh(x) ^ 2


@mistake(of="tanh_gradient")
def tanh_gradient_forgets_cosh_square(x):
    """This is 1 / cosh(x), and the square is missing. It is 1 - tanh(x)²."""
    return 1 / np.cosh(x)


@mistake(of="tanh_gradient")
def tanh_gradient_overflows(x):
    """Right for small x, but for large ones you get NaN: exp(1000) is infinity, and infinity / infinity is NaN. Use
    tanh: 1 - tanh(x) ** 2."""
    t = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
    return 1 - t**2


@mistake(of="tanh_gradient", like="tanh_gradient_overflows")
def tanh_gradient_overflows_by_sinh_and_cosh(x):
    return 1 - (np.sinh(x) / np.cosh(x)) ** 2


@mistake(of="tanh_gradient")
def tanh_gradient_numeric(x):
    """You measure the slope with two points that lie too far apart, so digits are lost. Use the formula:
    1 - tanh(x)²."""
    return (np.tanh(x + 0.1) - np.tanh(x - 0.1)) / 0.2


@mistake(of="tanh_gradient", like="tanh_gradient_numeric")
def tanh_gradient_numeric_forward(x):
    return (np.tanh(x + 0.001) - np.tanh(x)) / 0.001


@mistake(of="tanh_gradient", like="tanh_gradient_numeric")
def tanh_gradient_numeric_forward_far(x):
    return (np.tanh(x + 0.01) - np.tanh(x)) / 0.01


@mistake(of="tanh_gradient", like="tanh_gradient_numeric")
def tanh_gradient_numeric_forward_near(x):
    return (np.tanh(x + 1e-4) - np.tanh(x)) / 1e-4


@mistake(of="tanh_gradient")
def tanh_gradient_np_gradient(x):
    """`np.gradient` measures how an array grows from one place to the next. You want the formula for each number:
    1 - tanh(x)²."""
    return np.gradient(np.tanh(x))


@mistake(of="tanh_gradient", like="tanh_gradient_np_gradient")
def tanh_gradient_np_gradient_at_x(x):
    return np.gradient(np.tanh(x), x)


@mistake(of="tanh_gradient")
def tanh_gradient_returns_none(x):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@probe(of="tanh_gradient")
def tanh_gradient_probes():
    """Signs, 0, shapes, large numbers."""
    yield from _questions()


# ---------------------------------------------------------------------------------------------- relu_gradient


@mistake(of="relu_gradient")
def relu_gradient_one_at_zero(x):
    """Your gradient is 1 at x = 0. There it is 0: compare with `>`, not with `>=`."""
    return (np.asarray(x) >= 0).astype(int)


@mistake(of="relu_gradient", like="relu_gradient_one_at_zero")
def relu_gradient_one_at_zero_float(x):
    return np.where(x >= 0, 1.0, 0.0)


@mistake(of="relu_gradient")
def relu_gradient_half_at_zero(x):
    """Your gradient is 0.5 at x = 0. There the task says 0."""
    return np.where(x > 0, 1.0, np.where(x < 0, 0.0, 0.5))


@mistake(of="relu_gradient", like="relu_gradient_half_at_zero")
def relu_gradient_half_at_zero_by_heaviside(x):
    return np.heaviside(x, 0.5)


@mistake(of="relu_gradient")
def relu_gradient_truths(x):
    """You return `True` and `False`. Make numbers of them: `.astype(float)`."""
    return np.asarray(x) > 0


@mistake(of="relu_gradient")
def relu_gradient_truths_one_at_zero(x):
    """Two things: you return `True` and `False` instead of numbers, and at x = 0 the answer should be 0. Compare with
    `>`, and use `.astype(float)`."""
    return np.asarray(x) >= 0


@mistake(of="relu_gradient")
def relu_gradient_is_relu(x):
    """This is ReLU itself. Its slope is 1 where x > 0, whatever x is."""
    return np.maximum(0, x)


@mistake(of="relu_gradient")
def relu_gradient_is_sign(x):
    """You return the sign of x: below 0 it gives -1. There ReLU is flat, so its slope is 0."""
    return np.sign(x)


@mistake(of="relu_gradient", like="relu_gradient_is_sign")
def relu_gradient_is_sign_float(x):
    return np.sign(x).astype(float)


@mistake(of="relu_gradient")
def relu_gradient_minus_one_below(x):
    """Below 0 you give -1. There ReLU is flat, so its slope is 0."""
    return np.where(x > 0, 1, -1)


@mistake(of="relu_gradient")
def relu_gradient_reversed(x):
    """It is the wrong way round: your slope is 1 where x is negative. It must be 1 where x > 0."""
    return (np.asarray(x) < 0).astype(int)


@mistake(of="relu_gradient", like="relu_gradient_reversed")
def relu_gradient_reversed_where(x):
    return np.where(x > 0, 0, 1)


@mistake(of="relu_gradient")
def relu_gradient_leaky(x):
    """Below 0 you give 0.01, as for the leaky ReLU. Plain ReLU is flat there: 0."""
    return np.where(x > 0, 1.0, 0.01)


@mistake(of="relu_gradient")
def relu_gradient_all_ones(x):
    """Your slope is 1 everywhere. Below 0 ReLU is flat: 0."""
    return np.ones_like(x)


@mistake(of="relu_gradient")
def relu_gradient_divides(x):
    """relu(x) / x is 1 or 0, but at x = 0 it is 0 / 0, which is NaN. Compare instead: x > 0."""
    return np.maximum(0, x) / x


@mistake(of="relu_gradient")
def relu_gradient_changes_x(x):
    """You write the ones and zeros into x itself, so the caller's array is changed. Make a new array from the
    comparison `x > 0`."""
    x[x > 0] = 1
    x[x <= 0] = 0
    return x


@mistake(of="relu_gradient", like="relu_gradient_changes_x")
def relu_gradient_changes_x_zeros_first(x):
    x[x <= 0] = 0
    x[x > 0] = 1
    return x


@mistake(of="relu_gradient")
def relu_gradient_numbers_only(x):
    """Your function works for one number only: `if` cannot decide for a whole array at once. Compare the whole array,
    `x > 0`, and make numbers of the answer."""
    if x > 0:
        return 1
    return 0


@mistake(of="relu_gradient", like="relu_gradient_numbers_only")
def relu_gradient_numbers_only_float(x):
    return 1.0 if x > 0 else 0.0


@mistake(of="relu_gradient")
def relu_gradient_flat_loop(x):
    """Your loop over x works for one row of numbers only. NumPy needs no loop: `x > 0` compares every entry."""
    return np.array([1.0 if v > 0 else 0.0 for v in x])


@mistake(of="relu_gradient", like="relu_gradient_flat_loop")
def relu_gradient_flat_loop_int(x):
    return np.array([1 if v > 0 else 0 for v in x])


@mistake(of="relu_gradient")
def relu_gradient_np_gradient(x):
    """`np.gradient` measures how an array grows from one place to the next. You want an answer for each number alone:
    1 where x > 0, else 0."""
    return np.gradient(np.maximum(0, x))


@mistake(of="relu_gradient", like="relu_gradient_np_gradient")
def relu_gradient_np_gradient_at_x(x):
    return np.gradient(np.maximum(0, x), x)


@mistake(of="relu_gradient")
def relu_gradient_returns_none(x):
    """Your function returns nothing, so Python gives `None`. End with `return`."""


@probe(of="relu_gradient")
def relu_gradient_probes():
    """Signs, 0, shapes, large numbers."""
    yield from _questions()


# ------------------------------------------------------------------------------------------- plot_activations

_FAMILY = (tanh, leaky_relu, elu, selu, swish, mish)


def _plot(x, functions=_FAMILY, legend=True, labels=None):
    """The right figure, but for what is given here."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for index, function in enumerate(functions):
        label = function.__name__ if labels is None else labels[index]
        axes.plot(x, function(x), **({} if label is None else {"label": label}))
    if legend:
        axes.legend()
    return figure


@mistake(of="plot_activations")
def plot_without_legend(x):
    """The lines have names, but the diagram has no legend, so nobody sees them. Call `axes.legend()` after the lines
    are drawn."""
    return _plot(x, legend=False)


@mistake(of="plot_activations")
def plot_legend_first(x):
    """The legend is made before the lines are drawn, so it does not name them. Call `axes.legend()` at the end."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    axes.legend()
    for function in _FAMILY:
        axes.plot(x, function(x), label=function.__name__)
    return figure


@mistake(of="plot_activations")
def plot_without_labels(x):
    """The lines have no names. Give each one its function's name: `axes.plot(x, tanh(x), label="tanh")`."""
    return _plot(x, legend=False, labels=[None] * 6)


@mistake(of="plot_activations", like="plot_without_labels")
def plot_names_in_legend_only(x):
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for function in _FAMILY:
        axes.plot(x, function(x))
    axes.legend([function.__name__ for function in _FAMILY])
    return figure


@mistake(of="plot_activations")
def plot_other_names(x):
    """The labels are not the names of the functions. Write them as in Python, in small letters: tanh, leaky_relu, elu,
    selu, swish, mish."""
    return _plot(x, labels=["Tanh", "Leaky ReLU", "ELU", "SELU", "Swish", "Mish"])


@mistake(of="plot_activations", like="plot_other_names")
def plot_other_names_with_small_letters(x):
    return _plot(x, labels=["tanh", "leaky relu", "elu", "selu", "swish", "mish"])


@mistake(of="plot_activations", like="plot_other_names")
def plot_other_names_with_capitals(x):
    return _plot(x, labels=["tanh", "Leaky ReLU", "ELU", "SELU", "Swish", "Mish"])


_FIGURES = []


@mistake(of="plot_activations", remembers=True)
def plot_into_old_figure(x):
    """You draw into the figure that is there already, so the lines of the call before are in it too. Begin with a new
    figure: `figure, axes = plt.subplots()`."""
    import matplotlib.pyplot as plt

    # What pyplot itself would go on with may be another variant's figure.
    if not _FIGURES:
        _FIGURES.append(plt.subplots()[0])
    (axes,) = _FIGURES[0].axes
    for function in _FAMILY:
        axes.plot(x, function(x), label=function.__name__)
    axes.legend()
    return _FIGURES[0]


@mistake(of="plot_activations")
def plot_with_relatives(x):
    """The diagram has more lines than the six of the family. Leave sigmoid, ReLU and the others out."""
    return _plot(x, functions=(sigmoid, relu, *_FAMILY))


@mistake(of="plot_activations", like="plot_with_relatives")
def plot_with_sigmoid(x):
    return _plot(x, functions=(sigmoid, *_FAMILY))


@mistake(of="plot_activations", like="plot_with_relatives")
def plot_with_relu(x):
    return _plot(x, functions=(relu, *_FAMILY))


@mistake(of="plot_activations")
def plot_one_missing(x):
    """A line is missing. There are six: tanh, leaky_relu, elu, selu, swish and mish."""
    return _plot(x, functions=_FAMILY[:5])


@mistake(of="plot_activations", like="plot_one_missing")
def plot_first_missing(x):
    return _plot(x, functions=_FAMILY[1:])


@mistake(of="plot_activations", like="plot_one_missing")
def plot_only_one(x):
    return _plot(x, functions=_FAMILY[:1])


@mistake(of="plot_activations")
def plot_many_diagrams(x):
    """Each function has a diagram of its own. Draw all six lines in one: `figure, axes = plt.subplots()`."""
    import matplotlib.pyplot as plt

    figure, grid = plt.subplots(2, 3)
    for axes, function in zip(grid.ravel(), _FAMILY, strict=True):
        axes.plot(x, function(x), label=function.__name__)
        axes.legend()
    return figure


@mistake(of="plot_activations", like="plot_many_diagrams")
def plot_many_diagrams_without_legend(x):
    import matplotlib.pyplot as plt

    figure, grid = plt.subplots(2, 3)
    for axes, function in zip(grid.ravel(), _FAMILY, strict=True):
        axes.plot(x, function(x), label=function.__name__)
    return figure


@mistake(of="plot_activations")
def plot_empty(x):
    """The figure is empty. Draw the six lines in it: `axes.plot(x, tanh(x), label="tanh")`, and so on."""
    import matplotlib.pyplot as plt

    figure, _ = plt.subplots()
    return figure


@mistake(of="plot_activations")
def plot_own_x(x):
    """The lines stand at an x of your own. Use the x that is given."""
    return _plot(np.linspace(-5, 5, 100))


@mistake(of="plot_activations", like="plot_own_x")
def plot_own_x_201(x):
    return _plot(np.linspace(-4, 4, 201))


@mistake(of="plot_activations", like="plot_own_x")
def plot_own_x_by_arange(x):
    return _plot(np.arange(-5.0, 5.0, 0.1))


@mistake(of="plot_activations")
def plot_without_x(x):
    """x is missing in the lines, so Matplotlib counts from 0. Write `axes.plot(x, tanh(x), ...)`, with both."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for function in _FAMILY:
        axes.plot(function(x), label=function.__name__)
    axes.legend()
    return figure


@mistake(of="plot_activations")
def plot_swaps_axes(x):
    """x and y have changed places: `axes.plot(x, tanh(x), ...)`."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for function in _FAMILY:
        axes.plot(function(x), x, label=function.__name__)
    axes.legend()
    return figure


@mistake(of="plot_activations")
def plot_mixes_names(x):
    """The names do not belong to the lines: two of them have changed places."""
    return _plot(x, labels=["tanh", "leaky_relu", "selu", "elu", "swish", "mish"])


@mistake(of="plot_activations", like="plot_mixes_names")
def plot_mixes_swish_and_mish(x):
    return _plot(x, labels=["tanh", "leaky_relu", "elu", "selu", "mish", "swish"])


@mistake(of="plot_activations")
def plot_visible_leak(x):
    """The leaky ReLU is drawn with another alpha, perhaps to see it better. Draw it with its default."""

    def leaky(x):
        return leaky_relu(x, 0.1)

    functions = (tanh, leaky, elu, selu, swish, mish)
    return _plot(x, functions, labels=["tanh", "leaky_relu", "elu", "selu", "swish", "mish"])


@mistake(of="plot_activations")
def plot_returns_axes(x):
    """You return the diagram. Return the figure that it is in: `figure, axes = plt.subplots()`, and at the end
    `return figure`."""
    return _plot(x).axes[0]


@mistake(of="plot_activations")
def plot_returns_pyplot(x):
    """You return Matplotlib itself, `plt`. Return the figure: `figure, axes = plt.subplots()`, and at the end
    `return figure`."""
    import matplotlib.pyplot as plt

    _plot(x)
    return plt


@mistake(of="plot_activations")
def plot_returns_both(x):
    """You return figure and diagram. Return only the figure."""
    figure = _plot(x)
    return figure, figure.axes[0]


@mistake(of="plot_activations")
def plot_returns_lines(x):
    """You return the lines. Return the figure that they are in: `figure, axes = plt.subplots()`, and at the end
    `return figure`."""
    return list(_plot(x).axes[0].get_lines())


@mistake(of="plot_activations")
def plot_returns_none(x):
    """Your function returns nothing, so Python gives `None`. `plt.show()` gives nothing either. End with
    `return figure`."""


@mistake(of="plot_activations", raises="NameError")
def plot_forgets_import(x):
    """Python does not know `plt` here. Import it inside the function: `import matplotlib.pyplot as plt`."""
    raise NameError("name 'plt' is not defined")


@mistake(of="plot_activations")
def plot_subplots_of_matplotlib(x):
    """`subplots` is in `matplotlib.pyplot`: `import matplotlib.pyplot as plt`, then `plt.subplots()`."""
    import matplotlib

    return matplotlib.subplots()


@mistake(of="plot_activations")
def plot_legend_of_figure_object(x):
    """`plt.subplots()` gives two things, in a tuple. Give both a name: `figure, axes = plt.subplots()`."""
    import matplotlib.pyplot as plt

    axes = plt.subplots()
    axes.plot(x, tanh(x), label="tanh")
    return axes


@probe(of="plot_activations")
def plot_probes():
    """Two x more: for what stops with an error, or gives something else than a figure."""
    yield (np.linspace(-1.0, 2.0, 7),)
    yield (np.linspace(-3.0, 3.0, 13),)
