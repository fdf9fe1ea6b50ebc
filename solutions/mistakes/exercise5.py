"""Known mistakes of exercise 5: `build_model`, `train` and `predict`.

What is told to a learner must be true of every spelling under its name. The variants are replayed in a worker,
one after another, so they must be quick: where the learner's `model.fit` takes a full batch, `_fit` does the same
steps without Keras's cost an epoch.
"""

import keras
import numpy as np
from reference import as_column, build_model

from grader.bank import mistake

# ------------------------------------------------------------------------------------------------ build_model


def _line(learning_rate=0.01, optimizer=None, loss="mse", metrics=("mae",), units=1, **dense):
    """The right model, but for what is given here."""
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(units, **dense)])
    optimizer = keras.optimizers.SGD(learning_rate=learning_rate) if optimizer is None else optimizer
    model.compile(optimizer=optimizer, loss=loss, metrics=list(metrics))
    return model


def _two_layers(learning_rate, units, activation=None):
    """A model with a hidden layer."""
    model = keras.Sequential(
        [keras.Input(shape=(1,)), keras.layers.Dense(units, activation=activation), keras.layers.Dense(1)]
    )
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=learning_rate), loss="mse", metrics=["mae"])
    return model


def _with_layer_behind(learning_rate, layer):
    """The right model with one more layer at its end."""
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1), layer])
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=learning_rate), loss="mse", metrics=["mae"])
    return model


@mistake(of="build_model")
def build_model_relu_output(learning_rate=0.01):
    """The neuron has a ReLU. It can never give a number below 0, so it cannot learn every line. Leave the
    activation out: `Dense(1)`."""
    return _line(learning_rate, activation="relu")


@mistake(of="build_model", like="build_model_relu_output")
def build_model_relu_layer(learning_rate=0.01):
    return _with_layer_behind(learning_rate, keras.layers.ReLU())


@mistake(of="build_model", like="build_model_relu_output")
def build_model_relu_activation_layer(learning_rate=0.01):
    return _with_layer_behind(learning_rate, keras.layers.Activation("relu"))


@mistake(of="build_model")
def build_model_sigmoid_output(learning_rate=0.01):
    """The neuron has a sigmoid. It only gives numbers between 0 and 1, and a line goes on and on. Leave the
    activation out: `Dense(1)`."""
    return _line(learning_rate, activation="sigmoid")


@mistake(of="build_model", like="build_model_sigmoid_output")
def build_model_sigmoid_activation_layer(learning_rate=0.01):
    return _with_layer_behind(learning_rate, keras.layers.Activation("sigmoid"))


@mistake(of="build_model")
def build_model_tanh_output(learning_rate=0.01):
    """The neuron has a tanh. It only gives numbers between -1 and 1, and a line goes on and on. Leave the
    activation out: `Dense(1)`."""
    return _line(learning_rate, activation="tanh")


@mistake(of="build_model")
def build_model_softmax_output(learning_rate=0.01):
    """The neuron has a softmax. With one neuron, softmax always gives 1. It is for choosing between classes.
    Leave the activation out: `Dense(1)`."""
    return _line(learning_rate, activation="softmax")


@mistake(of="build_model")
def build_model_mae_loss(learning_rate=0.01):
    """The loss is the mean absolute error. That one is only the metric here. The loss is the mean squared
    error: `loss="mse"`."""
    return _line(learning_rate, loss="mae")


@mistake(of="build_model")
def build_model_swaps_loss_and_metric(learning_rate=0.01):
    """Loss and metric have changed places. The model learns from the loss, and the metric is only for you to
    read: `loss="mse", metrics=["mae"]`."""
    return _line(learning_rate, loss="mae", metrics=["mse"])


@mistake(of="build_model")
def build_model_loss_for_classes(learning_rate=0.01):
    """The loss is a cross-entropy. It is for classes, such as digits. Here the answer is a number, so measure
    the distance to it: `loss="mse"`."""
    return _line(learning_rate, loss="categorical_crossentropy")


@mistake(of="build_model", like="build_model_loss_for_classes")
def build_model_binary_crossentropy(learning_rate=0.01):
    return _line(learning_rate, loss="binary_crossentropy")


@mistake(of="build_model", like="build_model_loss_for_classes")
def build_model_sparse_categorical_crossentropy(learning_rate=0.01):
    return _line(learning_rate, loss="sparse_categorical_crossentropy")


@mistake(of="build_model", like="build_model_loss_for_classes")
def build_model_loss_and_metric_for_classes(learning_rate=0.01):
    return _line(learning_rate, loss="categorical_crossentropy", metrics=["accuracy"])


@mistake(of="build_model", like="build_model_loss_for_classes")
def build_model_binary_crossentropy_and_accuracy(learning_rate=0.01):
    return _line(learning_rate, loss="binary_crossentropy", metrics=["accuracy"])


@mistake(of="build_model")
def build_model_huber_loss(learning_rate=0.01):
    """The loss is Huber. It is smaller than the squared error where the model is far off, so the steps are
    smaller too. The task asks for `loss="mse"`."""
    return _line(learning_rate, loss="huber")


@mistake(of="build_model")
def build_model_log_loss(learning_rate=0.01):
    """The loss takes logarithms first (msle). It is made for answers above 0, and a line has others too. The
    task asks for `loss="mse"`."""
    return _line(learning_rate, loss="mean_squared_logarithmic_error")


@mistake(of="build_model", like="build_model_log_loss")
def build_model_log_loss_short(learning_rate=0.01):
    return _line(learning_rate, loss="msle")


@mistake(of="build_model")
def build_model_unknown_loss(learning_rate=0.01):
    """Keras has no loss with this name. You only see it when the training starts. Use `loss="mse"`."""
    return _line(learning_rate, loss="rmse")


@mistake(of="build_model")
def build_model_no_loss(learning_rate=0.01):
    """The model has no loss, so it cannot train: nothing tells it how far off it is. Add `loss="mse"` to
    `model.compile`."""
    return _line(learning_rate, loss=None)


@mistake(of="build_model", like="build_model_no_loss")
def build_model_no_loss_and_no_metric(learning_rate=0.01):
    return _line(learning_rate, loss=None, metrics=[])


