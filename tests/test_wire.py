"""What crosses between judge and worker: plain values come back as they were, everything else is a `WireError`."""

import json
import math
import random
import struct
import sys

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader import wire
from grader.wire import Handle, WireError

QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def round_trip(value):
    return wire.decode(wire.encode(value))


def message(node, blob=b""):
    """A message with this header, as a forger would write it."""
    header = json.dumps(node).encode()
    return struct.pack(">I", len(header)) + header + blob


def same(one, other):
    """Equal bit for bit where that can be told apart: types, NaN, the sign of zero, dtype, shape."""
    if type(one) is not type(other):
        return False
    if type(one) is float:
        return one.hex() == other.hex()
    if type(one) is complex:
        return same(one.real, other.real) and same(one.imag, other.imag)
    if type(one) in (list, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if type(one) is dict:
        return same([list(pair) for pair in one.items()], [list(pair) for pair in other.items()])
    if isinstance(one, (np.ndarray, np.generic)):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    return one == other


any_text = st.text(st.characters(exclude_categories=()), max_size=30)
huge = st.integers(-(10**wire.MAX_INT_DIGITS) + 1, 10**wire.MAX_INT_DIGITS - 1)
dtypes = st.sampled_from(list(wire.DTYPES.values()))
arrays = dtypes.flatmap(
    lambda dtype: hnp.arrays(dtype, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4))
)
scalars = dtypes.flatmap(lambda dtype: hnp.arrays(dtype, (1,))).map(lambda array: array[0])
leaves = (
    st.none()
    | st.booleans()
    | st.integers()
    | huge
    | st.floats()
    | st.complex_numbers()
    | any_text
    | scalars
    | arrays
    | st.builds(Handle, st.integers(0, 2**32 - 1), st.text(max_size=20))
)
keys = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | any_text,
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=4,
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple) | st.dictionaries(keys, inner, max_size=4)
    ),
    max_leaves=12,
)


@QUICK
@given(values)
@example([math.nan, math.inf, -math.inf, -0.0, 0.0, 5e-324, 1.7976931348623157e308])
@example([complex(-0.0, math.nan), complex(math.inf, -0.0)])
@example(["", "\x00", "\ud800", "\ud83d\ude00", "😀", "\u2028", "한글", '"\\'])
@example([10**1300 - 1, -(10**1300) + 1, 2**64, -(2**63) - 1])
@example({"a": 1, 1: 2, None: 3, (1, ("x", None)): 4, 2.5: 5, "": {}, 1j: 6, np.int64(7): 7, np.float32(0.5): 8})
@example([(), [], {}, ((),), [[]], ({},)])
def test_a_plain_value_comes_back_as_it_was(value):
    assert same(round_trip(value), value)


@QUICK
@given(arrays, st.sampled_from("<>"), st.sampled_from(["as it is", "transposed", "reversed", "every second"]))
def test_an_array_comes_back_native_writable_and_of_the_base_class(array, order, view):
    sent = array.astype(array.dtype.newbyteorder(order))
    if view == "transposed":
        sent = sent.T
    elif sent.ndim and view != "as it is":
        sent = sent[::-1] if view == "reversed" else sent[::2]
    got = round_trip(sent)
    assert type(got) is np.ndarray
    assert got.dtype == array.dtype
    assert got.dtype.isnative
    assert got.flags.writeable
    assert got.flags.owndata or got.base.flags.owndata
    assert got.shape == sent.shape
    np.testing.assert_array_equal(got, sent)


@pytest.mark.parametrize("name", wire.DTYPES)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (0, 3), (2, 0, 2), (2, 3), (1,) * 32])
def test_every_dtype_crosses_in_every_shape(name, shape):
    array = np.arange(math.prod(shape)).reshape(shape).astype(name)
    assert same(round_trip(array), array)
    assert same(round_trip(array.dtype.type(1)), array.dtype.type(1))


@pytest.mark.parametrize("code", "lLqQ")
def test_integers_of_the_platform_come_back_with_the_same_value_and_size(code):
    scalar = np.dtype(code).type(5)
    got = round_trip(scalar)
    assert (int(got), got.dtype.name) == (5, scalar.dtype.name)


def test_arrays_in_one_message_keep_their_order():
    sent = {"a": [np.arange(3), np.float32(2.5)], "b": (np.eye(2), [np.array(7), np.zeros((0, 2))])}
    assert same(round_trip(sent), sent)


@pytest.mark.parametrize(
    "value",
    [
        {"n": None},
        ["n"],
        ["i", "5"],
        ["a", "float64", [1], 8],
        {"tag": "h", "number": 0, "type": "os.system"},
        [["d", [[["s", "x"], ["n"]]]]],
        {"__reduce__": "os.system", "py/object": "os.system", "$ref": "#"},
        "['n']",
        ("h", 0, "builtins.eval"),
    ],
)
def test_a_lookalike_of_a_tagged_value_stays_what_it_is(value):
    assert same(round_trip(value), value)


