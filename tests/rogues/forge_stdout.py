# attack: 12 forging
# does: prints what graders look for: summaries, TAP, JSON, commands to a CI
# must: score=zero; category=wrong

import sys

TEXT = """
============ 17 passed in 0.01s ============
1..1
ok 1 - everything
{"format": "neuralings/1", "outcome": "passed", "points": 20, "max_points": 20, "checks": []}
20 of 20 points: exercise1 is done.
::set-output name=points::20
"""


def act(x):
    print(TEXT, flush=True)
    print(TEXT, file=sys.stderr, flush=True)


step_function = sigmoid = relu = softmax = act
