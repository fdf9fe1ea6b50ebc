"""Known mistakes of exercise 6: `train_step` and `fit_line`.

What is told to a learner must be true of every spelling under its name. The variants are replayed in a worker,
one after another: `_line` takes the steps of a right `fit_line` in NumPy, without the tape's cost a step.
"""

import keras
import numpy as np
import tensorflow as tf
from reference import train_step

from grader.bank import mistake

# ------------------------------------------------------------------------------------------------- train_step


def _loss(W, b, x, y):
    """The mean squared error."""
    return tf.reduce_mean(tf.square(W * x + b - y))


def _descend(W, b, learning_rate, loss, size=1.0):
    """One step down this loss, a function of nothing; `size` times as large as it should be."""
    with tf.GradientTape() as tape:
        value = loss()
    slope_W, slope_b = tape.gradient(value, [W, b])
    W.assign_sub(size * learning_rate * slope_W)
    b.assign_sub(size * learning_rate * slope_b)
    return value


def _step(W, b, x, y, learning_rate):
    """The right step, and the loss before it. (`train_step` would be the variant itself.)"""
    return _descend(W, b, learning_rate, lambda: _loss(W, b, x, y))


@mistake(of="train_step")
def train_step_sums(W, b, x, y, learning_rate):
    """You add up the squared errors, so the gradient grows with the number of points. Take their mean:
    `tf.reduce_mean`."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_sum(tf.square(W * x + b - y)))


@mistake(of="train_step", like="train_step_sums")
def train_step_sums_and_returns_new_loss(W, b, x, y, learning_rate):
    _descend(W, b, learning_rate, lambda: tf.reduce_sum(tf.square(W * x + b - y)))
    return tf.reduce_sum(tf.square(W * x + b - y))


@mistake(of="train_step", like="train_step_sums")
def train_step_sums_and_goes_up(W, b, x, y, learning_rate):
    return _descend(W, b, learning_rate, lambda: tf.reduce_sum(tf.square(W * x + b - y)), size=-1.0)


@mistake(of="train_step")
def train_step_does_not_reduce(W, b, x, y, learning_rate):
    """Your loss is one number a point, and the tape adds up their gradients. Make one number of them before you ask the
    tape, their mean: `tf.reduce_mean`."""
    return _descend(W, b, learning_rate, lambda: tf.square(W * x + b - y))


@mistake(of="train_step")
def train_step_halves_the_loss(W, b, x, y, learning_rate):
    """Your loss is half of the mean squared error, so your steps are half as long too. Leave the factor
    out: `tf.reduce_mean(tf.square(...))`."""
    return _descend(W, b, learning_rate, lambda: 0.5 * _loss(W, b, x, y))


@mistake(of="train_step")
def train_step_divides_by_2(W, b, x, y, learning_rate):
    """You divide the sum of the squared errors by 2, whatever the number of points. Divide by that number:
    `tf.reduce_mean` does it."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_sum(tf.square(W * x + b - y)) / 2)


@mistake(of="train_step")
def train_step_absolute_error(W, b, x, y, learning_rate):
    """Your loss is the mean absolute error. Its gradient is the same for large and small errors. The task asks
    for the mean of the squares: `tf.square`."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.abs(W * x + b - y)))


@mistake(of="train_step")
def train_step_root(W, b, x, y, learning_rate):
    """You take the square root of the mean squared error. That changes its gradient too. Leave the root out."""
    return _descend(W, b, learning_rate, lambda: tf.sqrt(_loss(W, b, x, y)))


@mistake(of="train_step")
def train_step_forgets_square(W, b, x, y, learning_rate):
    """You take the mean of the errors without their squares, so errors above and below the line cancel out.
    Square each error: `tf.square(W * x + b - y)`."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(W * x + b - y))


@mistake(of="train_step", like="train_step_forgets_square")
def train_step_forgets_square_other_way_round(W, b, x, y, learning_rate):
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(y - W * x - b))


@mistake(of="train_step")
def train_step_squares_the_mean(W, b, x, y, learning_rate):
    """You square the mean error, so errors above and below the line cancel out first. Square each error, and
    then take the mean: `tf.reduce_mean(tf.square(...))`."""
    return _descend(W, b, learning_rate, lambda: tf.square(tf.reduce_mean(W * x + b - y)))


@mistake(of="train_step")
def train_step_squares_each(W, b, x, y, learning_rate):
    """You take the difference of the squares. It must be the square of the difference: first subtract, then
    square."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.square(W * x + b) - tf.square(y)))


@mistake(of="train_step")
def train_step_adds_y(W, b, x, y, learning_rate):
    """The error is the answer of the line less y. You add y: write `W * x + b - y`."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.square(W * x + b + y)))


