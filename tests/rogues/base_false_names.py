# attack: 2 BaseException, skips
# does: an exception that calls itself AssertionError, has no text and is no class of its own
# must: score=zero; category=exception|crashed

class Liar(BaseException):
    __class__ = AssertionError

    def __str__(self):
        raise self

    __repr__ = __str__

    def __getattribute__(self, name):
        raise SystemExit(0)


Liar.__name__ = Liar.__qualname__ = "Passed"


def act(x):
    raise Liar


step_function = sigmoid = relu = softmax = act
