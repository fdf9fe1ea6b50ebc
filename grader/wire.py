"""Plain values ↔ bytes, for the line between judge and worker.

A message is `header length (4 bytes, big-endian) | JSON header | raw array bytes`. Every value in the header is tagged,
`["f", "0x1.8p+0"]`, so that a learner's dict can never be read as a typed value. Arrays are a dtype from a fixed list, a shape,
and exactly the bytes that these two ask for. Whatever breaks a rule raises `WireError`; nothing received is ever executed.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from grader.framing import FRAME_PREFIX, LENGTH, MAX_FRAME, WireError, frame, frame_length

__all__ = [
    "FRAME_PREFIX",
    "MAX_FRAME",
    "Handle",
    "WireError",
    "decode",
    "encode",
    "frame",
    "frame_length",
    "refuse_opaque",
]

T = TypeVar("T")
Array = np.ndarray[Any, np.dtype[Any]]

MAX_HEADER = 1 << 20
MAX_DEPTH = 16
MAX_NODES = 50_000
MAX_TEXT = 200_000
MAX_INT_DIGITS = 1300
MAX_DIMENSIONS = 32
MAX_KEYS = 1000
"""Of a dict, beside texts: numbers can be chosen so that all have one hash, and each new one meets all earlier ones."""

DTYPES = {
    name: np.dtype(name)
    for name in (
        "bool",
        *("int8", "int16", "int32", "int64"),
        *("uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64"),
        *("complex64", "complex128"),
    )
}
# `dtype.name` is worked out anew at every call; a message may hold hundreds of arrays.
_NAMES = {dtype: name for name, dtype in DTYPES.items()}
_INTEGER = re.compile(rf"-?[0-9]{{1,{MAX_INT_DIGITS}}}")
_TOO_LARGE = 10**MAX_INT_DIGITS
# `longlong` and its like have a name on the list, but are types of their own.
_SCALARS = (*(dtype.type for dtype in DTYPES.values()), *(np.dtype(code).type for code in "lLqQ"))
# What a dict may have as keys: what can be hashed again on the other side.
_KEYS = (str, int, float, bool, complex, type(None), tuple, *_SCALARS)


@dataclass(frozen=True, slots=True)
class Handle:
    """A value that stays in the worker: its number there and the name of its type."""

    number: int
    type: str


Opaque = Callable[[object], Handle]


def refuse_opaque(value: object) -> Handle:
    """The `opaque` of a side that has nothing to keep: only plain values may be sent."""
    raise WireError(f"a value of type {type(value).__name__} cannot be sent")


def _no_constant(name: str) -> object:
    raise WireError(f"a bare {name} in the header")


# With these settings `json.dumps` and `json.loads` would make new ones for every message.
_JSON = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)
_OF_JSON = json.JSONDecoder(parse_constant=_no_constant)


class _Encoder:
    def __init__(self, opaque: Opaque) -> None:
        self.opaque = opaque
        self.blobs: list[bytes] = []
        self.nodes = 0
        self.offset = 0

    def node(self, value: object, depth: int) -> list[object]:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise WireError(f"more than {MAX_NODES} values in one answer")
        if depth > MAX_DEPTH:
            raise WireError(f"nested more than {MAX_DEPTH} deep")
        kind = type(value)
        if kind is str:
            return _text_node(value)  # type: ignore[arg-type]
        if kind is float:
            return ["f", value.hex()]  # type: ignore[attr-defined]
        plain = _plain_node(value)
        if plain is not None:
            return plain
        if kind is list or kind is tuple:
            return ["l" if kind is list else "t", [self.node(v, depth + 1) for v in value]]  # type: ignore[attr-defined]
        if kind is dict:
            if len(value) > MAX_KEYS and not all(type(key) is str for key in value):  # type: ignore[arg-type,attr-defined]
                raise WireError(f"a dict with more than {MAX_KEYS} keys that are not texts")
            pairs = [[self.key(k, depth + 1), self.node(v, depth + 1)] for k, v in value.items()]  # type: ignore[attr-defined]
            return ["d", pairs]
        if kind is np.ndarray and value.dtype.newbyteorder("=") in _NAMES:  # type: ignore[attr-defined]
            return self.array(value)  # type: ignore[arg-type]
        if kind in _SCALARS:
            array = np.asarray(value)
            return ["g", _NAMES[array.dtype], array.tobytes().hex()]
        handle = value if kind is Handle else self.opaque(value)
        return ["h", handle.number, handle.type[:200]]  # type: ignore[attr-defined]

    def key(self, key: object, depth: int) -> list[object]:
        if type(key) not in _KEYS:
            raise WireError(f"a dict with a key of type {type(key).__name__}")
        return self.node(key, depth)

    def array(self, value: Array) -> list[object]:
        dtype = value.dtype.newbyteorder("=")
        if value.ndim > MAX_DIMENSIONS or max(value.shape, default=0) > MAX_FRAME:
            raise WireError(f"an array of {value.ndim} dimensions, the longest of {max(value.shape)}")
        self.offset += value.nbytes  # asked before the copy: a broadcast array is small only until then
        if self.offset > MAX_FRAME - MAX_HEADER - LENGTH.size:
            raise WireError(f"an array of shape {value.shape} is larger than {MAX_FRAME >> 20} MiB allow")
        data = np.ascontiguousarray(value, dtype=dtype).tobytes()
        self.blobs.append(data)
        return ["a", _NAMES[dtype], list(value.shape), len(data)]


def _plain_node(value: object) -> list[object] | None:
    kind = type(value)
    if value is None:
        return ["n"]
    if kind is bool:
        return ["b", value]
    if kind is int:
        return ["i", _int_text(value)]  # type: ignore[arg-type]
    if kind is complex:
        return ["c", value.real.hex(), value.imag.hex()]  # type: ignore[attr-defined]
    return None


def _text_node(value: str) -> list[object]:
    if len(value) > MAX_TEXT:
        raise WireError(f"a text of {len(value)} characters")
    return ["s", value]


def _int_text(value: int) -> str:
    # Asked before the conversion, which is quadratic.
    if abs(value) >= _TOO_LARGE:
        raise WireError(f"an integer of more than {MAX_INT_DIGITS} digits")
    return str(value)


def encode(value: object, opaque: Opaque = refuse_opaque) -> bytes:
    """One message, without its frame length. Raises `WireError` for what may not cross."""
    encoder = _Encoder(opaque)
    text = _JSON.encode(encoder.node(value, 0))
    # Not as \u escapes: of those, two lone surrogates would come back as one character.
    header = text.encode("utf-8", "surrogatepass")
    if len(header) > MAX_HEADER:
        raise WireError(f"an answer of more than {MAX_HEADER >> 20} MiB of text")
    return b"".join((LENGTH.pack(len(header)), header, *encoder.blobs))


class _Decoder:
    def __init__(self, blob: memoryview) -> None:
        self.blob = blob
        self.offset = 0
        self.nodes = 0

    def value(self, node: object, depth: int) -> object:
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            raise WireError("too many values, or nested too deep")
        if type(node) is not list or not node or type(node[0]) is not str:
            raise WireError("a value without a tag")
        tag, *rest = node
        build = _BUILDERS.get(tag)
        if build is None:
            raise WireError(f"unknown tag {tag[:20]!r}")
        return build(self, rest, depth)

    def none(self, rest: list[object], depth: int) -> None:
        _expect(not rest)

    def boolean(self, rest: list[object], depth: int) -> bool:
        return _one(rest, bool)

    def integer(self, rest: list[object], depth: int) -> int:
        text = _one(rest, str)
        _expect(_INTEGER.fullmatch(text) is not None)
        return int(text)

    def real(self, rest: list[object], depth: int) -> float:
        return _hex_float(_one(rest, str))

    def complex_number(self, rest: list[object], depth: int) -> complex:
        _expect(len(rest) == 2 and all(type(part) is str for part in rest))
        return complex(*(_hex_float(part) for part in rest))  # type: ignore[arg-type]

    def text(self, rest: list[object], depth: int) -> str:
        text = _one(rest, str)
        _expect(len(text) <= MAX_TEXT)
        return text

    def sequence(self, rest: list[object], depth: int) -> list[object]:
        return [self.value(node, depth + 1) for node in _one(rest, list)]

    def pair(self, rest: list[object], depth: int) -> tuple[object, ...]:
        return tuple(self.sequence(rest, depth))

    def mapping(self, rest: list[object], depth: int) -> dict[object, object]:
        result: dict[object, object] = {}
        pairs = _one(rest, list)
        _expect(len(pairs) <= MAX_KEYS or all(map(_has_text_key, pairs)))
        for pair in pairs:
            _expect(type(pair) is list and len(pair) == 2)
            key = self.value(pair[0], depth + 1)
            if type(key) is not str:
                _expect_key(key)
            result[key] = self.value(pair[1], depth + 1)
        return result

    def scalar(self, rest: list[object], depth: int) -> np.generic:
        _expect(len(rest) == 2 and type(rest[1]) is str)
        dtype = _dtype(rest[0])
        try:
            data = bytes.fromhex(rest[1])  # type: ignore[arg-type]
        except ValueError as error:
            raise WireError("a scalar that is not hexadecimal") from error
        _expect(len(data) == dtype.itemsize)
        scalar: np.generic = np.frombuffer(data, dtype)[0]
        return scalar

    def array(self, rest: list[object], depth: int) -> Array:
        _expect(len(rest) == 3)
        dtype, shape, size = _dtype(rest[0]), _shape(rest[1]), rest[2]
        _expect(type(size) is int and size == math.prod(shape) * dtype.itemsize)
        end = self.offset + size  # type: ignore[operator]
        _expect(end <= len(self.blob))
        try:
            # A copy: the judge's arrays are its own, writable, and base ndarrays.
            array = np.frombuffer(self.blob[self.offset : end], dtype).reshape(shape).copy()
        except ValueError as error:
            raise WireError("a shape that NumPy refuses") from error
        self.offset = end
        return array

    def handle(self, rest: list[object], depth: int) -> Handle:
        _expect(len(rest) == 2 and type(rest[0]) is int and type(rest[1]) is str)
        number, name = rest
        _expect(0 <= number < 1 << 32 and len(name) <= 200)  # type: ignore[operator,arg-type]
        return Handle(number, name)  # type: ignore[arg-type]


_BUILDERS: dict[str, Callable[[_Decoder, list[object], int], object]] = {
    "n": _Decoder.none,
    "b": _Decoder.boolean,
    "i": _Decoder.integer,
    "f": _Decoder.real,
    "c": _Decoder.complex_number,
    "s": _Decoder.text,
    "l": _Decoder.sequence,
    "t": _Decoder.pair,
    "d": _Decoder.mapping,
    "g": _Decoder.scalar,
    "a": _Decoder.array,
    "h": _Decoder.handle,
}


def _has_text_key(pair: object) -> bool:
    return type(pair) is list and bool(pair) and type(pair[0]) is list and pair[0][:1] == ["s"]


def _expect(true: bool) -> None:
    if not true:
        raise WireError("a value that does not fit its tag")


def _expect_key(key: object) -> None:
    _expect(type(key) in _KEYS)
    try:
        hash(key)
    except TypeError as error:
        raise WireError("a key that cannot be hashed") from error


def _one(rest: list[object], kind: type[T]) -> T:
    _expect(len(rest) == 1 and type(rest[0]) is kind)
    return rest[0]  # type: ignore[return-value]


def _hex_float(text: str) -> float:
    try:
        return float.fromhex(text) if len(text) <= 32 else _no_constant("float")  # type: ignore[return-value]
    except (ValueError, OverflowError) as error:
        raise WireError("a float that is not hexadecimal") from error


def _dtype(name: object) -> np.dtype[Any]:
    if type(name) is not str or name not in DTYPES:
        raise WireError("a dtype that is not on the list")
    return DTYPES[name]


def _shape(sizes: object) -> tuple[int, ...]:
    _expect(type(sizes) is list and len(sizes) <= MAX_DIMENSIONS)
    _expect(all(type(size) is int and 0 <= size <= MAX_FRAME for size in sizes))  # type: ignore[attr-defined]
    return tuple(sizes)  # type: ignore[arg-type]


def decode(message: bytes | bytearray | memoryview) -> object:
    """The value of one message. Raises `WireError` for anything that `encode` would not have made."""
    view = memoryview(message)
    if len(view) < LENGTH.size:
        raise WireError("a message without a header")
    length: int = LENGTH.unpack(view[: LENGTH.size])[0]
    if length > min(MAX_HEADER, len(view) - LENGTH.size):
        raise WireError("a header longer than its message")
    start = LENGTH.size + length
    try:
        text = bytes(view[LENGTH.size : start]).decode("utf-8", "surrogatepass")
        node = _OF_JSON.decode(text)
    except (ValueError, RecursionError) as error:
        raise WireError("a header that is not JSON") from error
    decoder = _Decoder(view[start:])
    value = decoder.value(node, 0)
    if decoder.offset != len(decoder.blob):
        raise WireError("bytes behind the last array")
    return value
