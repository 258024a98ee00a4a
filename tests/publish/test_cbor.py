"""What the files of a search index hold can be read and written again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rift.publish.search.cbor import decode, encode

VALUES = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda values: st.lists(values, max_size=30), max_leaves=60)


@given(VALUES)
def test_what_is_written_is_read_again(value):
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),  # examples of the standard, appendix A
    [(0, "00"), (23, "17"), (24, "1818"), (100, "1864"), (1000, "1903e8"), (1000000, "1a000f4240"), (18446744073709551615, "1bffffffffffffffff"),
     ("", "60"), ("IETF", "6449455446"), ("ü", "62c3bc"), ([], "80"), ([1, [2, 3], [4, 5]], "8301820203820405")],
)
def test_numbers_texts_and_arrays_as_the_standard_writes_them(value, data):
    assert encode(value) == bytes.fromhex(data)
    assert decode(bytes.fromhex(data)) == value


def test_an_array_of_unstated_length_is_read():
    assert decode(bytes.fromhex("9f018202039f0405ffff")) == [1, [2, 3], [4, 5]]


@pytest.mark.parametrize("data", ["f5", "20", "41ff", "0000", "1c"], ids=["true", "negative", "bytes", "more", "reserved"])
def test_anything_else_is_refused(data):
    with pytest.raises(ValueError):
        decode(bytes.fromhex(data))
