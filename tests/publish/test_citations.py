"""Citations of texts and pages in every style, and the files that hold them."""

from __future__ import annotations

import json

import pytest

from rift.publish import publish
from rift.publish.files import load_edition
from rift.publish.metadata.cited import cited_page, cited_text, headline, kind_of
from rift.publish.metadata.styles import STYLES, Style, plain
from rift.publish.site import Site, plan

from .conftest import REPOSITORY, SMALL

BASE = "https://example.org/quay/"


@pytest.fixture(scope="module")
def small_site() -> Site:
    return plan(load_edition(SMALL), {"html"}, BASE)


@pytest.fixture(scope="module")
def site() -> Site:
    return plan(load_edition(REPOSITORY), {"html"}, "https://example.org/rift/")


def style(name: str) -> Style:
    return next(style for style in STYLES if style.name == name)


def page(site: Site, address: str):
    text, _, name = address.partition("/")
    return cited_page(site, next(found for found in site.pages[text] if found.id == name))


def written(site: Site, name: str, address: str) -> str:
    return plain(style(name).write(page(site, address)))


@pytest.mark.parametrize(
    ("name", "address", "citation"),
    [
        ("chicago", "harbour/h3",
         "Ida Moll, “1. The Cold Quay,” in The Harbour: Recollections (1975), The Quay, version 0.3, The Quay edition, "
         "2 January 2026, https://example.org/quay/harbour/h3.html."),
        ("mla", "harbour/h12",
         "Moll, Ida. “2. The Warm Quay.” The Harbour: Recollections (1975), The Quay, version 0.3, The Quay edition, "
         "2 Jan. 2026, https://example.org/quay/harbour/h12.html."),
        ("chicago", "talks/q20",
         "“Notes of the Office,” 5 February 1951, in Talks on the Quay, The Quay, version 0.3, The Quay edition, "
         "2 January 2026, https://example.org/quay/talks/q20.html."),
    ],
)
def test_styles_to_read(small_site, name, address, citation):
    assert written(small_site, name, address) == citation


def test_a_record_is_cited_with_its_archive_and_translator(site):
    assert written(site, "chicago", "report-1960/r3") == (
        "F. Gjerazi, “Report of the Meeting of the Albanian Labor Party Delegation with Leaders of the Communist Party of "
        "the Soviet Union, 12 November 1960,” trans. Enkel Daljani, Central State Archive, Tirana, AQPPSh-MPKBS, V.1960, "
        f"L.14/1, D.24, in The Rift: Albania and the Soviet Union, 1956–1961, version {site.version}, The Rift edition, "
        f"{site.date}, https://example.org/rift/report-1960/r3.html."
    )


def test_bibtex(small_site):
    assert written(small_site, "bibtex", "harbour/h3") == """@inbook{harbour-h3,
  author = {Moll, Ida},
  chapter = {1. The Cold Quay},
  title = {The Harbour: Recollections},
  pages = {7--8},
  year = {2026},
  date = {2026-01-02},
  origdate = {1975-03},
  series = {The Quay},
  publisher = {The Quay edition},
  version = {0.3},
  url = {https://example.org/quay/harbour/h3.html},
}
"""


def test_ris_ends_its_lines_as_it_asks(small_site):
    lines = written(small_site, "ris", "talks/q20").split("\r\n")
    assert lines[0] == "TY  - GEN" and lines[-2:] == ["ER  - ", ""]
    assert "DA  - 1951/02/05" in lines and "UR  - https://example.org/quay/talks/q20.html" in lines
    assert all(line[2:6] == "  - " for line in lines[:-1])


def test_csl_is_json_with_names_and_dates(small_site):
    (item,) = json.loads(written(small_site, "csl", "harbour/h3"))
    assert item["type"] == "chapter" and item["container-title"] == "The Harbour: Recollections"
    assert item["author"] == [{"family": "Moll", "given": "Ida"}]
    assert item["issued"] == {"date-parts": [[2026, 1, 2]]} and item["original-date"] == {"date-parts": [[1975, 3]]}
    assert item["version"] == "0.3" and item["page"] == "7–8"


def test_every_text_and_page_of_the_edition_can_be_cited_in_every_style(site):
    for file in site.edition.texts:
        for cited in (cited_text(site, file), *(cited_page(site, found) for found in site.pages[file.id])):
            for each in STYLES:
                made = plain(each.write(cited))
                assert cited.url in made and site.version in made, (cited.key, each.name)
                assert each.name != "csl" or json.loads(made)


def test_kinds_of_texts(site):
    assert {file.id: kind_of(file) for file in site.edition.texts} == {
        "memorandum-1956": "record", "report-1960": "record", "khrushchevites": "book", "tirana-observatory": "collection",
        "edemskiy": "article",
    }


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("2. KHRUSHCHEV’S STRATEGY AND TACTICS WITHIN THE SOVIET UNION", "2. Khrushchev’s Strategy and Tactics within the Soviet Union"),
        ("11. “THE CARROT” AND “THE STICK”", "11. “The Carrot” and “The Stick”"),
        ("THE CPSU AND CHINA", "The CPSU and China"),  # an acronym by the registers, and a country
        ("Preface", "Preface"),
    ],
)
def test_titles_in_capitals(site, printed, cited):
    assert headline(printed, site.entities) == cited


def test_the_files_stand_beside_the_pages(small, tmp_path):
    out = tmp_path / "site"
    publish(small, out, {"html"}, base_url=BASE.rstrip("/"))
    for path in ("harbour/h3", "harbour/harbour", "talks/q1", "talks/talks"):
        for suffix in (".bib", ".ris", ".csl.json"):
            assert (out / (path + suffix)).stat().st_size > 100
    assert b"{https://example.org/quay/harbour/index.html}" in (out / "harbour" / "harbour.bib").read_bytes()


def test_the_version_and_date_are_those_of_the_edition(small, tmp_path):
    about = small / "tei" / "edition.xml"
    stated = about.read_text(encoding="utf-8").replace('n="0.3"', 'n="0.4"').replace("2026-01-02", "2027-08-09")
    about.write_text(stated, encoding="utf-8")
    publish(small, tmp_path / "site", {"html"})
    page = (tmp_path / "site" / "talks" / "q1.html").read_text(encoding="utf-8")
    assert "version 0.4, The Quay edition, 9 August 2027," in page


def test_what_tex_would_read_as_its_own_is_escaped(small, tmp_path):
    text = small / "tei" / "talks.xml"
    text.write_text(text.read_text(encoding="utf-8").replace("<title>Talks on", "<title>100% &amp; {Talks} on"), encoding="utf-8")
    publish(small, tmp_path / "site", {"html"})
    assert b"100\\% \\& \\{Talks\\} on the Quay" in (tmp_path / "site" / "talks" / "talks.bib").read_bytes()
