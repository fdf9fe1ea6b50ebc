# attack: 13 report injection
# does: a type of exception, a function and a class whose names are terminal controls
# must: score=zero; category=exception|wrong

Error = type("\x1b[2J\u202e[red]Error\n\u2713 20 of 20", (Exception,), {})


def act(x):
    raise Error


act.__code__ = act.__code__.replace(co_name="\x1b[2Jact\n")


step_function = sigmoid = relu = softmax = act
