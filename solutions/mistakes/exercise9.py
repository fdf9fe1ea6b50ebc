"""Known mistakes of exercise 9: learning curves, early stopping, dropout, shifted images, optimizers, a plot.

What is told to a learner must be true of every spelling under its name. Dropout has many right ways to draw its
random numbers: the spellings differ in them, as the same slip gives other zeros with each.
"""

import numpy as np
from reference import adam_step, diagnose, momentum_step, shift, smooth

from grader.bank import mistake, probe

# The right functions, under names that no variant takes.
_diagnose, _shift, _momentum_step, _adam_step = diagnose, shift, momentum_step, adam_step

# ---------------------------------------------------------------------------------------------------- diagnose


def _by_rule(loss, val_loss, stalled=0.95, under=0.5, over=1.1):
    """The four questions, about curves that are whatever the variant made of them."""
    if loss[-1] > stalled * loss[0]:
        return "stalled"
    if loss[-1] > under * loss[0]:
        return "underfitting"
    if val_loss[-1] > over * min(val_loss):
        return "overfitting"
    return "good"


def _smooth_both(history):
    return smooth(history["loss"]), smooth(history["val_loss"])


@mistake(of="diagnose")
def diagnose_not_smooth(history):
    """You look at the curves as they are. Smooth both of them first: `loss = smooth(history["loss"])`, and the same for
    val_loss."""
    return _by_rule(history["loss"], history["val_loss"])


@mistake(of="diagnose")
def diagnose_smooths_only_loss(history):
    """You smooth the loss, but you look at val_loss as it is. Smooth both curves."""
    return _by_rule(smooth(history["loss"]), history["val_loss"])


@mistake(of="diagnose")
def diagnose_smooths_only_val_loss(history):
    """You smooth val_loss, but you look at the loss as it is. Smooth both curves."""
    return _by_rule(history["loss"], smooth(history["val_loss"]))


@mistake(of="diagnose")
def diagnose_smallest_of_raw(history):
    """In question 3 you compare the end of the smooth val_loss with the smallest value of the curve as it was. Both
    must come from the smooth curve."""
    loss, val_loss = _smooth_both(history)
    return _by_rule(loss, [*history["val_loss"], val_loss[-1]])


@mistake(of="diagnose")
def diagnose_overfitting_first(history):
    """You ask for overfitting before the other two questions. The order matters: first stalled, then underfitting, then
    overfitting."""
    loss, val_loss = _smooth_both(history)
    if val_loss[-1] > 1.1 * min(val_loss):
        return "overfitting"
    return _by_rule(loss, val_loss)


@mistake(of="diagnose")
def diagnose_overfitting_before_underfitting(history):
    """You ask for overfitting before underfitting. The order matters: first stalled, then underfitting, then
    overfitting."""
    loss, val_loss = _smooth_both(history)
    if loss[-1] > 0.95 * loss[0]:
        return "stalled"
    if val_loss[-1] > 1.1 * min(val_loss):
        return "overfitting"
    return _by_rule(loss, val_loss)


@mistake(of="diagnose")
def diagnose_underfitting_first(history):
    """You ask for underfitting before stalled. What is more than 0.95 times is also more than 0.5 times, so the
    answer "stalled" never comes. Ask for it first."""
    loss, val_loss = _smooth_both(history)
    return _by_rule(loss, val_loss, stalled=float("inf"))


@mistake(of="diagnose")
def diagnose_later_overwrites(history):
    """A later question overwrites the answer of an earlier one: all your `if` are asked, and the last yes stays. The first
    yes is the answer: `return` it at once, or write `elif`."""
    loss, val_loss = _smooth_both(history)
    answer = "stalled" if loss[-1] > 0.95 * loss[0] else "good"
    if loss[-1] > 0.5 * loss[0]:
        answer = "underfitting"
    if val_loss[-1] > 1.1 * min(val_loss):
        answer = "overfitting"
    return answer


@mistake(of="diagnose")
def diagnose_greater_or_equal(history):
    """You compare with `>=`. The rule says "more than", and that is `>`: exactly 0.5 times the first value is not more
    than 0.5 times."""
    loss, val_loss = _smooth_both(history)
    if loss[-1] >= 0.95 * loss[0]:
        return "stalled"
    if loss[-1] >= 0.5 * loss[0]:
        return "underfitting"
    if val_loss[-1] >= 1.1 * min(val_loss):
        return "overfitting"
    return "good"


@mistake(of="diagnose", like="diagnose_greater_or_equal")
def diagnose_greater_or_equal_divided(history):
    loss, val_loss = _smooth_both(history)
    if loss[-1] / loss[0] >= 0.95:
        return "stalled"
    if loss[-1] / loss[0] >= 0.5:
        return "underfitting"
    if val_loss[-1] / min(val_loss) >= 1.1:
        return "overfitting"
    return "good"


@mistake(of="diagnose")
def diagnose_first_val_loss(history):
    """In question 3 you compare the end of val_loss with its first value. Compare with its smallest value,
    `min(val_loss)`: a curve that fell and rose again may still be below its start."""
    loss, val_loss = _smooth_both(history)
    return _by_rule(loss, [val_loss[0], val_loss[-1]])


@mistake(of="diagnose")
def diagnose_gap(history):
    """You call it overfitting where val_loss ends above loss. That is so in nearly every training. Here the question is
    whether val_loss rises: compare its last value with its own smallest one."""
    loss, val_loss = _smooth_both(history)
    return _by_rule(loss, [loss[-1], val_loss[-1]])


@mistake(of="diagnose", like="diagnose_gap")
def diagnose_gap_without_limit(history):
    loss, val_loss = _smooth_both(history)
    return _by_rule(loss, [loss[-1], val_loss[-1]], over=1.0)


@mistake(of="diagnose")
def diagnose_over_without_limit(history):
    """You call it overfitting as soon as val_loss ends above its smallest value. A little is only chance: the rule asks
    for more than 1.1 times the smallest value."""
    return _by_rule(*_smooth_both(history), over=1.0)


@mistake(of="diagnose")
def diagnose_over_adds_limit(history):
    """In question 3 you add 0.1 to the smallest val_loss. The rule multiplies: `1.1 * min(val_loss)`."""
    loss, val_loss = _smooth_both(history)
    if loss[-1] > 0.5 * loss[0]:
        return _by_rule(loss, val_loss)
    return "overfitting" if val_loss[-1] > min(val_loss) + 0.1 else "good"


@mistake(of="diagnose")
def diagnose_over_from_loss(history):
    """In question 3 you look at loss. Overfitting shows in the other curve, val_loss: there the loss on new data rises."""
    loss, _ = _smooth_both(history)
    return _by_rule(loss, loss)


@mistake(of="diagnose")
def diagnose_all_from_val_loss(history):
    """You look at val_loss only. Questions 1 and 2 are about `loss`, question 3 about `val_loss`."""
    _, val_loss = _smooth_both(history)
    return _by_rule(val_loss, val_loss)


@mistake(of="diagnose")
def diagnose_curves_swapped(history):
    """You have the two curves the wrong way round. Questions 1 and 2 are about `loss`, question 3 about `val_loss`."""
    loss, val_loss = _smooth_both(history)
    return _by_rule(val_loss, loss)


@mistake(of="diagnose")
def diagnose_largest_loss(history):
    """In questions 1 and 2 you compare with the largest loss. Compare with the first one, `loss[0]`."""
    loss, val_loss = _smooth_both(history)
    return _by_rule([max(loss), loss[-1]], val_loss)


@mistake(of="diagnose")
def diagnose_smallest_loss(history):
    """In questions 1 and 2 you take the smallest loss. Take the last one, `loss[-1]`: that is where the training ended."""
    loss, val_loss = _smooth_both(history)
    return _by_rule([loss[0], min(loss)], val_loss)


@mistake(of="diagnose")
def diagnose_mean_loss(history):
    """In questions 1 and 2 you take the mean of the whole loss. Take its last value, `loss[-1]`, of the smooth curve."""
    loss, val_loss = _smooth_both(history)
    return _by_rule([loss[0], float(np.mean(history["loss"]))], val_loss)


@mistake(of="diagnose")
def diagnose_fallen_limits(history):
    """Your limits are those of the part that is gone: 0.05 and 0.5. The rule is about the part that is left: more than
    0.95 times, and more than 0.5 times, the first value."""
    return _by_rule(*_smooth_both(history), stalled=0.05)


@mistake(of="diagnose")
def diagnose_no_stalled(history):
    """Your function never answers "good" where it should: in question 2 the answer "underfitting" comes for every loss
    that is still above 0.05 times the first one. The limit is 0.5."""
    return _by_rule(*_smooth_both(history), under=0.05)


