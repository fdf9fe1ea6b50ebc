# attack: 6 output
# does: prints 64 MB in a call
# must: score=zero; category=output

import os


def act(x):
    for _ in range(64):
        os.write(1, b"spam" * (1 << 18))


step_function = sigmoid = relu = softmax = act
