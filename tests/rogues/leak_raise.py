# attack: 21 leaks to the learner
# does: raises an exception that holds the input and all that the frames know; expected values are not among it
# must: score=zero; category=exception

import sys


def act(x):
    frame, known = sys._getframe(), set()
    while frame is not None:
        known |= set(frame.f_locals)
        frame = frame.f_back
    raise ValueError("KNOWN: " + " ".join(sorted(known)))


step_function = sigmoid = relu = softmax = act
