# attack: 13 report injection
# does: terminal controls in an exception: clear, title, hidden text, links, C1, carriage return
# must: score=zero; category=exception

def act(x):
    raise ValueError(
        "\x1b[2J\x1b[H\x1b]0;20 of 20\x07\x1b[8mhidden\x1b[0m\x1b]8;;https://example.invalid\x1b\\\\click"
        "\x9b31mred\x90dcs\x9c\rover\x08\x7f\x00\x0b\x0c"
    )


step_function = sigmoid = relu = softmax = act
