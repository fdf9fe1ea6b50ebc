# attack: 13 report injection
# does: answers that are texts with terminal controls, markup and long lines
# must: score=zero; category=wrong

def act(x):
    return {"\x1b[2J[red]": "\u202e</td>" * 5000, ("\x9b", "\n"): "=1+1"}


step_function = sigmoid = relu = softmax = act
