"""What goes wrong in exercise 3: identity_function, init_network, forward.

Each function is a wrong answer as a beginner writes it. Its docstring is what that beginner is told.
`like=` marks another spelling of the same mistake: other numbers or another error, same name, same words.
"""

import numpy as np
from reference import init_network, sigmoid

from grader.bank import mistake, probe


def _weights(network):
    return [network[key] for key in ("W1", "b1", "W2", "b2", "W3", "b3")]


def _forward(network, x, hidden=sigmoid):
    """The right way forward, with another function in the hidden layers if asked."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = hidden(np.dot(x, W1) + b1)
    z2 = hidden(np.dot(z1, W2) + b2)
    return np.dot(z2, W3) + b3


def _network(**others):
    """The task's network, with some entries replaced."""
    return {
        "W1": np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]),
        "b1": np.array([0.1, 0.2, 0.3]),
        "W2": np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]),
        "b2": np.array([0.1, 0.2]),
        "W3": np.array([[0.1, 0.3], [0.2, 0.4]]),
        "b3": np.array([0.1, 0.2]),
        **others,
    }


# ---------------------------------------------------------------------------------------------------------
# identity_function
# ---------------------------------------------------------------------------------------------------------


@mistake(of="identity_function")
def identity_returns_nothing(x):
    """Your function returns `None`: a `return` line is missing. What comes in goes out: return x."""


@mistake(of="identity_function")
def identity_returns_zero(x):
    """Your function always returns 0. What comes in goes out: return x."""
    return 0


@mistake(of="identity_function", like="identity_returns_zero")
def identity_returns_zeros(x):
    return np.zeros_like(x)


@mistake(of="identity_function")
def identity_returns_one(x):
    """Your function always returns 1. What comes in goes out: return x."""
    return 1


@mistake(of="identity_function", like="identity_returns_one")
def identity_returns_ones(x):
    return np.ones_like(x)


@mistake(of="identity_function")
def identity_returns_identity_matrix(x):
    """`np.eye` and `np.identity` make the identity *matrix*.
    The identity *function* only gives x back: no NumPy is needed.
    """
    return np.eye(len(x))


@mistake(of="identity_function", like="identity_returns_identity_matrix")
def identity_returns_identity_matrix_of_x(x):
    return np.identity(x)


@mistake(of="identity_function", like="identity_returns_identity_matrix")
def identity_multiplies_by_identity_matrix(x):
    return x * np.eye(len(x))


@mistake(of="identity_function")
def identity_is_sigmoid(x):
    """You return the sigmoid. The identity function changes nothing: return x."""
    return sigmoid(x)


@mistake(of="identity_function")
def identity_is_relu(x):
    """You return ReLU: negative numbers become 0. The identity function changes nothing: return x."""
    return np.maximum(0, x)


@mistake(of="identity_function")
def identity_is_absolute_value(x):
    """You lose the sign: −3 becomes 3. The identity function changes nothing: return x."""
    return np.abs(x)


@mistake(of="identity_function")
def identity_is_tanh(x):
    """You return tanh. The identity function changes nothing: return x."""
    return np.tanh(x)


@mistake(of="identity_function")
def identity_is_softmax(x):
    """You return softmax. The identity function changes nothing: return x."""
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="identity_function", like="identity_is_softmax")
def identity_is_softmax_of_all(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e)


@mistake(of="identity_function")
def identity_is_step(x):
    """You return the step function, 1 or 0. The identity function changes nothing: return x."""
    return (x > 0).astype(int)


@mistake(of="identity_function", like="identity_is_step")
def identity_is_comparison(x):
    return x > 0


@mistake(of="identity_function")
def identity_compares_with_itself(x):
    """`==` compares. Your answer is `True` or `False`. Return x itself."""
    return x == x


@mistake(of="identity_function")
def identity_sign_flipped(x):
    """There is a minus sign too much: you return −x. Return x."""
    return -x


@mistake(of="identity_function")
def identity_returns_list(x):
    """You return a Python list. The answer must be the array as it came: return x."""
    return x.tolist()


@mistake(of="identity_function", like="identity_returns_list")
def identity_returns_list_of_rows(x):
    return list(x)


@mistake(of="identity_function")
def identity_returns_text(x):
    """You return text: "x" with quotation marks is a letter. Without them, x is your variable."""
    return "x"


@mistake(of="identity_function", like="identity_returns_text")
def identity_returns_text_of_x(x):
    return str(x)


@mistake(of="identity_function")
def identity_adds_an_axis(x):
    """You put x into one more pair of brackets, so the answer has one axis more. Return x as it is."""
    return np.array([x])


@mistake(of="identity_function")
def identity_flattens(x):
    """You make one long row out of x. The shape must stay: return x as it is."""
    return np.ravel(x)


@mistake(of="identity_function")
def identity_transposes(x):
    """You turn x around: rows and columns change places. Return x as it is, without `.T`."""
    return x.T


@mistake(of="identity_function")
def identity_numbers_only(x):
    """`float( )` and `int( )` take one single number, not a whole array. No conversion is needed: return x."""
    return float(x)


@mistake(of="identity_function")
def identity_returns_integers(x):
    """You turn x into integers, and that cuts off the decimals. Return x as it is."""
    return x.astype(int)