@mistake(of="diagnose")
def diagnose_no_overfitting(history):
    """The question about overfitting is missing, or its answer never comes. Compare the last value of the smooth val_loss
    with 1.1 times its smallest value."""
    return _by_rule(*_smooth_both(history), over=float("inf"))


@mistake(of="diagnose")
def diagnose_no_underfitting(history):
    """The question about underfitting is missing, or its answer never comes: after "stalled" you must ask whether the
    loss ends above 0.5 times its first value."""
    return _by_rule(*_smooth_both(history), under=0.95)


@mistake(of="diagnose")
def diagnose_capital_letters(history):
    """Your answers begin with a capital letter. The four words are small: "stalled", "underfitting", "overfitting",
    "good"."""
    return _diagnose(history).capitalize()


@mistake(of="diagnose")
def diagnose_short_words(history):
    """Your answers are short forms. Return the whole words: "underfitting" and "overfitting"."""
    return _diagnose(history).replace("fitting", "fit")


@mistake(of="diagnose")
def diagnose_returns_nothing(history):
    """You print the answer, or you forgot the `return`: the function gives None. Write `return "stalled"` and so on."""
    print(_diagnose(history))


@mistake(of="diagnose")
def diagnose_returns_all(history):
    """You return a list of all answers that fit. Return one text: the first that fits, in the order of the questions."""
    loss, val_loss = _smooth_both(history)
    found = []
    if loss[-1] > 0.95 * loss[0]:
        found.append("stalled")
    if loss[-1] > 0.5 * loss[0]:
        found.append("underfitting")
    if val_loss[-1] > 1.1 * min(val_loss):
        found.append("overfitting")
    return found or ["good"]


@mistake(of="diagnose")
def diagnose_smooths_the_argument(history):
    """You write the smooth curves into history itself, so the caller's curves are changed. Keep them in variables of
    your own: `loss = smooth(history["loss"])`."""
    history["loss"], history["val_loss"] = _smooth_both(history)
    return _by_rule(history["loss"], history["val_loss"])


@mistake(of="diagnose")
def diagnose_differences(history):
    """You compare how far the loss has fallen, `loss[0] - loss[-1]`, with 0.05 and 0.5. The rule asks for parts of the first
    loss: `loss[-1] > 0.95 * loss[0]`, and then 0.5 times."""
    loss, val_loss = _smooth_both(history)
    if loss[0] - loss[-1] < 0.05:
        return "stalled"
    if loss[0] - loss[-1] < 0.5:
        return "underfitting"
    return "overfitting" if val_loss[-1] > 1.1 * min(val_loss) else "good"


@mistake(of="diagnose")
def diagnose_history_attribute(history):
    """You ask history for its attribute `history`, as for what `model.fit` returns. Here history is the dict itself:
    `history["loss"]`."""
    return _diagnose(history.history)


@mistake(of="diagnose", raises="KeyError")
def diagnose_unknown_key(history):
    """The dict has no such key. Its two lists are called "loss" and "val_loss"."""
    return _diagnose({"loss": history["loss"], "val_loss": history["validation_loss"]})


@mistake(of="diagnose", like="diagnose_unknown_key", raises="KeyError")
def diagnose_unknown_key_val(history):
    return _diagnose({"loss": history["loss"], "val_loss": history["val"]})


@mistake(of="diagnose", like="diagnose_unknown_key", raises="KeyError")
def diagnose_unknown_key_valid_loss(history):
    return _diagnose({"loss": history["loss"], "val_loss": history["valid_loss"]})


@mistake(of="diagnose", like="diagnose_unknown_key", raises="KeyError")
def diagnose_unknown_key_test_loss(history):
    return _diagnose({"loss": history["loss"], "val_loss": history["test_loss"]})


@mistake(of="diagnose", like="diagnose_unknown_key", raises="KeyError")
def diagnose_unknown_key_loss_val(history):
    return _diagnose({"loss": history["loss"], "val_loss": history["loss_val"]})


@mistake(of="diagnose", like="diagnose_unknown_key", raises="KeyError")
def diagnose_unknown_key_train_loss(history):
    return _diagnose({"loss": history["train_loss"], "val_loss": history["val_loss"]})


@probe(of="diagnose")
def diagnose_probes():
    flat, rising = [1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.5, 1.6, 1.7]
    falls = [2.0, 0.2, 0.2, 0.2]
    rises_again, rises_far = [9.0, 1.0, 1.0, 1.0, 1.5, 1.5, 1.5], [4.0, 1.0, 1.0, 1.0, 3.0, 3.0, 3.0]
    for loss in ([2.0, 2.0, 2.0], [2.0, 1.2, 1.2, 1.2], falls, [2.0, 4.0, 0.5, 0.5, 0.5], rises_again, rises_far):
        for val_loss in (flat, rising, [3.0, 1.0, 1.0, 1.0, 1.05, 1.05, 1.05]):
            yield ({"loss": loss, "val_loss": val_loss},)
    for low, high in ((10.0, 10.5), (20.0, 21.0), (0.1, 0.15), (0.2, 0.25)):
        yield ({"loss": falls, "val_loss": [low] * 3 + [high] * 3},)
    yield ({"loss": [8.0, 1.0, 1.0, 1.0, 6.0, 6.0, 6.0], "val_loss": flat},)
    # Small losses and large ones: what is no part of the first one shows itself.
    for size in (0.01, 0.1, 10.0, 100.0):
        for last in (0.2, 0.6, 0.97):
            yield ({"loss": [size, *[last * size] * 3], "val_loss": flat},)
    yield ({"loss": [9.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0], "val_loss": flat},)


# -------------------------------------------------------------------------------------------------- best_epoch


@mistake(of="best_epoch")
def best_epoch_of_all(val_loss, patience):
    """You give the best epoch of the whole list. The training has stopped before: after `patience` epochs without an
    improvement it sees nothing more."""
    return int(np.argmin(val_loss))


@mistake(of="best_epoch")
def best_epoch_counts_from_1(val_loss, patience):
    """Your epochs count from 1. The answer is an index: the first epoch is 0."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best + 1


@mistake(of="best_epoch")
def best_epoch_last_of_ties(val_loss, patience):
    """You take an equal loss for an improvement: you compare with `<=`. An improvement is smaller: `<`."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss <= val_loss[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best


@mistake(of="best_epoch")
def best_epoch_where_it_stops(val_loss, patience):
    """You return the epoch at which the training stops. Return the best one before it."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            return epoch
    return len(val_loss) - 1


@mistake(of="best_epoch", like="best_epoch_where_it_stops")
def best_epoch_where_it_stops_if_it_does(val_loss, patience):
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            return epoch
    return best


@mistake(of="best_epoch")
def best_epoch_than_the_one_before(val_loss, patience):
    """You compare each loss with the one just before it. Compare it with the best loss so far."""
    best, waited = 0, 0
    for epoch in range(1, len(val_loss)):
        if val_loss[epoch] < val_loss[epoch - 1]:
            best, waited = epoch, 0
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake(of="best_epoch")
def best_epoch_waits_in_all(val_loss, patience):
    """You count all epochs without an improvement together. Only those one after another count: an improvement sets the
    number back to 0."""
    best, waited = 0, 0
    for epoch in range(1, len(val_loss)):
        if val_loss[epoch] < val_loss[best]:
            best = epoch
        else:
            waited += 1
        if waited == patience:
            break
    return best


@mistake(of="best_epoch")
def best_epoch_waits_one_more(val_loss, patience):
    """Your training stops one epoch too late. It stops as soon as `patience` epochs have brought no improvement."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best > patience:
            break
    return best


@mistake(of="best_epoch")
def best_epoch_waits_one_less(val_loss, patience):
    """Your training stops one epoch too early. With patience 2 it stops after the second epoch without an improvement,
    not after the first."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        elif epoch - best >= patience - 1:
            break
    return best


@mistake(of="best_epoch")
def best_epoch_first_patience(val_loss, patience):
    """You look at the first few epochs only. Go through the list until `patience` epochs, one after another, brought no
    improvement."""
    return int(np.argmin(val_loss[: patience + 1]))


@mistake(of="best_epoch", like="best_epoch_first_patience")
def best_epoch_first_patience_less_one(val_loss, patience):
    return int(np.argmin(val_loss[:patience]))


@mistake(of="best_epoch")
def best_epoch_returns_loss(val_loss, patience):
    """You return the best loss. Return its index: which epoch it was, counted from 0."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            break
    return val_loss[best]


