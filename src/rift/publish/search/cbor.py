"""Read and write the little of CBOR (RFC 8949) that the files of a search index hold: numbers, texts, arrays."""

from __future__ import annotations

NUMBER, TEXT, ARRAY = 0, 3, 4
SIZES = {24: 1, 25: 2, 26: 4, 27: 8}  # additional information: bytes of the number that follows
OPEN, BREAK = 0x9F, 0xFF  # an array of unstated length, and its end

Value = int | str | list


def decode(data: bytes) -> Value:
    """The value that ``data`` holds. Raises ``ValueError`` for another kind of value, or if something follows."""
    value, end = _value(data, 0)
    if end != len(data):
        raise ValueError(f"{len(data) - end} bytes after the value")
    return value


def encode(value: Value) -> bytes:
    """``value`` in its shortest form."""
    if isinstance(value, str):
        text = value.encode()
        return _head(TEXT, len(text)) + text
    if isinstance(value, list):
        return _head(ARRAY, len(value)) + b"".join(map(encode, value))
    return _head(NUMBER, value)


def _value(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins at ``at``, and where it ends."""
    if data[at] == OPEN:
        values, at = [], at + 1
        while data[at] != BREAK:
            value, at = _value(data, at)
            values.append(value)
        return values, at + 1
    kind, number, at = _read_head(data, at)
    if kind == NUMBER:
        return number, at
    if kind == TEXT:
        return data[at:at + number].decode(), at + number
    if kind == ARRAY:
        values = []
        for _ in range(number):
            value, at = _value(data, at)
            values.append(value)
        return values, at
    raise ValueError(f"values of kind {kind} are not read here")


def _read_head(data: bytes, at: int) -> tuple[int, int, int]:
    """Kind of the value at ``at``, its number (value or length), and where what follows begins."""
    kind, number = data[at] >> 5, data[at] & 0x1F
    if number < 24:
        return kind, number, at + 1
    if number not in SIZES:
        raise ValueError(f"head {data[at]:#x} is not read here")
    end = at + 1 + SIZES[number]
    return kind, int.from_bytes(data[at + 1:end], "big"), end


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    size, length = next((size, length) for size, length in SIZES.items() if number < 256 ** length)
    return bytes([kind << 5 | size]) + number.to_bytes(length, "big")
