# attack: 19 source text
# does: is called __main__, imports itself, and names functions that are none
# must: score=zero; category=missing|wrong|exception

import exercise1_activations as me

__name__ = "__main__"
assert me is not None
step_function, sigmoid, relu, softmax = 1, "two", None, ()
