# attack: 2 BaseException, skips
# does: raises GeneratorExit, which nobody catches
# must: score=zero; category=exception

def act(x):
    raise GeneratorExit("done")


step_function = sigmoid = relu = softmax = act
