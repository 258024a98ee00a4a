"""Citations of texts and pages in every style, and the files that hold them."""

from __future__ import annotations

import json
from dataclasses import replace

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


def text(site: Site, name: str):
    return cited_text(site, next(file for file in site.edition.texts if file.id == name))


def written(site: Site, name: str, address: str) -> str:
    return plain(style(name).write(page(site, address)))


@pytest.mark.parametrize(
    ("name", "address", "citation"),
    [
        ("chicago", "harbour/h3",
         "Ida Moll, “1. The Cold Quay,” in The Harbour: Recollections (1975), The Quay, version 0.3, The Quay edition, "
         "2 January 2026, https://example.org/quay/harbour/h3.html."),
        ("mla", "harbour/h12",
         "Moll, Ida. “2. The Warm Quay.” The Harbour: Recollections, 1975, pp. 8–9. The Quay, version 0.3, The Quay edition, "
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


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        # a speech is its speaker's, of the day that the header gives; a note is the sender's
        ("t10", "Nikita Sergeyevich Khrushchev, “Khrushchev’s speech on Albania,” October 1961, in Albania and the Soviet Union"),
        ("t118", "Ministry of Foreign Affairs of the Albanian People’s Republic, “Note of the Ministry of Foreign Affairs of the "
                 "Albanian People’s Republic presented to the Embassy of the Soviet Union in Tirana on December 4, 1961,” in Albania"),
        # the heading over all notes is nobody's title for the first of them, which has lost its own
        ("t75", "Ministry of Foreign Affairs of the USSR, “First verbal note of the Soviet Foreign Ministry, 25 November 1961,” in"),
        # the introduction is no part of itself
        ("t3", "“Introduction,” in Albania and the Soviet Union go to “War”, The Rift"),
    ],
)
def test_documents_of_a_collection(site, address, begins):
    assert written(site, "chicago", f"tirana-observatory/{address}").startswith(begins)


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Talks", "“Talks,”"),
        ("The “Quay” and the “Mole”", "“The ‘Quay’ and the ‘Mole,’”"),
        ("A “Quay” of stone", "“A ‘Quay’ of stone,”"),
        ("word " * 40 + "end", "“" + "word " * 40 + "end,”"),
    ],
)
def test_a_title_is_whole_and_its_own_quotation_marks_are_inside(small_site, title, note):
    cited = replace(page(small_site, "talks/q20"), title=title)
    assert plain(style("chicago").write(cited)).startswith(f"{note} 5 February 1951, in")
    assert plain(style("mla").write(cited)).startswith(f"{note.replace(',', '.')} 5 Feb. 1951. Talks on the Quay.")


def test_marks_and_comma_round_a_whole_heading_are_no_part_of_the_title(small, tmp_path):
    text = small / "tei" / "talks.xml"
    text.write_text(text.read_text(encoding="utf-8").replace(">The second note<", ">“The second note,”:<"), encoding="utf-8")
    site = plan(load_edition(small), {"html"}, BASE)
    assert page(site, "talks/q23").title == "The second note"


@pytest.mark.parametrize(
    ("title", "chicago", "mla"),
    [
        ("Memorandum", "“Memorandum,” 26 December 1956, trans.", "“Memorandum.” 26 Dec. 1956. The Rift"),
        ("Memorandum, 26 December 1956", "“Memorandum, 26 December 1956,” trans.", "“Memorandum, 26 December 1956.” The Rift"),
        ("Memorandum of December 26, 1956", "“Memorandum of December 26, 1956,” trans.", "“Memorandum of December 26, 1956.” The Rift"),
    ],
)
def test_the_day_of_a_record_is_said_once(site, title, chicago, mla):
    cited = replace(page(site, "memorandum-1956/m1"), title=title)
    assert plain(style("chicago").write(cited)).startswith(chicago)
    assert plain(style("mla").write(cited)).startswith(mla)


def test_mla_names_what_holds_the_words_before_who_translated_them(site):
    assert written(site, "mla", "memorandum-1956/m1") == (
        "“Memorandum of Meeting with Khrushchev, Moscow.” 26 Dec. 1956. The Rift: Albania and the Soviet Union, 1956–1961, "
        f"translated by Elidor Mëhilli, version {site.version}, The Rift edition, 21 Nov. 2026, "
        "https://example.org/rift/memorandum-1956/m1.html. National Archives of Albania (AQSH), Tirana, Fondi (F.) 14/AP, "
        "Marrëdhënie me Partinë Komuniste (b.) të BS (M-PKbBS), Viti (V.) 1956, Dosja (Dos.) 18."
    )


def test_a_book_is_cited_with_its_year(site):
    memoir = text(site, "khrushchevites")
    assert plain(style("chicago").write(memoir)).startswith("Enver Hoxha, The Khrushchevites (1980), in The Rift")
    assert plain(style("mla").write(memoir)).startswith("Hoxha, Enver. The Khrushchevites. 1980. The Rift")
    assert "\r\nOP  - 1980\r\n" in plain(style("ris").write(memoir))


def test_a_study_is_a_part_of_the_edition_and_was_printed_elsewhere_before(site):
    study = text(site, "edemskiy")
    bibtex, ris = plain(style("bibtex").write(study)), plain(style("ris").write(study))
    (csl,) = json.loads(plain(style("csl").write(study)))
    assert bibtex.startswith("@incollection{") and "  booktitle = {{The Rift: Albania" in bibtex and "journal" not in bibtex
    assert "  note = {Previously published by Memorie.al, undated},\n" in bibtex
    assert ris.startswith("TY  - CHAP\r\n") and "\r\nN1  - Previously published by Memorie.al, undated\r\n" in ris
    assert csl["container-title"].startswith("The Rift") and csl["note"] == "Previously published by Memorie.al, undated"


def test_the_date_of_the_edition_stands_beside_that_of_a_document(small_site):
    (csl,) = json.loads(written(small_site, "csl", "talks/q20"))
    assert csl["issued"] == {"date-parts": [[1951, 2, 5]]} and csl["available-date"] == {"date-parts": [[2026, 1, 2]]}
    assert "  note = {Edition of 2 January 2026},\n" in written(small_site, "bibtex", "talks/q20")
    assert "\r\nN1  - Edition of 2 January 2026\r\n" in written(small_site, "ris", "talks/q20")


def test_what_is_said_of_a_passage_comes_after_other_notes(small_site):
    for name, field in (("bibtex", "  note = {Edition of 2 January 2026; turn 5},\n"), ("csl", '"note": "Edition of 2 January 2026; turn 5"')):
        pieces = style(name).write(page(small_site, "talks/q20"))
        chosen = [p.pattern.replace("%", "turn 5") if p.kind == "locator" else p.text for p in pieces]
        assert field in "".join(chosen)


def test_a_body_is_one_name_to_programs(site):
    assert "  author = {{Ministry of Foreign Affairs of the USSR}},\n" in written(site, "bibtex", "tirana-observatory/t83")
    (csl,) = json.loads(written(site, "csl", "tirana-observatory/t83"))
    assert csl["author"] == [{"literal": "Ministry of Foreign Affairs of the USSR"}]


def test_bibtex(small_site):
    assert written(small_site, "bibtex", "harbour/h3") == """@incollection{harbour-h3,
  author = {Moll, Ida},
  title = {{The Cold Quay}},
  booktitle = {{The Harbour: Recollections}},
  chapter = {1},
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
    assert item["title"] == "The Cold Quay" and item["chapter-number"] == "1"


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
