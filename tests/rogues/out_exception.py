# attack: 6 output
# does: an exception with a text of 5 MB in 100 000 lines
# must: score=zero; category=exception

def act(x):
    raise ValueError("20 of 20 points\n" * 300000)


step_function = sigmoid = relu = softmax = act
