"""The pages about events: from a passage to the other telling and back, contradictions, chronology, downloads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from lxml import html

from rift.publish import publish

from .conftest import FERRY, SMALL


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("ferry") / "site"
    publish(FERRY, folder, {"html"})
    return folder


def page(out: Path, path: str) -> html.HtmlElement:
    return html.fromstring((out / path).read_bytes())


def words(found: list) -> list[str]:
    return [" ".join(element.text_content().split()) for element in found]


def test_beside_a_passage_stands_where_it_is_told_too(out):
    minutes = page(out, "minutes/m1.html")
    (sign,) = minutes.get_element_by_id("m2").find_class("retold")
    assert words([sign]) == ["told also in Recollections, Ferries · 2"]
    entry = minutes.get_element_by_id(sign.get("href").removeprefix("#"))
    assert words([entry]) == ["turn 1 The sinking: Recollections, abstract, Recollections, p. 13, Ferries, ¶ 1quoted in Ferries, ¶ 1"]
    assert entry.xpath(".//a/@href")[:2] == ["#m2", "../events/ev-sinking.html"]
    assert {"../recollections/v1.html#v2", "../study/s1.html#s2"} <= set(entry.xpath(".//a/@href"))


def test_what_only_one_chapter_tells_is_not_marked(out):
    assert not page(out, "recollections/v1.html").xpath("//*[@id = 'v5']//a[contains(@class, 'retold')] | //*[@id = 'v5.told']")


def test_the_event_leads_into_every_text_at_the_place(out):
    event = page(out, "events/ev-sinking.html")
    links = event.xpath("//p[@class = 'where']/a[not(starts-with(@href, '../people/'))]/@href")
    assert links == [
        "../minutes/m1.html#m2", "../recollections/v1.html#v2", "../recollections/v1.html#v3",
        "../recollections/v9.html#v10", "../study/s1.html#s2",
    ]
    assert words(event.xpath("//p[@class = 'source']")) == [
        "C. Lerk, written 3 May 1931", "Vera Holm, written 1955", "I. Storian, date of writing not stated",
    ]
    assert words(event.xpath("//p[@class = 'run-head']/b")) == [
        "minutes", "abstract of the publication", "by one who was there", "at second hand", "later study",
    ]


def test_differing_words_are_marked_and_the_counterpart_is_linked(out):
    event = page(out, "events/ev-sinking.html")
    assert words(event.xpath("//*[@id = 'm2']//mark")) == ["old", "in the"]
    assert event.xpath("//*[@id = 'm2']//sup/a/@href") == ["#v3"]
    assert event.xpath("//*[@id = 's2']//span[@class = 'name place']/following-sibling::sup/a/@href") == ["#m2"]  # behind a name
    assert words(event.xpath("//*[@id = 'm2']//*[@class = 'words']")) == ["The old ferry sank in the night1. We want it back."]


def test_contradictions_stand_above_the_tellings_with_links_to_both_passages(out):
    event = page(out, "events/ev-sinking.html")
    differences, told = event.xpath("//section[@class = 'differences' or @class = 'synopsis']")
    assert differences.get("class") == "differences" and told.get("class") == "synopsis"
    assert differences.xpath(".//ul[@class = 'passages']//a/@href") == ["#m2", "#v3"]  # told on the page, the second as part of a paragraph
    assert told.xpath(".//*[@id = 'v3']//*[@class = 'differs']/a/@href") == ["#d1"]
    assert words(event.xpath("//*[@id = 'd1']//b")) == ["Wording"]
    everything = page(out, "events/contradictions.html")
    assert words(everything.xpath("//section/h2")) == ["Wording 1", "Tone 1", "Downloads"]  # an unknown kind last
    assert everything.xpath("//p[@class = 'of-event']/a/@href") == ["../events/ev-sinking.html", "../events/ev-payment.html"]


def test_exchanges_are_listed_and_lead_to_each_other(out):
    meeting = page(out, "events/ev-meeting.html")
    assert words(meeting.xpath("//section[@aria-labelledby = 'exchanges']//a")) == ["The sinking", "Who pays"]
    assert words(meeting.xpath("//section[@aria-labelledby = 'related']//a")) == ["Rain"]
    assert page(out, "events/ev-sinking.html").xpath("//a[@rel = 'next']/@href") == ["../events/ev-payment.html"]
    assert page(out, "events/ev-meeting.html").xpath("//a[@rel = 'prev']/@href") == ["../events/ev-rain.html"]


def test_an_entry_lists_exchanges_under_their_event(out):
    vera = page(out, "people/vera.html")
    assert words(vera.xpath("//ul[@class = 'entry-events']/li/div/a")) == ["Meeting of the Board"]
    assert words(vera.xpath("//ul[@class = 'entry-events']//details")) == ["1 exchangeThe sinking"]  # of the same day
    assert "Events (2)" in words(vera.xpath("//nav[@class = 'contents']//a"))


def test_the_menu_says_in_which_part_one_is(out):
    parts = {path: page(out, path).xpath("//header[@class = 'site-header']//a[@aria-current]") for path in (
        "minutes/m1.html", "events/index.html", "events/ev-rain.html", "people/vera.html")}
    assert {path: [(a.text, a.get("aria-current")) for a in found] for path, found in parts.items()} == {
        "minutes/m1.html": [("Texts", "true")], "events/index.html": [("Events", "page")],
        "events/ev-rain.html": [("Events", "true")], "people/vera.html": [("Names", "true")],
    }


def test_a_quotation_leads_to_the_passage_quoted_and_back(out):
    said = page(out, "study/s1.html").get_element_by_id("s2.said")
    assert said.xpath("./a[contains(@class, 'cited')]/@href") == ["../minutes/m1.html#m2"]
    entry = page(out, "minutes/m1.html").get_element_by_id("m2.told")
    assert entry.xpath(".//li[starts-with(., 'quoted in')]/a/@href") == ["../study/s1.html#s2.said"]


def test_the_chronology_lists_all_events_and_draws_them(out):
    chronology = page(out, "events/index.html")
    assert chronology.xpath("//li[@data-texts]/@id") == ["ev-rain", "ev-meeting", "ev-sinking", "ev-payment"]
    assert chronology.get_element_by_id("ev-sinking").get("data-texts") == "minutes recollections study"
    assert chronology.get_element_by_id("ev-sinking").get("data-people") == "vera"
    drawn = chronology.xpath("//*[local-name() = 'svg']//a")
    assert [a.get("data-event") for a in drawn] == ["ev-rain", "ev-meeting", "ev-sinking", "ev-payment"]
    assert words([a[0] for a in drawn])[2] == "The sinking, 3 May 1931; told by 3 texts"
    assert chronology.xpath("//form[@hidden]")


def test_the_downloads_hold_events_passages_and_alignment(out):
    data = json.loads((out / "events" / "synopsis.json").read_bytes())
    sinking = next(event for event in data["events"] if event["id"] == "ev-sinking")
    assert sinking["partOf"] == "ev-meeting" and sinking["date"] == {"when": "1931-05-03"}
    assert sinking["accounts"][0] == {
        "passage": "minutes.xml#m2", "text": "Minutes, 3 May 1931", "written": "3 May 1931", "evidence": "minute", "where": "turn 1",
        "speaker": "Vera Holm", "words": "The old ferry sank in the night. We want it back.",
    }
    wording = json.loads((out / "events" / "wording.json").read_bytes())
    first = wording["pairs"][0]
    assert (first["event"], first["first"], first["second"]) == ("ev-sinking", "minutes.xml#m2", "recollections.xml#v3")
    assert first["alignment"][1] == {"same": False, "first": "old", "second": "big"}
    text = (out / "events" / "synopsis.txt").read_text()
    assert "[m2, turn 1] Vera Holm: The old ferry sank in the night. We want it back." in text


def test_only_what_shows_a_changed_passage_is_written_again(tmp_path):
    edition, out = shutil.copytree(FERRY, tmp_path / "edition"), tmp_path / "site"
    publish(edition, out, {"html"})
    study = edition / "tei" / "study.xml"
    study.write_text(study.read_text().replace("and asked for it", "and asked for it back"))
    before = {path.name: path.stat().st_ino for path in (out / "events").iterdir()}
    publish(edition, out, {"html"})
    made = {path.name for path in (out / "events").iterdir() if path.stat().st_ino != before[path.name]}
    assert made == {"ev-sinking.html", "synopsis.json", "synopsis.txt"}


def test_an_edition_without_events_has_no_pages_of_events(tmp_path):
    publish(SMALL, tmp_path / "site", {"html"})
    assert not (tmp_path / "site" / "events").exists()
