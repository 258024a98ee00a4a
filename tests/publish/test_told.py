"""Passages on the page of an event: what is left out between them, and who says it."""

from __future__ import annotations

from lxml import etree

from rift.publish.synopsis.chains import statement
from rift.publish.synopsis.event_page import event_envelope
from rift.publish.synopsis.flow import adjoining

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
TEXT = """<div xmlns="http://www.tei-c.org/ns/1.0">
<p xml:id="a">One. <said xml:id="a1" who="#ole">“Two,”</said> <said xml:id="a2" who="#ole">“three.”</said></p>
<pb n="2"/><!-- a remark -->
<p xml:id="b"><note place="foot" xml:id="b.note">Beside it.</note><said xml:id="b1" who="#vera">“Four.”</said> She left.</p>
<sp xml:id="c" who="#vera"><speaker>Vera:</speaker><p xml:id="c1">Five.<note place="foot" xml:id="c.note"><p>Beside it.</p></note></p></sp>
<p xml:id="d">— <said xml:id="d1" who="#ole">“Six,</said> <said xml:id="d2" who="#ole">seven.”</said></p>
<p xml:id="e"><said who="#ole">“Six!”</said> <said who="#vera">“Seven!”</said></p>
</div>"""


def element(xml_id: str) -> etree._Element:
    return etree.fromstring(TEXT).xpath("//*[@xml:id = $id]", id=xml_id)[0]


def test_what_begins_before_any_other_words_do():
    following = {xml_id: [e.get(XML_ID) for e in adjoining(element(xml_id)) if e.get(XML_ID)] for xml_id in ("a", "a1", "b1", "b", "c")}
    assert following == {"a": ["b", "b1"], "a1": ["a2"], "b1": [], "b": ["c", "c1"], "c": ["d"]}


def test_a_passage_is_said_if_all_its_words_are():
    spoken = {xml_id: statement(element(xml_id)) for xml_id in ("a", "a1", "b", "c", "c1", "c.note", "d", "e")}
    assert {xml_id: None if said is None else said.get(XML_ID) for xml_id, said in spoken.items()} == {
        "a": None, "a1": "a1", "b": None, "c": "c", "c1": "c", "c.note": None, "d": "d1", "e": None,
    }


def told(synopsis, event: str) -> dict[str, etree._Element]:
    root = event_envelope(synopsis.events.by_id[event], synopsis).root
    return {passage.get("id"): passage for passage in root.iter("{*}told")}


def test_words_left_out_between_two_passages_are_marked(ferry):
    assert [passage.get("gap") for passage in told(ferry, "ev-meeting").values()] == [None, None, "yes"]  # m3 stands between


def test_speech_without_its_label_has_its_speaker(ferry):
    passages = told(ferry, "ev-payment")
    assert passages["m3"].find(".//{*}by") is None  # his label is in the turn
    assert passages["v10.said"].find("{*}where/{*}by/{*}name").get("label") == "Ole Berg"
