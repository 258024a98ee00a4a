"""Hyphens at line ends: the book is its own dictionary."""

from __future__ import annotations

import pytest

from rift.structure.hyphens import Hyphens


def keeps(before: str, after: str, *book: str, rows: dict[int, bool] | None = None) -> bool:
    return Hyphens([*book, before, after], rows).keeps(before, after, 1)


def test_a_word_that_stands_joined_elsewhere_is_joined():
    assert not keeps("the har-", "bour at night", "a harbour in the south")


def test_a_word_that_stands_with_its_hyphen_elsewhere_keeps_it():
    assert keeps("the half-", "hearted applause", "a half-hearted answer")


def test_the_form_that_is_more_frequent_decides():
    assert keeps("a co-", "operative farm", "co-operative and co-operative", "cooperative")
    assert not keeps("a co-", "operative farm", "cooperative and cooperative", "co-operative")


def test_what_the_book_has_nowhere_is_joined():
    assert not keeps("an unpreced-", "ented storm")


def test_a_part_before_a_capital_keeps_its_hyphen():
    assert keeps("the Anglo-", "Norwegian talks")


def test_a_line_in_capitals_divides_words_as_any_other():
    assert not keeps("THE HAR-", "BOUR")


@pytest.mark.parametrize("before", ["in 1950-", "the 6th-"])
def test_figures_keep_their_hyphen(before):
    assert keeps("in 1950-", "1951 again")


def test_a_hyphen_of_a_longer_compound_is_seen_by_its_neighbours():
    """``out-of-date``: the part before the line's end joins one that stands with it elsewhere."""
    assert keeps("an out-of-", "date map", "of an out-of-date kind")
    assert not keeps("the ship-own-", "ers’ club", "the ship-owners met")


def test_a_possessive_is_the_same_word():
    assert not keeps("the har-", "bour’s end", "a harbour")


def test_a_prefix_keeps_its_hyphen_before_a_word():
    assert keeps("a pseudo-", "friend came", "my friend left")
    assert not keeps("a pseudo-", "nym of hers", "my friend left")


def test_the_books_habit_decides_for_a_compound_that_it_has_once():
    habit = ("anti-storm and anti-fog walls", "the rain came, and the rain went")
    assert keeps("an anti-", "rain roof", *habit)


def test_short_words_that_form_solid_compounds_prove_nothing():
    assert not keeps("with-", "standing it", "with-it and with-all", "standing there")


def test_a_row_decides_before_the_rule():
    assert keeps("the har-", "bour", "a harbour", rows={1: True})
    assert not keeps("the half-", "hearted", "half-hearted", rows={1: False})


def test_halves_at_line_ends_are_no_evidence():
    """``har`` and ``bour`` are no words of the book, though lines end and begin with them."""
    words = Hyphens(["the har-", "bour at night"]).words
    assert "har" not in words and "bour" not in words
    assert words["night"] == 1


def test_a_soft_hyphen_is_never_part_of_the_word():
    assert not keeps("the half\u00ad", "hearted applause", "a half-hearted answer")
    assert keeps("the half\u2010", "hearted applause", "a half-hearted answer")
