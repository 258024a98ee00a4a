"""What stands round a text: persons, pages before and after in time, printed pages, other forms; and the home page."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from rift.publish import publish

from .conftest import REPOSITORY, SMALL


def page(out: Path, path: str) -> html.HtmlElement:
    return html.fromstring((out / path).read_bytes())


def lines(elements) -> list[str]:
    return [" ".join(element.text_content().split()) for element in elements]


def test_persons_in_a_document(publisheds):
    chapter = page(publisheds[SMALL], "talks/q1.html")
    assert lines(chapter.xpath("//details[contains(@class, 'people')]//li")) == ["Anna 1 time"]
    assert chapter.xpath("//details[contains(@class, 'people')]//a/@href") == ["../people/anna.html"]


def test_earlier_and_later_in_time_go_from_text_to_text(publisheds):
    out = publisheds[REPOSITORY]
    order, path = [], "memorandum-1956/m1.html"
    while path:
        order.append(path)
        (*_, in_time) = page(out, path).xpath("//nav[contains(@class, 'turning')]")  # what comes next in the text, if that is the same
        (*_, path) = ["", *(href.removeprefix("../") for href in in_time.xpath("a[@class = 'next']/@href"))]
    dated = ["report-1960/r3.html", "tirana-observatory/t10.html", "tirana-observatory/t75.html", "tirana-observatory/t142.html"]
    assert [path for path in order if path in dated] == dated
    assert len(order) == len(set(order)) > 10
    assert any(name.startswith("khrushchevites/") for name in order)
    assert lines(page(out, "khrushchevites/k1563.html").xpath("//nav[contains(@class, 'in-time')]//small")) == [
        "The Khrushchevites, events of 1955", "The Khrushchevites, events of February 1956"]
    assert not page(out, "tirana-observatory/t75.html").xpath("//nav[contains(@class, 'in-time')]")


def test_the_form_for_pages_knows_the_chapter_of_each(publisheds):
    chapter = page(publisheds[SMALL], "harbour/h3.html")
    (form,) = chapter.xpath("//form[@class = 'goto']")
    assert form.get("action") == "../harbour/index.html#pages" and form.get("method") == "get"
    assert form.xpath("data/@value") == ["7–7", "7–8", "8–9"]
    assert form.xpath("data/@data-href") == ["../harbour/h1.html", "../harbour/h3.html", "../harbour/h12.html"]
    assert not page(publisheds[SMALL], "talks/q1.html").xpath("//form[@class = 'goto']")


def test_other_forms_are_those_that_are_built(small, tmp_path):
    out = tmp_path / "site"
    publish(small, out, {"html", "text", "tei", "dts"})
    chapter = page(out, "harbour/h3.html")
    links = chapter.xpath("//details[contains(@class, 'forms')]//a/@href")
    assert {"../text/harbour.reading.txt", "../tei/harbour.xml", "../dts/collection/harbour.json", "../harbour/harbour.bib"} <= set(links)
    assert all((out / "harbour" / link).is_file() for link in links)
    publish(small, out, {"html"})
    assert len(page(out, "harbour/h3.html").xpath("//details[contains(@class, 'forms')]//a")) == 3


def test_the_tei_is_what_is_published(small, tmp_path):
    publish(small, tmp_path / "site", {"tei"})
    for path in (small / "tei").rglob("*.xml"):
        made = tmp_path / "site" / path.relative_to(small)
        assert html.etree.tostring(html.etree.parse(made)) == html.etree.tostring(html.etree.parse(path))


def test_home_says_of_each_text_what_it_is(publisheds):
    home = page(publisheds[REPOSITORY], "index.html")
    texts = {item.xpath("string(h3)"): lines(item.xpath("dl/dd")) for item in home.xpath("//ol[@class = 'texts']/li")}
    assert texts["Report of the meeting, 12 November 1960"] == ["minutes, turn by turn, by an interpreter of the Albanian side", "minutes"]
    assert texts["The Khrushchevites"][1].startswith("by one who was there")
    assert len(texts) == 5 and all(len(facts) == 2 for facts in texts.values())
    assert len(home.xpath("//p[@class = 'rights']")) == 5


@pytest.mark.parametrize("formats", [{"html"}, {"html", "search"}], ids=["", "search"])
def test_home_offers_the_ways_in_that_there_are(small, tmp_path, formats):
    publish(small, tmp_path / "site", formats)
    ways = lines(page(tmp_path / "site", "index.html").xpath("//nav[@class = 'ways-in']//a"))
    assert ways == ["Read", "People", *(["Search"] if "search" in formats else []), "About"]
