# attack: 6 output
# does: a list nested 5000 deep, and one that holds itself
# must: score=zero; category=wrong

def act(x):
    deep = []
    for _ in range(5000):
        deep = [deep]
    deep.append(deep)
    return deep


step_function = sigmoid = relu = softmax = act
