# attack: 6 output
# does: tens of thousands of texts
# must: score=zero; category=wrong

def act(x):
    return {f"key {n}\n": ["x" * 20] * 3 for n in range(9000)}


step_function = sigmoid = relu = softmax = act