@mistake(of="best_epoch")
def best_epoch_none_at_the_end(val_loss, patience):
    """Where the training never stops early, you return None: the `return` stands inside the loop only. After the loop,
    return the best epoch too."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            return best
    return None


@mistake(of="best_epoch")
def best_epoch_last_at_the_end(val_loss, patience):
    """Where the training never stops early, you return the last epoch. The best one may be before it."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            return best
    return len(val_loss) - 1


@mistake(of="best_epoch")
def best_epoch_starts_at_1(val_loss, patience):
    """The loss to beat starts as a number of yours, such as 1.0 or 0: then the first epoch may be no improvement. The
    first epoch always is one: begin with `val_loss[0]`, or with `float("inf")`."""
    best, lowest = 0, 1.0
    for epoch, loss in enumerate(val_loss):
        if loss < lowest:
            best, lowest = epoch, loss
        if epoch - best == patience:
            break
    return best


@mistake(of="best_epoch", like="best_epoch_starts_at_1")
def best_epoch_starts_at_0(val_loss, patience):
    best, lowest = 0, 0.0
    for epoch, loss in enumerate(val_loss):
        if loss < lowest:
            best, lowest = epoch, loss
        if epoch - best == patience:
            break
    return best


@mistake(of="best_epoch")
def best_epoch_returns_pair(val_loss, patience):
    """You return two things, the epoch and its loss. Return the epoch alone."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best, val_loss[best]


@mistake(of="best_epoch")
def best_epoch_sorts(val_loss, patience):
    """You sort val_loss, and so you change the caller's list. Their order is the order of the epochs: leave the list as
    it is."""
    val_loss.sort()
    return 0


@mistake(of="best_epoch", like="best_epoch_sorts")
def best_epoch_sorts_a_copy_back(val_loss, patience):
    before = list(val_loss)
    val_loss.sort()
    return before.index(val_loss[0])


@mistake(of="best_epoch")
def best_epoch_largest(val_loss, patience):
    """You look for the largest loss. The best epoch is that with the smallest one."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss > val_loss[best]:
            best = epoch
        if epoch - best == patience:
            break
    return best


@mistake(of="best_epoch")
def best_epoch_least_improvement(val_loss, patience):
    """You want an improvement to have some size. Any smaller loss is one, however little smaller: `val_loss[epoch] < best`."""
    return _best_with(val_loss, patience, 1e-3)


@mistake(of="best_epoch", like="best_epoch_least_improvement")
def best_epoch_least_improvement_0001(val_loss, patience):
    return _best_with(val_loss, patience, 1e-4)


@mistake(of="best_epoch", like="best_epoch_least_improvement")
def best_epoch_least_improvement_01(val_loss, patience):
    return _best_with(val_loss, patience, 1e-2)


def _best_with(val_loss, patience, delta):
    """Early stopping where a loss must be smaller by more than delta."""
    best = 0
    for epoch, loss in enumerate(val_loss):
        if loss < val_loss[best] - delta:
            best = epoch
        if epoch - best == patience:
            break
    return best


@probe(of="best_epoch")
def best_epoch_probes():
    yield [0.9, 0.8, 0.9, 0.7, 0.8, 0.6, 0.7, 0.8, 0.5], 2
    yield [0.9, 0.8, 0.9, 0.7, 0.8, 0.6, 0.7, 0.8, 0.5], 3
    yield [2.0, 1.5, 3.0, 2.5, 1.2], 3
    yield [2.0, 3.0, 2.5, 2.2, 2.1], 9
    yield [0.4, 0.4, 0.4, 0.3], 2


# ----------------------------------------------------------------------------------------------------- dropout


def _below(x, rate, rng):
    """True where a number is kept: the random number is below 1 - rate."""
    return rng.random(np.shape(x)) < 1 - rate


def _above(x, rate, rng):
    """True where a number is kept: the random number is not below rate."""
    return rng.random(np.shape(x)) >= rate


def _binomial(x, rate, rng):
    return rng.binomial(1, 1 - rate, np.shape(x))


def _uniform(x, rate, rng):
    return rng.uniform(0, 1, np.shape(x)) > rate


def _choice(x, rate, rng):
    return rng.choice([0, 1], size=np.shape(x), p=[rate, 1 - rate])


@mistake(of="dropout")
def dropout_not_scaled(x, rate, rng):
    """The numbers that you keep stay as they are. Then the mean falls, and the layer after gets less than in the test.
    Inverted dropout divides what is kept by `1 - rate`."""
    return x * _below(x, rate, rng)


@mistake(of="dropout", like="dropout_not_scaled")
def dropout_not_scaled_above(x, rate, rng):
    return x * _above(x, rate, rng)


@mistake(of="dropout", like="dropout_not_scaled")
def dropout_not_scaled_binomial(x, rate, rng):
    return x * _binomial(x, rate, rng)


@mistake(of="dropout", like="dropout_not_scaled")
def dropout_not_scaled_choice(x, rate, rng):
    return x * _choice(x, rate, rng)


@mistake(of="dropout")
def dropout_multiplies(x, rate, rng):
    """You multiply what is kept by `1 - rate`. That makes it smaller. Divide by `1 - rate`, so that it grows and makes
    up for the zeros."""
    return x * _below(x, rate, rng) * (1 - rate)


@mistake(of="dropout", like="dropout_multiplies")
def dropout_multiplies_above(x, rate, rng):
    return x * _above(x, rate, rng) * (1 - rate)


@mistake(of="dropout", like="dropout_multiplies")
def dropout_multiplies_binomial(x, rate, rng):
    return x * _binomial(x, rate, rng) * (1 - rate)


@mistake(of="dropout")
def dropout_divides_by_rate(x, rate, rng):
    """You divide what is kept by `rate`. Divide by the part that is kept, `1 - rate`."""
    return x * _below(x, rate, rng) / rate if rate else x * np.inf


@mistake(of="dropout", like="dropout_divides_by_rate")
def dropout_divides_by_rate_above(x, rate, rng):
    return x * _above(x, rate, rng) / rate if rate else x * np.inf


@mistake(of="dropout", like="dropout_divides_by_rate")
def dropout_divides_by_rate_unguarded(x, rate, rng):
    return x * _below(x, rate, rng) / rate


@mistake(of="dropout", like="dropout_divides_by_rate")
def dropout_divides_by_rate_above_unguarded(x, rate, rng):
    return x * _above(x, rate, rng) / rate


@mistake(of="dropout")
def dropout_keeps_rate(x, rate, rng):
    """You keep the part that should be dropped: with rate 0.2, four fifths of your numbers become 0. `rate` is the
    probability of a zero."""
    keep = rng.random(np.shape(x)) < rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_keeps_rate")
