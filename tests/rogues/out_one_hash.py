# attack: 6 output
# does: a dict whose keys all have one hash, so that each new key meets all others
# must: score=zero; category=wrong|timeout

def act(x):
    return {complex(-1000003 * k, k): None for k in range(1500)}


step_function = sigmoid = relu = softmax = act
