"""The generic words: each is said where it is true of every recorded call, and not where one call contradicts."""

import numpy as np
import pytest

from grader import wire
from grader.diagnose.answers import Answer
from grader.diagnose.generic import generic_words
from grader.learner import Call

NAN, INF = float("nan"), float("inf")
VALUE_ERROR = ("ValueError", "the shapes do not fit")


def call(x, got, want, changed=None):
    """One call f(x): what the learner answered and what is right; a tuple of two texts is an exception."""
    sent = wire.encode([[x], {}])

    def answer(value, changed=None):
        is_exception = type(value) is tuple and len(value) == 2 and type(value[0]) is str
        return Answer(None, value) if is_exception else Answer(value, None, changed)

    return Call("f", sent, "check_f"), answer(got, changed), answer(want)


def array(*values):
    return np.array(values, dtype=float)


def said(*calls):
    """The rule and the words, or None for silence."""
    found = generic_words("f", calls)
    return found and (found.id, found.text)


A, B = array(1, 2, 3), array(-4, 5, 6)
M, N = np.arange(6.0).reshape(2, 3), np.arange(4.0).reshape(2, 2)
RIGHT = call(array(9, 8), array(3, 7), array(3, 7))
CHANGED = [[array(0)], {}]

# For each rule: the calls that it speaks on, its words, and calls of which one more makes it untrue.
RULES = {
    "another_answer": (
        [call(A, 1.0, 5.0), call(A, 2.0, 5.0)],
        "f: the same question got another answer when it was asked again. Is something random, or kept between calls?",
        None,
    ),
    "changes_argument": (
        [call(A, B, B, changed=CHANGED), call(B, A, A, changed=CHANGED), RIGHT],
        "f: the answer is right, but the argument is changed. Work on a copy: `x = x.copy()`.",
        [call(A, B + 1, B, changed=CHANGED), call(array(1, 1, 1), array(1, 2, 9), B), call(M, "no", M)],
    ),
    "wrong_container: list": (
        [call(A, [1.0, 2.0], array(1, 2)), call(B, [3, 4], array(3, 4)), RIGHT],
        "f: the values are right, but they come as type list. Compare it with what the task text asks for.",
        [
            call(N, [1.0, 2.5], array(1, 2)),
            call(N, [1.0], array(1, 2)),
            call(N, None, array(NAN)),
            call(N, "text", array(1, 2)),
            call(N, VALUE_ERROR, array(1, 2)),
            call(N, None, VALUE_ERROR),
            call(N, array(1, 2), array(1, 2), changed=CHANGED),
            call(N, array(1 + 1, 2 + 1), array(1, 2)),
        ],
    ),
    "wrong_container: dtype": (
        [call(A, np.array([True, False]), np.array([1, 0]))],
        "f: the values are right, but they come as dtype bool. Compare it with what the task text asks for.",
        [call(N, np.array([True, True]), np.array([1, 0]))],
    ),
    "wrong_container: complex": (
        [call(A, np.array([1 + 0j, 2]), array(1, 2))],
        "f: the values are right, but they come as dtype complex128. Compare it with what the task text asks for.",
        [call(N, np.array([1 + 1j, 2]), array(1, 2))],
    ),
    "input_unchanged": (
        [call(A, A, A * 7 + 1), call(B, B, B**2), call(array(0, NAN), array(0, NAN), array(1, 2))],
        "f: it gives back its input as it came.",
        [call(N, N + 1, N + 5), call(N, N.T, N + 5), RIGHT, call("text", "text", 1.0)],
    ),
    "transposed": (
        [call(A, M.T, M), call(B, M.T + 1, M + 1), RIGHT],
        "f: the answer is the transpose of what was expected: rows and columns are swapped.",
        [call(N, M, M + 5), call(N, M.T + 5, M), call(N, VALUE_ERROR, M), call(N, 1.0, 2.0)],
    ),
    "transposed square": (
        [call(A, N.T, N), call(B, N.T * 3, N * 3)],
        "f: the shape is right, but rows and columns are swapped.",
        [call(M, N.T + 1, N)],
    ),
    "scaled": (
        [call(A, 2 * A, A), call(B, 2 * B, B), call(array(0, 1), array(0, 4), array(0, 2))],
        "f: every answer is 2 times what was expected.",
        [
            RIGHT,
            call(N, 3 * N, N),
            call(N, array(1, 2), array(0, 1)),
            call(N, array(INF), array(1)),
            call(N, [2.0], [1.0]),
        ],
    ),
    "scaled by a third": (
        [call(A, A / 3, A), call(B, B / 3, B)],
        "f: every answer is 0.333333 times what was expected.",
        [RIGHT],
    ),
    "shifted up": (
        [call(A, A + 1.5, A), call(B, B * 2 + 1.5, B * 2)],
        "f: every answer is 1.5 more than expected.",
        [RIGHT, call(N, N + 1, N), call(N, array(NAN), array(1)), call(N, M + 1.5, N)],
    ),
    "shifted down": (
        [call(A, A - 1, A), call(B, B * 2 - 1, B * 2)],
        "f: every answer is 1 less than expected.",
        [RIGHT],
    ),
    "not_finite: large": (
        [call(array(1, 800), array(0.5, NAN), array(0.5, 1)), call(array(-900, 2), array(NAN, 3), array(0, 3)), RIGHT],
        "f: NaN comes out where the input is large: e to the power of a large number overflows.",
        [
            call(array(1, 800), array(0.4, NAN), array(0.5, 1)),
            call(array(1, 900), VALUE_ERROR, array(0.5, 1)),
            call(array(1, 900), array(0.5), array(0.5, 1)),
        ],
    ),
    "not_finite: one large input spoils all": (
        [call(array(1, 800), array(INF, INF), array(0, 1)), call(array(900, 2), array(INF, INF), array(1, 0)), RIGHT],
        "f: infinity comes out as soon as an input is large: e to the power of a large number overflows.",
        [call(array(1, 900), array(3, 4), array(0, 1))],
    ),
    "not_finite: elsewhere": (
        [call(array(1, 2), array(NAN, 3), array(1, 3)), call(array(3, 4), array(5, INF), array(5, 1)), RIGHT],
        "f: some answers are NaN, all others are right. Is something divided by zero, or too large for exp?",
        [call(array(3, 4), array(5, 2), array(5, 1))],
    ),
    "except_where: zero": (
        [call(array(-1, 0, 2), array(0, 0, 1), array(0, 1, 1)), call(array(0, 3), array(0, 1), array(1, 1)), RIGHT],
        "f: right, except where the input is exactly 0.",
        [
            call(array(0, 2), array(0, 5), array(1, 1)),
            call(array(0, 2), array(1), array(1, 1)),
            call(array(0, 2), VALUE_ERROR, array(1, 1)),
            call(M, array(0, 1), array(0, 1)),
        ],
    ),
    "except_where: large": (
        [call(array(1, 50), array(1, 7), array(1, 9)), call(array(-30, 1), array(2, 5), array(4, 5)), RIGHT],
        "f: right, except where the input is large (beyond ±20).",
        [call(array(1, 50), array(2, 9), array(1, 9))],
    ),
    "except_where: negative": (
        [call(array(1, -5), array(1, -5), array(1, 0)), call(array(-3, 0), array(-2, 0), array(0, 0)), RIGHT],
        "f: right, except where the input is negative.",
        [call(array(1, -5), array(2, 0), array(1, 0))],
    ),
    "except_where: positive": (
        [call(array(1, -5), array(9, 0), array(1, 0)), call(array(3, 0), array(4, 0), array(3, 0)), RIGHT],
        "f: right, except where the input is positive.",
        [call(array(1, -5), array(1, 3), array(1, 0))],
    ),
    "by_batch: wrong for a batch": (
        [
            call(A, array(1, 2, 3), array(1, 2, 3)),
            call(B, array(0, 2, 1), array(0, 2, 1)),
            call(M, array(1, 9), array(3, 4)),
            call(N, array(5, 1), array(1, 1)),
        ],
        "f: right for one sample, wrong for a batch. In a batch each row is a sample of its own.",
        [call(M + 1, array(1, 9), array(1, 9)), call(A + 1, array(1, 9), array(3, 4)), call("text", 1.0, 1.0)],
    ),
    "by_batch: wrong for one sample": (
        [
            call(A, array(1, 9, 1), array(1, 2, 3)),
            call(B, VALUE_ERROR, array(0, 2, 1)),
            call(M, array(3, 4), array(3, 4)),
            call(N, array(1, 1), array(1, 1)),
        ],
        "f: right for a batch, wrong for one sample alone, whose shape has no batch axis.",
        [call(M + 1, array(1, 9), array(2, 9)), call(A + 1, array(3, 4), array(3, 4))],
    ),
}
CONTRADICTIONS = [
    pytest.param(name, calls, words, contradiction, id=f"{name}, {number}")
    for name, (calls, words, contradictions) in RULES.items()
    for number, contradiction in enumerate(contradictions or [])
]


