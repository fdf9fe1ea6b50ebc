# attack: 2 BaseException, skips
# does: raises KeyboardInterrupt, which stops a runner that asks in its own process
# must: score=zero; category=exception

def act(x):
    raise KeyboardInterrupt


step_function = sigmoid = relu = softmax = act
