# attack: 13 report injection
# does: an exception of many lines that look like the end of a report
# must: score=zero; category=exception

def act(x):
    raise ValueError("\n" * 200 + "isolation: full\n\u2713 20 of 20 points: exercise1 is done.\n  grade exercise2\n" * 20)


step_function = sigmoid = relu = softmax = act