@pytest.mark.parametrize("name", RULES)
def test_a_rule_speaks_where_every_call_bears_it_out(name):
    calls, words, _ = RULES[name]
    rule = name.partition(":")[0].split()[0]
    assert said(*calls) == (f"generic:{rule}", words)
    assert said(*reversed(calls)) == (f"generic:{rule}", words)


@pytest.mark.parametrize(("name", "calls", "words", "contradiction"), CONTRADICTIONS)
def test_a_rule_is_silent_where_one_call_contradicts(name, calls, words, contradiction):
    rule = name.partition(":")[0].split()[0]
    for order in ([*calls, contradiction], [contradiction, *calls]):
        found = said(*order)
        assert found is None or (found[0] != f"generic:{rule}" and found[1] != words)


def test_the_same_answer_to_the_same_question_is_no_whim():
    wrong = call(A, "no", array(1, 2))
    assert said(wrong, wrong) is None
    assert said(call(A, array(NAN, 1), VALUE_ERROR), call(A, array(NAN, 1), VALUE_ERROR)) is None
    assert said(call(A, VALUE_ERROR, 1.0), call(A, VALUE_ERROR, 1.0)) is None
    assert said(call(A, 1.0, 5.0), call(B, 2.0, 5.0), call(A, "no", 5.0))[0] == "generic:another_answer"