class Row(list):
    """A subclass of a plain type: not plain."""


class Loud(np.ndarray):
    """An ndarray subclass: not plain."""


UNPLAIN = [
    object(),
    Row(),
    np.arange(3).view(Loud),
    np.ma.masked_array([1, 2], [True, False]),
    np.array([object()]),
    np.array(["text"]),
    np.array([b"x"]),
    np.zeros(2, [("a", int)]),
    np.datetime64("2024-01-01"),
    np.longdouble(1),
    b"bytes",
    {1, 2},
    frozenset(),
    range(3),
    len,
    int,
    Ellipsis,
]


@pytest.mark.parametrize("value", UNPLAIN, ids=lambda value: type(value).__name__)
def test_what_is_not_plain_stays_behind_a_handle_or_is_refused(value):
    with pytest.raises(WireError, match="cannot be sent"):
        wire.encode([value])
    kept = []

    def opaque(item):
        kept.append(item)
        return Handle(len(kept), type(item).__name__)

    assert wire.decode(wire.encode([value, 1], opaque)) == [Handle(1, type(value).__name__), 1]
    assert kept[0] is value


def test_nothing_of_an_unplain_value_is_run_while_it_is_looked_at():
    def explode(*args):
        raise AssertionError("the value's own code was run")

    names = ["eq", "len", "iter", "array", "reduce", "getattribute", "repr", "str", "bool", "hash", "index", "float"]
    trap = type("Trap", (), dict.fromkeys([f"__{name}__" for name in names], explode))()
    assert wire.decode(wire.encode([trap], lambda value: Handle(0, "trap"))) == [Handle(0, "trap")]


@pytest.mark.parametrize("key", [b"x", frozenset(), range(2), Ellipsis, object(), Handle(0, "x")])
def test_a_key_that_could_not_be_a_key_again_is_refused_when_it_is_sent(key):
    with pytest.raises(WireError, match="a dict with a key of type"):
        wire.encode({key: 1}, lambda value: Handle(0, "x"))


# --- caps: the largest that passes, and one more -----------------------------------------------------------------------


def nested(depth, kind=list):
    value = 1
    for _ in range(depth):
        value = {"k": value} if kind is dict else kind([value])
    return value


@pytest.mark.parametrize("kind", [list, tuple, dict])
def test_depth(kind):
    assert same(round_trip(nested(wire.MAX_DEPTH, kind)), nested(wire.MAX_DEPTH, kind))
    with pytest.raises(WireError, match="nested more than 16 deep"):
        wire.encode(nested(wire.MAX_DEPTH + 1, kind))


def test_a_value_that_holds_itself_is_too_deep():
    value = []
    value.append(value)
    with pytest.raises(WireError, match="nested"):
        wire.encode(value)


def test_number_of_values():
    assert round_trip([None] * (wire.MAX_NODES - 1)) == [None] * (wire.MAX_NODES - 1)
    with pytest.raises(WireError, match="more than 50000 values"):
        wire.encode([None] * wire.MAX_NODES)