@mistake(of="identity_function")
def identity_first_entry(x):
    """You return the first entry only. Return the whole x."""
    return x[0]


@mistake(of="identity_function")
def identity_rounds(x):
    """You round x. The identity function changes nothing: return x."""
    return np.round(x)


@probe(of="identity_function")
def identity_probes():
    """Both signs, several shapes, decimals and integers."""
    yield (np.array([-1.5, 0.0, 2.25]),)
    yield (np.array([0.75]),)
    yield (np.array([[1.25, -2.5, 3.0], [0.5, -0.25, -4.0]]),)
    yield (np.array([[3, -1], [0, 2]]),)


# ---------------------------------------------------------------------------------------------------------
# init_network
# ---------------------------------------------------------------------------------------------------------


@mistake(of="init_network")
def init_network_returns_nothing():
    """Your function returns `None`: the last line must be `return network`."""


@mistake(of="init_network")
def init_network_outer_brackets_missing():
    """`np.array` takes all rows in one list. Put one more pair of brackets around the rows: `np.array([[…], […]])`."""
    return _network(W1=np.array([0.1, 0.3, 0.5], [0.2, 0.4, 0.6]))


@mistake(of="init_network", like="init_network_outer_brackets_missing")
def init_network_outer_brackets_missing_of_w2():
    return _network(W2=np.array([0.1, 0.4], [0.2, 0.5], [0.3, 0.6]))


@mistake(of="init_network")
def init_network_empty():
    """Your dict is empty. Put the six arrays into it: `network["W1"] = np.array(…)`, and so on."""
    return {}


@mistake(of="init_network")
def init_network_transposed():
    """Your weight matrices are turned around.
    W1 has 2 rows and 3 columns: one row for each input, one column for each neuron.
    """
    network = _network()
    return {key: value.T for key, value in network.items()}


@mistake(of="init_network")
def init_network_w1_transposed():
    """W1 is turned around. It has 2 rows and 3 columns: one row for each input, one column for each neuron."""
    return _network(W1=np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]))


@mistake(of="init_network")
def init_network_w2_transposed():
    """W2 is turned around.
    It has 3 rows and 2 columns: one row for each neuron before, one column for each neuron after.
    """
    return _network(W2=np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]))


@mistake(of="init_network", like="init_network_transposed")
def init_network_w1_and_w2_transposed():
    network = _network()
    return _network(W1=network["W1"].T, W2=network["W2"].T)


@mistake(of="init_network")
def init_network_row_by_row():
    """You filled the numbers in row by row. In the task they go down the columns: W1's first row is 0.1, 0.3, 0.5."""
    return _network(
        W1=np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]),
        W2=np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]),
        W3=np.array([[0.1, 0.2], [0.3, 0.4]]),
    )


@mistake(of="init_network")
def init_network_w1_row_by_row():
    """The numbers of W1 are filled in row by row.
    In the task they go down the columns: its first row is 0.1, 0.3, 0.5.
    """
    return _network(W1=np.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]))


@mistake(of="init_network")
def init_network_w2_row_by_row():
    """The numbers of W2 are filled in row by row. In the task they go down the columns: its first row is 0.1, 0.4."""
    return _network(W2=np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]]))


@mistake(of="init_network")
def init_network_w3_row_by_row():
    """The numbers of W3 have changed places: its first row is 0.1, 0.3 and its second row is 0.2, 0.4."""
    return _network(W3=np.array([[0.1, 0.2], [0.3, 0.4]]))


@mistake(of="init_network")
def init_network_biases_swapped():
    """b1 and b2 have changed places. Layer 1 has three neurons, so b1 has three numbers; b2 has two."""
    return _network(b1=np.array([0.1, 0.2]), b2=np.array([0.1, 0.2, 0.3]))


@mistake(of="init_network")
def init_network_weights_swapped():
    """W1 and W2 have changed places. W1 has 2 rows and 3 columns, W2 has 3 rows and 2 columns."""
    network = _network()
    return _network(W1=network["W2"], W2=network["W1"])


@mistake(of="init_network")
def init_network_bias_of_wrong_length():
    """A bias array has the wrong length. Each neuron has one bias: b1 has three numbers, b2 and b3 have two."""
    return _network(b2=np.array([0.1, 0.2, 0.3]), b3=np.array([0.1, 0.2, 0.3]))


@mistake(of="init_network", like="init_network_bias_of_wrong_length")
def init_network_same_short_bias_everywhere():
    return _network(b1=np.array([0.1, 0.2]))


@mistake(of="init_network", like="init_network_bias_of_wrong_length")
def init_network_b2_too_long():
    return _network(b2=np.array([0.1, 0.2, 0.3]))


@mistake(of="init_network", like="init_network_bias_of_wrong_length")
def init_network_b3_too_long():
    return _network(b3=np.array([0.1, 0.2, 0.3]))


@mistake(of="init_network", like="init_network_bias_of_wrong_length")
def init_network_b3_one_number():
    return _network(b3=np.array([0.1]))


