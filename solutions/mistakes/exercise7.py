"""Known mistakes of exercise 7: `preprocess`, `build_model`, `train` and `evaluate`.

What is told to a learner must be true of every spelling under its name. The variants are replayed in a worker, one
after another, so they must be quick: `_fit` takes the steps of `model.fit` in NumPy, without Keras's cost an epoch.
"""

import keras
import numpy as np
from mnist import load_mnist
from reference import build_model, preprocess, train

from grader.bank import mistake

# ------------------------------------------------------------------------------------------------- preprocess


def _rows(images):
    """What becomes of the images, right."""
    return images.reshape(len(images), 784).astype("float32") / 255


def _columns(labels):
    """What becomes of the labels, right."""
    return np.eye(10, dtype="float32")[labels]


@mistake(of="preprocess")
def preprocess_does_not_divide(images, labels):
    """The pixels still go from 0 to 255. Divide them by 255, so that they go from 0 to 1."""
    return images.reshape(len(images), 784).astype("float32"), _columns(labels)


@mistake(of="preprocess", like="preprocess_does_not_divide")
def preprocess_leaves_pixels_as_they_are(images, labels):
    return images.reshape(len(images), 784), _columns(labels)


@mistake(of="preprocess", like="preprocess_does_not_divide")
def preprocess_does_not_divide_and_leaves_labels(images, labels):
    return images.reshape(len(images), 784).astype("float32"), labels


@mistake(of="preprocess")
def preprocess_divides_by_256(images, labels):
    """You divide by 256, so the brightest pixel does not become 1. The largest number is 255: divide by that."""
    return images.reshape(len(images), 784).astype("float32") / 256, _columns(labels)


@mistake(of="preprocess")
def preprocess_divides_by_maximum(images, labels):
    """You divide by the brightest pixel of these images. Another set of images would be divided by another number.
    Always divide by 255."""
    return images.reshape(len(images), 784).astype("float32") / images.max(), _columns(labels)


@mistake(of="preprocess", like="preprocess_divides_by_maximum")
def preprocess_divides_by_maximum_of_each_image(images, labels):
    x = images.reshape(len(images), 784).astype("float32")
    return x / x.max(axis=1, keepdims=True), _columns(labels)


@mistake(of="preprocess")
def preprocess_divides_twice(images, labels):
    """The pixels are divided by 255 twice, so they are nearly 0. Divide once."""
    return _rows(images) / 255, _columns(labels)


