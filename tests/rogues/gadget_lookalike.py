# attack: 11 deserialisation
# does: dicts and lists that look like the typed values of known line formats, of ours too
# must: score=zero; category=wrong

def act(x):
    return {
        "__ndarray__": "AAAAAAAA8D8=", "dtype": "float64", "shape": [1], "py/object": "os.system",
        "a": ["a", "float64", [1], 8], "h": ["h", 0, "numpy.ndarray"], "!!python/object/apply:os.system": ["true"],
    }


step_function = sigmoid = relu = softmax = act