@mistake(of="init_network")
def init_network_biases_as_table():
    """Your biases have two pairs of brackets, so their shape is (1, 3) instead of (3,). One pair is enough:
    `np.array([0.1, 0.2, 0.3])`.
    """
    network = _network()
    return {key: value.reshape(1, -1) if key.startswith("b") else value for key, value in network.items()}


@mistake(of="init_network", like="init_network_biases_as_table")
def init_network_b1_as_table():
    return _network(b1=np.array([[0.1, 0.2, 0.3]]))


@mistake(of="init_network")
def init_network_biases_as_column():
    """Your biases stand in columns. A bias array has one axis: `np.array([0.1, 0.2, 0.3])` has the shape (3,)."""
    network = _network()
    return {key: value.reshape(-1, 1) if key.startswith("b") else value for key, value in network.items()}


@mistake(of="init_network")
def init_network_weights_as_rows():
    """Your weights are one long row. A matrix needs brackets inside brackets, one pair for each row."""
    network = _network()
    return {key: value.ravel() for key, value in network.items()}


@mistake(of="init_network", like="init_network_weights_as_rows")
def init_network_w1_as_row():
    return _network(W1=np.array([0.1, 0.3, 0.5, 0.2, 0.4, 0.6]))


@mistake(of="init_network")
def init_network_lists():
    """Your weights and biases are plain lists.
    Lists cannot be added number by number: put `np.array( )` around each of them.
    """
    return {key: value.tolist() for key, value in _network().items()}


@mistake(of="init_network", like="init_network_lists")
def init_network_lists_for_biases():
    return {key: value.tolist() if key.startswith("b") else value for key, value in _network().items()}


@mistake(of="init_network", like="init_network_lists")
def init_network_lists_for_weights():
    return {key: value.tolist() if key.startswith("W") else value for key, value in _network().items()}


@mistake(of="init_network")
def init_network_without_biases():
    """The biases are missing: the dict needs b1, b2 and b3 too."""
    return {key: value for key, value in _network().items() if key.startswith("W")}


@mistake(of="init_network")
def init_network_without_weights():
    """The weights are missing: the dict needs W1, W2 and W3 too."""
    return {key: value for key, value in _network().items() if key.startswith("b")}


@mistake(of="init_network")
def init_network_without_b3():
    """b3 is missing. The output layer has biases too: 0.1 and 0.2."""
    return {key: value for key, value in _network().items() if key != "b3"}


@mistake(of="init_network")
def init_network_without_layer_3():
    """W3 and b3 are missing: the network has three layers with weights."""
    return {key: value for key, value in _network().items() if not key.endswith("3")}


@mistake(of="init_network")
def init_network_first_layer_only():
    """Only W1 and b1 are there. The network has three layers with weights: add W2, b2, W3 and b3."""
    return {key: value for key, value in _network().items() if key.endswith("1")}


@mistake(of="init_network")
def init_network_numbered_from_zero():
    """Your names start at 0. The task counts layers from 1: W1, b1, W2, b2, W3, b3."""
    return {f"{key[0]}{int(key[1]) - 1}": value for key, value in _network().items()}


@mistake(of="init_network")
def init_network_lower_case_names():
    """Your names for the weights are small letters.
    Python tells `"w1"` from `"W1"`: weights have a capital W, biases a small b.
    """
    return {key.lower(): value for key, value in _network().items()}


@mistake(of="init_network", like="init_network_lower_case_names")
def init_network_upper_case_names():
    return {key.upper(): value for key, value in _network().items()}


@mistake(of="init_network")
def init_network_other_names():
    """Your dict has other names than the task. They are exactly W1, b1, W2, b2, W3 and b3."""
    return {f"{key[0]}_{key[1]}": value for key, value in _network().items()}


@mistake(of="init_network", like="init_network_other_names")
def init_network_long_names():
    return {
        ("weight" if key.startswith("W") else "bias") + key[1]: value for key, value in _network().items()
    }


@mistake(of="init_network", like="init_network_other_names")
def init_network_names_with_space():
    return {f"{key[0]} {key[1]}": value for key, value in _network().items()}


@mistake(of="init_network", like="init_network_other_names")
def init_network_number_first():
    return {f"{key[1]}{key[0]}": value for key, value in _network().items()}


@mistake(of="init_network")
def init_network_returns_list():
    """You return the arrays without names. forward finds them by name: make a dict, `network["W1"] = …`."""
    return list(_network().values())


@mistake(of="init_network", like="init_network_returns_list")
def init_network_returns_tuple():
    return tuple(_network().values())


@mistake(of="init_network", like="init_network_returns_list")
def init_network_returns_lists_of_weights_and_biases():
    network = _network()
    return [network[key] for key in ("W1", "W2", "W3")], [network[key] for key in ("b1", "b2", "b3")]


@mistake(of="init_network", like="init_network_returns_list")
def init_network_returns_tuple_weights_first():
    network = _network()
    return tuple(network[key] for key in ("W1", "W2", "W3", "b1", "b2", "b3"))


@mistake(of="init_network")
def init_network_zeros():
    """All your numbers are 0. The task gives every weight and every bias: copy them."""
    return {key: np.zeros_like(value) for key, value in _network().items()}


