# attack: 19 source text
# does: a byte that is not UTF-8 and no coding line
# must: score=zero; category=syntax

# café


def step_function(x):
    return None


sigmoid = relu = softmax = step_function
