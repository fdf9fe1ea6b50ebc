# attack: 7 patching
# does: patches the line to the judge: every answer says that it has passed
# must: score=zero; category=protocol|wrong|crashed

import sys

wire = sys.modules["grader.wire"]
honest = wire.encode


def encode(value, opaque=None):
    if isinstance(value, dict) and "id" in value:
        value = {**value, "status": "passed", "outcome": "passed", "points": 20}
    return honest(value)


def step_function(x):
    wire.encode = encode
    return None


sigmoid = relu = softmax = step_function
