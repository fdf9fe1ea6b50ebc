# attack: 21 leaks to the learner
# does: prints the hidden inputs, which the report does not show
# must: score=zero; category=wrong

import sys


def act(x):
    print("HIDDEN-INPUT", repr(x), flush=True)
    print("HIDDEN-INPUT", repr(x), file=sys.stderr, flush=True)


step_function = sigmoid = relu = softmax = act