@mistake(of="preprocess")
def preprocess_divides_whole(images, labels):
    """Nearly all your pixels are 0: what comes after the point is cut off, by `//` or by making whole numbers after the
    division. Divide with `/`, and keep floats: `.astype("float32")`."""
    return (images.reshape(len(images), 784) // 255).astype("float32"), _columns(labels)


@mistake(of="preprocess", like="preprocess_divides_whole")
def preprocess_divides_whole_uint8(images, labels):
    return images.reshape(len(images), 784) // 255, _columns(labels)


@mistake(of="preprocess", like="preprocess_divides_whole")
def preprocess_cuts_to_integers(images, labels):
    return (images.reshape(len(images), 784) / 255).astype(int), _columns(labels)


@mistake(of="preprocess", like="preprocess_divides_whole")
def preprocess_cuts_to_uint8(images, labels):
    return (images.reshape(len(images), 784) / 255).astype(np.uint8), _columns(labels)


@mistake(of="preprocess")
def preprocess_centres(images, labels):
    """Your pixels go from -1 to 1. The task asks for 0 to 1: divide by 255, and take nothing away."""
    return _rows(images) * 2 - 1, _columns(labels)


@mistake(of="preprocess", like="preprocess_centres")
def preprocess_centres_by_127(images, labels):
    return images.reshape(len(images), 784).astype("float32") / 127.5 - 1, _columns(labels)


@mistake(of="preprocess")
def preprocess_standardizes(images, labels):
    """You take away the mean, or divide by the spread, of these images. The task asks for pixels from 0 to 1:
    divide by 255, and do nothing else."""
    x = images.reshape(len(images), 784).astype("float32")
    return (x - x.mean()) / x.std(), _columns(labels)


@mistake(of="preprocess", like="preprocess_standardizes")
def preprocess_takes_mean_away(images, labels):
    x = _rows(images)
    return x - x.mean(), _columns(labels)


@mistake(of="preprocess")
def preprocess_inverts(images, labels):
    """Black and white have changed places. 0 stays 0.0, and 255 becomes 1.0."""
    return 1 - _rows(images), _columns(labels)


@mistake(of="preprocess")
def preprocess_keeps_pictures(images, labels):
    """Your x is still a stack of pictures, 28 by 28. The network wants one row an image:
    `images.reshape(len(images), 784)`."""
    return images.astype("float32") / 255, _columns(labels)


@mistake(of="preprocess", like="preprocess_keeps_pictures")
def preprocess_keeps_pictures_float64(images, labels):
    return images / 255, _columns(labels)


@mistake(of="preprocess", like="preprocess_keeps_pictures")
def preprocess_adds_a_channel(images, labels):
    return images.reshape(-1, 28, 28, 1).astype("float32") / 255, _columns(labels)


@mistake(of="preprocess")
def preprocess_one_long_row(images, labels):
    """All images have become one long row. Each image is a row of its own: `images.reshape(len(images), 784)`."""
    return _rows(images).reshape(-1), _columns(labels)


@mistake(of="preprocess", like="preprocess_one_long_row")
def preprocess_one_long_row_in_brackets(images, labels):
    return _rows(images).reshape(1, -1), _columns(labels)


@mistake(of="preprocess")
def preprocess_columns_for_rows(images, labels):
    """Your x has 784 rows. It should have one row an image, with 784 numbers: `images.reshape(len(images), 784)`."""
    return _rows(images).reshape(784, -1), _columns(labels)


@mistake(of="preprocess", like="preprocess_columns_for_rows")
def preprocess_transposed(images, labels):
    return _rows(images).T, _columns(labels)


@mistake(of="preprocess")
def preprocess_turns_pictures(images, labels):
    """The pixels are in another order: you go down the columns of the picture. Take its rows one after another, as
    `images.reshape(len(images), 784)` does."""
    return _rows(images.transpose(0, 2, 1)), _columns(labels)


@mistake(of="preprocess")
def preprocess_mixes_pixels(images, labels):
    """Each row of your x has pixels of several images: `reshape` counts through the whole array, image after image. Tell it
    the number of images first, `images.reshape(len(images), 784)`, and turn nothing."""
    return images.reshape(784, -1).T.astype("float32") / 255, _columns(labels)


@mistake(of="preprocess")
def preprocess_fixed_count(images, labels):
    """The number of images stands in your code. There may be any number of them: `len(images)`, or -1, in
    `reshape`."""
    return images.reshape(60000, 784).astype("float32") / 255, _columns(labels)


@mistake(of="preprocess", like="preprocess_fixed_count")
def preprocess_fixed_count_4000(images, labels):
    return images.reshape(4000, 784).astype("float32") / 255, _columns(labels)


@mistake(of="preprocess", like="preprocess_fixed_count")
def preprocess_fixed_count_1000(images, labels):
    return images.reshape(1000, 784).astype("float32") / 255, _columns(labels)


@mistake(of="preprocess", like="preprocess_fixed_count")
def preprocess_fixed_count_28_28(images, labels):
    return images.reshape((60000, 28 * 28)).astype("float32") / 255, _columns(labels)


@mistake(of="preprocess")
def preprocess_divides_in_place(images, labels):
    """`/=` writes into the array itself, and whole numbers have no place for 0.5. Make a new array:
    `images.astype("float32") / 255`."""
    images /= 255
    return images.reshape(len(images), 784), _columns(labels)


@mistake(of="preprocess")
def preprocess_changes_images(images, labels):
    """You write into `images` itself, but the caller still needs them. Make a new array:
    `images.astype("float32") / 255`."""
    x = _rows(images)
    images[:] = x.reshape(images.shape)
    return x, _columns(labels)


@mistake(of="preprocess", like="preprocess_changes_images")
def preprocess_changes_images_to_whole(images, labels):
    images //= 255
    return images.reshape(len(images), 784), _columns(labels)


@mistake(of="preprocess")
def preprocess_only_images(images, labels):
    """You return only x. Return both: `return x, y`."""
    return _rows(images)


@mistake(of="preprocess")
def preprocess_only_labels(images, labels):
    """You return only y. Return both: `return x, y`."""
    return _columns(labels)


@mistake(of="preprocess")
def preprocess_swaps_x_and_y(images, labels):
    """x and y come back in the wrong order. First the images, then the labels: `return x, y`."""
    return _columns(labels), _rows(images)


@mistake(of="preprocess")
def preprocess_returns_none(images, labels):
    """Your function returns nothing, so Python gives `None`. End with `return x, y`."""


@mistake(of="preprocess")
def preprocess_small_maximum(images, labels):
    """You divide by 255 only where the images are bright enough. Always divide: an image may be dark or all black."""
    x = images.reshape(len(images), 784).astype("float32")
    return (x / 255 if x.max() > 1 else x), _columns(labels)


@mistake(of="preprocess")
def preprocess_counts_classes(images, labels):
    """y has as many columns as the labels need, so one is missing where no label is a 9. Always make ten:
    `keras.utils.to_categorical(labels, 10)`."""
    return _rows(images), keras.utils.to_categorical(labels)


@mistake(of="preprocess", like="preprocess_counts_classes")
def preprocess_counts_classes_by_eye(images, labels):
    return _rows(images), np.eye(int(labels.max()) + 1)[labels]


@mistake(of="preprocess", like="preprocess_counts_classes")
def preprocess_counts_different_classes(images, labels):
    return _rows(images), np.eye(int(labels.max()) + 1, dtype="float32")[labels]


@mistake(of="preprocess")
def preprocess_leaves_labels(images, labels):
    """The labels are still digits. Make ten columns of them, one-hot: `keras.utils.to_categorical(labels, 10)`."""
    return _rows(images), labels


@mistake(of="preprocess", like="preprocess_leaves_labels")
def preprocess_labels_in_a_column(images, labels):
    return _rows(images), labels.reshape(-1, 1)


@mistake(of="preprocess", like="preprocess_leaves_labels")
def preprocess_labels_as_floats(images, labels):
    return _rows(images), labels.astype("float32")


@mistake(of="preprocess")
def preprocess_labels_are_truths(images, labels):
    """y holds `True` and `False`. Make numbers of them: `.astype("float32")`."""
    return _rows(images), labels[:, None] == np.arange(10)


@mistake(of="preprocess")
def preprocess_labels_from_one(images, labels):
    """The 1 stands one place too far: digit 0 belongs to the first column, which has the number 0."""
    return _rows(images), np.roll(_columns(labels), 1, axis=1)


@mistake(of="preprocess")
def preprocess_labels_less_one(images, labels):
    """You take 1 away from the labels. Digit 0 belongs to column 0 and digit 9 to column 9: use the labels as they are."""
    y = np.zeros((len(labels), 10), dtype="float32")
    y[np.arange(len(labels)), labels - 1] = 1
    return _rows(images), y


@mistake(of="preprocess", like="preprocess_labels_less_one")
def preprocess_labels_less_one_by_eye(images, labels):
    return _rows(images), np.eye(10)[labels - 1]


@mistake(of="preprocess", like="preprocess_labels_less_one")
def preprocess_labels_less_one_as_integers(images, labels):
    return _rows(images), np.roll(_columns(labels), -1, axis=1)


@mistake(of="preprocess")
def preprocess_labels_in_every_row(images, labels):
    """Each of your rows has a 1 for every label: `y[:, labels] = 1` writes into all rows. Each row gets one 1, its own:
    `y[np.arange(len(labels)), labels] = 1`."""
    y = np.zeros((len(labels), 10), dtype="float32")
    y[:, labels] = 1
    return _rows(images), y


@mistake(of="preprocess")
def preprocess_labels_transposed(images, labels):
    """y has one column a label. It should have one row a label, with ten numbers."""
    return _rows(images), _columns(labels).T


@mistake(of="preprocess")
def preprocess_labels_divided(images, labels):
    """The labels are divided by 255 too. Only the pixels are: the labels become one-hot."""
    return _rows(images), labels / 255


@mistake(of="preprocess")
def preprocess_labels_as_tensor(images, labels):
    """Your y is a tensor, as TensorFlow's `one_hot` gives it. An array is asked for: use
    `keras.utils.to_categorical(labels, 10)`."""
    return _rows(images), keras.ops.one_hot(labels, 10)


@mistake(of="preprocess", like="preprocess_labels_as_tensor")
def preprocess_labels_as_tensor_by_tensorflow(images, labels):
    import tensorflow as tf

    return _rows(images), tf.one_hot(labels, 10)


@mistake(of="preprocess", raises="ImportError")
def preprocess_np_utils(images, labels):
    """`np_utils` is Keras 2. Today the function is in `keras.utils`: `keras.utils.to_categorical(labels, 10)`."""
    from keras.utils import np_utils

    return _rows(images), np_utils.to_categorical(labels, 10)


@mistake(of="preprocess", like="preprocess_np_utils")
def preprocess_np_utils_by_dots(images, labels):
    return _rows(images), keras.utils.np_utils.to_categorical(labels, 10)


@mistake(of="preprocess", like="preprocess_np_utils", raises="ModuleNotFoundError")
def preprocess_np_utils_module(images, labels):
    import keras.utils.np_utils as np_utils

    return _rows(images), np_utils.to_categorical(labels, 10)


@mistake(of="preprocess", like="preprocess_np_utils", raises="ModuleNotFoundError")
def preprocess_np_utils_from_module(images, labels):
    from keras.utils.np_utils import to_categorical

    return _rows(images), to_categorical(labels, 10)


@mistake(of="preprocess")
def preprocess_nb_classes(images, labels):
    """`nb_classes` is the name in old books. Give the ten without a name: `keras.utils.to_categorical(labels, 10)`."""
    return _rows(images), keras.utils.to_categorical(labels, nb_classes=10)


@mistake(of="preprocess")
def preprocess_to_categorical_outside_utils(images, labels):
    """The function is in `keras.utils`: `keras.utils.to_categorical(labels, 10)`."""
    return _rows(images), keras.to_categorical(labels, 10)


@mistake(of="preprocess")
def preprocess_np_float(images, labels):
    """`np.float` is gone from NumPy. Write `"float32"`, or `np.float32`."""
    return images.reshape(len(images), 784).astype(np.float) / 255, _columns(labels)


# ------------------------------------------------------------------------------------------------ build_model


def _model(units=(256, 128, 10), activations=("relu", "relu", "softmax"), inputs=784, layers=(), **compiled):
    """The right model, but for what is given here."""
    model = keras.Sequential([keras.Input(shape=(inputs,))])
    for number, activation in zip(units, activations, strict=True):
        model.add(keras.layers.Dense(number, activation=activation))
    for layer in layers:
        model.add(layer)
    optimizer = compiled.pop("optimizer", None) or keras.optimizers.SGD(learning_rate=0.1)
    loss = compiled.pop("loss", "categorical_crossentropy")
    model.compile(optimizer=optimizer, loss=loss, metrics=compiled.pop("metrics", ["accuracy"]))
    return model


@mistake(of="build_model")
def build_model_sizes_of_exercise_4():
    """The hidden layers are not of the right size. They have 256 and 128 neurons: `Dense(256)`, `Dense(128)`."""
    return _model((50, 100, 10))


@mistake(of="build_model", like="build_model_sizes_of_exercise_4")
def build_model_512_and_512():
    return _model((512, 512, 10))


@mistake(of="build_model", like="build_model_sizes_of_exercise_4")
def build_model_128_and_64():
    return _model((128, 64, 10))


@mistake(of="build_model", like="build_model_sizes_of_exercise_4")
def build_model_256_and_256():
    return _model((256, 256, 10))


@mistake(of="build_model")
def build_model_swaps_sizes():
    """The two hidden layers have changed places: first 256 neurons, then 128."""
    return _model((128, 256, 10))


@mistake(of="build_model")
def build_model_one_hidden_layer():
    """A hidden layer is missing. There are three Dense layers: 256, 128 and 10 neurons."""
    return _model((256, 10), ("relu", "softmax"))


@mistake(of="build_model", like="build_model_one_hidden_layer")
def build_model_one_hidden_layer_of_128():
    return _model((128, 10), ("relu", "softmax"))


@mistake(of="build_model", like="build_model_one_hidden_layer")
def build_model_no_hidden_layer():
    return _model((10,), ("softmax",))


@mistake(of="build_model")
def build_model_another_layer():
    """There is a Dense layer too many. There are three: 256, 128 and 10 neurons. The input is no Dense layer, but
    `keras.Input(shape=(784,))`."""
    return _model((256, 128, 64, 10), ("relu", "relu", "relu", "softmax"))


@mistake(of="build_model", like="build_model_another_layer")
def build_model_input_as_layer():
    return _model((784, 256, 128, 10), ("relu", "relu", "relu", "softmax"))


@mistake(of="build_model", like="build_model_another_layer")
def build_model_input_as_linear_layer():
    return _model((784, 256, 128, 10), (None, "relu", "relu", "softmax"))


@mistake(of="build_model")
def build_model_no_output_layer():
    """The last layer is missing: `Dense(10, activation="softmax")`, one neuron for each digit."""
    return _model((256, 128), ("relu", "relu"))


@mistake(of="build_model", like="build_model_no_output_layer")
def build_model_softmax_on_128():
    return _model((256, 128), ("relu", "softmax"))


@mistake(of="build_model")
def build_model_one_output():
    """The last layer has one neuron. It needs ten, one for each digit: `Dense(10, activation="softmax")`."""
    return _model((256, 128, 1))


@mistake(of="build_model", like="build_model_one_output")
def build_model_one_sigmoid_output():
    return _model((256, 128, 1), ("relu", "relu", "sigmoid"))


@mistake(of="build_model")
def build_model_dropout():
    """There is a Dropout layer. It is a good idea for larger networks, but the task asks for three Dense layers and
    nothing else."""
    model = keras.Sequential([keras.Input(shape=(784,)), keras.layers.Dense(256, activation="relu")])
    model.add(keras.layers.Dropout(0.2))
    model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss="categorical_crossentropy", metrics=["accuracy"])
    return model