@mistake(of="init_network")
def init_network_zero_biases():
    """All your biases are 0. The task gives numbers for them: b1 is 0.1, 0.2, 0.3."""
    return {key: np.zeros_like(value) if key.startswith("b") else value for key, value in _network().items()}


@mistake(of="init_network")
def init_network_ten_times_too_large():
    """The decimal point is missing: your numbers are ten times too large. It is 0.1, not 1."""
    return {key: value * 10 for key, value in _network().items()}


@mistake(of="init_network", like="init_network_ten_times_too_large")
def init_network_whole_numbers():
    return {key: np.round(value * 10).astype(int) for key, value in _network().items()}


@mistake(of="init_network")
def init_network_numbers_with_dtype_int():
    """`dtype=int` cuts off the decimals, and all your numbers become 0. Leave it away."""
    return {key: value.astype(int) for key, value in _network().items()}


@mistake(of="init_network")
def init_network_decimal_comma():
    """A decimal comma makes two numbers: `0,1` is 0 and 1. Python writes decimals with a point: `0.1`."""
    network = _network()
    return {
        key: np.array([[part for v in row for part in (0, round(v * 10))] for row in np.atleast_2d(value)]).reshape(
            (*value.shape[:-1], -1)
        )
        for key, value in network.items()
    }


@probe(of="init_network")
def init_network_probes():
    """There is one question only."""
    yield ()


# ---------------------------------------------------------------------------------------------------------
# forward
# ---------------------------------------------------------------------------------------------------------


@mistake(of="forward")
def forward_no_sigmoid_in_layer_1(network, x):
    """The sigmoid of layer 1 is missing: layer 2 gets the plain sums. Layer 2 must get `z1 = sigmoid(a1)`, not `a1`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z2 = sigmoid(np.dot(np.dot(x, W1) + b1, W2) + b2)
    return np.dot(z2, W3) + b3


@mistake(of="forward")
def forward_no_sigmoid_in_layer_2(network, x):
    """The sigmoid of layer 2 is missing: layer 3 gets the plain sums. Layer 3 must get `z2 = sigmoid(a2)`, not `a2`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    return np.dot(np.dot(z1, W2) + b2, W3) + b3


@mistake(of="forward")
def forward_no_sigmoid_at_all(network, x):
    """Both sigmoids are missing.
    Without them, three layers can do no more than one: use `sigmoid` in layer 1 and in layer 2.
    """
    return _forward(network, x, hidden=lambda a: a)


@mistake(of="forward")
def forward_sigmoid_at_the_output(network, x):
    """There is a sigmoid too many, at the output.
    The last layer uses the identity function: its answers may be any numbers.
    """
    return sigmoid(_forward(network, x))


