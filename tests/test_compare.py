"""Two values agree as a check means it, or the sentence says where they do not."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.checks import Mismatch, agrees
from grader.compare import ATOL, RTOL, Difference, difference, kind_of, number

QUICK = settings(max_examples=80, deadline=None, derandomize=True)
NAN, INF = float("nan"), float("inf")
BIG = 10**30

shapes = hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)
dtypes = st.sampled_from(["bool", "int8", "int64", "uint64", "float16", "float32", "float64", "complex128"]).map(
    np.dtype
)
arrays = dtypes.flatmap(lambda dtype: hnp.arrays(dtype, shapes))
leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers(allow_nan=False)
    | st.text(max_size=5)
    | arrays
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


def said(got, expected, **how):
    """The sentence of the difference that there must be."""
    found = difference(got, expected, **how)
    assert isinstance(found, Difference), f"{got!r} agrees with {expected!r}"
    return found.sentence


# --- kinds -------------------------------------------------------------------------------------------------------------

KINDS = {
    "number": [3, 3.0, -0.0, NAN, BIG, np.int8(3), np.uint64(3), np.float16(3), np.array(3), np.array(3.0)],
    "truth value": [True, False, np.True_],
    "array": [np.array([3.0]), np.zeros((0, 1)), np.array(True), np.array([True]), np.array([1j]), np.eye(2)],
    "None": [None],
    "text": ["", "3", "nan"],
    "list": [[], [3]],
    "tuple": [(), (3,)],
    "dict": [{}, {"a": 3}],
    "complex number": [3j, 3 + 0j, np.complex64(3)],
}


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, row in KINDS.items() for value in row])
def test_kinds(kind, value):
    assert kind_of(value) == kind
    for other, row in KINDS.items():
        for wanted in row if other != kind else []:
            assert difference(value, wanted).aspect == "kind"


@pytest.mark.parametrize(
    ("got", "expected", "sentence"),
    [
        (None, 1.0, "the answer is None (is a `return` missing?), but a number was expected"),
        ([1.0, 2.0], np.array([1.0, 2.0]), "the answer is a list, but an array was expected"),
        (np.array([1.0]), [1.0], "the answer is an array, but a list was expected"),
        (np.array([1.0]), 1.0, "the answer is an array, but a number was expected"),
        ((1, 2), [1, 2], "the answer is a tuple, but a list was expected"),
        (True, 1, "the answer is a truth value, but a number was expected"),
        (1, True, "the answer is a number, but a truth value was expected"),
        ("1", 1, "the answer is a text, but a number was expected"),
        (1 + 0j, 1, "the answer is a complex number, but a number was expected"),
        (object(), 1, "the answer is an object of type object, but a number was expected"),
        (object(), object(), "the answer is an object that holds no plain value"),
        ("a", "b", "the answer is 'a', but 'b' was expected"),
        (True, False, "the answer is True, but False was expected"),
        (1j, 2j, "the answer is 1j, but 2j was expected"),
    ],
)
def test_the_sentence_of_a_wrong_kind_or_plain_value(got, expected, sentence):
    assert said(got, expected) == sentence


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (1, 1.0),
        (1.0, 1),
        (np.float32(1), 1),
        (np.array(1), 1),
        (1, np.array(1.0)),
        (np.int8(1), np.float64(1)),
        (np.array([1, 2]), np.array([1.0, 2.0])),
        (np.array([1.0, 2.0]), np.array([1, 2], np.uint8)),
        (-0.0, 0.0),
        (NAN, NAN),
        (INF, INF),
        (BIG, BIG),
        (BIG, 1e30),
        (1e30, BIG),
        (10**400, 10**400),
        (2**63, 2**63),
        (None, None),
        ("한", "한"),
        (np.True_, True),
        (1j, np.complex128(1j)),
        (np.zeros((0, 1)), np.zeros((0, 1), int)),
        ([(1, 2)], [(1, 2.0)]),
        ({"a": [1], "b": np.eye(2)}, {"b": np.eye(2), "a": [1]}),
        (np.array([1j, NAN]), np.array([1j, NAN])),
    ],
)
def test_these_agree_both_ways(got, expected):
    assert difference(got, expected) is None
    assert difference(expected, got) is None


# --- shapes: never broadcast -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (np.empty((0, 1)), np.ones((3, 1))),
        (np.ones((1, 3)), np.ones((2, 3))),
        (np.ones((3,)), np.ones((1, 3))),
        (np.ones((1,)), np.ones((3,))),
        (np.ones((3, 1)), np.ones((3,))),
        (np.ones((2, 3)), np.ones((3, 2))),
        (np.zeros((0, 1)), np.zeros((0, 2))),
    ],
)
def test_shapes_must_be_equal_where_numpy_would_broadcast(got, expected):
    for one, other in ((got, expected), (expected, got)):
        assert said(one, other) == f"the answer has shape {one.shape}, but shape {other.shape} was expected"


@QUICK
@given(hnp.arrays(float, shapes), shapes)
def test_another_shape_is_always_a_difference(array, shape):
    other = np.broadcast_to(0.0, shape)
    assume(array.shape != shape and array.ndim and other.ndim)
    assert difference(array, other).aspect == "shape"


# --- dtypes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("got", "expected", "sentence"),
    [
        ([True], [1], "the answer holds truth values (bool), but integers were expected"),
        ([1.0], [True], "the answer holds floats (float64), but truth values were expected"),
        ([1 + 0j], [1.0], "the answer holds complex numbers (complex128), but floats were expected"),
        ([1.0], [1j], "the answer holds floats (float64), but complex numbers were expected"),
    ],
)
def test_dtypes_that_never_pass_for_another(got, expected, sentence):
    assert said(np.array(got), np.array(expected)) == sentence


def test_integers_can_be_asked_for():
    expected = np.array([1, 2])
    assert difference(np.array([1, 2], np.int8), expected, integer=True) is None
    assert difference(np.array([1, 2], np.uint8), expected, integer=True) is None
    assert said(np.array([1.0, 2.0]), expected, integer=True) == (
        "the answer holds floats (float64), but integers were expected"
    )
    assert said(np.array([True, False]), expected, integer=True) == (
        "the answer holds truth values (bool), but integers were expected"
    )
    assert difference(3, 3, integer=True) is None
    assert said(3.0, 3, integer=True) == "the answer holds floats (float64), but integers were expected"
    assert said(1e30, BIG, integer=True) == "the answer is 1e+30, a float, but an integer was expected"
    assert said([1, 2.0], [1, 2], integer=True) == (
        "item 1: the answer holds floats (float64), but integers were expected"
    )
    assert said({"a": 2.0}, {"a": 2}, integer=True) == (
        "'a': the answer holds floats (float64), but integers were expected"
    )


# --- values: the first index, both values, the count, the largest error ----------------------------------------------------


@pytest.mark.parametrize(
    ("got", "expected", "sentence", "where"),
    [
        (1.5, 1.0, "the answer is 1.5, but 1 was expected", ()),
        ([1.0, 5.0], [1.0, 2.0], "at index [1] the answer is 5, but 2 was expected", (1,)),
        (
            [[0.0, 1.0], [2.0, 3.25]],
            [[0.0, 1.5], [2.0, 3.0]],
            "at index [0, 1] the answer is 1, but 1.5 was expected; 2 of 4 values differ, by 0.5 at most",
            (0, 1),
        ),
        (
            [1, 2, 3, 4],
            [4, 2, 3, 0],
            "at index [0] the answer is 1, but 4 was expected; 2 of 4 values differ, by 4 at most",
            (0,),
        ),
        ([True, False, True], [True, True, True], "at index [1] the answer is False, but True was expected", (1,)),
        (
            [True, False],
            [False, True],
            "at index [0] the answer is True, but False was expected; 2 of 2 values differ",
            (0,),
        ),
        (
            [1 + 1j, 3j],
            [1 + 2j, 5j],
            "at index [0] the answer is 1+1j, but 1+2j was expected; 2 of 2 values differ, by 2 at most",
            (0,),
        ),
        ([0.123456789012], [0.5], "at index [0] the answer is 0.123456789, but 0.5 was expected", (0,)),
        ([1e308], [-1e308], "at index [0] the answer is 1e+308, but -1e+308 was expected", (0,)),
        (
            [2**64 - 1, 0],
            [0, 0],
            "at index [0] the answer is 18446744073709551615, but 0 was expected",
            (0,),
        ),
    ],
)
def test_the_sentence_of_a_wrong_value(got, expected, sentence, where):
    if isinstance(got, list):
        dtype = np.uint64 if got[0] == 2**64 - 1 else None
        got, expected = np.array(got, dtype), np.array(expected)
    found = difference(got, expected)
    assert (found.sentence, found.where, found.aspect) == (sentence, where, "values")


@pytest.mark.parametrize(
    ("got", "expected", "sentence"),
    [
        ([NAN, 1.0], [0.0, 1.0], "at index [0] the answer is nan, but 0 was expected"),
        ([0.0, 1.0], [0.0, NAN], "at index [1] the answer is 1, but nan was expected"),
        ([INF], [-INF], "at index [0] the answer is inf, but -inf was expected"),
        ([INF], [NAN], "at index [0] the answer is inf, but nan was expected"),
        ([INF, NAN, 5.0], [1.0, 1.0, 1.0], "at index [0] the answer is inf, but 1 was expected; 2 of 3 values differ"),
        ([5.0, NAN, INF], [1.0, NAN, 2.0], "at index [2] the answer is inf, but 2 was expected"),
    ],
)
def test_what_is_not_finite_must_be_so_at_the_same_places(got, expected, sentence):
    found = difference(np.array(got), np.array(expected))
    assert (found.sentence, found.aspect) == (sentence, "finite")


def test_an_infinite_expectation_makes_no_room_for_any_number():
    for got in (1.0, BIG, 10**400, NAN):
        for expected in (INF, -INF):
            assert difference(got, expected).aspect in ("values", "finite")
            assert difference(expected, got).aspect in ("values", "finite")


@pytest.mark.parametrize(
    ("got", "expected", "sentence"),
    [
        (BIG, 1, "the answer is 1.00000000e+30, but 1 was expected"),
        (1, -BIG, "the answer is 1, but -1.00000000e+30 was expected"),
        (10**400, 1.0, "the answer is 1.00000000e+400, but 1 was expected"),
        (-(2**63) - 1, np.array(5), "the answer is -9.22337204e+18, but 5 was expected"),
    ],
)
def test_integers_beyond_64_bits_are_numbers_like_others(got, expected, sentence):
    assert said(got, expected) == sentence


# --- tolerance ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("expected", [0.0, 1.0, -1.0, 1000.0, 1e-9, 1e15])
def test_the_default_tolerance_ends_where_it_says(expected):
    allowed = ATOL + RTOL * abs(expected)
    for sign in (1, -1):
        assert difference(expected + sign * 0.99 * allowed, expected) is None
        assert difference(expected + sign * 1.01 * allowed, expected).aspect == "values"


def test_the_tolerance_is_of_the_expected_value_and_its_edge_passes():
    assert difference(1.5, 1.0, rtol=0, atol=0.5) is None
    assert difference(np.nextafter(1.5, 2), 1.0, rtol=0, atol=0.5).aspect == "values"
    assert difference(3.0, 2.0, rtol=0.5, atol=0) is None
    assert difference(1.0, 2.0, rtol=0.5, atol=0) is None
    assert difference(2.0, 3.5, rtol=0.5, atol=0) is None
    assert difference(3.5, 2.0, rtol=0.5, atol=0).aspect == "values"
    assert difference(1.0, 1.0, rtol=0, atol=0) is None


@QUICK
@given(values)
def test_every_value_agrees_with_itself_without_any_tolerance(value):
    assert difference(value, value, rtol=0, atol=0) is None


@QUICK
@given(values, values)
def test_without_tolerance_of_its_own_the_order_does_not_matter(one, other):
    there, back = difference(one, other, rtol=0, atol=1e-3), difference(other, one, rtol=0, atol=1e-3)
    assert (there is None) == (back is None)
    if there is not None and there.aspect != "shape":
        assert (there.aspect, there.where) == (back.aspect, back.where)


@QUICK
@given(values, values)
def test_a_sentence_is_one_short_line_of_plain_words(one, other):
    found = difference(one, other)
    if found is not None:
        assert found.sentence == found.sentence.strip() != ""
        assert len(found.sentence) < 1000


@QUICK
@given(hnp.arrays(float, hnp.array_shapes(max_dims=3, max_side=4), elements=st.floats(-100, 100)), st.data())
def test_one_changed_value_is_found_where_it_is(array, data):
    index = data.draw(st.tuples(*(st.integers(0, size - 1) for size in array.shape)))
    got = array.copy()
    got[index] += 7
    found = difference(got, array)
    assert (found.aspect, found.where) == ("values", index)
    place = ", ".join(map(str, index))
    assert found.sentence == (
        f"at index [{place}] the answer is {number(got[index])}, but {number(array[index])} was expected"
    )


@QUICK
@given(hnp.arrays(float, (3, 4), elements=st.floats(-100, 100)), st.sets(st.integers(0, 11), min_size=2))
def test_the_count_and_the_largest_error_are_told(array, places):
    got = array.copy()
    for rank, place in enumerate(sorted(places), start=1):
        got.flat[place] += rank
    assert said(got, array).endswith(
        f"; {len(places)} of 12 values differ, by {number(np.abs(got - array).max())} at most"
    )


# --- containers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("got", "expected", "sentence", "where"),
    [
        ([1], [1, 2], "the answer has 1 items, but 2 were expected", None),
        ((), (1,), "the answer has 0 items, but 1 were expected", None),
        ([(1, 2)], [[1, 2]], "item 0: the answer is a tuple, but a list was expected", (0,)),
        ([1, [2, 4]], [1, [2, 3]], "item 1: item 1: the answer is 4, but 3 was expected", (1, 1)),
        (
            [np.array([1.0, 2.0])],
            [np.array([1.0, 3.0])],
            "item 0: at index [1] the answer is 2, but 3 was expected",
            (0, 1),
        ),
        ({"a": 1}, {"b": 1}, "the answer lacks ['b'] and has ['a'] too", None),
        ({}, {"b": 1, "a": 1}, "the answer lacks ['a', 'b']", None),
        ({"a": 1, 2: 1}, {}, "the answer has [2, 'a'] too", None),
        ({"W": 1}, {"W": 2}, "'W': the answer is 1, but 2 was expected", ("W",)),
        ({"W": [1]}, {"W": (1,)}, "'W': the answer is a list, but a tuple was expected", ("W",)),
    ],
)
def test_containers(got, expected, sentence, where):
    found = difference(got, expected)
    assert (found.sentence, found.where) == (sentence, where)


def test_a_long_answer_is_cut_in_the_sentence():
    assert len(said("x" * 200_000, "y")) < 300
    assert len(said("y", "x" * 200_000)) < 300
    assert len(said({f"key {n}": 1 for n in range(40_000)}, {"a": 1})) < 400
    assert said("x" * 200_000, "y").startswith("the answer is 'xxx")


def test_numbers_are_told_in_nine_digits_at_most():
    assert [number(v) for v in (1, -2.5, 1 / 3, np.float32(0.1), True, np.int8(-3), NAN, -INF, 1e-20, 2**64, 1 - 2j)] == [
        "1", "-2.5", "0.333333333", "0.100000001", "True", "-3", "nan", "-inf", "1e-20", "1.84467441e+19", "1-2j",
    ]  # fmt: skip


def test_agrees_raises_what_it_found():
    agrees(np.array([1, 2]), np.array([1.0, 2.0]))
    agrees(1.01, 1.0, rtol=0.1)
    with pytest.raises(Mismatch) as caught:
        agrees(1.5, 1.0)
    assert (caught.value.sentence, caught.value.got, caught.value.expected) == (
        "the answer is 1.5, but 1 was expected",
        1.5,
        1.0,
    )
    with pytest.raises(Mismatch, match="integers were expected"):
        agrees(1.0, 1, integer=True)


@pytest.mark.parametrize("kind", [int, np.int64, np.uint64, lambda n: np.array([n]), lambda n: np.array(n)])
@pytest.mark.parametrize("expected", [2**53, 10**9, 2**62])
def test_whole_numbers_are_compared_exactly(kind, expected):
    assert difference(kind(expected), kind(expected)) is None
    found = difference(kind(expected + 1), kind(expected))
    assert found is not None
    assert f"{expected + 1}, but {expected} was expected" in found.sentence


def test_whole_numbers_beyond_64_bits_are_compared_exactly():
    assert difference(10**30, 10**30) is None
    assert difference(10**30 + 1, 10**30) is not None