@mistake(of="build_model", like="build_model_dropout")
def build_model_dropouts():
    model = keras.Sequential([keras.Input(shape=(784,)), keras.layers.Dense(256, activation="relu")])
    model.add(keras.layers.Dropout(0.5))
    model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dropout(0.5))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss="categorical_crossentropy", metrics=["accuracy"])
    return model


@mistake(of="build_model", like="build_model_dropout")
def build_model_dropouts_of_a_fifth():
    model = keras.Sequential([keras.Input(shape=(784,)), keras.layers.Dense(256, activation="relu")])
    model.add(keras.layers.Dropout(0.2))
    model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dropout(0.2))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss="categorical_crossentropy", metrics=["accuracy"])
    return model


@mistake(of="build_model")
def build_model_softmax_twice():
    """The probabilities go through a second softmax, which makes them nearly equal. Dense(10) has one already: leave the
    layer behind it out."""
    return _model(layers=[keras.layers.Softmax()])


@mistake(of="build_model", like="build_model_softmax_twice")
def build_model_softmax_twice_as_activation():
    return _model(layers=[keras.layers.Activation("softmax")])


@mistake(of="build_model")
def build_model_zeros():
    """The weights start at 0, so all neurons of a layer learn the same, and the network learns nothing. Let Keras draw them:
    leave `kernel_initializer` out."""
    model = keras.Sequential([keras.Input(shape=(784,))])
    for number, activation in ((256, "relu"), (128, "relu"), (10, "softmax")):
        model.add(keras.layers.Dense(number, activation=activation, kernel_initializer="zeros"))
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss="categorical_crossentropy", metrics=["accuracy"])
    return model