@mistake(of="forward")
def forward_softmax_at_the_output(network, x):
    """You apply softmax at the output, which is for choosing a class.
    Here the last layer uses the identity function.
    """
    a = _forward(network, x)
    e = np.exp(a - np.max(a, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


@mistake(of="forward", like="forward_softmax_at_the_output")
def forward_softmax_of_the_batch_at_the_output(network, x):
    a = _forward(network, x)
    e = np.exp(a - np.max(a))
    return e / np.sum(e)


@mistake(of="forward")
def forward_relu_at_the_output(network, x):
    """You apply ReLU at the output: negative answers become 0. The last layer uses the identity function."""
    return np.maximum(0, _forward(network, x))


@mistake(of="forward")
def forward_tanh_at_the_output(network, x):
    """You apply tanh at the output. The last layer uses the identity function: its answers may be any numbers."""
    return np.tanh(_forward(network, x))


@mistake(of="forward")
def forward_relu_instead_of_sigmoid(network, x):
    """You use ReLU in the hidden layers. This network uses the sigmoid there."""
    return _forward(network, x, hidden=lambda a: np.maximum(0, a))


@mistake(of="forward")
def forward_tanh_instead_of_sigmoid(network, x):
    """You use tanh in the hidden layers. This network uses the sigmoid there."""
    return _forward(network, x, hidden=np.tanh)


@mistake(of="forward")
def forward_step_instead_of_sigmoid(network, x):
    """Your hidden layers pass on only 0 or 1, as the step function does.
    The sigmoid passes on the numbers between, too.
    """
    return _forward(network, x, hidden=lambda a: (a > 0).astype(int))


@mistake(of="forward")
def forward_softmax_in_the_hidden_layers(network, x):
    """You use softmax in the hidden layers. This network uses the sigmoid there."""

    def softmax(a):
        e = np.exp(a - np.max(a, axis=-1, keepdims=True))
        return e / np.sum(e, axis=-1, keepdims=True)

    return _forward(network, x, hidden=softmax)


@mistake(of="forward")
def forward_sigmoid_before_bias(network, x):
    """You add the biases after the sigmoid. They belong inside: the sum of product and bias goes through `sigmoid`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1)) + b1
    z2 = sigmoid(np.dot(z1, W2)) + b2
    return np.dot(z2, W3) + b3


@mistake(of="forward")
def forward_sigmoid_of_the_input(network, x):
    """You put x through the sigmoid before the first layer. The input layer passes x on as it is."""
    return _forward(network, sigmoid(x))


@mistake(of="forward")
def forward_layer_2_skipped(network, x):
    """Layer 2 is left out: layer 3 gets z1. It must get z2, the result of layer 2."""
    z1 = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    return np.dot(z1, network["W3"]) + network["b3"]


@mistake(of="forward")
def forward_layer_1_skipped(network, x):
    """Layer 2 gets x. It must get z1, the result of layer 1."""
    z2 = sigmoid(np.dot(x, network["W2"]) + network["b2"])
    return np.dot(z2, network["W3"]) + network["b3"]


@mistake(of="forward")
def forward_layer_3_gets_the_input(network, x):
    """Layer 3 gets x. It must get z2, the result of layer 2."""
    return np.dot(x, network["W3"]) + network["b3"]


@mistake(of="forward")
def forward_stops_after_layer_1(network, x):
    """You return the result of layer 1. Two layers are still to come."""
    return sigmoid(np.dot(x, network["W1"]) + network["b1"])


@mistake(of="forward", like="forward_stops_after_layer_1")
def forward_stops_after_layer_1_plain(network, x):
    return np.dot(x, network["W1"]) + network["b1"]


@mistake(of="forward")
def forward_stops_after_layer_2(network, x):
    """You return the result of layer 2. Layer 3 is still to come: `np.dot(z2, W3) + b3`."""
    z1 = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    return sigmoid(np.dot(z1, network["W2"]) + network["b2"])


@mistake(of="forward", like="forward_stops_after_layer_2")
def forward_stops_after_layer_2_plain(network, x):
    z1 = sigmoid(np.dot(x, network["W1"]) + network["b1"])
    return np.dot(z1, network["W2"]) + network["b2"]


@mistake(of="forward")
def forward_W1_in_layer_2(network, x):
    """Layer 2 uses W1 again. Each layer has its own weights: W2 for layer 2."""
    return _forward({**network, "W2": network["W1"]}, x)


@mistake(of="forward", like="forward_W1_in_layer_2")
def forward_W1_and_b1_in_layer_2(network, x):
    return _forward({**network, "W2": network["W1"], "b2": network["b1"]}, x)


@mistake(of="forward")
def forward_W2_in_layer_3(network, x):
    """Layer 3 uses W2 again. Each layer has its own weights: W3 for layer 3."""
    return _forward({**network, "W3": network["W2"]}, x)


@mistake(of="forward", like="forward_W2_in_layer_3")
def forward_W2_and_b2_in_layer_3(network, x):
    return _forward({**network, "W3": network["W2"], "b3": network["b2"]}, x)


@mistake(of="forward")
def forward_W1_everywhere(network, x):
    """All layers use W1. Each layer has its own weights: W1, W2, W3."""
    W1, b1 = network["W1"], network["b1"]
    return _forward({"W1": W1, "b1": b1, "W2": W1, "b2": b1, "W3": W1, "b3": b1}, x)


@mistake(of="forward", like="forward_W1_everywhere")
def forward_W1_everywhere_own_biases(network, x):
    return _forward({**network, "W2": network["W1"], "W3": network["W1"]}, x)


@mistake(of="forward")
def forward_b1_in_layer_2(network, x):
    """Layer 2 uses b1 again. Each layer has its own biases: b2 for layer 2."""
    return _forward({**network, "b2": network["b1"]}, x)


@mistake(of="forward")
def forward_b2_in_layer_3(network, x):
    """Layer 3 uses b2 again. Each layer has its own biases: b3 for layer 3."""
    return _forward({**network, "b3": network["b2"]}, x)


@mistake(of="forward")
def forward_b1_in_layer_3(network, x):
    """Layer 3 uses b1. Each layer has its own biases: b3 for layer 3."""
    return _forward({**network, "b3": network["b1"]}, x)


@mistake(of="forward")
def forward_b1_everywhere(network, x):
    """All layers use b1. Each layer has its own biases: b1, b2, b3."""
    return _forward({**network, "b2": network["b1"], "b3": network["b1"]}, x)


@mistake(of="forward")
def forward_layers_in_reverse(network, x):
    """You go through the layers backwards, from W3 to W1. The input meets W1 first."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    return _forward({"W1": W3, "b1": b3, "W2": W2, "b2": b2, "W3": W1, "b3": b1}, x)


@mistake(of="forward")
def forward_no_biases(network, x):
    """All biases are missing: add b1, b2 and b3 after the products."""
    W1, _, W2, _, W3, _ = _weights(network)
    return np.dot(sigmoid(np.dot(sigmoid(np.dot(x, W1)), W2)), W3)


@mistake(of="forward")
def forward_b1_missing(network, x):
    """The bias of layer 1 is missing: add b1 before the first sigmoid."""
    W1, _, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1))
    return np.dot(sigmoid(np.dot(z1, W2) + b2), W3) + b3


@mistake(of="forward")
def forward_b2_missing(network, x):
    """The bias of layer 2 is missing: add b2 before the second sigmoid."""
    W1, b1, W2, _, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    return np.dot(sigmoid(np.dot(z1, W2)), W3) + b3


@mistake(of="forward")
def forward_b3_missing(network, x):
    """The bias of layer 3 is missing: add b3 at the end."""
    W1, b1, W2, b2, W3, _ = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    return np.dot(sigmoid(np.dot(z1, W2) + b2), W3)


