"""Ids are addresses: siglum and raw line, with the element's name where several begin on a line."""

from __future__ import annotations

from rift.encode.ids import Ids


def test_the_first_block_of_a_line_has_the_bare_address():
    ids = Ids("k")
    assert [ids.block(390, "div"), ids.block(390, "head"), ids.block(392, "p")] == ["k390", "k390.head", "k392"]


def test_what_stands_inside_a_block_has_its_name():
    ids = Ids("k")
    assert [ids.inner(42, "note"), ids.block(42, "p")] == ["k42.note", "k42"]


def test_the_second_of_a_name_is_numbered():
    ids = Ids("k")
    assert [ids.inner(42, "said") for _ in range(3)] == ["k42.said", "k42.said2", "k42.said3"]


def test_blocks_and_what_stands_in_them_share_their_names():
    ids = Ids("k")
    made = [ids.block(42, "note"), ids.block(42, "note"), ids.inner(42, "note")]
    assert made == ["k42", "k42.note", "k42.note2"]