@mistake(of="build_model")
def build_model_no_bias():
    """The layers have no biases. Leave `use_bias=False` out."""
    model = keras.Sequential([keras.Input(shape=(784,)), keras.layers.Dense(256, activation="relu", use_bias=False)])
    model.add(keras.layers.Dense(128, activation="relu", use_bias=False))
    model.add(keras.layers.Dense(10, activation="softmax", use_bias=False))
    model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1), loss="categorical_crossentropy", metrics=["accuracy"])
    return model


@mistake(of="build_model")
def build_model_wrong_input():
    """The input has the wrong size. An image is a row of 784 numbers: `keras.Input(shape=(784,))`."""
    return _model(inputs=28)


@mistake(of="build_model")
def build_model_sigmoid():
    """The hidden layers have a sigmoid. The task asks for ReLU: `activation="relu"`."""
    return _model(activations=("sigmoid", "sigmoid", "softmax"))


@mistake(of="build_model")
def build_model_tanh():
    """The hidden layers have a tanh. The task asks for ReLU: `activation="relu"`."""
    return _model(activations=("tanh", "tanh", "softmax"))


@mistake(of="build_model")
def build_model_linear():
    """The hidden layers have no activation function. Without one, three layers can do no more than one. Write
    `activation="relu"`."""
    return _model(activations=(None, None, "softmax"))


@mistake(of="build_model")
def build_model_second_layer_linear():
    """One of the two hidden layers has no activation function. Both have `activation="relu"`."""
    return _model(activations=("relu", None, "softmax"))


@mistake(of="build_model", like="build_model_second_layer_linear")
def build_model_first_layer_linear():
    return _model(activations=(None, "relu", "softmax"))


@mistake(of="build_model")
def build_model_no_softmax():
    """The last layer has no activation function, so its answers are no probabilities. Write
    `Dense(10, activation="softmax")`."""
    return _model(activations=("relu", "relu", None))


@mistake(of="build_model", like="build_model_no_softmax")
def build_model_logits():
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    return _model(activations=("relu", "relu", None), loss=loss)


@mistake(of="build_model")
def build_model_sigmoid_at_the_end():
    """The last layer has a sigmoid. Then each digit has a probability of its own, and they do not add up to 1. Use
    `activation="softmax"`."""
    return _model(activations=("relu", "relu", "sigmoid"))


@mistake(of="build_model", like="build_model_sigmoid_at_the_end")
def build_model_sigmoid_at_the_end_with_its_loss():
    return _model(activations=("relu", "relu", "sigmoid"), loss="binary_crossentropy")


@mistake(of="build_model")
def build_model_relu_at_the_end():
    """The last layer has a ReLU, so its answers are no probabilities. Use `activation="softmax"`."""
    return _model(activations=("relu", "relu", "relu"))


@mistake(of="build_model")
def build_model_softmax_everywhere():
    """The hidden layers have a softmax. It is for the last layer only. The hidden ones have `activation="relu"`."""
    return _model(activations=("softmax", "softmax", "softmax"))


@mistake(of="build_model")
def build_model_mse():
    """The loss is the mean squared error, which is for numbers. For classes use the cross-entropy:
    `loss="categorical_crossentropy"`."""
    return _model(loss="mse")


@mistake(of="build_model", like="build_model_mse")
def build_model_mean_squared_error():
    return _model(loss="mean_squared_error")


@mistake(of="build_model")
def build_model_sparse():
    """The loss is the sparse cross-entropy, which wants labels such as 7. Yours are one-hot: leave "sparse" out,
    `loss="categorical_crossentropy"`."""
    return _model(loss="sparse_categorical_crossentropy")


@mistake(of="build_model")
def build_model_binary():
    """The loss is the binary cross-entropy, which is for yes or no. For ten classes use
    `loss="categorical_crossentropy"`."""
    return _model(loss="binary_crossentropy")


@mistake(of="build_model")
def build_model_from_logits():
    """`from_logits=True` says that the last layer has no softmax, and yours has one. Leave it out:
    `loss="categorical_crossentropy"`."""
    return _model(loss=keras.losses.CategoricalCrossentropy(from_logits=True))


@mistake(of="build_model")
def build_model_not_compiled():
    """The model is not compiled, so it has no optimizer and no loss. Call `model.compile(...)` before
    `return model`."""
    model = keras.Sequential([keras.Input(shape=(784,)), keras.layers.Dense(256, activation="relu")])
    model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    return model


@mistake(of="build_model")
def build_model_default_rate():
    """The learning rate is 0.01: the text "sgd" and `SGD()` have that one. The task asks for 0.1:
    `keras.optimizers.SGD(learning_rate=0.1)`."""
    return _model(optimizer="sgd")


@mistake(of="build_model")
def build_model_rate_0001():
    """The learning rate is 0.001. The task asks for 0.1: `keras.optimizers.SGD(learning_rate=0.1)`."""
    return _model(optimizer=keras.optimizers.SGD(learning_rate=0.001))


@mistake(of="build_model")
def build_model_rate_1():
    """The learning rate is 1, and such steps are too long. The task asks for 0.1:
    `keras.optimizers.SGD(learning_rate=0.1)`."""
    return _model(optimizer=keras.optimizers.SGD(learning_rate=1.0))


@mistake(of="build_model")
def build_model_adam():
    """The optimizer is Adam. The task asks for plain SGD: `keras.optimizers.SGD(learning_rate=0.1)`."""
    return _model(optimizer="adam")


@mistake(of="build_model", like="build_model_adam")
def build_model_adam_01():
    return _model(optimizer=keras.optimizers.Adam(learning_rate=0.1))


@mistake(of="build_model")
def build_model_rmsprop():
    """The optimizer is RMSprop. Keras takes it too where `compile` gets none. The task asks for
    `optimizer=keras.optimizers.SGD(learning_rate=0.1)`."""
    return _model(optimizer="rmsprop")


@mistake(of="build_model")
def build_model_momentum():
    """The optimizer has momentum. The task asks for plain SGD: `keras.optimizers.SGD(learning_rate=0.1)`."""
    return _model(optimizer=keras.optimizers.SGD(learning_rate=0.1, momentum=0.9))


@mistake(of="build_model", like="build_model_momentum")
def build_model_nesterov():
    return _model(optimizer=keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True))


@mistake(of="build_model")
def build_model_no_metric():
    """The metric is missing, so nobody counts what the model reads right. Add `metrics=["accuracy"]` to
    `model.compile`."""
    return _model(metrics=[])


@mistake(of="build_model")
def build_model_mae_metric():
    """The metric is an error between numbers. For digits, count what is right: `metrics=["accuracy"]`."""
    return _model(metrics=["mae"])


