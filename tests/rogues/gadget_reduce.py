# attack: 11 deserialisation
# does: an object whose unpickling runs code in the reader
# must: score=zero; category=wrong

class Gadget:
    def __reduce__(self):
        return exec, ("import builtins; builtins.PWNED = True",)

    __reduce_ex__ = lambda self, version: self.__reduce__()


def act(x):
    return [Gadget(), Gadget()]


step_function = sigmoid = relu = softmax = act
