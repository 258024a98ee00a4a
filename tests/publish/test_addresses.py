"""Pointers of the edition as links of the site."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rift.publish.addresses import Addresses, landing, relative, root_of
from rift.publish.files import load_edition
from rift.publish.site import plan
from rift.publish.synopsis.passages import Passages

from .conftest import SMALL


@pytest.mark.parametrize(
    ("pointer", "address"),
    [
        ("#h5", "harbour/h3.html#h5"),
        ("talks.xml#q5", "talks/q1.html#q5"),
        ("talks.xml#q5 talks.xml#q8", "talks/q1.html#q5"),  # a link has one end
        ("#h8.note", "harbour/h3.html#h8.note"),  # inside sic, but shown
        ("edition.xml#wit-h", "editorial.html#wit-h"),
        ("register/persons.xml#anna", "people/anna.html"),
        ("register/works.xml#book", None),  # not in the register
        ("#nowhere", None),
        ("https://example.org/", None),
        ("", None),
    ],
)
def test_where_a_pointer_leads(pointer, address):
    addresses = plan(load_edition(SMALL), {"html"}).addresses
    assert addresses.of_pointer(pointer, "tei/harbour.xml") == address


def test_paths_are_seen_from_the_file_that_points():
    assert landing("../talks.xml#q5", "tei/register/persons.xml") == ("tei/talks.xml", "q5")
    assert landing("#a", "tei/x.xml") == ("tei/x.xml", "a")


def test_addresses_as_seen_from_a_page():
    assert root_of("harbour/h3.html") == "../"
    assert relative("talks/q1.html#q5", "harbour/h3.html") == "../talks/q1.html#q5"
    assert relative("harbour/h3.html#h5", "harbour/h3.html") == "#h5"
    assert relative("index.html", "index.html") == "index.html"


@pytest.mark.parametrize(
    ("who", "side"),
    [
        ("register/persons.xml#ben", "soviet"),
        ("register/persons.xml#anna register/persons.xml#ben", ""),
        ("register/persons.xml#nobody", ""),
        ("elsewhere.xml#ben", ""),
    ],
)
def test_sides_come_from_the_register(who, side):
    assert plan(load_edition(SMALL), {"html"}).side(who, "tei/talks.xml") == side


def test_what_is_found_out_about_a_site_is_found_out_once():
    site = plan(load_edition(SMALL), {"html"})
    assert site.once(Passages) is site.once(Passages)
    elsewhere = replace(site, addresses=Addresses({}))  # as in the e-book, whose parts stand at other addresses
    assert site.once(Passages).of(("tei/harbour.xml", "h5")) is not None
    assert elsewhere.once(Passages).of(("tei/harbour.xml", "h5")) is None