@mistake(of="forward")
def forward_biases_multiplied(network, x):
    """You multiply by the biases. They are added: `np.dot(x, W1) + b1`."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) * b1)
    return np.dot(sigmoid(np.dot(z1, W2) * b2), W3) * b3


@mistake(of="forward")
def forward_biases_subtracted(network, x):
    """You take the biases away. Add them: `+ b1`, and so on."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    return _forward({"W1": W1, "b1": -b1, "W2": W2, "b2": -b2, "W3": W3, "b3": -b3}, x)


@mistake(of="forward")
def forward_biases_as_columns(network, x):
    """You turn the biases into columns.
    Each neuron is a *column* of the result, so the biases must stay rows: add b1 as it is.
    """
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1.reshape(-1, 1))
    z2 = sigmoid(np.dot(z1, W2) + b2.reshape(-1, 1))
    return np.dot(z2, W3) + b3.reshape(-1, 1)


@mistake(of="forward")
def forward_ignores_the_network(network, x):
    """You use the numbers of the task, not the network that comes in as an argument.
    Take the weights from `network`.
    """
    return _forward(init_network(), x)


@mistake(of="forward")
def forward_ignores_x(network, x):
    """You use the example's x, [1.0, 0.5], not the x that comes in as an argument."""
    return _forward(network, np.array([1.0, 0.5]))


@mistake(of="forward")
def forward_returns_the_example(network, x):
    """You always return the numbers of the example.
    Calculate them from `network` and x, so that other inputs work too.
    """
    return np.array([0.31682708, 0.69627909])


@mistake(of="forward")
def forward_operands_swapped(network, x):
    """You multiply the weights by x. The order matters in a matrix product: x comes first, then W1."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(W1, x) + b1)
    z2 = sigmoid(np.dot(W2, z1) + b2)
    return np.dot(W3, z2) + b3


@mistake(of="forward")
def forward_column_vectors(network, x):
    """Right for one sample, not for a batch. You multiply the turned weights by x, as some books do.
    Here a batch has one sample in each row, so x stands on the left: `np.dot(x, W1)`.
    """
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(W1.T, x) + b1)
    z2 = sigmoid(np.dot(W2.T, z1) + b2)
    return np.dot(W3.T, z2) + b3


@mistake(of="forward")
def forward_weights_transposed(network, x):
    """You turn the weights around with `.T`. W1 has one row for each input already: use it as it is."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    return _forward({"W1": W1.T, "b1": b1, "W2": W2.T, "b2": b2, "W3": W3.T, "b3": b3}, x)


@mistake(of="forward")
def forward_multiplies_entry_by_entry(network, x):
    """`*` multiplies entry by entry. The matrix product is `np.dot(x, W1)`: it multiplies and adds up."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.multiply(x, W1) + b1)
    z2 = sigmoid(np.multiply(z1, W2) + b2)
    return np.multiply(z2, W3) + b3


@mistake(of="forward")
def forward_one_sample_becomes_batch(network, x):
    """One sample comes back with the shape (1, m) instead of (m,).
    `np.dot` takes one sample as it is: no new axis is needed.
    """
    return _forward(network, np.atleast_2d(x))


@mistake(of="forward", like="forward_one_sample_becomes_batch")
def forward_one_sample_becomes_batch_reshape(network, x):
    return _forward(network, np.reshape(x, (1, -1)))


@mistake(of="forward")
def forward_flattens_the_batch(network, x):
    """You make one long row out of x. In a batch the samples then run into each other: leave x as it is."""
    return _forward(network, np.ravel(x))


@mistake(of="forward")
def forward_flattens_the_result(network, x):
    """You make one long row out of the result. A batch must come back as (n, m), one row a sample."""
    return np.ravel(_forward(network, x))


@mistake(of="forward")
def forward_first_sample_only(network, x):
    """From a batch you return the first sample's row only. Every sample needs its row."""
    y = _forward(network, x)
    return y[0] if y.ndim == 2 else y


@mistake(of="forward", like="forward_first_sample_only")
def forward_first_row_of_result(network, x):
    return _forward(network, x)[0]


@mistake(of="forward", like="forward_first_sample_only")
def forward_first_entry_of_x(network, x):
    return _forward(network, x[0])


@mistake(of="forward")
def forward_batches_only(network, x):
    """Right for a batch. But one sample has no rows: your loop takes its numbers one by one.
    Without a loop, `np.dot` takes both.
    """
    return np.array([_forward(network, row) for row in x])


@mistake(of="forward", like="forward_batches_only")
def forward_batches_only_by_place(network, x):
    return np.array([_forward(network, x[i]) for i in range(x.shape[0])])


@mistake(of="forward")
def forward_averages_the_batch(network, x):
    """You add up or average over the samples of a batch. Each sample keeps its own row in the result."""
    y = _forward(network, x)
    return y if y.ndim == 1 else np.mean(y, axis=0)


@mistake(of="forward", like="forward_averages_the_batch")
def forward_sums_the_batch(network, x):
    y = _forward(network, x)
    return y if y.ndim == 1 else np.sum(y, axis=0)