@mistake(of="build_model", like="build_model_mae_metric")
def build_model_mse_metric():
    return _model(metrics=["mse"])


@mistake(of="build_model")
def build_model_metrics_not_a_list():
    """Keras wants the metrics as a list, also where there is only one: `metrics=["accuracy"]`."""
    return _model(metrics="accuracy")


@mistake(of="build_model")
def build_model_returns_none():
    """Your function gives `None`. Perhaps the `return` is missing, or you return what `compile` gives, which is
    nothing. Compile first, and then write `return model` on a line of its own."""


# Words of older Keras, known by what Keras 3 says to them.


@mistake(of="build_model")
def build_model_sgd_lr():
    """`lr` is the name in old books. Keras 3 says `learning_rate`: `SGD(learning_rate=0.1)`."""
    return _model(optimizer=keras.optimizers.SGD(lr=0.1))


@mistake(of="build_model", like="build_model_sgd_lr")
def build_model_adam_lr():
    return _model(optimizer=keras.optimizers.Adam(lr=0.1))


@mistake(of="build_model", like="build_model_sgd_lr")
def build_model_sgd_lr_001():
    return _model(optimizer=keras.optimizers.SGD(lr=0.01))


@mistake(of="build_model", raises="ImportError")
def build_model_legacy_optimizer():
    """`keras.optimizers.legacy` comes from Keras 2. Keras 3 has only one SGD:
    `keras.optimizers.SGD(learning_rate=0.1)`."""
    return _model(optimizer=keras.optimizers.legacy.SGD(learning_rate=0.1))


@mistake(of="build_model", raises="ModuleNotFoundError")
def build_model_layers_core():
    """`keras.layers.core` comes from Keras 1. Today the layers are in `keras.layers`: `keras.layers.Dense(256)`."""
    from keras.layers.core import Dense

    return Dense(256)


@mistake(of="build_model")
def build_model_output_dim():
    """`output_dim` is the name in old books. The number of neurons comes first, without a name:
    `Dense(256, activation="relu")`."""
    return keras.Sequential([keras.layers.Dense(output_dim=256, input_dim=784)])


@mistake(of="build_model")
def build_model_init():
    """`init` is the name in old books. Keras 3 says `kernel_initializer`, and it needs none here."""
    return keras.Sequential([keras.layers.Dense(256, init="uniform")])


@mistake(of="build_model", like="build_model_init")
def build_model_init_glorot():
    return keras.Sequential([keras.layers.Dense(256, init="glorot_uniform")])


@mistake(of="build_model")
def build_model_relu_in_capitals():
    """The names of activation functions have small letters: `activation="relu"`."""
    return _model(activations=("ReLU", "ReLU", "softmax"))


@mistake(of="build_model")
def build_model_dense_outside_layers():
    """`Dense` is in `keras.layers`: write `keras.layers.Dense(256, activation="relu")`."""
    return keras.Sequential([keras.Dense(256)])


@mistake(of="build_model")
def build_model_loss_name_unknown():
    """Keras has no metric or loss with this name. Use `loss="categorical_crossentropy"` and
    `metrics=["accuracy"]`."""
    return _model(loss="categorical_cross_entropy")


# ------------------------------------------------------------------------------------------------------ train


def _fit(model, x, y, epochs=20, batch_size=256, rate=0.1, **more):
    """What `model.fit` does, quickly: where all images are one batch, or all the same, their order does not matter."""
    x, y = np.asarray(x), np.asarray(y)
    if more or (len(x) > batch_size and np.ptp(x, axis=0).any()):
        return model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0, **more)
    weights = [array.astype(float) for array in model.get_weights()]
    history = {"accuracy": [], "loss": []}
    for _ in range(epochs):
        right, loss = 0.0, 0.0
        for start in range(0, len(x), batch_size):
            batch_right, batch_loss = _step(weights, x[start : start + batch_size], y[start : start + batch_size], rate)
            right, loss = right + batch_right, loss + batch_loss
        history["accuracy"].append(right / len(x))
        history["loss"].append(loss / len(x))
    model.set_weights(weights)
    result = keras.callbacks.History()
    result.history = history
    return result


