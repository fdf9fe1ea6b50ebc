# attack: 13 report injection
# does: an object of a type with terminal controls for a name and a module
# must: score=zero; category=wrong

Thing = type("\x1b[2JThing\n[green]", (), {"__module__": "\u202emodule\x9b"})


def act(x):
    return Thing()


step_function = sigmoid = relu = softmax = act