@mistake(of="forward")
def forward_result_transposed(network, x):
    """In a batch your answer is turned around: rows and columns have changed places.
    One row is one sample: leave `.T` away.
    """
    return _forward(network, x).T


@mistake(of="forward")
def forward_returns_every_layer(network, x):
    """You return the results of several layers at once. Return the last one only."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return z1, z2, np.dot(z2, W3) + b3


@mistake(of="forward", like="forward_returns_every_layer")
def forward_returns_every_layer_list(network, x):
    W1, b1, W2, b2, W3, b3 = _weights(network)
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return [z1, z2, np.dot(z2, W3) + b3]


@mistake(of="forward", like="forward_returns_every_layer")
def forward_returns_last_sum_and_result(network, x):
    y = _forward(network, x)
    return y, y


@mistake(of="forward")
def forward_returns_argmax(network, x):
    """You return the *place* of the largest output. Return the outputs themselves, without `np.argmax`."""
    return np.argmax(_forward(network, x), axis=-1)


@mistake(of="forward", like="forward_returns_argmax")
def forward_returns_argmax_of_all(network, x):
    return np.argmax(_forward(network, x))


@mistake(of="forward", like="forward_returns_argmax")
def forward_returns_argmax_axis_one(network, x):
    return np.argmax(_forward(network, x), axis=1)


@mistake(of="forward")
def forward_returns_list(network, x):
    """You return a Python list. The answer must be a NumPy array: leave `.tolist()` away."""
    return _forward(network, x).tolist()


@mistake(of="forward", like="forward_returns_list")
def forward_returns_list_of_rows(network, x):
    return list(_forward(network, x))


@mistake(of="forward")
def forward_rounded(network, x):
    """You round the result. That loses digits: return it as it is."""
    return np.round(_forward(network, x), 2)


@mistake(of="forward", like="forward_rounded")
def forward_rounded_3(network, x):
    return np.round(_forward(network, x), 3)


@mistake(of="forward", like="forward_rounded")
def forward_rounded_4(network, x):
    return np.round(_forward(network, x), 4)


@mistake(of="forward", like="forward_rounded")
def forward_rounded_1(network, x):
    return np.round(_forward(network, x), 1)


@mistake(of="forward")
def forward_changes_the_network(network, x):
    """Your function changes the caller's network: `+=` on a bias does, and so do `network[…] = …` and `pop`.
    Give your results names of their own: `a1 = np.dot(x, W1) + b1`.
    """
    W1, b1, W2, b2, W3, b3 = _weights(network)
    b1 += np.dot(x, W1)
    b2 += np.dot(sigmoid(b1), W2)
    b3 += np.dot(sigmoid(b2), W3)
    return b3


@mistake(of="forward", like="forward_changes_the_network")
def forward_changes_the_first_bias(network, x):
    W1, b1, W2, b2, W3, b3 = _weights(network)
    b1 += np.dot(x, W1)
    z2 = sigmoid(np.dot(sigmoid(b1), W2) + b2)
    return np.dot(z2, W3) + b3


@mistake(of="forward", like="forward_changes_the_network")
def forward_adds_results_to_the_network(network, x):
    network["a1"] = np.dot(x, network["W1"]) + network["b1"]
    network["z1"] = sigmoid(network["a1"])
    network["a2"] = np.dot(network["z1"], network["W2"]) + network["b2"]
    network["z2"] = sigmoid(network["a2"])
    return np.dot(network["z2"], network["W3"]) + network["b3"]


@mistake(of="forward", like="forward_changes_the_network")
def forward_pops_from_the_network(network, x):
    W1, b1, W2, b2, W3, b3 = (network.pop(key) for key in ("W1", "b1", "W2", "b2", "W3", "b3"))
    z2 = sigmoid(np.dot(sigmoid(np.dot(x, W1) + b1), W2) + b2)
    return np.dot(z2, W3) + b3


@mistake(of="forward")
def forward_lower_case_names(network, x):
    """You ask for a name that the dict does not have.
    Python tells small letters from capital ones: it is `"W1"` and `"b1"`.
    """
    return np.dot(x, network["w1"]) + network["b1"]


@mistake(of="forward", like="forward_lower_case_names")
def forward_upper_case_biases(network, x):
    return network["B1"]


@mistake(of="forward")
def forward_names_as_attributes(network, x):
    """A dict has no `.W1`. You get at its entries with brackets and quotation marks: `network["W1"]`."""
    return np.dot(x, network.W1) + network.b1


@mistake(of="forward")
def forward_network_like_a_list(network, x):
    """You ask for `network[0]`, as if network were a list. It is a dict: ask by name, `network["W1"]`."""
    return np.dot(x, network[0])


@mistake(of="forward", like="forward_network_like_a_list")
def forward_network_like_a_list_from_one(network, x):
    return np.dot(x, network[1])


@mistake(of="forward", raises="NameError")
def forward_names_without_quotation_marks(network, x):
    """The quotation marks are missing: `network[W1]` asks for a variable W1, which does not exist yet.
    Write `network["W1"]`.
    """
    return np.dot(x, network[W1])  # noqa: F821


@mistake(of="forward")
def forward_unpacks_the_dict(network, x):
    """Unpacking a dict gives its *names*, not the arrays. Ask for each array by its name: `W1 = network["W1"]`."""
    W1, _W2, _W3 = network
    return np.dot(x, W1)


@mistake(of="forward", like="forward_unpacks_the_dict")
def forward_unpacks_the_dict_into_six(network, x):
    W1, b1, _W2, _b2, _W3, _b3 = network
    return np.dot(x, W1) + b1


@mistake(of="forward")
def forward_calls_the_network(network, x):
    """Round brackets call a function, and a dict is none. Its entries need square brackets: `network["W1"]`."""
    return np.dot(x, network("W1"))


@mistake(of="forward")
def forward_arguments_swapped(network, x):
    """The two arguments have changed places: `forward(network, x)` gets the network first, then x."""
    return np.dot(network, x["W1"])


@mistake(of="forward")
def forward_returns_nothing(network, x):
    """Your function returns `None`: there is no `return` line with the result.
    `print` shows a value, but gives nothing back.
    """


@mistake(of="forward")
def forward_not_for_lists(network, x):
    """x may be a plain list, and a list has no `.dot`, `.ndim` or `.shape`. `np.dot(x, W1)` takes lists too;
    or make x an array first: `x = np.asarray(x)`.
    """
    z1 = sigmoid(x.dot(network["W1"]) + network["b1"])
    z2 = sigmoid(z1.dot(network["W2"]) + network["b2"])
    return z2.dot(network["W3"]) + network["b3"]


@mistake(of="forward", like="forward_not_for_lists")
def forward_not_for_lists_ndim(network, x):
    if x.ndim not in (1, 2):
        return None
    return _forward(network, x)


@mistake(of="forward", like="forward_not_for_lists")
def forward_not_for_lists_shape(network, x):
    _ = x.shape
    return _forward(network, x)


@mistake(of="forward", like="forward_not_for_lists")
def forward_not_for_lists_astype(network, x):
    return _forward(network, x.astype(float))


@mistake(of="forward")
def forward_sizes_written_down(network, x):
    """The sizes of the task's network are written into your code. Other networks have other sizes: take the arrays as they come."""
    W1, b1, W2, b2, W3, b3 = _weights(network)
    return _forward(
        {"W1": W1.reshape(2, 3), "b1": b1, "W2": W2.reshape(3, 2), "b2": b2, "W3": W3.reshape(2, 2), "b3": b3}, x
    )


