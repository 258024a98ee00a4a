"""Labels in menus."""

from __future__ import annotations

import pytest

from rift.publish.files import load_edition
from rift.publish.labels import LENGTH, day, number, ordinal, page_label, shorten
from rift.publish.pages import split

from .conftest import EDITIONS, SMALL


def test_a_label_is_cut_at_a_word():
    assert shorten("short") == "short"
    assert shorten("word, " * 20) == "word, " * 11 + "word\u00a0…"
    assert shorten("word " * 20).removesuffix("\u00a0…") in "word " * 20


@pytest.mark.parametrize(
    ("when", "words"),
    [("1961-12-04", "4 December 1961"), ("1961-12", "December 1961"), ("1961", "1961")],
)
def test_a_day_as_a_reader_writes_it(when, words):
    assert day(when) == words


def test_a_number_in_a_sentence():
    assert [number(0), number(4), number(12), number(13)] == ["no", "four", "twelve", "13"]
    assert [ordinal(1), ordinal(10), ordinal(11)] == ["first", "tenth", "11."]


def test_a_letter_is_told_from_others_by_its_date():
    talks = next(file for file in load_edition(SMALL).texts if file.id == "talks")
    assert [page_label(page) for page in split(talks)] == [
        "Talks on the Quay",
        "Notes of the Office (5\u00a0February\u00a01951)",
        "The second note",
    ]


def test_no_two_pages_of_a_text_have_one_label():
    for file in load_edition(EDITIONS["repository"]).texts:
        labels = [page_label(page) for page in split(file)]
        assert len(set(labels)) == len(labels)
        assert all(len(label) < LENGTH + 25 for label in labels)