@mistake(of="build_model")
def build_model_adam(learning_rate=0.01):
    """The optimizer is Adam. It takes other steps than plain gradient descent. Use
    `keras.optimizers.SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=keras.optimizers.Adam(learning_rate=learning_rate))


@mistake(of="build_model", like="build_model_adam")
def build_model_adam_by_name(learning_rate=0.01):
    return _line(optimizer="adam")


@mistake(of="build_model", like="build_model_adam")
def build_model_adam_with_fixed_rate(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.Adam(learning_rate=0.01))


@mistake(of="build_model", like="build_model_adam")
def build_model_adam_with_fixed_large_rate(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.Adam(learning_rate=0.1))


@mistake(of="build_model")
def build_model_rmsprop(learning_rate=0.01):
    """The optimizer is RMSprop. Keras takes it too where `compile` gets no optimizer. Name the one you want:
    `optimizer=keras.optimizers.SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=keras.optimizers.RMSprop(learning_rate=learning_rate))


@mistake(of="build_model", like="build_model_rmsprop")
def build_model_rmsprop_by_name(learning_rate=0.01):
    return _line(optimizer="rmsprop")


@mistake(of="build_model", like="build_model_rmsprop")
def build_model_empty_compile(learning_rate=0.01):
    return _line(optimizer="rmsprop", loss=None, metrics=[])


@mistake(of="build_model", like="build_model_rmsprop")
def build_model_rmsprop_without_metric(learning_rate=0.01):
    return _line(optimizer="rmsprop", metrics=[])


@mistake(of="build_model")
def build_model_momentum(learning_rate=0.01):
    """The optimizer has momentum: each step keeps a part of the step before. The task asks for plain SGD.
    Leave the momentum out: `SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=keras.optimizers.SGD(learning_rate=learning_rate, momentum=0.9))


@mistake(of="build_model", like="build_model_momentum")
def build_model_nesterov(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(learning_rate=learning_rate, momentum=0.9, nesterov=True))


@mistake(of="build_model", like="build_model_momentum")
def build_model_half_momentum(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(learning_rate=learning_rate, momentum=0.5))


@mistake(of="build_model")
def build_model_ignores_learning_rate(learning_rate=0.01):
    """The learning rate is always the same: the argument has no effect. The text "sgd" has a rate of its own
    too. Pass the argument on: `keras.optimizers.SGD(learning_rate=learning_rate)`."""
    return _line(optimizer="sgd")


@mistake(of="build_model", like="build_model_ignores_learning_rate")
def build_model_rate_is_01(learning_rate=0.01):
    return _line(learning_rate=0.1)


@mistake(of="build_model", like="build_model_ignores_learning_rate")
def build_model_rate_is_0001(learning_rate=0.01):
    return _line(learning_rate=0.001)


@mistake(of="build_model", like="build_model_ignores_learning_rate")
def build_model_rate_is_05(learning_rate=0.01):
    return _line(learning_rate=0.5)


@mistake(of="build_model")
def build_model_other_default_rate(learning_rate=0.1):
    """The default learning rate is another one. Without an argument it must be 0.01:
    `def build_model(learning_rate=0.01):`."""
    return _line(learning_rate)


@mistake(of="build_model", like="build_model_other_default_rate")
def build_model_default_rate_is_0001(learning_rate=0.001):
    return _line(learning_rate)


@mistake(of="build_model")
def build_model_not_compiled(learning_rate=0.01):
    """The model is not compiled, so it has no optimizer and no loss. Call `model.compile(...)` before
    `return model`."""
    return keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])


@mistake(of="build_model")
def build_model_too_many_neurons(learning_rate=0.01):
    """The layer has more than one neuron, so the model gives more than one number for each x. One y needs one
    neuron: `Dense(1)`."""
    return _line(learning_rate, units=2)


@mistake(of="build_model", like="build_model_too_many_neurons")
def build_model_three_neurons(learning_rate=0.01):
    return _line(learning_rate, units=3)


@mistake(of="build_model", like="build_model_too_many_neurons")
def build_model_four_neurons(learning_rate=0.01):
    return _line(learning_rate, units=4)


@mistake(of="build_model", like="build_model_too_many_neurons")
def build_model_ten_neurons(learning_rate=0.01):
    return _line(learning_rate, units=10)


@mistake(of="build_model")
def build_model_hidden_layer(learning_rate=0.01):
    """The model has a hidden layer. A line needs only one weight and one bias, and that is one layer with one
    neuron: `Dense(1)`."""
    return _two_layers(learning_rate, 10, "relu")


@mistake(of="build_model", like="build_model_hidden_layer")
def build_model_hidden_layer_of_1(learning_rate=0.01):
    return _two_layers(learning_rate, 1)


@mistake(of="build_model", like="build_model_hidden_layer")
def build_model_hidden_layer_of_2(learning_rate=0.01):
    return _two_layers(learning_rate, 2)


@mistake(of="build_model", like="build_model_hidden_layer")
def build_model_hidden_layer_of_4_relu(learning_rate=0.01):
    return _two_layers(learning_rate, 4, "relu")


@mistake(of="build_model", like="build_model_hidden_layer")
def build_model_hidden_layer_of_8_relu(learning_rate=0.01):
    return _two_layers(learning_rate, 8, "relu")


@mistake(of="build_model", like="build_model_hidden_layer")
def build_model_hidden_layer_of_16_relu(learning_rate=0.01):
    return _two_layers(learning_rate, 16, "relu")


@mistake(of="build_model", like="build_model_hidden_layer")
def build_model_hidden_layer_of_32_relu(learning_rate=0.01):
    return _two_layers(learning_rate, 32, "relu")


@mistake(of="build_model", like="build_model_hidden_layer")
def build_model_hidden_layer_of_64_relu(learning_rate=0.01):
    return _two_layers(learning_rate, 64, "relu")


@mistake(of="build_model", like="build_model_hidden_layer")
def build_model_hidden_layer_of_10(learning_rate=0.01):
    return _two_layers(learning_rate, 10)


@mistake(of="build_model")
def build_model_no_bias(learning_rate=0.01):
    """The neuron has no bias, so its line always goes through 0. For y = 2x + 1 it needs one: leave
    `use_bias=False` out."""
    return _line(learning_rate, use_bias=False)


@mistake(of="build_model")
def build_model_no_metric(learning_rate=0.01):
    """The metric is missing. Then you only see the squared error, and it is hard to read. Add
    `metrics=["mae"]` to `model.compile`."""
    return _line(learning_rate, metrics=[])


@mistake(of="build_model")
def build_model_accuracy_metric(learning_rate=0.01):
    """The metric is the accuracy. It counts answers that are exactly right, and for numbers there are almost
    none. The mean absolute error says how far off they are: `metrics=["mae"]`."""
    return _line(learning_rate, metrics=["accuracy"])


@mistake(of="build_model")
def build_model_mse_metric(learning_rate=0.01):
    """The metric is the mean squared error again, the same as the loss. The task asks for the mean absolute
    error: `metrics=["mae"]`."""
    return _line(learning_rate, metrics=["mse"])


@mistake(of="build_model")
def build_model_metrics_not_a_list(learning_rate=0.01):
    """Keras wants the metrics as a list, also where there is only one: `metrics=["mae"]`."""
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse", metrics="mae")
    return model


@mistake(of="build_model", like="build_model_metrics_not_a_list")
def build_model_metrics_not_a_list_long_name(learning_rate=0.01):
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse", metrics="mean_absolute_error")
    return model