def dropout_keeps_rate_unless_0(x, rate, rng):
    if rate == 0:
        return np.array(x)
    return np.where(rng.random(np.shape(x)) < rate, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_keeps_rate")
def dropout_keeps_rate_and_does_not_scale(x, rate, rng):
    return x * (rng.random(np.shape(x)) < rate)


@mistake(of="dropout", like="dropout_keeps_rate")
def dropout_keeps_rate_above(x, rate, rng):
    keep = rng.random(np.shape(x)) > 1 - rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_keeps_rate")
def dropout_keeps_rate_binomial(x, rate, rng):
    return x * rng.binomial(1, rate, np.shape(x)) / (1 - rate)


@mistake(of="dropout")
def dropout_rate_is_keep(x, rate, rng):
    """You take `rate` for the probability to keep a number. It is the probability to drop one: keep with the probability
    `1 - rate`, and divide by `1 - rate`."""
    return x * (rng.random(np.shape(x)) < rate) / rate if rate else np.zeros(np.shape(x))


@mistake(of="dropout", like="dropout_rate_is_keep")
def dropout_rate_is_keep_unguarded(x, rate, rng):
    return x * (rng.random(np.shape(x)) < rate) / rate


@mistake(of="dropout", like="dropout_rate_is_keep")
def dropout_rate_is_keep_binomial(x, rate, rng):
    return x * rng.binomial(1, rate, np.shape(x)) / rate


@mistake(of="dropout")
def dropout_always_half(x, rate, rng):
    """You drop half of the numbers, whatever the rate is. Compare the random numbers with `rate`, or with `1 - rate`."""
    return np.where(rng.random(np.shape(x)) < 0.5, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_always_half")
def dropout_always_half_above(x, rate, rng):
    return np.where(rng.random(np.shape(x)) >= 0.5, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_always_half")
def dropout_always_half_integers(x, rate, rng):
    return x * rng.integers(0, 2, np.shape(x)) / (1 - rate)


@mistake(of="dropout", like="dropout_always_half")
def dropout_always_half_doubled(x, rate, rng):
    return x * (rng.random(np.shape(x)) < 0.5) / 0.5


@mistake(of="dropout", like="dropout_always_half")
def dropout_always_half_above_doubled(x, rate, rng):
    return x * (rng.random(np.shape(x)) >= 0.5) / 0.5


@mistake(of="dropout")
def dropout_bell_curve(x, rate, rng):
    """You draw from a normal distribution, whose numbers lie around 0, so their share below `rate` is not the rate. Take
    numbers from 0 to 1: `rng.random(x.shape)`."""
    return x * (rng.normal(size=np.shape(x)) > rate) / (1 - rate)


@mistake(of="dropout", like="dropout_bell_curve")
def dropout_bell_curve_below(x, rate, rng):
    return x * (rng.normal(size=np.shape(x)) < 1 - rate) / (1 - rate)


@mistake(of="dropout")
def dropout_exact_share(x, rate, rng):
    """You always drop exactly the same number of numbers. Each number must be dropped or kept by a chance of its own,
    whatever becomes of the others: compare `rng.random(x.shape)` with `rate`."""
    answer = np.array(x, dtype=float).reshape(-1)
    answer[rng.choice(answer.size, int(rate * answer.size), replace=False)] = 0
    return answer.reshape(np.shape(x)) / (1 - rate)


@mistake(of="dropout", like="dropout_exact_share")
def dropout_exact_share_permuted(x, rate, rng):
    answer = np.array(x, dtype=float).reshape(-1)
    answer[rng.permutation(answer.size)[: int(rate * answer.size)]] = 0
    return answer.reshape(np.shape(x)) / (1 - rate)


@mistake(of="dropout")
def dropout_whole_columns(x, rate, rng):
    """You draw one random number for each column, and all rows share it. Each number needs its own: `rng.random(x.shape)`."""
    keep = rng.random(np.shape(x)[-1]) < 1 - rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_whole_columns")
def dropout_whole_columns_above(x, rate, rng):
    keep = rng.random(np.shape(x)[-1]) >= rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout")
def dropout_whole_rows(x, rate, rng):
    """You draw one random number for each row: a row is kept or dropped as a whole. Each number needs its own:
    `rng.random(x.shape)`."""
    keep = rng.random((len(x),) + (1,) * (np.ndim(x) - 1)) < 1 - rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_whole_rows")
def dropout_whole_rows_above(x, rate, rng):
    keep = rng.random((len(x),) + (1,) * (np.ndim(x) - 1)) >= rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout")
def dropout_one_number(x, rate, rng):
    """You draw one random number for the whole of x: all is kept, or all is dropped. Draw one for each number:
    `rng.random(x.shape)`."""
    return x / (1 - rate) if rng.random() < 1 - rate else np.zeros(np.shape(x))


@mistake(of="dropout", like="dropout_one_number")
def dropout_one_number_above(x, rate, rng):
    return x / (1 - rate) if rng.random() >= rate else np.zeros(np.shape(x))


@mistake(of="dropout", like="dropout_one_number")
def dropout_one_number_dropped(x, rate, rng):
    return np.zeros(np.shape(x)) if rng.random() < rate else x / (1 - rate)


@mistake(of="dropout")
def dropout_ignores_rng(x, rate, rng):
    """You draw from `np.random`, not from the rng that you were given. Then nobody can repeat your result. Write
    `rng.random(x.shape)`."""
    keep = np.random.random(np.shape(x)) < 1 - rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_ignores_rng")
def dropout_ignores_rng_above(x, rate, rng):
    keep = np.random.rand(*np.shape(x)) >= rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_ignores_rng")
def dropout_ignores_rng_binomial(x, rate, rng):
    return x * np.random.binomial(1, 1 - rate, np.shape(x)) / (1 - rate)


@mistake(of="dropout")
def dropout_generator_of_its_own(x, rate, rng):
    """You make a generator of your own in every call, so every call draws the same numbers. Use the rng that you were
    given."""
    keep = np.random.default_rng(0).random(np.shape(x)) < 1 - rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_generator_of_its_own")
def dropout_generator_of_its_own_42(x, rate, rng):
    keep = np.random.default_rng(42).random(np.shape(x)) >= rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout", like="dropout_generator_of_its_own")
def dropout_generator_of_its_own_above(x, rate, rng):
    keep = np.random.default_rng(0).random(np.shape(x)) >= rate
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout")
def dropout_changes_x(x, rate, rng):
    """You write the zeros into x itself, so the caller's array is changed. Make a new array: `np.where(keep, x / (1 -
    rate), 0.0)`."""
    x[~_below(x, rate, rng)] = 0
    return x / (1 - rate)


@mistake(of="dropout", like="dropout_changes_x")
def dropout_changes_x_above(x, rate, rng):
    x[~_above(x, rate, rng)] = 0
    return x / (1 - rate)


@mistake(of="dropout", like="dropout_changes_x")
def dropout_changes_x_wholly_above(x, rate, rng):
    x *= _above(x, rate, rng)
    x /= 1 - rate
    return x


@mistake(of="dropout", like="dropout_changes_x")
def dropout_changes_x_wholly(x, rate, rng):
    x *= _below(x, rate, rng)
    x /= 1 - rate
    return x


@mistake(of="dropout")
def dropout_gaussian(x, rate, rng):
    """You multiply by random numbers. Dropout knows two cases only: a number becomes 0, or it is kept and divided by
    `1 - rate`. Compare the random numbers with `1 - rate`: that gives True and False."""
    return x * rng.random(np.shape(x)) / (1 - rate)


@mistake(of="dropout", like="dropout_gaussian")
def dropout_gaussian_unscaled(x, rate, rng):
    return x * rng.random(np.shape(x))


@mistake(of="dropout", like="dropout_gaussian")
def dropout_gaussian_normal(x, rate, rng):
    return x * rng.normal(1.0, np.sqrt(rate / (1 - rate)), np.shape(x))


@mistake(of="dropout")
def dropout_returns_mask(x, rate, rng):
    """You return which numbers are kept. Return the numbers themselves: x divided by `1 - rate` where it is kept, and 0
    elsewhere."""
    return _below(x, rate, rng)


@mistake(of="dropout", like="dropout_returns_mask")
def dropout_returns_mask_above(x, rate, rng):
    return _above(x, rate, rng)


@mistake(of="dropout", like="dropout_returns_mask")
def dropout_returns_mask_scaled(x, rate, rng):
    return _below(x, rate, rng) / (1 - rate)


@mistake(of="dropout")
def dropout_cuts_out(x, rate, rng):
    """You leave the dropped numbers out: the answer has fewer numbers than x. Put a 0 in their place."""
    return x[_below(x, rate, rng)] / (1 - rate)


@mistake(of="dropout", like="dropout_cuts_out")
def dropout_cuts_out_above(x, rate, rng):
    return x[_above(x, rate, rng)] / (1 - rate)


@mistake(of="dropout")
def dropout_does_nothing(x, rate, rng):
    """You return x as it came. In training, dropout makes some of the numbers 0."""
    return x


@mistake(of="dropout")
def dropout_always_drops_first(x, rate, rng):
    """The same places become 0 in every call: the first ones. Chance must choose them: `rng.random(x.shape)`."""
    x = np.asarray(x)
    keep = np.arange(x.size).reshape(x.shape) >= rate * x.size
    return np.where(keep, x / (1 - rate), 0.0)


@mistake(of="dropout")
def dropout_np_int(x, rate, rng):
    """`np.int` is gone since NumPy 1.24. Write `int`. Here even True and False will do: `np.where(keep, …)`."""
    return x * (rng.random(np.shape(x)) > rate).astype(np.int) / (1 - rate)


# ------------------------------------------------------------------------------------------------------- shift


def _paste(images, dy, dx, empty):
    """The images moved, on what the variant calls empty."""
    height, width = images.shape[-2:]
    if abs(dy) < height and abs(dx) < width:
        rows, columns = slice(max(dy, 0), height + min(dy, 0)), slice(max(dx, 0), width + min(dx, 0))
        rows_before, columns_before = slice(max(-dy, 0), height - max(dy, 0)), slice(max(-dx, 0), width - max(dx, 0))
        empty[..., rows, columns] = images[..., rows_before, columns_before]
    return empty


@mistake(of="shift")
def shift_wraps(images, dy, dx):
    """What goes over the edge comes back in at the other side: `np.roll` does that. Here it is gone, and zeros come in."""
    return np.roll(images, (dy, dx), axis=(-2, -1))


@mistake(of="shift", like="shift_wraps")
def shift_wraps_first_axes(images, dy, dx):
    return np.roll(images, (dy, dx), axis=(0, 1))


@mistake(of="shift")
def shift_wraps_rows_only(images, dy, dx):
    """The columns are right, but rows that go over the edge come back in at the other side. Set them to 0 too."""
    return np.roll(_shift(images, 0, dx), dy, axis=-2)


@mistake(of="shift")
def shift_wraps_columns_only(images, dy, dx):
    """The rows are right, but columns that go over the edge come back in at the other side. Set them to 0 too."""
    return np.roll(_shift(images, dy, 0), dx, axis=-1)


@mistake(of="shift")
def shift_clears_for_positive_only(images, dy, dx):
    """You set the first dy rows and the first dx columns to 0 after `np.roll`. That is right for positive numbers only: for
    negative ones, the last rows and columns must become 0, and for 0 none."""
    moved = np.roll(images, (dy, dx), axis=(-2, -1))
    moved[..., :dy, :] = 0
    moved[..., :, :dx] = 0
    return moved


@mistake(of="shift", like="shift_clears_for_positive_only")
def shift_clears_for_positive_only_if(images, dy, dx):
    moved = np.roll(images, (dy, dx), axis=(-2, -1))
    if dy > 0:
        moved[..., :dy, :] = 0
    if dx > 0:
        moved[..., :, :dx] = 0
    return moved


@mistake(of="shift")
def shift_clears_within_image_only(images, dy, dx):
    """Where dy or dx is as large as the image or larger, something is left. `np.roll` and slices start again from the
    other side there. Nothing may be left: only zeros."""
    height, width = images.shape[-2:]
    shifted = np.zeros_like(images)
    if (abs(dy) < height) and (abs(dx) < width):
        return _paste(images, dy, dx, shifted)
    return _paste(images, dy % height, dx % width, shifted)


@mistake(of="shift", like="shift_clears_within_image_only")
def shift_clears_within_image_only_unmoved(images, dy, dx):
    height, width = images.shape[-2:]
    if (abs(dy) < height) and (abs(dx) < width):
        return _paste(images, dy, dx, np.zeros_like(images))
    return images.copy()


@mistake(of="shift", like="shift_clears_within_image_only")
def shift_clears_within_image_only_cut(images, dy, dx):
    height, width = images.shape[-2:]
    dy, dx = max(-height + 1, min(height - 1, dy)), max(-width + 1, min(width - 1, dx))
    return _paste(images, dy, dx, np.zeros_like(images))


@mistake(of="shift")
def shift_slices_beyond(images, dy, dx):
    """Where dy or dx is larger than the image, your slices do not fit together any more: an end such as `height + dy` is
    then below 0, and Python counts it from the other side. Ask first: for so far a shift, return zeros."""
    images = np.asarray(images)
    shifted = np.zeros_like(images)
    height, width = images.shape[-2:]
    rows, columns = slice(max(dy, 0), height + min(dy, 0)), slice(max(dx, 0), width + min(dx, 0))
    rows_before, columns_before = slice(max(-dy, 0), height - max(dy, 0)), slice(max(-dx, 0), width - max(dx, 0))
    shifted[..., rows, columns] = images[..., rows_before, columns_before]
    return shifted


@mistake(of="shift")
def shift_swaps(images, dy, dx):
    """You have dy and dx the wrong way round. dy moves down, along the rows (axis -2). dx moves to the right, along the
    columns (axis -1)."""
    return _shift(images, dx, dy)


@mistake(of="shift")
def shift_backwards(images, dy, dx):
    """You move the wrong way: up and to the left for positive numbers. Positive dy moves down, positive dx to the right."""
    return _shift(images, -dy, -dx)


@mistake(of="shift")
def shift_rows_backwards(images, dy, dx):
    """Left and right are right, but up and down are swapped: positive dy moves down. Row 0 is the top row."""
    return _shift(images, -dy, dx)


@mistake(of="shift")
def shift_columns_backwards(images, dy, dx):
    """Up and down are right, but left and right are swapped: positive dx moves to the right."""
    return _shift(images, dy, -dx)


@mistake(of="shift")
def shift_rows_only(images, dy, dx):
    """You move the rows only. dx must move the columns as well."""
    return _shift(images, dy, 0)


@mistake(of="shift")
def shift_columns_only(images, dy, dx):
    """You move the columns only. dy must move the rows as well."""
    return _shift(images, 0, dx)


@mistake(of="shift")
def shift_first_axes(images, dy, dx):
    """Your function is right for one image. In a batch the first axis counts the images, and you move along it. Use the
    last two axes: `images[..., rows, columns]`."""
    images = np.asarray(images)
    if images.ndim == 2:
        return _shift(images, dy, dx)
    return np.moveaxis(_shift(np.moveaxis(images, -1, 0), dy, dx), 0, -1)


@mistake(of="shift")
def shift_one_image_only(images, dy, dx):
    """Your function works for one image only: a batch has three axes, `(n, height, width)`. Take the last two:
    `height, width = images.shape[-2:]`."""
    images = np.asarray(images)
    _height, _width = images.shape
    return _shift(images, dy, dx)


@mistake(of="shift")
def shift_batches_only(images, dy, dx):
    """Your function works for a batch only: one image has two axes. Take the last two:
    `height, width = images.shape[-2:]`."""
    images = np.asarray(images)
    _n, _height, _width = images.shape
    return _shift(images, dy, dx)


@mistake(of="shift")
def shift_makes_floats(images, dy, dx):
    """Your answer holds floats whatever the images hold: `np.zeros(shape)` makes floats. Use `np.zeros_like(images)`."""
    images = np.asarray(images)
    return _paste(images, dy, dx, np.zeros(images.shape))


@mistake(of="shift")
def shift_changes_images(images, dy, dx):
    """You write into images itself, so the caller's images are changed. Copy into a new array: `np.zeros_like(images)`."""
    images[...] = _shift(images, dy, dx)
    return images


@mistake(of="shift", like="shift_changes_images")
def shift_changes_images_clears(images, dy, dx):
    moved = _shift(images, dy, dx)
    images[...] = 0
    return moved


@mistake(of="shift")
def shift_stretches_edge(images, dy, dx):
    """Where new pixels come in, you repeat the edge of the image. Zeros must come in: empty paper."""
    height, width = images.shape[-2:]
    rows = np.clip(np.arange(height) - dy, 0, height - 1)
    columns = np.clip(np.arange(width) - dx, 0, width - 1)
    return images[..., rows[:, None], columns]


@mistake(of="shift")
def shift_keeps_old_pixels(images, dy, dx):
    """You copy onto the old image, so at the side where new pixels come in, the old ones are still there. Copy into zeros:
    `np.zeros_like(images)`."""
    return _paste(images, dy, dx, np.array(images))


@mistake(of="shift")
def shift_cuts_off(images, dy, dx):
    """You cut off what goes over the edge, but nothing comes in: the answer is smaller than the image. Copy the part into
    an array of zeros that is as large as the image."""
    height, width = images.shape[-2:]
    return images[..., max(-dy, 0) : height - max(dy, 0), max(-dx, 0) : width - max(dx, 0)]


@mistake(of="shift")
def shift_grows(images, dy, dx):
    """You add rows and columns of zeros, but cut nothing off: the answer is larger than the image. It must have the shape
    of the image."""
    around = [(0, 0)] * (images.ndim - 2) + [(max(dy, 0), max(-dy, 0)), (max(dx, 0), max(-dx, 0))]
    return np.pad(images, around)


@mistake(of="shift")
def shift_does_nothing(images, dy, dx):
    """You return the images as they are. Copy them to another place in an array of zeros."""
    return images.copy()


@mistake(of="shift")
def shift_fills_with_ones(images, dy, dx):
    """Where new pixels come in, you put ones. Zeros must come in: `np.zeros_like(images)`."""
    return _paste(images, dy, dx, np.ones_like(images))


@mistake(of="shift")
def shift_plain_slices(images, dy, dx):
    """Slices such as `images[:-dy, :-dx]` are right only where dy and dx are above 0. `[:-0]` is empty, and for negative
    numbers the slice begins at the wrong end. Handle 0 and negative numbers too."""
    shifted = np.zeros_like(images)
    shifted[..., dy:, dx:] = images[..., :-dy, :-dx]
    return shifted


@mistake(of="shift", like="shift_plain_slices")
def shift_plain_slices_with_sizes(images, dy, dx):
    shifted = np.zeros_like(images)
    height, width = images.shape[-2:]
    shifted[..., dy:, dx:] = images[..., : height - dy, : width - dx]
    return shifted


@mistake(of="shift")
def shift_np_float(images, dy, dx):
    """`np.float` is gone since NumPy 1.24. Write `float`, or better `np.zeros_like(images)`, which keeps the dtype."""
    return _paste(images, dy, dx, np.zeros(images.shape, dtype=np.float))


@probe(of="shift")
def shift_probes():
    one = np.arange(1, 13).reshape(3, 4)
    for dy, dx in [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 2), (-1, 1), (3, 0), (0, 5)]:
        yield one, dy, dx
    yield np.arange(1, 25).reshape(2, 3, 4), 1, -1
    yield np.arange(1.0, 19.0).reshape(2, 3, 3), 1, 1


# -------------------------------------------------------------------------------------------------- optimizers


@mistake(of="sgd_step")
def sgd_uphill(w, grad, learning_rate):
    """You add the gradient: that goes uphill, and the loss grows. Take it away: `w - learning_rate * grad`."""
    return w + learning_rate * grad


@mistake(of="sgd_step")
def sgd_no_rate(w, grad, learning_rate):
    """You do not use learning_rate: the step is as long as the gradient itself. Write `w - learning_rate * grad`."""
    return w - grad


@mistake(of="sgd_step")
def sgd_returns_step(w, grad, learning_rate):
    """You return the step alone. Return the new weights, w and the step together."""
    return -learning_rate * grad


@mistake(of="sgd_step", like="sgd_returns_step")
def sgd_returns_step_positive(w, grad, learning_rate):
    return learning_rate * grad


@mistake(of="sgd_step")
def sgd_changes_w(w, grad, learning_rate):
    """`w -= …` changes the caller's array. Calculate new weights: `w - learning_rate * grad`."""
    w -= learning_rate * grad
    return w


@mistake(of="sgd_step")
def sgd_changes_w_and_forgets(w, grad, learning_rate):
    """You change w in place and return nothing. Return the new weights, and leave w as it is: `return w - learning_rate *
    grad`."""
    w -= learning_rate * grad


@mistake(of="sgd_step")
def sgd_sign_only(w, grad, learning_rate):
    """You use only the sign of the gradient. A steep slope must give a long step: multiply by the gradient itself."""
    return w - learning_rate * np.sign(grad)


@mistake(of="sgd_step")
def sgd_decays(w, grad, learning_rate):
    """You multiply w by the rate as well: the brackets are wrong. Write `w - learning_rate * grad`, without brackets."""
    return (w - grad) * learning_rate


@mistake(of="sgd_step")
def sgd_mean_gradient(w, grad, learning_rate):
    """You take the mean or the sum of the gradient, so all weights take the same step. Each weight has its own number
    in grad."""
    return w - learning_rate * np.mean(grad)


@mistake(of="sgd_step", like="sgd_mean_gradient")
def sgd_sum_gradient(w, grad, learning_rate):
    return w - learning_rate * np.sum(grad)


@mistake(of="sgd_step")
def sgd_negative_inside(w, grad, learning_rate):
    """You take w away from the step: the sign of w is wrong. Write `w - learning_rate * grad`."""
    return learning_rate * grad - w


@mistake(of="sgd_step")
def sgd_returns_nothing(w, grad, learning_rate):
    """Your function returns nothing, so Python gives `None`. End with `return w - learning_rate * grad`."""


@probe(of="sgd_step")
def sgd_probes():
    w, grad = np.array([1.0, 2.0]), np.array([0.5, -1.5])
    yield w, grad, 0.1
    yield np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[0.5, -1.5], [1.0, 0.0]]), 0.5


