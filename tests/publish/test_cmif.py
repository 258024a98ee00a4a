"""The correspondence as CMIF: one entry for each letter or note, with sender, addressee, date and link."""

from __future__ import annotations

from lxml import etree

from rift.publish import publish

from .conftest import REPOSITORY

BASE = "https://example.org/rift/"
NAMES = {"t": "http://www.tei-c.org/ns/1.0"}


def letters(out) -> list[etree._Element]:
    return etree.parse(out / "cmif.xml").xpath("//t:correspDesc", namespaces=NAMES)


def first(letter: etree._Element, path: str) -> str:
    return next(iter(letter.xpath(path, namespaces=NAMES)), "")


def test_one_entry_for_each_note(tmp_path):
    publish(REPOSITORY, tmp_path / "site", {"cmif"}, base_url=BASE)
    rows = [
        (letter.get("ref").removeprefix(BASE), first(letter, "t:correspAction[@type = 'sent']/t:orgName/text()"),
         first(letter, "t:correspAction[@type = 'received']/*[1]/text()"), first(letter, "t:correspAction[@type = 'sent']/t:date/@when"))
        for letter in letters(tmp_path / "site")
    ]
    ussr, albania = "Ministry of Foreign Affairs of the USSR", "Ministry of Foreign Affairs of the Albanian People’s Republic"
    embassy = "Embassy of the Soviet Union in Tirana"
    assert rows == [
        ("tirana-observatory/t75.html#t75", ussr, "Gac Mazi", "1961-11-25"),
        ("tirana-observatory/t83.html#t83", ussr, "Gac Mazi", "1961-11-25"),
        ("tirana-observatory/t95.html#t95", ussr, "Gac Mazi", "1961-12-03"),
        ("tirana-observatory/t118.html#t118", albania, embassy, "1961-12-04"),
        ("tirana-observatory/t142.html#t142", albania, embassy, "1961-12-09"),
    ]


def test_places_are_named_by_published_identifiers_and_the_source_by_its_own(tmp_path):
    publish(REPOSITORY, tmp_path / "site", {"cmif"}, base_url=BASE)
    found = letters(tmp_path / "site")
    assert first(found[0], "t:correspAction/t:placeName/@ref") == "https://www.geonames.org/524894"
    (source,) = found[0].xpath("//t:sourceDesc/t:bibl/@xml:id", namespaces=NAMES)
    assert {letter.get("source") for letter in found} == {f"#{source}"}
    assert first(found[0], "//t:publicationStmt/t:idno/text()") == f"{BASE}cmif.xml"


def test_a_letter_without_names_is_from_unknown_to_whom_it_says(small, tmp_path):
    text = small / "tei" / "talks.xml"
    text.write_text(text.read_text(encoding="utf-8").replace("<orgName>The Harbour Office</orgName>", ""), encoding="utf-8")
    publish(small, tmp_path / "site", {"cmif"})
    (letter,) = letters(tmp_path / "site")
    assert first(letter, "t:correspAction[@type = 'sent']/t:persName/text()") == "Unknown"
    assert first(letter, "t:correspAction[@type = 'received']/t:persName/text()") == "Ben"
    assert letter.get("ref") == "talks/q20.html#q20"
    assert first(letter, "//t:publicationStmt/t:idno/text()") == ""  # which is the address of the file, and nobody knows it


def test_no_file_without_letters(small, tmp_path):
    (small / "tei" / "talks.xml").unlink()
    publish(small, tmp_path / "site", {"cmif"})
    assert not (tmp_path / "site" / "cmif.xml").exists()