@mistake(of="build_model")
def build_model_returns_none(learning_rate=0.01):
    """Your function gives `None`. Perhaps the `return` is missing, or you return what `compile` gives, which
    is nothing. Compile first, and then write `return model` on a line of its own."""


@mistake(of="build_model")
def build_model_returns_the_layer(learning_rate=0.01):
    """You return the layer alone. Training needs a model around it:
    `keras.Sequential([keras.Input(shape=(1,)), layer])`, and then `compile`."""
    return keras.layers.Dense(1)


@mistake(of="build_model")
def build_model_two_inputs(learning_rate=0.01):
    """The shape of the input is not `(1,)`. It says how many numbers one sample has, and here that is 1. How
    many samples there are does not belong in it: `keras.Input(shape=(1,))`."""
    return _sized(learning_rate, 2)


@mistake(of="build_model", like="build_model_two_inputs")
def build_model_input_of_three(learning_rate=0.01):
    return _sized(learning_rate, 3)


@mistake(of="build_model", like="build_model_two_inputs")
def build_model_input_of_four(learning_rate=0.01):
    return _sized(learning_rate, 4)


@mistake(of="build_model", like="build_model_two_inputs")
def build_model_input_of_five(learning_rate=0.01):
    return _sized(learning_rate, 5)


@mistake(of="build_model", like="build_model_two_inputs")
def build_model_input_of_samples_by_one(learning_rate=0.01):
    return _sized(learning_rate, 4, 1)


def _sized(learning_rate, *shape):
    """The right model, but for the shape of its input."""
    model = keras.Sequential([keras.Input(shape=shape), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=learning_rate), loss="mse", metrics=["mae"])
    return model


# Words of older Keras and of TensorFlow 1, known by what Keras 3 says to them.


@mistake(of="build_model")
def build_model_sgd_lr(learning_rate=0.01):
    """`lr` is the name in old books. Keras 3 says `learning_rate`: `SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=keras.optimizers.SGD(lr=learning_rate))


@mistake(of="build_model", like="build_model_sgd_lr")
def build_model_sgd_lr_001(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(lr=0.01))


@mistake(of="build_model", like="build_model_sgd_lr")
def build_model_sgd_lr_01(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(lr=0.1))


@mistake(of="build_model", like="build_model_sgd_lr")
def build_model_sgd_lr_0001(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(lr=0.001))


@mistake(of="build_model")
def build_model_sgd_unknown_argument(learning_rate=0.01):
    """The optimizer does not know this name for the learning rate. Write it in full:
    `SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=keras.optimizers.SGD(rate=learning_rate))


@mistake(of="build_model", like="build_model_sgd_unknown_argument")
def build_model_sgd_alpha(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(alpha=learning_rate))


@mistake(of="build_model", like="build_model_sgd_unknown_argument")
def build_model_sgd_eta(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(eta=learning_rate))


@mistake(of="build_model", like="build_model_sgd_unknown_argument")
def build_model_sgd_step_size(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(step_size=learning_rate))


@mistake(of="build_model", like="build_model_sgd_unknown_argument")
def build_model_sgd_learning_rate_misspelt(learning_rate=0.01):
    return _line(optimizer=keras.optimizers.SGD(learningrate=learning_rate))


@mistake(of="build_model", raises="ImportError")
def build_model_legacy_optimizer(learning_rate=0.01):
    """`keras.optimizers.legacy` comes from Keras 2. Keras 3 has only one SGD:
    `keras.optimizers.SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=keras.optimizers.legacy.SGD(learning_rate=learning_rate))


@mistake(of="build_model")
def build_model_sgd_in_small_letters(learning_rate=0.01):
    """The class has capital letters: `keras.optimizers.SGD`. In small letters, "sgd" is only a text for
    `compile`."""
    return _line(optimizer=keras.optimizers.sgd(learning_rate=learning_rate))


@mistake(of="build_model", like="build_model_sgd_in_small_letters", raises="ImportError")
def build_model_imports_sgd_in_small_letters(learning_rate=0.01):
    from keras.optimizers import sgd

    return _line(optimizer=sgd(learning_rate))


@mistake(of="build_model")
def build_model_dense_in_small_letters(learning_rate=0.01):
    """The class has a capital letter: `keras.layers.Dense`."""
    return _line(optimizer=keras.layers.dense(1))


@mistake(of="build_model", like="build_model_dense_in_small_letters", raises="ImportError")
def build_model_imports_dense_in_small_letters(learning_rate=0.01):
    from keras.layers import dense

    return dense(1)


@mistake(of="build_model")
def build_model_dense_outside_layers(learning_rate=0.01):
    """`Dense` is in `keras.layers`: write `keras.layers.Dense(1)`."""
    return keras.Sequential([keras.Dense(1)])


@mistake(of="build_model")
def build_model_sequential_in_small_letters(learning_rate=0.01):
    """The class has a capital letter: `keras.Sequential`."""
    return keras.sequential()


@mistake(of="build_model", like="build_model_sequential_in_small_letters")
def build_model_models_sequential_in_small_letters(learning_rate=0.01):
    return keras.models.sequential()


@mistake(of="build_model", raises="ModuleNotFoundError")
def build_model_layers_core(learning_rate=0.01):
    """`keras.layers.core` comes from Keras 1. Today the layers are in `keras.layers`: write
    `keras.layers.Dense(1)`."""
    from keras.layers.core import Dense

    return keras.Sequential([Dense(1)])


@mistake(of="build_model")
def build_model_dense_without_units(learning_rate=0.01):
    """`Dense` does not know how many neurons it has. Old books say `output_dim=1`, Keras 3 says `units`. It
    comes first: `Dense(1)`."""
    return keras.Sequential([keras.layers.Dense(output_dim=1)])


@mistake(of="build_model")
def build_model_dense_init(learning_rate=0.01):
    """`init` is the name in old books. Keras 3 says `kernel_initializer`, and it needs none here:
    `Dense(1)`."""
    return keras.Sequential([keras.layers.Dense(1, init="uniform")])


@mistake(of="build_model", like="build_model_dense_init")
def build_model_dense_init_normal(learning_rate=0.01):
    return keras.Sequential([keras.layers.Dense(1, init="normal")])


@mistake(of="build_model")
def build_model_dense_unknown_argument(learning_rate=0.01):
    """`Dense` does not know this name for the size of its input. Give the size before the layer:
    `keras.Input(shape=(1,))`."""
    return keras.Sequential([keras.layers.Dense(1, input_size=1)])


@mistake(of="build_model", like="build_model_dense_unknown_argument")
def build_model_dense_shape(learning_rate=0.01):
    return keras.Sequential([keras.layers.Dense(1, shape=(1,))])