@mistake(of="train_step")
def train_step_subtracts_b(W, b, x, y, learning_rate):
    """You take b away. The line is `W * x + b`, so the error is `W * x + b - y`."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.square(W * x - b - y)))


@mistake(of="train_step", like="train_step_subtracts_b")
def train_step_brackets_b_and_y(W, b, x, y, learning_rate):
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.square(y - W * x + b)))


@mistake(of="train_step")
def train_step_makes_a_table(W, b, x, y, learning_rate):
    """Your errors are a whole table: each point's line less every y, because one of x and y is a column and the other is
    not. Leave both as they are, (n,), or make columns of both."""
    column = tf.reshape(tf.cast(x, tf.float32), (-1, 1))
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.square(W * column + b - tf.cast(y, tf.float32))))


@mistake(of="train_step")
def train_step_multiplies_sum(W, b, x, y, learning_rate):
    """You add b before you multiply. The line is `W * x + b`, without brackets around `x + b`."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.square(W * (x + b) - y)))


@mistake(of="train_step")
def train_step_swaps_W_and_b(W, b, x, y, learning_rate):
    """W and b have changed places in the line. W belongs to x: `W * x + b`."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.square(b * x + W - y)))


@mistake(of="train_step")
def train_step_swaps_x_and_y(W, b, x, y, learning_rate):
    """x and y have changed places. The line calculates y from x: the error is `W * x + b - y`."""
    return _descend(W, b, learning_rate, lambda: tf.reduce_mean(tf.square(W * y + b - x)))


@mistake(of="train_step")
def train_step_swaps_gradients(W, b, x, y, learning_rate):
    """The two gradients have changed places: W takes the step of b. `tape.gradient(loss, [W, b])` gives them in
    the order in which you ask."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_b, slope_W = tape.gradient(loss, [W, b])
    W.assign_sub(learning_rate * slope_W)
    b.assign_sub(learning_rate * slope_b)
    return loss


@mistake(of="train_step")
def train_step_goes_up(W, b, x, y, learning_rate):
    """You go up the hill: the step is added. Take it away, and the loss becomes smaller: `assign_sub`."""
    return _descend(W, b, learning_rate, lambda: _loss(W, b, x, y), size=-1.0)


@mistake(of="train_step")
def train_step_goes_up_with_W(W, b, x, y, learning_rate):
    """The step of b is right, but W goes up the hill. Both steps are taken away: `W.assign_sub(...)`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W, slope_b = tape.gradient(loss, [W, b])
    W.assign_add(learning_rate * slope_W)
    b.assign_sub(learning_rate * slope_b)
    return loss


@mistake(of="train_step")
def train_step_goes_up_with_b(W, b, x, y, learning_rate):
    """The step of W is right, but b goes up the hill. Both steps are taken away: `b.assign_sub(...)`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W, slope_b = tape.gradient(loss, [W, b])
    W.assign_sub(learning_rate * slope_W)
    b.assign_add(learning_rate * slope_b)
    return loss


@mistake(of="train_step")
def train_step_forgets_rate(W, b, x, y, learning_rate):
    """The learning rate has no part in the step, so it goes much too far. Multiply it with each gradient."""
    return _descend(W, b, 1.0, lambda: _loss(W, b, x, y))


@mistake(of="train_step")
def train_step_fixed_rate(W, b, x, y, learning_rate):
    """Your step always has the same learning rate. Use the one that is given: `learning_rate * slope`."""
    return _descend(W, b, 0.01, lambda: _loss(W, b, x, y))


@mistake(of="train_step", like="train_step_fixed_rate")
def train_step_fixed_rate_01(W, b, x, y, learning_rate):
    return _descend(W, b, 0.1, lambda: _loss(W, b, x, y))


@mistake(of="train_step", like="train_step_fixed_rate")
def train_step_fixed_rate_0001(W, b, x, y, learning_rate):
    return _descend(W, b, 0.001, lambda: _loss(W, b, x, y))


@mistake(of="train_step")
def train_step_divides_by_rate(W, b, x, y, learning_rate):
    """You divide by the learning rate. A small rate must give a small step: multiply."""
    return _descend(W, b, 1.0 / learning_rate, lambda: _loss(W, b, x, y))


@mistake(of="train_step")
def train_step_doubles_gradient(W, b, x, y, learning_rate):
    """Your steps are twice too long. The tape already knows the 2 that comes from the square: leave yours out."""
    return _descend(W, b, learning_rate, lambda: _loss(W, b, x, y), size=2.0)


@mistake(of="train_step")
def train_step_forgets_two(W, b, x, y, learning_rate):
    """Your steps are half as long as they should be: the gradient of a square has a factor 2. The tape knows it, if you
    ask it: `tape.gradient(loss, [W, b])`."""
    return _descend(W, b, learning_rate, lambda: _loss(W, b, x, y), size=0.5)


@mistake(of="train_step")
def train_step_divides_by_n_again(W, b, x, y, learning_rate):
    """You divide the gradients by the number of points. The mean in the loss has done so already: leave it out."""
    return _descend(W, b, learning_rate, lambda: _loss(W, b, x, y), size=1.0 / len(x))


@mistake(of="train_step")
def train_step_not_in_place(W, b, x, y, learning_rate):
    """W and b stay as they were. `W = W - …` only gives the name W to a new number, and a new variable is not the one
    that was given. Change that one, in place: `W.assign_sub(...)`."""
    return _loss(W, b, x, y)


@mistake(of="train_step", like="train_step_not_in_place")
def train_step_not_in_place_as_float(W, b, x, y, learning_rate):
    return float(_loss(W, b, x, y))