@mistake(of="forward")
def forward_output_cut(network, x):
    """You cut large outputs off. The last layer uses the identity function: its answers may be any numbers."""
    return np.clip(_forward(network, x), -10, 10)


@mistake(of="forward", like="forward_output_cut")
def forward_output_cut_at_20(network, x):
    return np.clip(_forward(network, x), -20, 20)


@mistake(of="forward")
def forward_batch_of_one_becomes_sample(network, x):
    """A batch of one sample comes back as a single sample: (m,) instead of (1, m). Leave the shape as `np.dot` makes it."""
    y = np.atleast_2d(_forward(network, x))
    return y[0] if len(y) == 1 else y


@mistake(of="forward", like="forward_batch_of_one_becomes_sample")
def forward_batch_of_one_squeezed(network, x):
    return np.squeeze(_forward(network, x))


@mistake(of="forward")
def forward_single_output_as_number(network, x):
    """Where the network has one output, you return a plain number. One sample must come back as an array of shape (1,)."""
    y = _forward(network, x)
    return y.item() if y.size == 1 else y


@probe(of="forward")
def forward_probes():
    """Layers of equal sizes, where wrong weights still fit; layers of unlike sizes; one sample and batches."""

    def network(*sizes):
        entries = {}
        for i in range(3):
            shape = sizes[i], sizes[i + 1]
            weights = np.sin(np.arange(shape[0] * shape[1]) * 1.7 + i + 0.4) * 1.5
            entries[f"W{i + 1}"] = weights.reshape(shape)
            entries[f"b{i + 1}"] = np.cos(np.arange(shape[1]) * 2.3 + i) * 0.8
        return entries

    yield network(2, 2, 2, 2), np.array([0.75, -1.5])
    yield network(2, 2, 2, 2), np.array([[0.75, -1.5], [2.0, 0.25]])
    yield network(3, 3, 3, 3), np.array([0.5, -2.0, 1.0])
    yield network(2, 3, 2, 2), np.array([1.0, 0.5])
    yield network(2, 3, 2, 2), np.array([[1.0, 0.5], [-0.5, 2.0], [0.0, 1.5]])
    yield network(4, 3, 5, 2), np.array([1.0, -0.5, 0.25, 2.0])
    yield network(3, 4, 2, 1), np.array([[1.0, 0.5, -1.0]])
    yield network(1, 1, 1, 1), np.array([0.6])
    yield network(2, 3, 2, 1), np.array([1.0, 0.5])
    yield network(2, 3, 2, 2), np.array([[0.5, -1.0]])
    large = network(2, 3, 2, 2)
    yield {**large, "b3": np.array([60.0, -70.0])}, np.array([1.0, 0.5])
    yield {**large, "b3": np.array([-15.0, 25.0])}, np.array([1.0, 0.5])
    yield large, [1.0, 0.5]