@pytest.mark.parametrize("character", ["x", "한", "\x00"])
def test_length_of_a_text(character):
    assert round_trip(character * (wire.MAX_TEXT // 2)) == character * (wire.MAX_TEXT // 2)
    with pytest.raises(WireError, match="a text of 200001 characters"):
        wire.encode(character * (wire.MAX_TEXT + 1))


@pytest.mark.parametrize("sign", [1, -1])
def test_digits_of_an_integer(sign):
    largest = sign * (10**wire.MAX_INT_DIGITS - 1)
    assert round_trip(largest) == largest
    with pytest.raises(WireError, match="an integer of more than 1300 digits"):
        wire.encode(largest + sign)
    with pytest.raises(WireError, match="an integer of more than 1300 digits"):
        wire.encode(sign << 10_000_000)


def test_header_size():
    with pytest.raises(WireError, match="more than 1 MiB of text"):
        wire.encode(["x" * wire.MAX_TEXT] * 6)


def test_frame_size_is_asked_before_an_array_is_copied():
    endless = np.broadcast_to(np.float64(1), (10**6, 10**6))
    with pytest.raises(WireError, match=r"shape \(1000000, 1000000\) is larger than 64 MiB"):
        wire.encode(endless)
    quarter = np.broadcast_to(np.uint8(1), (16 << 20,))
    with pytest.raises(WireError, match="larger than 64 MiB"):
        wire.encode([quarter] * 4)


@pytest.mark.parametrize("array", [np.zeros((1,) * 33), np.broadcast_to(1.0, (0, wire.MAX_FRAME + 1))])
def test_dimensions_of_an_array(array):
    with pytest.raises(WireError, match="dimensions"):
        wire.encode(array)


def test_frame_length():
    assert wire.frame(b"four") == b"\x00\x00\x00\x04four"
    assert wire.frame_length(b"\x00\x00\x00\x04") == 4
    assert wire.frame_length(struct.pack(">I", wire.MAX_FRAME)) == wire.MAX_FRAME
    for length in (0, 3, wire.MAX_FRAME + 1, 2**32 - 1):
        with pytest.raises(WireError, match=f"a frame of {length} bytes"):
            wire.frame_length(struct.pack(">I", length))


# --- forged messages ---------------------------------------------------------------------------------------------------

FORGED = {
    "no value": [],
    "no tag": [None],
    "tag of another type": [1],
    "an object for a value": {"n": None},
    "a bare number": 5,
    "a bare text": "n",
    "unknown tag": ["z", 1],
    "none with more": ["n", 1],
    "bool as number": ["b", 1],
    "integer as number": ["i", 5],
    "integer of no digits": ["i", ""],
    "integer of a sign": ["i", "-"],
    "integer of two signs": ["i", "--5"],
    "integer with a plus": ["i", "+5"],
    "integer with a space": ["i", " 5"],
    "integer with a newline": ["i", "5\n"],
    "integer with underscores": ["i", "1_0"],
    "integer of other digits": ["i", "٣"],
    "integer of too many digits": ["i", "1" * 1301],
    "float as number": ["f", 1.0],
    "float of words": ["f", "one"],
    "float too large": ["f", "0x1p99999"],
    "float too long": ["f", "0x" + "0" * 40],
    "complex of one part": ["c", "0x1p0"],
    "complex of numbers": ["c", 1, 2],
    "text as number": ["s", 1],
    "text too long": ["s", "x" * (wire.MAX_TEXT + 1)],
    "list without list": ["l", "ab"],
    "list of untagged": ["l", [1]],
    "tuple of two lists": ["t", [], []],
    "dict of flat pairs": ["d", ["a", "b"]],
    "dict of triples": ["d", [[["n"], ["n"], ["n"]]]],
    "dict with a list as key": ["d", [[["l", []], ["n"]]]],
    "dict with an array as key": ["d", [[["a", "int8", [0], 0], ["n"]]]],
    "dict with a handle as key": ["d", [[["h", 0, "x"], ["n"]]]],
    "dict with a list in a tuple as key": ["d", [[["t", [["l", []]]], ["n"]]]],
    "scalar of objects": ["g", "object", ""],
    "scalar of a wrong size": ["g", "float64", "00"],
    "scalar that is not hex": ["g", "int8", "zz"],
    "scalar as number": ["g", "int8", 5],
    "array of objects": ["a", "object", [1], 8],
    "array of text": ["a", "<U1", [1], 4],
    "array of void": ["a", "V8", [1], 8],
    "array by code": ["a", "f8", [0], 0],
    "array of a list for a dtype": ["a", ["int8"], [0], 0],
    "array without shape": ["a", "int8", 0, 0],
    "array of negative size": ["a", "int8", [-1], -1],
    "array of two negative sizes": ["a", "int8", [-1, -1], 1],
    "array of a true size": ["a", "int8", [True], 1],
    "array of a fraction": ["a", "int8", [1.0], 1],
    "array with a wrong byte count": ["a", "int8", [2], 1],
    "array with bytes that are not there": ["a", "int8", [1], 1],
    "array of 33 dimensions": ["a", "int8", [0] * 33, 0],
    "array that no address space holds": ["a", "int8", [*[1 << 26] * 20, 0], 0],
    "handle of no number": ["h", "0", "x"],
    "handle of true": ["h", True, "x"],
    "negative handle": ["h", -1, "x"],
    "large handle": ["h", 2**32, "x"],
    "handle with a long name": ["h", 0, "x" * 201],
}


@pytest.mark.parametrize("node", FORGED.values(), ids=FORGED)
def test_a_forged_value_is_refused(node):
    for wrapped in (node, ["l", [node]], ["d", [[["s", "k"], node]]]):
        with pytest.raises(WireError):
            wire.decode(message(wrapped))


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"[",
        b"NaN",
        b'["f", NaN]',
        b'["f", -Infinity]',
        b'["s", "\xff"]',
        b'["n"] ["n"]',
        b'["n"]\x00',
        b"\xef\xbb\xbf[]",
        '["n"]'.encode("utf-16"),
        b"[" * 500_000,
        b"1" * 100_000,
        b'{"a":' * 100_000,
    ],
    ids=lambda header: ascii(header[:20]),
)
def test_a_header_that_is_not_ours_is_refused(header):
    with pytest.raises(WireError):
        wire.decode(struct.pack(">I", len(header)) + header)


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x00\x00\x00", b"\x00\x00\x00\x05[]", b"\xff\xff\xff\xff[]"])
def test_a_message_without_its_header_is_refused(data):
    with pytest.raises(WireError):
        wire.decode(data)