@mistake(of="build_model", like="build_model_dense_unknown_argument")
def build_model_dense_input(learning_rate=0.01):
    return keras.Sequential([keras.layers.Dense(1, input=1)])


@mistake(of="build_model", like="build_model_dense_unknown_argument")
def build_model_dense_inputs(learning_rate=0.01):
    return keras.Sequential([keras.layers.Dense(1, inputs=1)])


@mistake(of="build_model")
def build_model_dense_two_numbers(learning_rate=0.01):
    """The second place in `Dense` is for the activation function, not for a size. Give only the number of
    neurons: `Dense(1)`."""
    return keras.Sequential([keras.layers.Dense(1, 1)])


@mistake(of="build_model")
def build_model_input_shape_is_a_number(learning_rate=0.01):
    """A shape is a tuple, also where it holds one number. Mind the comma: `(1,)` is a tuple, `(1)` is the
    number 1. Write `keras.Input(shape=(1,))`."""
    return keras.Sequential([keras.Input(shape=1), keras.layers.Dense(1)])


@mistake(of="build_model")
def build_model_layer_not_in_a_list(learning_rate=0.01):
    """`Sequential` wants a list of layers, also for one layer. Put square brackets around it:
    `keras.Sequential([keras.layers.Dense(1)])`."""
    return keras.Sequential(keras.layers.Dense(1))


@mistake(of="build_model")
def build_model_two_layers_not_in_a_list(learning_rate=0.01):
    """`Sequential` wants its layers in one list. Put square brackets around them:
    `keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])`."""
    return keras.Sequential(keras.Input(shape=(1,)), keras.layers.Dense(1))


@mistake(of="build_model")
def build_model_adds_the_class(learning_rate=0.01):
    """You add the class `Dense`, not a layer. The parentheses make a layer of it: `Dense(1)`."""
    model = keras.Sequential()
    model.add(keras.layers.Dense)
    return model


@mistake(of="build_model")
def build_model_rate_in_compile(learning_rate=0.01):
    """`compile` does not take the learning rate. It belongs to the optimizer:
    `optimizer=keras.optimizers.SGD(learning_rate=learning_rate)`."""
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse", metrics=["mae"], learning_rate=learning_rate)
    return model


@mistake(of="build_model", like="build_model_rate_in_compile")
def build_model_lr_in_compile(learning_rate=0.01):
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse", metrics=["mae"], lr=learning_rate)
    return model


