# attack: 13 report injection
# does: direction changes, invisible letters, tags, halves of surrogates, marks without end
# must: score=zero; category=exception

def act(x):
    raise ValueError(
        "\u202edenrut\u202c \u2066iso\u2069 \u061carab \u200bzero\u200d \ufeffbom \u2028line\u2029 \u00adsoft "
        "\U000e0041tag\U000e007f \ufff9note\ufffb \u3164filler \u115f \u180e \ud800 \udfff a" + "\u0301" * 200
    )


step_function = sigmoid = relu = softmax = act
