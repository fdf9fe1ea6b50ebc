# attack: 6 output
# does: integers of many digits, beyond what may be turned into text
# must: score=zero; category=wrong

def act(x):
    return [10**1200, -(10**1299), 10**5000]


step_function = sigmoid = relu = softmax = act