@mistake(of="build_model")
def build_model_metric_in_compile(learning_rate=0.01):
    """`compile` says `metrics`, with an s, and it wants a list: `metrics=["mae"]`."""
    model = keras.Sequential([keras.Input(shape=(1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse", metric=["mae"])
    return model


@mistake(of="build_model")
def build_model_optimizer_is_the_class(learning_rate=0.01):
    """You give `compile` the class, not an optimizer. Make one of it, and give it the rate:
    `keras.optimizers.SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=keras.optimizers.SGD)


@mistake(of="build_model")
def build_model_optimizer_is_the_rate(learning_rate=0.01):
    """You give `compile` the learning rate where the optimizer belongs. Put it into an optimizer:
    `keras.optimizers.SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=learning_rate)


@mistake(of="build_model")
def build_model_loss_before_optimizer(learning_rate=0.01):
    """The first place in `compile` is for the optimizer, not for the loss. With names no order can be wrong:
    `model.compile(optimizer=..., loss="mse")`."""
    return _line(optimizer="mse")


@mistake(of="build_model")
def build_model_rate_in_the_text(learning_rate=0.01):
    """A text can only name an optimizer, without a learning rate. Make the optimizer itself:
    `keras.optimizers.SGD(learning_rate=learning_rate)`."""
    return _line(optimizer=f"SGD({learning_rate})")


@mistake(of="build_model", like="build_model_rate_in_the_text")
def build_model_rate_in_the_text_small(learning_rate=0.01):
    return _line(optimizer=f"sgd({learning_rate})")


@mistake(of="build_model", like="build_model_rate_in_the_text")
def build_model_argument_in_the_text(learning_rate=0.01):
    return _line(optimizer="SGD(learning_rate=learning_rate)")


@mistake(of="build_model")
def build_model_tensorflow_1(learning_rate=0.01):
    """This is TensorFlow 1, from old books: today's TensorFlow has no such name. Keras does it all here:
    `keras.Sequential` and `model.compile`."""
    return _tensorflow().placeholder


@mistake(of="build_model", like="build_model_tensorflow_1")
def build_model_tensorflow_1_optimizer(learning_rate=0.01):
    return _tensorflow().train.GradientDescentOptimizer(learning_rate)


@mistake(of="build_model", like="build_model_tensorflow_1")
def build_model_tensorflow_1_session(learning_rate=0.01):
    return _tensorflow().Session()


@mistake(of="build_model", like="build_model_tensorflow_1")
def build_model_tensorflow_1_layers(learning_rate=0.01):
    return _tensorflow().layers


@mistake(of="build_model", like="build_model_tensorflow_1")
def build_model_tensorflow_1_get_variable(learning_rate=0.01):
    return _tensorflow().get_variable


@mistake(of="build_model", like="build_model_tensorflow_1")
def build_model_tensorflow_1_random(learning_rate=0.01):
    return _tensorflow().random_normal


def _tensorflow():
    import tensorflow

    return tensorflow


# ------------------------------------------------------------------------------------------------------ train

_BATCH = 32  # what fit takes as a batch where it is not told
_SHORT = 20  # from here on, the time to compile a step is well spent


def _fit(model, x, y, epochs, batch_size=_BATCH, split=0.0):
    """The History of `model.fit` without shuffling, of which a full batch needs none, and without a dataset.
    split: the part of the points, the last ones, that are only looked at after each epoch."""
    x, y = as_column(x).astype("float32"), as_column(y).astype("float32")
    if len(x) != len(y) or (len(x) > batch_size == _BATCH):
        return model.fit(x, y, epochs=epochs, validation_split=split, verbose=0)
    cut = int(np.floor(len(x) * (1.0 - split)))
    batches = [(x[i : min(i + batch_size, cut)], y[i : min(i + batch_size, cut)]) for i in range(0, cut, batch_size)]
    history = keras.callbacks.History()
    history.set_model(model)
    history.on_train_begin()
    for epoch in range(epochs):
        model.reset_metrics()
        for batch in batches:
            logs = model.train_on_batch(*batch, return_dict=True) if epochs > _SHORT else _step(model, batch)
        numbers = {name: float(value) for name, value in logs.items()}
        if split:
            numbers |= {f"val_{name}": value for name, value in _measured(model, x[cut:], y[cut:]).items()}
        history.on_epoch_end(epoch, numbers)
    return history


def _step(model, batch):
    """One training step, not compiled."""
    return model.train_step(tuple(keras.ops.convert_to_tensor(part) for part in batch))


def _measured(model, x, y):
    """The loss and the metrics on these points, by name, as `evaluate` gives them."""
    model.reset_metrics()
    batch = tuple(keras.ops.convert_to_tensor(as_column(part), "float32") for part in (x, y))
    return {name: float(value) for name, value in model.test_step(batch).items()}


@mistake(of="train")
def train_one_epoch_only(model, x, y, epochs):
    """The model trains for one epoch only, whatever `epochs` says. Pass it on by its name: `epochs=epochs`.
    Without a name it lands in the third place of `fit`, and that is the batch size."""
    return _fit(model, x, y, 1)


@mistake(of="train", like="train_one_epoch_only")
def train_epochs_as_batch_size(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs, verbose=0)


@mistake(of="train")
def train_fixed_epochs(model, x, y, epochs):
    """The model always trains for the same number of epochs, whatever `epochs` says. Pass the argument on:
    `model.fit(x, y, epochs=epochs)`."""
    return _fit(model, x, y, 10)


@mistake(of="train", like="train_fixed_epochs")
def train_always_5_epochs(model, x, y, epochs):
    return _fit(model, x, y, 5)


@mistake(of="train", like="train_fixed_epochs")
def train_always_20_epochs(model, x, y, epochs):
    return _fit(model, x, y, 20)


@mistake(of="train", like="train_fixed_epochs")
def train_always_50_epochs(model, x, y, epochs):
    return _fit(model, x, y, 50)


@mistake(of="train", like="train_fixed_epochs")
def train_always_100_epochs(model, x, y, epochs):
    return _fit(model, x, y, 100)


@mistake(of="train")
def train_one_epoch_too_many(model, x, y, epochs):
    """The model trains for one epoch too many. Pass the number on as it is: `epochs=epochs`."""
    return _fit(model, x, y, epochs + 1)


@mistake(of="train")
def train_one_epoch_too_few(model, x, y, epochs):
    """The model trains for one epoch too few. Epochs are a number, not an index, so nothing must be taken
    off: `epochs=epochs`."""
    return _fit(model, x, y, epochs - 1)


@mistake(of="train")
def train_twice(model, x, y, epochs):
    """You call `fit` two times, and each call trains the model again, from where it is. Keep what the first
    call gives: `history = model.fit(...)`, and return it."""
    _fit(model, x, y, epochs)
    return _fit(model, x, y, epochs)


@mistake(of="train", like="train_twice")
def train_twice_first_history(model, x, y, epochs):
    history = _fit(model, x, y, epochs)
    _fit(model, x, y, epochs)
    return history


@mistake(of="train")
def train_epochs_times_epochs(model, x, y, epochs):
    """Your loop calls `fit` once an epoch, and each call trains for all the epochs. You need no loop:
    `model.fit(x, y, epochs=epochs)` goes through all of them."""
    for _ in range(epochs):
        history = _fit(model, x, y, epochs)
    return history


@mistake(of="train")
def train_keeps_last_epoch_only(model, x, y, epochs):
    """The training is right, but you return the history of the last `fit` only, and that has one epoch. You
    need no loop: `model.fit(x, y, epochs=epochs)` keeps all the losses."""
    for _ in range(epochs):
        history = _fit(model, x, y, 1)
    return history


@mistake(of="train")
def train_returns_none(model, x, y, epochs):
    """You train, but you return nothing, so Python gives `None`. `fit` gives a History with the losses.
    Return it: `return model.fit(...)`."""
    _fit(model, x, y, epochs)


@mistake(of="train")
def train_returns_the_model(model, x, y, epochs):
    """You return the model. The caller has it already: it is the same model, trained in place. Return the
    losses: `return model.fit(...)`."""
    _fit(model, x, y, epochs)
    return model


@mistake(of="train")
def train_returns_pair(model, x, y, epochs):
    """You return two things. Return only the History, what `model.fit` gives."""
    return model, _fit(model, x, y, epochs)


@mistake(of="train", like="train_returns_pair")
def train_returns_pair_history_first(model, x, y, epochs):
    return _fit(model, x, y, epochs), model


@mistake(of="train")
def train_returns_last_loss(model, x, y, epochs):
    """You return only the loss of the last epoch. All of them are asked for: return the whole History, what
    `model.fit` gives."""
    return _fit(model, x, y, epochs).history["loss"][-1]


@mistake(of="train")
def train_returns_first_loss(model, x, y, epochs):
    """You return only the loss of the first epoch. All of them are asked for: return the whole History, what
    `model.fit` gives."""
    return _fit(model, x, y, epochs).history["loss"][0]


@mistake(of="train")
def train_returns_list_of_losses(model, x, y, epochs):
    """You return the losses as a plain list or array. A History or a dict with the key "loss" is asked for:
    return what `model.fit` gives, as it is."""
    return _fit(model, x, y, epochs).history["loss"]


@mistake(of="train", like="train_returns_list_of_losses")
def train_returns_array_of_losses(model, x, y, epochs):
    return np.array(_fit(model, x, y, epochs).history["loss"])


@mistake(of="train")
def train_returns_mae_only(model, x, y, epochs):
    """You return the metric, the mean absolute error. The losses are asked for: return the whole History,
    what `model.fit` gives."""
    return _fit(model, x, y, epochs).history["mae"]


@mistake(of="train")
def train_returns_dict_of_last_values(model, x, y, epochs):
    """Your dict holds one number for each name. It must hold a list with one number for each epoch:
    `return model.fit(...).history`."""
    return {name: values[-1] for name, values in _fit(model, x, y, epochs).history.items()}


@mistake(of="train")
def train_returns_dict_under_another_name(model, x, y, epochs):
    """Your dict has no key "loss". Return the dict of the History as it is, `history.history`, or the History
    itself."""
    return {"losses": _fit(model, x, y, epochs).history["loss"]}


@mistake(of="train")
def train_returns_epoch_numbers(model, x, y, epochs):
    """`history.epoch` holds only the numbers of the epochs. The losses are in `history.history`. Return the
    History itself."""
    return _fit(model, x, y, epochs).epoch


@mistake(of="train")
def train_returns_the_keys(model, x, y, epochs):
    """You return only the names, such as "loss". The numbers are asked for: return what `model.fit` gives, as
    it is."""
    return list(_fit(model, x, y, epochs).history)


@mistake(of="train")
def train_returns_evaluation(model, x, y, epochs):
    """You return what `evaluate` gives: the loss after the training, one number. The losses of all epochs are
    asked for: return what `model.fit` gives."""
    _fit(model, x, y, epochs)
    return list(_measured(model, x, y).values())


@mistake(of="train")
def train_returns_weights(model, x, y, epochs):
    """You return the weights. The losses are asked for: return what `model.fit` gives."""
    _fit(model, x, y, epochs)
    return model.get_weights()


@mistake(of="train")
def train_returns_predictions(model, x, y, epochs):
    """You return the model's answers. That is for `predict`. Here the losses are asked for: return what
    `model.fit` gives."""
    _fit(model, x, y, epochs)
    return model(as_column(x)).numpy()


@mistake(of="train", like="train_returns_predictions")
def train_returns_predictions_in_a_row(model, x, y, epochs):
    _fit(model, x, y, epochs)
    return model(as_column(x)).numpy().reshape(-1)


@mistake(of="train")
def train_x_as_target(model, x, y, epochs):
    """The model learns y = x: you give it `x` two times. The second argument is what it should answer:
    `model.fit(x, y, ...)`."""
    return _fit(model, x, x, epochs)


@mistake(of="train")
def train_swaps_x_and_y(model, x, y, epochs):
    """`x` and `y` have changed places: the model learns x from y. First the questions, then the answers:
    `model.fit(x, y, ...)`."""
    return _fit(model, y, x, epochs)


@mistake(of="train")
def train_without_targets(model, x, y, epochs):
    """`fit` gets no `y`, so there is nothing to compare with. Give it both:
    `model.fit(x, y, epochs=epochs)`."""
    return model.fit(as_column(x), epochs=epochs, verbose=0)


@mistake(of="train")
def train_drops_a_point(model, x, y, epochs):
    """The last point or the first one is left out. Here all the points are for training: give `fit` the whole
    `x` and `y`."""
    return _fit(model, x[:-1], y[:-1], epochs)


@mistake(of="train", like="train_drops_a_point")
def train_drops_first_point(model, x, y, epochs):
    return _fit(model, x[1:], y[1:], epochs)


@mistake(of="train")
def train_first_points_only(model, x, y, epochs):
    """You train on the first points only. Which points to take is not decided here: give `fit` the whole `x`
    and `y`."""
    return _fit(model, x[:3], y[:3], epochs)


@mistake(of="train")
def train_own_data(model, x, y, epochs):
    """You train on numbers of your own, so the arguments `x` and `y` have no effect. Give `fit` the ones
    that come in."""
    x = np.array([1.0, 2.0, 3.0, 4.0])
    return _fit(model, x, 2 * x, epochs)


@mistake(of="train", like="train_own_data")
def train_own_data_plus_one(model, x, y, epochs):
    x = np.array([0.0, 1.0, 2.0])
    return _fit(model, x, 2 * x + 1, epochs)


@mistake(of="train", like="train_own_data")
def train_own_formula(model, x, y, epochs):
    return _fit(model, x, 2 * np.asarray(x), epochs)


@mistake(of="train", like="train_own_data")
def train_own_formula_plus_one(model, x, y, epochs):
    return _fit(model, x, 2 * np.asarray(x) + 1, epochs)


@mistake(of="train")
def train_scales_x(model, x, y, epochs):
    """You scale `x` before the training. The model then learns another line, and `predict` gets `x` without
    the scaling. Use `x` as it is."""
    x = np.asarray(x)
    return _fit(model, x / x.max(), y, epochs)


@mistake(of="train", like="train_scales_x")
def train_standardizes_x(model, x, y, epochs):
    x = np.asarray(x)
    return _fit(model, (x - x.mean()) / x.std(), y, epochs)


@mistake(of="train", like="train_scales_x")
def train_divides_x_by_255(model, x, y, epochs):
    return _fit(model, np.asarray(x) / 255, y, epochs)


@mistake(of="train")
def train_validation_split(model, x, y, epochs):
    """`validation_split` takes the last points away and does not train on them. With so few points all are
    needed: leave it out."""
    return _fit(model, x, y, epochs, split=0.2)


@mistake(of="train", like="train_validation_split")
def train_validation_split_a_quarter(model, x, y, epochs):
    return _fit(model, x, y, epochs, split=0.25)


@mistake(of="train", like="train_validation_split")
def train_validation_split_a_tenth(model, x, y, epochs):
    return _fit(model, x, y, epochs, split=0.1)


@mistake(of="train")
def train_small_batches(model, x, y, epochs):
    """You set a small batch size, so the model takes several steps an epoch, each with a part of the points.
    Here one epoch is one step with all of them: leave `batch_size` out."""
    return model.fit(as_column(x), as_column(y), epochs=epochs, batch_size=1, verbose=0)


@mistake(of="train", like="train_small_batches")
def train_batch_size_1_in_order(model, x, y, epochs):
    return _fit(model, x, y, epochs, batch_size=1)


@mistake(of="train", like="train_small_batches")
def train_batch_size_2(model, x, y, epochs):
    return model.fit(as_column(x), as_column(y), epochs=epochs, batch_size=2, verbose=0)


@mistake(of="train")
def train_builds_a_new_model(model, x, y, epochs):
    """You build a new model and train that one. The model that was given does not change. Train it, without
    `build_model`: `model.fit(...)`."""
    return _fit(build_model(), x, y, epochs)


@mistake(of="train")
def train_compiles_again(model, x, y, epochs):
    """You compile the model again, so its optimizer, its learning rate and its loss are not those of
    `build_model` any more. It comes compiled: only call `fit`."""
    model.compile(optimizer="adam", loss="mse")
    return _fit(model, x, y, epochs)


@mistake(of="train", like="train_compiles_again")
def train_compiles_again_with_adam_and_metric(model, x, y, epochs):
    model.compile(optimizer="adam", loss="mse", metrics=["mae"])
    return _fit(model, x, y, epochs)


@mistake(of="train", like="train_compiles_again")
def train_compiles_again_with_sgd(model, x, y, epochs):
    model.compile(optimizer="sgd", loss="mse")
    return _fit(model, x, y, epochs)


@mistake(of="train", like="train_compiles_again")
def train_compiles_again_with_sgd_and_metric(model, x, y, epochs):
    model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
    return _fit(model, x, y, epochs)


@mistake(of="train", like="train_compiles_again")
def train_compiles_again_with_sgd_01(model, x, y, epochs):
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
    return _fit(model, x, y, epochs)


@mistake(of="train")
def train_only_evaluates(model, x, y, epochs):
    """`evaluate` only measures the loss: it does not change the weights. To train, call `fit`:
    `model.fit(x, y, epochs=epochs)`."""
    return list(_measured(model, x, y).values())


@mistake(of="train")
def train_does_not_train(model, x, y, epochs):
    """The weights are as before: nothing was trained. Call `model.fit(x, y, epochs=epochs)` and return what
    it gives."""
    return {"loss": [0.0] * epochs}


# What Keras 3 says to older Keras, to lists and to wrong names.


@mistake(of="train")
def train_gives_lists_to_fit(model, x, y, epochs):
    """Keras 3 takes no lists of numbers. Give `fit` arrays, one number a row: `as_column(x)`,
    `as_column(y)`."""
    return model.fit(list(x), list(y), epochs=epochs, verbose=0)


@mistake(of="train", like="train_gives_lists_to_fit")
def train_gives_plain_lists_to_fit(model, x, y, epochs):
    return model.fit(np.asarray(x).tolist(), np.asarray(y).tolist(), epochs=epochs, verbose=0)


@mistake(of="train", like="train_gives_lists_to_fit")
def train_gives_list_of_rows_to_fit(model, x, y, epochs):
    return model.fit(as_column(x).tolist(), as_column(y).tolist(), epochs=epochs, verbose=0)


@mistake(of="train", like="train_gives_lists_to_fit")
def train_gives_y_as_list_to_fit(model, x, y, epochs):
    return model.fit(x, np.asarray(y).tolist(), epochs=epochs, verbose=0)


@mistake(of="train", like="train_gives_lists_to_fit")
def train_gives_y_as_list_beside_a_column_to_fit(model, x, y, epochs):
    return model.fit(as_column(x), np.asarray(y).tolist(), epochs=epochs, verbose=0)


@mistake(of="train")
def train_nb_epoch(model, x, y, epochs):
    """`nb_epoch` is the name in old books. Today `fit` says `epochs`: `model.fit(x, y, epochs=epochs)`."""
    return model.fit(x, y, nb_epoch=epochs)


@mistake(of="train")
def train_unknown_argument_of_fit(model, x, y, epochs):
    """`fit` does not know this argument. The number of epochs is called `epochs`, with an s:
    `model.fit(x, y, epochs=epochs)`."""
    return model.fit(x, y, epoch=epochs)


@mistake(of="train", like="train_unknown_argument_of_fit")
def train_n_epochs(model, x, y, epochs):
    return model.fit(x, y, n_epochs=epochs)


@mistake(of="train", like="train_unknown_argument_of_fit")
def train_num_epochs(model, x, y, epochs):
    return model.fit(x, y, num_epochs=epochs)


@mistake(of="train")
def train_calls_train(model, x, y, epochs):
    """A Keras model has no such method. The one that trains is `fit`: `model.fit(x, y, epochs=epochs)`."""
    return model.train(x, y, epochs=epochs)


@mistake(of="train", like="train_calls_train")
def train_calls_fit_generator(model, x, y, epochs):
    return model.fit_generator(x, y)


@mistake(of="train", like="train_calls_train")
def train_calls_learn(model, x, y, epochs):
    return model.learn(x, y)


@mistake(of="train")
def train_fits_one_row(model, x, y, epochs):
    """You make one row of all the points, so Keras sees one sample with many numbers. Each point is a sample,
    one a row: `as_column(x)`."""
    return model.fit(np.asarray(x, dtype=float).reshape(1, -1), np.asarray(y, dtype=float).reshape(1, -1), verbose=0)


@mistake(of="train")
def train_epochs_as_range(model, x, y, epochs):
    """`epochs` must be one whole number, not a list or a range. Pass it on as it is: `epochs=epochs`."""
    return model.fit(as_column(x), as_column(y), epochs=range(epochs), verbose=0)


@mistake(of="train")
def train_history_in_brackets(model, x, y, epochs):
    """A History is not a dict: the dict is inside it, in `history.history`. You can return the History as it
    is."""
    return _fit(model, x, y, epochs)["loss"]


@mistake(of="train")
def train_unknown_key_of_history(model, x, y, epochs):
    """The history has no such key. It has "loss" and "mae", what the model was compiled with. You can return
    it as it is: `return model.fit(...)`."""
    return _fit(model, x, y, epochs).history["val_loss"]


@mistake(of="train", like="train_unknown_key_of_history")
def train_unknown_key_accuracy(model, x, y, epochs):
    return _fit(model, x, y, epochs).history["accuracy"]


@mistake(of="train", like="train_unknown_key_of_history")
def train_unknown_key_acc(model, x, y, epochs):
    return _fit(model, x, y, epochs).history["acc"]


@mistake(of="train", like="train_unknown_key_of_history")
def train_unknown_key_mean_absolute_error(model, x, y, epochs):
    return _fit(model, x, y, epochs).history["mean_absolute_error"]


@mistake(of="train", like="train_unknown_key_of_history")
def train_unknown_key_mse(model, x, y, epochs):
    return _fit(model, x, y, epochs).history["mse"]


@mistake(of="train")
def train_tensorflow_1(model, x, y, epochs):
    """This is TensorFlow 1, from old books: today's TensorFlow has no such name, and no session. Call
    `model.fit(x, y, epochs=epochs)`."""
    return _tensorflow().Session()


@mistake(of="train", like="train_tensorflow_1")
def train_tensorflow_1_initializer(model, x, y, epochs):
    return _tensorflow().global_variables_initializer()


@mistake(of="train", like="train_tensorflow_1")
def train_tensorflow_1_optimizer(model, x, y, epochs):
    return _tensorflow().train.GradientDescentOptimizer(0.01)


@mistake(of="train", like="train_tensorflow_1")
def train_tensorflow_1_placeholder(model, x, y, epochs):
    return _tensorflow().placeholder


# ---------------------------------------------------------------------------------------------------- predict


def _answers(model, x):
    """What `model.predict` gives, (n, 1), without its cost a call."""
    return model(as_column(x)).numpy()


@mistake(of="predict")
def predict_returns_column(model, x):
    """The answer has the shape `(n, 1)`, a column. One number for each x is asked for, the shape `(n,)`. Make
    it 1-D: `.reshape(-1)`."""
    return _answers(model, x)


@mistake(of="predict")
def predict_returns_row(model, x):
    """The answer has the shape `(1, n)`, a row in a second pair of brackets. One number for each x is asked
    for, the shape `(n,)`. Make it 1-D: `.reshape(-1)`."""
    return _answers(model, x).T


@mistake(of="predict")
def predict_squeezes(model, x):
    """For one x, `squeeze` takes every axis away, and a number is left, not an array. `.reshape(-1)` always
    gives a 1-D array."""
    return np.squeeze(_answers(model, x))


@mistake(of="predict")
def predict_returns_one_number(model, x):
    """You return one number, the answer for the first x. There is one answer for each x. Make the whole array
    1-D: `.reshape(-1)`."""
    return float(_answers(model, x)[0, 0])


@mistake(of="predict")
def predict_returns_last_number(model, x):
    """You return one number, the answer for the last x. There is one answer for each x. Make the whole array
    1-D: `.reshape(-1)`."""
    return float(_answers(model, x)[-1, 0])


@mistake(of="predict")
def predict_returns_first_row(model, x):
    """`[0]` takes only the first row, the answer for the first x. There is one answer for each x. Make the
    whole array 1-D: `.reshape(-1)`."""
    return _answers(model, x)[0]


@mistake(of="predict")
def predict_returns_mean(model, x):
    """You return the mean of all the answers. There is one answer for each x: return the whole array,
    `.reshape(-1)`."""
    return _answers(model, x).mean()


@mistake(of="predict")
def predict_returns_list(model, x):
    """You return a list. An array is asked for: leave out `tolist()` or `list()`, and return
    `.reshape(-1)`."""
    return _answers(model, x).reshape(-1).tolist()


@mistake(of="predict", like="predict_returns_list")
def predict_returns_list_of_rows(model, x):
    return _answers(model, x).tolist()


@mistake(of="predict", like="predict_returns_list")
def predict_returns_list_of_arrays(model, x):
    return list(_answers(model, x))


@mistake(of="predict", like="predict_returns_list")
def predict_returns_tuple(model, x):
    return tuple(_answers(model, x).reshape(-1).tolist())


@mistake(of="predict")
def predict_returns_tensor(model, x):
    """You return a TensorFlow tensor, because `model(x)` gives one. An array is asked for: use
    `model.predict(...)`, or add `.numpy()`, and then `.reshape(-1)`."""
    return model(as_column(x))


@mistake(of="predict", like="predict_returns_tensor")
def predict_returns_flat_tensor(model, x):
    return keras.ops.reshape(model(as_column(x)), (-1,))


@mistake(of="predict")
def predict_returns_none(model, x):
    """Your function returns nothing, so Python gives `None`. What you print is not returned. End with
    `return model.predict(...).reshape(-1)`."""


@mistake(of="predict")
def predict_rounds(model, x):
    """The answers are rounded. A line has values between whole numbers too. Return them as they are, and
    round only what you print."""
    return np.round(_answers(model, x).reshape(-1))


@mistake(of="predict", like="predict_rounds")
def predict_rounds_to_1(model, x):
    return np.round(_answers(model, x).reshape(-1), 1)


@mistake(of="predict", like="predict_rounds")
def predict_cuts_to_integers(model, x):
    return _answers(model, x).reshape(-1).astype(int)


@mistake(of="predict", like="predict_rounds")
def predict_rounds_to_integers(model, x):
    return np.round(_answers(model, x).reshape(-1)).astype(int)


@mistake(of="predict")
def predict_argmax(model, x):
    """`np.argmax` is for choosing between classes. Here the model gives one number for each x, and that is
    the answer: return it, with `.reshape(-1)`."""
    return np.argmax(_answers(model, x), axis=1)


@mistake(of="predict", like="predict_argmax")
def predict_argmax_of_all(model, x):
    return np.argmax(_answers(model, x))


@mistake(of="predict")
def predict_own_formula(model, x):
    """You use a formula of your own, so the model has no part in the answer. Ask the model what it has
    learnt: `model.predict(as_column(x))`."""
    return 2 * np.asarray(x)


@mistake(of="predict", like="predict_own_formula")
def predict_own_formula_plus_one(model, x):
    return 2 * np.asarray(x) + 1


@mistake(of="predict")
def predict_returns_x(model, x):
    """You return `x` itself, so the model has no part in the answer. Ask it:
    `model.predict(as_column(x))`."""
    return np.asarray(x)


@mistake(of="predict")
def predict_forgets_bias(model, x):
    """You multiply by the weight, but the bias is missing. `model.predict` does both, or write
    `w * x + b`."""
    return model.get_weights()[0][0, 0] * np.asarray(x)


@mistake(of="predict", like="predict_forgets_bias")
def predict_forgets_bias_in_a_row(model, x):
    return model.get_weights()[0] * np.asarray(x)


@mistake(of="predict")
def predict_builds_a_new_model(model, x):
    """You build a new model and ask that one, and it has learnt nothing. Ask the model that is given:
    `model.predict(as_column(x))`."""
    return build_model()(as_column(x)).numpy().reshape(-1)


@mistake(of="predict")
def predict_sorts(model, x):
    """The answers come back sorted. They must be in the order of `x`: leave the sorting out."""
    return np.sort(_answers(model, x).reshape(-1))


@mistake(of="predict")
def predict_absolute_value(model, x):
    """The answers have lost their minus signs. A line goes below 0 too: leave `abs` out."""
    return np.abs(_answers(model, x).reshape(-1))


@mistake(of="predict")
def predict_float_of_array(model, x):
    """`float()` takes one number only, and `model.predict` gives an array, `(n, 1)`. Leave `float` out, and
    make the array 1-D: `.reshape(-1)`."""
    return float(_answers(model, x))


@mistake(of="predict")
def predict_gives_no_array(model, x):
    """Keras 3 takes no lists and no single numbers. Give `model.predict` one array, one number a row:
    `as_column(x)`. It answers all of them at once."""
    return model.predict(list(x), verbose=0)


@mistake(of="predict", like="predict_gives_no_array")
def predict_gives_plain_list_to_predict(model, x):
    return model.predict(np.asarray(x).tolist(), verbose=0)


@mistake(of="predict", like="predict_gives_no_array")
def predict_gives_list_of_rows_to_predict(model, x):
    return model.predict(as_column(x).tolist(), verbose=0)


@mistake(of="predict", like="predict_gives_no_array")
def predict_gives_plain_numbers_to_predict(model, x):
    return [model.predict(float(number), verbose=0) for number in x]


@mistake(of="predict", like="predict_gives_no_array")
def predict_gives_plain_number_lists_to_predict(model, x):
    return [model.predict([float(number)], verbose=0) for number in x]


@mistake(of="predict")
def predict_gives_one_row_to_predict(model, x):
    """You make one row of all the x, so Keras sees one sample with many numbers. Each x is a sample, one a
    row: `as_column(x)`."""
    return model.predict(np.asarray(x, dtype=float).reshape(1, -1), verbose=0)


@mistake(of="predict", like="predict_gives_one_row_to_predict")
def predict_gives_x_in_brackets_to_predict(model, x):
    return model.predict(np.array([x]), verbose=0)


@mistake(of="predict")
def predict_calls_predict_classes(model, x):
    """Old Keras had this method, Keras 3 does not. Here the answer is a number, not a class: use
    `model.predict(as_column(x))`."""
    return model.predict_classes(x)


@mistake(of="predict", like="predict_calls_predict_classes")
def predict_calls_predict_proba(model, x):
    return model.predict_proba(x)


@mistake(of="predict")
def predict_evaluates(model, x):
    """`evaluate` measures the loss and needs the right answers too. To get answers from the model, call
    `model.predict(as_column(x))`."""
    return model.evaluate(as_column(x), verbose=0)


@mistake(of="predict")
def predict_tensorflow_1(model, x):
    """This is TensorFlow 1, from old books: today's TensorFlow has no such name, and no session. Call
    `model.predict(as_column(x))`."""
    return _tensorflow().Session()