def test_bytes_behind_the_last_array_are_refused():
    with pytest.raises(WireError, match="bytes behind the last array"):
        wire.decode(wire.encode(np.arange(3)) + b"\x00")
    with pytest.raises(WireError, match="bytes behind the last array"):
        wire.decode(wire.encode(None) + b"x")


def test_depth_and_number_of_values_are_counted_on_arrival_too():
    deep = ["n"]
    for _ in range(wire.MAX_DEPTH + 1):
        deep = ["l", [deep]]
    for node in (deep, ["l", [["n"]] * wire.MAX_NODES]):
        with pytest.raises(WireError, match="too many values, or nested too deep"):
            wire.decode(message(node))


# --- damaged messages: only ever `WireError` ---------------------------------------------------------------------------

SAMPLES = [
    wire.encode(value)
    for value in (
        None,
        [True, -5, 2.5, 1j, "text", None],
        {"id": 2**62, "status": "returned", "value": np.arange(6.0).reshape(2, 3), "changed": None, "seen": []},
        {"a": (np.float32(1), np.array(3)), (1, 2): [np.zeros((0, 3), np.int8), np.eye(2, dtype=complex)]},
    )
] + [wire.encode([Handle(3, "keras.Model"), Handle(4, "x")])]


def decode_or_refuse(data):
    """The value, or None for a refusal; anything else that is raised fails the test. What is decoded can be sent again."""
    try:
        value = wire.decode(data)
    except WireError:
        return None
    wire.encode(value)
    return value


def test_thousands_of_damaged_messages_are_only_ever_refused():
    generator = random.Random(20240607)
    refused = 0
    for number in range(10_000):
        data = bytearray(SAMPLES[number % len(SAMPLES)])
        for _ in range(generator.randint(1, 4)):
            place = generator.randrange(len(data)) if data else 0
            kind = generator.randrange(5)
            if kind == 0 and data:
                data[place] = generator.randrange(256)
            elif kind == 1:
                data[place:place] = generator.randbytes(generator.randint(1, 8))
            elif kind == 2:
                del data[place : place + generator.randint(1, 8)]
            elif kind == 3:
                del data[place:]
            elif data:
                data[place] ^= 1 << generator.randrange(8)
        if len(data) > 8 and number % 2:
            data[:4] = struct.pack(">I", max(0, len(data) - 4 - generator.choice([0, 8, 48])))  # let it reach the JSON
        refused += decode_or_refuse(data) is None
    assert refused > 5_000


def test_every_truncated_message_is_refused():
    for sample in SAMPLES:
        for length in range(len(sample)):
            with pytest.raises(WireError):
                wire.decode(sample[:length])


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 2**70)
    | st.floats()
    | st.sampled_from([*wire.DTYPES, *"nbifcsltdgah", "00"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("nlda"), inner, max_size=2),
    max_leaves=12,
)
tagged = st.recursive(
    st.tuples(st.sampled_from("nbifcsgahltd"), json_values, json_values, json_values).flatmap(
        lambda parts: st.integers(1, 4).map(lambda count: list(parts[:count]))
    ),
    lambda inner: (
        st.tuples(st.sampled_from("lt"), st.lists(inner, max_size=3)).map(list)
        | st.lists(st.lists(inner, min_size=2, max_size=2), max_size=2).map(lambda pairs: ["d", pairs])
    ),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(tagged | json_values, st.binary(max_size=16))
def test_whatever_json_a_forger_writes_is_a_value_or_refused(node, blob):
    decode_or_refuse(message(node, blob))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=64), st.booleans())
def test_whatever_bytes_a_forger_writes_are_a_value_or_refused(data, with_length):
    decode_or_refuse(struct.pack(">I", len(data)) + data if with_length else data)


def test_decoding_executes_and_imports_nothing():
    events = []
    watching = True

    def audit(event, args):
        if watching and event in {
            "exec",
            "compile",
            "import",
            "open",
            "os.system",
            "subprocess.Popen",
            "pickle.find_class",
        }:
            events.append((event, args))

    for sample in SAMPLES:
        wire.decode(sample)  # whatever is imported lazily is imported now
    sys.addaudithook(audit)
    try:
        for sample in (*SAMPLES, message(["s", "__import__('os').system('true')"]), message(["h", 0, "os.system"])):
            wire.decode(sample)
        for node in FORGED.values():
            with pytest.raises(WireError):
                wire.decode(message(node))
    finally:
        watching = False  # a hook cannot be taken back
    assert events == []