@mistake(of="momentum_step")
def momentum_pytorch(w, grad, velocity, learning_rate, momentum=0.9):
    """This is PyTorch's way to write it: the learning rate comes in at the end. Here, as in Keras, it is inside the velocity:
    `momentum * velocity - learning_rate * grad`, and then w plus velocity."""
    velocity = momentum * velocity + grad
    return w - learning_rate * velocity, velocity


@mistake(of="momentum_step")
def momentum_sign_in_w(w, grad, velocity, learning_rate, momentum=0.9):
    """The velocity already points downhill: it has the minus in it. Add it to w. You take it away, so you go uphill."""
    velocity = momentum * velocity - learning_rate * grad
    return w - velocity, velocity


@mistake(of="momentum_step")
def momentum_plus_and_minus(w, grad, velocity, learning_rate, momentum=0.9):
    """Your velocity has the other sign: you add the gradient to it and take the velocity away from w. Here the minus is inside:
    `momentum * velocity - learning_rate * grad`, and then w plus velocity."""
    velocity = momentum * velocity + learning_rate * grad
    return w - velocity, velocity


@mistake(of="momentum_step")
def momentum_uphill(w, grad, velocity, learning_rate, momentum=0.9):
    """You add the gradient to the velocity: that goes uphill. Take it away: `momentum * velocity - learning_rate * grad`."""
    velocity = momentum * velocity + learning_rate * grad
    return w + velocity, velocity


