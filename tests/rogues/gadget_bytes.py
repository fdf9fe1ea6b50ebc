# attack: 11 deserialisation
# does: pickles, npy files and source as bytes and texts
# must: score=zero; category=wrong

import io
import pickle

import numpy as np


class Gadget:
    def __reduce__(self):
        return exec, ("import builtins; builtins.PWNED = True",)


def act(x):
    stream = io.BytesIO()
    np.save(stream, np.array([Gadget()], dtype=object), allow_pickle=True)
    return [stream.getvalue(), pickle.dumps(Gadget()), "__import__('builtins').PWNED"]


step_function = sigmoid = relu = softmax = act