@mistake(of="train_step", like="train_step_not_in_place")
def train_step_not_in_place_as_numpy(W, b, x, y, learning_rate):
    return _loss(W, b, x, y).numpy()


@mistake(of="train_step", like="train_step_not_in_place")
def train_step_not_in_place_nothing_back(W, b, x, y, learning_rate):
    pass


@mistake(of="train_step", like="train_step_not_in_place")
def train_step_not_in_place_new_loss(W, b, x, y, learning_rate):
    W, b = tf.Variable(W), tf.Variable(b)
    _step(W, b, x, y, learning_rate)
    return _loss(W, b, x, y)


@mistake(of="train_step")
def train_step_returns_new_pair(W, b, x, y, learning_rate):
    """You return the new W and b, and the variables stay as they were. Change them in place,
    `W.assign_sub(...)`, and return the loss."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W, slope_b = tape.gradient(loss, [W, b])
    return W - learning_rate * slope_W, b - learning_rate * slope_b


@mistake(of="train_step", like="train_step_returns_new_pair")
def train_step_returns_new_pair_and_loss(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W, slope_b = tape.gradient(loss, [W, b])
    return W - learning_rate * slope_W, b - learning_rate * slope_b, loss


@mistake(of="train_step")
def train_step_assigns_the_step(W, b, x, y, learning_rate):
    """`assign` puts the step itself into the variable, and the old number is lost. Take the step away from it:
    `assign_sub`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W, slope_b = tape.gradient(loss, [W, b])
    W.assign(learning_rate * slope_W)
    b.assign(learning_rate * slope_b)
    return loss