@mistake(of="momentum_step")
def momentum_old_velocity(w, grad, velocity, learning_rate, momentum=0.9):
    """You move w with the old velocity. Calculate the new velocity first, and move w with that."""
    return w + velocity, momentum * velocity - learning_rate * grad


@mistake(of="momentum_step")
def momentum_swapped(w, grad, velocity, learning_rate, momentum=0.9):
    """You return the velocity first. The order is: new weights, new velocity."""
    w, velocity = _momentum_step(w, grad, velocity, learning_rate, momentum)
    return velocity, w


@mistake(of="momentum_step")
def momentum_returns_w_only(w, grad, velocity, learning_rate, momentum=0.9):
    """You return only the weights. The next step needs the velocity too: `return w_new, velocity_new`."""
    return _momentum_step(w, grad, velocity, learning_rate, momentum)[0]


@mistake(of="momentum_step")
def momentum_old_velocity_back(w, grad, velocity, learning_rate, momentum=0.9):
    """The weights are right, but you return the old velocity. Return the new one: the next step begins with it."""
    return _momentum_step(w, grad, velocity, learning_rate, momentum)[0], velocity


@mistake(of="momentum_step")
def momentum_average(w, grad, velocity, learning_rate, momentum=0.9):
    """You give the gradient the weight `1 - momentum`, as in Adam. In this rule it keeps its full weight:
    `momentum * velocity - learning_rate * grad`."""
    velocity = momentum * velocity - (1 - momentum) * learning_rate * grad
    return w + velocity, velocity


@mistake(of="momentum_step")
def momentum_nesterov(w, grad, velocity, learning_rate, momentum=0.9):
    """This is Nesterov's momentum, which looks one step ahead. The rule here is the plain one: w plus the new velocity."""
    velocity = momentum * velocity - learning_rate * grad
    return w + momentum * velocity - learning_rate * grad, velocity


@mistake(of="momentum_step")
def momentum_ignored(w, grad, velocity, learning_rate, momentum=0.9):
    """The old velocity is not used: this is plain gradient descent. The new velocity begins with `momentum * velocity`."""
    velocity = -learning_rate * grad
    return w + velocity, velocity


@mistake(of="momentum_step")
def momentum_all_kept(w, grad, velocity, learning_rate, momentum=0.9):
    """The old velocity is kept as a whole, so the ball never gets slower. Multiply it by momentum."""
    velocity = velocity - learning_rate * grad
    return w + velocity, velocity


@mistake(of="momentum_step")
def momentum_always_09(w, grad, velocity, learning_rate, momentum=0.9):
    """You always calculate with 0.9. Use the number that was passed as `momentum`."""
    velocity = 0.9 * velocity - learning_rate * grad
    return w + velocity, velocity


@mistake(of="momentum_step")
def momentum_changes_arguments(w, grad, velocity, learning_rate, momentum=0.9):
    """You change w or velocity in place (`*=`, `-=`, `+=`): the caller's arrays are changed. Calculate new ones."""
    velocity *= momentum
    velocity -= learning_rate * grad
    w += velocity
    return w, velocity


@mistake(of="momentum_step", like="momentum_changes_arguments")
def momentum_changes_w(w, grad, velocity, learning_rate, momentum=0.9):
    velocity = momentum * velocity - learning_rate * grad
    w += velocity
    return w, velocity


@mistake(of="momentum_step", like="momentum_changes_arguments")
def momentum_changes_velocity(w, grad, velocity, learning_rate, momentum=0.9):
    velocity *= momentum
    velocity -= learning_rate * grad
    return w + velocity, velocity


@mistake(of="momentum_step")
def momentum_returns_list(w, grad, velocity, learning_rate, momentum=0.9):
    """You return a list. Return a tuple: `return w_new, velocity_new`, without square brackets."""
    return list(_momentum_step(w, grad, velocity, learning_rate, momentum))


