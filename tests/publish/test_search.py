"""What the search looks through, and that its index is the same bytes twice."""

from __future__ import annotations

import gzip
import json
import random

import pytest

from rift.diagnostics import Problem
from rift.publish import publish
from rift.publish.files import load_edition
from rift.publish.search.cbor import decode
from rift.publish.search.index import SIGNATURE, index_files
from rift.publish.search.records import Record, plain, records
from rift.publish.site import plan

from .conftest import REPOSITORY, SMALL


@pytest.fixture(scope="module")
def small_records() -> dict[str, Record]:
    return {record.url.rpartition("#")[2]: record for record in records(plan(load_edition(SMALL), {"html"}))}


@pytest.fixture(scope="module")
def all_records() -> dict[str, Record]:
    return {record.url.rpartition("#")[2]: record for record in records(plan(load_edition(REPOSITORY), {"html"}))}


def test_a_record_for_each_turn_paragraph_heading_and_note(small_records):
    talks = [xml_id for xml_id, record in small_records.items() if record.filters["text"] == ["talks"]]
    assert talks == ["q1.opener", "q2", "q2.head2", "q3", "q5", "q6", "q8", "q19.head", "q19.note", "q20.opener", "q21", "q23.head", "q24", "q25"]
    assert small_records["q3"].content == "Sit down [Ben]. All is well [in German] I said sit."
    assert small_records["h3.note"].content == "So called."


def test_a_record_is_what_the_page_reads_without_label_and_notes(small_records):
    assert small_records["q5"].content.startswith("No. (Applause)")
    assert small_records["h4"].content == "We land. Ben is late."
    assert "In Italian" not in small_records["h5"].content


@pytest.mark.parametrize(
    ("xml_id", "name", "values"),
    [
        ("q3", "mode", ["spoken"]),
        ("h5", "mode", ["narrated", "reported"]),
        ("h9", "mode", ["narrated"]),
        ("h3.note", "mode", ["note"]),
        ("q2", "mode", None),
        ("q6", "speaker", ["anna", "ben"]),
        ("h5", "speaker", ["anna", "ben"]),
        ("h5", "person", ["anna"]),
        ("h14", "place", ["quay"]),
        ("h5", "year", ["1951"]),
        ("q21", "year", ["1951"]),  # the letter was sent then
        ("h14", "where", ["p. 9"]),
        ("q5", "where", ["turn 2"]),
    ],
)
def test_filters(small_records, xml_id, name, values):
    assert small_records[xml_id].filters.get(name) == values


@pytest.mark.parametrize(
    ("xml_id", "shown", "word"),
    [
        ("r46", "If this is a preamble", "Hoxha"),  # the label says Comrade Enver
        ("m37", "Gomułka", "Gomulka"),
        ("k918", "said Malenkov", "Georgy"),  # how the register calls him
    ],
)
def test_names_are_found_that_the_passage_does_not_print(all_records, xml_id, shown, word):
    record = all_records[xml_id]
    assert shown in record.content and word not in record.content.split()
    assert word in record.names.split()


def test_every_printed_form_of_hoxha_leads_to_him(all_records):
    named = [r for r in all_records.values() if "hoxha" in r.filters.get("person", [])]
    assert len(named) > 60
    assert all("Hoxha" in record.content or "Hoxha" in record.names.split() for record in named)


def test_a_speech_is_spoken_and_a_quotation_reported(all_records):
    assert all_records["t12"].filters["mode"] == ["spoken"] and all_records["t12"].filters["speaker"] == ["khrushchev"]
    assert all_records["m21"].filters["year"] == ["1953", "1956"] or "1956" in all_records["m21"].filters["year"]
    assert "reported" in all_records["k18897"].filters["mode"]


def test_plain_letters():
    assert [plain(word) for word in ("Tiranë", "Gomułka", "Mićunović", "Đilas", "plain")] == ["Tirane", "Gomulka", "Micunovic", "Dilas", "plain"]


# ---- the index


def some_records(number: int) -> list[Record]:
    chosen = random.Random(7)
    words = "quay ferry harbour council bridge winter Tiranë Gomułka".split()
    return [
        Record(f"a.html#a{at}", " ".join(chosen.choices(words, k=12)), "Hidden" if at % 2 else "",
               {"text": ["a"], "person": sorted({f"p{chosen.randrange(40)}" for _ in range(4)}), "year": [str(1950 + at % 9)]})
        for at in range(number)
    ]


def test_the_index_is_the_same_bytes_twice():
    found = some_records(300)
    assert index_files(found) == index_files(found)


def test_the_files_of_the_index_name_each_other():
    files = dict(index_files(some_records(30)))
    entry = json.loads(files["search/pagefind-entry.json"])
    meta = decode(gzip.decompress(files[f"search/pagefind.{entry['languages']['en']['hash']}.pf_meta"]).removeprefix(SIGNATURE))
    assert len(meta[1]) == 30
    filters = {name: f"search/filter/{file}.pf_filter" for name, file in meta[3]}
    assert list(filters) == ["person", "text", "year"]
    name, values = decode(gzip.decompress(files[filters["year"]]).removeprefix(SIGNATURE))
    assert name == "year" and [value for value, _ in values] == [str(year) for year in range(1950, 1959)]
    assert sum("/fragment/" in path for path in files) == 30
    assert not [path for path in files if "ui" in path]


def test_an_unchanged_index_is_taken_over(small, tmp_path):
    out = tmp_path / "site"
    publish(small, out, {"html", "search"})
    before = {path.name: path.stat().st_ino for path in (out / "search").rglob("*") if path.is_file()}
    edition = small / "tei" / "register" / "persons.xml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("Invented.", "Invented, as all is."), encoding="utf-8")
    publish(small, out, {"html", "search"})
    assert {path.name: path.stat().st_ino for path in (out / "search").rglob("*") if path.is_file()} == before


def test_without_pagefind_the_search_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    with pytest.raises(Problem) as raised:
        index_files(some_records(2))
    assert raised.value.finding.code == "PUB-020"


def test_a_pagefind_that_ends_too_soon_is_told(monkeypatch):
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/true")
    with pytest.raises(Problem, match="ended before"):
        index_files(some_records(2))


def test_the_page_offers_every_value_and_every_index(small, tmp_path):
    publish(small, tmp_path / "site", {"html", "search"})
    page = (tmp_path / "site" / "search.html").read_text(encoding="utf-8")
    assert '<option value="ben" data-label="Ben">Ben (3)</option>' in page
    assert 'href="people/index.html"' in page and 'href="talks/q1.html"' in page
    assert "'wasm-unsafe-eval'" in page and "'wasm-unsafe-eval'" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