@mistake(of="train_step", like="train_step_assigns_the_step")
def train_step_assigns_minus_the_step(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W, slope_b = tape.gradient(loss, [W, b])
    W.assign(-learning_rate * slope_W)
    b.assign(-learning_rate * slope_b)
    return loss


@mistake(of="train_step")
def train_step_only_W(W, b, x, y, learning_rate):
    """Only W takes its step. b has a gradient of its own: `b.assign_sub(...)`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    W.assign_sub(learning_rate * tape.gradient(loss, W))
    return loss


@mistake(of="train_step")
def train_step_only_b(W, b, x, y, learning_rate):
    """Only b takes its step. W has a gradient of its own: `W.assign_sub(...)`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    b.assign_sub(learning_rate * tape.gradient(loss, b))
    return loss


@mistake(of="train_step")
def train_step_b_after_new_W(W, b, x, y, learning_rate):
    """You calculate the gradient of b when W has already changed. Both belong to the old numbers: first get both
    gradients, `tape.gradient(loss, [W, b])`, and then take both steps."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    W.assign_sub(learning_rate * tape.gradient(loss, W))
    with tf.GradientTape() as tape:
        again = _loss(W, b, x, y)
    b.assign_sub(learning_rate * tape.gradient(again, b))
    return loss


@mistake(of="train_step")
def train_step_adam(W, b, x, y, learning_rate):
    """You let Adam take the step. It takes other steps than plain gradient descent. Take them yourself:
    `W.assign_sub(learning_rate * slope)`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slopes = tape.gradient(loss, [W, b])
    keras.optimizers.Adam(learning_rate=learning_rate).apply_gradients(zip(slopes, [W, b], strict=True))
    return loss


# The right steps, but not the right answer.


@mistake(of="train_step")
def train_step_returns_none(W, b, x, y, learning_rate):
    """W and b are right, but your function returns nothing, so Python gives `None`. End with `return loss`."""
    _step(W, b, x, y, learning_rate)


@mistake(of="train_step")
def train_step_returns_new_loss(W, b, x, y, learning_rate):
    """You return the loss after the step. Return the one before it: the loss that is on the tape."""
    _step(W, b, x, y, learning_rate)
    return _loss(W, b, x, y)


@mistake(of="train_step", like="train_step_returns_new_loss")
def train_step_returns_new_loss_as_float(W, b, x, y, learning_rate):
    _step(W, b, x, y, learning_rate)
    return float(_loss(W, b, x, y))


@mistake(of="train_step")
def train_step_returns_variables(W, b, x, y, learning_rate):
    """You return W and b. They change in place, so the caller has them already. Return the loss."""
    _step(W, b, x, y, learning_rate)
    return W, b


@mistake(of="train_step")
def train_step_returns_variables_and_loss(W, b, x, y, learning_rate):
    """You return the loss together with W and b. They change in place, so the caller has them already. Return
    only the loss."""
    loss = _step(W, b, x, y, learning_rate)
    return W, b, loss


@mistake(of="train_step", like="train_step_returns_variables_and_loss")
def train_step_returns_loss_and_variables(W, b, x, y, learning_rate):
    loss = _step(W, b, x, y, learning_rate)
    return loss, W, b


@mistake(of="train_step")
def train_step_returns_every_loss(W, b, x, y, learning_rate):
    """You return one number for each point. The loss is one number for all of them, their mean:
    `tf.reduce_mean`."""
    losses = tf.square(W * x + b - y)
    _step(W, b, x, y, learning_rate)
    return losses


@mistake(of="train_step")
def train_step_returns_prediction(W, b, x, y, learning_rate):
    """You return what the line says for x. Return the loss, which says how wrong that is."""
    prediction = W * x + b
    _step(W, b, x, y, learning_rate)
    return prediction


@mistake(of="train_step")
def train_step_returns_gradients(W, b, x, y, learning_rate):
    """You return the gradients. Nobody needs them after the step. Return the loss."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slopes = tape.gradient(loss, [W, b])
    _step(W, b, x, y, learning_rate)
    return slopes


@mistake(of="train_step", like="train_step_returns_gradients")
def train_step_returns_gradients_as_tuple(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slopes = tape.gradient(loss, [W, b])
    _step(W, b, x, y, learning_rate)
    return tuple(slopes)


@mistake(of="train_step")
def train_step_rounds_loss(W, b, x, y, learning_rate):
    """The loss is rounded. Return it as it is, and round only what you print."""
    return round(float(_step(W, b, x, y, learning_rate)), 2)


@mistake(of="train_step", like="train_step_rounds_loss")
def train_step_rounds_loss_to_integer(W, b, x, y, learning_rate):
    return int(_step(W, b, x, y, learning_rate))


@mistake(of="train_step")
def train_step_loss_as_text(W, b, x, y, learning_rate):
    """You return a text. Return the number, and make a text of it only to print it."""
    return str(float(_step(W, b, x, y, learning_rate)))


# What stops with an error: a tape that has seen nothing, and words of TensorFlow 1 and of older Keras.


@mistake(of="train_step")
def train_step_loss_outside_tape(W, b, x, y, learning_rate):
    """The gradient of W or of b is `None`: the tape did not see that the loss was calculated from it. Calculate all of
    the loss inside the `with`, from `W * x + b`, with W and b as they are: no `float(W)`, no `.numpy()`, and
    `tf.reduce_mean`, not `np.mean`."""
    loss = _loss(W, b, x, y)
    with tf.GradientTape() as tape:
        pass
    slope_W, slope_b = tape.gradient(loss, [W, b])
    W.assign_sub(learning_rate * slope_W)
    b.assign_sub(learning_rate * slope_b)
    return loss


@mistake(of="train_step", like="train_step_loss_outside_tape")
def train_step_loss_outside_tape_gradient_first(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        pass
    slope_W, slope_b = tape.gradient(_loss(W, b, x, y), [W, b])
    W.assign_sub(slope_W * learning_rate)
    b.assign_sub(slope_b * learning_rate)


@mistake(of="train_step", like="train_step_loss_outside_tape")
def train_step_numbers_on_tape(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        loss = tf.convert_to_tensor(np.mean((W.numpy() * x + b.numpy() - y) ** 2))
    slope_W, slope_b = tape.gradient(loss, [W, b])
    W.assign(W - learning_rate * slope_W)
    b.assign(b - learning_rate * slope_b)
    return loss


@mistake(of="train_step")
def train_step_loss_leaves_tape(W, b, x, y, learning_rate):
    """The loss on the tape is a plain number, which knows nothing of W and b. Use TensorFlow's functions inside the
    `with`: `tf.reduce_mean`, not `np.mean`, and no `.numpy()` and no `float()`."""
    with tf.GradientTape() as tape:
        loss = np.mean((W.numpy() * x + b.numpy() - y) ** 2)
    tape.gradient(loss, [W, b])
    return loss


@mistake(of="train_step", like="train_step_loss_leaves_tape")
def train_step_loss_leaves_tape_as_float(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        loss = float(_loss(W, b, x, y))
    tape.gradient(loss, [W, b])
    return loss


@mistake(of="train_step", like="train_step_loss_leaves_tape")
def train_step_loss_leaves_tape_by_numpy(W, b, x, y, learning_rate):
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y).numpy()
    tape.gradient(loss, [W, b])
    return loss


@mistake(of="train_step")
def train_step_asks_tape_twice(W, b, x, y, learning_rate):
    """A tape answers once, and then it has forgotten everything. Ask for both gradients in one call:
    `tape.gradient(loss, [W, b])`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W = tape.gradient(loss, W)
    slope_b = tape.gradient(loss, b)
    W.assign_sub(learning_rate * slope_W)
    b.assign_sub(learning_rate * slope_b)
    return loss


@mistake(of="train_step")
def train_step_swaps_loss_and_variables(W, b, x, y, learning_rate):
    """Loss and variables have changed places in `gradient`. First comes what has a slope, the loss, then in what:
    `tape.gradient(loss, [W, b])`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    _slope_W, _slope_b = tape.gradient([W, b], loss)


@mistake(of="train_step")
def train_step_swaps_pairs(W, b, x, y, learning_rate):
    """The pairs are the wrong way round: `apply_gradients` takes each gradient first and then its variable,
    `zip(slopes, [W, b])`. Or take the steps yourself: `W.assign_sub(learning_rate * slope)`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slopes = tape.gradient(loss, [W, b])
    keras.optimizers.SGD(learning_rate=learning_rate).apply_gradients(zip([W, b], slopes, strict=True))


@mistake(of="train_step", raises="InvalidArgumentError")
def train_step_matmul(W, b, x, y, learning_rate):
    """`tf.matmul` multiplies matrices, and W is one number. Multiply with `*`: `W * x + b`."""
    return tf.matmul(x, W)


@mistake(of="train_step", like="train_step_matmul", raises="InvalidArgumentError")
def train_step_matmul_other_way_round(W, b, x, y, learning_rate):
    return tf.matmul(W, x)


@mistake(of="train_step", like="train_step_matmul", raises="InvalidArgumentError")
def train_step_matmul_single(W, b, x, y, learning_rate):
    return tf.matmul(tf.cast(x, tf.float32), W)


@mistake(of="train_step", like="train_step_matmul", raises="InvalidArgumentError")
def train_step_matmul_single_other_way_round(W, b, x, y, learning_rate):
    return tf.matmul(W, tf.cast(x, tf.float32))


@mistake(of="train_step")
def train_step_minus_equals(W, b, x, y, learning_rate):
    """`-=` and `+=` do not work for a variable. Change it in place with `W.assign_sub(learning_rate * slope)`."""
    W -= learning_rate * W
    return W


@mistake(of="train_step", like="train_step_minus_equals")
def train_step_plus_equals(W, b, x, y, learning_rate):
    W += learning_rate * W
    return W


@mistake(of="train_step")
def train_step_assigns_item(W, b, x, y, learning_rate):
    """A variable of one number has no places to write to. Change it with `W.assign_sub(...)`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W, slope_b = tape.gradient(loss, [W, b])
    W[...] = W - learning_rate * slope_W
    b[...] = b - learning_rate * slope_b
    return loss


@mistake(of="train_step")
def train_step_optimizer_minimize(W, b, x, y, learning_rate):
    """`minimize` and `compute_gradients` are gone from Keras 3. Calculate the loss on a `tf.GradientTape`, ask for the
    gradients, and take the steps yourself: `W.assign_sub(learning_rate * slope)`."""
    return keras.optimizers.SGD(learning_rate=learning_rate).minimize(lambda: _loss(W, b, x, y), [W, b])


@mistake(of="train_step", like="train_step_optimizer_minimize")
def train_step_optimizer_compute_gradients(W, b, x, y, learning_rate):
    return keras.optimizers.SGD(learning_rate=learning_rate).compute_gradients(_loss(W, b, x, y))


@mistake(of="train_step")
def train_step_sgd_lr(W, b, x, y, learning_rate):
    """`lr` is the name in old books. Keras 3 says `learning_rate`. Here you need no optimizer at all:
    `W.assign_sub(learning_rate * slope)`."""
    return keras.optimizers.SGD(lr=learning_rate)


@mistake(of="train_step", like="train_step_sgd_lr")
def train_step_adam_lr(W, b, x, y, learning_rate):
    return keras.optimizers.Adam(lr=learning_rate)


@mistake(of="train_step")
def train_step_tf_gradients(W, b, x, y, learning_rate):
    """`tf.gradients` is TensorFlow 1: it needs a graph. Today you calculate the loss inside
    `with tf.GradientTape() as tape:` and ask `tape.gradient(loss, [W, b])`."""
    return tf.gradients(_loss(W, b, x, y), [W, b])


@mistake(of="train_step")
def train_step_tensorflow_1_optimizer(W, b, x, y, learning_rate):
    """This optimizer is TensorFlow 1. Today you get the gradients from a `tf.GradientTape` and take the steps
    yourself: `W.assign_sub(learning_rate * slope)`."""
    return tf.train.GradientDescentOptimizer(learning_rate).minimize(_loss(W, b, x, y))


@mistake(of="train_step", like="train_step_tensorflow_1_optimizer")
def train_step_tensorflow_1_adam(W, b, x, y, learning_rate):
    return tf.train.AdamOptimizer(learning_rate).minimize(_loss(W, b, x, y))


@mistake(of="train_step")
def train_step_tensorflow_1_session(W, b, x, y, learning_rate):
    """This is TensorFlow 1: today there is no session, no placeholder and no initializer to run. Variables have
    their numbers at once: calculate with them inside `with tf.GradientTape() as tape:`."""
    return tf.Session()


@mistake(of="train_step", like="train_step_tensorflow_1_session")
def train_step_tensorflow_1_placeholder(W, b, x, y, learning_rate):
    return tf.placeholder(tf.float32)


@mistake(of="train_step", like="train_step_tensorflow_1_session")
def train_step_tensorflow_1_initializer(W, b, x, y, learning_rate):
    return tf.global_variables_initializer()


@mistake(of="train_step")
def train_step_tensorflow_1_assign(W, b, x, y, learning_rate):
    """`tf.assign` and `tf.assign_sub` are TensorFlow 1. Today a variable does it itself: `W.assign_sub(...)`."""
    with tf.GradientTape() as tape:
        loss = _loss(W, b, x, y)
    slope_W, _ = tape.gradient(loss, [W, b])
    tf.assign(W, W - learning_rate * slope_W)


@mistake(of="train_step", like="train_step_tensorflow_1_assign")
def train_step_tensorflow_1_assign_sub(W, b, x, y, learning_rate):
    return tf.assign_sub(W, b)


@mistake(of="train_step")
def train_step_bare_gradienttape(W, b, x, y, learning_rate):
    """The name has two capital letters: `tf.GradientTape()`."""
    return tf.gradientTape()


@mistake(of="train_step", like="train_step_bare_gradienttape")
def train_step_bare_gradienttape_gradient_tape(W, b, x, y, learning_rate):
    return tf.gradient_tape()


@mistake(of="train_step", like="train_step_bare_gradienttape")
def train_step_bare_gradienttape_small(W, b, x, y, learning_rate):
    return tf.Gradienttape()


@mistake(of="train_step")
def train_step_tf_mean(W, b, x, y, learning_rate):
    """TensorFlow's mean is called `tf.reduce_mean`."""
    return tf.mean(tf.square(W * x + b - y))


@mistake(of="train_step", like="train_step_tf_mean")
def train_step_method_mean(W, b, x, y, learning_rate):
    return ((W * x + b - y) ** 2).mean()


@mistake(of="train_step")
def train_step_arrays_only(W, b, x, y, learning_rate):
    """Your function uses a method that only NumPy arrays have, and x and y may be tensors. Calculate with them as
    they are: `W * x + b - y`."""
    x, y = x.astype("float32"), y.astype("float32")
    return _step(W, b, x, y, learning_rate)


@mistake(of="train_step", like="train_step_arrays_only")
def train_step_arrays_only_reshape(W, b, x, y, learning_rate):
    x, y = x.reshape(-1), y.reshape(-1)
    return _step(W, b, x, y, learning_rate)


@mistake(of="train_step", like="train_step_arrays_only")
def train_step_arrays_only_y(W, b, x, y, learning_rate):
    y = y.astype(np.float32)
    return _step(W, b, x, y, learning_rate)


# --------------------------------------------------------------------------------------------------- fit_line


def _line(x, y, steps=1000, learning_rate=0.01, W=0.0, b=0.0):
    """What the right steps come to, from this W and b, as two floats."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    for _ in range(steps):
        error = W * x + b - y
        W, b = W - learning_rate * 2 * np.mean(error * x), b - learning_rate * 2 * np.mean(error)
    return float(W), float(b)


def _line_until(x, y, steps, learning_rate, enough):
    """The line after the first step whose loss, with the loss of the step before, is enough; or after all steps."""
    W, b, before = 0.0, 0.0, float("inf")
    for _ in range(steps):
        loss = float(np.mean((W * np.asarray(x, dtype=float) + b - np.asarray(y, dtype=float)) ** 2))
        W, b = _line(x, y, 1, learning_rate, W, b)
        if enough(loss, before):
            break
        before = loss
    return W, b


@mistake(of="fit_line")
def fit_line_one_step(x, y, steps=1000, learning_rate=0.01):
    """The answer is that of one step only. Put train_step in a loop, `for _ in range(steps):`, make the variables
    before the loop, and return after it."""
    return _line(x, y, 1, learning_rate)


@mistake(of="fit_line")
def fit_line_one_step_too_few(x, y, steps=1000, learning_rate=0.01):
    """You take one step too few. `range(steps)` runs `steps` times, and `range(1, steps)` one time less."""
    return _line(x, y, steps - 1, learning_rate)


@mistake(of="fit_line")
def fit_line_one_step_too_many(x, y, steps=1000, learning_rate=0.01):
    """You take one step too many. `range(steps)` runs `steps` times."""
    return _line(x, y, steps + 1, learning_rate)


@mistake(of="fit_line")
def fit_line_ignores_steps(x, y, steps=1000, learning_rate=0.01):
    """The number of steps is always the same: the argument `steps` has no effect. Write
    `for _ in range(steps):`."""
    return _line(x, y, 1000, learning_rate)


@mistake(of="fit_line", like="fit_line_ignores_steps")
def fit_line_ignores_steps_100(x, y, steps=1000, learning_rate=0.01):
    return _line(x, y, 100, learning_rate)


@mistake(of="fit_line")
def fit_line_stops_early(x, y, steps=1000, learning_rate=0.01):
    """You stop before all steps are taken, where the loss or what it still changes is small. Take as many as `steps` says:
    `for _ in range(steps):`, without a `break`."""
    return _line_until(x, y, steps, learning_rate, lambda loss, _: loss < 0.01)


@mistake(of="fit_line", like="fit_line_stops_early")
def fit_line_stops_below_a_thousandth(x, y, steps=1000, learning_rate=0.01):
    return _line_until(x, y, steps, learning_rate, lambda loss, _: loss < 0.001)


@mistake(of="fit_line", like="fit_line_stops_early")
def fit_line_stops_below_a_millionth(x, y, steps=1000, learning_rate=0.01):
    return _line_until(x, y, steps, learning_rate, lambda loss, _: loss < 1e-6)


@mistake(of="fit_line", like="fit_line_stops_early")
def fit_line_stops_as_the_loss_stays(x, y, steps=1000, learning_rate=0.01):
    return _line_until(x, y, steps, learning_rate, lambda loss, before: abs(before - loss) < 1e-6)


@mistake(of="fit_line", like="fit_line_stops_early")
def fit_line_stops_as_the_loss_hardly_changes(x, y, steps=1000, learning_rate=0.01):
    return _line_until(x, y, steps, learning_rate, lambda loss, before: abs(before - loss) < 1e-4)


@mistake(of="fit_line")
def fit_line_ignores_learning_rate(x, y, steps=1000, learning_rate=0.01):
    """The learning rate is always the same: the argument has no effect. Pass it on:
    `train_step(W, b, x, y, learning_rate)`."""
    return _line(x, y, steps, 0.01)


@mistake(of="fit_line", like="fit_line_ignores_learning_rate")
def fit_line_ignores_learning_rate_01(x, y, steps=1000, learning_rate=0.01):
    return _line(x, y, steps, 0.1)


@mistake(of="fit_line")
def fit_line_starts_at_one(x, y, steps=1000, learning_rate=0.01):
    """Your W and b do not start at 0. Make them `tf.Variable(0.0)` and `tf.Variable(0.0)`."""
    return _line(x, y, steps, learning_rate, 1.0, 1.0)


@mistake(of="fit_line", like="fit_line_starts_at_one")
def fit_line_starts_at_one_and_zero(x, y, steps=1000, learning_rate=0.01):
    return _line(x, y, steps, learning_rate, 1.0, 0.0)


@mistake(of="fit_line", like="fit_line_starts_at_one")
def fit_line_starts_at_the_old_books_numbers(x, y, steps=1000, learning_rate=0.01):
    return _line(x, y, steps, learning_rate, 2.9, 0.5)


@mistake(of="fit_line", like="fit_line_starts_at_one")
def fit_line_starts_by_random(x, y, steps=1000, learning_rate=0.01):
    W, b = (float(tf.Variable(tf.random.normal([]))) for _ in range(2))
    return _line(x, y, steps, learning_rate, W, b)


@mistake(of="fit_line")
def fit_line_no_steps(x, y, steps=1000, learning_rate=0.01):
    """W and b are 0.0 at the end: no step was taken on them. Call train_step in a loop with these two
    variables."""
    return 0.0, 0.0


@mistake(of="fit_line")
def fit_line_swaps_W_and_b(x, y, steps=1000, learning_rate=0.01):
    """W and b come back in the wrong order. First W, then b: `return float(W), float(b)`."""
    W, b = _line(x, y, steps, learning_rate)
    return b, W


@mistake(of="fit_line")
def fit_line_swaps_x_and_y(x, y, steps=1000, learning_rate=0.01):
    """x and y have changed places in the call: `train_step(W, b, x, y, learning_rate)`."""
    return _line(y, x, steps, learning_rate)


@mistake(of="fit_line")
def fit_line_point_after_point(x, y, steps=1000, learning_rate=0.01):
    """You take a step for each point alone. train_step takes all points at once: give it x and y as they are."""
    W = b = 0.0
    for _ in range(steps):
        for one_x, one_y in zip(np.asarray(x), np.asarray(y), strict=True):
            W, b = _line(one_x, one_y, 1, learning_rate, W, b)
    return W, b


@mistake(of="fit_line")
def fit_line_returns_losses(x, y, steps=1000, learning_rate=0.01):
    """You return the losses. The answer is the line: `return float(W), float(b)`."""
    W, b = tf.Variable(0.0), tf.Variable(0.0)
    return [float(train_step(W, b, x, y, learning_rate)) for _ in range(min(steps, 20))]


@mistake(of="fit_line")
def fit_line_returns_last_loss(x, y, steps=1000, learning_rate=0.01):
    """You return one number, the last loss. The answer is the line: `return float(W), float(b)`."""
    W, b = _line(x, y, steps - 1, learning_rate)
    return float(np.mean((W * np.asarray(x) + b - np.asarray(y)) ** 2))


@mistake(of="fit_line")
def fit_line_returns_three(x, y, steps=1000, learning_rate=0.01):
    """You return three things. The answer is W and b only: `return float(W), float(b)`."""
    W, b = _line(x, y, steps - 1, learning_rate)
    loss = float(np.mean((W * np.asarray(x) + b - np.asarray(y)) ** 2))
    return (*_line(x, y, 1, learning_rate, W, b), loss)


@mistake(of="fit_line")
def fit_line_returns_none(x, y, steps=1000, learning_rate=0.01):
    """Your function returns nothing, so Python gives `None`. What you print is not returned. End with
    `return float(W), float(b)`."""


@mistake(of="fit_line")
def fit_line_returns_answers(x, y, steps=1000, learning_rate=0.01):
    """You return what the line says for x. The answer is the line itself: `return float(W), float(b)`."""
    W, b = _line(x, y, steps, learning_rate)
    return W * np.asarray(x) + b


@mistake(of="fit_line")
def fit_line_rounds(x, y, steps=1000, learning_rate=0.01):
    """W and b are rounded. Return them as they are, and round only what you print."""
    W, b = _line(x, y, steps, learning_rate)
    return round(W, 2), round(b, 2)


@mistake(of="fit_line", like="fit_line_rounds")
def fit_line_rounds_to_integers(x, y, steps=1000, learning_rate=0.01):
    W, b = _line(x, y, steps, learning_rate)
    return int(W), int(b)


@mistake(of="fit_line", like="fit_line_rounds")
def fit_line_rounds_to_1(x, y, steps=1000, learning_rate=0.01):
    W, b = _line(x, y, steps, learning_rate)
    return round(W, 1), round(b, 1)


@mistake(of="fit_line")
def fit_line_returns_variables(x, y, steps=1000, learning_rate=0.01):
    """The numbers are right, but they are still inside two variables or tensors. Take them out:
    `return float(W), float(b)`."""
    W, b = _line(x, y, steps, learning_rate)
    return tf.Variable(W), tf.Variable(b)


@mistake(of="fit_line", like="fit_line_returns_variables")
def fit_line_returns_tensors(x, y, steps=1000, learning_rate=0.01):
    W, b = _line(x, y, steps, learning_rate)
    return tf.constant(W), tf.constant(b)


@mistake(of="fit_line")
def fit_line_returns_list(x, y, steps=1000, learning_rate=0.01):
    """The numbers are right, but they come in a list. A tuple is asked for: `return float(W), float(b)`, without
    square brackets."""
    return list(_line(x, y, steps, learning_rate))


@mistake(of="fit_line")
def fit_line_other_default_rate(x, y, steps=1000, learning_rate=0.1):
    """The default learning rate is another one. Without an argument it must be 0.01, as in
    `def fit_line(x, y, steps=1000, learning_rate=0.01):`."""
    return _line(x, y, steps, learning_rate)


@mistake(of="fit_line", like="fit_line_other_default_rate")
def fit_line_default_rate_0001(x, y, steps=1000, learning_rate=0.001):
    return _line(x, y, steps, learning_rate)


@mistake(of="fit_line", like="fit_line_other_default_rate")
def fit_line_default_rate_005(x, y, steps=1000, learning_rate=0.05):
    return _line(x, y, steps, learning_rate)


@mistake(of="fit_line", remembers=True)
def fit_line_goes_on(x, y, steps=1000, learning_rate=0.01):
    """The second call goes on where the first one stopped, because W and b stand outside of the function. Make
    them inside, so that each call starts at 0."""
    _kept[:] = _line(x, y, steps, learning_rate, *_kept)
    return tuple(_kept)


_kept = [0.0, 0.0]


@mistake(of="fit_line")
def fit_line_arrays_only(x, y, steps=1000, learning_rate=0.01):
    """Your function uses a method that only NumPy arrays have, and x and y may be tensors. Give them to train_step
    as they are."""
    return _line(x.astype("float32"), y.astype("float32"), steps, learning_rate)


@mistake(of="fit_line", like="fit_line_arrays_only")
def fit_line_arrays_only_reshape(x, y, steps=1000, learning_rate=0.01):
    return _line(x.reshape(-1), y.reshape(-1), steps, learning_rate)


@mistake(of="fit_line")
def fit_line_starts_with_plain_numbers(x, y, steps=1000, learning_rate=0.01):
    """W and b are plain numbers, and a tape watches variables only. Make them variables:
    `W, b = tf.Variable(0.0), tf.Variable(0.0)`."""
    return train_step(0.0, 0.0, x, y, learning_rate)


@mistake(of="fit_line")
def fit_line_starts_with_integers(x, y, steps=1000, learning_rate=0.01):
    """`tf.Variable(0)` is an integer variable, and integers have no gradient. Write `tf.Variable(0.0)`."""
    return train_step(tf.Variable(0), tf.Variable(0), x, y, learning_rate)


@mistake(of="fit_line")
def fit_line_polyfit(x, y, steps=1000, learning_rate=0.01):
    """You calculate the best line at once. That is a good test, but the task is gradient descent: `steps` steps
    with train_step, from W = 0 and b = 0."""
    return tuple(float(number) for number in np.polyfit(x, y, 1))


@mistake(of="fit_line")
def fit_line_tensorflow_1(x, y, steps=1000, learning_rate=0.01):
    """This is TensorFlow 1: today there is no session and no initializer to run. Variables have their numbers at
    once: make them, and call train_step in a loop."""
    return tf.Session()


@mistake(of="fit_line", like="fit_line_tensorflow_1")
def fit_line_tensorflow_1_initializer(x, y, steps=1000, learning_rate=0.01):
    return tf.global_variables_initializer()


@mistake(of="fit_line", like="fit_line_tensorflow_1")
def fit_line_tensorflow_1_placeholder(x, y, steps=1000, learning_rate=0.01):
    return tf.placeholder(tf.float32)


@mistake(of="fit_line", like="fit_line_tensorflow_1")
def fit_line_tensorflow_1_optimizer(x, y, steps=1000, learning_rate=0.01):
    return tf.train.GradientDescentOptimizer(learning_rate)


@mistake(of="fit_line")
def fit_line_random_tensorflow_1(x, y, steps=1000, learning_rate=0.01):
    """This name for random numbers is TensorFlow 1. You need none here: W and b start at 0.0, in
    `tf.Variable(0.0)`."""
    return tf.Variable(tf.random_normal([1]))


@mistake(of="fit_line", like="fit_line_random_tensorflow_1")
def fit_line_random_uniform_tensorflow_1(x, y, steps=1000, learning_rate=0.01):
    return tf.Variable(tf.random_uniform([1]))