@mistake(of="momentum_step")
def momentum_rate_twice(w, grad, velocity, learning_rate, momentum=0.9):
    """The learning rate has its part twice: it is inside the velocity already. Add the new velocity to w as it is."""
    velocity = momentum * velocity - learning_rate * grad
    return w + learning_rate * velocity, velocity


@mistake(of="momentum_step", like="momentum_rate_twice")
def momentum_rate_twice_down(w, grad, velocity, learning_rate, momentum=0.9):
    velocity = momentum * velocity + learning_rate * grad
    return w - learning_rate * velocity, velocity


@mistake(of="momentum_step")
def momentum_returns_nothing(w, grad, velocity, learning_rate, momentum=0.9):
    """Your function returns nothing, so Python gives `None`. What you print is not returned. End with
    `return w_new, velocity_new`."""


@probe(of="momentum_step")
def momentum_probes():
    w, grad, velocity = np.array([1.0, 2.0]), np.array([0.5, -1.5]), np.array([0.25, 1.0])
    yield w, grad, velocity, 0.1, 0.7
    yield w, grad, velocity, 0.5
    yield w, 0 * grad, velocity, 0.5, 0.5


# -------------------------------------------------------------------------------------------------------- Adam


def _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon, square=True):
    """The parts of Adam: the new m and v, and both hats."""
    m = beta_1 * m + (1 - beta_1) * grad
    v = beta_2 * v + (1 - beta_2) * (grad**2 if square else grad)
    return m, v, m / (1 - beta_1**t), v / (1 - beta_2**t)


