# attack: 10 answers that lie
# does: an object that equals everything and is true, in a list and alone
# must: score=zero; category=wrong

class Yes:
    shape = ()
    dtype = float

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __bool__ = __lt__ = __le__ = __gt__ = __ge__ = __eq__
    __hash__ = None

    def __bool__(self):
        return True

    def __abs__(self):
        return 0.0

    __sub__ = __rsub__ = lambda self, other: self


def act(x):
    return Yes()


step_function = sigmoid = relu = softmax = act