def _step(weights, x, y, rate):
    """One step down the slope, in place; how many images were right before it, and the sum of their losses."""
    outputs = [x.astype(float)]
    for index in (0, 2, 4):
        a = outputs[-1] @ weights[index] + weights[index + 1]
        outputs.append(np.maximum(a, 0.0))
    e = np.exp(a - a.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    slope = (p - y) / len(x)
    for index in (4, 2, 0):
        below = outputs[index // 2]
        of_weights, of_biases = below.T @ slope, slope.sum(axis=0)
        slope = (slope @ weights[index].T) * (below > 0)
        weights[index] = weights[index] - rate * of_weights
        weights[index + 1] = weights[index + 1] - rate * of_biases
    right = float(np.sum(p.argmax(axis=1) == y.argmax(axis=1)))
    return right, float(-np.sum(y * np.log(np.clip(p, 1e-7, 1 - 1e-7))))


@mistake(of="train")
def train_one_epoch(model, x, y, epochs=20, batch_size=256):
    """You train one epoch only, whatever was asked for. Pass the number on: `epochs=epochs`."""
    return _fit(model, x, y, 1, batch_size)


@mistake(of="train")
def train_fixed_epochs(model, x, y, epochs=20, batch_size=256):
    """The number of epochs stands in your code, so the argument has no effect. Pass it on: `epochs=epochs`."""
    return _fit(model, x, y, 20, batch_size)


@mistake(of="train", like="train_fixed_epochs")
def train_fixed_epochs_10(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, 10, batch_size)


@mistake(of="train", like="train_fixed_epochs")
def train_fixed_epochs_5(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, 5, batch_size)


@mistake(of="train")
def train_one_epoch_too_many(model, x, y, epochs=20, batch_size=256):
    """You train one epoch too many. Pass the number on as it is: `epochs=epochs`."""
    return _fit(model, x, y, epochs + 1, batch_size)


@mistake(of="train")
def train_one_epoch_too_few(model, x, y, epochs=20, batch_size=256):
    """You train one epoch too few. `fit` takes the number as it is, `epochs=epochs`; in a loop of your own,
    `range(epochs)` runs `epochs` times, and `range(1, epochs)` one time less."""
    return _fit(model, x, y, epochs - 1, batch_size)


@mistake(of="train")
def train_fits_twice(model, x, y, epochs=20, batch_size=256):
    """You call `fit` twice, so the model trains twice as long. Call it once, and return what it gives:
    `return model.fit(...)`."""
    _fit(model, x, y, epochs, batch_size)
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train")
def train_swaps_x_and_y(model, x, y, epochs=20, batch_size=256):
    """x and y have changed places. `fit` takes the images first and then the labels: `model.fit(x, y, ...)`."""
    return model.fit(y, x, epochs=epochs, batch_size=batch_size, verbose=0)


@mistake(of="train")
def train_drops_last_batch(model, x, y, epochs=20, batch_size=256):
    """The last images of each epoch are left out, where they are too few for a whole batch. They belong to the epoch too:
    `range(0, len(x), batch_size)`, or leave it to `model.fit`."""
    whole = len(x) // batch_size * batch_size
    return _fit(model, x[:whole], y[:whole], epochs, batch_size)


@mistake(of="train")
def train_ignores_batch_size(model, x, y, epochs=20, batch_size=256):
    """The argument `batch_size` has no effect. Without it, Keras takes 32 images a step. Pass it on:
    `batch_size=batch_size`."""
    return _fit(model, x, y, epochs, 32)


@mistake(of="train", like="train_ignores_batch_size")
def train_fixed_batch_size(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, epochs, 256)


@mistake(of="train", like="train_ignores_batch_size")
def train_fixed_batch_size_128(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, epochs, 128)


@mistake(of="train")
def train_all_in_one_batch(model, x, y, epochs=20, batch_size=256):
    """All images are one batch, so an epoch is only one step. Pass the size on: `batch_size=batch_size`."""
    return _fit(model, x, y, epochs, len(x))


@mistake(of="train")
def train_swaps_epochs_and_batch_size(model, x, y, epochs=20, batch_size=256):
    """`epochs` and `batch_size` have changed places. In `model.fit` the third place is for `batch_size`: give both by
    their names."""
    return _fit(model, x, y, batch_size, epochs)


@mistake(of="train")
def train_only_first_batch(model, x, y, epochs=20, batch_size=256):
    """You train with the first images only. Give all of them to `fit`: it makes the batches itself."""
    return _fit(model, x[:batch_size], y[:batch_size], epochs, batch_size)


@mistake(of="train")
def train_only_1000_images(model, x, y, epochs=20, batch_size=256):
    """You train with a part of the images only. Give all of them to `fit`: `model.fit(x, y, ...)`."""
    return _fit(model, x[:1000], y[:1000], epochs, batch_size)


@mistake(of="train", like="train_only_1000_images")
def train_only_500_images(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x[:500], y[:500], epochs, batch_size)


@mistake(of="train")
def train_keeps_a_part_back(model, x, y, epochs=20, batch_size=256):
    """`validation_split` keeps a part of the images back. The task asks to train with all of them: leave it out."""
    return _fit(model, x, y, epochs, batch_size, validation_split=0.2)


@mistake(of="train", like="train_keeps_a_part_back")
def train_keeps_a_tenth_back(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, epochs, batch_size, validation_split=0.1)


@mistake(of="train")
def train_divides_again(model, x, y, epochs=20, batch_size=256):
    """You divide x by 255 once more. It is from preprocess, and its pixels go from 0 to 1 already."""
    return _fit(model, x / 255, y, epochs, batch_size)


@mistake(of="train")
def train_multiplies_again(model, x, y, epochs=20, batch_size=256):
    """You make pixels from 0 to 255 of x again. It is from preprocess: use it as it is."""
    return _fit(model, x * 255, y, epochs, batch_size)


@mistake(of="train")
def train_shuffles_images_only(model, x, y, epochs=20, batch_size=256):
    """You shuffle the images without their labels, or the labels without their images, so they no longer belong
    together. `fit` shuffles both together: leave it to Keras."""
    np.random.shuffle(x)
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train", like="train_shuffles_images_only")
def train_shuffles_labels_only(model, x, y, epochs=20, batch_size=256):
    np.random.shuffle(y)
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train", like="train_shuffles_images_only")
def train_permutes_images_only(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x[np.random.permutation(len(x))], y, epochs, batch_size)


@mistake(of="train")
def train_compiles_with_adam(model, x, y, epochs=20, batch_size=256):
    """You compile the model again, with Adam. It is compiled already, in build_model: only call `model.fit`."""
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model.fit(x, y, epochs=epochs, batch_size=batch_size, verbose=0)


@mistake(of="train")
def train_compiles_with_slow_sgd(model, x, y, epochs=20, batch_size=256):
    """You compile the model again, with the text "sgd", whose learning rate is 0.01. It is compiled already, in
    build_model: only call `model.fit`."""
    model.compile(optimizer="sgd", loss="categorical_crossentropy", metrics=["accuracy"])
    return _fit(model, x, y, epochs, batch_size, rate=0.01)


@mistake(of="train")
def train_trains_another_model(model, x, y, epochs=20, batch_size=256):
    """You build a new model and train that one, and the one that is given learns nothing. Train `model`."""
    return _fit(build_model(), x, y, epochs, batch_size)


@mistake(of="train")
def train_only_evaluates(model, x, y, epochs=20, batch_size=256):
    """The weights stay as they were: nothing is learnt. `model.fit` is the function that trains."""
    return [0.0, 0.0]


@mistake(of="train")
def train_returns_none(model, x, y, epochs=20, batch_size=256):
    """The training is right, but your function returns nothing, so Python gives `None`. Write
    `return model.fit(...)`."""
    _fit(model, x, y, epochs, batch_size)


@mistake(of="train")
def train_returns_model(model, x, y, epochs=20, batch_size=256):
    """You return the model. The caller has it already. Return what `fit` gives: `return model.fit(...)`."""
    _fit(model, x, y, epochs, batch_size)
    return model


@mistake(of="train")
def train_returns_losses(model, x, y, epochs=20, batch_size=256):
    """You return a list of numbers. Return all that `fit` gives, the History, or the dict in it:
    `return model.fit(...)`."""
    return _fit(model, x, y, epochs, batch_size).history["loss"]


@mistake(of="train", like="train_returns_losses")
def train_returns_accuracies(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, epochs, batch_size).history["accuracy"]


@mistake(of="train")
def train_returns_last_loss(model, x, y, epochs=20, batch_size=256):
    """You return one number, the last of many. Return all that `fit` gives: `return model.fit(...)`."""
    return _fit(model, x, y, epochs, batch_size).history["loss"][-1]


@mistake(of="train", like="train_returns_last_loss")
def train_returns_last_accuracy(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, epochs, batch_size).history["accuracy"][-1]


@mistake(of="train")
def train_loops_over_epochs(model, x, y, epochs=20, batch_size=256):
    """You call `fit` once an epoch, and return only the last answer, which has one loss. `fit` counts the epochs
    itself: `model.fit(x, y, epochs=epochs, ...)`."""
    for _ in range(epochs):
        result = _fit(model, x, y, 1, batch_size)
    return result


@mistake(of="train")
def train_other_default_epochs(model, x, y, epochs=10, batch_size=256):
    """The default number of epochs is another one. Without an argument it must be 20, as in
    `def train(model, x, y, epochs=20, batch_size=256):`."""
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train", like="train_other_default_epochs")
def train_default_epochs_5(model, x, y, epochs=5, batch_size=256):
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train", like="train_other_default_epochs")
def train_default_epochs_1(model, x, y, epochs=1, batch_size=256):
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train")
def train_other_default_batch_size(model, x, y, epochs=20, batch_size=128):
    """The default batch size is another one. Without an argument it must be 256, as in
    `def train(model, x, y, epochs=20, batch_size=256):`."""
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train", like="train_other_default_batch_size")
def train_default_batch_size_32(model, x, y, epochs=20, batch_size=32):
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train", like="train_other_default_batch_size")
def train_default_batch_size_100(model, x, y, epochs=20, batch_size=100):
    return _fit(model, x, y, epochs, batch_size)


@mistake(of="train")
def train_nb_epoch(model, x, y, epochs=20, batch_size=256):
    """`nb_epoch` is the name in old books. Today `fit` says `epochs`: `model.fit(x, y, epochs=epochs, ...)`."""
    return model.fit(x, y, nb_epoch=epochs, batch_size=batch_size)


@mistake(of="train")
def train_unknown_argument_of_fit(model, x, y, epochs=20, batch_size=256):
    """`fit` does not know this argument. Its names are `epochs` and `batch_size`."""
    return model.fit(x, y, epoch=epochs, batch_size=batch_size)


@mistake(of="train", like="train_unknown_argument_of_fit")
def train_unknown_argument_batchsize(model, x, y, epochs=20, batch_size=256):
    return model.fit(x, y, epochs=epochs, batchsize=batch_size)


@mistake(of="train", like="train_unknown_argument_of_fit")
def train_unknown_argument_learning_rate(model, x, y, epochs=20, batch_size=256):
    return model.fit(x, y, epochs=epochs, batch_size=batch_size, learning_rate=0.1)


@mistake(of="train")
def train_calls_train(model, x, y, epochs=20, batch_size=256):
    """A Keras model has no such method. The one that trains is `fit`:
    `model.fit(x, y, epochs=epochs, batch_size=batch_size)`."""
    return model.train(x, y, epochs=epochs)


@mistake(of="train", like="train_calls_train")
def train_calls_fit_generator(model, x, y, epochs=20, batch_size=256):
    return model.fit_generator(x, y)


@mistake(of="train")
def train_unknown_key_acc(model, x, y, epochs=20, batch_size=256):
    """The history has no such key. The old name was "acc", today it is "accuracy". You can return the History as it
    is: `return model.fit(...)`."""
    return _fit(model, x, y, epochs, batch_size).history["acc"]


@mistake(of="train", like="train_unknown_key_acc")
def train_unknown_key_val_acc(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, epochs, batch_size).history["val_acc"]


@mistake(of="train", like="train_unknown_key_acc")
def train_unknown_key_val_loss(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, epochs, batch_size).history["val_loss"]


@mistake(of="train", like="train_unknown_key_acc")
def train_unknown_key_val_accuracy(model, x, y, epochs=20, batch_size=256):
    return _fit(model, x, y, epochs, batch_size).history["val_accuracy"]


@mistake(of="train")
def train_gives_lists(model, x, y, epochs=20, batch_size=256):
    """Keras 3 takes no lists. Give `fit` the arrays as they are: `model.fit(x, y, ...)`."""
    return model.fit(list(x), list(y), epochs=epochs, batch_size=batch_size, verbose=0)


@mistake(of="train", like="train_gives_lists")
def train_gives_plain_lists(model, x, y, epochs=20, batch_size=256):
    return model.fit(x.tolist(), y.tolist(), epochs=epochs, batch_size=batch_size, verbose=0)


@mistake(of="train")
def train_tensorflow_1(model, x, y, epochs=20, batch_size=256):
    """This is TensorFlow 1: today there is no session, no placeholder and no initializer to run. Call
    `model.fit(x, y, epochs=epochs, batch_size=batch_size)`."""
    import tensorflow as tf

    return tf.Session()


@mistake(of="train", like="train_tensorflow_1")
def train_tensorflow_1_initializer(model, x, y, epochs=20, batch_size=256):
    import tensorflow as tf

    return tf.global_variables_initializer()


# --------------------------------------------------------------------------------------------------- evaluate


def _probabilities(model, x):
    """What the model says of the images, without the cost of `predict`."""
    return model(np.asarray(x)).numpy()


def _right(model, x, y):
    """The right accuracy."""
    return float(np.mean(_probabilities(model, x).argmax(axis=1) == np.asarray(y).argmax(axis=1)))


def _loss(model, x, y):
    """The mean cross-entropy."""
    return float(-np.mean(np.sum(y * np.log(np.clip(_probabilities(model, x), 1e-7, 1.0)), axis=1)))


@mistake(of="evaluate")
def evaluate_returns_both(model, x, y):
    """You return two numbers, the loss and the accuracy. Only the second is asked for: `[1]`."""
    return [_loss(model, x, y), _right(model, x, y)]


@mistake(of="evaluate", like="evaluate_returns_both")
def evaluate_returns_both_as_tuple(model, x, y):
    return _loss(model, x, y), _right(model, x, y)


@mistake(of="evaluate")
def evaluate_returns_loss(model, x, y):
    """You return the loss, the first of the two numbers. The accuracy is the second: `[1]`."""
    return _loss(model, x, y)


@mistake(of="evaluate")
def evaluate_returns_dict(model, x, y):
    """You return a dict. Take the accuracy out of it: `["accuracy"]`."""
    return {"accuracy": _right(model, x, y), "loss": _loss(model, x, y)}


@mistake(of="evaluate")
def evaluate_returns_percent(model, x, y):
    """Your accuracy is in percent. It should go from 0.0 to 1.0: leave the 100 out."""
    return _right(model, x, y) * 100


@mistake(of="evaluate")
def evaluate_counts(model, x, y):
    """You return how many images are read right. Divide by their number, `len(x)`."""
    return round(_right(model, x, y) * len(x))


@mistake(of="evaluate", like="evaluate_counts")
def evaluate_counts_as_float(model, x, y):
    return float(round(_right(model, x, y) * len(x)))


@mistake(of="evaluate")
def evaluate_returns_errors(model, x, y):
    """You return the part of the images that is read wrong. Take it away from 1."""
    return 1 - _right(model, x, y)


@mistake(of="evaluate")
def evaluate_rounds(model, x, y):
    """The accuracy is rounded. Return it as it is, and round only what you print."""
    return round(_right(model, x, y), 2)


@mistake(of="evaluate", like="evaluate_rounds")
def evaluate_rounds_to_1(model, x, y):
    return round(_right(model, x, y), 1)


@mistake(of="evaluate", like="evaluate_rounds")
def evaluate_cuts_to_integer(model, x, y):
    return int(_right(model, x, y))


@mistake(of="evaluate")
def evaluate_returns_text(model, x, y):
    """You return a text. Return the number, and make a text of it only to print it."""
    return f"{_right(model, x, y):.4f}"


@mistake(of="evaluate", like="evaluate_returns_text")
def evaluate_returns_text_in_percent(model, x, y):
    return f"{_right(model, x, y):.2%}"


@mistake(of="evaluate", like="evaluate_returns_text")
def evaluate_returns_text_by_str(model, x, y):
    return str(_right(model, x, y))


@mistake(of="evaluate")
def evaluate_returns_none(model, x, y):
    """Your function returns nothing, so Python gives `None`. What you print is not returned: `return float(...)`."""


@mistake(of="evaluate")
def evaluate_compares_numbers(model, x, y):
    """You compare the probabilities with y, number by number, and they are hardly ever equal. Compare which is the
    largest: `np.argmax(..., axis=1)` of both, or ask `model.evaluate`."""
    return float(np.mean(_probabilities(model, x) == y))


@mistake(of="evaluate")
def evaluate_compares_rounded(model, x, y):
    """You count the numbers of y that are right, ten for each image, and most are 0 anyway. Count the images: compare
    `np.argmax(..., axis=1)` of both, or ask `model.evaluate`."""
    return float(np.mean(np.round(_probabilities(model, x)) == y))


@mistake(of="evaluate")
def evaluate_wrong_axis(model, x, y):
    """`np.argmax` along axis 0 looks down the columns, so it finds an image for each digit. Look along each row:
    `axis=1`."""
    return float(np.mean(_probabilities(model, x).argmax(axis=0) == y.argmax(axis=0)))


@mistake(of="evaluate")
def evaluate_compares_with_rows(model, x, y):
    """You compare digits with the one-hot rows of y. Take `np.argmax(y, axis=1)` first, or ask `model.evaluate`."""
    return float(np.mean(_probabilities(model, x).argmax(axis=1)[:, None] == y))


@mistake(of="evaluate", like="evaluate_compares_with_rows")
def evaluate_compares_with_rows_that_do_not_fit(model, x, y):
    return float(np.mean(_probabilities(model, x).argmax(axis=1) == y))


@mistake(of="evaluate", raises="TypeError")
def evaluate_unpacks_one_number(model, x, y):
    """There is one number only, and you want two of it. Without a metric, `model.evaluate` gives the loss alone: see
    `metrics=["accuracy"]` in build_model. And what `[1]` has taken out is the accuracy already."""
    _, accuracy = _right(model, x, y)
    return accuracy


@mistake(of="evaluate", like="evaluate_unpacks_one_number", raises="TypeError")
def evaluate_indexes_one_number(model, x, y):
    return _right(model, x, y)[1]


@mistake(of="evaluate")
def evaluate_own_images(model, x, y):
    """You measure on images that you load yourself. Use the x and y that are given."""
    (images, labels) = load_mnist(normalize=False, flatten=False)[1]
    return _right(model, *preprocess(images, labels))


@mistake(of="evaluate")
def evaluate_only_first_batch(model, x, y):
    """You measure on the first images only. Use all of them."""
    return _right(model, x[:32], y[:32])


@mistake(of="evaluate", like="evaluate_only_first_batch")
def evaluate_only_first_100(model, x, y):
    return _right(model, x[:100], y[:100])


@mistake(of="evaluate")
def evaluate_divides_again(model, x, y):
    """You divide x by 255 once more. It is from preprocess, and its pixels go from 0 to 1 already."""
    return _right(model, x / 255, y)


@mistake(of="evaluate")
def evaluate_another_model(model, x, y):
    """You ask a new model, which has learnt nothing. Ask the one that is given."""
    return _right(build_model(), x, y)


@mistake(of="evaluate")
def evaluate_trains(model, x, y):
    """You train the model on the images that you measure with, so it has seen them. Only measure:
    `model.evaluate(x, y)`."""
    answer = _right(model, x, y)
    train(model, x, y, epochs=1)
    return answer


@mistake(of="evaluate", like="evaluate_trains")
def evaluate_trains_first(model, x, y):
    train(model, x, y, epochs=1)
    return _right(model, x, y)


@mistake(of="evaluate", like="evaluate_trains")
def evaluate_returns_accuracy_of_training(model, x, y):
    return train(model, x, y, epochs=1).history["accuracy"][-1]


@mistake(of="evaluate", like="evaluate_trains")
def evaluate_fits(model, x, y):
    return model.fit(x, y, epochs=1, verbose=0).history["accuracy"][-1]


@mistake(of="evaluate")
def evaluate_predict_classes(model, x, y):
    """`predict_classes` and `predict_proba` are gone from Keras. Use `np.argmax(model.predict(x), axis=1)`, or simply
    `model.evaluate(x, y)`."""
    return float(np.mean(model.predict_classes(x) == np.argmax(y, axis=1)))


@mistake(of="evaluate", like="evaluate_predict_classes")
def evaluate_predict_proba(model, x, y):
    return float(np.mean(model.predict_proba(x).argmax(axis=1) == np.argmax(y, axis=1)))


@mistake(of="evaluate")
def evaluate_without_labels(model, x, y):
    """`model.evaluate` needs the labels too, to know what is right: `model.evaluate(x, y)`."""
    return model.evaluate(x, verbose=0)[1]


@mistake(of="evaluate")
def evaluate_calls_accuracy(model, x, y):
    """A Keras model has no such method. Ask `model.evaluate(x, y)`, and take the second number."""
    return model.accuracy(x, y)


@mistake(of="evaluate", like="evaluate_calls_accuracy")
def evaluate_calls_score(model, x, y):
    return model.score(x, y)


@mistake(of="evaluate")
def evaluate_gives_lists(model, x, y):
    """Keras 3 takes no lists. Give `model.evaluate` the arrays as they are."""
    return model.evaluate(list(x), list(y), verbose=0)[1]


@mistake(of="evaluate", like="evaluate_gives_lists")
def evaluate_gives_plain_lists(model, x, y):
    return model.evaluate(x.tolist(), y.tolist(), verbose=0)[1]


@mistake(of="evaluate")
def evaluate_third_number(model, x, y):
    """`model.evaluate` gives two numbers, at the places 0 and 1. The accuracy is at place 1: `[1]`."""
    both = [_loss(model, x, y), _right(model, x, y)]
    return both[len(both)]