@mistake(of="adam_step")
def adam_no_correction(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """The hats are missing: m and v begin at 0, so at first they are too small. Divide m by `1 - beta_1**t` and v by
    `1 - beta_2**t`."""
    m, v, _, _ = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m / (np.sqrt(v) + epsilon), m, v


@mistake(of="adam_step")
def adam_corrects_m_only(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """v̂ is missing: you use v as it is. Divide it by `1 - beta_2**t`, as you do with m."""
    m, v, m_hat, _ = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m_hat / (np.sqrt(v) + epsilon), m, v


@mistake(of="adam_step")
def adam_corrects_v_only(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """m̂ is missing: you use m as it is. Divide it by `1 - beta_1**t`, as you do with v."""
    m, v, _, v_hat = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_corrects_without_power(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You divide by `1 - beta`, whatever the step is. The power is missing: `1 - beta_1**t` and `1 - beta_2**t`."""
    m, v, m_hat, v_hat = _adam(w, grad, m, v, 1, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_multiplies_by_t(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You multiply beta by t. In the formula t is a power: `beta_1**t` and `beta_2**t`."""
    m, v, _, _ = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    m_hat, v_hat = m / (1 - beta_1 * t), v / (1 - beta_2 * t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_counts_one_more(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You calculate with t + 1. Here t counts from 1 already: use it as it is."""
    m, v, m_hat, v_hat = _adam(w, grad, m, v, t + 1, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_returns_hats(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You return m̂ and v̂. The next step needs m and v without the hat."""
    m, v, m_hat, v_hat = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m_hat, v_hat


@mistake(of="adam_step")
def adam_old_m_and_v(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """w is right, but you return the old m and v. Return the new ones: the next step begins with them."""
    return _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)[0], m, v


@mistake(of="adam_step")
def adam_no_square(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """v is the mean of the squares: the square of the gradient is missing, `grad**2`."""
    m, v, m_hat, v_hat = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon, square=False)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_no_root(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """The root is missing: you divide by v̂ itself. Divide by `np.sqrt(v_hat) + epsilon`."""
    m, v, m_hat, v_hat = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m_hat / (v_hat + epsilon), m, v


@mistake(of="adam_step")
def adam_epsilon_in_root(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """epsilon stands inside the root. It comes after it: `np.sqrt(v_hat) + epsilon`."""
    m, v, m_hat, v_hat = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m_hat / np.sqrt(v_hat + epsilon), m, v


@mistake(of="adam_step")
def adam_no_epsilon(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """epsilon is not used. Where the gradient has always been 0, you divide 0 by 0, and the weight becomes NaN. Divide by
    `np.sqrt(v_hat) + epsilon`."""
    m, v, m_hat, v_hat = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m_hat / np.sqrt(v_hat), m, v


@mistake(of="adam_step")
def adam_epsilon_of_keras(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You add epsilon to the root of v without the hat, as Keras does to save work. Algorithm 1 of the paper adds it to the root of
    v̂. For a small epsilon it is nearly the same."""
    m, v, _, _ = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    rate = learning_rate * np.sqrt(1 - beta_2**t) / (1 - beta_1**t)
    return w - rate * m / (np.sqrt(v) + epsilon), m, v


@mistake(of="adam_step")
def adam_betas_swapped(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """beta_1 and beta_2 are swapped: beta_1 belongs to m, beta_2 to v."""
    return _adam_step(w, grad, m, v, t, learning_rate, beta_2, beta_1, epsilon)


@mistake(of="adam_step")
def adam_weights_swapped(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """beta and `1 - beta` are swapped: the old m keeps the large part, `beta_1 * m + (1 - beta_1) * grad`, and v likewise."""
    m = (1 - beta_1) * m + beta_1 * grad
    v = (1 - beta_2) * v + beta_2 * grad**2
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_full_gradient(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """The gradient goes into m and v with its full weight. Multiply it by `1 - beta_1`, and its square by `1 - beta_2`."""
    m, v = beta_1 * m + grad, beta_2 * v + grad**2
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_uphill(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You add the step to w: that goes uphill. Take it away from w."""
    m, v, m_hat, v_hat = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w + learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_gradient_in_step(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """In the last formula you use the gradient itself. It is m̂ that stands there: the mean of many gradients."""
    m, v, _, v_hat = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * grad / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_old_moments_in_step(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """The hats are made of the old m and v. Calculate the new m and v first, and then the hats of these."""
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    m, v, _, _ = _adam(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step")
def adam_fixed_settings(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You calculate with 0.9 and 0.999, whatever was passed. Use beta_1 and beta_2."""
    return _adam_step(w, grad, m, v, t, learning_rate, 0.9, 0.999, epsilon)


@mistake(of="adam_step")
def adam_fixed_epsilon(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You calculate with an epsilon of your own. Use the one that was passed."""
    return _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, 1e-8)


@mistake(of="adam_step", like="adam_fixed_epsilon")
def adam_fixed_epsilon_of_keras(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    return _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, 1e-7)


@mistake(of="adam_step")
def adam_fixed_rate(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You calculate with the rate 0.001, whatever was passed. Use learning_rate."""
    return _adam_step(w, grad, m, v, t, 0.001, beta_1, beta_2, epsilon)


@mistake(of="adam_step")
def adam_returns_w_only(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You return only the weights. The next step needs m and v too: `return w, m, v`."""
    return _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)[0]


@mistake(of="adam_step")
def adam_returns_other_order(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """The three answers stand in another order. It is: w, m, v."""
    w, m, v = _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return m, v, w


@mistake(of="adam_step", like="adam_returns_other_order")
def adam_returns_v_first(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    w, m, v = _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    return w, v, m


@mistake(of="adam_step")
def adam_changes_arguments(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """You change w, m or v in place (`+=`, `-=`, `*=`): the caller's arrays are changed. Calculate new ones."""
    m *= beta_1
    m += (1 - beta_1) * grad
    v *= beta_2
    v += (1 - beta_2) * grad**2
    w -= learning_rate * (m / (1 - beta_1**t)) / (np.sqrt(v / (1 - beta_2**t)) + epsilon)
    return w, m, v


@mistake(of="adam_step", like="adam_changes_arguments")
def adam_changes_m_and_v(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    m += (1 - beta_1) * (grad - m)
    v += (1 - beta_2) * (grad**2 - v)
    m_hat, v_hat = m / (1 - beta_1**t), v / (1 - beta_2**t)
    return w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon), m, v


@mistake(of="adam_step", like="adam_changes_arguments")
def adam_changes_w(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    new, m, v = _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)
    w[...] = new
    return w, m, v


@mistake(of="adam_step")
def adam_returns_nothing(w, grad, m, v, t, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """Your function returns nothing, so Python gives `None`. End with `return w, m, v`, the new ones."""


@mistake(of="adam_step")
def adam_another_default_rate(w, grad, m, v, t, learning_rate=0.01, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    """The default learning rate is another one. Without an argument it must be 0.001: `learning_rate=0.001`."""
    return _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)


@mistake(of="adam_step", like="adam_another_default_rate")
def adam_default_rate_01(w, grad, m, v, t, learning_rate=0.1, beta_1=0.9, beta_2=0.999, epsilon=1e-8):
    return _adam_step(w, grad, m, v, t, learning_rate, beta_1, beta_2, epsilon)


@probe(of="adam_step")
def adam_probes():
    w, grad = np.array([1.0, 2.0]), np.array([0.5, -1.5])
    m, v = np.array([0.2, -0.1]), np.array([0.3, 0.4])
    yield w, grad, m, v, 2, 0.1, 0.7, 0.8, 0.1
    yield w, grad, m, v, 3, 0.2, 0.9, 0.99, 1e-8
    yield w, 0 * grad, 0 * m, 0 * v, 1, 0.2
    yield w, grad, m, v, 5


# ------------------------------------------------------------------------------------------------ plot_history


def _drawn(history, names=("loss", "val_loss"), first=1, legend=True, xlabel="epoch", ylabel="loss", labels=None):
    """A figure of the named curves."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for name, label in zip(names, labels or names, strict=True):
        axes.plot(range(first, first + len(history[name])), history[name], label=label)
    axes.set_xlabel(xlabel)
    axes.set_ylabel(ylabel)
    if legend:
        axes.legend()
    return figure


@mistake(of="plot_history")
def plot_epochs_from_0(history):
    """Your epochs count from 0. The first epoch is number 1: draw against `range(1, len(values) + 1)`."""
    return _drawn(history, first=0)


@mistake(of="plot_history")
def plot_loss_only(history):
    """You draw loss only. val_loss is missing: the two together show how the training goes."""
    return _drawn(history, names=("loss",))


@mistake(of="plot_history")
def plot_val_loss_only(history):
    """You draw val_loss only. loss is missing: the two together show how the training goes."""
    return _drawn(history, names=("val_loss",))


@mistake(of="plot_history")
def plot_loss_twice(history):
    """Both lines show history["loss"]. The second one must show history["val_loss"]."""
    return _drawn(history, names=("loss", "loss"), labels=("loss", "val_loss"))


@mistake(of="plot_history")
def plot_all_keys(history):
    """You draw everything that is in history. Draw two lines only: loss and val_loss."""
    return _drawn(history, names=tuple(history))


_FIGURES = []


@mistake(of="plot_history", remembers=True)
def plot_into_old_figure(history):
    """You draw into the figure that is there already, so the curves of the call before are in it too. Begin with a new
    figure: `figure, axes = plt.subplots()`."""
    import matplotlib.pyplot as plt

    # What pyplot itself would go on with may be another variant's figure.
    if not _FIGURES:
        _FIGURES.append(plt.subplots()[0])
    (axes,) = _FIGURES[0].axes
    for name in ("loss", "val_loss"):
        axes.plot(range(1, len(history[name]) + 1), history[name], label=name)
    axes.set_xlabel("epoch")
    axes.set_ylabel("loss")
    axes.legend()
    return _FIGURES[0]


@mistake(of="plot_history")
def plot_two_axes(history):
    """Each curve has axes of its own. Draw both in one, so that one can compare them: `plt.subplots()` without numbers."""
    import matplotlib.pyplot as plt

    figure, both = plt.subplots(1, 2)
    for axes, name in zip(both, ("loss", "val_loss"), strict=True):
        axes.plot(range(1, len(history[name]) + 1), history[name], label=name)
        axes.set_xlabel("epoch")
        axes.set_ylabel("loss")
        axes.legend()
    return figure


@mistake(of="plot_history")
def plot_returns_nothing(history):
    """You return nothing. Return the figure: `return figure`."""
    _drawn(history)


@mistake(of="plot_history")
def plot_returns_axes(history):
    """You return the axes. Return the figure: `plt.subplots()` gives both, the figure first."""
    return _drawn(history).axes[0]


@mistake(of="plot_history")
def plot_returns_lines(history):
    """You return the lines that `plot` gives. Return the figure: `return figure`."""
    return _drawn(history).axes[0].get_lines()[0]


@mistake(of="plot_history")
def plot_no_legend(history):
    """There is no legend, so nobody knows which line is which. Call `axes.legend()` after the lines are drawn."""
    return _drawn(history, legend=False)


@mistake(of="plot_history")
def plot_no_labels(history):
    """The lines have no labels. Give each its name: `axes.plot(epochs, values, label="loss")`."""
    return _drawn(history, labels=(None, None), legend=False)


@mistake(of="plot_history", like="plot_no_labels")
def plot_no_labels_with_legend(history):
    return _drawn(history, labels=(None, None))


@mistake(of="plot_history")
def plot_labels_swapped(history):
    """The labels are swapped: the line "loss" shows val_loss, and the other way round."""
    return _drawn(history, labels=("val_loss", "loss"))


@mistake(of="plot_history", like="plot_labels_swapped")
def plot_labels_swapped_val_loss_first(history):
    return _drawn(history, names=("val_loss", "loss"), labels=("loss", "val_loss"))


@mistake(of="plot_history")
def plot_other_labels(history):
    """The lines have other labels. They must be named "loss" and "val_loss"."""
    return _drawn(history, labels=("train", "validation"))


@mistake(of="plot_history", like="plot_other_labels")
def plot_other_labels_train_and_test(history):
    return _drawn(history, labels=("train", "test"))


@mistake(of="plot_history", like="plot_other_labels")
def plot_other_labels_train_and_val(history):
    return _drawn(history, labels=("train", "val"))


@mistake(of="plot_history", like="plot_other_labels")
def plot_other_labels_training(history):
    return _drawn(history, labels=("training", "validation"))


@mistake(of="plot_history", like="plot_other_labels")
def plot_other_labels_in_capitals(history):
    return _drawn(history, labels=("Train", "Validation"))


@mistake(of="plot_history", like="plot_other_labels")
def plot_other_labels_loss(history):
    return _drawn(history, labels=("train_loss", "val_loss"))


@mistake(of="plot_history", like="plot_other_labels")
def plot_other_labels_training_loss(history):
    return _drawn(history, labels=("training loss", "validation loss"))


@mistake(of="plot_history")
def plot_no_axis_names(history):
    """The axes have no names. Write `axes.set_xlabel("epoch")` and `axes.set_ylabel("loss")`."""
    return _drawn(history, xlabel="", ylabel="")


@mistake(of="plot_history")
def plot_no_xlabel(history):
    """The x axis has no name, or another one than "epoch". Write `axes.set_xlabel("epoch")`."""
    return _drawn(history, xlabel="")


@mistake(of="plot_history", like="plot_no_xlabel")
def plot_xlabel_x(history):
    return _drawn(history, xlabel="x")


@mistake(of="plot_history")
def plot_no_ylabel(history):
    """The y axis has no name, or another one than "loss". Write `axes.set_ylabel("loss")`."""
    return _drawn(history, ylabel="")


@mistake(of="plot_history", like="plot_no_ylabel")
def plot_ylabel_y(history):
    return _drawn(history, ylabel="y")


@mistake(of="plot_history")
def plot_axis_names_swapped(history):
    """The names of the axes are swapped: the epochs are on the x axis, the loss on the y axis."""
    return _drawn(history, xlabel="loss", ylabel="epoch")


@mistake(of="plot_history")
def plot_lines_turned(history):
    """x and y are swapped: the epochs go to the right, the losses up. Write `axes.plot(epochs, values)`."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    for name in ("loss", "val_loss"):
        axes.plot(history[name], range(1, len(history[name]) + 1), label=name)
    axes.set_xlabel("epoch")
    axes.set_ylabel("loss")
    axes.legend()
    return figure


@mistake(of="plot_history")
def plot_saves(history):
    """Your function saves the picture, and here nothing may be written. Return the figure: who called decides what becomes
    of it."""
    raise PermissionError  # what `savefig` raises where the learner's code runs; here it must write nothing


@mistake(of="plot_history")
def plot_history_attribute(history):
    """You ask history for its attribute `history`, as for what `model.fit` returns. Here history is the dict itself:
    `history["loss"]`."""
    return _drawn(history.history)


@mistake(of="plot_history")
def plot_loss_against_val_loss(history):
    """You draw one curve against the other. Draw each of them against the number of the epoch: two lines."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    axes.plot(history["loss"], history["val_loss"])
    axes.set_xlabel("loss")
    axes.set_ylabel("val_loss")
    return figure


@probe(of="plot_history")
def plot_probes():
    yield ({"loss": [3.0, 2.0], "val_loss": [4.0, 3.0]},)
    yield ({"loss": [3.0, 2.0, 1.0], "val_loss": [4.0, 3.0, 3.5]},)