@pytest.mark.parametrize(
    "calls",
    [
        [],
        [RIGHT],
        [RIGHT, call(A, VALUE_ERROR, VALUE_ERROR)],
        [call(A, None, VALUE_ERROR)],
        [call(A, NAN, VALUE_ERROR)],
        [call(A, VALUE_ERROR, 1.0)],
        [call(A, 2 * A, A)],  # one call is no pattern
        [call(A, A + 1, A)],
        [call(M, M + 7, M * M), call(N, N + 1, N * N + 5)],
        [call(A, A * NAN, A), call(B, B * NAN, B)],
        [call(A + 30, A, A**2), call(A + 40, A * 3, A)],
        [call(A, 10**30, 1.0), call(B, -(10**30), 2.0)],
        [call(A, {"a": 1}, 1.0), call(B, [object, 1][1:], {"a": 1})],
        [call("text", "a", "b"), call("other", "c", "d")],
    ],
    ids=range(14),
)
def test_there_is_nothing_to_say(calls):
    assert said(*calls) is None


def test_a_call_that_raises_what_it_should_contradicts_nothing():
    calls, words, _ = RULES["transposed"]
    assert said(*calls, call(N, VALUE_ERROR, VALUE_ERROR)) == ("generic:transposed", words)


def test_a_call_without_arguments_is_a_call_too():
    question = Call("f", wire.encode([[], {}]), "check_f")
    assert said((question, Answer([1.0]), Answer(array(1)))) == (
        "generic:wrong_container",
        "f: the values are right, but they come as type list. Compare it with what the task text asks for.",
    )
    assert said(
        (question, Answer(1.0), Answer(5.0)), (Call("f", question.sent, "other"), Answer(1.0), Answer(5.0))
    ) == (
        "generic:scaled",
        "f: every answer is 0.2 times what was expected.",
    )
